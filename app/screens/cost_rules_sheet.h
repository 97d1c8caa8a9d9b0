// screens: how the shop reckons: what an hour of work costs, overhead, and the rule of the price.
#pragma once
#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/making/recipe.h"

namespace lapak {

class CostRulesSheet {
 public:
  void open(const CostRules& rules);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Asks for SaveCostRules. Names "rules.wage", "rules.overhead", "rules.hour",
  // "rules.kind.<i>", "rules.factor", "rules.wholesale", "rules.step", "rules.ok", "rules.number.…".
  void draw(Ui& ui, Intents& out);
  // True when it was this sheet's.
  bool performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  void draw_boxes(Ui& ui, Rect room);
  void take(const NumberSheet::Answer& answer);

  CostRules rules_;
  bool is_open_ = false;
  NumberSheet number_{"rules.number"};
};

}  // namespace lapak
