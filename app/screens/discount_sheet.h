// screens: taking something off the whole cart: a share, an amount, or "Harga jadi": what was agreed for all of it.
#pragma once
#include "app/screens/amount_sheet.h"
#include "app/screens/cart_view.h"
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
  AmountSheet off_{"discount.off"};
  AmountSheet agreed_{"agreed"};
};

}  // namespace lapak
