// report: what is to come.
#include "core/report/agenda.h"

#include <algorithm>
#include <map>

#include "core/books/class_store.h"
#include "core/books/income_store.h"
#include "core/fair/fair_store.h"

namespace lapak {
namespace {

constexpr std::int64_t working_day_minutes = 8 * 60;
constexpr int minutes_a_day = 24 * 60;
constexpr int furthest_days = 5 * 366;

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
                         .kind = AgendaKind::Fair,
                         .title = fair.name,
                         .where = fair.town,
                         .fair = fair.id,
                         .order = {},
                         .session = {},
                         .income = {},
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
           "WHERE NOT EXISTS (SELECT 1 FROM class_seat WHERE custom_order = o.id) AND o.promised IS NOT NULL AND "
           "o.stage NOT IN ('asked', 'ready', 'handed_over', 'called_off') "
           "ORDER BY o.promised, o.number");
       rows.next();) {
    AgendaEntry entry{.date = std::max(rows.get<Date>(1), today),
                      .kind = AgendaKind::Order,
                      .title = rows.get<std::string>(2),
                      .where = {},
                      .fair = {},
                      .order = rows.get<Id<CustomOrder>>(0),
                      .session = {},
                      .income = {},
                      .minutes = rows.get<std::int64_t>(4)};
    if (const auto client = rows.get<std::string>(3); !client.empty()) entry.title += " · " + client;
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<AgendaEntry> classes_to_come(const Database& database, Date today) {
  std::vector<AgendaEntry> entries;
  for (const ClassRow& row : classes(database, today)) {
    const ClassSession& session = row.session;
    if (session.day < today) continue;
    entries.push_back({.date = session.day,
                       .kind = AgendaKind::Class,
                       .title = session.name,
                       .where = session.place,
                       .fair = {},
                       .order = {},
                       .session = session.id,
                       .income = {},
                       .opens_minute = session.begins_minutes,
                       .closes_minute = static_cast<int>((session.begins_minutes + session.minutes) % minutes_a_day),
                       .minutes = session.minutes});
  }
  return entries;
}

std::vector<AgendaEntry> paid_days(const Database& database, const Profile& profile, Date today) {
  std::vector<AgendaEntry> entries;
  for (const BookedIncome& booked : incomes(database, today, today.plus_days(furthest_days))) {
    const Income& income = booked.income;
    if (income.stream != Stream::Content && income.stream != Stream::Volunteering) continue;
    AgendaEntry entry{.date = income.business_date,
                      .kind = AgendaKind::PaidDay,
                      .title = std::string(stream_name(income.stream, profile.words())),
                      .where = {},
                      .fair = {},
                      .order = {},
                      .session = {},
                      .income = income.id,
                      .minutes = working_day_minutes};
    if (income.contact)
      if (const auto client = find_contact(database, *income.contact); client && !client->name.empty())
        entry.title += " · " + client->name;
    if (!income.note.empty()) entry.title += " · " + income.note;
    for (const StreamSum& noted : written_down(database, income.business_date, income.business_date))
      if (noted.stream == income.stream && noted.minutes > 0) entry.minutes = noted.minutes;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

std::string_view agenda_kind_code(AgendaKind kind) {
  switch (kind) {
    case AgendaKind::Fair:
      return "fair";
    case AgendaKind::Order:
      return "order";
    case AgendaKind::Class:
      return "class";
    case AgendaKind::PaidDay:
      return "paid_day";
  }
  LAPAK_ASSERT(false);
}

Agenda agenda(const Database& database, const Profile& profile, Date today) {
  std::vector<AgendaEntry> all = days_of_fairs(database, today);
  for (auto& more :
       {promised_orders(database, today), classes_to_come(database, today), paid_days(database, profile, today)})
    all.insert(all.end(), more.begin(), more.end());
  std::ranges::stable_sort(all, {}, [](const AgendaEntry& entry) { return std::pair(entry.date, entry.kind); });
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
