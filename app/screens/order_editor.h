// screens: writing an order down, and changing what was agreed (ux.md §2.19).
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/base/money.h"
#include "core/order/custom_order.h"

namespace lapak {

class Screen;

// What is known of a new order before it is written down.
struct NewOrder {
  std::optional<Id<Contact>> client;
  std::string what;
  Money price;
  bool is_the_cart = false;  // what lies in the cart is ordered, not sold: it is emptied when the order is saved
};

std::unique_ptr<Screen> make_order_editor(NewOrder begun);
std::unique_ptr<Screen> make_order_editor(CustomOrder order);

}  // namespace lapak
