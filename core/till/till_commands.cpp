// till: what can be done with the drawer and the day.
#include "core/till/till_commands.h"

#include "core/base/text.h"
#include "core/people/people_commands.h"
#include "core/till/till_json.h"

namespace lapak {
namespace {

struct DayOpened {
  static constexpr std::string_view kind = "till.day_opened";
  Id<TillDay> id;
  std::string till;
  Date business_date;
  Money float_amount;
  std::vector<NoteCount> notes;
};
struct CashMoved {
  static constexpr std::string_view kind = "till.cash_moved";
  Id<CashEntry> id;
  Id<TillDay> till_day;
  Money amount;
};
struct DayClosed {
  static constexpr std::string_view kind = "till.day_closed";
  Id<TillClosing> id;
  Id<TillDay> till_day;
  Money expected, counted;
  std::vector<NoteCount> notes;
  std::vector<MethodCheck> checks;
};
struct DayReopened {
  static constexpr std::string_view kind = "till.day_reopened";
  Id<TillReopening> id;
  Id<TillClosing> closing;
  Id<TillDay> till_day;
  std::string till;
};
// Why: what a person typed, and may be about one.
struct Reason {
  std::string reason;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DayOpened, id, till, business_date, float_amount, notes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CashMoved, id, till_day, amount)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DayClosed, id, till_day, expected, counted, notes, checks)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DayReopened, id, closing, till_day, till)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Reason, reason)

template <class T>
Fact fact_with(const T& fact, const std::string& reason) {
  return Fact{std::string(T::kind), Json(fact), Json(Reason{reason})};
}

// None when it was forgotten.
std::optional<std::string> reason_of(const Fact& fact) {
  if (fact.personal.is_null()) return std::nullopt;
  return fact.personal.get<Reason>().reason;
}

Result<Decision> decide_one(const OpenDay& command, const Deciding& deciding) {
  const std::string till = current_epoch(deciding.database).till;
  if (open_day(deciding.database, till)) return refuse(ProblemCode::DayOpenAlready);
  const Result<Money> sum = counted_sum(command.notes);
  if (!sum) return std::unexpected(sum.error());
  const DayOpened opened{deciding.ids.next<TillDay>(), till, deciding.today(), *sum, command.notes};
  Decision decision;
  decision.facts.push_back(fact_of(opened));
  decision.outcome = {.kind = "open_day", .subject = opened.id.bytes, .label = opened.business_date.iso()};
  return decision;
}

Result<Decision> decide_one(const MoveCash& command, const Deciding& deciding) {
  if (needs_owner(deciding, Right::Drawer)) return refuse(ProblemCode::OwnerOnly);
  const Result<Fact> there = cash_moved(command.amount, command.reason, deciding);
  if (!there) return std::unexpected(there.error());
  const Result<Fact> back = cash_moved(-command.amount, command.reason, deciding);
  LAPAK_ASSERT(back.has_value());
  Decision decision;
  decision.facts.push_back(*there);
  decision.opposite.push_back(*back);
  decision.outcome = {.kind = "move_cash",
                      .subject = there->body.at("id").get<Id<CashEntry>>().bytes,
                      .label = there->personal.get<Reason>().reason,
                      .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const CloseDay& command, const Deciding& deciding) {
  const std::optional<TillDay> day = open_day(deciding.database, current_epoch(deciding.database).till);
  if (!day) return refuse(ProblemCode::NoDayOpen);
  const Result<Money> counted = counted_sum(command.notes);
  if (!counted) return std::unexpected(counted.error());
  const Result<std::string> reason = checked_note(trimmed(command.reason));
  if (!reason) return std::unexpected(reason.error());
  Decision decision;
  decision.facts.push_back(
      fact_with(DayClosed{deciding.ids.next<TillClosing>(), day->id, expected_now(deciding.database, *day), *counted,
                          command.notes, command.checks},
                *reason));
  decision.outcome = {.kind = "close_day", .subject = day->id.bytes, .label = day->business_date.iso()};
  return decision;
}

Result<Decision> decide_one(const ReopenDay& command, const Deciding& deciding) {
  if (deciding.actor.role != Role::Owner) return refuse(ProblemCode::OwnerOnly);
  const std::string till = current_epoch(deciding.database).till;
  if (open_day(deciding.database, till)) return refuse(ProblemCode::DayOpenAlready);
  const std::optional<Closing> closing = last_closing(deciding.database, till);
  if (!closing) return refuse(ProblemCode::NoDayOpen);
  const Result<std::string> reason = checked_note(trimmed(command.reason));
  if (!reason) return std::unexpected(reason.error());
  Decision decision;
  decision.facts.push_back(
      fact_with(DayReopened{deciding.ids.next<TillReopening>(), closing->id, closing->till_day, till}, *reason));
  const std::optional<TillDay> day = find_day(deciding.database, closing->till_day);
  decision.outcome = {.kind = "reopen_day", .subject = day->id.bytes, .label = day->business_date.iso()};
  return decision;
}

}  // namespace

Result<Decision> decide(const TillCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

Result<Fact> cash_moved(Money amount, const std::string& reason, const Deciding& deciding) {
  const std::optional<TillDay> day = open_day(deciding.database, current_epoch(deciding.database).till);
  if (!day) return refuse(ProblemCode::NoDayOpen);
  if (amount.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (const auto checked = bounded(amount); !checked) return std::unexpected(checked.error());
  const Result<std::string> why = checked_note(trimmed(reason));
  if (!why) return std::unexpected(why.error());
  if (why->empty()) return refuse(ProblemCode::ReasonMissing);
  return fact_with(CashMoved{deciding.ids.next<CashEntry>(), day->id, amount}, *why);
}

void apply_till(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  const EntryHeader& header = applying.header;
  if (fact.kind == DayOpened::kind) {
    const auto f = fact.body.get<DayOpened>();
    put_day(database, TillDay{f.id, f.business_date, header.at, f.float_amount, f.notes}, f.till, header);
  } else if (fact.kind == CashMoved::kind) {
    const auto f = fact.body.get<CashMoved>();
    put_cash_entry(database, CashEntry{f.id, f.till_day, header.at, f.amount, {}}, reason_of(fact), header);
  } else if (fact.kind == DayClosed::kind) {
    const auto f = fact.body.get<DayClosed>();
    put_closing(database, Closing{f.id, f.till_day, f.expected, f.counted, {}, f.notes, f.checks}, reason_of(fact),
                header);
  } else {
    LAPAK_ASSERT(fact.kind == DayReopened::kind);
    const auto f = fact.body.get<DayReopened>();
    put_reopening(database, f.id, Closing{.id = f.closing, .till_day = f.till_day}, f.till, reason_of(fact), header);
  }
}

}  // namespace lapak
