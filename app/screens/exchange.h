// screens: goods that come back for other goods: a refund and a sale in one go, and only the difference is paid.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_exchange_screen(Id<Sale> sale);

}  // namespace lapak
