// books: the rows of the bank's lines, and what may stand behind them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/books/bank.h"
#include "core/db/database.h"
#include "core/people/people_store.h"

namespace lapak {

// By day and as they were imported; words that were forgotten are empty.
std::vector<BankLine> bank_lines(const Database& database, Date from, Date to);
std::vector<BankLine> bank_lines_of(const Database& database, std::string_view account, Date from, Date to);
std::optional<BankLine> find_bank_line(const Database& database, Id<BankLine> id);
bool is_matched(const Database& database, Id<BankLine> id);
// What nothing was said of yet, oldest first.
std::vector<BankLine> unmatched_bank_lines(const Database& database);
// What the shop's own facts suggest for them.
std::vector<BankMatch> suggested_matches(const Database& database);
// The sum of all lines up to and with a day.
Money bank_balance(const Database& database, Date until);

// Writing, for apply_books alone.
void put_bank_line(Database& database, const BankLine& line, const std::optional<std::string>& text, Instant at,
                   std::optional<Id<Seller>> who);
enum class Matched { Yes, No };
void put_bank_match(Database& database, const BankMatch& match, Matched matched);
// The words of lines that were hers, or that have her name in them, become NULL. Before her name goes.
void forget_bank_lines(Database& database, Id<Contact> contact);
std::vector<Id<BankLine>> forgotten_bank_lines(const Database& database);

}  // namespace lapak
