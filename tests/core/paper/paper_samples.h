// tests: a maker's shop, its day and its list, as the paper room is handed them.
#pragma once
#include "core/paper/end_of_day.h"
#include "core/paper/price_list.h"
#include "core/paper/receipt.h"

namespace lapak {

Letterhead sample_head();
ReceiptView sample_receipt(const Words& words);
ReceiptView sample_refund(const Words& words);
PriceListView sample_price_list();
PriceListView long_price_list(int items);
EndOfDayView sample_day(const Words& words);
EndOfDayView sample_range(const Words& words);

// Whether no two runs of a line run into each other; names the first two that do.
bool no_overlap(const Document& document);

}  // namespace lapak
