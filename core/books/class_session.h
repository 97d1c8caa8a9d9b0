// books: a class: a day, seats and a price. Who takes part has an ordinary order for it, so that a deposit is taken, a
// seat is sold and money goes back as with any order. Pure.
#pragma once
#include <cstdint>
#include <string>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"

namespace lapak {

struct ClassSession {
  Id<ClassSession> id;
  std::string name;
  std::string place;  // where; may be empty
  Date day;
  int begins_minutes = 9 * 60;  // after midnight, of the seller's clock
  std::int64_t minutes = 120;   // how long it takes
  std::int64_t seats = 8;
  Money price;                       // of a seat
  std::int64_t deposit_percent = 0;  // of it, asked for when a seat is taken
  std::string note;                  // what to bring; may be empty
  bool called_off = false;
  friend bool operator==(const ClassSession&, const ClassSession&) = default;
};
inline constexpr std::int64_t kMostSeats = 10'000;

// Texts cleaned. Problems: NameEmpty, NameTooLong, TextNotUtf8, QuantityZero (no seats), QuantityTooLarge,
// AmountNegative, AmountTooLarge, ShareOutOfRange (a deposit beyond the price). Asserts: it begins within the day.
Result<ClassSession> checked_class(ClassSession session);

// What is asked for when so many seats are taken.
Money seat_deposit(const ClassSession& session, std::int64_t seats);

}  // namespace lapak
