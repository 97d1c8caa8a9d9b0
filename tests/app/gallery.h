// tests/app: pictures of parts as the mock-ups of ux.md have them, so that parts can be looked at without a shop.
#pragma once
#include "app/parts/ui.h"

namespace lapak::test {

// The Sell screen of §2.1 with its twelve pieces.
void draw_sell_sample(Ui& ui);
// Pay in cash, §2.6.
void draw_pay_sample(Ui& ui);
// Fields, switches, segments, rows, chart, code, sheet.
struct PartsSample {
  std::string name = "Siti 😀";
  std::string note;
  bool sheet_open = false;
  bool on = true;
  std::size_t segment = 0;
  void draw(Ui& ui);
};

}  // namespace lapak::test
