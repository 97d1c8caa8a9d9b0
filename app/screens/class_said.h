// screens: what is said of a class in a list, on its page and where a seat is sold.
#pragma once
#include <optional>
#include <string>

#include "app/parts/badge.h"
#include "core/books/class_store.h"
#include "core/words/words.h"

namespace lapak {

// "Sat 5 Dec · 14:00–16:00".
std::string class_when(const ClassSession& session, const Words& words);
// "5 of 8 seats".
std::string class_seats(const ClassRow& row, const Words& words);
// Called off, over, full, or this week; none of another to come.
std::optional<Pill> class_pill(const ClassRow& row, Date today, const Words& words);
inline bool has_seats_left(const ClassRow& row, Date today) {
  return !row.session.called_off && row.session.day >= today && row.taken < row.session.seats;
}

}  // namespace lapak
