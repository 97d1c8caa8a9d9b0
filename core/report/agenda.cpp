// report: what is to come.
#include "core/report/agenda.h"

#include <algorithm>
#include <map>

#include "core/fair/fair_store.h"

namespace lapak {
namespace {

Date monday_of(Date day) {
  return day.plus_days(-((day.weekday() + 6) % 7));
}

std::vector<AgendaEntry> days_of_fairs(const Database& database, Date today) {
  std::vector<AgendaEntry> entries;
  for (const Fair& fair : fairs(database)) {
    if (fair.state == FairState::Refused) continue;
    std::int64_t open = 0;
    for (const FairDay& day : fair.days) open += minutes_open(day);
    const std::int64_t around = std::max<std::int64_t>(fair.own_minutes - open, 0);
    for (const FairDay& day : fair.days) {
      if (day.date < today) continue;
      const bool is_first = day.date == first_day(fair);
      entries.push_back({.date = day.date,
                         .title = fair.name,
                         .where = fair.town,
                         .fair = fair.id,
                         .order = {},
                         .opens_minute = day.opens_minute,
                         .closes_minute = day.closes_minute,
                         .minutes = minutes_open(day) + (is_first ? around : 0),
                         .state = fair.state});
    }
  }
  return entries;
}

std::vector<AgendaEntry> promised_orders(const Database& database, Date today) {
  std::vector<AgendaEntry> entries;
  for (Rows rows = database.query(
           "SELECT o.id, o.promised, coalesce(o.what, ''), coalesce(c.name, ''), "
           "max(0, o.minutes - coalesce((SELECT sum(minutes) FROM order_work WHERE custom_order = o.id), 0)) "
           "FROM custom_order o JOIN contact c ON c.id = o.client "
           "WHERE o.promised IS NOT NULL AND o.stage NOT IN ('asked', 'ready', 'handed_over', 'called_off') "
           "ORDER BY o.promised, o.number");
       rows.next();) {
    AgendaEntry entry{.date = std::max(rows.get<Date>(1), today),
                      .title = rows.get<std::string>(2),
                      .where = {},
                      .fair = {},
                      .order = rows.get<Id<CustomOrder>>(0),
                      .minutes = rows.get<std::int64_t>(4)};
    if (const auto client = rows.get<std::string>(3); !client.empty()) entry.title += " · " + client;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

Agenda agenda(const Database& database, const Profile& profile, Date today) {
  std::vector<AgendaEntry> all = days_of_fairs(database, today);
  for (AgendaEntry& order : promised_orders(database, today)) all.push_back(std::move(order));
  std::ranges::stable_sort(all, {},
                           [](const AgendaEntry& entry) { return std::pair(entry.date, entry.order.has_value()); });
  Agenda agenda{.cap_minutes = profile.week_minutes, .weeks = {}};
  for (AgendaEntry& entry : all) {
    const Date monday = monday_of(entry.date);
    if (agenda.weeks.empty() || agenda.weeks.back().monday != monday)
      agenda.weeks.push_back({.monday = monday, .entries = {}});
    AgendaWeek& week = agenda.weeks.back();
    week.minutes += entry.minutes;
    week.is_too_much = agenda.cap_minutes > 0 && week.minutes > agenda.cap_minutes;
    week.entries.push_back(std::move(entry));
  }
  return agenda;
}

}  // namespace lapak
