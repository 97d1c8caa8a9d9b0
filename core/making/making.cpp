// making: the facts of the room as one.
#include "core/making/making.h"

#include "core/journal/fact.h"
#include "core/making/batch_commands.h"
#include "core/making/material_commands.h"
#include "core/making/recipe_commands.h"

namespace lapak {

void apply_making(const Fact& fact, const Applying& applying) {
  const auto is_about = [&](std::string_view noun) {
    return fact.kind.starts_with("making." + std::string(noun) + "_");
  };
  if (is_about("material") || is_about("purchase")) return apply_material(fact, applying);
  if (is_about("batch")) return apply_batch(fact, applying);
  LAPAK_ASSERT(is_about("recipe") || is_about("rules"));
  apply_recipe(fact, applying);
}

}  // namespace lapak
