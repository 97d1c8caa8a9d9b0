// exchange: a double-entry journal as a table.
#include "core/exchange/postings.h"

#include "core/exchange/csv.h"

namespace lapak {

std::string postings_csv(std::span<const Booking> bookings, const Profile& profile) {
  CsvWriter csv;
  for (const char* header : {"month", "date", "number", "what", "account", "amount", "currency"}) csv.text(header);
  csv.end_row();
  for (const Booking& booking : bookings) {
    const std::string date = booking.date.iso();
    for (const Posting& posting : booking.postings) {
      csv.number(date.substr(0, 7));
      csv.number(date);
      csv.text(booking.code);
      csv.text(booking.what);
      csv.text(posting.account);
      csv.number(plain_decimal(posting.amount.minor, profile.money().decimals));
      csv.text(profile.currency);
      csv.end_row();
    }
  }
  return csv.bytes();
}

}  // namespace lapak
