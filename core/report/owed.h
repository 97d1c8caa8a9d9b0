// report: who owes whom: bills of buyers, invoices of clients, and what the shop has not paid yet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/profile/profile.h"

namespace lapak {

struct Contact;
struct Expense;
struct Income;
struct Sale;

struct OwedRow {
  // What is open: one of them.
  std::optional<Id<Sale>> sale = {};
  std::optional<Id<Income>> income = {};
  std::optional<Id<Expense>> expense = {};
  std::optional<Id<Contact>> contact;
  std::string name;  // empty where nobody is known
  Money amount;
  Date since;
  std::optional<Date> due;
  std::string what;     // a receipt's number, what an invoice or expense is for
  std::string message;  // a reminder, ready to be sent, in the contact's language; empty of what the shop owes
};
struct Owed {
  std::vector<OwedRow> to_me, by_me;  // the earliest due first, those without a day last
  Money to_me_sum, by_me_sum;
};
Owed owed(const Database& database, const Profile& profile);

}  // namespace lapak
