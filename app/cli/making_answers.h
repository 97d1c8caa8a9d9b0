// cli: what the verbs of the workshop are asked and answer. Internal to the room.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "app/cli/making.h"
#include "core/making/recipe.h"
#include "core/shop/shop.h"

namespace lapak {

// A material by its name. Problems: MaterialUnknown.
Result<Material> material_argument(const Shop& shop, const std::string& name);
// A product by its code. Problems: ProductUnknown.
Result<Product> product_argument(const Shop& shop, const std::string& code);
struct Makes {
  std::optional<Id<Product>> product;
  std::optional<Id<Material>> material;
};
// Problems: ProductUnknown, MaterialUnknown.
Result<Makes> makes_argument(const Shop& shop, const MakingRequest& request);
// The recipe of what was named. Problems: RecipeUnknown, and those of makes_argument.
Result<Recipe> recipe_argument(const Shop& shop, const MakingRequest& request);

// The answer to an act that changes nothing. Problems: those of the arguments.
Result<nlohmann::ordered_json> answer_of_making(const Shop& shop, const MakingRequest& request);

}  // namespace lapak
