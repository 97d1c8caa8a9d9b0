// books: what can be done with what the bank says.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/books/bank.h"
#include "core/journal/decision.h"

namespace lapak {

// Takes over the lines of an account that are not known yet (new_lines); ids are not read. An entry a line, because of
// the words in it. Problems: NameEmpty, NameTooLong, TextNotUtf8, QuantityZero (a line of nothing), AmountTooLarge.
struct ImportBank {
  std::string account;
  std::vector<BankLine> lines;
};
// Says what lines were for. A fee becomes an expense from the bank on the line's day; a transfer that was waited for is
// seen. Undoable, but for what was seen. Problems: NotInTheBooks (no such line, or it was matched already), and those
// of BookExpense.
struct MatchBank {
  std::vector<BankMatch> matches;
};

using BankCommand = std::variant<ImportBank, MatchBank>;

// Facts: the words of a line stand in Fact::personal.
Result<Decision> decide(const BankCommand& command, const Deciding& deciding);
// Of kinds "books.bank_…".
void apply_bank(const Fact& fact, const Applying& applying);
// Of a fact with the words of a line: which.
std::optional<Id<BankLine>> bank_line_of(const Fact& fact);

}  // namespace lapak
