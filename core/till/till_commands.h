// till: what can be done with the drawer and the day.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/sale/sale.h"
#include "core/till/till.h"

namespace lapak {

// Problems: DayOpenAlready, AmountTooLarge, QuantityNegative.
struct OpenDay {
  std::vector<NoteCount> notes;
};
// + in, − out. Undoable. Problems: NoDayOpen, ReasonMissing, QuantityZero, AmountTooLarge.
struct MoveCash {
  Money amount;
  std::string reason;
};
struct MethodCheck {  // "cek aplikasi: Cocok / Beda"
  std::string method;
  bool matches = true;
  friend bool operator==(const MethodCheck&, const MethodCheck&) = default;
};
// Possible with points open; they are listed in the summary. Problems: NoDayOpen, AmountTooLarge, QuantityNegative.
struct CloseDay {
  std::vector<NoteCount> notes;
  std::string reason;  // of a difference
  std::vector<MethodCheck> checks;
};
// The day that was closed last goes on. Owner only. Problems: DayOpenAlready, NoDayOpen, OwnerOnly.
struct ReopenDay {
  std::string reason;
};

using TillCommand = std::variant<OpenDay, MoveCash, CloseDay, ReopenDay>;

Result<Decision> decide(const TillCommand& command, const Deciding& deciding);
void apply_till(const Fact& fact, const Applying& applying);

struct MethodRow {
  Method method;
  Money amount;   // paid, waiting ones included
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
  std::vector<MethodCheck> checks;
  std::vector<CashEntry> entries;
  std::vector<MethodRow> methods;  // cash first
  Money owed;                      // by buyers, of this day's sales, still
  std::vector<std::string> owed_by;
};
DayView day_view(const Database& database);
// A day of the past by its business date (the last one opened on it).
DayView day_view(const Database& database, Date business_date);

}  // namespace lapak
