// screens: where things stand on Pay (ux.md §1.4, §2.6, §2.8).
#pragma once
#include "app/parts/ui.h"

namespace lapak {

struct PayLayout {
  Rect left_ground, back, title, customer, list, total_label, total, tools;
  Rect right, methods, field, suggestions, pad, change, accept;
};
PayLayout pay_layout(const Ui& ui);

}  // namespace lapak
