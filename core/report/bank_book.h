// report: the bank's own lines, what each was for, and what one may have been for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/books/bank.h"
#include "core/db/database.h"
#include "core/profile/profile.h"

namespace lapak {

enum class BankState { Open, Matched, LeftOut };
struct BankBookRow {
  BankLine line;
  BankState state = BankState::Open;
  std::string what;  // what it was for, in words; empty of an open one
  Money balance;     // after it, of all lines that were taken over
};
struct BankBook {
  Money opening, closing;         // opening + Σ amounts = closing
  std::vector<BankBookRow> rows;  // of the days asked for, by day
  std::vector<BankLine> open;     // of all days, oldest first
  std::vector<BankMatch> suggested;
};
// Of these days, both inclusive. For the worker.
BankBook bank_book(const Database& database, const Profile& profile, Date from, Date to);

// Something a line may have been.
struct BankGuess {
  BankMatch match;
  std::string what;   // "Transfer A1-000123", "Sewa lapak"
  std::string below;  // the day; the fee, or that it was not paid yet
};
std::vector<BankGuess> bank_guesses(const Database& database, const Profile& profile, Id<BankLine> line);
// What a match says, in words.
std::string match_said(const Database& database, const Profile& profile, const BankMatch& match);

}  // namespace lapak
