// books: what can be done with classes.
#pragma once
#include <variant>

#include "core/books/class_store.h"
#include "core/journal/decision.h"

namespace lapak {

// Adds (nil id) or changes a class; what is agreed with those who take part stays. Called off it takes nobody any more,
// and the orders of those who took part are called off one by one, each with its deposit. Undoable.
// Problems: those of checked_class, NotInTheBooks, RoundTaken (fewer seats than are taken).
struct SaveClass {
  ClassSession session;
};
// Who takes part gets an order at the price of the seats, promised for the day. Undoable.
// Problems: NotInTheBooks (no such class, or called off), QuantityZero, RoundFull, AmountTooLarge, and those of
// SaveOrder.
struct JoinClass {
  Id<ClassSession> session;
  Id<Contact> client;
  std::int64_t seats = 1;
  std::string notes;
};
// Who came. Undoable. Problems: NotInTheBooks (the order is no seat).
struct NoteAttendance {
  Id<CustomOrder> order;
  Attendance attendance = Attendance::Came;
};

using ClassCommand = std::variant<SaveClass, JoinClass, NoteAttendance>;

Result<Decision> decide(const ClassCommand& command, const Deciding& deciding);
// Of kinds "books.class_…".
void apply_class(const Fact& fact, const Applying& applying);

}  // namespace lapak
