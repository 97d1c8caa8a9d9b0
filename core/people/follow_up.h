// people: keeping in touch: messages, talks and meetings, what was promised, and when it is time again. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/people/contact.h"

namespace lapak {

enum class Way { Written, Talked, Met };
std::string_view way_name(Way way);  // "written"; for files and facts
std::optional<Way> find_way(std::string_view name);

// Somebody was in touch: it starts her clock again.
struct Encounter {
  Id<Encounter> id;
  Id<Contact> contact;
  Instant at;
  Way way = Way::Written;
  std::string text;  // the message, or what was said; may be empty
};

// Why somebody may be written to now.
enum class Occasion {
  Promise,    // a reminder is due
  Rhythm,     // she is of the circle, and her weeks are over
  Birthday,   // this week
  Year,       // a year, or several, since the first purchase
  NewPeople,  // met on the last days of trading and not greeted yet
  OldFriend,  // one a week from outside the circle
  HowIsIt,    // some days after an order was handed over
  MayIQuote,  // asked by hand
};
inline constexpr std::array kOccasions{Occasion::Promise, Occasion::Rhythm,    Occasion::Birthday,
                                       Occasion::Year,    Occasion::NewPeople, Occasion::OldFriend,
                                       Occasion::HowIsIt, Occasion::MayIQuote};
std::string_view occasion_name(Occasion occasion);  // "promise"
std::optional<Occasion> find_occasion(std::string_view name);

// What was promised, or what one wants to be reminded of.
struct Reminder {
  Id<Reminder> id;
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;
  Instant at;
  std::string text;
  std::optional<Date> due;  // none: kept, or let go
  Occasion occasion = Occasion::Promise;
};

// Her clock: when it is time for her again.
struct Clockwork {
  std::optional<Date> touched;  // the last sale, message or talk
  std::optional<Date> first_bought;
  int every_weeks = 0;        // 0: outside the circle
  std::optional<Date> since;  // when she came into the circle
  std::optional<Date> put_off_to;
};
// None outside the circle. A touch after she was put off counts from that touch.
std::optional<Date> due_of(const Clockwork& clockwork);
inline constexpr int kLongestRhythm_weeks = 104;

// The n-th return of a day in the year ("1990-05-04" or "05-04") on or after `from`; the 29th of February is the 28th
// in a common year.
Date next_return(std::string_view day_of_year, Date from);

}  // namespace lapak
