// sale: the open cart and the held ones, kept as they change.
//
// Every change writes the whole draft anew, its history with it: a cart is small, and one row is either the old or the
// new one.
#include "core/sale/cart_drafts.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/sale/sale_json.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr std::size_t most_states = 20;

std::string joined(const std::string& name, const std::string& variant) {
  return variant.empty() ? name : name + " · " + variant;
}

Result<CartItem> item_of(const Database& shop, Id<Product> id, std::optional<Money> price) {
  const std::optional<Product> product = find_product(shop, id);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  CartItem item{.product = product->id,
                .name = product->name,
                .variant = variant_label(*product),
                .photo = product->photo,
                .price = price.value_or(product->price),
                .floor = product->floor,
                .tax_class = product->tax_class,
                .tracked = product->tracked};
  if (product->parent) {
    if (const auto parent = find_product(shop, *product->parent)) {
      if (item.photo.empty()) item.photo = parent->photo;
      if (item.tax_class.empty()) item.tax_class = parent->tax_class;
      if (!item.floor) item.floor = parent->floor;
    }
  }
  return item;
}

Quantity items_of(const Cart& cart) {
  Quantity items;
  for (const CartLine& line : cart.lines) items += line.quantity;
  return items;
}

CartLine* find_line(Cart& cart, Id<CartLine> id) {
  const auto found = std::ranges::find(cart.lines, id, &CartLine::id);
  return found == cart.lines.end() ? nullptr : &*found;
}

// A change of the open cart that was decided, still unsaved.
struct Edit {
  Cart cart;
  CartChange change;
};

class Editor {
 public:
  Editor(const Cart& open, const Database& shop, IdSource& ids) : open_(open), shop_(shop), ids_(ids) {}

  Result<Edit> operator()(const AddProduct& add) const {
    Result<CartItem> item = item_of(shop_, add.product, add.price);
    if (!item) return std::unexpected(item.error());
    return added(*item, add.quantity);
  }
  Result<Edit> operator()(const AddAmount& add) const {
    Result<std::string> name = checked_name(add.label);
    if (!name) return std::unexpected(name.error());
    return added(CartItem{.product = {}, .name = *name, .price = add.amount}, Quantity::of(1));
  }
  Result<Edit> operator()(const SetQuantity& set) const {
    return edited(with_quantity(open_, set.line, set.quantity), set.line);
  }
  Result<Edit> operator()(const SetAgreedPrice& set) const {
    return edited(with_agreed_price(open_, set.line, set.price), set.line);
  }
  Result<Edit> operator()(const SetLineDiscount& set) const {
    return edited(with_line_discount(open_, set.line, set.discount), set.line);
  }
  Result<Edit> operator()(const SetLineNote& set) const {
    Result<std::string> note = checked_note(set.note);
    if (!note) return std::unexpected(note.error());
    Cart cart = open_;
    CartLine* line = find_line(cart, set.line);
    if (line == nullptr) return refuse(ProblemCode::LineUnknown);
    line->note = *note;
    return edited(std::move(cart), set.line);
  }
  Result<Edit> operator()(const ChangeVariant& change) const {
    Result<CartItem> item = item_of(shop_, change.product, {});
    if (!item) return std::unexpected(item.error());
    Cart cart = open_;
    CartLine* line = find_line(cart, change.line);
    if (line == nullptr) return refuse(ProblemCode::LineUnknown);
    const bool was_agreed = line->agreed_price != line->list_price;
    line->product = item->product;
    line->name = item->name;
    line->variant = item->variant;
    line->photo = item->photo;
    line->list_price = item->price;
    if (!was_agreed) line->agreed_price = item->price;
    line->floor = item->floor;
    line->tax_class = item->tax_class;
    line->tracked = item->tracked;
    return edited(std::move(cart), change.line);
  }
  Result<Edit> operator()(const SetCartDiscount& set) const {
    Cart cart = open_;
    cart.discount = set.discount;
    cart.agreed_total.reset();
    return edited(std::move(cart), {});
  }
  Result<Edit> operator()(const SetAgreedTotal& set) const {
    Cart cart = open_;
    cart.agreed_total = set.total;
    cart.discount.reset();
    return edited(std::move(cart), {});
  }
  Result<Edit> operator()(const SetTip& set) const {
    if (set.tip < Money{}) return refuse(ProblemCode::AmountNegative);
    Cart cart = open_;
    cart.tip = set.tip;
    return edited(std::move(cart), {});
  }
  Result<Edit> operator()(const SetCustomer& set) const {
    Cart cart = open_;
    cart.customer = set.customer;
    return edited(std::move(cart), {});
  }
  Result<Edit> operator()(const SetCartNote& set) const {
    Result<std::string> note = checked_note(set.note);
    if (!note) return std::unexpected(note.error());
    Cart cart = open_;
    cart.note = *note;
    return edited(std::move(cart), {});
  }
  Result<Edit> operator()(const ClearCart&) const { return edited(Cart{.id = open_.id}, {}); }

 private:
  Result<Edit> added(const CartItem& item, Quantity quantity) const {
    const Id<CartLine> fresh = ids_.next<CartLine>();
    Result<Cart> cart = with_item(open_, item, quantity, fresh);
    if (!cart) return std::unexpected(cart.error());
    // The line that is new or grew.
    Id<CartLine> changed = fresh;
    Quantity wanted;
    for (const CartLine& line : cart->lines) {
      if (line.product == item.product && line.product) wanted += line.quantity;
      const auto before = std::ranges::find(open_.lines, line.id, &CartLine::id);
      if (before == open_.lines.end() || before->quantity != line.quantity) changed = line.id;
    }
    Result<Edit> edit = edited(std::move(cart), changed);
    if (edit && item.product && item.tracked) edit->change.is_out_of_stock = on_hand(shop_, *item.product) < wanted;
    return edit;
  }

  Result<Edit> edited(Result<Cart> cart, std::optional<Id<CartLine>> line) const {
    if (!cart) return std::unexpected(cart.error());
    Edit edit{std::move(*cart), {}};
    if (line) {
      for (const Cart* where : std::initializer_list<const Cart*>{&edit.cart, &open_})
        for (const CartLine& one : where->lines)
          if (one.id == *line && edit.change.label.empty()) edit.change.label = joined(one.name, one.variant);
      if (find_line(edit.cart, *line) != nullptr) edit.change.line = line;
    }
    return edit;
  }

  const Cart& open_;
  const Database& shop_;
  IdSource& ids_;
};

}  // namespace

CartDrafts::CartDrafts(Database drafts, const Database& shop, IdSource& ids, const Profile& profile)
    : drafts_(std::move(drafts)), shop_(shop), ids_(ids), profile_(profile) {
  Rows rows = drafts_.query("SELECT state, history FROM draft WHERE kind = 'open' ORDER BY at DESC, id DESC LIMIT 1");
  if (rows.next()) {
    open_ = Json::parse(rows.get<std::string>(0)).get<Cart>();
    undo_ = Json::parse(rows.get<std::string>(1)).get<std::vector<Cart>>();
  } else {
    open_.id = ids_.next<Sale>();
  }
}

void CartDrafts::save(Instant now) {
  drafts_.run(
      "INSERT INTO draft(id, kind, name, at, state, history) VALUES (?1, 'open', '', ?2, ?3, ?4) "
      "ON CONFLICT(id) DO UPDATE SET kind = 'open', at = ?2, state = ?3, history = ?4",
      open_.id, now, Json(open_).dump(), Json(undo_).dump());
  ++revision_;
}

void CartDrafts::put_aside(const std::string& name, Instant now) {
  drafts_.run(
      "INSERT INTO draft(id, kind, name, at, state, history) VALUES (?1, 'held', ?2, ?3, ?4, ?5) "
      "ON CONFLICT(id) DO UPDATE SET kind = 'held', name = ?2, at = ?3, state = ?4, history = ?5",
      open_.id, name, now, Json(open_).dump(), Json(undo_).dump());
}

void CartDrafts::begin(Cart cart, std::vector<Cart> history) {
  open_ = std::move(cart);
  undo_ = std::move(history);
  redo_.clear();
}

Result<CartChange> CartDrafts::change(const CartCommand& command, Instant now) {
  return std::visit(
      [&]<class One>(const One& one) -> Result<CartChange> {
        if constexpr (std::is_invocable_v<Editor, const One&>) {
          Result<Edit> edit = Editor(open_, shop_, ids_)(one);
          if (!edit) return std::unexpected(edit.error());
          // What it comes to must be sayable, or the cart stays as it was.
          const Date today = profile_.clock().local(now).date;
          if (const auto sum = totals(edit->cart, profile_.tax_rates, today); !sum) return std::unexpected(sum.error());
          undo_.push_back(open_);
          if (undo_.size() > most_states) undo_.erase(undo_.begin());
          redo_.clear();
          open_ = std::move(edit->cart);
          save(now);
          return edit->change;
        } else {
          return handle(one, now);
        }
      },
      command);
}

Result<CartChange> CartDrafts::handle(const HoldCart& hold, Instant now) {
  if (open_.lines.empty()) return refuse(ProblemCode::CartEmpty);
  CartChange change{.label = joined(open_.lines.front().name, open_.lines.front().variant), .held = open_.id};
  put_aside(std::string(trimmed(hold.name)), now);
  begin(Cart{.id = ids_.next<Sale>()}, {});
  save(now);
  return change;
}

Result<CartChange> CartDrafts::handle(const NameHeldCart& named, Instant) {
  drafts_.run("UPDATE draft SET name = ? WHERE id = ? AND kind = 'held'", trimmed(named.name), named.cart);
  if (drafts_.changed_rows() == 0) return refuse(ProblemCode::CartUnknown);
  ++revision_;
  return CartChange{.label = named.name};
}

Result<CartChange> CartDrafts::handle(const ResumeCart& resume, Instant now) {
  Cart wanted;
  std::vector<Cart> history;
  std::string name;
  {
    Rows rows = drafts_.query("SELECT state, history, name FROM draft WHERE id = ? AND kind = 'held'", resume.cart);
    if (!rows.next()) return refuse(ProblemCode::CartUnknown);
    wanted = Json::parse(rows.get<std::string>(0)).get<Cart>();
    history = Json::parse(rows.get<std::string>(1)).get<std::vector<Cart>>();
    name = rows.get<std::string>(2);
  }
  CartChange change{.label = name};
  Transaction transaction(drafts_);
  if (open_.lines.empty()) {
    drafts_.run("DELETE FROM draft WHERE id = ?", open_.id);
  } else {
    change.held = open_.id;
    put_aside("", now);
  }
  begin(std::move(wanted), std::move(history));
  save(now);
  transaction.commit();
  return change;
}

Result<CartChange> CartDrafts::handle(const DropHeldCart& drop, Instant) {
  drafts_.run("DELETE FROM draft WHERE id = ? AND kind = 'held'", drop.cart);
  if (drafts_.changed_rows() == 0) return refuse(ProblemCode::CartUnknown);
  ++revision_;
  return CartChange{};
}

Result<CartChange> CartDrafts::handle(const ReopenAsCart& reopen, Instant now) {
  const std::optional<Sale> sale = find_sale(shop_, reopen.sale);
  if (!sale) return refuse(ProblemCode::SaleUnknown, std::string());
  Cart cart{.id = ids_.next<Sale>(), .tip = sale->tip, .customer = sale->customer, .note = sale->note};
  bool has_cart_discount = false;
  for (const SaleLine& line : sale->lines) {
    CartLine again{.id = ids_.next<CartLine>(),
                   .product = line.product,
                   .name = line.name,
                   .quantity = line.quantity,
                   .list_price = line.list_price,
                   .agreed_price = line.agreed_price,
                   .note = line.note};
    if (line.line_discount != Money{}) again.discount = Discount{.amount = line.line_discount, .share = {}};
    if (line.product)
      if (const auto item = item_of(shop_, *line.product, {})) {
        again.name = item->name;
        again.variant = item->variant;
        again.photo = item->photo;
        again.floor = item->floor;
        again.tax_class = item->tax_class;
        again.tracked = item->tracked;
      }
    has_cart_discount = has_cart_discount || line.cart_discount != Money{};
    cart.lines.push_back(std::move(again));
  }
  if (has_cart_discount) cart.agreed_total = sale->total - sale->rounding - sale->tip;
  CartChange change{.label = sale->number};
  Transaction transaction(drafts_);
  if (open_.lines.empty()) {
    drafts_.run("DELETE FROM draft WHERE id = ?", open_.id);
  } else {
    change.held = open_.id;
    put_aside("", now);
  }
  begin(std::move(cart), {});
  save(now);
  transaction.commit();
  return change;
}

Result<CartChange> CartDrafts::handle(const UndoCart&, Instant now) {
  if (undo_.empty()) return refuse(ProblemCode::NothingToUndo);
  redo_.push_back(open_);
  open_ = std::move(undo_.back());
  undo_.pop_back();
  save(now);
  return CartChange{};
}

Result<CartChange> CartDrafts::handle(const RedoCart&, Instant now) {
  if (redo_.empty()) return refuse(ProblemCode::NothingToUndo);
  undo_.push_back(open_);
  open_ = std::move(redo_.back());
  redo_.pop_back();
  save(now);
  return CartChange{};
}

std::vector<HeldCart> CartDrafts::held(Date today) const {
  std::vector<HeldCart> carts;
  for (Rows rows = drafts_.query("SELECT id, name, at, state FROM draft WHERE kind = 'held' ORDER BY at, id");
       rows.next();) {
    const auto cart = Json::parse(rows.get<std::string>(3)).get<Cart>();
    HeldCart held{.id = rows.get<Id<Sale>>(0),
                  .name = rows.get<std::string>(1),
                  .first_item = cart.lines.empty() ? std::string()
                                                   : joined(cart.lines.front().name, cart.lines.front().variant),
                  .items = items_of(cart),
                  .at = rows.get<Instant>(2)};
    if (const auto sum = totals(cart, profile_.tax_rates, today)) held.total = sum->total;
    carts.push_back(std::move(held));
  }
  return carts;
}

void CartDrafts::forget(Id<Sale> paid, Instant now) {
  drafts_.run("DELETE FROM draft WHERE id = ?", paid);
  ++revision_;
  if (open_.id != paid) return;
  begin(Cart{.id = ids_.next<Sale>()}, {});
  save(now);
}

}  // namespace lapak
