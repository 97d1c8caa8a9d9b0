// making: the rows of recipes and of the rules of cost, and what everything costs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/making/recipe.h"

namespace lapak {

CostRules cost_rules(const Database& database);
// Also one that was removed.
std::optional<Recipe> find_recipe(const Database& database, Id<Recipe> id);
std::optional<Recipe> recipe_for(const Database& database, Id<Product> product);  // its own, not its parent's
std::optional<Recipe> recipe_for(const Database& database, Id<Material> material);
// All materials, recipes and rules, in a few statements.
CostBook cost_book(const Database& database);

// A recipe that a material goes into.
struct RecipeUse {
  std::optional<Id<Product>> product;
  std::optional<Id<Material>> material;
  std::string name;   // of what it makes
  Quantity quantity;  // for the whole yield
  Unit unit = Unit::Piece;
  Quantity yield;
};
// By name; without recipes that were removed.
std::vector<RecipeUse> recipes_using(const Database& database, Id<Material> material);

// What a thing that can be sold costs to make, and what it is sold for.
struct ProductCost {
  Id<Product> product;
  std::string name;  // with the variant's label
  Money price;
  std::optional<PieceCost> made;  // by its recipe
  std::optional<Money> noted;     // the cost on its card; of a variant without one its parent's
  SuggestedPrice suggested;       // of what is made
  // What the recipe comes to, else what the card says; none where nobody knows.
  std::optional<Money> cost() const { return made && made->is_complete ? std::optional(made->total()) : noted; }
  bool is_below_cost() const { return cost() && price < *cost(); }
};
// All that are not hidden, in the order of their ids.
std::vector<ProductCost> product_costs(const Database& database, const CostBook& book);
std::optional<ProductCost> product_cost(const Database& database, const CostBook& book, Id<Product> product);
// Sold for less than they cost, those that lose most first. What asks for its price is not among them.
std::vector<ProductCost> sold_below_cost(const Database& database, const CostBook& book);

// Writing, for apply_recipe alone.
void put_recipe(Database& database, const Recipe& recipe);
void put_cost_rules(Database& database, const CostRules& rules);

}  // namespace lapak
