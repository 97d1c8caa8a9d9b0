// screens: Done: the change, the receipt, and who it was (ux.md §2.9).
#pragma once
#include <memory>
#include <string>

#include "app/screens/screen.h"
#include "core/sale/sale.h"

namespace lapak {

std::unique_ptr<Screen> make_done_screen(Id<Sale> sale);

// What a buyer is called who gave no name: "Buyer 22 Nov 10:42".
std::string nameless_buyer(const Words& words, const LocalTime& at);

}  // namespace lapak
