// paper: draws a page as a picture: what is posted has the papers' faces and layout.
//
// Deterministic, without a window. Any thread.
#pragma once
#include "core/catalog/photo.h"
#include "core/paper/layout.h"

namespace lapak {

// Three channels, `width_px` wide, as high as the page's shape asks for. What no printer would draw is left out.
// Asserts: a page with a size, width_px > 0.
Pixels rasterised(const Page& page, int width_px);

}  // namespace lapak
