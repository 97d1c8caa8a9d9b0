// screens: the one thing that is said right after a shop was opened: what a crash left, or a clock that is not what it
// was.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>

#include "app/screens/screen.h"

namespace lapak {

struct StartNote {
  ShowToast toast;
  std::function<void(Intents&)> tapped;  // its `action`; none: it has none
};

struct StartOf {
  Shop& shop;
  Files& files;
  std::filesystem::path crash_report;
  std::filesystem::path asked_zone;  // remembers which zone of the machine was asked about, so that it is asked once
  bool has_crashed = false;
};

// A crash comes before a clock that is behind the last sale, and that before a machine that stands in another time zone
// than the shop. Throws DatabaseError.
std::optional<StartNote> note_at_start(const StartOf& start);

}  // namespace lapak
