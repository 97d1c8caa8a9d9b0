// screens: a share as percent.
#include "app/screens/percent.h"

#include "core/base/text.h"

namespace lapak {

std::optional<Fraction> percent_from(std::string_view text, NumberStyle style) {
  const auto typed = parse_decimal(trimmed(text), style);
  if (!typed || typed->value < 0 || typed->scale > 4) return std::nullopt;
  std::int64_t hundred = 100;
  for (int i = 0; i < typed->scale; ++i) hundred *= 10;
  if (typed->value > hundred) return std::nullopt;
  return Fraction{typed->value, hundred};
}

std::string percent_text(const Words& words, Fraction share) {
  if (share.numerator == 0) return {};
  return words.quantity(Quantity{share.numerator * 100'000 / share.denominator});
}

}  // namespace lapak
