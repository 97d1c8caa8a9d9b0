// people: the rows of encounters, reminders and clocks.
#include "core/people/follow_up_store.h"

#include <fmt/format.h>

#include <functional>
#include <tuple>

namespace lapak {
namespace {

// The contact itself and the cards that were merged into it.
constexpr std::string_view same_person =
    "WITH RECURSIVE same(id) AS (SELECT ?1 UNION SELECT c.id FROM contact c JOIN same ON c.merged_into = same.id) ";

Reminder read_reminder(const Rows& rows) {
  return Reminder{.id = rows.get<Id<Reminder>>(0),
                  .contact = rows.get<Id<Contact>>(1),
                  .sale = rows.get<std::optional<Id<Sale>>>(2),
                  .at = rows.get<Instant>(3),
                  .text = rows.get<std::string>(4),
                  .due = rows.get<std::optional<Date>>(5),
                  .occasion = find_occasion(rows.get<std::string_view>(6)).value_or(Occasion::Promise)};
}

// "12-29" … "01-04" runs over the end of the year.
struct DaysOfYear {
  std::string first, last;
  bool wraps() const { return last < first; }
};
DaysOfYear days_of_year(Date from, Date to) {
  const auto text = [](Date date) { return fmt::format("{:02}-{:02}", date.month(), date.day()); };
  DaysOfYear days{text(from), text(to)};
  // In a common year the 29th of February is the day before March.
  const bool holds_the_28th = from <= to && next_return("02-28", from) <= to;
  if (holds_the_28th && days.last == "02-28") days.last = "02-29";
  return days;
}

// Contacts whose `day` (SQL for "MM-DD") lies in these days and whom `occasion` was not offered yet. Each condition is
// a range of an index of its own, read in its own order (the day, then `row`) no further than to the limit.
std::vector<Id<Contact>> returning(const Database& database, std::string_view select, std::string_view day,
                                   std::string_view row, Date from, Date to, Occasion occasion, int limit) {
  const DaysOfYear days = days_of_year(from, to);
  std::vector<Id<Contact>> found;
  const auto ask = [&](const std::string& first, const std::string& last) {
    const std::string sql = fmt::format(
        "{} AND {} BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM occasion_passed p WHERE p.contact = c.id "
        "AND p.occasion = ?3 AND p.until > ?4) ORDER BY {}, {} LIMIT ?5",
        select, day, day, row);
    for (Rows rows = database.query(sql, first, last, occasion_name(occasion), from, limit); rows.next();)
      if (std::ssize(found) < limit) found.push_back(rows.get<Id<Contact>>(0));
  };
  if (!days.wraps()) {
    ask(days.first, days.last);
  } else {
    ask(days.first, "12-31");
    ask("01-01", days.last);
  }
  return found;
}

}  // namespace

Clockwork clockwork_of(const Database& database, Id<Contact> contact) {
  Rows rows = database.query(
      "SELECT touched, first_bought, every_weeks, since, put_off_to FROM contact_clock WHERE contact = ?", contact);
  if (!rows.next()) return {};
  return Clockwork{.touched = rows.get<std::optional<Date>>(0),
                   .first_bought = rows.get<std::optional<Date>>(1),
                   .every_weeks = rows.get<int>(2),
                   .since = rows.get<std::optional<Date>>(3),
                   .put_off_to = rows.get<std::optional<Date>>(4)};
}

std::vector<Encounter> encounters_of(const Database& database, Id<Contact> contact, int limit) {
  std::vector<Encounter> all;
  static const std::string sql =
      std::string(same_person) +
      "SELECT e.id, e.at, e.way, coalesce(e.text, '') FROM encounter e WHERE e.contact IN same "
      "AND NOT EXISTS (SELECT 1 FROM encounter_withdrawn w WHERE w.encounter = e.id) ORDER BY e.at DESC, e.id DESC "
      "LIMIT ?2";
  for (Rows rows = database.query(sql, contact, limit); rows.next();)
    all.push_back(Encounter{.id = rows.get<Id<Encounter>>(0),
                            .contact = contact,
                            .at = rows.get<Instant>(1),
                            .way = find_way(rows.get<std::string_view>(2)).value_or(Way::Written),
                            .text = rows.get<std::string>(3)});
  return all;
}

std::vector<Reminder> reminders_of(const Database& database, Id<Contact> contact, int limit) {
  std::vector<Reminder> all;
  static const std::string sql =
      std::string(same_person) +
      "SELECT r.id, r.contact, r.sale, r.at, r.text, o.due, r.occasion FROM reminder r LEFT JOIN reminder_open o ON "
      "o.reminder = "
      "r.id "
      "WHERE r.contact IN same AND r.text IS NOT NULL ORDER BY r.at DESC, r.id DESC LIMIT ?2";
  for (Rows rows = database.query(sql, contact, limit); rows.next();) all.push_back(read_reminder(rows));
  return all;
}

std::optional<Reminder> find_reminder(const Database& database, Id<Reminder> id) {
  Rows rows = database.query(
      "SELECT r.id, r.contact, r.sale, r.at, coalesce(r.text, ''), o.due, r.occasion FROM reminder r "
      "LEFT JOIN reminder_open o ON o.reminder = r.id WHERE r.id = ?",
      id);
  return rows.next() ? std::optional(read_reminder(rows)) : std::nullopt;
}

std::optional<Reminder> next_reminder(const Database& database, Id<Contact> contact) {
  // Every card of the list asks this: a recursion in each question would cost more than all else it asks.
  std::optional<Reminder> next;
  for (const Id<Contact>& id : same_contacts(database, contact))
    for (Rows rows = database.query(
             "SELECT r.id, r.contact, r.sale, r.at, r.text, o.due, r.occasion FROM reminder r JOIN reminder_open o "
             "ON o.reminder = r.id WHERE r.contact = ? AND r.text IS NOT NULL ORDER BY o.due, r.id LIMIT 1",
             id);
         rows.next();) {
      const Reminder found = read_reminder(rows);
      if (!next || std::tie(found.due, found.id) < std::tie(next->due, next->id)) next = found;
    }
  return next;
}

std::vector<Reminder> reminders_due(const Database& database, std::optional<Date> from, Date until, int limit) {
  std::vector<Reminder> all;
  for (Rows rows = database.query(
           "SELECT r.id, r.contact, r.sale, r.at, coalesce(r.text, ''), o.due, r.occasion FROM reminder_open o "
           "JOIN reminder r ON r.id = o.reminder WHERE o.due >= coalesce(?, '') AND o.due <= ? ORDER BY o.due, "
           "o.reminder LIMIT ?",
           from, until, limit);
       rows.next();) {
    all.push_back(read_reminder(rows));
    all.back().contact = kept_contact(database, all.back().contact);
  }
  return all;
}

std::vector<RhythmDue> rhythms_due(const Database& database, std::optional<Date> from, Date until, int limit) {
  std::vector<RhythmDue> all;
  for (Rows rows = database.query(
           "SELECT k.contact, k.due FROM contact_clock k JOIN contact c ON c.id = k.contact "
           "WHERE k.due >= coalesce(?, '') AND k.due <= ? AND c.hidden = 0 ORDER BY k.due, k.contact LIMIT ?",
           from, until, limit);
       rows.next();)
    all.push_back({rows.get<Id<Contact>>(0), rows.get<Date>(1)});
  return all;
}

int count_due(const Database& database, Date until) {
  return database.value<int>("SELECT count(*) FROM reminder_open WHERE due <= ?", until).value_or(0) +
         database
             .value<int>(
                 "SELECT count(*) FROM contact_clock k JOIN contact c ON c.id = k.contact "
                 "WHERE k.due <= ? AND c.hidden = 0",
                 until)
             .value_or(0);
}

std::vector<Id<Contact>> birthdays_between(const Database& database, Date from, Date to, int limit) {
  return returning(database, "SELECT c.id FROM contact c WHERE c.birthday <> '' AND c.hidden = 0",
                   "substr(c.birthday, -5)", "c.rowid", from, to, Occasion::Birthday, limit);
}

std::vector<Id<Contact>> first_purchases_between(const Database& database, Date from, Date to, int limit) {
  // Since whom a year has gone by at least, and who was not in touch lately anyway.
  const std::string select = fmt::format(
      "SELECT c.id FROM contact_clock k CROSS JOIN contact c ON c.id = k.contact WHERE k.first_bought IS NOT NULL "
      "AND c.hidden = 0 AND k.first_bought < '{}' AND k.touched < '{}'",
      from.plus_days(-300).iso(), from.plus_days(-14).iso());
  return returning(database, select, "substr(k.first_bought, -5)", "k.contact", from, to, Occasion::Year, limit);
}

std::vector<Id<Contact>> not_greeted_since(const Database& database, Instant since, Date today, int limit) {
  std::vector<Id<Contact>> found;
  for (Rows rows = database.query(
           "SELECT c.id FROM contact c WHERE c.hidden = 0 AND c.met_at >= ?1 AND c.source = '' "
           "AND (c.phone <> '' OR c.whatsapp <> '' OR c.email <> '') "
           "AND NOT EXISTS (SELECT 1 FROM encounter e WHERE e.contact = c.id "
           "AND NOT EXISTS (SELECT 1 FROM encounter_withdrawn w WHERE w.encounter = e.id)) "
           "AND NOT EXISTS (SELECT 1 FROM occasion_passed p WHERE p.contact = c.id AND p.occasion = 'new_people' "
           "AND p.until > ?2) ORDER BY c.met_at DESC, c.id DESC LIMIT ?3",
           since, today, limit);
       rows.next();)
    found.push_back(rows.get<Id<Contact>>(0));
  return found;
}

std::optional<Id<Contact>> old_friend(const Database& database, Date before, Date week, Date today) {
  const bool is_done =
      database.value<int>("SELECT 1 FROM occasion_passed WHERE occasion = 'old_friend' AND at >= ? LIMIT 1", week)
          .has_value();
  if (is_done) return std::nullopt;
  return database.value<Id<Contact>>(
      "SELECT c.id FROM contact_clock k JOIN contact c ON c.id = k.contact WHERE k.every_weeks = 0 AND k.touched < ?1 "
      "AND c.hidden = 0 AND (c.phone <> '' OR c.whatsapp <> '' OR c.email <> '') "
      "AND NOT EXISTS (SELECT 1 FROM occasion_passed p WHERE p.contact = c.id AND p.occasion = 'old_friend' "
      "AND p.until > ?2) ORDER BY k.touched, k.contact LIMIT 1",
      before, today);
}

std::optional<Date> circle_touched(const Database& database) {
  // From the few clocks to their cards: left to itself SQLite goes through every card there is.
  return database.value<Date>(
      "SELECT max(coalesce(k.touched, k.since)) FROM contact_clock k "
      "CROSS JOIN contact c ON c.id = k.contact WHERE k.due IS NOT NULL AND c.hidden = 0");
}

std::optional<std::string> message_template(const Database& database, Occasion occasion, std::string_view language) {
  return database.value<std::string>("SELECT text FROM message_template WHERE occasion = ? AND language = ?",
                                     occasion_name(occasion), language);
}

void put_encounter(Database& database, const Encounter& encounter, Date business_date, std::optional<Id<Seller>> who,
                   PersonalWords words) {
  std::optional<std::string> text;
  if (words == PersonalWords::Known) text = encounter.text;
  database.run("INSERT INTO encounter(id, contact, at, business_date, who, way, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
               encounter.id, encounter.contact, encounter.at, business_date, who, way_name(encounter.way), text);
  wind_clock(database, encounter.contact);
}

void put_encounter_withdrawn(Database& database, Id<Encounter> encounter) {
  database.run("INSERT INTO encounter_withdrawn(encounter) VALUES (?)", encounter);
  if (const auto contact = database.value<Id<Contact>>("SELECT contact FROM encounter WHERE id = ?", encounter))
    wind_clock(database, *contact);
}

void put_reminder(Database& database, const Reminder& reminder, std::optional<Id<Seller>> who, PersonalWords words) {
  std::optional<std::string> text;
  if (words == PersonalWords::Known) text = reminder.text;
  database.run("INSERT INTO reminder(id, contact, sale, at, who, text, occasion) VALUES (?, ?, ?, ?, ?, ?, ?)",
               reminder.id, reminder.contact, reminder.sale, reminder.at, who, text, occasion_name(reminder.occasion));
  put_reminder_due(database, reminder.id, words == PersonalWords::Known ? reminder.due : std::nullopt);
}

void put_reminder_due(Database& database, Id<Reminder> reminder, std::optional<Date> due) {
  if (due)
    database.run(
        "INSERT INTO reminder_open(reminder, due) VALUES (?1, ?2) ON CONFLICT(reminder) DO UPDATE SET due = ?2",
        reminder, *due);
  else
    database.run("DELETE FROM reminder_open WHERE reminder = ?", reminder);
}

void put_rhythm(Database& database, Id<Contact> contact, int every_weeks, std::optional<Date> since) {
  database.run(
      "INSERT INTO contact_clock(contact, every_weeks, since) VALUES (?1, ?2, ?3) "
      "ON CONFLICT(contact) DO UPDATE SET every_weeks = ?2, since = ?3, put_off_to = NULL",
      contact, every_weeks, since);
  wind_clock(database, contact);
}

void put_put_off(Database& database, Id<Contact> contact, std::optional<Date> until) {
  database.run(
      "INSERT INTO contact_clock(contact, every_weeks, put_off_to) VALUES (?1, 0, ?2) "
      "ON CONFLICT(contact) DO UPDATE SET put_off_to = ?2",
      contact, until);
  wind_clock(database, contact);
}

void put_occasion_passed(Database& database, Id<Contact> contact, Occasion occasion, Date at,
                         std::optional<Date> until) {
  if (until)
    database.run(
        "INSERT INTO occasion_passed(contact, occasion, at, until) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT(contact, occasion) DO UPDATE SET at = ?3, until = ?4",
        contact, occasion_name(occasion), at, *until);
  else
    database.run("DELETE FROM occasion_passed WHERE contact = ? AND occasion = ?", contact, occasion_name(occasion));
}

void put_message_template(Database& database, Occasion occasion, std::string_view language, std::string_view text) {
  if (text.empty())
    database.run("DELETE FROM message_template WHERE occasion = ? AND language = ?", occasion_name(occasion), language);
  else
    database.run(
        "INSERT INTO message_template(occasion, language, text) VALUES (?1, ?2, ?3) "
        "ON CONFLICT(occasion, language) DO UPDATE SET text = ?3",
        occasion_name(occasion), language, text);
}

void wind_clock(Database& database, Id<Contact> contact) {
  const Id<Contact> kept = kept_contact(database, contact);
  std::optional<Date> touched, first;
  const auto widen = [](std::optional<Date>& known, std::optional<Date> found, auto is_better) {
    if (found && (!known || is_better(*found, *known))) known = found;
  };
  for (const Id<Contact>& id : same_contacts(database, kept)) {
    widen(touched,
          database.value<Date>(
              "SELECT e.business_date FROM encounter e WHERE e.contact = ? AND NOT EXISTS (SELECT 1 FROM "
              "encounter_withdrawn w WHERE w.encounter = e.id) ORDER BY e.at DESC LIMIT 1",
              id),
          std::greater<Date>());
    constexpr std::string_view bought =
        "SELECT k.bought FROM sale_customer k WHERE k.contact = ? AND k.bought IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM sale_customer l WHERE l.sale = k.sale AND l.at > k.at) ORDER BY k.bought ";
    static const std::string newest = std::string(bought) + "DESC LIMIT 1", oldest = std::string(bought) + "LIMIT 1";
    widen(touched, database.value<Date>(newest, id), std::greater<Date>());
    widen(first, database.value<Date>(oldest, id), std::less<Date>());
  }
  Clockwork clockwork = clockwork_of(database, kept);
  if (touched && (!clockwork.touched || *touched > *clockwork.touched)) clockwork.put_off_to.reset();
  clockwork.touched = touched;
  clockwork.first_bought = first;
  database.run(
      "INSERT INTO contact_clock(contact, touched, first_bought, every_weeks, since, put_off_to, due) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(contact) DO UPDATE SET touched = ?2, first_bought = ?3, "
      "put_off_to = ?6, due = ?7",
      kept, clockwork.touched, clockwork.first_bought, clockwork.every_weeks, clockwork.since, clockwork.put_off_to,
      due_of(clockwork));
}

}  // namespace lapak
