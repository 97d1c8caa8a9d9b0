// making: lots.
#include "core/making/lot_store.h"

#include <algorithm>

#include "core/making/batch_store.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

// What `part` of `whole` pieces bears of their cost.
Money share_of(Money cost, Quantity part, Quantity whole) {
  return part == whole ? cost : part_of(cost, {part.thousandths, whole.thousandths});
}

struct LotRow {
  Id<Batch> batch;
  Quantity ahead;
  LotShare left;
};

void put_taken(Database& database, const LotRow& lot, const Movement& movement, LotShare share) {
  database.run(
      "INSERT INTO lot_taken(movement, batch, product, n, sale, quantity, returnable, cost) "
      "VALUES (?1, ?2, ?3, (SELECT coalesce(max(n), 0) + 1 FROM lot_taken WHERE product = ?3 AND sale IS NULL), ?4, "
      "?5, "
      "?5, ?6) ON CONFLICT(movement, batch) DO UPDATE SET quantity = quantity + ?5, returnable = returnable + ?5, "
      "cost = cost + ?6",
      movement.id, lot.batch, movement.product, movement.sale, share.quantity, share.cost);
}

LotShare take_part(Database& database, const LotRow& lot, const Movement& movement, Quantity quantity) {
  const LotShare share{quantity, share_of(lot.left.cost, quantity, lot.left.quantity)};
  database.run("UPDATE lot SET quantity = quantity - ?, cost = cost - ? WHERE batch = ?", share.quantity, share.cost,
               lot.batch);
  put_taken(database, lot, movement, share);
  return share;
}

struct TakenRow {
  Id<Movement> movement;
  Id<Batch> batch;
  Quantity quantity, returnable;
  Money cost;
};
TakenRow read_taken(const Rows& rows) {
  return {rows.get<Id<Movement>>(0), rows.get<Id<Batch>>(1), rows.get<Quantity>(2), rows.get<Quantity>(3),
          rows.get<Money>(4)};
}

// Gives back as much of these as is asked for and they have, in their order.
LotShare give_back(Database& database, const std::vector<TakenRow>& taken, Quantity quantity) {
  LotShare sum;
  for (const TakenRow& row : taken) {
    const Quantity part = std::min(row.returnable, quantity - sum.quantity);
    if (part.is_zero()) break;
    const Money cost = share_of(row.cost, part, row.quantity);
    database.run("UPDATE lot SET quantity = quantity + ?, cost = cost + ? WHERE batch = ?", part, cost, row.batch);
    if (part == row.quantity)
      database.run("DELETE FROM lot_taken WHERE movement = ? AND batch = ?", row.movement, row.batch);
    else
      database.run(
          "UPDATE lot_taken SET quantity = quantity - ?1, returnable = returnable - ?1, cost = cost - ?2 "
          "WHERE movement = ?3 AND batch = ?4",
          part, cost, row.movement, row.batch);
    sum.quantity += part;
    sum.cost += cost;
  }
  return sum;
}

std::vector<TakenRow> taken_by_sale(const Database& database, Id<Sale> sale, Id<Product> product) {
  std::vector<TakenRow> taken;
  for (Rows rows =
           database.query("SELECT t.movement, t.batch, t.quantity, t.returnable, t.cost FROM lot_taken t JOIN lot l ON "
                          "l.batch = t.batch "
                          "WHERE t.sale = ? AND t.product = ? AND t.returnable > 0 ORDER BY l.n DESC, t.movement DESC",
                          sale, product);
       rows.next();)
    taken.push_back(read_taken(rows));
  return taken;
}

}  // namespace

LotsTogether lots_together(const Database& database) {
  LotsTogether together;
  Rows left = database.query("SELECT coalesce(sum(quantity), 0), coalesce(sum(cost), 0) FROM lot");
  if (left.next()) together.left = {left.get<Quantity>(0), left.get<Money>(1)};
  Rows taken = database.query("SELECT coalesce(sum(quantity), 0), coalesce(sum(cost), 0) FROM lot_taken");
  if (taken.next()) together.taken = {taken.get<Quantity>(0), taken.get<Money>(1)};
  return together;
}

std::unordered_map<Id<Product>, NotReady> not_ready(const Database& database, Date today) {
  std::unordered_map<Id<Product>, NotReady> all;
  const auto add = [&](Id<Product> product, Quantity quantity, Date ready_from) {
    const auto [at, is_new] = all.try_emplace(product, NotReady{quantity, ready_from, on_hand(database, product)});
    if (is_new) return;
    at->second.quantity += quantity;
    at->second.ready_from = std::min(at->second.ready_from, ready_from);
  };
  for (Rows rows = database.query(
           "SELECT l.product, p.parent, l.quantity, b.ready_from FROM batch_made b JOIN lot l ON l.batch = b.id "
           "JOIN product p ON p.id = l.product WHERE b.ready_from > ? AND l.quantity > 0",
           today);
       rows.next();) {
    add(rows.get<Id<Product>>(0), rows.get<Quantity>(2), rows.get<Date>(3));
    if (const auto parent = rows.get<std::optional<Id<Product>>>(1))
      add(*parent, rows.get<Quantity>(2), rows.get<Date>(3));
  }
  return all;
}

bool has_lots(const Database& database, Id<Product> product) {
  return database.value<bool>("SELECT 1 FROM lot WHERE product = ? LIMIT 1", product).has_value();
}

void begin_lot(Database& database, const BatchMade& batch) {
  if (!batch.product || batch.good() <= Quantity{}) return;
  database.run(
      "INSERT INTO lot(batch, product, n, ahead, quantity, cost) SELECT ?1, ?2, coalesce(max(n), 0) + 1, "
      "max(0, coalesce((SELECT sum(quantity) FROM on_hand WHERE product = ?2), 0) - coalesce(sum(ahead + quantity), "
      "0)), "
      "?3, ?4 FROM lot WHERE product = ?2",
      batch.id, *batch.product, batch.good(), batch.cost());
}

LotShare take_from_lots(Database& database, const Movement& movement, Quantity quantity) {
  std::vector<LotRow> lots;
  Quantity reached;
  for (Rows rows =
           database.query("SELECT batch, ahead, quantity, cost FROM lot WHERE product = ? AND ahead + quantity > 0 "
                          "ORDER BY n",
                          movement.product);
       reached < quantity && rows.next();) {
    lots.push_back({rows.get<Id<Batch>>(0), rows.get<Quantity>(1), {rows.get<Quantity>(2), rows.get<Money>(3)}});
    reached += lots.back().ahead + lots.back().left.quantity;
  }
  LotShare sum;
  for (const LotRow& lot : lots) {
    const Quantity before = std::min(lot.ahead, quantity);
    if (!before.is_zero()) database.run("UPDATE lot SET ahead = ahead - ? WHERE batch = ?", before, lot.batch);
    quantity = quantity - before;
    const Quantity part = std::min(lot.left.quantity, quantity);
    if (part.is_zero()) continue;
    const LotShare share = take_part(database, lot, movement, part);
    quantity = quantity - part;
    sum.quantity += share.quantity;
    sum.cost += share.cost;
  }
  return sum;
}

LotShare take_from_lot(Database& database, Id<Batch> batch, const Movement& movement, Quantity quantity) {
  LotRow lot{.batch = batch};
  {
    Rows rows = database.query("SELECT quantity, cost FROM lot WHERE batch = ?", batch);
    LAPAK_ASSERT(rows.next());
    lot.left = {rows.get<Quantity>(0), rows.get<Money>(1)};
  }
  const Quantity part = std::min(lot.left.quantity, quantity);
  return part.is_zero() ? LotShare{} : take_part(database, lot, movement, part);
}

Quantity missing_of_lots(const Database& database, Id<Product> product) {
  const auto in_lots = database.value<Quantity>("SELECT sum(quantity) FROM lot WHERE product = ?", product);
  const auto there = database.value<Quantity>("SELECT sum(quantity) FROM on_hand WHERE product = ?", product);
  return std::max(in_lots.value_or(Quantity{}) - there.value_or(Quantity{}), Quantity{});
}

LotShare give_back_of_sale(Database& database, Id<Sale> sale, Id<Product> product, Quantity quantity) {
  return give_back(database, taken_by_sale(database, sale, product), quantity);
}

Quantity keep_away_of_sale(Database& database, Id<Sale> sale, Id<Product> product, Quantity quantity) {
  Quantity kept;
  for (const TakenRow& row : taken_by_sale(database, sale, product)) {
    const Quantity part = std::min(row.returnable, quantity - kept);
    if (part.is_zero()) break;
    database.run("UPDATE lot_taken SET returnable = returnable - ? WHERE movement = ? AND batch = ?", part,
                 row.movement, row.batch);
    kept += part;
  }
  return kept;
}

void give_back_of_gone(Database& database, Id<Product> product, Quantity quantity) {
  std::vector<TakenRow> taken;
  for (Rows rows = database.query("SELECT movement, batch, quantity, returnable, cost FROM lot_taken "
                                  "WHERE product = ? AND sale IS NULL ORDER BY n DESC",
                                  product);
       rows.next();)
    taken.push_back(read_taken(rows));
  give_back(database, taken, quantity);
}

bool is_last_gone(const Database& database, Id<Product> product, Id<Place> place, Quantity quantity) {
  Rows rows = database.query(
      "SELECT m.place, -m.quantity FROM lot_taken t JOIN movement m ON m.id = t.movement "
      "WHERE t.product = ? AND t.sale IS NULL ORDER BY t.n DESC LIMIT 1",
      product);
  return rows.next() && rows.get<Id<Place>>(0) == place && rows.get<Quantity>(1) == quantity;
}

std::vector<LotTaken> end_lot(Database& database, Id<Batch> batch) {
  std::vector<LotTaken> taken;
  for (Rows rows = database.query(
           "SELECT sale, sum(returnable), sum(cost) FROM lot_taken WHERE batch = ? AND sale IS NOT NULL GROUP BY sale",
           batch);
       rows.next();)
    taken.push_back({rows.get<Id<Sale>>(0), {rows.get<Quantity>(1), rows.get<Money>(2)}});
  database.run("DELETE FROM lot_taken WHERE batch = ?", batch);
  database.run("DELETE FROM lot WHERE batch = ?", batch);
  return taken;
}

}  // namespace lapak
