// books: what can be done with pots.
#pragma once
#include <optional>
#include <variant>
#include <vector>

#include "core/books/pot.h"
#include "core/journal/decision.h"

namespace lapak {

// Adds (nil id: it comes last) or changes a pot; an empty one may be hidden. Of a usual kind there is one. Undoable.
// Problems: those of checked_pot, ShareOutOfRange (all together more than the whole), NotInTheBooks (no such pot),
// PotNotEmpty.
struct SavePot {
  Pot pot;
};
struct PotPart {
  Id<Pot> pot;
  Money amount;  // + in, − out
};
// Moves money into pots and out of them, all or nothing; `of_day`: the day whose money is shared out. Undoable.
// Problems: NotInTheBooks (no such pot), QuantityZero (nothing is moved), AmountTooLarge, PotTooSmall.
struct MovePots {
  std::vector<PotPart> parts;
  std::optional<Date> of_day = {};
};

using PotCommand = std::variant<SavePot, MovePots>;

Result<Decision> decide(const PotCommand& command, const Deciding& deciding);
// Of kinds "books.pot_…".
void apply_pot(const Fact& fact, const Applying& applying);

}  // namespace lapak
