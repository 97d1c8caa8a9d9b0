// parts: a row of a list: 72 high, or 96 with two lines of secondary text.
#pragma once
#include <string_view>

#include "app/parts/badge.h"
#include "app/parts/ui.h"

namespace lapak {

struct RowSpec {
  std::string_view title;          // a name: may be cut
  std::string_view subtitle = {};  // may be cut
  std::string_view trailing = {};  // right, strong: an amount
  std::string_view trailing_sub = {};
  Icon icon = {};      // left
  Texture photo = {};  // left, 48×48
  std::optional<Pill> pill = std::nullopt;
  bool selected = false;
  bool enabled = true;
  bool has_divider = true;
  bool has_arrow = false;       // leads somewhere
  std::string_view flash = {};  // name given to ui.flash()
};

// A row that is tapped.
bool row(Ui& ui, std::string_view name, Rect rect, const RowSpec& spec);
// A row that only tells.
void plain_row(Ui& ui, std::string_view name, Rect rect, const RowSpec& spec);

}  // namespace lapak
