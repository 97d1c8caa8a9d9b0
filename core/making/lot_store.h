// making: lots: the pieces of a batch that are still there, what they cost, and what took the others.
//
// Pieces leave first in, first out; those of no batch that were there before go before them and bear no cost here. A
// part of a lot bears its share of what is left of its cost, rounded half away from zero, the last piece all of it:
// over any sequence of takings and givings-back, what is left and what was taken is what the batch cost, to the last
// unit. Called by core/sale/goods_cost.h, in the transaction of the fact.
#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/db/database.h"
#include "core/making/batch.h"
#include "core/stock/stock.h"

namespace lapak {

struct LotShare {
  Quantity quantity;
  Money cost;
};
// Of the whole shop: what is left of lots, and what was taken of them.
struct LotsTogether {
  LotShare left, taken;
};
LotsTogether lots_together(const Database& database);

// Pieces on the shelf that are not ready to be sold yet: they cure, they dry.
struct NotReady {
  Quantity quantity;
  Date ready_from;   // the first of them
  Quantity on_hand;  // those and the ready ones
};
// Of every product that has such, of its parent too. A sale is not stopped by it.
std::unordered_map<Id<Product>, NotReady> not_ready(const Database& database, Date today);

bool has_lots(const Database& database, Id<Product> product);
// Opens the lot of a batch of a product, before its pieces are put into stock. Without good pieces there is none.
void begin_lot(Database& database, const BatchMade& batch);

// Pieces that are gone by this movement; the rest of them is of no lot.
LotShare take_from_lots(Database& database, const Movement& movement, Quantity quantity);
// The same of the newest lot alone: it was sold before its batch was written down.
LotShare take_from_lot(Database& database, Id<Batch> batch, const Movement& movement, Quantity quantity);
// How many pieces more are in lots than in stock; 0 for none.
Quantity missing_of_lots(const Database& database, Id<Product> product);

// Pieces of a sale that come back: into the lots they were taken from, the last first.
LotShare give_back_of_sale(Database& database, Id<Sale> sale, Id<Product> product, Quantity quantity);
// Pieces of a sale that come back, but not into stock: the lot bears them as sold, and they cannot come back again.
Quantity keep_away_of_sale(Database& database, Id<Sale> sale, Id<Product> product, Quantity quantity);
// Pieces that were lost or given away turned up, the last first.
void give_back_of_gone(Database& database, Id<Product> product, Quantity quantity);
// What the last movement took that was no sale, were it that many from that place.
bool is_last_gone(const Database& database, Id<Product> product, Id<Place> place, Quantity quantity);

// The lot of a batch that is taken back is no more; what sales took of it.
struct LotTaken {
  Id<Sale> sale;
  LotShare share;
};
std::vector<LotTaken> end_lot(Database& database, Id<Batch> batch);

}  // namespace lapak
