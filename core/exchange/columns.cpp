// exchange: what the columns of somebody else's table mean.
#include "core/exchange/columns.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/check.h"
#include "core/base/text.h"

namespace lapak {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A number that can only be written one way, or one that could be either.
struct NumberSigns {
  std::size_t comma_decimal = 0, point_decimal = 0;      // cells that decide
  std::size_t comma_and_three = 0, point_and_three = 0;  // "1,250" and "1.250"
};

void look_at(std::string_view text, NumberSigns& signs) {
  const std::size_t last = text.find_last_of(".,");
  if (last == text.npos) return;
  const char mark = text[last], other = mark == '.' ? ',' : '.';
  std::size_t digits_behind = 0;
  while (last + 1 + digits_behind < text.size() && is_digit(text[last + 1 + digits_behind])) ++digits_behind;
  const auto decides = [&](char decimal_mark) { ++(decimal_mark == ',' ? signs.comma_decimal : signs.point_decimal); };
  const bool repeated = text.find(mark) != last;
  if (repeated) {
    decides(other);  // 1.250.000: it groups
  } else if (text.find(other) != text.npos || (digits_behind != 3 && digits_behind > 0)) {
    decides(mark);
  } else if (digits_behind == 3) {
    std::size_t digits_before = 0;
    while (digits_before < last && is_digit(text[last - 1 - digits_before])) ++digits_before;
    const bool is_below_one = digits_before == 0 || (digits_before == 1 && text[last - 1] == '0');  // .125, 0.125
    if (is_below_one || digits_before > 3)
      decides(mark);
    else
      ++(mark == ',' ? signs.comma_and_three : signs.point_and_three);
  }
}

// Walks a text that is made of numbers and marks.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> number(std::size_t most_digits) {
    int value = 0;
    const std::size_t limit = std::min(most_digits, rest_.size());
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + limit, value);
    if (error != std::errc{} || rest_[0] == '-') return std::nullopt;
    last_digits_ = static_cast<std::size_t>(end - rest_.data());
    rest_.remove_prefix(last_digits_);
    return value;
  }
  std::size_t last_digits() const { return last_digits_; }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  char take_one_of(std::string_view marks) {
    if (rest_.empty() || marks.find(rest_[0]) == marks.npos) return 0;
    const char mark = rest_[0];
    rest_.remove_prefix(1);
    return mark;
  }
  bool take_word(std::string_view lower_case) {
    if (folded(rest_.substr(0, lower_case.size())) != lower_case) return false;
    rest_.remove_prefix(lower_case.size());
    return true;
  }
  void skip_blanks() { rest_ = trimmed(rest_); }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  std::size_t last_digits_ = 0;
};

struct DateParts {
  int first, second, third;
  bool year_first;
  char mark;
};

std::optional<DateParts> scan_date(Scanner& scanner) {
  const auto first = scanner.number(4);
  const bool year_first = first && scanner.last_digits() == 4;
  const char mark = scanner.take_one_of("-/.");
  if (!first || mark == 0) return std::nullopt;
  const auto second = scanner.number(2);
  if (!second || !scanner.take(mark)) return std::nullopt;
  const auto third = scanner.number(4);
  if (!third) return std::nullopt;
  const bool short_year = !year_first && scanner.last_digits() == 2;
  return DateParts{*first, *second, short_year ? *third + 2000 : *third, year_first, mark};
}

std::optional<Date> date_of(const DateParts& parts, DateOrder order) {
  int year = parts.third, month = parts.second, day = parts.first;
  if (parts.year_first) {
    year = parts.first;
    day = parts.third;
  } else if (order == DateOrder::MonthFirst && parts.mark != '.') {
    std::swap(day, month);
  }
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const Date first = Date::of(year, month, 1);
  if (day > first.last_of_month().day()) return std::nullopt;
  return first.plus_days(day - 1);
}

struct TimeParts {
  int hour = 0, minute = 0, second = 0;
  std::optional<int> offset_minutes;  // east of UTC
};

// What follows the date: nothing, a time, a time with a zone. Nullopt for anything else.
std::optional<TimeParts> scan_time(Scanner& scanner) {
  TimeParts time;
  scanner.skip_blanks();
  if (scanner.at_end()) return time;
  scanner.take_one_of("Tt,");
  scanner.skip_blanks();
  const auto hour = scanner.number(2);
  if (!hour || scanner.take_one_of(":.") == 0) return std::nullopt;
  const auto minute = scanner.number(2);
  if (!minute) return std::nullopt;
  if (scanner.take_one_of(":.") != 0) {
    const auto second = scanner.number(2);
    if (!second) return std::nullopt;
    time.second = *second;
    if (scanner.take('.') && !scanner.number(9)) return std::nullopt;
  }
  time.hour = *hour;
  time.minute = *minute;
  scanner.skip_blanks();
  const bool afternoon = scanner.take_word("pm");
  if (afternoon || scanner.take_word("am")) {
    if (time.hour < 1 || time.hour > 12) return std::nullopt;
    time.hour = time.hour % 12 + (afternoon ? 12 : 0);
  } else if (scanner.take_one_of("Zz") != 0 || scanner.take_word("utc")) {
    time.offset_minutes = 0;
  } else if (const char sign = scanner.take_one_of("+-"); sign != 0) {
    const auto hours = scanner.number(2);
    scanner.take(':');
    const auto minutes = scanner.number(2);
    if (!hours || *hours > 14 || minutes.value_or(0) > 59) return std::nullopt;
    time.offset_minutes = (*hours * 60 + minutes.value_or(0)) * (sign == '-' ? -1 : 1);
  }
  scanner.skip_blanks();
  if (!scanner.at_end() || time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  return time;
}

}  // namespace

std::string plain_header(std::string_view header) {
  std::string plain;
  for (const char c : folded(header.substr(0, header.find('['))))
    if (is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) plain += c;
  return plain;
}

Result<ColumnChoice> parse_column_choice(std::string_view text) {
  ColumnChoice choice;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t equals = part.find('=');
    if (equals == part.npos) return refuse(ProblemCode::CsvFieldUnknown, std::string(part));
    choice.emplace_back(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
  }
  return choice;
}

Result<Columns> Columns::find(const CsvTable& table, std::span<const FieldName> fields, const ColumnChoice& choice) {
  for (const auto& [field, header] : choice) {
    if (std::ranges::find(fields, field, &FieldName::field) == fields.end())
      return refuse(ProblemCode::CsvFieldUnknown, field);
    if (std::ranges::find(table.header(), header) == table.header().end())
      return refuse(ProblemCode::CsvHeaderMissing, header);
  }
  std::vector<std::string> plain;
  for (const std::string& header : table.header()) plain.push_back(plain_header(header));

  Columns columns;
  for (const FieldName& field : fields) {
    std::optional<std::size_t> found;
    if (const auto chosen = std::ranges::find(choice, field.field, &ColumnChoice::value_type::first);
        chosen != choice.end()) {
      found = static_cast<std::size_t>(std::ranges::find(table.header(), chosen->second) - table.header().begin());
    }
    for (std::string_view rest = field.headers; !found && !rest.empty();) {
      const std::string_view header = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(header.size() + 1, rest.size()));
      if (const auto at = std::ranges::find(plain, header); at != plain.end())
        found = static_cast<std::size_t>(at - plain.begin());
    }
    if (found)
      columns.columns_.emplace_back(field.field, *found);
    else if (field.need == Need::Required)
      return refuse(ProblemCode::CsvColumnMissing, std::string(field.field));
  }
  return columns;
}

std::optional<std::size_t> Columns::column(std::string_view field) const {
  for (const auto& [name, column] : columns_)
    if (name == field) return column;
  return std::nullopt;
}

std::vector<std::string> Columns::understood(const CsvTable& table) const {
  std::vector<std::string> headers;
  for (const auto& [field, index] : columns_) headers.push_back(table.header()[index]);
  return headers;
}

std::string Columns::header(const CsvTable& table, std::string_view field) const {
  const auto at = column(field);
  return at ? table.header()[*at] : std::string(field);
}

std::string_view Columns::cell(const CsvTable& table, std::size_t row, std::string_view field) const {
  const auto at = column(field);
  return at ? table.cell(row, *at) : std::string_view();
}

NumberStyle number_style_of(const CsvTable& table, std::optional<std::size_t> column, const Currency& currency,
                            NumberStyle fallback) {
  fallback = currency.own.value_or(fallback);
  if (!column) return fallback;
  NumberSigns signs;
  for (std::size_t row = 0; row < table.row_count(); ++row)
    if (*column < table.cell_count(row)) look_at(trimmed(table.cell(row, *column)), signs);
  if (signs.comma_decimal != signs.point_decimal)
    return signs.comma_decimal > signs.point_decimal ? NumberStyle::CommaDecimal : NumberStyle::PointDecimal;
  if (currency.decimals == 0 && signs.comma_and_three != signs.point_and_three)
    return signs.comma_and_three > signs.point_and_three ? NumberStyle::PointDecimal : NumberStyle::CommaDecimal;
  return fallback;
}

Result<Decimal> parse_number(std::string_view text, NumberStyle style) {
  constexpr std::ptrdiff_t most_digits = 15;
  if (const auto number = parse_decimal(text, style)) return *number;
  const bool is_long = std::ranges::count_if(text, is_digit) > most_digits && std::ranges::all_of(text, [](char c) {
                         return is_digit(c) || c == '.' || c == ',' || c == '-';
                       });
  if (is_long) return refuse(ProblemCode::AmountTooLarge);
  return refuse(ProblemCode::NotAnAmount, std::string(shortened(text, 60)));
}

Result<Money> parse_exact_money(std::string_view text, NumberStyle style, const Currency& currency) {
  auto number = parse_number(text, style);
  if (!number) return std::unexpected(number.error());
  for (; number->scale > currency.decimals; --number->scale, number->value /= 10)
    if (number->value % 10 != 0) return refuse(ProblemCode::NotAnAmount, std::string(shortened(text, 60)));
  return amount_of(*number, Quantity::of(1), currency.decimals);
}

DateOrder date_order_of(const CsvTable& table, std::optional<std::size_t> column, DateOrder fallback) {
  if (!column) return fallback;
  std::size_t day_first = 0, month_first = 0;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (*column >= table.cell_count(row)) continue;
    Scanner scanner(trimmed(table.cell(row, *column)));
    const auto parts = scan_date(scanner);
    if (!parts || parts->year_first) continue;
    if (parts->first > 12) ++day_first;
    if (parts->second > 12) ++month_first;
  }
  if (day_first == month_first) return fallback;
  return day_first > month_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

Result<Instant> parse_moment(std::string_view text, DateOrder order, const Zone& zone) {
  const auto refusal = [&] { return refuse(ProblemCode::NotADate, std::string(shortened(text, 60))); };
  Scanner scanner(trimmed(text));
  const auto parts = scan_date(scanner);
  if (!parts) return refusal();
  const auto date = date_of(*parts, order);
  const auto time = scan_time(scanner);
  if (!date || !time) return refusal();
  const LocalTime local{*date, time->hour, time->minute, time->second};
  if (!time->offset_minutes) return zone.instant(local);
  return Instant{Zone().instant(local).utc_ms - std::int64_t{*time->offset_minutes} * 60'000};
}

}  // namespace lapak
