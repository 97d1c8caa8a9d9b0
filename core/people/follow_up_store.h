// people: the rows of encounters, reminders and clocks, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/people/follow_up.h"
#include "core/people/people_store.h"

namespace lapak {

Clockwork clockwork_of(const Database& database, Id<Contact> contact);
// Of the contact and of those merged into it, newest first, without what was taken back.
std::vector<Encounter> encounters_of(const Database& database, Id<Contact> contact, int limit);
std::vector<Reminder> reminders_of(const Database& database, Id<Contact> contact, int limit);
std::optional<Reminder> find_reminder(const Database& database, Id<Reminder> id);
// The earliest that is still open.
std::optional<Reminder> next_reminder(const Database& database, Id<Contact> contact);

// Open reminders that are due from `from` (none: ever) through `until`, the earliest first.
std::vector<Reminder> reminders_due(const Database& database, std::optional<Date> from, Date until, int limit);
struct RhythmDue {
  Id<Contact> contact;
  Date due;
};
std::vector<RhythmDue> rhythms_due(const Database& database, std::optional<Date> from, Date until, int limit);
// How many of both are due by `until`: the number on the rail.
int count_due(const Database& database, Date until);

// Whose birthday comes, or whose first purchase returns, from `from` through `to`; hidden ones and those that were
// offered already left out.
std::vector<Id<Contact>> birthdays_between(const Database& database, Date from, Date to, int limit);
std::vector<Id<Contact>> first_purchases_between(const Database& database, Date from, Date to, int limit);
// Met since `since` and neither written to nor talked with since; the newest first.
std::vector<Id<Contact>> not_greeted_since(const Database& database, Instant since, Date today, int limit);
// Outside the circle and quiet since before `before`, the longest first; none when one was thought of since `week`.
std::optional<Id<Contact>> old_friend(const Database& database, Date before, Date week, Date today);
// When the circle was last in touch; nullopt without a circle.
std::optional<Date> circle_touched(const Database& database);

// The shop's own words for an occasion; nullopt where it has none.
std::optional<std::string> message_template(const Database& database, Occasion occasion, std::string_view language);

// Writing, for apply_people alone.
void put_encounter(Database& database, const Encounter& encounter, Date business_date, std::optional<Id<Seller>> who,
                   PersonalWords words);
void put_encounter_withdrawn(Database& database, Id<Encounter> encounter);
void put_reminder(Database& database, const Reminder& reminder, std::optional<Id<Seller>> who, PersonalWords words);
void put_reminder_due(Database& database, Id<Reminder> reminder, std::optional<Date> due);
void put_rhythm(Database& database, Id<Contact> contact, int every_weeks, std::optional<Date> since);
void put_put_off(Database& database, Id<Contact> contact, std::optional<Date> until);
void put_occasion_passed(Database& database, Id<Contact> contact, Occasion occasion, Date at,
                         std::optional<Date> until);
void put_message_template(Database& database, Occasion occasion, std::string_view language, std::string_view text);
// Reckons the clock again from what was written down about the contact and those merged into it.
void wind_clock(Database& database, Id<Contact> contact);

}  // namespace lapak
