// screens: a livelihood made of several incomes: what each stream brought, what an hour of it was worth, and how much
// hangs on the biggest.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"

namespace lapak {

std::unique_ptr<Screen> make_income_screen(Gate gate);
// The page with one of its entries open.
std::unique_ptr<Screen> make_income_entry(Id<Income> income);

}  // namespace lapak
