// sale: the fact that a sale, a refund or a void was written down.
#pragma once
#include <cstdint>

#include "core/journal/journal.h"
#include "core/sale/sale.h"

namespace lapak {

// A place in our own series; `n` is 0 for a sale that has none.
struct SeriesPlace {
  std::int64_t epoch = 0;
  std::int64_t n = 0;
};

// "sale.sold", "sale.refunded", "sale.voided", "sale.deposited". What people typed stands in the personal part.
Fact sale_fact(const Sale& sale, SeriesPlace place);

struct RecordedSale {
  Sale sale;
  SeriesPlace place;
};
// The same read back; words that were forgotten are empty.
RecordedSale recorded_sale(const Fact& fact);

}  // namespace lapak
