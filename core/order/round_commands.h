// order: what can be done with pre-order rounds.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/order/round.h"

namespace lapak {

struct Contact;

// Adds (nil id) or changes a round; its state is not read. What was agreed with those who took part already stays.
// Undoable. Problems: those of checked_round, RoundUnknown, ProductUnknown, RoundTaken (a product is taken out, or a
// quota made smaller than what is ordered).
struct SaveRound {
  Round round;
};
// Closes it before its day, or opens it again; its day closes it all the same. Undoable. Problems: RoundUnknown.
struct SetRoundState {
  Id<Round> round;
  RoundState state = RoundState::Closed;
};
// Writes down an order of the round, agreed, with the round's promise; a client who takes part already gets these
// picks and notes in place of those she has, at the old prices where she has the product already. Picks of none are
// left out, prices are not read. Undoable; the outcome is about the order.
// Problems: RoundUnknown, RoundClosed, ContactUnknown, RoundEmpty, RoundFull, ProductUnknown (not of the round),
// QuantityNegative, QuantityTooLarge, OrderClosed (hers was handed over), and those of checked_order.
struct JoinRound {
  Id<Round> round;
  Id<Contact> client;
  std::vector<Pick> picks;
  std::string notes;
};

using RoundCommand = std::variant<SaveRound, SetRoundState, JoinRound>;

Result<Decision> decide(const RoundCommand& command, const Deciding& deciding);
// Of the facts of this room those that are about rounds.
bool is_about_rounds(const Fact& fact);
void apply_round(const Fact& fact, const Applying& applying);

}  // namespace lapak
