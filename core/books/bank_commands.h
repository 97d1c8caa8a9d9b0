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
// seen; an expense or invoice that was open is paid; a receipt that was owed gets a payment by transfer. Undoable, but
// for what was seen. Problems: NotInTheBooks (no such line, or something was said of it or of what it is for already),
// and those of BookExpense and SettleOwed.
struct MatchBank {
  std::vector<BankMatch> matches;
};
// A line has nothing to do with the shop: the owner's own. Undoable. Problems: NotInTheBooks (as of MatchBank).
struct LeaveOutBankLine {
  Id<BankLine> line;
};
// What was said of a line was wrong: it is open again, its fee was never paid. A payment of a receipt stays. Undoable.
// Problems: NotInTheBooks (nothing was said of it).
struct TakeBackMatch {
  Id<BankLine> line;
};

using BankCommand = std::variant<ImportBank, MatchBank, LeaveOutBankLine, TakeBackMatch>;

// Facts: the words of a line stand in Fact::personal.
Result<Decision> decide(const BankCommand& command, const Deciding& deciding);
// Of kinds "books.bank_…".
void apply_bank(const Fact& fact, const Applying& applying);
// Where an expense or income that is taken back was matched with a line: the line is open again. The match it was.
std::optional<BankMatch> loosen_match(Decision& decision, const Database& database, const IdBytes& subject);
// The same line is matched with what is said in its place.
void match_again(Decision& decision, const BankMatch& match);
// Of a fact with the words of a line: which.
std::optional<Id<BankLine>> bank_line_of(const Fact& fact);

}  // namespace lapak
