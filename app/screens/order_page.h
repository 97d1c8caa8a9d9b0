// screens: an order's page: what was agreed, what was paid, how far it is.
#pragma once
#include <memory>

#include "core/order/custom_order.h"

namespace lapak {

class Screen;

std::unique_ptr<Screen> make_order_page(Id<CustomOrder> order);

}  // namespace lapak
