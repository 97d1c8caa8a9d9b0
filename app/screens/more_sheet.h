// screens: ⋮ on Sell: what is seldom needed (ux.md §1.2).
#pragma once
#include "app/screens/screen.h"

namespace lapak {

class MoreSheet {
 public:
  void open() { is_open_ = true; }
  void draw(Ui& ui, Intents& out, bool has_lines);

 private:
  bool is_open_ = false;
};

}  // namespace lapak
