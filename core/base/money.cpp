// base: money and quantities.
#include "core/base/money.h"

#include <algorithm>
#include <numeric>

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

// n / d, rounded half away from zero; d > 0.
Wide divided_half_away(Wide n, Wide d) {
  const Wide magnitude = n < 0 ? -n : n;
  const Wide rounded = (2 * magnitude + d) / (2 * d);
  return n < 0 ? -rounded : rounded;
}

bool within_money(Wide amount) {
  return amount <= kLargestMoney.minor && amount >= -kLargestMoney.minor;
}

}  // namespace

Result<Money> bounded(Money amount) {
  if (!within_money(amount.minor)) return refuse(ProblemCode::AmountTooLarge);
  return amount;
}

Result<Money> times(Money price, Quantity quantity) {
  const Wide amount = divided_half_away(Wide{price.minor} * quantity.thousandths, 1000);
  if (!within_money(amount)) return refuse(ProblemCode::AmountTooLarge);
  return Money{static_cast<std::int64_t>(amount)};
}

Money part_of(Money amount, Fraction fraction) {
  LAPAK_ASSERT(fraction.denominator > 0);
  LAPAK_ASSERT(Wide{fraction.numerator < 0 ? -Wide{fraction.numerator} : Wide{fraction.numerator}} <=
               Wide{fraction.denominator} * 1000);
  const Wide part = divided_half_away(Wide{amount.minor} * fraction.numerator, fraction.denominator);
  return Money{static_cast<std::int64_t>(part)};
}

std::vector<Money> share_out(Money total, std::span<const std::int64_t> weights) {
  std::vector<Money> parts(weights.size());
  if (weights.empty()) return parts;
  Wide sum = 0;
  for (const std::int64_t weight : weights) {
    LAPAK_ASSERT(weight >= 0);
    sum += weight;
  }
  if (sum == 0) {
    parts.front() = total;
    return parts;
  }
  const bool negative = total.minor < 0;
  const Wide magnitude = negative ? -Wide{total.minor} : Wide{total.minor};
  std::vector<Wide> remainders(weights.size());
  Wide given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide exact = magnitude * weights[i];
    parts[i].minor = static_cast<std::int64_t>(exact / sum);
    remainders[i] = exact % sum;
    given += parts[i].minor;
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; given < magnitude; ++i, ++given) ++parts[order[i]].minor;
  if (negative)
    for (Money& part : parts) part = -part;
  return parts;
}

Money rounded_to_step(Money amount, Money step, RoundingDirection direction) {
  if (step.minor <= 1) return amount;
  const bool negative = amount.minor < 0;
  const std::int64_t magnitude = negative ? -amount.minor : amount.minor;
  std::int64_t steps = magnitude / step.minor;
  const std::int64_t rest = magnitude % step.minor;
  if (direction == RoundingDirection::Up && rest > 0) ++steps;
  if (direction == RoundingDirection::Nearest && rest * 2 >= step.minor) ++steps;
  const Money rounded{steps * step.minor};
  return negative ? -rounded : rounded;
}

}  // namespace lapak
