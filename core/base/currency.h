// base: currencies, and amounts as people write and read them.
//
// A locale's comma is read in this file and nowhere else. Facts of a currency are ISO 4217's; how it is written is
// ux.md §3.4: rupiah always with dots, euro and franc by the reader's language, the others with commas.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"

namespace lapak {

// How numbers are written in a language.
enum class NumberStyle {
  CommaDecimal,  // 1.250,50   (Indonesian)
  PointDecimal,  // 1,250.50   (English)
};

struct Currency {
  std::string_view code;                          // "IDR"
  int numeric = 0;                                // 360
  int decimals = 0;                               // digits of the minor unit
  std::string_view symbol;                        // "Rp"
  bool symbol_spaced = false;                     // "Rp 230.000", "$12.50"
  std::optional<NumberStyle> own;                 // a style kept in every language
  std::span<const std::int64_t> notes_and_coins;  // in minor units, biggest first, for counting a drawer
  std::span<const std::int64_t> ladder;           // notes people pay with, smallest first, for cash suggestions
  std::int64_t smallest_note = 0;                 // what lies below is coin

  friend bool operator==(const Currency& a, const Currency& b) { return a.code == b.code; }
};

std::span<const Currency> currencies();
// By ISO code in any case; nullptr for one that Lapak does not know.
const Currency* find_currency(std::string_view code);
const Currency* find_currency(int numeric);

enum class Symbol { Shown, Hidden };

// "Rp 230.000", "−Rp 15.000" (U+2212), without symbol "230.000".
std::string format_money(Money amount, const Currency& currency, NumberStyle style, Symbol symbol = Symbol::Shown);

// The amount split as a screen or receipt draws it: a small symbol before big digits.
struct MoneyParts {
  std::string sign;    // "" or "−"
  std::string symbol;  // "Rp"
  std::string digits;  // "230.000"
};
MoneyParts money_parts(Money amount, const Currency& currency, NumberStyle style);

// "12", "1,5" or "1.5": no more decimals than needed.
std::string format_quantity(Quantity quantity, NumberStyle style);

// Whole numbers with groups: "1.234".
std::string format_count(std::int64_t count, NumberStyle style);

// Plain machine form with a decimal point: "1250.50", "-3". For CSV and QRIS.
std::string plain_decimal(std::int64_t value, int decimals);

// Reads an amount as people type it: symbol, blanks and either separator are understood ("1.250,50", "1,250.50",
// "Rp 15.000", "15000", "−15.000"). A lone separator before exactly three digits groups thousands, whatever the style:
// no money here has three decimals, and reading 15,000 as fifteen would be the worse mistake.
// More decimals than the currency has are refused unless they are zeros.
// Problems: NotAnAmount, AmountTooLarge.
Result<Money> parse_money(std::string_view text, const Currency& currency, NumberStyle style);

// A number with up to three decimals. Problems: NotAQuantity, QuantityTooLarge.
Result<Quantity> parse_quantity(std::string_view text, NumberStyle style);

// An exact decimal number of a file: 12.345 is {12345, 3}. Nullopt when it is none, or has over 15 digits.
struct Decimal {
  std::int64_t value = 0;
  int scale = 0;
};
std::optional<Decimal> parse_decimal(std::string_view text, NumberStyle style);

// price × quantity in minor units, rounded half away from zero, for prices with more decimals than the currency.
// Problems: AmountTooLarge.
Result<Money> amount_of(Decimal price, Quantity quantity, int currency_decimals);

}  // namespace lapak
