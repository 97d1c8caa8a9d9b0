// paper: the end of the day: one A4 page that a seller can sign and send; and the same page of a range of days.
//
// Plain values in, a Document of exactly one page out; any thread. Lists longer than the page has room for are cut,
// and the cut says how many were left out. Amounts are handed in as the report keeps them; nothing is added up here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

struct DayTotals {
  std::int64_t sales_count = 0;
  Quantity items_sold;
  Money gross_sales;  // Σ quantity × agreed price
  Money discounts;    // positive; taken off
  Money refunds;      // positive; taken off
  Money net_sales;    // gross − discounts − refunds
  Money tax;          // in net_sales or added, as the shop does
  Money rounding;     // its own sign
  Money tips;
};

struct DayMethod {
  std::string method;  // "Tunai", in the page's language
  std::int64_t payments_count = 0;
  Money expected;                // taken less given back; cash: what should lie in the drawer
  std::optional<Money> counted;  // nullopt: nobody looked; what has not arrived yet is not counted
};

struct DayHour {
  int hour = 0;  // 0…23
  Money net_sales;
  std::int64_t sales_count = 0;
};

// A bar of a range: a day, a month or a year.
struct RangeBar {
  std::string label;
  Money net_sales;
};
enum class RangeStep { Day, Month, Year };

// A part of the net sales: a seller's, a category's.
struct DayShare {
  std::string name;
  Money net_sales;
};

struct DayProduct {
  std::string name;
  Quantity quantity;
  Money net_sales;
};

enum class CorrectionKind { Refund, Void };

struct DayCorrection {
  CorrectionKind kind = CorrectionKind::Refund;
  std::string number;
  LocalTime at;
  Money amount;  // positive
  std::string reason;
  std::string who;
};

// The drawer; absent when no day was opened.
struct DayDrawer {
  Money float_at_opening;
  Money cash_taken;  // from sales, less cash given back in refunds
  Money paid_in;
  Money paid_out;  // positive
  Money expected;
  std::optional<Money> counted;
  std::string difference_reason;
  std::string closed_by;
};

enum class OpenPointKind {
  CartHeld,        // a cart set aside
  PaymentWaiting,  // a transfer or QRIS not seen yet
  Owed,            // pay later
};

struct DayOpenPoint {
  OpenPointKind kind = OpenPointKind::CartHeld;
  std::string name;    // of the cart or the customer; may be empty
  std::string number;  // of the sale; empty for a cart
  Money amount;
};

struct DayShortage {
  std::string name;
  Quantity left;  // ≤ 0; below zero more was sold than was known
};

struct EndOfDayView {
  Letterhead head;
  Date business_date;
  std::optional<Date> last_date;  // of a range, which has no drawer, no opening hours and is not signed
  std::optional<LocalTime> opened_at;
  std::optional<LocalTime> closed_at;  // nullopt: still open, the page says so
  DayTotals totals;
  std::vector<DayMethod> methods;
  std::vector<DayHour> hours;  // in order; hours without a sale may be left out
  std::vector<RangeBar> bars;  // of a range, in place of the hours
  RangeStep step = RangeStep::Day;
  std::vector<DayShare> sellers;  // printed when there are two or more
  std::vector<DayShare> categories;
  std::vector<DayProduct> best_sellers;
  std::vector<DayCorrection> corrections;
  std::optional<DayDrawer> drawer;
  std::vector<DayOpenPoint> open_points;
  std::vector<DayShortage> ran_out;
  std::vector<std::string> next_day;  // what waits tomorrow, in the page's language
  std::string note;
  std::string fingerprint;  // the journal's last hash, short: a witness on paper; empty: not printed
};

Document end_of_day(const EndOfDayView& view, SheetPaper paper, const Words& words);

}  // namespace lapak
