// stock: stocktakes.
#include "core/stock/stocktake.h"

#include <rapidcheck.h>

#include "core/stock/stock_json.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

struct Shelf : TestShop {
  Id<Product> mug, bowl, vase;

  Shelf() {
    write("furnish", {fact_of(PlaceSaved{Place{ids.next<Place>(), "Rumah", 0, {}, {}}})});
    mug = stocked("Mug", 10, 30'000);
    bowl = stocked("Mangkuk", 5, 20'000);
    vase = stocked("Vas", 2, 0);
  }
  Id<Product> stocked(const std::string& name, std::int64_t pieces, std::int64_t cost) {
    Product product{.name = name, .price = Money{75'000}};
    if (cost > 0) product.cost = Money{cost};
    const Id<Product> id{execute(SaveProduct{product, {}, {}})->subject};
    REQUIRE(execute(MoveStock{id, MovementKind::Opening, Quantity::of(pieces), ""}).has_value());
    return id;
  }
  void count(Id<Product> product, std::int64_t pieces) {
    REQUIRE(execute(CountPieces{product, Quantity::of(pieces)}).has_value());
  }
  StocktakeView view(Id<Product> current = {}) {
    return stocktake_list(database, {.stocktake = open_stocktake(database)->id, .current = current});
  }
  Movement last(Id<Product> product) const { return movements_of(database, product, 1).at(0); }
};

TEST_CASE_FIXTURE(Shelf, "a count is compared with what should be there then, so that selling meanwhile does no harm") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  count(mug, 9);                                                                           // one is missing
  REQUIRE(execute(MoveStock{mug, MovementKind::Gift, Quantity::of(4), ""}).has_value());   // after its count
  REQUIRE(execute(MoveStock{bowl, MovementKind::Gift, Quantity::of(2), ""}).has_value());  // before its count
  count(bowl, 3);
  CHECK(view().missing == Quantity::of(1));
  CHECK(view().missing_worth == Money{30'000});
  CHECK(on_hand(database, mug) == Quantity::of(6));
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(on_hand(database, mug) == Quantity::of(5));
  CHECK(on_hand(database, bowl) == Quantity::of(3));
  CHECK(on_hand(database, vase) == Quantity::of(2));  // was not counted
  CHECK_FALSE(open_stocktake(database).has_value());
  check_replay();
}

TEST_CASE_FIXTURE(Shelf, "finishing is taken back whole and the stocktake goes on with all that was counted") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  count(mug, 8);
  count(vase, 3);
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(on_hand(database, vase) == Quantity::of(3));
  undo();
  CHECK(on_hand(database, mug) == Quantity::of(10));
  CHECK(on_hand(database, vase) == Quantity::of(2));
  CHECK(view().counted == 2);
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(on_hand(database, mug) == Quantity::of(8));
  const auto past = past_stocktakes(database, 5);
  REQUIRE(past.size() == 1);
  CHECK(past[0].title == "Rumah");
  CHECK(past[0].differing == 2);
  CHECK(past[0].missing_worth == Money{60'000});
  CHECK(past[0].found_worth == Money{});  // nobody knows what a vase costs
  check_replay();
}

TEST_CASE_FIXTURE(Shelf, "why pieces are missing says what they became") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  count(mug, 8);
  count(bowl, 4);
  count(vase, 1);
  REQUIRE(execute(ExplainCount{mug, CountReason::Damaged}).has_value());
  REQUIRE(execute(ExplainCount{bowl, CountReason::Gift}).has_value());
  CHECK(view().rows[1].reason == CountReason::Damaged);
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(last(mug).kind == MovementKind::Lost);
  CHECK(last(bowl).kind == MovementKind::Gift);
  CHECK(last(vase).kind == MovementKind::Counted);
}

TEST_CASE_FIXTURE(Shelf, "what turned up is a count, whatever the reason, and a right count forgets its reason") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  count(mug, 12);
  REQUIRE(execute(ExplainCount{mug, CountReason::Lost}).has_value());
  count(bowl, 4);
  REQUIRE(execute(ExplainCount{bowl, CountReason::Lost}).has_value());
  count(bowl, 5);
  CHECK(view().rows[0].reason == CountReason::None);
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(last(mug).kind == MovementKind::Counted);
  CHECK(last(mug).quantity == Quantity::of(2));
  CHECK(last(bowl).kind == MovementKind::Opening);
}

TEST_CASE_FIXTURE(Shelf, "a count given up books nothing, one taken back leaves the piece uncounted") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  count(mug, 1);
  undo();
  CHECK(view().counted == 0);
  count(mug, 2);
  count(mug, 1);
  undo();
  CHECK(stocktake_row(database, open_stocktake(database)->id, mug)->counted == Quantity::of(2));
  REQUIRE(execute(GiveUpStocktake{}).has_value());
  CHECK(on_hand(database, mug) == Quantity::of(10));
  CHECK(past_stocktakes(database, 5).empty());
  check_replay();
}

TEST_CASE_FIXTURE(Shelf, "the next to count is the one after the one at hand, and at the end what was passed over") {
  REQUIRE(execute(BeginStocktake{}).has_value());
  CHECK(view().to_count == 3);
  CHECK(view().next->product == bowl);  // Mangkuk, Mug, Vas
  CHECK(view(mug).next->product == vase);
  CHECK(view(vase).next->product == bowl);
  count(bowl, 5);
  CHECK(view(vase).next->product == mug);
  CHECK(view(mug).current_at == 1);
  count(mug, 10);
  count(vase, 2);
  CHECK_FALSE(view(vase).next.has_value());
}

TEST_CASE_FIXTURE(Shelf, "a stocktake of a category leaves the rest out, but takes in what is found all the same") {
  const Id<Category> cups{execute(SaveCategory{{.name = "Cangkir"}})->subject};
  Product product = find_product(database, mug).value();
  product.category = cups;
  REQUIRE(execute(SaveProduct{product, {}, {}}).has_value());
  REQUIRE(execute(BeginStocktake{.category = cups}).has_value());
  CHECK(view().to_count == 1);
  count(vase, 2);
  CHECK(view().to_count == 2);
  CHECK(stocktake_title(database, *open_stocktake(database)) == "Rumah · Cangkir");
}

TEST_CASE_FIXTURE(Shelf, "what was not counted before is from its first count on") {
  const Id<Product> card{
      execute(SaveProduct{{.name = "Kartu", .price = Money{5'000}, .tracked = false}, {}, {}})->subject};
  REQUIRE(execute(BeginStocktake{}).has_value());
  CHECK(view().to_count == 3);
  count(card, 40);
  CHECK(find_product(database, card)->tracked);
  undo();
  CHECK_FALSE(find_product(database, card)->tracked);
  count(card, 40);
  REQUIRE(execute(FinishStocktake{}).has_value());
  CHECK(on_hand(database, card) == Quantity::of(40));
  check_replay();
}

TEST_CASE_FIXTURE(Shelf, "what cannot be counted is refused and nothing changes") {
  const auto code = [&](const auto& command) { return execute(command).error().code; };
  CHECK(code(CountPieces{mug, Quantity::of(1)}) == ProblemCode::StocktakeNone);
  CHECK(code(FinishStocktake{}) == ProblemCode::StocktakeNone);
  CHECK(code(GiveUpStocktake{}) == ProblemCode::StocktakeNone);
  CHECK(code(BeginStocktake{.place = ids.next<Place>()}) == ProblemCode::PlaceUnknown);
  CHECK(code(BeginStocktake{.category = ids.next<Category>()}) == ProblemCode::CategoryUnknown);
  REQUIRE(execute(BeginStocktake{}).has_value());
  CHECK(code(BeginStocktake{}) == ProblemCode::StocktakeOpen);
  CHECK(code(CountPieces{mug, Quantity::of(-1)}) == ProblemCode::QuantityNegative);
  CHECK(code(CountPieces{mug, Quantity{kLargestQuantity.thousandths + 1}}) == ProblemCode::QuantityTooLarge);
  CHECK(code(CountPieces{{}, Quantity::of(1)}) == ProblemCode::ProductUnknown);
  CHECK(code(ExplainCount{mug, CountReason::Lost}) == ProblemCode::ProductUnknown);
  CHECK(view().counted == 0);
}

TEST_CASE(
    "whatever is sold, brought and counted in whatever order, a finished stocktake leaves what was really there") {
  CHECK(rc::check([] {
    Shelf shop;
    const std::vector<Id<Product>> products{shop.mug, shop.bowl, shop.vase};
    // What is really there differs from the books before it begins; afterwards every move is known to both.
    std::vector<std::int64_t> really;
    for (const Id<Product> product : products)
      really.push_back(on_hand(shop.database, product).thousandths / 1000 + *rc::gen::inRange<std::int64_t>(0, 6));
    RC_ASSERT(shop.execute(BeginStocktake{}).has_value());
    std::vector<bool> counted(products.size());
    for (int step = *rc::gen::inRange(1, 25); step > 0; --step) {
      const auto at = *rc::gen::inRange<std::size_t>(0, products.size());
      switch (*rc::gen::inRange(0, 3)) {
        case 0:
          if (really[at] == 0) break;
          --really[at];
          RC_ASSERT(shop.execute(MoveStock{products[at], MovementKind::Gift, Quantity::of(1), ""}).has_value());
          break;
        case 1:
          really[at] += 3;
          RC_ASSERT(shop.execute(MoveStock{products[at], MovementKind::Made, Quantity::of(3), ""}).has_value());
          break;
        default:
          counted[at] = true;
          RC_ASSERT(shop.execute(CountPieces{products[at], Quantity::of(really[at])}).has_value());
      }
    }
    RC_ASSERT(shop.execute(FinishStocktake{}).has_value());
    for (std::size_t i = 0; i < products.size(); ++i)
      if (counted[i]) RC_ASSERT(on_hand(shop.database, products[i]) == Quantity::of(really[i]));
    shop.check_replay();
  }));
}

}  // namespace
}  // namespace lapak
