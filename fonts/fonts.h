// The faces that Lapak draws and prints with: Lapak Sans for text, Phosphor for icons (names: fonts/icons.h).
//
// Each is a whole TrueType file in the program's read-only data: it lives as long as the program, and any thread may
// read it. Digits are tabular. Each face has a PostScript name of its own, so all may stand in one PDF.
// Dear ImGui takes a pointer that it may not own: set FontDataOwnedByAtlas = false.
#pragma once
#include <span>

namespace lapak::fonts {

using Face = std::span<const unsigned char>;

Face regular();
Face medium();
Face semi_bold();
Face bold();
Face extra_bold();

Face icons();
Face icons_bold();
Face icons_fill();

}  // namespace lapak::fonts
