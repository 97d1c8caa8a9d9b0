// screens: what was sold: receipts, refunds, exchanges, what is owed and what has not arrived yet.
#pragma once
#include <memory>
#include <optional>

#include "app/screens/screen.h"

namespace lapak {

// Opens on this receipt, when one is named.
std::unique_ptr<Screen> make_history_screen(std::optional<Id<Sale>> receipt = std::nullopt);

}  // namespace lapak
