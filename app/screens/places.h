// screens: the places of the rail and the screens that stand there. The one file that knows every factory.
#pragma once
#include <vector>

#include "app/screens/app.h"

namespace lapak {

// In the order of the rail; only what works is in it.
std::vector<PlaceCard> shop_places();

}  // namespace lapak
