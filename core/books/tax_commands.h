// books: which tax the shop reckons by.
#pragma once
#include <variant>
#include <vector>

#include "core/books/expense.h"
#include "core/books/tax.h"
#include "core/journal/decision.h"

namespace lapak {

// From a day on; what was chosen for that very day before is replaced. Undoable. Problems: those of checked_tax_choice.
struct ChooseTax {
  TaxChoice choice;
};

// The tax of a month was paid: an expense of kTaxCategory, which the month remembers; taken back with it. Undoable.
// Problems: NotInTheBooks (paid already), and those of BookExpense.
struct PayTax {
  Date month;  // any day of it
  Money amount;
  PaidFrom from = PaidFrom::Bank;
};

using TaxCommand = std::variant<ChooseTax, PayTax>;

Result<Decision> decide(const TaxCommand& command, const Deciding& deciding);
// Of kinds "books.tax_…".
void apply_tax(const Fact& fact, const Applying& applying);

// By the day they began.
std::vector<TaxChoice> tax_choices(const Database& database);

struct PaidTax {
  Date month;  // its first day
  Id<Expense> expense;
  Money amount;
  Date paid_on;
};
// Of the months of a year, those that were paid and not taken back.
std::vector<PaidTax> paid_taxes(const Database& database, int year);
// Which month's tax an expense paid.
std::optional<Date> tax_month_of(const Database& database, Id<Expense> expense);
Fact tax_paid_fact(Id<Expense> expense, Date month);

}  // namespace lapak
