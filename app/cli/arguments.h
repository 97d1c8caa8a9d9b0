// cli: what several verbs take: whom an order is for, and what is paid with it.
#pragma once
#include <string>
#include <vector>

#include "core/shop/shop.h"

namespace lapak {

// The contact of that very name; a new one is made. Problems: those of SaveContact.
Result<Id<Contact>> client_argument(Shop& shop, const std::string& name);
// Each "METHOD:AMOUNT". Problems: those of parse_payment.
Result<std::vector<Tender>> tender_arguments(const std::vector<std::string>& payments, const Currency& currency);

}  // namespace lapak
