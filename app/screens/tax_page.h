// screens: Reports · Tax: the turnover against what is free, the months with what is due, paid or not. A help, not
// advice.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"
#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_tax_screen(Gate gate);

}  // namespace lapak
