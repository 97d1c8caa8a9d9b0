// window: how large everything is drawn (ux.md §1.4): what the display asks for times what the seller chose.
#pragma once

namespace lapak {

// `ppi` 0: unknown. The result leaves room for at least 1024×720 design pixels, where the window allows it at all.
float scale_for(int width_px, int height_px, float ppi, float chosen);

}  // namespace lapak
