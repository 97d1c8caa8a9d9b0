// screens: Reports · Expenses: what was spent, on what, what comes back, and what is not paid yet.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"
#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_expenses_screen(Gate gate);

}  // namespace lapak
