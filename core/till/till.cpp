// till: the cash drawer. Pure.
#include "core/till/till.h"

namespace lapak {

Result<Money> counted_sum(const std::vector<NoteCount>& notes) {
  Money sum;
  for (const NoteCount& note : notes) {
    if (note.count < 0 || note.value < Money{}) return refuse(ProblemCode::QuantityNegative);
    std::int64_t worth = 0;
    if (__builtin_mul_overflow(note.value.is_zero() ? 1 : note.value.minor, note.count, &worth))
      return refuse(ProblemCode::AmountTooLarge);
    const Result<Money> part = bounded(Money{worth});
    if (!part) return part;
    const Result<Money> larger = bounded(sum + *part);
    if (!larger) return larger;
    sum = *larger;
  }
  return sum;
}

Money expected_cash(Money float_amount, Money cash_payments, Money entries) {
  return float_amount + cash_payments + entries;
}

}  // namespace lapak
