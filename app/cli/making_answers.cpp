// cli: what the verbs of the workshop are asked and answer.
#include "app/cli/making_answers.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "core/report/make_next.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;
constexpr int kMostRows = 1'000'000;

template <class T, class How>
OrderedJson or_null(const std::optional<T>& value, How how) {
  return value ? OrderedJson(how(*value)) : OrderedJson();
}
OrderedJson date_json(const std::optional<Date>& day) {
  return or_null(day, [](Date one) { return one.iso(); });
}
// Quantities are written as they are typed: "2.5".
std::string written(Quantity quantity) {
  const std::int64_t whole = quantity.thousandths / 1'000, part = std::abs(quantity.thousandths % 1'000);
  std::string text = (quantity < Quantity{} && whole == 0 ? "-" : "") + std::to_string(whole);
  if (part != 0) {
    text += fmt::format(".{:03}", part);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text;
}
OrderedJson number_json(Quantity quantity) {
  return OrderedJson::parse(written(quantity));
}

// What is asked and answered, without a change: rows of an object.

OrderedJson materials_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const MaterialRow& row : material_rows(shop.facts())) {
    const auto [quantity, value] = worth_now(row.stock);
    all.push_back({{"name", row.material.name},
                   {"unit", unit_code(row.material.unit)},
                   {"quantity", number_json(row.stock.quantity)},
                   {"value", row.stock.value.minor},
                   {"reserved", number_json(row.reserved)},
                   {"worth_of", number_json(quantity)},
                   {"worth", value.minor},
                   {"last_of", number_json(row.stock.last_quantity)},
                   {"last_paid", row.stock.last_value.minor},
                   {"supplier", row.supplier},
                   {"expires", date_json(row.expires)},
                   {"low", row.is_low},
                   {"short", row.is_short},
                   {"id", row.material.id.text()}});
  }
  return {{"currency", shop.profile().currency}, {"materials", all}};
}

OrderedJson purchases_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const PurchaseRow& row : purchases(shop.facts(), kMostRows))
    all.push_back({{"id", row.id.text()},
                   {"date", row.business_date.iso()},
                   {"supplier", row.supplier},
                   {"lines", row.lines},
                   {"amount", row.amount.minor},
                   {"taken_back", row.is_taken_back}});
  return {{"purchases", all}};
}

Result<OrderedJson> moves_json(const Shop& shop, const MakingRequest& request) {
  const Result<Material> material = material_argument(shop, request.name);
  if (!material) return std::unexpected(material.error());
  OrderedJson all = OrderedJson::array();
  for (const MaterialMoveRow& row : material_moves(shop.facts(), material->id, kMostRows))
    all.push_back({{"date", row.business_date.iso()},
                   {"kind", material_move_code(row.kind)},
                   {"quantity", number_json(row.quantity)},
                   {"value", row.value.minor},
                   {"expires", date_json(row.expires)}});
  return OrderedJson{{"unit", unit_code(material->unit)}, {"moves", all}};
}

OrderedJson shopping_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const ShoppingRow& row : shopping_list(shop.facts()))
    all.push_back({{"name", row.name},
                   {"buy", number_json(row.buy)},
                   {"bought_in", unit_code(row.bought_in)},
                   {"missing", number_json(row.missing)},
                   {"unit", unit_code(row.unit)},
                   {"about", row.about.minor},
                   {"supplier", row.supplier}});
  return {{"currency", shop.profile().currency}, {"shopping", all}};
}

std::string made_name(const Shop& shop, const std::optional<Id<Product>>& product,
                      const std::optional<Id<Material>>& material) {
  if (product) return product_label(shop.facts(), *product);
  const auto found = find_material(shop.facts(), *material);
  return found ? found->name : std::string();
}

void put_cost(OrderedJson& json, const PieceCost& cost) {
  json["materials"] = cost.materials.minor;
  json["work"] = cost.work.minor;
  json["other"] = cost.other.minor;
  json["overhead"] = cost.overhead.minor;
  json["cost"] = cost.total().minor;
  json["complete"] = cost.is_complete;
}

OrderedJson recipes_json(const Shop& shop) {
  const CostBook book = cost_book(shop.facts());
  OrderedJson all = OrderedJson::array();
  for (const Recipe& recipe : book.recipes()) {
    OrderedJson one{{"makes", made_name(shop, recipe.product, recipe.material)}, {"yield", number_json(recipe.yield)}};
    put_cost(one, book.cost_of(recipe));
    all.push_back(std::move(one));
  }
  return {{"currency", shop.profile().currency}, {"recipes", all}};
}

Result<OrderedJson> recipe_json(const Shop& shop, const MakingRequest& request) {
  const Result<Recipe> recipe = recipe_argument(shop, request);
  if (!recipe) return std::unexpected(recipe.error());
  OrderedJson lines = OrderedJson::array();
  for (const RecipeLine& line : recipe->lines)
    lines.push_back({{"material", made_name(shop, {}, line.material)},
                     {"quantity", number_json(line.quantity)},
                     {"unit", unit_code(line.unit)},
                     {"waste_bp", line.waste_bp}});
  OrderedJson json{{"makes", made_name(shop, recipe->product, recipe->material)},
                   {"yield", number_json(recipe->yield)},
                   {"minutes", recipe->minutes},
                   {"ready_after_days", recipe->ready_after_days},
                   {"best_before_days", recipe->best_before_days}};
  const CostBook book = cost_book(shop.facts());
  const Recipe* known =
      recipe->product ? book.recipe_of(*recipe->product, std::nullopt) : book.recipe_of(*recipe->material);
  put_cost(json, book.cost_of(*known));
  json["lines"] = lines;
  return json;
}

OrderedJson plans_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const PlanRow& row : open_plans(shop.facts()))
    all.push_back({{"id", row.plan.id.text()},
                   {"makes", row.name},
                   {"quantity", number_json(row.plan.quantity)},
                   {"date", row.plan.planned_for.iso()},
                   {"reserves", row.plan.reserves}});
  return {{"plans", all}};
}

OrderedJson batches_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const BatchRow& row : batches(shop.facts(), kMostRows))
    all.push_back({{"id", row.id.text()},
                   {"lot", row.lot},
                   {"makes", row.name},
                   {"date", row.business_date.iso()},
                   {"made", number_json(row.made)},
                   {"rejects", number_json(row.rejects)},
                   {"cost", row.cost.minor},
                   {"ready_from", date_json(row.ready_from)},
                   {"best_before", date_json(row.best_before)},
                   {"taken_back", row.is_taken_back}});
  return {{"currency", shop.profile().currency}, {"batches", all}};
}

OrderedJson possible_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const MakeableRow& row : makeable_now(shop.facts(), cost_book(shop.facts())))
    all.push_back({{"makes", row.name}, {"pieces", row.pieces}});
  return {{"possible", all}};
}

OrderedJson next_json(const Shop& shop) {
  const MakeNext next = make_next(shop.facts(), cost_book(shop.facts()), shop.today());
  OrderedJson all = OrderedJson::array();
  for (const MakeNextRow& row : next.rows)
    all.push_back({{"name", row.name},
                   {"make", number_json(row.to_make)},
                   {"sold_lately", number_json(row.sold_lately)},
                   {"ordered", number_json(row.ordered)},
                   {"for_fair", number_json(row.for_fair)},
                   {"at_hand", number_json(row.at_hand)},
                   {"planned", number_json(row.planned)},
                   {"possible", row.makeable ? OrderedJson(*row.makeable) : OrderedJson()},
                   {"recipe", row.has_recipe}});
  return {{"fair", next.fair ? OrderedJson(next.fair->name) : OrderedJson()}, {"next", all}};
}

OrderedJson rules_json(const Shop& shop) {
  const CostRules rules = cost_rules(shop.facts());
  return {{"wage", rules.wage.minor},
          {"overhead_bp", rules.overhead_bp},
          {"overhead_hour", rules.overhead_hour.minor},
          {"rule", price_rule_code(rules.rule)},
          {"factor_bp", rules.factor_bp},
          {"margin_bp", rules.margin_bp},
          {"wanted_wage", rules.wanted_wage.minor},
          {"wholesale_bp", rules.wholesale_bp},
          {"step", rules.step.minor}};
}

OrderedJson product_json(const Shop& shop, const ProductCost& cost) {
  OrderedJson json{{"name", cost.name.empty() ? product_label(shop.facts(), cost.product) : cost.name},
                   {"price", cost.price.minor}};
  if (cost.made) put_cost(json, *cost.made);
  json["cost"] = or_null(cost.cost(), [](Money amount) { return amount.minor; });
  if (cost.made) {
    json["suggested"] = cost.suggested.retail.minor;
    json["wholesale"] = cost.suggested.wholesale.minor;
  }
  json["below_cost"] = cost.is_below_cost();
  return json;
}

Result<OrderedJson> costs_json(const Shop& shop, const MakingRequest& request) {
  const CostBook book = cost_book(shop.facts());
  if (request.act == MakingAct::Cost) {
    const Result<Product> product = product_argument(shop, request.product);
    if (!product) return std::unexpected(product.error());
    return product_json(shop, product_cost(shop.facts(), book, product->id).value());
  }
  OrderedJson all = OrderedJson::array();
  const bool below = request.act == MakingAct::BelowCost;
  const std::vector<ProductCost> costs =
      below ? sold_below_cost(shop.facts(), book) : product_costs(shop.facts(), book);
  for (const ProductCost& cost : costs)
    if (below || cost.made) all.push_back(product_json(shop, cost));
  return OrderedJson{{"currency", shop.profile().currency}, {"products", all}};
}

}  // namespace

Result<OrderedJson> answer_of_making(const Shop& shop, const MakingRequest& request) {
  switch (request.act) {
    case MakingAct::Materials:
      return materials_json(shop);
    case MakingAct::Purchases:
      return purchases_json(shop);
    case MakingAct::MaterialMoves:
      return moves_json(shop, request);
    case MakingAct::Shopping:
      return shopping_json(shop);
    case MakingAct::Recipes:
      return recipes_json(shop);
    case MakingAct::ShowRecipe:
      return recipe_json(shop, request);
    case MakingAct::Plans:
      return plans_json(shop);
    case MakingAct::Batches:
      return batches_json(shop);
    case MakingAct::Possible:
      return possible_json(shop);
    case MakingAct::Next:
      return next_json(shop);
    case MakingAct::Rules:
    case MakingAct::SaveRules:
      return rules_json(shop);
    default:
      return costs_json(shop, request);
  }
}

}  // namespace lapak
