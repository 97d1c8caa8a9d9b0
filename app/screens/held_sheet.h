// screens: the carts that were put aside (ux.md §2.5): a tap brings one back, a swipe or its bin drops it.
#pragma once
#include <string>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

// As given, else its first item.
std::string name_of(const HeldCart& cart, const Words& words);

class HeldSheet {
 public:
  void open() { is_open_ = true; }
  // The cart that is to be dropped: the screen does it and offers the way back.
  const HeldCart* draw(Ui& ui, Intents& out, const std::vector<HeldCart>& held, const Zone& zone);

 private:
  bool is_open_ = false;
};

}  // namespace lapak
