// screens: Reports · Cash book: the drawer and the bank, line by line with what was there after it; the bank's file
// taken in and matched; and the books for the accountant.
#pragma once
#include <memory>

#include "app/screens/owner_gate.h"
#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_cash_book_screen(Gate gate);

}  // namespace lapak
