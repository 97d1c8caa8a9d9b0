// screens: the day begins: the float, counted by notes and coins. At a fair: open_fair.cpp (ux.md §2.21).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

// The fair that is held today is proposed.
std::unique_ptr<Screen> make_open_day_screen();

}  // namespace lapak
