// books: what the facts of the room have in common. Included by this room's .cpp files alone.
//
// Each change is written with what takes it back. Money through the drawer is a movement of its own in the same entry,
// and the fact names it.
#pragma once
#include <optional>
#include <string>

#include "core/journal/fact_json.h"
#include "core/till/till_commands.h"

namespace lapak {

// What the drawer gets (+) or gives (−), and what happens where that is taken back; none when it is not the till's.
struct Drawer {
  std::optional<Fact> there, back;
};
enum class ByTill { Yes, No };
// Problems: those of cash_moved.
inline Result<Drawer> through_drawer(ByTill by_till, Money amount, const std::string& reason,
                                     const Deciding& deciding) {
  if (by_till == ByTill::No) return Drawer{};
  Result<Fact> there = cash_moved(amount, reason, deciding);
  if (!there) return std::unexpected(there.error());
  Result<Fact> back = cash_moved(-amount, reason, deciding);
  LAPAK_ASSERT(back.has_value());
  return Drawer{*std::move(there), *std::move(back)};
}

inline std::optional<Id<CashEntry>> entry_of(const std::optional<Fact>& cash) {
  if (!cash) return std::nullopt;
  return cash->body.at("id").get<Id<CashEntry>>();
}

// `there` after its cash; `back`, after its own, before all that was decided already.
inline void add_both_ways(Decision& decision, const Drawer& drawer, Fact there, Fact back) {
  if (drawer.there) decision.facts.push_back(*drawer.there);
  decision.facts.push_back(std::move(there));
  decision.opposite.insert(decision.opposite.begin(), std::move(back));
  if (drawer.back) decision.opposite.insert(decision.opposite.begin(), *drawer.back);
}

}  // namespace lapak
