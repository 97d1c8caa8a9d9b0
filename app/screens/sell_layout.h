// screens: where things stand on Sell, at any size and for either hand (ux.md §1.4, §2.1).
#pragma once
#include "app/parts/ui.h"

namespace lapak {

struct SellLayout {
  Rect search, quick, sun, more, chips, grid;
  Rect cart, customer, held, lines, total, hold, discount, note, exact, pay;
};
SellLayout sell_layout(const Ui& ui);

}  // namespace lapak
