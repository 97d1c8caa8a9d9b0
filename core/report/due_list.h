// report: who to write to now: promises that are due, the circle whose weeks are over, and what the calendar suggests.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/people/follow_up.h"
#include "core/profile/profile.h"

namespace lapak {

struct DueCard {
  Id<Contact> contact;
  std::string name;
  std::string phone;  // that a message goes to, E.164; may be empty
  std::string email;
  bool may_write = false;  // she said so
  Occasion occasion = Occasion::Promise;
  std::optional<Id<Reminder>> reminder;
  std::optional<Date> due;  // of a promise and of her rhythm; of a birthday and a year, the day
  std::string what;         // what was promised
  std::string last_words;   // the newest note
  std::string last_piece;
  std::optional<Instant> last_piece_at;
  std::string language;  // of the message: "id", "en"
  std::string message;   // ready, in that language
};

struct DueList {
  std::vector<DueCard> now;         // late and today, the earliest first
  std::vector<DueCard> this_week;   // the six days after
  std::vector<DueCard> suggested;   // birthdays, years, one old friend
  std::vector<DueCard> new_people;  // of the last week, to be greeted
  int due_count = 0;                // of `now`, also of those beyond `limit`
  std::optional<int> circle_quiet_days;
};
struct DueQuestion {
  Date today;
  Instant now;
  int limit = 40;  // cards of each kind
  friend bool operator==(const DueQuestion& a, const DueQuestion& b) {
    return a.today == b.today && a.limit == b.limit;
  }
};
DueList due_list(const Database& database, const Profile& profile, const DueQuestion& question);

// The message for an occasion in the contact's language, from the shop's template or the usual one.
std::string ready_message(const Database& database, const Profile& profile, Id<Contact> contact, Occasion occasion,
                          const std::string& what);

}  // namespace lapak
