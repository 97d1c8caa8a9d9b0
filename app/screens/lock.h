// screens: who sells, and the PIN (ux.md §2.28).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_lock_screen();

}  // namespace lapak
