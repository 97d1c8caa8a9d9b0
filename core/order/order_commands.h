// order: what can be done with orders.
//
// A deposit is a receipt of its own (sale: TakeDeposit) and is held for the order; a cart that hands an order over
// (Cart::order) is paid by it first, and the order is handed over by the same entry.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/order/custom_order.h"
#include "core/order/order_picture_commands.h"
#include "core/sale/sale_commands.h"

namespace lapak {

enum class Overbooking { Refused, Allowed };  // of a week that is full; the owner may

// Adds (nil id: it gets the next number and is Asked or Agreed) or changes what was agreed; the stage of a known order
// is not read. Of an order of a round client, kind, what and quantity stay, which JoinRound changes. A week that was
// taken on too full stands as it is until the promise or the load changes. Undoable. Problems: those of checked_order,
// ContactUnknown, OrderUnknown, OrderClosed, WeekFull, OwnerOnly (a helper who overbooks).
struct SaveOrder {
  CustomOrder order;
  Overbooking overbooking = Overbooking::Refused;
  std::vector<Attachment> pictures = {};  // of what is asked for, added to those it has
};
// How far it is, forth or back, up to Ready. Undoable. Problems: OrderUnknown, OrderClosed.
// Asserts: not HandedOver or CalledOff, which the sale and CallOff make of it.
struct MoveOrder {
  Id<CustomOrder> order;
  OrderStage stage = OrderStage::Agreed;
};
// Work that was done on it; < 0 corrects. Problems: OrderUnknown, QuantityZero, QuantityTooLarge (beyond a month).
struct NoteWork {
  Id<CustomOrder> order;
  std::int64_t minutes = 0;
};
// How it was sent, as known once it is on its way; also of an order that was handed over. Undoable.
// Problems: OrderUnknown, NameTooLong, TextNotUtf8.
struct NoteShipping {
  Id<CustomOrder> order;
  std::string courier, tracking;
};
// A revision of a service was given today; also one more than was agreed. Undoable.
// Problems: OrderUnknown, OrderClosed, NotAService.
struct NoteRevision {
  Id<CustomOrder> order;
};
// Problems: OrderUnknown, OrderClosed, DepositTooMuch (more than the price), and those of TakeDeposit.
struct TakeOrderDeposit {
  Id<CustomOrder> order;
  std::vector<Tender> tenders;
};
// Problems: OrderUnknown, and those of ReturnDeposit.
struct ReturnOrderDeposit {
  Id<CustomOrder> order;
  std::vector<Tender> tenders;
  std::string reason;
};
// It will not be made. What is held is given back by these tenders, all of it, or with none kept: then it is turnover
// of today, on a receipt that says so. Problems: OrderUnknown, OrderClosed, and those of ReturnDeposit.
enum class HeldDeposit { GivenBack, Kept };
struct CallOff {
  Id<CustomOrder> order;
  HeldDeposit deposit = HeldDeposit::GivenBack;
  std::vector<Tender> tenders;
  std::string reason;
};

using OrderCommand = std::variant<SaveOrder, MoveOrder, NoteWork, NoteShipping, NoteRevision, TakeOrderDeposit,
                                  ReturnOrderDeposit, CallOff, AddPictures, MarkPicture>;

// Facts: what was ordered, its scope, notes, courier and tracking number stand in Fact::personal.
Result<Decision> decide(const OrderCommand& command, const Deciding& deciding);
void apply_order(const Fact& fact, const Applying& applying);

// Of a fact that holds what was ordered, or shows it: which order, and for whom it was then (nil for a picture).
struct SavedOrder {
  Id<CustomOrder> order;
  Id<Contact> client;
};
std::optional<SavedOrder> saved_order_of(const Fact& fact);

// Adds to what was decided about a sale that the order it was made for is handed over, or, with a void, ready again.
// Problems: OrderUnknown, OrderClosed; `decision` is then not to be used.
Result<void> follow_sale(Decision& decision, const Deciding& deciding);

// The cart that hands an order over: one line at the agreed price. Problems: OrderUnknown, OrderClosed.
Result<Cart> cart_of(const Database& database, Id<CustomOrder> order, const Words& words);

}  // namespace lapak
