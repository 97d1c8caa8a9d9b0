// screens: the day begins: the float, counted by notes and coins (ux.md §2.21).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_open_day_screen();

}  // namespace lapak
