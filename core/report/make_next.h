// report: what to make next: what sells, what is ordered, what the coming fair will want, less what is there and
// planned.
//
//   wanted = max(sold in the last four weeks, low mark) + ordered + sold at the last fair like the coming one
//   to_make = wanted − at hand − planned, where that is more than nothing
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/making/recipe.h"

namespace lapak {

inline constexpr int kMakeAhead_days = 28;

struct MakeNextRow {
  Id<Product> product;
  std::string name;
  Quantity sold_lately, ordered, for_fair, low_mark;
  Quantity at_hand, planned;
  Quantity to_make;
  std::optional<std::int64_t> makeable;  // of the materials that are free; none without a recipe, or one of work alone
  bool has_recipe = false;
};
struct MakeNext {
  std::optional<Fair> fair;  // that comes within kMakeAhead_days
  std::vector<MakeNextRow> rows;
};
// Goods of one's own, at most so many: what is ordered and not there first, then the most pieces.
MakeNext make_next(const Database& database, const CostBook& book, Date today, std::size_t most = 100);

}  // namespace lapak
