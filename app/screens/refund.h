// screens: money back for what came back, line by line.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_refund_screen(Id<Sale> sale);

}  // namespace lapak
