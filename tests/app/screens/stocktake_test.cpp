// A stocktake on the screens: begun, counted by touch and scanner while selling goes on, left, taken up again, booked.
#include "core/stock/stocktake.h"

#include <doctest/doctest.h>

#include "core/stock/stock_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct CountingStall : Stall {
  StocktakeView view() const {
    const auto open = open_stocktake(shop->facts());
    REQUIRE(open.has_value());
    return stocktake_list(shop->facts(), {.stocktake = open->id});
  }
};

TEST_CASE("goods are counted one after the other with a tap each, and what differs is booked with its reason") {
  CountingStall s;
  s.tap({"rail.stock", "stock.tab.3", "save"});
  REQUIRE(open_stocktake(s.shop->facts()).has_value());
  const StocktakeRow first = s.view().rows.at(0), second = s.view().rows.at(1);
  CHECK(s.rig.text_of("stocktake.name") == first.name);
  s.tap("stocktake.same");
  CHECK(s.view().rows[0].counted == first.on_hand);
  CHECK(s.rig.text_of("stocktake.name") == second.name);
  s.tap({"stocktake.plus", "stocktake.plus5", "stocktake.minus"});
  CHECK(s.view().rows[1].counted == Quantity::of(5));
  s.tap({"save", "stocktake.why.0.0"});
  CHECK(s.view().rows[1].reason == CountReason::Miscounted);
  s.tap("save");
  CHECK_FALSE(open_stocktake(s.shop->facts()).has_value());
  CHECK(on_hand(s.shop->facts(), second.product) == Quantity::of(5));
  s.tap("toast.action");
  CHECK(on_hand(s.shop->facts(), second.product) == second.on_hand);
  CHECK(s.view().counted == 2);
}

TEST_CASE("a count can be left to sell and is taken up where it was") {
  CountingStall s;
  s.tap({"rail.stock", "stock.tab.3", "save", "stocktake.same", "rail.sell", "rail.stock", "stock.tab.3"});
  CHECK(s.view().counted == 1);
  CHECK(s.rig.text_of("stocktake.name") == s.view().rows.at(1).name);
}

TEST_CASE("a count without seeing what should be there tells it only when it is looked over") {
  CountingStall s;
  s.tap({"rail.stock", "stock.tab.3", "stocktake.blind", "save", "stocktake.plus"});
  CHECK(open_stocktake(s.shop->facts())->blind);
  CHECK_FALSE(s.rig.has("stocktake.why.0"));
  s.tap("save");
  CHECK(s.rig.has("stocktake.why.0.0"));
  s.tap("stocktake.give_up");
  CHECK_FALSE(open_stocktake(s.shop->facts()).has_value());
  CHECK(past_stocktakes(s.shop->facts(), 1).empty());
}

}  // namespace
}  // namespace lapak::test
