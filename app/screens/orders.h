// screens: Orders: who waits for what, column by column (ux.md §2.18).
#pragma once
#include <memory>

namespace lapak {

class Screen;

std::unique_ptr<Screen> make_orders_screen();

}  // namespace lapak
