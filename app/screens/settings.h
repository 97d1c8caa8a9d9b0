// screens: what the shop is and how it looks (ux.md §2.27). Every choice holds at once.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

struct PaneName {
  std::string_view name;   // of its button: "settings.<name>"
  std::string_view label;  // English
  Icon icon;
};
std::vector<PaneName> settings_panes();

// Opens on how the screen looks, which is everybody's.
std::unique_ptr<Screen> make_settings_screen();
std::unique_ptr<Screen> make_settings_screen_at(std::string_view pane);

}  // namespace lapak
