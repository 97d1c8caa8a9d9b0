// screens: from an empty machine to the first sale (ux.md §2.29). Its shop is one in memory, where what is chosen is tried;
// it ends with a BeginShop or OpenDemo.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_first_run_screen();

}  // namespace lapak
