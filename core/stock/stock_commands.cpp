// stock: what can be done to stock by hand, and how movements become the number on hand.
#include "core/stock/stock_commands.h"

#include <algorithm>
#include <iterator>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/stock/stock_json.h"
#include "core/stock/stocktake.h"

namespace lapak {

namespace {

bool arrives(MovementKind kind) {
  switch (kind) {
    case MovementKind::Opening:
    case MovementKind::Received:
    case MovementKind::Made:
    case MovementKind::Returned:
      return true;
    case MovementKind::Lost:
    case MovementKind::Gift:
    case MovementKind::OwnUse:
    case MovementKind::Sold:
    case MovementKind::Counted:
    case MovementKind::Corrected:
    case MovementKind::GivenBack:
    case MovementKind::Moved:
      return false;
  }
  LAPAK_ASSERT(false);
}

// Where pieces leave from by hand: the box of the fair where the day is open, as long as something of it is there.
Id<Place> place_to_leave(const Database& database, Id<Product> product) {
  const auto box = database.value<Id<Place>>(
      "SELECT h.place FROM till_open o JOIN fair_till_day f ON f.till_day = o.till_day JOIN place p ON p.fair = f.fair "
      "JOIN on_hand h ON h.place = p.id AND h.product = ? AND h.quantity > 0 "
      "WHERE o.till = (SELECT till FROM epoch ORDER BY rowid DESC LIMIT 1)",
      product);
  return box.value_or(home_place(database));
}

// One movement by hand with what takes it back: the opposite movement, and untracking what it began to track.
Result<Decision> decide_movement(const Product& product, MovementKind kind, Quantity quantity,
                                 const std::string& reason, Id<Place> place, std::string_view command,
                                 const Deciding& deciding) {
  if (product.is_set()) return refuse(ProblemCode::SetHasNoStock, product.name);
  Result<std::string> words = checked_note(reason);
  if (!words) return std::unexpected(words.error());
  Decision decision;
  Movement movement{.id = deciding.ids.next<Movement>(),
                    .product = product.id,
                    .place = place,
                    .kind = kind,
                    .quantity = quantity,
                    .sale = {},
                    .source = {},
                    .reason = *words,
                    .at = deciding.now,
                    .business_date = deciding.today()};
  if (!product.tracked) decision.facts.push_back(fact_of(TrackingChanged{product.id, true}));
  if (!quantity.is_zero()) {
    decision.facts.push_back(moved(movement));
    movement.id = deciding.ids.next<Movement>();
    movement.kind = MovementKind::Corrected;
    movement.quantity = -quantity;
    decision.opposite.push_back(moved(movement));
  }
  if (!product.tracked) decision.opposite.push_back(fact_of(TrackingChanged{product.id, false}));
  decision.outcome = {
      .kind = std::string(command), .subject = product.id.bytes, .label = product.name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const MoveStock& command, const Deciding& deciding) {
  const std::optional<Product> product = find_product(deciding.database, command.product);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  if (command.quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (command.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (command.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  const Quantity signed_quantity = arrives(command.kind) ? command.quantity : -command.quantity;
  const Id<Place> place =
      arrives(command.kind) ? home_place(deciding.database) : place_to_leave(deciding.database, product->id);
  return decide_movement(*product, command.kind, signed_quantity, command.reason, place, "move_stock", deciding);
}

Result<Decision> decide_one(const CountStock& command, const Deciding& deciding) {
  const std::optional<Product> product = find_product(deciding.database, command.product);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  if (command.counted < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (command.counted > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  const Quantity difference = command.counted - on_hand(deciding.database, product->id);
  return decide_movement(*product, MovementKind::Counted, difference, command.reason, home_place(deciding.database),
                         "count_stock", deciding);
}

Result<Decision> decide_one(const TakeInProducts& command, const Deciding& deciding) {
  Result<Decision> decision = decide(CatalogCommand(command.products), deciding);
  if (!decision) return decision;
  for (const OpeningStock& opening : command.stock) {
    const auto product = std::ranges::find(command.products.products, opening.product, &Product::id);
    LAPAK_ASSERT(product != command.products.products.end());
    if (opening.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    if (opening.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    auto there = decide_movement(*product, MovementKind::Opening, opening.quantity, {}, home_place(deciding.database),
                                 "move_stock", deciding);
    if (!there) return there;
    std::ranges::move(there->facts, std::back_inserter(decision->facts));
  }
  return decision;
}

void move_stock(const Movement& m, const std::optional<std::string>& reason, const Applying& applying) {
  applying.database.run(
      "INSERT INTO movement(id, product, place, kind, quantity, sale, source, reason, at, business_date, who) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      m.id, m.product, m.place, movement_code(m.kind), m.quantity, m.sale, m.source, reason, m.at, m.business_date,
      applying.header.who);
  applying.database.run(
      "INSERT INTO on_hand(product, place, quantity) VALUES (?, ?, ?) "
      "ON CONFLICT(product, place) DO UPDATE SET quantity = quantity + excluded.quantity",
      m.product, m.place, m.quantity);
}

}  // namespace

Result<Decision> decide(const StockCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_stock(const Fact& fact, const Applying& applying) {
  if (fact.kind == StockMoved::kind) {
    std::optional<std::string> reason;
    if (!fact.personal.is_null()) reason = fact.personal.at("reason").get<std::string>();
    move_stock(fact.body.get<StockMoved>().movement, reason, applying);
  } else if (fact.kind == TrackingChanged::kind) {
    const auto changed = fact.body.get<TrackingChanged>();
    applying.database.run("UPDATE product SET tracked = ? WHERE id = ?", changed.tracked, changed.product);
  } else if (fact.kind.starts_with("stock.stocktake_")) {
    apply_stocktake(fact, applying);
  } else {
    LAPAK_ASSERT(fact.kind == PlaceSaved::kind);
    const Place place = fact.body.get<PlaceSaved>().place;
    applying.database.run(
        "INSERT INTO place(id, name, position, partner, fair) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT(id) DO UPDATE SET name = ?2, position = ?3",
        place.id, place.name, place.position, place.partner, place.fair);
  }
}

Fact moved(const Movement& movement) {
  Fact fact = fact_of(StockMoved{movement});
  if (!movement.reason.empty()) fact.personal = Json{{"reason", movement.reason}};
  return fact;
}

Id<Place> home_place(const Database& database) {
  const auto home = database.value<Id<Place>>(
      "SELECT id FROM place WHERE partner IS NULL AND fair IS NULL ORDER BY position, id LIMIT 1");
  LAPAK_ASSERT(home.has_value());
  return *home;
}

Quantity on_hand(const Database& database, Id<Product> product) {
  return database.value<Quantity>("SELECT sum(quantity) FROM own_stock WHERE product = ?", product)
      .value_or(Quantity{});
}

Quantity on_hand_at(const Database& database, Id<Product> product, Id<Place> place) {
  return database.value<Quantity>("SELECT quantity FROM on_hand WHERE product = ? AND place = ?", product, place)
      .value_or(Quantity{});
}

bool is_kept_at(const Database& database, Id<Product> product, Id<Place> place) {
  return database.value<bool>("SELECT 1 FROM on_hand WHERE product = ? AND place = ?", product, place).has_value();
}

bool is_own_place(const Database& database, Id<Place> place) {
  return database.value<bool>("SELECT partner IS NULL FROM place WHERE id = ?", place).value_or(false);
}

std::optional<Id<Place>> place_of(const Database& database, Id<Contact> partner) {
  return database.value<Id<Place>>("SELECT id FROM place WHERE partner = ?", partner);
}

bool moves_in_parts(const Database& database, Id<Product> product) {
  return database.value<bool>("SELECT 1 FROM movement WHERE product = ? AND quantity % 1000 <> 0 LIMIT 1", product)
      .has_value();
}

std::vector<Movement> movements_of(const Database& database, Id<Product> product, int limit) {
  std::vector<Movement> movements;
  for (Rows rows = database.query("SELECT id, product, place, kind, quantity, sale, source, reason, at, business_date "
                                  "FROM movement WHERE product = ? ORDER BY at DESC, id DESC LIMIT ?",
                                  product, limit);
       rows.next();)
    movements.push_back(Movement{.id = rows.get<Id<Movement>>(0),
                                 .product = rows.get<Id<Product>>(1),
                                 .place = rows.get<Id<Place>>(2),
                                 .kind = find_movement(rows.get<std::string>(3)).value_or(MovementKind::Corrected),
                                 .quantity = rows.get<Quantity>(4),
                                 .sale = rows.get<std::optional<Id<Sale>>>(5),
                                 .source = rows.get<std::string>(6),
                                 .reason = rows.get<std::string>(7),
                                 .at = rows.get<Instant>(8),
                                 .business_date = rows.get<Date>(9)});
  return movements;
}

}  // namespace lapak
