// sale: the open cart and the held ones, kept as they change, so that a crash loses nothing.
//
// Drafts are not facts: they are written by a connection of their own (synchronous = NORMAL) and not journaled. Each
// keeps its last 20 states for undo, across a restart too.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/db/database.h"
#include "core/sale/cart.h"

namespace lapak {

struct AddProduct {
  Id<Product> product;
  Quantity quantity = Quantity::of(1);
  std::optional<Money> price;  // of an open-price product, or agreed at once
};
struct AddAmount {
  std::string label;
  Money amount;
};
struct SetQuantity {
  Id<CartLine> line;
  Quantity quantity;
};
struct SetAgreedPrice {
  Id<CartLine> line;
  Money price;
};
struct SetLineDiscount {
  Id<CartLine> line;
  std::optional<Discount> discount;
};
struct SetLineNote {
  Id<CartLine> line;
  std::string note;
};
struct ChangeVariant {
  Id<CartLine> line;
  Id<Product> product;
};
struct SetCartDiscount {
  std::optional<Discount> discount;
};
struct SetAgreedTotal {
  std::optional<Money> total;
};
struct SetTip {
  Money tip;
};
struct SetCustomer {
  std::optional<Id<Contact>> customer;
};
struct SetCartNote {
  std::string note;
};
// Puts an order that is handed over onto the open cart: the cart that core/order makes of it. A cart that hands over
// another order already is held.
struct AddOrder {
  Cart order;
};
struct ClearCart {};
struct HoldCart {
  std::string name;
};
struct NameHeldCart {
  Id<Sale> cart;
  std::string name;
};
// The open cart, when it has lines, is held in its place.
struct ResumeCart {
  Id<Sale> cart;
};
struct DropHeldCart {
  Id<Sale> cart;
};
// Takes the last DropHeldCart back.
struct RestoreHeldCart {
  Id<Sale> cart;
};
// Puts a sale's lines, as they were agreed, into a new open cart (Done: "Salah? Batalkan"). Holds the open one.
struct ReopenAsCart {
  Id<Sale> sale;
};
struct UndoCart {};
struct RedoCart {};

using CartCommand =
    std::variant<AddProduct, AddAmount, SetQuantity, SetAgreedPrice, SetLineDiscount, SetLineNote, ChangeVariant,
                 SetCartDiscount, SetAgreedTotal, SetTip, SetCustomer, SetCartNote, AddOrder, ClearCart, HoldCart,
                 NameHeldCart, ResumeCart, DropHeldCart, RestoreHeldCart, ReopenAsCart, UndoCart, RedoCart>;

struct HeldCart {
  Id<Sale> id;
  std::string name;  // as given, or empty
  std::string first_item;
  Quantity items;
  Money total;
  Instant at;
};

// What a product is as an item of a cart, at the price that is asked where the day is open (stall_terms.h); a variant
// has what it leaves out from its parent. Problems: ProductUnknown, also of a product that is sold by its variants
// only.
Result<CartItem> item_of(const Database& shop, Id<Product> id);

struct CartChange {
  std::string label;                 // what it was done to: an item's name
  std::optional<Id<CartLine>> line;  // the line that changed, to flash it
  std::optional<Id<Sale>> held;      // the cart that was put aside
  bool is_out_of_stock = false;      // more of the item is in the cart than is recorded on hand
};

// Owns the open cart. The main thread's.
class CartDrafts {
 public:
  // Loads the drafts of the file; `drafts` is this object's own connection. `shop` is read for products and stock.
  CartDrafts(Database drafts, const Database& shop, IdSource& ids, const Profile& profile);

  const Cart& open_cart() const { return open_; }
  // With `rights`, a price or a discount that goes beyond them, and further than what stands in the cart, is OwnerOnly.
  // Other problems: those of cart.h, ProductUnknown, CartUnknown, SaleUnknown, NothingToUndo; then nothing changed.
  // Throws DatabaseError; nothing has changed then either.
  Result<CartChange> change(const CartCommand& command, Instant now, const std::optional<Rights>& rights = {});
  // What stands in the open cart.
  Concession concession(Instant now) const;
  std::vector<HeldCart> held(Date today) const;
  // After a change of the shop's bundles: the open cart is asked what they make of it now.
  void follow_rules(Instant now);
  // After Sell: its draft is gone, and an empty cart is open if it was the open one. Never fails.
  void forget(Id<Sale> paid, Instant now);
  // Grows with each change.
  std::uint64_t revision() const { return revision_; }

 private:
  struct Editing;  // carries out one command

  void open(Cart cart) { open_ = std::move(cart), undo_.clear(), redo_.clear(); }
  Result<void> become(Cart next, Instant now, const std::optional<Rights>& rights = {});
  Result<Totals> sums(const Cart& cart, Instant now) const;
  void read_open(std::string_view state, std::string_view history);
  void save(Instant now);
  void put_aside(const std::string& name, Instant now);

  Database drafts_;
  const Database& shop_;
  IdSource& ids_;
  const Profile& profile_;
  Cart open_;
  std::vector<std::string> undo_, redo_;  // states as they are kept; the last is the nearest
  std::uint64_t revision_ = 1;
};

}  // namespace lapak
