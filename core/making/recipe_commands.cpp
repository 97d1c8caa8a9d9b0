// making: what can be done with recipes and the rules of cost.
#include "core/making/recipe_commands.h"

#include "core/catalog/product_store.h"
#include "core/making/making_json.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "core/profile/profile.h"

namespace lapak {
namespace {

constexpr std::string_view recipe_saved = "making.recipe_saved", rules_saved = "making.rules_saved";

// What the recipe makes. Problems: ProductUnknown, MaterialUnknown.
Result<std::string> name_of_made(const Recipe& recipe, const Database& database) {
  if (recipe.product) {
    const auto product = find_product(database, *recipe.product);
    if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
    return label_of(*product);
  }
  const auto material = find_material(database, *recipe.material);
  if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
  return material->name;
}

Decision saved(const Recipe& recipe, const Recipe& before, std::string label, std::string_view command) {
  Decision decision;
  decision.facts.push_back({std::string(recipe_saved), Json(recipe), Json()});
  decision.opposite.push_back({std::string(recipe_saved), Json(before), Json()});
  decision.outcome = {
      .kind = std::string(command), .subject = recipe.id.bytes, .label = std::move(label), .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const SaveRecipe& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  Result<std::string> name = name_of_made(command.recipe, database);
  if (!name) return std::unexpected(name.error());
  Result<Recipe> recipe = checked_recipe(command.recipe);
  if (!recipe) return std::unexpected(recipe.error());
  for (const RecipeLine& line : recipe->lines) {
    const auto material = find_material(database, line.material);
    if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
    const Result<Quantity> used = in_used_unit(*material, line.quantity, line.unit);
    if (!used) return std::unexpected(used.error());
    if (used->is_zero()) return refuse(ProblemCode::QuantityZero);
  }
  if (recipe->material)
    if (const std::string ring = cost_book(database).ring_with(*recipe); !ring.empty())
      return refuse(ProblemCode::RecipeRing, ring);
  const auto known = recipe->product ? recipe_for(database, *recipe->product) : recipe_for(database, *recipe->material);
  recipe->id = known ? known->id : deciding.ids.next<Recipe>();
  recipe->hidden = false;
  Recipe before = known.value_or(*recipe);
  if (!known) before.hidden = true;
  return saved(*recipe, before, *std::move(name), "save_recipe");
}

Result<Decision> decide_one(const RemoveRecipe& command, const Deciding& deciding) {
  const auto known = find_recipe(deciding.database, command.recipe);
  if (!known || known->hidden) return refuse(ProblemCode::RecipeUnknown, std::string());
  Recipe removed = *known;
  removed.hidden = true;
  return saved(removed, *known, name_of_made(*known, deciding.database).value_or(std::string()), "remove_recipe");
}

Result<Decision> decide_one(const SaveCostRules& command, const Deciding& deciding) {
  const Result<CostRules> rules = checked_rules(command.rules);
  if (!rules) return std::unexpected(rules.error());
  Decision decision;
  decision.facts.push_back({std::string(rules_saved), Json(*rules), Json()});
  decision.opposite.push_back({std::string(rules_saved), Json(cost_rules(deciding.database)), Json()});
  decision.outcome = {.kind = "save_cost_rules", .subject = {}, .label = {}, .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const RecipeCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_recipe(const Fact& fact, const Applying& applying) {
  if (fact.kind == recipe_saved) return put_recipe(applying.database, fact.body.get<Recipe>());
  LAPAK_ASSERT(fact.kind == rules_saved);
  put_cost_rules(applying.database, fact.body.get<CostRules>());
}

}  // namespace lapak
