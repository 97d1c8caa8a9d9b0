// till: the rows of days, cash entries, closings and reopenings, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/journal/journal.h"
#include "core/profile/profile.h"
#include "core/till/till.h"

namespace lapak {

struct TillClosing;
struct TillReopening;

struct MethodCheck {   // "cek aplikasi: Cocok / Beda"
  std::string method;  // method_code
  bool matches = true;
  friend bool operator==(const MethodCheck&, const MethodCheck&) = default;
};

struct Closing {
  Id<TillClosing> id;
  Id<TillDay> till_day;
  Money expected, counted;
  std::string reason;  // of the difference
  std::vector<NoteCount> notes;
  std::vector<MethodCheck> checks;
  Instant at;
  std::optional<Id<Seller>> who;
};

std::optional<TillDay> open_day(const Database& database, std::string_view till);
std::optional<TillDay> find_day(const Database& database, Id<TillDay> id);
// The one closed last at this till; the day itself may be open again.
std::optional<Closing> last_closing(const Database& database, std::string_view till);
Money cash_payments_of(const Database& database, Id<TillDay> day);
Money expected_now(const Database& database, const TillDay& day);

struct MethodRow {
  Method method;
  Money amount;  // paid, waiting ones included; of cash what went through this drawer
  Money waiting;
  std::vector<std::string> waiting_for;  // names or receipt numbers
};
// The drawer and the day, as the count and the end-of-day screens show them.
struct DayView {
  std::optional<TillDay> day;  // the open one, else the one closed last
  bool is_open = false;
  Money cash_payments, cash_in, cash_out, expected;
  std::optional<Money> counted;  // when it is closed
  std::string difference_reason;
  std::vector<NoteCount> counted_notes;
  std::optional<Instant> closed_at;
  std::optional<Id<Seller>> closed_by;
  std::vector<MethodCheck> checks;
  std::vector<CashEntry> entries;
  std::vector<MethodRow> methods;  // cash first
  Money owed;                      // by buyers, of this day's sales, still
  std::vector<std::string> owed_by;
};
DayView day_view(const Database& database);
// A day of the past by its business date (the last one opened on it).
DayView day_view(const Database& database, Date business_date);

// Writing, for apply_till alone. The reason stands apart: it is none when it was forgotten.
void put_day(Database& database, const TillDay& day, std::string_view till, const EntryHeader& header);
void put_cash_entry(Database& database, const CashEntry& entry, const std::optional<std::string>& reason,
                    const EntryHeader& header);
void put_closing(Database& database, const Closing& closing, const std::optional<std::string>& reason,
                 const EntryHeader& header);
void put_reopening(Database& database, Id<TillReopening> id, const Closing& closing, std::string_view till,
                   const std::optional<std::string>& reason, const EntryHeader& header);

}  // namespace lapak
