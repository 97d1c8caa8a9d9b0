// A workshop: a stall that has materials, recipes and batches.
#pragma once
#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {

struct Workshop : Stall {
  Id<Material> material(const char* name, Unit unit, Unit bought_in, std::optional<Fraction> own = {}) {
    return Id<Material>{
        done(SaveMaterial{{.name = name, .unit = unit, .bought_in = bought_in, .used_in_one_bought = own}}).subject};
  }
  Id<Material> material(const char* name, Unit unit = Unit::Gram) { return material(name, unit, unit); }
  Id<Purchase> buy(Id<Material> material, std::int64_t quantity, Unit unit, std::int64_t price) {
    return Id<Purchase>{done(BuyMaterials{{.lines = {{.material = material,
                                                      .quantity = Quantity::of(quantity),
                                                      .unit = unit,
                                                      .price = Money{price}}}}})
                            .subject};
  }
  Id<Recipe> recipe(const Recipe& recipe) { return Id<Recipe>{done(SaveRecipe{recipe}).subject}; }
  RecipeLine uses(Id<Material> material, std::int64_t quantity, Unit unit = Unit::Gram, std::int64_t waste_bp = 0) {
    return {material, Quantity::of(quantity), unit, waste_bp};
  }
  BatchMade by_recipe(Id<Product> product, std::int64_t pieces) {
    return batch_by_recipe(shop->facts(), cost_book(shop->facts()), product, {}, Quantity::of(pieces), shop->today());
  }
  Id<Batch> make(const BatchMade& batch) { return Id<Batch>{done(MakeBatch{batch}).subject}; }
  MaterialStock stock(Id<Material> id) const { return material_stock(shop->facts(), id); }
  Quantity pieces(Id<Product> id) const { return on_hand(shop->facts(), id); }
  PieceCost cost(Id<Product> id) const {
    const CostBook book = cost_book(shop->facts());
    const auto cost = product_cost(shop->facts(), book, id);
    REQUIRE(cost->made.has_value());
    return *cost->made;
  }
  ProblemCode refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

}  // namespace lapak
