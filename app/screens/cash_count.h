// screens: the drawer is counted (ux.md §2.23). What was counted so far is kept by whoever asks for the count.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/sale/cash.h"

namespace lapak {

// What a count came to, shared between the count and the end of the day that shows it.
struct DrawerCount {
  std::vector<NoteCount> notes;
  std::string reason;  // of a difference
  bool is_done = false;
};
std::unique_ptr<Screen> make_cash_count_screen(std::shared_ptr<DrawerCount> count);

}  // namespace lapak
