// report: double-entry bookkeeping as plain text that `ledger` and `hledger` read. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/money.h"

namespace lapak {

struct Posting {
  std::string account;  // parts with ":" between them, each made by account_part
  Money amount;         // + debit, − credit
  friend bool operator==(const Posting&, const Posting&) = default;
};

// Something that happened: its postings come to nothing.
struct Booking {
  Date date;
  std::string code;  // a receipt's number; may be empty
  std::string what;
  std::vector<Posting> postings;

  // Adds to the account where there is a posting to it already; nothing for an amount of nothing.
  void post(std::string account, Money amount);
};
bool is_balanced(const Booking& booking);

// A name as one part of an account's: what means something in a journal (";", ":", brackets, tabs, two blanks …)
// becomes a blank or a hyphen. Never empty.
std::string account_part(std::string_view name);

// The journal, in the order of the bookings. Asserts: each is balanced.
std::string ledger_text(std::span<const Booking> bookings, const Currency& currency);

// What each account comes to, by name.
std::vector<Posting> account_balances(std::span<const Booking> bookings);

}  // namespace lapak
