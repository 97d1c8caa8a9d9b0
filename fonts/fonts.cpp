// The embedded faces as spans. Room: fonts.
#include "fonts/fonts.h"

#include "lapak_fonts_embed.h"

namespace lapak::fonts {

Face regular() { return {lapak_font_regular, lapak_font_regular_size}; }
Face medium() { return {lapak_font_medium, lapak_font_medium_size}; }
Face semi_bold() { return {lapak_font_semi_bold, lapak_font_semi_bold_size}; }
Face bold() { return {lapak_font_bold, lapak_font_bold_size}; }
Face extra_bold() { return {lapak_font_extra_bold, lapak_font_extra_bold_size}; }
Face icons() { return {lapak_font_icons, lapak_font_icons_size}; }
Face icons_bold() { return {lapak_font_icons_bold, lapak_font_icons_bold_size}; }
Face icons_fill() { return {lapak_font_icons_fill, lapak_font_icons_fill_size}; }

}  // namespace lapak::fonts
