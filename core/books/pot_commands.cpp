// books: what can be done with pots.
#include "core/books/pot_commands.h"

#include <algorithm>

#include "core/books/pot_store.h"
#include "core/journal/fact_json.h"
#include "core/profile/profile.h"
#include "core/sale/open_day.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(PotKind, {{PotKind::Own, "own"},
                                       {PotKind::Materials, "materials"},
                                       {PotKind::Tax, "tax"},
                                       {PotKind::Emergency, "emergency"},
                                       {PotKind::Wage, "wage"},
                                       {PotKind::Fairs, "fairs"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Pot, id, kind, name, share, full_at, position, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PotMoveRow, id, pot, business_date, amount, of_day)

namespace {

constexpr std::string_view pot_saved = "books.pot_saved", pot_moved = "books.pot_moved";

Result<Decision> decide_one(const SavePot& command, const Deciding& deciding) {
  Result<Pot> pot = checked_pot(command.pot);
  if (!pot) return std::unexpected(pot.error());
  const std::optional<PotStanding> known = find_pot(deciding.database, pot->id);
  if (!known && !pot->id.is_nil()) return refuse(ProblemCode::NotInTheBooks);
  if (known && pot->hidden && !known->balance.is_zero())
    return refuse(ProblemCode::PotNotEmpty, pot_name(*pot, deciding.profile.words()));
  std::int64_t shares = pot->hidden ? 0 : pot->share;
  int last = -1;
  for (const auto& [other, balance] : pots(deciding.database)) {
    last = std::max(last, other.position);
    if (other.id == pot->id) continue;
    shares += other.share;
    if (!pot->hidden && pot->kind != PotKind::Own && other.kind == pot->kind) return refuse(ProblemCode::NotInTheBooks);
  }
  if (shares > kWholeShare) return refuse(ProblemCode::ShareOutOfRange);
  if (!known) {
    pot->id = deciding.ids.next<Pot>();
    pot->position = last + 1;
  }
  Pot opposite = known ? known->pot : *pot;
  if (!known) opposite.hidden = true;
  Decision decision;
  decision.facts.push_back({std::string(pot_saved), Json(*pot), Json()});
  decision.opposite.push_back({std::string(pot_saved), Json(opposite), Json()});
  decision.outcome = {.kind = "save_pot",
                      .subject = pot->id.bytes,
                      .label = pot_name(*pot, deciding.profile.words()),
                      .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const MovePots& command, const Deciding& deciding) {
  const Date today = trading_day(deciding.database, deciding.now, deciding.zone).business_date;
  Decision decision;
  std::vector<PotStanding> standings = pots(deciding.database);
  for (const PotPart& part : command.parts) {
    if (part.amount.is_zero()) continue;
    if (const auto within = bounded(part.amount); !within) return std::unexpected(within.error());
    const auto standing = std::ranges::find(standings, part.pot, [](const PotStanding& s) { return s.pot.id; });
    if (standing == standings.end()) return refuse(ProblemCode::NotInTheBooks);
    standing->balance += part.amount;
    if (part.amount < Money{} && standing->balance < Money{})
      return refuse(ProblemCode::PotTooSmall, pot_name(standing->pot, deciding.profile.words()),
                    (standing->balance - part.amount).minor);
    if (const auto within = bounded(standing->balance); !within) return std::unexpected(within.error());
    PotMoveRow move{deciding.ids.next<PotMove>(), part.pot, today, part.amount, command.of_day};
    decision.facts.push_back({std::string(pot_moved), Json(move), Json()});
    move.id = deciding.ids.next<PotMove>();
    move.amount = -move.amount;
    decision.opposite.insert(decision.opposite.begin(), {std::string(pot_moved), Json(move), Json()});
    decision.outcome.label = pot_name(standing->pot, deciding.profile.words());
    decision.outcome.subject = part.pot.bytes;
  }
  if (decision.facts.empty()) return refuse(ProblemCode::QuantityZero);
  decision.outcome.kind = "move_pots";
  decision.outcome.is_undoable = true;
  return decision;
}

}  // namespace

Result<Decision> decide(const PotCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_pot(const Fact& fact, const Applying& applying) {
  if (fact.kind == pot_saved) return put_pot(applying.database, fact.body.get<Pot>());
  LAPAK_ASSERT(fact.kind == pot_moved);
  put_pot_move(applying.database, fact.body.get<PotMoveRow>(), applying.header.at, applying.header.who);
}

}  // namespace lapak
