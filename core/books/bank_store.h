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
// What a line was for; none where nothing was said of it, or that it is not the shop's.
std::optional<BankMatch> find_match(const Database& database, Id<BankLine> line);
bool is_left_out(const Database& database, Id<BankLine> line);
// Whether it was said what it was for, or that it is not the shop's.
bool is_settled(const Database& database, Id<BankLine> line);
// The line that a payment, an expense or an income was matched with.
std::optional<Id<BankLine>> line_of(const Database& database, const IdBytes& subject);
// What nothing was said of yet, oldest first.
std::vector<BankLine> unmatched_bank_lines(const Database& database);
std::int64_t count_unmatched_bank_lines(const Database& database);
// What came by transfer, QRIS and card on these days, both inclusive, and was matched with no line yet.
std::vector<BankPayment> payments_to_match(const Database& database, Date from, Date to);
// What the shop's own facts suggest for them.
std::vector<BankMatch> suggested_matches(const Database& database);
// What one may have been, what was not paid yet too.
std::vector<BankMatch> possible_matches(const Database& database, const BankLine& line);
// How the accounts are called, in alphabetical order.
std::vector<std::string> bank_accounts(const Database& database);
// The sum of all lines up to and with a day.
Money bank_balance(const Database& database, Date until);

// Writing, for apply_books alone.
void put_bank_line(Database& database, const BankLine& line, const std::optional<std::string>& text, Instant at,
                   std::optional<Id<Seller>> who);
enum class Matched { Yes, No };
void put_bank_match(Database& database, const BankMatch& match, Matched matched);
enum class LeftOut { Yes, No };
void put_left_out(Database& database, Id<BankLine> line, LeftOut left_out);
// The words of lines that were hers, or that have her name in them, become NULL. Before her name goes.
void forget_bank_lines(Database& database, Id<Contact> contact);
std::vector<Id<BankLine>> forgotten_bank_lines(const Database& database);

}  // namespace lapak
