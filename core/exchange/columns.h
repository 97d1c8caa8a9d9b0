// exchange: what the columns of somebody else's table mean: which is which, how its numbers are written, which of day
// and month comes first. Decided over the whole column, because one cell cannot tell. Pure.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/exchange/csv.h"

namespace lapak {

// What was said on the command line: field and header, "number" and "InvoiceNo".
using ColumnChoice = std::vector<std::pair<std::string, std::string>>;

// "number=InvoiceNo,code=StockCode". Problems: CsvFieldUnknown (a part without "=").
Result<ColumnChoice> parse_column_choice(std::string_view text);

enum class Need { Required, Optional };

// A header without what differs between programs and versions: "Lineitem SKU" and "lineitem_sku" are one;
// "Price [Main street]" is "price".
std::string plain_header(std::string_view header);

// A field of ours, and the headers that mean it in the files of other programs, the likeliest first.
struct FieldName {
  std::string_view field;  // "price"
  Need need;
  std::string_view headers;  // "price unitprice": lower case, without blanks and marks; "[STORE]" endings fall off
};

// Where each field stands in the table; a field without a column is nullopt.
class Columns {
 public:
  // Problems: CsvFieldUnknown, CsvHeaderMissing (a choice that is not there), CsvColumnMissing (a required field).
  static Result<Columns> find(const CsvTable& table, std::span<const FieldName> fields, const ColumnChoice& choice);

  bool has(std::string_view field) const { return column(field).has_value(); }
  std::optional<std::size_t> column(std::string_view field) const;
  // The headers that were understood, as the file has them, in the order of the fields.
  std::vector<std::string> understood(const CsvTable& table) const;
  // The header as the file has it, or the field itself.
  std::string header(const CsvTable& table, std::string_view field) const;
  // Empty where the table has no such column. Asserts: the row is as long as the header.
  std::string_view cell(const CsvTable& table, std::size_t row, std::string_view field) const;

 private:
  std::vector<std::pair<std::string_view, std::size_t>> columns_;
};

// How the numbers of a column are written. Where no cell tells, as amounts of `currency` are written in a
// `fallback` language; without decimals in the currency, a mark before three digits groups them.
NumberStyle number_style_of(const CsvTable& table, std::optional<std::size_t> column, const Currency& currency,
                            NumberStyle fallback);

enum class DateOrder { DayFirst, MonthFirst };

// A cell's number as it is written, exact. Problems: NotAnAmount, AmountTooLarge (more than 15 digits).
Result<Decimal> parse_number(std::string_view text, NumberStyle style);

// The same as an amount. Problems: those, and NotAnAmount for more decimals than the currency has.
Result<Money> parse_exact_money(std::string_view text, NumberStyle style, const Currency& currency);

// Which of 01/02/2026 is the day, for the whole column.
DateOrder date_order_of(const CsvTable& table, std::optional<std::size_t> column, DateOrder fallback);

// "2010-12-01 08:26:00", "2026-11-22T10:42:07+07:00", "22/11/2026 10.42", "11/22/26 3:45 PM", "22.11.2026".
// A day without a time is its midnight. Problems: NotADate.
Result<Instant> parse_moment(std::string_view text, DateOrder order, const Zone& zone);

}  // namespace lapak
