// screens: taking something off the whole cart: a share, an amount, or "Harga jadi": what was agreed for all of it.
#pragma once
#include "app/screens/cart_view.h"
#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"

namespace lapak {

class DiscountSheet {
 public:
  void open() { is_open_ = true; }
  // Straight to the agreed total.
  void open_agreed_total(Ui& ui, const CartView& view);
  void draw(Ui& ui, Intents& out, const CartView& view);

 private:
  bool is_open_ = false;
  NumberSheet off_{"discount.off"};
  NumberSheet agreed_{"agreed"};
};

}  // namespace lapak
