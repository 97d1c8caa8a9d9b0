// screens: who did what: the journal in words, opened from the people of the settings.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_deeds_page();

}  // namespace lapak
