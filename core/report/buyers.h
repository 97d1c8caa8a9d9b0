// report: who bought in a range of days: those who come back, and those who came for the first time.
#pragma once
#include "core/db/database.h"
#include "core/report/report.h"

namespace lapak {

// Purchases that stand, by whom they were attributed to last; merged cards are one buyer. Discounts are taken off,
// what was given back is not.
struct BuyerGroup {
  std::int64_t buyers = 0;
  std::int64_t sales_count = 0;
  Money sales;
};
struct Buyers {
  BuyerGroup returning;  // bought on an earlier day than the range began
  BuyerGroup fresh;      // for the first time within it
  BuyerGroup unknown;    // sales to nobody by name; its buyers are not counted
};
// Slow over many sales: for the worker.
Buyers buyers(const Database& database, Date from, Date to);

}  // namespace lapak
