// books: which tax the shop reckons by.
#pragma once
#include <variant>
#include <vector>

#include "core/books/tax.h"
#include "core/journal/decision.h"

namespace lapak {

// From a day on; what was chosen for that very day before is replaced. Undoable. Problems: those of checked_tax_choice.
struct ChooseTax {
  TaxChoice choice;
};

using TaxCommand = std::variant<ChooseTax>;

Result<Decision> decide(const TaxCommand& command, const Deciding& deciding);
// Of kinds "books.tax_…".
void apply_tax(const Fact& fact, const Applying& applying);

// By the day they began.
std::vector<TaxChoice> tax_choices(const Database& database);

}  // namespace lapak
