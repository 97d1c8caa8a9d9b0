// report: what lies in stock: what it is worth, and for how long it has been lying.
//
// What is there is what came last: the pieces on hand are of the latest movements that brought some, by opening,
// receiving, making or counting. What a buyer gave back is as old as what lay beside it. Own goods at the stall and at
// home; what stands here for partners is theirs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"

namespace lapak {

inline constexpr int kStockAges[]{30, 90, 180, 365};  // days: up to and with each, and beyond the last

struct StockAgeBand {
  std::optional<int> up_to_days;  // none: older than all
  Quantity quantity;
  Money worth;  // at cost; pieces of unknown cost count nothing
};
struct StockAgeRow {
  Id<Product> product;
  std::string name;  // with the variant
  Quantity quantity;
  std::optional<Money> worth;
  int oldest_days = 0;  // of its oldest piece
};
struct StockAge {
  Quantity quantity;
  Money worth;
  Quantity pieces_of_unknown_cost;
  std::vector<StockAgeBand> bands;  // one a step of kStockAges, and one more
  std::vector<StockAgeRow> rows;    // the oldest first
};
// Slow over a large catalogue: for the worker.
StockAge stock_age(const Database& database, Date today);

}  // namespace lapak
