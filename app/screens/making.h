// screens: making things: the tab of plans and batches, a recipe, a batch (ux.md §2.14), and what sells below its cost.
#pragma once
#include <memory>
#include <optional>

#include "core/base/id.h"
#include "core/base/money.h"

namespace lapak {

class Screen;
struct Batch;
struct Material;
struct Product;

std::unique_ptr<Screen> make_making_screen();
// Of a product, or of a material one makes oneself.
std::unique_ptr<Screen> make_recipe_page(Id<Product> product);
std::unique_ptr<Screen> make_recipe_page(Id<Material> material);
// A batch that is about to be made, or planned.
struct BatchBegun {
  std::optional<Id<Product>> product = {};
  std::optional<Id<Material>> material = {};
  Quantity quantity = {};              // 0: the recipe's yield
  std::optional<Id<Batch>> plan = {};  // which it carries out
};
std::unique_ptr<Screen> make_batch_page(BatchBegun begun);
// One that was made.
std::unique_ptr<Screen> make_batch_record(Id<Batch> batch);
std::unique_ptr<Screen> make_below_cost_page();

}  // namespace lapak
