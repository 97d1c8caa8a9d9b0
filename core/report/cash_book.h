// report: the cash book: what came into the drawers or the bank, what went, and what was there after it.
#pragma once
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/profile/profile.h"

namespace lapak {

enum class CashPlace { Drawers, Bank };
struct CashBookRow {
  Date date;
  std::string number;  // of a receipt, or empty
  std::string what;
  Money in, out;
  Money balance;  // after it
};
struct CashBook {
  Money opening, closing;  // opening + Σ in − Σ out = closing
  std::vector<CashBookRow> rows;
};
// Of these days, both inclusive, from the same bookings as the accountant's journal. Slow over many sales: for the
// worker.
CashBook cash_book(const Database& database, const Profile& profile, CashPlace place, Date from, Date to);

}  // namespace lapak
