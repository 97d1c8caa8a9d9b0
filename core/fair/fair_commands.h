// fair: what can be done with fairs.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/fair/fair.h"
#include "core/fair/fair_store.h"
#include "core/fair/kit.h"
#include "core/journal/decision.h"
#include "core/sale/cash.h"

namespace lapak {

// Adds (nil id) or changes a fair. Owner only. Undoable. Problems: OwnerOnly, FairUnknown, ContactUnknown,
// ProductUnknown, and those of checked_fair.
struct SaveFair {
  Fair fair;
};
// Opens the day at the till, at this fair: what is sold until it is closed counts to it. Problems: FairUnknown, and
// those of OpenDay.
struct OpenFairDay {
  Id<Fair> fair;
  std::vector<NoteCount> notes;
};
// A day of the till, open or closed, was at this fair after all, or at none. Owner only. Undoable. Problems: OwnerOnly,
// FairUnknown, NoDayOpen (no such day).
struct SetDayFair {
  Id<TillDay> day;
  std::optional<Id<Fair>> fair;
};
// So many of each are in the fair's box now; the difference comes from home, or goes back there. Undoable.
// Problems: FairUnknown, ProductUnknown, QuantityNegative, QuantityTooLarge.
struct PackForFair {
  struct Line {
    Id<Product> product;
    Quantity quantity;
  };
  Id<Fair> fair;
  std::vector<Line> lines;
};
// Empties the fair's box: what was found goes home, what is missing of what should be there is lost, with the reason;
// more than should be there is a count. Products not named come home as they should be. Undoable.
// Problems: FairUnknown, NothingPacked, ProductUnknown (not in the box), QuantityNegative, QuantityTooLarge.
struct BringHome {
  Id<Fair> fair;
  std::vector<PackForFair::Line> found;
  std::string reason;
};
// Goods go from one place to another in one move: home, a fair's box, a partner's shop. Undoable where no partner's
// shop is among them, whose slip is written. Problems: FairUnknown, NothingPacked (the box they come from was never
// packed), and those of goods_moved (core/partner/partner_commands.h).
struct GoodsSpot {  // neither: home
  std::optional<Id<Fair>> box;
  std::optional<Id<Contact>> shop;
  friend bool operator==(const GoodsSpot&, const GoodsSpot&) = default;
};
struct MoveGoods {
  GoodsSpot from, to;
  std::vector<PackForFair::Line> lines;
  std::string note;
};
// Somebody asked for it at the fair that is open now, and did not buy: a product, or words for what it was. Undoable.
// Problems: NotAtAFair, ProductUnknown, NameEmpty (neither of both), NameTooLong, TextNotUtf8.
struct NoteAsked {
  std::optional<Id<Product>> product;
  std::string what;
  AskedReason reason = AskedReason::None;
};

using FairCommand =
    std::variant<SaveFair, OpenFairDay, SetDayFair, PackForFair, BringHome, MoveGoods, NoteAsked, SaveKit>;

Result<Decision> decide(const FairCommand& command, const Deciding& deciding);
void apply_fair(const Fact& fact, const Applying& applying);

// The fair a fact saved and whom it names, so that its words can be forgotten with a person; none for other facts.
struct SavedFair {
  Id<Fair> fair;
  std::vector<Id<Contact>> people;
};
std::optional<SavedFair> saved_fair_of(const Fact& fact);

}  // namespace lapak
