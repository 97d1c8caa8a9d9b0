// screens: Pay: how the open cart is paid (ux.md §2.6–2.8).
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_pay_screen();

}  // namespace lapak
