// books: what can be done with incomes and hours.
//
// What comes into the till is in the open drawer in the same entry. Facts: the note stands in Fact::personal.
#pragma once
#include <optional>
#include <variant>

#include "core/books/income.h"
#include "core/journal/decision.h"

namespace lapak {

// Writes down an income (nil id), or says a known one anew: then the former is taken back. `at` is not read; a nil
// business date (1970-01-01) is the trading day's, which of the till it always is. Undoable.
// Problems: those of checked_income and NoteTime, ContactUnknown, NotInTheBooks (also: taken back), NoDayOpen (into the
// till).
struct BookIncome {
  Income income;
  std::int64_t minutes = 0;  // of work, noted with it as NoteTime does and taken back with it
};
// It was never so. Undoable. Problems: NotInTheBooks, NoDayOpen (it came into the till).
struct TakeBackIncome {
  Id<Income> income;
};
// An open invoice was paid. Undoable. Problems: NotInTheBooks (also: paid already), NoDayOpen. Asserts: not NotYet.
struct ReceiveIncome {
  Id<Income> income;
  PaidInto into = PaidInto::Bank;
};
// Work on any stream; < 0 corrects. Undoable. Problems: QuantityZero, QuantityTooLarge (beyond a month).
struct NoteTime {
  Stream stream = Stream::Goods;
  std::int64_t minutes = 0;
  std::optional<Date> day = {};  // none: the trading day's
};

using IncomeCommand = std::variant<BookIncome, TakeBackIncome, ReceiveIncome, NoteTime>;

Result<Decision> decide(const IncomeCommand& command, const Deciding& deciding);
// Of kinds "books.income_…" and "books.time_…".
void apply_income(const Fact& fact, const Applying& applying);
// From whom an income with words came; nullopt for other facts, and of nobody known.
std::optional<Id<Contact>> payer_of(const Fact& fact);

}  // namespace lapak
