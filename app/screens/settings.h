// screens: what the shop is and how it looks (ux.md §2.27). Every choice holds at once.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_settings_screen();

}  // namespace lapak
