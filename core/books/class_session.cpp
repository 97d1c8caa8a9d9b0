// books: what makes a class whole.
#include "core/books/class_session.h"

#include "core/base/text.h"

namespace lapak {

Result<ClassSession> checked_class(ClassSession session) {
  LAPAK_ASSERT(session.begins_minutes >= 0 && session.begins_minutes < 24 * 60);
  Result<std::string> name = checked_name(session.name), place = checked_note(trimmed(session.place));
  if (!name) return std::unexpected(name.error());
  if (!place) return std::unexpected(place.error());
  session.name = *std::move(name);
  session.place = *std::move(place);
  if (session.seats <= 0 || session.minutes <= 0) return refuse(ProblemCode::QuantityZero);
  if (session.seats > kMostSeats || session.minutes > 7 * 24 * 60) return refuse(ProblemCode::QuantityTooLarge);
  if (session.price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto within = bounded(session.price); !within) return std::unexpected(within.error());
  return session;
}

}  // namespace lapak
