// sale: what the goods sold cost.
#include "core/sale/goods_cost.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/making/batch_commands.h"
#include "core/making/batch_store.h"
#include "core/making/lot_store.h"
#include "core/sale/sale_facts.h"
#include "core/stock/stock_json.h"

namespace lapak {
namespace {

// A sale, refund or void as the sums see it.
struct CountsAs {
  SaleKind kind = SaleKind::Sale;
  Id<Sale> sale;  // that the pieces were sold by
  Date business_date;
  std::optional<Id<TillDay>> till_day;
};
std::optional<CountsAs> counts_as(const Database& database, Id<Sale> id) {
  Rows rows = database.query(
      "SELECT s.kind, coalesce(o.id, s.id), iif(s.kind = 'void', o.business_date, s.business_date), "
      "iif(o.id IS NULL, s.till_day, o.till_day) FROM sale s LEFT JOIN sale o ON o.id = s.corrects WHERE s.id = ?",
      id);
  if (!rows.next()) return std::nullopt;
  const auto kind = rows.get<std::string>(0);
  return CountsAs{kind == "refund" ? SaleKind::Refund
                  : kind == "void" ? SaleKind::Void
                                   : SaleKind::Sale,
                  rows.get<Id<Sale>>(1), rows.get<Date>(2), rows.get<std::optional<Id<TillDay>>>(3)};
}

void sum_up_lots(Database& database, const CountsAs& as, Id<Product> product, LotShare share) {
  if (share.quantity.is_zero() && share.cost.is_zero()) return;
  const std::string day = as.business_date.iso();
  for (const std::string& period : {day, day.substr(0, 7), day.substr(0, 4)})
    database.run(
        "UPDATE product_sum SET lot_quantity = lot_quantity + ?, lot_cost = lot_cost + ? WHERE period = ? AND product "
        "= ?",
        share.quantity, share.cost, period, product);
  if (as.till_day)
    database.run(
        "UPDATE till_product_sum SET lot_quantity = lot_quantity + ?, lot_cost = lot_cost + ? "
        "WHERE till_day = ? AND product = ?",
        share.quantity, share.cost, *as.till_day, product);
}

LotShare less(LotShare share) {
  return {-share.quantity, -share.cost};
}

void follow_movement(Database& database, const Movement& movement) {
  const bool arrives = movement.quantity > Quantity{};
  switch (movement.kind) {
    case MovementKind::Sold:
    case MovementKind::Returned: {
      const auto as = movement.sale ? counts_as(database, *movement.sale) : std::nullopt;
      if (!arrives) {
        const LotShare share = take_from_lots(database, movement, -movement.quantity);
        if (as) sum_up_lots(database, *as, movement.product, share);
      } else if (as) {
        sum_up_lots(database, *as, movement.product,
                    less(give_back_of_sale(database, as->sale, movement.product, movement.quantity)));
      }
      return;
    }
    case MovementKind::Lost:
    case MovementKind::Gift:
    case MovementKind::OwnUse:
    case MovementKind::Counted:
      if (arrives)
        give_back_of_gone(database, movement.product, movement.quantity);
      else
        take_from_lots(database, movement, -movement.quantity);
      return;
    case MovementKind::Corrected:
      if (arrives && is_last_gone(database, movement.product, movement.place, movement.quantity))
        give_back_of_gone(database, movement.product, movement.quantity);
      return;
    case MovementKind::Opening:
    case MovementKind::Received:
    case MovementKind::Made:
    case MovementKind::GivenBack:
    case MovementKind::Moved:
      return;
  }
}

// Pieces of the sale that came back and are not put into stock.
void follow_refund(Database& database, const Sale& refund) {
  const auto as = counts_as(database, refund.id);
  if (!as) return;
  for (const SaleLine& line : refund.lines)
    if (line.product && !line.to_stock)
      sum_up_lots(database, *as, *line.product,
                  {-keep_away_of_sale(database, as->sale, *line.product, -line.quantity), Money{}});
}

// What was sold and had no lot yet, the newest first; sales that were taken back, whole or in part, are left alone.
struct SoldBefore {
  Movement movement;
  Quantity quantity;
};
std::vector<SoldBefore> sold_before(const Database& database, Id<Product> product, Quantity quantity) {
  constexpr int far_enough = 1'000;
  std::vector<SoldBefore> found;
  for (Rows rows = database.query(
           "SELECT m.id, m.sale, -m.quantity - coalesce((SELECT sum(quantity) FROM lot_taken WHERE movement = m.id), "
           "0) "
           "FROM movement m WHERE m.product = ? AND m.kind = 'sold' AND m.sale IS NOT NULL "
           "AND NOT EXISTS (SELECT 1 FROM sale c WHERE c.corrects = m.sale) ORDER BY m.at DESC, m.id DESC LIMIT ?",
           product, far_enough);
       quantity > Quantity{} && rows.next();) {
    const Quantity part = std::min(rows.get<Quantity>(2), quantity);
    if (part <= Quantity{}) continue;
    found.push_back({{.id = rows.get<Id<Movement>>(0),
                      .product = product,
                      .place = {},
                      .kind = MovementKind::Sold,
                      .quantity = {},
                      .sale = rows.get<Id<Sale>>(1)},
                     part});
    quantity = quantity - part;
  }
  return found;
}

// The pieces of the batch that were sold before it was written down.
void follow_batch(Database& database, const BatchMade& batch) {
  if (!batch.product) return;
  // Its own pieces come into stock by the next fact.
  const Quantity missing = missing_of_lots(database, *batch.product);
  begin_lot(database, batch);
  for (const SoldBefore& sold : sold_before(database, *batch.product, std::min(missing, batch.good()))) {
    const LotShare share = take_from_lot(database, batch.id, sold.movement, sold.quantity);
    if (const auto as = counts_as(database, *sold.movement.sale)) sum_up_lots(database, *as, *batch.product, share);
  }
}

}  // namespace

void follow_goods(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == StockMoved::kind) {
    const Movement movement = fact.body.get<StockMoved>().movement;
    if (has_lots(database, movement.product)) follow_movement(database, movement);
  } else if (fact.kind == "sale.refunded") {
    follow_refund(database, recorded_sale(fact).sale);
  } else if (const auto standing = batch_standing_of(fact)) {
    const BatchMade batch = find_batch(database, standing->batch).value();
    if (standing->standing == BatchStanding::Stands) return follow_batch(database, batch);
    for (const LotTaken& taken : end_lot(database, batch.id))
      if (const auto as = counts_as(database, taken.sale))
        sum_up_lots(database, *as, *batch.product, less(taken.share));
  }
}

}  // namespace lapak
