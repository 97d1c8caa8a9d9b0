// parts: the navigation rail: where I am, where I can go.
#pragma once
#include <string>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

struct RailItem {
  std::string name;  // "sell": the control is "rail.sell"
  std::string label;
  Icon icon = {};
  std::string badge = {};
  bool at_the_bottom = false;
};

// The index tapped, or none. Alt+1…7 go to the first seven.
std::optional<std::size_t> rail(Ui& ui, Rect rect, const std::vector<RailItem>& items, std::size_t current);

}  // namespace lapak
