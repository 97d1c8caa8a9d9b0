// sale: the open cart and the held ones, kept as they change.
#include "core/sale/cart_drafts.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/sale/cart_rules.h"
#include "core/sale/sale_json.h"
#include "core/sale/sale_store.h"
#include "core/sale/stall_terms.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr std::size_t most_states = 20;

std::string named(const CartLine& line) {
  return line.variant.empty() ? line.name : line.name + " · " + line.variant;
}

std::string state_of(const Cart& cart) {
  return Json(cart).dump();
}
Cart cart_of(std::string_view state) {
  return Json::parse(state).get<Cart>();
}

std::optional<Cart> readable_cart(std::string_view state) {
  try {
    return cart_of(state);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::string list_of(const std::vector<std::string>& states) {
  std::string list = "[";
  for (const std::string& state : states) list += (list.size() > 1 ? "," : "") + state;
  return list + "]";
}

std::vector<std::string> states_of(const Json& list) {
  std::vector<std::string> states;
  for (const Json& state : list) states.push_back(state.dump());
  return states;
}

// The line of the cart that these pieces were part of before bundles took theirs out of it; nullptr for none.
CartLine* parted_from(Cart& cart, const Sale& sale, const SaleLine& line) {
  const auto is_bundled = [&](const SaleLine& one) {
    return one.product == line.product && one.bundle && sale.bundles[static_cast<std::size_t>(*one.bundle)].rule;
  };
  const auto is_plain = [](const auto& one) { return one.agreed_price == one.list_price; };
  if (!line.product || !line.note.empty() || !is_plain(line) || std::ranges::none_of(sale.lines, is_bundled) ||
      (!line.bundle && !line.line_discount.is_zero()))
    return nullptr;
  const auto found = std::ranges::find_if(cart.lines, [&](const CartLine& one) {
    return one.product == line.product && one.list_price == line.list_price && is_plain(one) && !one.discount;
  });
  return found == cart.lines.end() ? nullptr : &*found;
}

// Whether more of the product is in the cart, by itself and in sets, than is recorded on hand.
bool is_short_of(const Database& shop, const Cart& cart, Id<Product> product) {
  Quantity wanted;
  for (const CartLine& line : cart.lines) {
    if (line.product == product) wanted += line.quantity;
    for (const CartSetPart& part : line.parts)
      if (part.product == product) wanted += in_sets(part, line.quantity).value_or(kLargestQuantity);
  }
  return wanted > on_hand(shop, product);
}

bool is_short(const Database& shop, const Cart& cart, Id<Product> added, const CartItem& item) {
  if (item.tracked) return is_short_of(shop, cart, added);
  return std::ranges::any_of(item.parts, [&](const CartSetPart& part) {
    const std::optional<Product> product = find_product(shop, part.product);
    return product && product->tracked && is_short_of(shop, cart, part.product);
  });
}

CartLine line_again(const SaleLine& line, Id<CartLine> id) {
  CartLine again{.id = id,
                 .product = line.product,
                 .name = line.name,
                 .quantity = line.quantity,
                 .list_price = line.list_price,
                 .agreed_price = line.agreed_price,
                 .note = line.note};
  // What a bundle saved, the rules in force give again.
  if (!line.line_discount.is_zero() && !line.bundle) again.discount = Discount{line.line_discount, {}};
  return again;
}

// A set that was sold is in the cart as one again: its parts' lines are told by it.
CartLine set_again(const Sale& sale, int position, Id<CartLine> id) {
  const SaleBundle& set = sale.bundles[static_cast<std::size_t>(position)];
  CartLine again{.id = id,
                 .product = set.product,
                 .name = set.name,
                 .quantity = Quantity::of(set.times),
                 .list_price = set.terms.price,
                 .agreed_price = set.terms.price};
  Money discount;
  for (const SaleLine& line : sale.lines)
    if (line.bundle == position) {
      discount += line.line_discount;
      if (again.note.empty()) again.note = line.note;
    }
  if (!discount.is_zero()) again.discount = Discount{discount, {}};
  return again;
}

Cart reopened(const Database& shop, const Sale& sale, Id<Sale> id, IdSource& ids) {
  Cart cart;
  cart.id = id;
  cart.customer = sale.customer;
  cart.order = sale.order;
  cart.note = sale.note;
  cart.tip = sale.tip;
  const SaleLine* const ordered = ordered_line(sale);
  bool is_shared = false;
  std::optional<int> bundle;
  for (const SaleLine& line : sale.lines) {
    const bool is_of_set = line.bundle && sale.bundles[static_cast<std::size_t>(*line.bundle)].product;
    const bool is_told = is_of_set && line.bundle == bundle;
    bundle = line.bundle;
    is_shared |= !line.cart_discount.is_zero();
    if (is_told) continue;
    CartLine again =
        is_of_set ? set_again(sale, *line.bundle, ids.next<CartLine>()) : line_again(line, ids.next<CartLine>());
    if (const auto item = again.product ? item_of(shop, *again.product) : refuse(ProblemCode::ProductUnknown)) {
      again.name = item->name;
      again.variant = item->variant;
      again.photo = item->photo;
      again.floor = item->floor;
      again.tax_class = item->tax_class;
      again.tracked = item->tracked;
      again.parts = item->parts;
    }
    if (&line == ordered) again.id.bytes = cart.order->bytes;
    if (CartLine* const whole = is_of_set ? nullptr : parted_from(cart, sale, line))
      whole->quantity += line.quantity;
    else
      cart.lines.push_back(std::move(again));
  }
  if (is_shared) cart.agreed_total = sale.total - sale.rounding - sale.tip;
  return cart;
}

}  // namespace

Result<CartItem> item_of(const Database& shop, Id<Product> id) {
  const std::optional<Product> product = find_product(shop, id);
  if (!product || product->has_variants()) return refuse(ProblemCode::ProductUnknown, product ? product->code : "");
  CartItem item{.product = id,
                .name = product->name,
                .variant = variant_label(*product),
                .photo = photo_of(shop, *product),
                .price = price_by(terms_here(shop), id, product->price),
                .floor = product->floor,
                .tax_class = product->tax_class,
                .tracked = product->tracked};
  for (const SetPart& part : product->parts)
    if (const std::optional<Product> made_of = find_product(shop, part.product))
      item.parts.push_back(
          {made_of->id, label_of(*made_of), part.quantity, price_by(terms_here(shop), made_of->id, made_of->price)});
  if (const auto parent = product->parent ? find_product(shop, *product->parent) : std::nullopt) {
    if (!item.floor) item.floor = parent->floor;
    item.tax_class = parent->tax_class;
  }
  return item;
}

// One overload a command; `change` says what was done.
struct CartDrafts::Editing {
  CartDrafts& drafts;
  Instant now;
  std::optional<Rights> rights = {};  // when a price is being agreed
  CartChange change = {};

  Result<void> finish(Result<Cart> next, std::optional<Id<CartLine>> line = {}) {
    if (!next) return std::unexpected(next.error());
    if (line) {
      // Named as it was, when it is gone now.
      for (const Cart* cart : {&std::as_const(*next), &std::as_const(drafts.open_)})
        if (const auto found = std::ranges::find(cart->lines, *line, &CartLine::id);
            found != cart->lines.end() && change.label.empty())
          change.label = named(*found);
      if (std::ranges::find(next->lines, *line, &CartLine::id) != next->lines.end()) change.line = line;
    }
    return drafts.become(*std::move(next), now, rights);
  }
  Result<CartLine*> line_in(Cart& cart, Id<CartLine> id) {
    const auto found = std::ranges::find(cart.lines, id, &CartLine::id);
    if (found == cart.lines.end()) return refuse(ProblemCode::LineUnknown);
    return &*found;
  }

  Result<void> operator()(const AddProduct& add) {
    Result<CartItem> item = item_of(drafts.shop_, add.product);
    if (!item) return std::unexpected(item.error());
    const std::optional<Product> product = find_product(drafts.shop_, add.product);
    if (add.price && product->open_price) item->price = *add.price;
    const Id<CartLine> id = drafts.ids_.next<CartLine>();
    Result<Cart> next = drafts.open_;
    if (add.price && *add.price != item->price) {
      // What was agreed at once stands on a line of its own.
      Result<Cart> alone = with_item(Cart{}, *item, add.quantity, id);
      if (alone) alone = with_agreed_price(*std::move(alone), id, *add.price);
      if (!alone) return std::unexpected(alone.error());
      next->lines.push_back(alone->lines.front());
      next = with_quantity(*std::move(next), id, add.quantity);
    } else {
      next = with_item(*std::move(next), *item, add.quantity, id);
    }
    if (!next) return std::unexpected(next.error());
    const bool is_out = is_short(drafts.shop_, *next, add.product, *item);
    // The line it went onto: the one that was not like this before.
    std::optional<Id<CartLine>> touched;
    for (const CartLine& line : next->lines)
      if (std::ranges::find(drafts.open_.lines, line) == drafts.open_.lines.end()) touched = line.id;
    Result<void> done = finish(std::move(next), touched);
    change.is_out_of_stock = done && is_out;
    return done;
  }
  Result<void> operator()(const AddAmount& add) {
    CartItem item;
    if (!trimmed(add.label).empty()) {
      Result<std::string> label = checked_name(add.label);
      if (!label) return std::unexpected(label.error());
      item.name = *label;
    }
    item.price = add.amount;
    const Id<CartLine> id = drafts.ids_.next<CartLine>();
    return finish(with_item(drafts.open_, item, Quantity::of(1), id), id);
  }
  Result<void> operator()(const SetQuantity& set) {
    return finish(with_quantity(drafts.open_, set.line, set.quantity), set.line);
  }
  Result<void> operator()(const SetAgreedPrice& set) {
    return finish(with_agreed_price(drafts.open_, set.line, set.price), set.line);
  }
  Result<void> operator()(const SetLineDiscount& set) {
    return finish(with_line_discount(drafts.open_, set.line, set.discount), set.line);
  }
  Result<void> operator()(const SetLineNote& set) {
    Cart next = drafts.open_;
    const Result<CartLine*> line = line_in(next, set.line);
    if (!line) return std::unexpected(line.error());
    Result<std::string> note = checked_note(set.note);
    if (!note) return std::unexpected(note.error());
    (*line)->note = *note;
    return finish(std::move(next), set.line);
  }
  Result<void> operator()(const ChangeVariant& other) {
    const Result<CartItem> item = item_of(drafts.shop_, other.product);
    if (!item) return std::unexpected(item.error());
    Cart next = drafts.open_;
    const Result<CartLine*> found = line_in(next, other.line);
    if (!found) return std::unexpected(found.error());
    CartLine& line = **found;
    const Money price = line.agreed_price == line.list_price ? item->price : line.agreed_price;
    line.product = item->product;
    line.name = item->name;
    line.variant = item->variant;
    line.photo = item->photo;
    line.list_price = item->price;
    line.floor = item->floor;
    line.tax_class = item->tax_class;
    line.tracked = item->tracked;
    line.parts = item->parts;
    return finish(with_agreed_price(std::move(next), other.line, price), other.line);
  }
  Result<void> operator()(const SetCartDiscount& set) {
    Cart next = drafts.open_;
    next.discount = set.discount;
    next.agreed_total.reset();
    return finish(std::move(next));
  }
  Result<void> operator()(const SetAgreedTotal& set) {
    Cart next = drafts.open_;
    next.agreed_total = set.total;
    if (set.total) next.discount.reset();
    return finish(std::move(next));
  }
  Result<void> operator()(const SetTip& set) {
    Cart next = drafts.open_;
    next.tip = set.tip;
    return finish(std::move(next));
  }
  Result<void> operator()(const SetCustomer& set) {
    Cart next = drafts.open_;
    next.customer = set.customer;
    return finish(std::move(next));
  }
  Result<void> operator()(const SetCartNote& set) {
    Result<std::string> note = checked_note(set.note);
    if (!note) return std::unexpected(note.error());
    Cart next = drafts.open_;
    next.note = *note;
    return finish(std::move(next));
  }
  Result<void> operator()(const AddOrder& add) {
    const Id<CartLine> line = add.order.lines.front().id;
    const std::optional<Id<CustomOrder>> other = drafts.open_.order;
    if (!other || other == add.order.order) return finish(with_order(drafts.open_, add.order), line);
    change.held = drafts.open_.id;
    Transaction transaction(drafts.drafts_);
    drafts.put_aside({}, now);
    transaction.commit();
    return finish(with_order(drafts.open_, add.order), line);
  }
  Result<void> operator()(const ClearCart&) {
    Cart next;
    next.id = drafts.open_.id;
    return finish(std::move(next));
  }
  Result<void> operator()(const HoldCart& hold) {
    if (drafts.open_.lines.empty()) return refuse(ProblemCode::CartEmpty);
    Result<std::string> name = checked_note(hold.name);
    if (!name) return std::unexpected(name.error());
    change.label = name->empty() ? named(drafts.open_.lines.front()) : *name;
    change.held = drafts.open_.id;
    Transaction transaction(drafts.drafts_);
    drafts.put_aside(*name, now);
    transaction.commit();
    return {};
  }
  Result<void> operator()(const NameHeldCart& naming) {
    Result<std::string> name = checked_note(naming.name);
    if (!name) return std::unexpected(name.error());
    return turn("UPDATE draft SET name = ? WHERE id = ? AND kind = 'held'", *name, naming.cart);
  }
  Result<void> operator()(const ResumeCart& resume) {
    Cart cart;
    std::vector<std::string> undo, redo;
    {
      Rows rows =
          drafts.drafts_.query("SELECT state, history, name FROM draft WHERE id = ? AND kind = 'held'", resume.cart);
      if (!rows.next()) return refuse(ProblemCode::CartUnknown);
      cart = cart_of(rows.get<std::string_view>(0));
      const Json history = Json::parse(rows.get<std::string_view>(1));
      undo = states_of(history.at("undo"));
      redo = states_of(history.at("redo"));
      change.label = rows.get<std::string>(2);
    }
    Transaction transaction(drafts.drafts_);
    make_room();
    drafts.open(with_rules_here(drafts.shop_, std::move(cart)));
    drafts.undo_ = std::move(undo);
    drafts.redo_ = std::move(redo);
    drafts.save(now);
    transaction.commit();
    return {};
  }
  Result<void> operator()(const DropHeldCart& drop) {
    Transaction transaction(drafts.drafts_);
    drafts.drafts_.run("DELETE FROM draft WHERE kind = 'dropped'");
    Result<void> dropped = turn("UPDATE draft SET kind = 'dropped' WHERE id = ? AND kind = 'held'", drop.cart);
    if (dropped) transaction.commit();
    return dropped;
  }
  Result<void> operator()(const RestoreHeldCart& restore) {
    return turn("UPDATE draft SET kind = 'held' WHERE id = ? AND kind = 'dropped'", restore.cart);
  }
  Result<void> operator()(const ReopenAsCart& reopen) {
    const std::optional<Sale> sale = find_sale(drafts.shop_, reopen.sale);
    if (!sale || sale->kind != SaleKind::Sale) return refuse(ProblemCode::SaleUnknown, sale ? sale->number : "");
    change.label = sale->number;
    Transaction transaction(drafts.drafts_);
    make_room();
    drafts.open(with_rules_here(drafts.shop_, reopened(drafts.shop_, *sale, drafts.ids_.next<Sale>(), drafts.ids_)));
    drafts.save(now);
    transaction.commit();
    return {};
  }
  Result<void> operator()(const UndoCart&) { return step(drafts.undo_, drafts.redo_); }
  Result<void> operator()(const RedoCart&) { return step(drafts.redo_, drafts.undo_); }

  Result<void> step(std::vector<std::string>& from, std::vector<std::string>& to) {
    if (from.empty()) return refuse(ProblemCode::NothingToUndo);
    to.push_back(state_of(drafts.open_));
    drafts.open_ = with_rules_here(drafts.shop_, cart_of(from.back()));
    from.pop_back();
    drafts.save(now);
    return {};
  }
  // The open cart is held when there is something in it, else it is gone.
  void make_room() {
    if (drafts.open_.lines.empty()) {
      drafts.drafts_.run("DELETE FROM draft WHERE id = ?", drafts.open_.id);
      return;
    }
    change.held = drafts.open_.id;
    drafts.put_aside({}, now);
  }
  template <class... Arguments>
  Result<void> turn(std::string_view sql, const Arguments&... arguments) {
    drafts.drafts_.run(sql, arguments...);
    if (drafts.drafts_.changed_rows() == 0) return refuse(ProblemCode::CartUnknown);
    return {};
  }
};

CartDrafts::CartDrafts(Database drafts, const Database& shop, IdSource& ids, const Profile& profile)
    : drafts_(std::move(drafts)), shop_(shop), ids_(ids), profile_(profile) {
  open_.id = ids_.next<Sale>();
  std::vector<Id<Sale>> paid;
  for (Rows rows = drafts_.query("SELECT id, kind, state, history FROM draft ORDER BY at"); rows.next();) {
    const auto id = rows.get<Id<Sale>>(0);
    // The machine may have stopped between the sale and forgetting its draft.
    if (shop_.value<bool>("SELECT 1 FROM sale WHERE id = ?", id)) {
      paid.push_back(id);
    } else if (rows.get<std::string_view>(1) == "open") {
      read_open(rows.get<std::string_view>(2), rows.get<std::string_view>(3));
    }
  }
  for (const Id<Sale> id : paid) drafts_.run("DELETE FROM draft WHERE id = ?", id);
}

// A cart that went bad on the disk does not keep the shop shut.
void CartDrafts::read_open(std::string_view state, std::string_view history) {
  try {
    Cart cart = with_rules_here(shop_, cart_of(state));
    const Json steps = Json::parse(history);
    undo_ = states_of(steps.at("undo"));
    redo_ = states_of(steps.at("redo"));
    open_ = std::move(cart);
  } catch (const Json::exception&) {
    undo_.clear();
    redo_.clear();
  }
}

// Whether the command is about a price.
bool is_bargaining(const CartCommand& command) {
  const auto* const add = std::get_if<AddProduct>(&command);
  return std::holds_alternative<SetAgreedPrice>(command) || std::holds_alternative<SetLineDiscount>(command) ||
         std::holds_alternative<SetCartDiscount>(command) || std::holds_alternative<SetAgreedTotal>(command) ||
         (add && add->price);
}

Result<CartChange> CartDrafts::change(const CartCommand& command, Instant now, const std::optional<Rights>& rights) {
  // What the file does not take is not in memory either, so that the seller may do it again.
  struct AsItWas {
    CartDrafts& drafts;
    Cart open;
    std::vector<std::string> undo, redo;
    bool is_over = false;
    ~AsItWas() {
      if (is_over) return;
      drafts.open_ = std::move(open);
      drafts.undo_ = std::move(undo);
      drafts.redo_ = std::move(redo);
    }
  } as_it_was{*this, open_, undo_, redo_};
  Editing editing{*this, now, is_bargaining(command) ? rights : std::nullopt};
  if (const Result<void> done = std::visit(editing, command); !done) return std::unexpected(done.error());
  as_it_was.is_over = true;
  ++revision_;
  return std::move(editing.change);
}

void CartDrafts::follow_rules(Instant now) {
  Cart next = with_rules_here(shop_, open_);
  if (next == open_) return;
  open_ = std::move(next);
  ++revision_;
  try {
    save(now);
  } catch (const DatabaseError&) {
    // The shop's change is done. The rules are asked again when the cart is read.
  }
}

Result<Totals> CartDrafts::sums(const Cart& cart, Instant now) const {
  return totals(cart, rates_here(shop_, profile_), profile_.clock().local(now).date);
}

Concession CartDrafts::concession(Instant now) const {
  const Result<Totals> all = sums(open_, now);
  return all ? concession_of(open_, *all) : Concession{};
}

Result<void> CartDrafts::become(Cart next, Instant now, const std::optional<Rights>& rights) {
  next = with_rules_here(shop_, std::move(next));
  const Result<Totals> all = sums(next, now);
  if (!all) return std::unexpected(all.error());
  if (rights) {
    const Concession asked = concession_of(next, *all), before = concession(now);
    const bool is_worse = asked.percent > before.percent || (asked.is_below_floor && !before.is_below_floor);
    if (is_worse && !is_within(asked, *rights)) return refuse(ProblemCode::OwnerOnly);
  }
  if (next == open_) return {};
  undo_.push_back(state_of(open_));
  if (undo_.size() > most_states) undo_.erase(undo_.begin());
  redo_.clear();
  open_ = std::move(next);
  save(now);
  return {};
}

void CartDrafts::save(Instant now) {
  drafts_.run(
      "INSERT INTO draft(id, kind, name, at, state, history) VALUES (?1, 'open', '', ?2, ?3, ?4) "
      "ON CONFLICT(id) DO UPDATE SET kind = 'open', name = '', at = ?2, state = ?3, history = ?4",
      open_.id, now, state_of(open_), "{\"undo\":" + list_of(undo_) + ",\"redo\":" + list_of(redo_) + "}");
}

void CartDrafts::put_aside(const std::string& name, Instant now) {
  save(now);
  drafts_.run("UPDATE draft SET kind = 'held', name = ? WHERE id = ?", name, open_.id);
  Cart empty;
  empty.id = ids_.next<Sale>();
  open(std::move(empty));
}

std::vector<HeldCart> CartDrafts::held(Date today) const {
  std::vector<HeldCart> carts;
  const std::vector<TaxRate> rates = rates_here(shop_, profile_);
  for (Rows rows = drafts_.query("SELECT id, name, at, state FROM draft WHERE kind = 'held' ORDER BY at, id");
       rows.next();) {
    const std::optional<Cart> readable = readable_cart(rows.get<std::string_view>(3));
    if (!readable) continue;  // it went bad on the disk; the others are still there
    const Cart& cart = *readable;
    const Result<Totals> sums = totals(cart, rates, today);
    carts.push_back(HeldCart{.id = rows.get<Id<Sale>>(0),
                             .name = rows.get<std::string>(1),
                             .first_item = cart.lines.empty() ? std::string() : named(cart.lines.front()),
                             .items = sums ? sums->items : Quantity{},
                             .total = sums ? sums->total : Money{},
                             .at = rows.get<Instant>(2)});
  }
  return carts;
}

void CartDrafts::forget(Id<Sale> paid, Instant) {
  try {
    drafts_.run("DELETE FROM draft WHERE id = ?", paid);
  } catch (const DatabaseError&) {
    // The sale is safe and must not be told as failed; the next start finds that this draft was paid.
  }
  if (open_.id == paid) {
    Cart empty;
    empty.id = ids_.next<Sale>();
    open(std::move(empty));
  }
  ++revision_;
}

}  // namespace lapak
