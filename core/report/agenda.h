// report: what is to come, week by week: fairs and promised orders under one cap of hours.
//
// A week begins on Monday. A fair takes the hours it is open, and travels and packs in the maker's own, where she noted
// more; an order takes the work that is still to be done for it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/profile/profile.h"

namespace lapak {

struct CustomOrder;

struct AgendaEntry {
  Date date;
  std::string title;             // the fair's name; what is made, and for whom
  std::string where;             // of a fair
  std::optional<Id<Fair>> fair;  // one of both
  std::optional<Id<CustomOrder>> order;
  int opens_minute = 0, closes_minute = 0;  // of a fair: after midnight, as in FairDay
  std::int64_t minutes = 0;                 // of work
  FairState state = FairState::Accepted;    // of a fair
};
struct AgendaWeek {
  Date monday;
  std::vector<AgendaEntry> entries;  // by day; fairs before orders
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
