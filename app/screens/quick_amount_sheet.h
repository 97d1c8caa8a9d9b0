// screens: "that little thing without a tag": an amount typed straight into the cart (ux.md §2.4).
#pragma once
#include "app/parts/number_pad.h"
#include "app/screens/screen.h"

namespace lapak {

class QuickAmountSheet {
 public:
  void open(const Currency& currency);
  void draw(Ui& ui, Intents& out);

 private:
  NumberEntry entry_{0, 9};
  std::size_t label_ = 0;
  bool is_open_ = false;
};

}  // namespace lapak
