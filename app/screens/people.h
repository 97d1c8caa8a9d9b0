// screens: People: who is to be written to, and everybody.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_people_screen();

}  // namespace lapak
