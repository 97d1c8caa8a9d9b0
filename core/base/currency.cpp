// base: currencies, and amounts as people write and read them.
#include "core/base/currency.h"

#include <array>

#include "core/base/text.h"

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::int64_t idr_cash[] = {100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100};
constexpr std::int64_t idr_ladder[] = {1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000};
constexpr std::int64_t usd_cash[] = {100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 25, 10, 5, 1};
constexpr std::int64_t usd_ladder[] = {1'00, 5'00, 10'00, 20'00, 50'00, 100'00};
constexpr std::int64_t eur_cash[] = {100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5, 2, 1};
constexpr std::int64_t eur_ladder[] = {1'00, 2'00, 5'00, 10'00, 20'00, 50'00, 100'00};
constexpr std::int64_t gbp_cash[] = {50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5, 2, 1};
constexpr std::int64_t gbp_ladder[] = {1'00, 2'00, 5'00, 10'00, 20'00, 50'00};
constexpr std::int64_t jpy_cash[] = {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1};
constexpr std::int64_t jpy_ladder[] = {100, 500, 1'000, 5'000, 10'000};
constexpr std::int64_t myr_cash[] = {100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 50, 20, 10, 5};
constexpr std::int64_t myr_ladder[] = {1'00, 5'00, 10'00, 20'00, 50'00, 100'00};
constexpr std::int64_t sgd_cash[] = {100'00, 50'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5};
constexpr std::int64_t sgd_ladder[] = {1'00, 2'00, 5'00, 10'00, 50'00, 100'00};
constexpr std::int64_t aud_cash[] = {100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5};
constexpr std::int64_t aud_ladder[] = {1'00, 2'00, 5'00, 10'00, 20'00, 50'00, 100'00};
constexpr std::int64_t chf_cash[] = {100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5};
constexpr std::int64_t chf_ladder[] = {1'00, 2'00, 5'00, 10'00, 20'00, 50'00, 100'00};

constexpr auto comma_decimal = NumberStyle::CommaDecimal;
constexpr auto point_decimal = NumberStyle::PointDecimal;

constexpr std::array<Currency, 9> all_currencies{{
    {"IDR", 360, 0, "Rp", true, comma_decimal, idr_cash, idr_ladder, 1'000},
    {"USD", 840, 2, "$", false, point_decimal, usd_cash, usd_ladder, 1'00},
    {"EUR", 978, 2, "€", false, std::nullopt, eur_cash, eur_ladder, 5'00},
    {"GBP", 826, 2, "£", false, point_decimal, gbp_cash, gbp_ladder, 5'00},
    {"JPY", 392, 0, "¥", false, point_decimal, jpy_cash, jpy_ladder, 1'000},
    {"MYR", 458, 2, "RM", true, point_decimal, myr_cash, myr_ladder, 1'00},
    {"SGD", 702, 2, "S$", false, point_decimal, sgd_cash, sgd_ladder, 2'00},
    {"AUD", 36, 2, "A$", false, point_decimal, aud_cash, aud_ladder, 5'00},
    {"CHF", 756, 2, "CHF", true, std::nullopt, chf_cash, chf_ladder, 10'00},
}};

constexpr std::string_view minus = "−";  // U+2212

char group_mark(NumberStyle style) {
  return style == NumberStyle::CommaDecimal ? '.' : ',';
}
char decimal_mark(NumberStyle style) {
  return style == NumberStyle::CommaDecimal ? ',' : '.';
}
NumberStyle style_of(const Currency& currency, NumberStyle style) {
  return currency.own.value_or(style);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

std::string grouped(std::uint64_t value, NumberStyle style) {
  const std::string digits = std::to_string(value);
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result += group_mark(style);
    result += digits[i];
  }
  return result;
}

std::uint64_t power_of_ten(int n) {
  std::uint64_t result = 1;
  while (n-- > 0) result *= 10;
  return result;
}

std::string with_decimals(std::uint64_t value, int decimals, NumberStyle style) {
  if (decimals == 0) return grouped(value, style);
  const std::uint64_t unit = power_of_ten(decimals);
  std::string fraction = std::to_string(value % unit);
  fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
  return grouped(value / unit, style) + decimal_mark(style) + fraction;
}

// Sign, blanks and symbol taken off; what is left must be digits and separators.
struct Stripped {
  bool negative = false;
  std::string digits;
};

std::optional<Stripped> stripped(std::string_view text, std::string_view symbol, std::string_view code) {
  Stripped result;
  std::string_view rest = trimmed(text);
  bool signed_already = false;
  const auto take_sign = [&] {
    for (const std::string_view sign : {std::string_view("-"), minus}) {
      if (!signed_already && rest.starts_with(sign)) {
        rest = trimmed(rest.substr(sign.size()));
        result.negative = signed_already = true;
      }
    }
  };
  take_sign();
  for (const std::string_view unit : {code, symbol}) {
    if (unit.empty()) continue;
    if (folded(rest.substr(0, unit.size())) == folded(unit)) {
      rest = trimmed(rest.substr(unit.size()));
      if (unit == "Rp" && rest.starts_with('.')) rest.remove_prefix(1);  // "Rp. 15.000"
      rest = trimmed(rest);
      break;
    }
    if (rest.size() > unit.size() && folded(rest.substr(rest.size() - unit.size())) == folded(unit)) {
      rest = trimmed(rest.substr(0, rest.size() - unit.size()));
      break;
    }
  }
  take_sign();
  if (rest.ends_with(",-")) rest.remove_suffix(2);  // "15.000,-"
  for (const char c : rest) {
    if (c == ' ' || c == '\'' || c == '_') continue;
    if (!is_digit(c) && c != '.' && c != ',') return std::nullopt;
    result.digits += c;
  }
  return result;
}

// Which of the marks in `digits` is the decimal one, or 0. ThreeGroup: a lone mark before exactly three digits groups
// them whatever the style: no money has three decimals.
enum class LoneMark { ByStyle, ThreeGroup };
char decimal_mark_in(std::string_view digits, NumberStyle style, LoneMark lone) {
  const std::size_t last_dot = digits.rfind('.'), last_comma = digits.rfind(',');
  const bool dots = last_dot != digits.npos, commas = last_comma != digits.npos;
  if (!dots && !commas) return 0;
  if (dots && commas) return last_dot > last_comma ? '.' : ',';
  const char mark = dots ? '.' : ',';
  const std::size_t last = dots ? last_dot : last_comma;
  if (digits.find(mark) != last) return 0;  // several of the same kind: they group
  const bool groups_of_three = digits.size() - last - 1 == 3 && last >= 1 && last <= 3 && digits[0] != '0';
  if (!groups_of_three) return mark;
  return lone == LoneMark::ByStyle && mark == decimal_mark(style) ? mark : 0;
}

bool groups_are_right(std::string_view whole) {
  const std::size_t first = whole.find_first_of(".,");
  if (first == whole.npos) return true;
  if (first == 0 || first > 3) return false;
  std::size_t run = 0;
  for (std::size_t i = first; i < whole.size(); ++i) {
    if (is_digit(whole[i])) {
      ++run;
    } else {
      if (i != first && run != 3) return false;
      run = 0;
    }
  }
  return run == 3;
}

std::optional<Decimal> decimal_of(const Stripped& text, NumberStyle style, LoneMark lone) {
  const char mark = decimal_mark_in(text.digits, style, lone);
  const std::size_t at = mark == 0 ? text.digits.size() : text.digits.rfind(mark);
  const std::string_view whole = std::string_view(text.digits).substr(0, at);
  const std::string_view fraction = mark == 0 ? std::string_view() : std::string_view(text.digits).substr(at + 1);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  if (!groups_are_right(whole)) return std::nullopt;
  Decimal decimal;
  int digits = 0;
  const auto take = [&](char c) {
    if (!is_digit(c)) return true;
    if (decimal.value != 0 || c != '0') ++digits;
    if (digits > 17) return false;
    decimal.value = decimal.value * 10 + (c - '0');
    return true;
  };
  for (const char c : whole)
    if (!take(c)) return std::nullopt;
  for (const char c : fraction) {
    if (!is_digit(c) || !take(c)) return std::nullopt;
    ++decimal.scale;
  }
  if (text.negative) decimal.value = -decimal.value;
  return decimal;
}

bool looks_like_a_huge_number(const Stripped& text) {
  std::size_t digits = 0;
  for (const char c : text.digits) digits += is_digit(c);
  return digits > 14;
}

}  // namespace

std::span<const Currency> currencies() {
  return all_currencies;
}

const Currency* find_currency(std::string_view code) {
  const std::string wanted = folded(code);
  for (const Currency& currency : all_currencies)
    if (folded(currency.code) == wanted) return &currency;
  return nullptr;
}

const Currency* find_currency(int numeric) {
  for (const Currency& currency : all_currencies)
    if (currency.numeric == numeric) return &currency;
  return nullptr;
}

MoneyParts money_parts(Money amount, const Currency& currency, NumberStyle style) {
  return MoneyParts{.sign = std::string(amount.minor < 0 ? minus : ""),
                    .symbol = std::string(currency.symbol),
                    .digits = with_decimals(magnitude(amount.minor), currency.decimals, style_of(currency, style))};
}

std::string format_money(Money amount, const Currency& currency, NumberStyle style, Symbol symbol) {
  const MoneyParts parts = money_parts(amount, currency, style);
  if (symbol == Symbol::Hidden) return parts.sign + parts.digits;
  return parts.sign + parts.symbol + (currency.symbol_spaced ? " " : "") + parts.digits;
}

std::string format_quantity(Quantity quantity, NumberStyle style) {
  std::string text = with_decimals(magnitude(quantity.thousandths), 3, style);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with(decimal_mark(style))) text.pop_back();
  return (quantity.thousandths < 0 ? std::string(minus) : std::string()) + text;
}

std::string format_count(std::int64_t count, NumberStyle style) {
  return (count < 0 ? std::string(minus) : std::string()) + grouped(magnitude(count), style);
}

std::string plain_decimal(std::int64_t value, int decimals) {
  std::string text = std::to_string(magnitude(value));
  if (decimals > 0) {
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return value < 0 ? "-" + text : text;
}

Result<Money> parse_money(std::string_view text, const Currency& currency, NumberStyle style) {
  const auto plain = stripped(text, currency.symbol, currency.code);
  const auto refusal = [&] { return refuse(ProblemCode::NotAnAmount, std::string(shortened(text, 60))); };
  if (!plain) return refusal();
  if (looks_like_a_huge_number(*plain)) return refuse(ProblemCode::AmountTooLarge);
  const auto decimal = decimal_of(*plain, style_of(currency, style), LoneMark::ThreeGroup);
  if (!decimal) return refusal();
  Wide minor = decimal->value;
  for (int i = decimal->scale; i < currency.decimals; ++i) minor *= 10;
  for (int i = currency.decimals; i < decimal->scale; ++i) {
    if (minor % 10 != 0) return refusal();
    minor /= 10;
  }
  if (minor > kLargestMoney.minor || minor < -kLargestMoney.minor) return refuse(ProblemCode::AmountTooLarge);
  return Money{static_cast<std::int64_t>(minor)};
}

Result<Quantity> parse_quantity(std::string_view text, NumberStyle style) {
  const auto plain = stripped(text, "", "");
  const auto refusal = [&] { return refuse(ProblemCode::NotAQuantity, std::string(shortened(text, 60))); };
  if (!plain) return refusal();
  if (looks_like_a_huge_number(*plain)) return refuse(ProblemCode::QuantityTooLarge);
  const auto decimal = decimal_of(*plain, style, LoneMark::ByStyle);
  if (!decimal) return refusal();
  Wide thousandths = decimal->value;
  for (int i = decimal->scale; i < 3; ++i) thousandths *= 10;
  for (int i = 3; i < decimal->scale; ++i) {
    if (thousandths % 10 != 0) return refusal();
    thousandths /= 10;
  }
  if (thousandths > kLargestQuantity.thousandths || thousandths < -kLargestQuantity.thousandths)
    return refuse(ProblemCode::QuantityTooLarge);
  return Quantity{static_cast<std::int64_t>(thousandths)};
}

std::optional<Decimal> parse_decimal(std::string_view text, NumberStyle style) {
  std::string_view symbol;
  for (const Currency& currency : all_currencies)
    if (text.find(currency.symbol) != text.npos && currency.symbol.size() > symbol.size()) symbol = currency.symbol;
  const auto plain = stripped(text, symbol, "");
  if (!plain) return std::nullopt;
  return decimal_of(*plain, style, LoneMark::ByStyle);
}

Result<Money> amount_of(Decimal price, Quantity quantity, int currency_decimals) {
  Wide numerator = Wide{price.value} * quantity.thousandths;
  Wide denominator = 1000;
  for (int i = price.scale; i < currency_decimals; ++i) numerator *= 10;
  for (int i = currency_decimals; i < price.scale; ++i) denominator *= 10;
  const Wide size = numerator < 0 ? -numerator : numerator;
  const Wide rounded = (2 * size + denominator) / (2 * denominator);
  if (rounded > kLargestMoney.minor) return refuse(ProblemCode::AmountTooLarge);
  return Money{static_cast<std::int64_t>(numerator < 0 ? -rounded : rounded)};
}

}  // namespace lapak
