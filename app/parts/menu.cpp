// parts: what a ⋮ sheet lists.
#include "app/parts/menu.h"

#include "app/parts/row.h"

namespace lapak {

bool SheetMenu::entry(std::string_view name, std::string_view label, Icon icon, Use use) {
  const bool tapped = row(ui_, name, rest_.top_part(row_),
                          {.title = label, .icon = icon, .enabled = use == Use::Now, .has_arrow = true});
  rest_ = rest_.bottom_part(rest_.h - row_);
  if (tapped) is_open_ = false;
  return tapped;
}

}  // namespace lapak
