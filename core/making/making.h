// making: the facts of the room as one.
#pragma once
#include "core/journal/decision.h"

namespace lapak {

// "making.…", whichever noun it is about.
void apply_making(const Fact& fact, const Applying& applying);

}  // namespace lapak
