// base: money and quantities: whole numbers, never binary fractions.
//
// Money is int64 minor units (cents, sen, whole rupiah) of the shop's one currency. Quantity is int64 thousandths of
// a piece (or metre, or kilogram). Sums inside the bounds below cannot overflow; what a person typed is brought inside
// them by `bounded`, `times` and the parsers, which answer with a Problem instead of wrapping round.
#pragma once
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/check.h"
#include "core/base/problem.h"

namespace lapak {

struct Money {
  std::int64_t minor = 0;

  bool is_zero() const { return minor == 0; }
  friend auto operator<=>(Money, Money) = default;
};

struct Quantity {
  std::int64_t thousandths = 0;

  static constexpr Quantity of(std::int64_t whole) { return Quantity{whole * 1000}; }
  bool is_zero() const { return thousandths == 0; }
  bool is_whole() const { return thousandths % 1000 == 0; }
  friend auto operator<=>(Quantity, Quantity) = default;
};

// No single amount or quantity lies beyond these, so ten million of them can be added up in 64 bits.
inline constexpr Money kLargestMoney{100'000'000'000};
inline constexpr Quantity kLargestQuantity{1'000'000'000'000};

// Checked: an overflow is our mistake (an unbounded value came in) and asserts.
inline Money operator-(Money a) {
  return Money{-a.minor};
}
inline Money operator+(Money a, Money b) {
  std::int64_t sum = 0;
  LAPAK_ASSERT(!__builtin_add_overflow(a.minor, b.minor, &sum));
  return Money{sum};
}
inline Money operator-(Money a, Money b) {
  return a + -b;
}
inline Money& operator+=(Money& a, Money b) {
  return a = a + b;
}
inline Money& operator-=(Money& a, Money b) {
  return a = a - b;
}
inline Quantity operator-(Quantity a) {
  return Quantity{-a.thousandths};
}
inline Quantity operator+(Quantity a, Quantity b) {
  std::int64_t sum = 0;
  LAPAK_ASSERT(!__builtin_add_overflow(a.thousandths, b.thousandths, &sum));
  return Quantity{sum};
}
inline Quantity operator-(Quantity a, Quantity b) {
  return a + -b;
}
inline Quantity& operator+=(Quantity& a, Quantity b) {
  return a = a + b;
}

inline Money magnitude(Money a) {
  return a < Money{} ? -a : a;
}
inline Quantity magnitude(Quantity a) {
  return a < Quantity{} ? -a : a;
}

// A rate or share: 11/111, 10/100. The denominator is positive.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  friend bool operator==(const Fraction&, const Fraction&) = default;
};

// The amount itself when |amount| ≤ kLargestMoney. Problems: AmountTooLarge.
Result<Money> bounded(Money amount);

// price × quantity, rounded half away from zero to the minor unit. Problems: AmountTooLarge.
Result<Money> times(Money price, Quantity quantity);

// amount × fraction, rounded half away from zero. Asserts: 0 < denominator, |fraction| ≤ 1,000, amount within bounds.
Money part_of(Money amount, Fraction fraction);

// Splits `total` over `weights` in proportion, so that the parts add up to `total` to the last unit (largest
// remainder; ties go to the earlier part). All weights zero: everything goes to the first part. Empty: empty.
// Asserts: weights ≥ 0 and within the bounds above.
std::vector<Money> share_out(Money total, std::span<const std::int64_t> weights);

enum class RoundingDirection { Down, Nearest, Up };

// `amount` brought to a multiple of `step` (Down is toward zero, Nearest rounds halves away from zero).
// A step of 0 or 1 leaves it as it is.
Money rounded_to_step(Money amount, Money step, RoundingDirection direction);

}  // namespace lapak
