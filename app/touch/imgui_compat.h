// touch: what differs between Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13, Ubuntu 24.04). Nothing else asks.
#pragma once
#include <imgui.h>

#include "app/touch/input.h"

namespace lapak {

// Lets ImGui know our keys. Once for a context.
void teach_keys();
// The key that went down in this frame, or none: all others are up. Before NewFrame.
void give_key(const KeyStroke* stroke);
// The pointer, for the field that is edited; null when it is nowhere.
void give_pointer(const Point* at_px, bool down);

}  // namespace lapak
