// screens: the ways money changes hands, as tiles.
#pragma once
#include <optional>
#include <string_view>

#include "app/parts/ui.h"
#include "core/profile/profile.h"

namespace lapak {

// Two by two; at least 104 high. The method tapped, or none. Names are "<name>.cash", "<name>.qris", "<name>.transfer",
// "<name>.card".
std::optional<Method> method_tiles(Ui& ui, std::string_view name, Rect rect, Method selected);

}  // namespace lapak
