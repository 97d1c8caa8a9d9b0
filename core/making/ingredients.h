// making: what a thing is made of, as a label lists it. Pure.
#pragma once
#include <optional>
#include <string>

#include "core/making/recipe.h"

namespace lapak {

// The recipe's materials, the heaviest first, "Flour, Sugar, Egg"; one that is made itself with its own in brackets.
// Of volumes a millilitre counts as a gram; what is counted in pieces stands after what is weighed; what is measured by
// length or area is not eaten and left out. Empty without a recipe.
std::string ingredients_by_recipe(const CostBook& book, Id<Product> product, const std::optional<Id<Product>>& parent);

}  // namespace lapak
