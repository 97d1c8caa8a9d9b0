// parts: the body that buttons, tiles, chips and cards share: ground, line, state layer, ring. For parts only.
#pragma once
#include "app/parts/ui.h"

namespace lapak {

struct PlateLook {
  Color ground;
  Color ink;
  Color line;  // alpha 0: none
  float line_width = 1;
  Elevation elevation = Elevation::Flat;
};

// Draws the plate as pressed, hovered, focused or disabled, and gives the rectangle and the ink for what stands on it.
struct Plate {
  Rect rect;
  Color ink;
};
Plate draw_plate(Ui& ui, Rect rect, float radius, const PlateLook& look, const ControlState& state, bool enabled);

}  // namespace lapak
