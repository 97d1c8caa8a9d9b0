// shop: papers about an order, filled from the facts.
//
// Questions only, in the shop's language. Any thread with its own connection.
#pragma once
#include <string>

#include "core/db/database.h"
#include "core/order/custom_order.h"
#include "core/paper/layout.h"
#include "core/profile/profile.h"

namespace lapak {

// What is handed out when it is ordered, to be signed by both; what it would cost; what is still to be paid, and
// whereto.
enum class OrderPaper { Slip, Quote, Invoice };
std::string_view order_paper_name(OrderPaper paper, const Words& words);

// Asserts: the order is known.
Document order_paper_of(const Database& database, const Profile& profile, Id<CustomOrder> order, OrderPaper paper,
                        Instant now);
// What was agreed as a few lines of text, for a message. Asserts: the order is known.
std::string order_text(const Database& database, const Profile& profile, Id<CustomOrder> order);

}  // namespace lapak
