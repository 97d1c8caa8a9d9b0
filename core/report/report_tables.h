// report: the figures of a report as plain tables, one a question: what a chart is read from, and what is exported.
//
// Every cell is what the report keeps, so that a table adds up to the report to the last unit.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/order/custom_order.h"
#include "core/report/attention.h"
#include "core/report/buyers.h"
#include "core/report/report.h"
#include "core/report/stock_age.h"
#include "core/words/words.h"

namespace lapak {

enum class ReportPart {
  Totals,
  Days,
  Payments,
  Products,
  Hours,  // by hour and weekday
  Categories,
  Partners,
  Sellers,
  Bargains,
  Buyers,
  Attention,
  StockAge,
  Weeks,
};
inline constexpr ReportPart kReportParts[]{
    ReportPart::Totals,     ReportPart::Days,     ReportPart::Payments, ReportPart::Products, ReportPart::Hours,
    ReportPart::Categories, ReportPart::Partners, ReportPart::Sellers,  ReportPart::Bargains, ReportPart::Buyers,
    ReportPart::Attention,  ReportPart::StockAge, ReportPart::Weeks};
std::string_view report_part_code(ReportPart part);  // "days": of files and of the command line
std::string_view report_part_name(ReportPart part);  // a message: "Sales per day"

using ReportCell = std::variant<std::string, std::int64_t, Quantity, Money>;
struct ReportTable {
  std::string_view heading;  // a message
  std::vector<std::string> columns;
  std::vector<std::vector<ReportCell>> rows;  // as many cells as columns
};

// What the weeks to come hold of orders, and what they may hold; a cap of 0 is none.
struct OrderWeek {
  WeekLoad load;
  WeekCap cap;
};

// All that Reports shows of a range of days, beside the report itself.
struct WiderReport {
  Buyers buyers;
  StockAge stock;
  Attention attention;
  std::vector<OrderWeek> weeks;
};
inline constexpr int kWeeksAhead = 8;
inline constexpr int kFirstWeekday = 1;  // Monday stands first where days of the week are listed
// Slow over many sales: for the worker. The stock and the weeks are of `today`.
WiderReport wider_report(const Database& database, const Profile& profile, DateRange range, Date today);

ReportTable table_of(const Report& report, const WiderReport& wider, ReportPart part, const Words& words);
// In the order of kReportParts.
std::vector<ReportTable> every_table(const Report& report, const WiderReport& wider, const Words& words);

// Which hour of which day of the week sold what, as a chart shows it: a row a day, Monday first, a column an hour.
struct WeekMap {
  int first_hour = 0;
  std::size_t hours = 0;         // 0: nothing was sold
  std::vector<Money> net_sales;  // row by row
};
inline constexpr int kDaysOfWeek = 7;
WeekMap week_map(const Report& report);
// Of the row, 0 = Sunday as everywhere.
constexpr int weekday_of_row(int row) {
  return (row + kFirstWeekday) % kDaysOfWeek;
}

// As people read it.
std::string shown(const ReportCell& cell, const Words& words, const Currency& currency);

}  // namespace lapak
