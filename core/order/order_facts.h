// order: the facts of an order, for those files of the room that write orders down.
#pragma once
#include <string_view>

#include "core/journal/decision.h"
#include "core/order/custom_order.h"

namespace lapak {

Fact order_saved(const CustomOrder& order);
Fact order_moved(Id<CustomOrder> order, OrderStage stage);
// With an outcome of this kind, about this order: "#5".
Decision decision_about(std::string_view kind, const CustomOrder& order);

}  // namespace lapak
