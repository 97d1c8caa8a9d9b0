// screens: the day is closed in four steps, any of which may be left out (ux.md §2.25).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_end_of_day_screen();

}  // namespace lapak
