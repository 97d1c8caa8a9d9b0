// screens: the open orders week by week, and how full each is: the board as a calendar.
#pragma once
#include <memory>

namespace lapak {

class Screen;

// Names "weeks.list", "weeks.<i>", "weeks.show.<i>".
std::unique_ptr<Screen> make_order_weeks_screen();

}  // namespace lapak
