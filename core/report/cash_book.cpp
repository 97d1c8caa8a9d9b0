// report: the cash book.
#include "core/report/cash_book.h"

#include "core/report/accounts.h"

namespace lapak {

CashBook cash_book(const Database& database, const Profile& profile, CashPlace place, Date from, Date to) {
  const bool is_bank = place == CashPlace::Bank;
  const std::string account = is_bank ? bank_account(profile.words()) : till_accounts(profile.words());
  CashBook book;
  // The drawers begin with what they held the day before; at the bank all that was before is few.
  if (!is_bank) book.opening = book.closing = in_drawers(database, from.plus_days(-1));
  const std::vector<Booking> all =
      is_bank ? bank_bookings(database, profile, Date{}, to) : bookings(database, profile, from, to);
  for (const Booking& booking : all) {
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
