// screens: pots: what the day's money is put aside for, what could be taken as wage, how long an emergency is covered.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"

namespace lapak {

std::unique_ptr<Screen> make_pots_screen(Gate gate);

}  // namespace lapak
