// screens: the plates of a fair's pages.
#pragma once
#include <string>
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

// A plate with its heading; gives what is left inside.
Rect fair_card(Ui& ui, Rect area, std::string_view heading);
// One with a figure; `name` is the figure's. What stands below may be cut.
void fair_figure(Ui& ui, Rect area, std::string_view name, std::string_view heading, const std::string& shown,
                 std::string_view below = {});

// One with words in its place: hours.
void fair_told(Ui& ui, Rect area, std::string_view name, std::string_view heading, std::string_view said);

// A line of two words that is tapped to change it: what it is, and how it stands.
bool fair_entry(Ui& ui, std::string_view name, Rect place, std::string_view label, const std::string& value,
                Icon icon = {});

}  // namespace lapak
