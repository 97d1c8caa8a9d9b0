// making: pieces that were made are lots: what is sold costs what its batch cost, first in, first out, and nothing of
// it is lost.
#include <rapidcheck.h>

#include "core/making/lot_store.h"
#include "core/report/fair_report.h"
#include "core/report/report.h"
#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Lots : Workshop {
  Id<Material> wax = material("Lilin");
  Id<Product> candle = product("Lilin aroma", 50'000, 0);
  Lots() { buy(wax, 100'000, Unit::Gram, 1'000'000); }  // 10 a gram

  // Pieces for so much together.
  Id<Batch> made(std::int64_t count, std::int64_t grams, std::int64_t rejects = 0) {
    return make({.product = candle,
                 .made = Quantity::of(count),
                 .rejects = Quantity::of(rejects),
                 .used = {{wax, Quantity::of(grams), {}}}});
  }
  void give_back(Id<Sale> sale, std::int64_t pieces, bool to_stock = true) {
    const std::vector<RefundLine> lines{{.position = 0, .quantity = Quantity::of(pieces), .to_stock = to_stock}};
    const Money worth = refund_worth(shop->facts(), sale, lines).value();
    done(Refund{sale, lines, {{.method = Method::Cash, .amount = worth}}, "rusak"});
  }
  Report today() const { return report(shop->facts(), shop->profile(), shop->today(), shop->today()); }
};

TEST_CASE_FIXTURE(Lots, "what is sold costs what its batch cost, the oldest first, and the rest what the card says") {
  made(2, 1'000);  // 5,000 a piece
  made(3, 3'000);  // 10,000 a piece
  Product card = find_product(shop->facts(), candle).value();
  card.cost = Money{7'000};
  done(SaveProduct{card, {}, {}});
  sell(candle, 3);
  CHECK(today().goods_cost == Money{20'000});
  sell(candle, 3);
  CHECK(today().goods_cost == Money{47'000});
  CHECK(today().by_product.front().cost == Money{47'000});
  CHECK(today().pieces_of_unknown_cost.is_zero());
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "pieces that still cure are not ready until their day, and can be sold all the same") {
  const Date today = shop->today();
  make({.product = candle, .made = Quantity::of(4), .used = {}, .ready_from = today.plus_days(7)});
  make({.product = candle, .made = Quantity::of(2), .used = {}});
  REQUIRE(not_ready(shop->facts(), today).size() == 1);
  CHECK(not_ready(shop->facts(), today).at(candle).quantity == Quantity::of(4));
  CHECK(not_ready(shop->facts(), today).at(candle).ready_from == today.plus_days(7));
  CHECK(not_ready(shop->facts(), today).at(candle).on_hand == Quantity::of(6));
  CHECK(not_ready(shop->facts(), today.plus_days(7)).empty());
  sell(candle, 5);
  CHECK(not_ready(shop->facts(), today).empty());
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "pieces of no batch that were there before are sold before it") {
  done(MoveStock{candle, MovementKind::Opening, Quantity::of(2), ""});
  made(2, 1'000);
  sell(candle, 3);
  CHECK(today().goods_cost == Money{5'000});
  CHECK(today().pieces_of_unknown_cost == Quantity::of(2));
  expect_clean();
}

TEST_CASE_FIXTURE(Lots,
                  "what a refund or a void puts back is there again at what it cost; what came back broken is paid") {
  made(2, 1'000);
  made(2, 2'000);
  const Id<Sale> sale = sell(candle, 4);
  CHECK(today().goods_cost == Money{30'000});
  give_back(sale, 1);
  CHECK(today().goods_cost == Money{20'000});
  give_back(sale, 1, false);
  CHECK(today().goods_cost == Money{20'000});
  CHECK(today().pieces_of_unknown_cost.is_zero());
  const Id<Sale> other = sell(candle, 1);
  CHECK(today().goods_cost == Money{30'000});
  done(VoidSale{other, "salah"});
  CHECK(today().goods_cost == Money{20'000});
  CHECK(lots_together(shop->facts()).left.cost == Money{10'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "a batch that is written down after some of it was sold is the cost of those pieces") {
  done(MoveStock{candle, MovementKind::Opening, Quantity::of(1), ""});
  sell(candle, 3);
  made(4, 2'000);
  CHECK(today().goods_cost == Money{10'000});
  CHECK(today().pieces_of_unknown_cost == Quantity::of(1));
  CHECK(lots_together(shop->facts()).left.quantity == pieces(candle));
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "a batch that is taken back is nobody's cost") {
  const Id<Batch> batch = made(4, 2'000);
  sell(candle, 1);
  done(TakeBackBatch{batch});
  CHECK(today().goods_cost.is_zero());
  CHECK(today().pieces_of_unknown_cost == Quantity::of(1));
  CHECK(lots_together(shop->facts()).left.quantity.is_zero());
  CHECK(shop->undo().has_value());
  CHECK(today().goods_cost == Money{5'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "what is lost leaves its lot, and what turns up or was not lost after all is of it again") {
  made(4, 2'000);
  done(MoveStock{candle, MovementKind::Lost, Quantity::of(1), ""});
  CHECK(lots_together(shop->facts()).left.cost == Money{15'000});
  CHECK(shop->undo().has_value());
  CHECK(lots_together(shop->facts()).left.cost == Money{20'000});
  done(CountStock{candle, Quantity::of(2), ""});
  CHECK(lots_together(shop->facts()).left.cost == Money{10'000});
  done(CountStock{candle, Quantity::of(3), ""});
  CHECK(lots_together(shop->facts()).left.cost == Money{15'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "good pieces bear the failed ones, and a batch that failed whole has no lot") {
  made(4, 3'000, 1);
  made(2, 500, 2);
  const LotsTogether lots = lots_together(shop->facts());
  CHECK(lots.left.quantity == Quantity::of(3));
  CHECK(lots.left.cost == Money{30'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Lots, "a fair's result goes by the same lots, what was lost there too") {
  made(4, 2'000);
  const Id<Fair> fair{done(SaveFair{{.name = "Pasar Senja", .days = {{.date = shop->today()}}}}).subject};
  done(PackForFair{fair, {{candle, Quantity::of(4)}}});
  done(OpenFairDay{fair, {}});
  sell(candle, 2);
  done(MoveStock{candle, MovementKind::Lost, Quantity::of(1), ""});
  const auto page = fair_page(shop->facts(), shop->profile(), fair, shop->now());
  REQUIRE(page.has_value());
  CHECK(page->figures.goods == Money{10'000});
  CHECK(page->figures.lost == Money{5'000});
  CHECK(page->figures.pieces_of_unknown_cost.is_zero());
  expect_clean();
}

// What all batches that stand cost, and of it what nothing came of.
struct Batches {
  Money cost, failed;
  Quantity good;
};
Batches standing(const Database& database) {
  Batches sum;
  for (const BatchRow& row : batches(database, 1'000)) {
    if (row.is_taken_back) continue;
    sum.cost += row.cost;
    if (row.made == row.rejects) sum.failed += row.cost;
    sum.good += row.made - row.rejects;
  }
  return sum;
}

TEST_CASE(
    "whatever is made, sold, given back, lost, counted and taken back, materials and pieces are conserved to the last "
    "unit") {
  CHECK(rc::check([] {
    Lots shop;
    std::vector<Id<Sale>> sales;
    std::vector<Id<Batch>> made;
    const auto some = [](std::int64_t from, std::int64_t below) { return *rc::gen::inRange(from, below); };
    const int steps = *rc::gen::inRange(1, 25);
    for (int step = 0; step < steps; ++step) {
      switch (some(0, 10)) {
        case 0:
        case 1: {
          const std::int64_t count = some(1, 6);
          made.push_back(shop.made(count, some(1, 3'000), some(0, count + 1)));
          break;
        }
        case 2:
        case 3:
          sales.push_back(shop.sell(shop.candle, static_cast<int>(some(1, 5))));
          break;
        case 4:
          if (!sales.empty()) {
            const Id<Sale> sale = sales[static_cast<std::size_t>(some(0, static_cast<std::int64_t>(sales.size())))];
            const std::vector<RefundLine> lines{
                {.position = 0, .quantity = Quantity::of(1), .to_stock = some(0, 2) == 1}};
            if (const auto worth = refund_worth(shop.shop->facts(), sale, lines))
              shop.done(Refund{sale, lines, {{.method = Method::Cash, .amount = *worth}}, ""});
          }
          break;
        case 5:
          if (!sales.empty()) (void)shop.shop->execute(VoidSale{sales.back(), ""});
          break;
        case 6:
          shop.done(MoveStock{shop.candle, MovementKind::Lost, Quantity::of(some(1, 4)), ""});
          break;
        case 7:
          shop.done(CountStock{shop.candle, Quantity::of(some(0, 12)), ""});
          break;
        case 8:
          if (!made.empty()) (void)shop.shop->execute(TakeBackBatch{made.back()});
          break;
        case 9:
          (void)shop.shop->undo();
          break;
      }
    }
    const Database& facts = shop.shop->facts();
    const Batches all = standing(facts);
    const LotsTogether lots = lots_together(facts);
    RC_ASSERT(lots.left.cost + lots.taken.cost + all.failed == all.cost);
    RC_ASSERT(lots.left.quantity + lots.taken.quantity == all.good);
    // What was paid for materials is in what was made of them, or there.
    RC_ASSERT(all.cost + shop.stock(shop.wax).value ==
              facts.value<Money>("SELECT coalesce(sum(value), 0) FROM material_move WHERE batch IS NULL").value());
    RC_ASSERT(facts.value<Money>("SELECT coalesce(sum(value), 0) FROM material_move").value() ==
              shop.stock(shop.wax).value);
    RC_ASSERT(facts.value<Quantity>("SELECT coalesce(sum(quantity), 0) FROM movement").value() ==
              shop.pieces(shop.candle));
    // What the sums say was sold of lots is what was taken of them.
    const auto sold = facts.value<Money>("SELECT coalesce(sum(cost), 0) FROM lot_taken WHERE sale IS NOT NULL").value();
    for (const int length : {4, 7, 10})
      RC_ASSERT(
          facts.value<Money>("SELECT coalesce(sum(lot_cost), 0) FROM product_sum WHERE length(period) = ?", length)
              .value() == sold);
    RC_ASSERT(verify(facts).is_clean());
  }));
}

}  // namespace
}  // namespace lapak
