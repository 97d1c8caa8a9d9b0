// till: the cash drawer of one trading day. Pure.
//
// A day is opened with a float and closed with a count; the difference is recorded, never corrected. The business date
// is that of the opening, across midnight; a sale with no day open counts to its calendar day and to no drawer.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/sale/cash.h"

namespace lapak {

// The sum of what was counted. A NoteCount of value 0 is loose coins counted as one sum: `count` minor units.
// Problems: AmountTooLarge, QuantityNegative.
Result<Money> counted_sum(const std::vector<NoteCount>& notes);

struct TillDay {
  Id<TillDay> id;
  Date business_date;
  Instant opened_at;
  Money float_amount;
  std::vector<NoteCount> notes;
};

struct CashEntry {
  Id<CashEntry> id;
  Id<TillDay> till_day;
  Instant at;
  Money amount;  // + in, − out
  std::string reason;
};

// What the drawer should hold: float + cash payments (refunds are negative) + entries.
Money expected_cash(Money float_amount, Money cash_payments, Money entries);

}  // namespace lapak
