// report: what is to come, week by week: fairs, promised orders, classes and paid days under one cap of hours.
//
// A week begins on Monday. A fair takes the hours it is open, and travels and packs in the maker's own, where she noted
// more; an order takes the work that is still to be done for it; a class as long as it lasts. A paid day is an income
// of content, brand or volunteer work that is written down ahead: the hours noted for that day, else a working day.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/profile/profile.h"

namespace lapak {

struct ClassSession;
struct CustomOrder;
struct Income;

enum class AgendaKind { Fair, Order, Class, PaidDay };  // of one day in this order
std::string_view agenda_kind_code(AgendaKind kind);     // "fair", "order", "class", "paid_day"

struct AgendaEntry {
  Date date;
  AgendaKind kind = AgendaKind::Fair;
  std::string title;             // the fair's name; what is made, and for whom; the class; what is paid for
  std::string where;             // of a fair and a class
  std::optional<Id<Fair>> fair;  // the one that the kind says
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<ClassSession>> session;
  std::optional<Id<Income>> income;
  int opens_minute = 0, closes_minute = 0;  // of a fair and a class: after midnight, as in FairDay
  std::int64_t minutes = 0;                 // of work
  FairState state = FairState::Accepted;    // of a fair
};
struct AgendaWeek {
  Date monday;
  std::vector<AgendaEntry> entries;  // by day; by kind
  std::int64_t minutes = 0;
  bool is_too_much = false;  // more than the week's cap, where there is one
};
struct Agenda {
  std::int64_t cap_minutes = 0;   // of a week; 0: none
  std::vector<AgendaWeek> weeks;  // those with something in them
};
// From `today` on; fairs that were refused are left out. What was promised before and is not done yet stands in this
// week.
Agenda agenda(const Database& database, const Profile& profile, Date today);

}  // namespace lapak
