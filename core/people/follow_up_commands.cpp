// people: what can be done to keep in touch.
#include "core/people/follow_up_commands.h"

#include "core/base/text.h"
#include "core/journal/fact_json.h"
#include "core/people/follow_up_store.h"

namespace lapak {
namespace {

struct EncounterAdded {
  static constexpr std::string_view kind = "people.encounter_added";
  Id<Encounter> id;
  Id<Contact> contact;
  std::string way;
  Date date;
};
struct EncounterWithdrawn {
  static constexpr std::string_view kind = "people.encounter_withdrawn";
  Id<Encounter> id;
};
struct ReminderSet {
  static constexpr std::string_view kind = "people.reminder_set";
  Id<Reminder> id;
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;
  Date due;
  std::string occasion = std::string(occasion_name(Occasion::Promise));
};
// Moved to another day, or closed.
struct ReminderMoved {
  static constexpr std::string_view kind = "people.reminder_moved";
  Id<Reminder> id;
  std::optional<Date> due;
};
struct RhythmSet {
  static constexpr std::string_view kind = "people.rhythm_set";
  Id<Contact> contact;
  int every_weeks = 0;
  std::optional<Date> since;
};
struct RhythmPutOff {
  static constexpr std::string_view kind = "people.rhythm_put_off";
  Id<Contact> contact;
  std::optional<Date> until;
};
// No `until`: offered again, as if it had not passed.
struct OccasionPassed {
  static constexpr std::string_view kind = "people.occasion_passed";
  Id<Contact> contact;
  std::string occasion;
  Date at;
  std::optional<Date> until;
};
struct TemplateSaved {
  static constexpr std::string_view kind = "people.template_saved";
  std::string occasion, language, text;
};
struct FollowUpWords {
  std::string text;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EncounterAdded, id, contact, way, date)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EncounterWithdrawn, id)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ReminderSet, id, contact, sale, due, occasion)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ReminderMoved, id, due)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RhythmSet, contact, every_weeks, since)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RhythmPutOff, contact, until)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(OccasionPassed, contact, occasion, at, until)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TemplateSaved, occasion, language, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FollowUpWords, text)

// When an occasion that was used or passed by may come again.
int rest_days(Occasion occasion) {
  switch (occasion) {
    case Occasion::Birthday:
    case Occasion::Year:
      return 200;
    case Occasion::OldFriend:
      return 365;
    case Occasion::NewPeople:
      return 3'650;
    case Occasion::Promise:
    case Occasion::Rhythm:
    case Occasion::HowIsIt:
    case Occasion::MayIQuote:
      return 0;
  }
  LAPAK_ASSERT(false);
}

// Starts a decision about a contact that is known, named in its outcome.
Result<Decision> about(Id<Contact> id, const char* kind, const Deciding& deciding) {
  const std::optional<Contact> contact = find_contact(deciding.database, id);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  Decision decision;
  decision.outcome = {.kind = kind, .subject = id.bytes, .label = contact->name, .is_undoable = true};
  return decision;
}

void move_rhythm(Decision& decision, Id<Contact> contact, int every_weeks, const Deciding& deciding) {
  const Clockwork before = clockwork_of(deciding.database, contact);
  const std::optional<Date> since = every_weeks == 0     ? std::nullopt
                                    : before.every_weeks ? before.since
                                                         : std::optional(deciding.today());
  decision.facts.push_back(fact_of(RhythmSet{contact, every_weeks, since}));
  if (before.put_off_to)
    decision.opposite.insert(decision.opposite.begin(), fact_of(RhythmPutOff{contact, before.put_off_to}));
  decision.opposite.insert(decision.opposite.begin(), fact_of(RhythmSet{contact, before.every_weeks, before.since}));
}

Result<void> move_reminder(Decision& decision, Id<Reminder> id, std::optional<Date> due, const Deciding& deciding) {
  const std::optional<Reminder> reminder = find_reminder(deciding.database, id);
  if (!reminder || !reminder->due) return refuse(ProblemCode::ReminderUnknown);
  decision.facts.push_back(fact_of(ReminderMoved{id, due}));
  decision.opposite.insert(decision.opposite.begin(), fact_of(ReminderMoved{id, reminder->due}));
  return {};
}

void pass_occasion(Decision& decision, Id<Contact> contact, Occasion occasion, Date until, const Deciding& deciding) {
  const Date today = deciding.today();
  decision.facts.push_back(fact_of(OccasionPassed{contact, std::string(occasion_name(occasion)), today, until}));
  decision.opposite.insert(decision.opposite.begin(),
                           fact_of(OccasionPassed{contact, std::string(occasion_name(occasion)), today, std::nullopt}));
}

bool is_suggestion(const Cause& cause) {
  return cause.occasion && rest_days(*cause.occasion) > 0;
}

PersonalWords standing(const std::optional<FollowUpWords>& words) {
  return words ? PersonalWords::Known : PersonalWords::Forgotten;
}

}  // namespace

Result<Decision> decide_one(const SetReminder& command, const Deciding& deciding) {
  Result<Decision> decision = about(command.contact, "set_reminder", deciding);
  if (!decision) return decision;
  const Result<std::string> words = checked_note(trimmed(command.text));
  if (!words) return std::unexpected(words.error());
  if (words->empty()) return refuse(ProblemCode::NameEmpty);
  const Id<Reminder> id = deciding.ids.next<Reminder>();
  decision->facts.push_back(personal_fact(
      ReminderSet{id, command.contact, command.sale, command.due, std::string(occasion_name(command.occasion))},
      FollowUpWords{*words}));
  decision->opposite.push_back(fact_of(ReminderMoved{id, std::nullopt}));
  return decision;
}

Result<Decision> decide_one(const SetRhythm& command, const Deciding& deciding) {
  if (command.every_weeks < 0) return refuse(ProblemCode::QuantityNegative);
  if (command.every_weeks > kLongestRhythm_weeks) return refuse(ProblemCode::QuantityTooLarge);
  Result<Decision> decision = about(command.contact, "set_rhythm", deciding);
  if (decision) move_rhythm(*decision, command.contact, command.every_weeks, deciding);
  return decision;
}

Result<Decision> decide_one(const Greet& command, const Deciding& deciding) {
  Result<Decision> decision = about(command.contact, "greet", deciding);
  if (!decision) return decision;
  const Result<std::string> words = checked_note(trimmed(command.text));
  if (!words) return std::unexpected(words.error());
  const Id<Encounter> id = deciding.ids.next<Encounter>();
  decision->facts.push_back(
      personal_fact(EncounterAdded{id, command.contact, std::string(way_name(command.way)), deciding.today()},
                    FollowUpWords{*words}));
  decision->opposite.push_back(fact_of(EncounterWithdrawn{id}));
  // What withdrawing her touch cannot bring back by itself: that she was put off.
  if (const Clockwork before = clockwork_of(deciding.database, command.contact); before.put_off_to)
    decision->opposite.push_back(fact_of(RhythmPutOff{command.contact, before.put_off_to}));
  if (command.cause.reminder)
    if (auto moved = move_reminder(*decision, *command.cause.reminder, std::nullopt, deciding); !moved)
      return std::unexpected(moved.error());
  if (is_suggestion(command.cause))
    pass_occasion(*decision, command.contact, *command.cause.occasion,
                  deciding.today().plus_days(rest_days(*command.cause.occasion)), deciding);
  return decision;
}

Result<Decision> decide_one(const PutOff& command, const Deciding& deciding) {
  Result<Decision> decision = about(command.contact, "put_off", deciding);
  if (!decision) return decision;
  if (command.cause.reminder) {
    if (auto moved = move_reminder(*decision, *command.cause.reminder, command.until, deciding); !moved)
      return std::unexpected(moved.error());
  } else if (is_suggestion(command.cause)) {
    pass_occasion(*decision, command.contact, *command.cause.occasion, command.until, deciding);
  } else {
    const Clockwork before = clockwork_of(deciding.database, command.contact);
    decision->facts.push_back(fact_of(RhythmPutOff{command.contact, command.until}));
    decision->opposite.push_back(fact_of(RhythmPutOff{command.contact, before.put_off_to}));
  }
  return decision;
}

Result<Decision> decide_one(const LetGo& command, const Deciding& deciding) {
  Result<Decision> decision = about(command.contact, "let_go", deciding);
  if (!decision) return decision;
  if (command.cause.reminder) {
    if (auto moved = move_reminder(*decision, *command.cause.reminder, std::nullopt, deciding); !moved)
      return std::unexpected(moved.error());
  } else if (is_suggestion(command.cause)) {
    pass_occasion(*decision, command.contact, *command.cause.occasion,
                  deciding.today().plus_days(rest_days(*command.cause.occasion)), deciding);
  } else {
    move_rhythm(*decision, command.contact, 0, deciding);
  }
  return decision;
}

Result<Decision> decide_one(const SaveTemplate& command, const Deciding& deciding) {
  const Result<std::string> words = checked_note(trimmed(command.text));
  if (!words) return std::unexpected(words.error());
  const std::string occasion(occasion_name(command.occasion));
  Decision decision;
  decision.facts.push_back(fact_of(TemplateSaved{occasion, command.language, *words}));
  decision.opposite.push_back(fact_of(
      TemplateSaved{occasion, command.language,
                    message_template(deciding.database, command.occasion, command.language).value_or(std::string())}));
  decision.outcome = {.kind = "save_template", .is_undoable = true};
  return decision;
}

void apply_follow_up(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == EncounterAdded::kind) {
    const auto added = fact.body.get<EncounterAdded>();
    const auto words = personal_words<FollowUpWords>(fact);
    put_encounter(database,
                  {.id = added.id,
                   .contact = added.contact,
                   .at = applying.header.at,
                   .way = find_way(added.way).value_or(Way::Written),
                   .text = words ? words->text : std::string()},
                  added.date, applying.header.who, standing(words));
  } else if (fact.kind == EncounterWithdrawn::kind) {
    put_encounter_withdrawn(database, fact.body.get<EncounterWithdrawn>().id);
  } else if (fact.kind == ReminderSet::kind) {
    const auto set = fact.body.get<ReminderSet>();
    const auto words = personal_words<FollowUpWords>(fact);
    put_reminder(database,
                 {.id = set.id,
                  .contact = set.contact,
                  .sale = set.sale,
                  .at = applying.header.at,
                  .text = words ? words->text : std::string(),
                  .due = set.due,
                  .occasion = find_occasion(set.occasion).value_or(Occasion::Promise)},
                 applying.header.who, standing(words));
  } else if (fact.kind == ReminderMoved::kind) {
    const auto moved = fact.body.get<ReminderMoved>();
    put_reminder_due(database, moved.id, moved.due);
  } else if (fact.kind == RhythmSet::kind) {
    const auto set = fact.body.get<RhythmSet>();
    put_rhythm(database, set.contact, set.every_weeks, set.since);
  } else if (fact.kind == RhythmPutOff::kind) {
    const auto put_off = fact.body.get<RhythmPutOff>();
    put_put_off(database, put_off.contact, put_off.until);
  } else if (fact.kind == OccasionPassed::kind) {
    const auto passed = fact.body.get<OccasionPassed>();
    const auto occasion = find_occasion(passed.occasion);
    LAPAK_ASSERT(occasion.has_value());
    put_occasion_passed(database, passed.contact, *occasion, passed.at, passed.until);
  } else {
    LAPAK_ASSERT(fact.kind == TemplateSaved::kind);
    const auto saved = fact.body.get<TemplateSaved>();
    const auto occasion = find_occasion(saved.occasion);
    LAPAK_ASSERT(occasion.has_value());
    put_message_template(database, *occasion, saved.language, saved.text);
  }
}

std::vector<Id<Contact>> person_of_follow_up(const Fact& fact) {
  if (fact.kind == EncounterAdded::kind) return {fact.body.get<EncounterAdded>().contact};
  if (fact.kind == ReminderSet::kind) return {fact.body.get<ReminderSet>().contact};
  return {};
}

}  // namespace lapak
