// screens: the frame of a page: the way back, its title, its one main button, and where its content stands.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/button.h"

namespace lapak {

struct PageSpec {
  std::string_view title = {};
  bool has_back = true;        // a page above a place; its control is "back", Esc does the same
  std::string_view main = {};  // the main button "save", top right; empty: none
  Icon main_icon = {};
  bool main_enabled = true;
  float main_width = 200;
  float side = 0;        // kept free left of the main button, for the page's other controls
  bool has_rail = true;  // false on a full screen
};

struct PageFrame {
  Rect area;     // all beside the rail, if there is one
  Rect content;  // 24 px from the edges, below the head
  Rect side;     // what PageSpec::side asked for, 56 high
  bool back = false;
  Press main = Press::None;
};
PageFrame draw_page(Ui& ui, const PageSpec& spec);

// A word above what it names.
void caption(Ui& ui, float x, float y, float width, std::string_view label);

// Chips that flow over lines as a page has room for; the index tapped. Names are "<name>.<i>". `bottom` is where they
// end.
struct FlowedChips {
  std::optional<std::size_t> tapped;
  float bottom;
};
FlowedChips flowed_chips(Ui& ui, std::string_view name, Rect room, const std::vector<std::string>& labels,
                         const std::vector<std::size_t>& selected);

}  // namespace lapak
