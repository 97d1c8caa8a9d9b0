// till: what can be done with the drawer and the day.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/till/till.h"
#include "core/till/till_store.h"

namespace lapak {

// Problems: DayOpenAlready, AmountTooLarge, QuantityNegative.
struct OpenDay {
  std::vector<NoteCount> notes;
};
// + in, − out. Undoable. Problems: OwnerOnly (Right::Drawer), NoDayOpen, ReasonMissing, QuantityZero, AmountTooLarge.
struct MoveCash {
  Money amount;
  std::string reason;
};
// Possible with points open; they are listed in the summary. Problems: NoDayOpen, AmountTooLarge, QuantityNegative.
struct CloseDay {
  std::vector<NoteCount> notes;
  std::string reason;  // of a difference
  std::vector<MethodCheck> checks;
};
// The day that was closed last goes on. Owner only. Problems: DayOpenAlready, NoDayOpen, OwnerOnly.
struct ReopenDay {
  std::string reason;
};

using TillCommand = std::variant<OpenDay, MoveCash, CloseDay, ReopenDay>;

Result<Decision> decide(const TillCommand& command, const Deciding& deciding);
void apply_till(const Fact& fact, const Applying& applying);
// The fact that cash went into the open drawer (+) or out of it (−), for rooms whose entries move cash.
// Problems: NoDayOpen, ReasonMissing, QuantityZero, AmountTooLarge.
Result<Fact> cash_moved(Money amount, const std::string& reason, const Deciding& deciding);

}  // namespace lapak
