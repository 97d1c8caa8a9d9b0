// people: what can be done to keep in touch.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/journal/decision.h"
#include "core/people/follow_up.h"

namespace lapak {

// "Remind me", or what was promised. Undoable. Problems: NameEmpty (no words), NameTooLong, ContactUnknown.
struct SetReminder {
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;
  Date due;
  std::string text;
  Occasion occasion = Occasion::Promise;  // or HowIsIt: the text is what was handed over
};
// Into the circle, every so many weeks (1 … kLongestRhythm_weeks), or out of it (0). Undoable. Problems:
// ContactUnknown, QuantityTooLarge, QuantityNegative.
struct SetRhythm {
  Id<Contact> contact;
  int every_weeks = 0;
};
// What somebody was written to for: the reminder it keeps, or the occasion it uses up.
struct Cause {
  std::optional<Id<Reminder>> reminder;
  std::optional<Occasion> occasion;
};
// A message, a talk or a meeting: her clock starts again. Undoable. Problems: NameTooLong, TextNotUtf8, ContactUnknown,
// ReminderUnknown.
struct Greet {
  Id<Contact> contact;
  Way way = Way::Written;
  std::string text;
  Cause cause;
};
// Later: not before `until`. Undoable. Problems: ContactUnknown, ReminderUnknown.
struct PutOff {
  Id<Contact> contact;
  Cause cause;  // a reminder, or an occasion; Rhythm for her weeks
  Date until;
};
// Let go: the reminder is closed, the occasion passes by, of Rhythm she leaves the circle. Undoable. Problems: the
// same.
struct LetGo {
  Id<Contact> contact;
  Cause cause;
};
// The shop's own words for an occasion in a language; empty takes them away. Undoable. Problems: NameTooLong,
// TextNotUtf8.
struct SaveTemplate {
  Occasion occasion = Occasion::Rhythm;
  std::string language;
  std::string text;
};

Result<Decision> decide_one(const SetReminder& command, const Deciding& deciding);
Result<Decision> decide_one(const SetRhythm& command, const Deciding& deciding);
Result<Decision> decide_one(const Greet& command, const Deciding& deciding);
Result<Decision> decide_one(const PutOff& command, const Deciding& deciding);
Result<Decision> decide_one(const LetGo& command, const Deciding& deciding);
Result<Decision> decide_one(const SaveTemplate& command, const Deciding& deciding);

// For apply_people and people_of.
void apply_follow_up(const Fact& fact, const Applying& applying);
std::vector<Id<Contact>> person_of_follow_up(const Fact& fact);

}  // namespace lapak
