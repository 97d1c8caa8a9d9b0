// screens: how an order leaves the shop, before it goes into the cart to be paid.
#pragma once
#include <string>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/order/order_store.h"

namespace lapak {

class HandOverSheet {
 public:
  void open(const OrderRow& row);
  void close() { is_open_ = false; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. It puts the order into the open cart and goes to Sell. Names "hand_over.way.<i>",
  // "hand_over.courier", "hand_over.tracking", "hand_over.fee", "hand_over.ok".
  void draw(Ui& ui, Intents& out);

 private:
  OrderRow row_;
  CustomOrder order_;  // as it is sent
  Money fee_;
  std::optional<Cart> cart_;  // none: it was handed over meanwhile
  NumberSheet number_{"hand_over.number"};
  bool is_open_ = false;
};

}  // namespace lapak
