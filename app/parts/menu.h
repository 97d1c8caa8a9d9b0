// parts: what a ⋮ sheet lists: rows under each other, each of which leads somewhere and closes the sheet.
//
//   SheetMenu menu(ui, sheet, is_open_);
//   if (menu.entry("more.item", ui.words(N_("New item")), icon::package)) out.add(Open{…});
#pragma once
#include <string_view>

#include "app/parts/sheet.h"
#include "app/parts/ui.h"

namespace lapak {

class SheetMenu {
 public:
  enum class Use { Now, NotNow };

  // So many have to find room: they stand closer where there is little.
  SheetMenu(Ui& ui, const Sheet& sheet, bool& is_open, int most_entries = 1)
      : ui_(ui),
        rest_(sheet.content()),
        row_(std::min(72.0f, sheet.content().h / static_cast<float>(most_entries))),
        is_open_(is_open) {}
  // True when it was tapped; the sheet closes then.
  bool entry(std::string_view name, std::string_view label, Icon icon, Use use = Use::Now);

 private:
  Ui& ui_;
  Rect rest_;  // where the next ones go
  float row_;
  bool& is_open_;
};

}  // namespace lapak
