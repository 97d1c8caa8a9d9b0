// screens: the picture of a stall with cloth, in mori, indigo and soga: the first thing a maker sees of Lapak.
#pragma once
#include "app/parts/ui.h"

namespace lapak {

// Fills `area`; the stall stands in its middle, as large as fits.
void draw_stall_picture(Ui& ui, Rect area);

}  // namespace lapak
