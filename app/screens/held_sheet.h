// screens: the carts that were put aside (ux.md §2.5): a tap brings one back, a swipe or its bin drops it.
#pragma once
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

class HeldSheet {
 public:
  void open() { is_open_ = true; }
  void draw(Ui& ui, Intents& out, const std::vector<HeldCart>& held, const Zone& zone);

 private:
  bool is_open_ = false;
};

}  // namespace lapak
