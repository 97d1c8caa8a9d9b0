// cli: the books beyond expenses: incomes, pots, tax, the bank and classes. Internal to the room.
#pragma once
#include "app/cli/command_line.h"
#include "app/cli/requests.h"
#include "app/cli/speech.h"

namespace lapak {

// Empty: none. Problems: NotADate.
Result<std::optional<Date>> day_argument(const std::string& typed);
// The acts from Income on.
int carry_out_livelihood(Shop& shop, const BooksRequest& request, const Terminal& terminal, const Speech& speech);

}  // namespace lapak
