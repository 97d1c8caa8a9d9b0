// report: the cash book.
#include "core/report/cash_book.h"

#include "core/report/accounts.h"

namespace lapak {

CashBook cash_book(const Database& database, const Profile& profile, CashPlace place, Date from, Date to) {
  const std::string account = place == CashPlace::Bank ? bank_account(profile.words()) : till_accounts(profile.words());
  CashBook book;
  for (const Booking& booking : bookings(database, profile, Date{}, to)) {
    Money moved;
    for (const Posting& posting : booking.postings)
      if (posting.account.starts_with(account)) moved += posting.amount;
    if (moved.is_zero()) continue;
    book.closing += moved;
    if (booking.date < from)
      book.opening = book.closing;
    else
      book.rows.push_back({.date = booking.date,
                           .number = booking.code,
                           .what = booking.what,
                           .in = std::max(moved, Money{}),
                           .out = std::max(-moved, Money{}),
                           .balance = book.closing});
  }
  return book;
}

}  // namespace lapak
