// screens: the tabs of Stock: goods, the materials they are made of, the making, and the count.
#pragma once
#include "app/parts/ui.h"
#include "app/screens/intent.h"

namespace lapak {

enum class StockTab { Goods, Materials, Making, Count };

// Drawn into a line of the page; what is left of the line beside them, or on Compact below it, comes back in `rest`.
// Names "stock.tab.<i>".
struct StockTabs {
  Rect rest;     // 48 high: for chips
  float bottom;  // of the tabs and of `rest`
};
StockTabs draw_stock_tabs(Ui& ui, Rect content, StockTab here, Intents& out);

}  // namespace lapak
