// sale: the shop's bundles as an open cart sees them.
#pragma once
#include "core/db/database.h"
#include "core/sale/cart.h"

namespace lapak {

// The cart under the rules that are in force now. Once a cart stands before the buyer she pays what it comes to: a sale
// takes it as it is.
Cart with_rules_here(const Database& shop, Cart cart);

}  // namespace lapak
