// screens: a stocktake (ux.md §2.13): begun for a place or a category, counted piece by piece by touch or scanner,
// looked over, and booked. What was counted is kept at once: the screen can be left and comes back where it was.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_stocktake_screen();

}  // namespace lapak
