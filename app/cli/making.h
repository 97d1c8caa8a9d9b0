// cli: the workshop: `lapak material`, `recipe`, `batch` and `cost`. Internal to the room.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace lapak {

enum class MakingAct {
  SaveMaterial,
  HideMaterial,
  Materials,
  Buy,
  Purchases,
  TakeBackPurchase,
  MoveMaterial,
  CountMaterial,
  MaterialMoves,
  Shopping,
  SaveRecipe,
  ShowRecipe,
  RemoveRecipe,
  Recipes,
  Plan,
  CallOff,
  Plans,
  Make,
  TakeBackBatch,
  Batches,
  Possible,
  Next,
  SaveRules,
  Rules,
  Cost,
  Costs,
  BelowCost,
};
struct MakingRequest {
  std::filesystem::path shop;
  MakingAct act = MakingAct::Materials;
  std::string name, id, product, material;  // a product by its code, a material by its name
  std::string unit, bought_in, holds, low, supplier, share_by = "value", shipping, amount, quantity, kind, day;
  std::vector<std::string> lines, weights;  // "NAME:2kg:96000[:2027-05-01]" bought, "NAME:2kg[:5]" used; "NAME:500"
  std::string yield, other, rejects, lot, ready_from, best_before, plan;
  std::int64_t minutes = -1, ready_after = 0, best_before_days = 0, order = 0;
  std::string wage, overhead, overhead_hour, rule, factor, margin, wanted_wage, wholesale, step;
  bool keeps_free = false, as_json = false;
};

// Adds the four verbs; `request` is filled while parsing and outlives the program's arguments.
std::vector<CLI::App*> add_making_verbs(CLI::App& program, MakingRequest& request);
int carry_out_making(const MakingRequest& request, const Terminal& terminal);

}  // namespace lapak
