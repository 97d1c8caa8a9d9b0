// making: what a thing is made of, as a label lists it.
#include "core/making/ingredients.h"

#include <algorithm>
#include <vector>

namespace lapak {
namespace {

struct Part {
  std::string said;
  bool is_weighed = true;
  Quantity amount;  // grams or millilitres, or pieces
};

std::string listed(const CostBook& book, const Recipe& recipe) {
  std::vector<Part> parts;
  for (const RecipeLine& line : recipe.lines) {
    const MaterialOnHand* const of = book.material(line.material);
    if (!of) continue;
    Part part{.said = of->material.name, .is_weighed = true, .amount = {}};
    auto one = units_in_one(line.unit, Unit::Gram);
    if (!one) one = units_in_one(line.unit, Unit::Millilitre);
    if (one) {
      part.amount = times(line.quantity, *one).value_or(line.quantity);
    } else if (line.unit == Unit::Piece) {
      part.is_weighed = false;
      part.amount = line.quantity;
    } else {
      continue;
    }
    if (const Recipe* const own = book.recipe_of(line.material))
      if (const std::string inside = listed(book, *own); !inside.empty()) part.said += " (" + inside + ")";
    parts.push_back(std::move(part));
  }
  std::ranges::stable_sort(parts, [](const Part& a, const Part& b) {
    if (a.is_weighed != b.is_weighed) return a.is_weighed;
    return a.amount > b.amount;
  });
  std::string said;
  for (const Part& part : parts) said += (said.empty() ? "" : ", ") + part.said;
  return said;
}

}  // namespace

std::string ingredients_by_recipe(const CostBook& book, Id<Product> product, const std::optional<Id<Product>>& parent) {
  const Recipe* const recipe = book.recipe_of(product, parent);
  return recipe ? listed(book, *recipe) : std::string();
}

}  // namespace lapak
