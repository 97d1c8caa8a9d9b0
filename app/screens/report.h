// screens: how much, how paid, what sells, what needs me (ux.md §2.26); the day is opened and closed from here.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"

namespace lapak {

std::unique_ptr<Screen> make_report_screen();
// The same as a tab of Reports, reached from another.
std::unique_ptr<Screen> make_sales_report(Gate gate);

}  // namespace lapak
