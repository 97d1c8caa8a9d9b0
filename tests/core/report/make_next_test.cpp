// report: what to make next: what sells, what is ordered, what the coming fair will want, less what there is.
#include "core/report/make_next.h"

#include "core/order/order_store.h"
#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Next : Workshop {
  Id<Material> clay = material("Tanah liat");
  Id<Product> mug = product("Cangkir", 50'000, 12), bowl = product("Mangkuk", 60'000, 5);
  Next() {
    buy(clay, 2'500, Unit::Gram, 25'000);
    recipe({.product = mug, .lines = {uses(clay, 500)}});
  }
  MakeNext asked() const { return make_next(shop->facts(), cost_book(shop->facts()), shop->today()); }
};

TEST_CASE_FIXTURE(Next, "what sells is wanted again, less what is there and planned, and the materials say how many") {
  CHECK(asked().rows.empty());
  sell(mug, 8);
  sell(bowl, 2);
  MakeNext next = asked();
  REQUIRE(next.rows.size() == 1);
  CHECK(next.rows[0].name == "Cangkir");
  CHECK(next.rows[0].to_make == Quantity::of(4));
  CHECK(next.rows[0].makeable == 5);
  done(PlanBatch{{.product = mug, .quantity = Quantity::of(3)}});
  next = asked();
  CHECK(next.rows[0].to_make == Quantity::of(1));
  CHECK(next.rows[0].makeable == 2);
  clock.advance_ms(std::int64_t{(kMakeAhead_days + 1)} * 24 * 3'600 * 1'000);
  CHECK(asked().rows.empty());
}

TEST_CASE_FIXTURE(Next, "what a round has gathered comes first") {
  sell(mug, 12);
  const Id<Round> round{
      done(SaveRound{{.name = "Desember", .items = {{.product = bowl, .price = Money{60'000}, .quota = {}}}}}).subject};
  const Id<Contact> buyer{done(SaveContact{Contact{.id = {}, .name = "Ratna"}, {}}).subject};
  done(JoinRound{.round = round, .client = buyer, .picks = {{bowl, Quantity::of(7), Money{60'000}}}});
  const MakeNext next = asked();
  REQUIRE(next.rows.size() == 2);
  CHECK(next.rows[0].name == "Mangkuk");
  CHECK(next.rows[0].to_make == Quantity::of(2));
  CHECK_FALSE(next.rows[0].has_recipe);
  CHECK(next.rows[1].to_make == Quantity::of(12));
}

TEST_CASE_FIXTURE(Next, "the coming fair wants what the one before it sold") {
  const Id<Fair> before{done(SaveFair{{.name = "Pasar Senja", .days = {{.date = shop->today()}}}}).subject};
  done(PackForFair{before, {{mug, Quantity::of(10)}}});
  done(OpenFairDay{before, {}});
  sell(mug, 4);
  done(CloseDay{{}, "belum dihitung", {}});
  done(BringHome{before, {{mug, Quantity::of(6)}}, ""});
  done(MoveStock{mug, MovementKind::Lost, Quantity::of(8), ""});
  CHECK(asked().rows[0].to_make == Quantity::of(4));
  clock.advance_ms(std::int64_t{7} * 24 * 3'600 * 1'000);
  done(SaveFair{{.name = "Pasar Senja", .days = {{.date = shop->today().plus_days(7)}}}});
  const MakeNext next = asked();
  REQUIRE(next.fair.has_value());
  CHECK(next.rows[0].for_fair == Quantity::of(4));
  CHECK(next.rows[0].to_make == Quantity::of(8));
}

}  // namespace
}  // namespace lapak
