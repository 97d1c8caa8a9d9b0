// cli: the same shop without a screen. Reads the arguments and carries out every verb that needs no window.
#pragma once
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <variant>

#include "core/shop/shop.h"

namespace lapak {

inline constexpr int kDone = 0, kProblem = 1, kUsage = 2;  // exit codes

// Where figures and sentences go, and the machine.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  Seams seams;
};

// What is left to do for whoever owns the window.
struct Finished {
  int exit_code = kDone;
};
struct OpenWindow {
  std::filesystem::path shop;  // empty: the one opened last, or the first run
  bool is_demo = false;
};
struct TakeShots {
  std::filesystem::path folder, shop;
  std::string theme, language;  // empty: the shop's own
  int width_px = 1280, height_px = 800;
};
using WhatToDo = std::variant<Finished, OpenWindow, TakeShots>;

// Figures go to `terminal.out`, sentences to `terminal.err` in the shop's language. Failures of the machine are said
// too: nothing is thrown but our own mistakes.
WhatToDo run_command_line(int argument_count, const char* const* arguments, const Terminal& terminal);

}  // namespace lapak
