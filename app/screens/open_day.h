// screens: the day begins: the float, counted by notes and coins (ux.md §2.21).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

// At this fair; of none the one held today is proposed.
std::unique_ptr<Screen> make_open_day_screen(std::optional<Id<Fair>> fair = {});

}  // namespace lapak
