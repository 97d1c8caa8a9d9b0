// making: what can be done with recipes and the rules of cost. All of it is undoable.
#pragma once
#include <variant>

#include "core/journal/decision.h"
#include "core/making/recipe.h"

namespace lapak {

// Makes the recipe of a product or a material, or changes the one it has. Problems: ProductUnknown, MaterialUnknown,
// ConversionMissing, RecipeRing, and those of checked_recipe.
struct SaveRecipe {
  Recipe recipe;
};
// Problems: RecipeUnknown.
struct RemoveRecipe {
  Id<Recipe> recipe;
};
// Problems: those of checked_rules.
struct SaveCostRules {
  CostRules rules;
};
using RecipeCommand = std::variant<SaveRecipe, RemoveRecipe, SaveCostRules>;

Result<Decision> decide(const RecipeCommand& command, const Deciding& deciding);
void apply_recipe(const Fact& fact, const Applying& applying);

}  // namespace lapak
