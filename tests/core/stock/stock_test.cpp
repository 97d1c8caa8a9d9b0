// stock: movements by hand.
#include "core/stock/stock_json.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

struct Stockroom : TestShop {
  Id<Product> mug;

  Stockroom() {
    write("furnish", {fact_of(PlaceSaved{Place{ids.next<Place>(), "Rumah", 0, {}, {}}})});
    mug = Id<Product>{execute(SaveProduct{{.name = "Mug", .price = Money{75'000}}, {}, {}})->subject};
  }
  Movement last() const { return movements_of(database, mug, 1).at(0); }
};

TEST_CASE_FIXTURE(Stockroom, "pieces come and go by what happened to them, and are counted from then on") {
  REQUIRE(execute(MoveStock{mug, MovementKind::Opening, Quantity::of(10), ""}).has_value());
  REQUIRE(execute(MoveStock{mug, MovementKind::Lost, Quantity::of(3), ""}).has_value());
  CHECK(on_hand(database, mug) == Quantity::of(7));
  REQUIRE(execute(CountStock{mug, Quantity::of(8), ""}).has_value());
  CHECK(last().kind == MovementKind::Counted);
  CHECK(last().quantity == Quantity::of(1));
  undo();
  CHECK(on_hand(database, mug) == Quantity::of(7));
  check_replay();
}

TEST_CASE_FIXTURE(Stockroom, "a quantity that is none is refused and nothing moves") {
  const auto code = [&](Quantity quantity) {
    return execute(MoveStock{mug, MovementKind::Received, quantity, ""}).error().code;
  };
  CHECK(code(Quantity{}) == ProblemCode::QuantityZero);
  CHECK(code(Quantity::of(-1)) == ProblemCode::QuantityNegative);
  CHECK(code(Quantity{kLargestQuantity.thousandths + 1}) == ProblemCode::QuantityTooLarge);
  CHECK(execute(CountStock{mug, Quantity::of(-1), ""}).error().code == ProblemCode::QuantityNegative);
  CHECK(execute(MoveStock{{}, MovementKind::Received, Quantity::of(1), ""}).error().code ==
        ProblemCode::ProductUnknown);
  CHECK(movements_of(database, mug, 10).empty());
}

TEST_CASE_FIXTURE(Stockroom, "why pieces went is kept apart from the fact and can be forgotten") {
  REQUIRE(execute(MoveStock{mug, MovementKind::Gift, Quantity::of(1), "untuk Bu Ratna"}).has_value());
  CHECK(last().reason == "untuk Bu Ratna");
  CHECK(database.value<int>("SELECT count(*) FROM journal WHERE body LIKE '%Ratna%'") == 0);
  check_replay();

  CHECK_THROWS_AS(database.run("UPDATE movement SET reason = 'untuk Pak Hadi'"), DatabaseError);
  CHECK_THROWS_AS(database.run("UPDATE movement SET quantity = 5"), DatabaseError);
  database.run("UPDATE movement SET reason = NULL");
  database.run("UPDATE journal SET personal = NULL");
  CHECK(last().reason.empty());
  CHECK(last().quantity == Quantity::of(-1));
  check_replay();
}

}  // namespace
}  // namespace lapak
