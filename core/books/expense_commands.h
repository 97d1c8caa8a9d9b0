// books: what can be done with expenses.
//
// What is paid from the till leaves the open drawer in the same entry, and what is taken back returns to the drawer
// that is open then. Facts: note and photo stand in Fact::personal.
#pragma once
#include <optional>
#include <variant>

#include "core/books/expense.h"
#include "core/journal/decision.h"

namespace lapak {

// Writes down an expense (nil id), or says a known one anew: then the former is taken back. `at` is not read; a nil
// business date (1970-01-01) is the trading day's, which from the till it always is. An occurrence of a recurring one
// is booked once. Undoable.
// Problems: those of checked_expense, OrderUnknown, ProductUnknown, ContactUnknown, NotInTheBooks (also: taken back,
// no such recurring one, booked already), NoDayOpen (from the till).
struct BookExpense {
  Expense expense;
  std::optional<Attachment> photo = {};  // new bytes for expense.photo
};
// It was never so. Undoable. Problems: NotInTheBooks, NoDayOpen (it was paid from the till).
struct TakeBackExpense {
  Id<Expense> expense;
};
// What was not paid yet is paid now. Undoable.
// Problems: NotInTheBooks (also: paid already), NoDayOpen. Asserts: not NotYet.
struct PayExpense {
  Id<Expense> expense;
  PaidFrom from = PaidFrom::Bank;
};
// Adds (nil id) or changes a recurring one; hidden it proposes nothing any more. Undoable.
// Problems: those of checked_recurring, NotInTheBooks.
struct SaveRecurring {
  RecurringExpense recurring;
};
// This time it is not to be paid. Undoable. Problems: NotInTheBooks (no such occurrence).
struct SkipRecurring {
  Id<RecurringExpense> recurring;
  Date day;
};

using ExpenseCommand = std::variant<BookExpense, TakeBackExpense, PayExpense, SaveRecurring, SkipRecurring>;

Result<Decision> decide(const ExpenseCommand& command, const Deciding& deciding);
// Of kinds "books.expense_…" and "books.recurring_…".
void apply_expense(const Fact& fact, const Applying& applying);
// Of an expense with words: whose they are. nullopt for other facts.
struct ExpenseWords {
  std::optional<Id<Contact>> contact;
  std::optional<Id<CustomOrder>> order;
};
std::optional<ExpenseWords> words_of_expense(const Fact& fact);

}  // namespace lapak
