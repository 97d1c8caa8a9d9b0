// screens: everything there is to sell, with what is left of it (ux.md §2.12); goods in, counts, history of an item.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_stock_screen();

}  // namespace lapak
