// books: what makes a class whole.
#include "core/books/class_session.h"

#include "core/base/text.h"

namespace lapak {

Result<ClassSession> checked_class(ClassSession session) {
  LAPAK_ASSERT(session.begins_minutes >= 0 && session.begins_minutes < 24 * 60);
  Result<std::string> name = checked_name(session.name), place = checked_note(trimmed(session.place)),
                      note = checked_note(trimmed(session.note));
  if (!name) return std::unexpected(name.error());
  if (!place) return std::unexpected(place.error());
  if (!note) return std::unexpected(note.error());
  session.name = *std::move(name);
  session.place = *std::move(place);
  session.note = *std::move(note);
  if (session.seats <= 0 || session.minutes <= 0) return refuse(ProblemCode::QuantityZero);
  if (session.seats > kMostSeats || session.minutes > 7 * 24 * 60) return refuse(ProblemCode::QuantityTooLarge);
  if (session.deposit_percent < 0 || session.deposit_percent > 100) return refuse(ProblemCode::ShareOutOfRange);
  if (session.price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto within = bounded(session.price); !within) return std::unexpected(within.error());
  return session;
}

Money seat_deposit(const ClassSession& session, std::int64_t seats) {
  const Result<Money> price = times(session.price, Quantity::of(seats));
  return price ? part_of(*price, {session.deposit_percent, 100}) : Money{};
}

}  // namespace lapak
