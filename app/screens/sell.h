// screens: Sell, the place where the day is spent (ux.md §2.1).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_sell_screen();

}  // namespace lapak
