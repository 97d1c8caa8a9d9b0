// books: the rows of classes and who takes part.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/books/class_session.h"
#include "core/db/database.h"
#include "core/order/order_store.h"

namespace lapak {

std::optional<ClassSession> find_class(const Database& database, Id<ClassSession> id);
// By its name, as folded(), the next one from `today` on first, else the newest.
std::optional<ClassSession> find_class(const Database& database, std::string_view name, Date today);

struct ClassRow {
  ClassSession session;
  std::int64_t taken = 0;  // seats
};
// Those from `today` on, the earliest first, then those past, the newest first; without those called off.
std::vector<ClassRow> classes(const Database& database, Date today);
// Those called off in which somebody still has a seat, whose deposit is to be given back: the newest first.
std::vector<ClassRow> classes_to_settle(const Database& database);

enum class Attendance { Unknown, Came, Missed };
struct Participant {
  OrderRow row;
  std::int64_t seats = 1;
  Attendance attendance = Attendance::Unknown;
  Money given_back;  // of a seat that was sold, by its receipt
};
// In the order they came, with the seats that are still theirs; without those who called off, or whose seats were given
// back by their receipt. Of a class called off: whose deposit is to be given back.
std::vector<Participant> participants(const Database& database, Id<ClassSession> session);
std::int64_t seats_taken(const Database& database, Id<ClassSession> session);
// Which class an order is a seat of.
std::optional<Id<ClassSession>> class_of(const Database& database, Id<CustomOrder> order);

// Writing, for apply_books alone.
void put_class(Database& database, const ClassSession& session);
void put_seat(Database& database, Id<CustomOrder> order, Id<ClassSession> session, std::int64_t seats);
void put_attendance(Database& database, Id<CustomOrder> order, Attendance attendance);

}  // namespace lapak
