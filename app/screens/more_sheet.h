// screens: ⋮ on Sell: what is seldom needed (ux.md §1.2).
#pragma once
#include "app/screens/screen.h"

namespace lapak {

class MoreSheet {
 public:
  void open();
  void draw(Ui& ui, Intents& out, bool has_lines);

 private:
  bool is_open_ = false;
  bool has_history_ = false;  // only what works is offered
  bool has_day_ = false;
};

}  // namespace lapak
