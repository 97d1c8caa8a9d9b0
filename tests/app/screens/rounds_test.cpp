// Pre-order rounds on the screens: opened, joined in a few taps until the quota is gone, changed, closed, handed over.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/order/order_store.h"
#include "core/order/round_store.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct RoundsStall : Stall {
  RoundsStall() { must(SaveContact{{.name = "Ratna", .phone = "081234567890"}, ""}); }
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  RoundPage page() const {
    return round_page(shop->facts(), rounds(shop->facts(), shop->today()).at(0).round.id).value();
  }
  CustomOrder order(std::int64_t number = 1) const { return find_order(shop->facts(), number).value(); }
  // Of the first product of the shop, with a quota of three.
  void open_round() {
    tap({"rail.orders", "orders.rounds", "save", "round_new.name"});
    type("Lebaran");
    tap({"round_new.add", "pick.0", "round_new.number.key.3", "round_new.number.ok"});
    tap({"round_new.closes", "round_new.day.ok", "save"});
  }
};

TEST_CASE("a pre-order is opened with a name, an item and its quota, and joined with a deposit in a few taps") {
  RoundsStall s;
  s.open_round();
  CHECK(s.page().round.name == "Lebaran");
  CHECK(s.page().round.items.at(0).quota == Quantity::of(3));
  CHECK(s.page().round.closes == s.shop->today().plus_days(7));
  CHECK(s.rig.text_of("round.people") == "0");
  s.tap({"save", "join.client", "pick_person.0", "join.0.plus", "join.0.plus", "join.by.transfer", "save"});
  CHECK(s.order().quantity == Quantity::of(2));
  CHECK(s.rig.text_of("round.people") == "1");
  CHECK(s.page().deposits.minor * 2 == s.page().worth.minor);
  s.tap({"save", "join.client"});
  s.type("Dewi");
  s.tap({"pick_person.new", "join.0.plus", "join.0.plus"});
  CHECK_MESSAGE(s.rig.at("join.0.qty").label == "1", "three are the quota");
  s.tap({"join.deposit.0", "save", "round.tab.1"});
  CHECK(s.rig.at("round.order.1").label == "#2 Dewi");
  s.tap({"round.order.0"});
  CHECK(s.rig.text_of("order.what").starts_with("Lebaran: 2 × "));
}

TEST_CASE("what a pre-order takes of its week is typed with it, and leads to it from the weeks") {
  RoundsStall s;
  s.tap({"rail.orders", "orders.rounds", "save", "round_new.name"});
  s.type("Lebaran");
  s.tap({"round_new.add", "pick.0", "round_new.number.none", "round_new.promised", "round_new.day.ok"});
  s.tap({"round_new.slots", "round_new.number.key.3", "round_new.number.ok"});
  s.tap({"round_new.hours", "round_new.number.key.8", "round_new.number.ok", "save"});
  CHECK(s.page().round.half_slots == 6);
  CHECK(s.page().round.minutes == 480);
  s.tap({"rail.orders", "orders.weeks"});
  const Date promised = s.page().round.promised.value();
  const int week = (monday_of(promised).days - monday_of(s.shop->today()).days) / 7;
  CHECK(s.rig.text_of(fmt::format("weeks.{}.said", week)).find("3 ") != std::string::npos);
  CHECK(s.rig.at(fmt::format("weeks.{}", week + 1)).label == "Lebaran");
  s.tap(fmt::format("weeks.{}", week + 1));
  CHECK(s.rig.has("round.people"));
}

TEST_CASE("who takes part already has her order changed, from the round or from its page") {
  RoundsStall s;
  s.open_round();
  s.tap({"save", "join.client", "pick_person.0", "join.0.plus", "join.deposit.0", "save"});
  s.tap({"save", "join.client", "pick_person.0"});
  CHECK(s.rig.text_of("join.had").find("#1") != std::string::npos);
  s.tap({"join.0.plus", "save"});
  CHECK(s.order().quantity == Quantity::of(2));
  s.tap({"round.tab.1", "round.order.0", "order.more", "order_more.pieces", "join.0.minus", "save"});
  CHECK(s.order().quantity == Quantity::of(1));
  CHECK(last_order_number(s.shop->facts()) == 1);
  s.tap({"order.edit"});
  CHECK_FALSE(s.rig.has("order_new.kind.1"));
}

TEST_CASE("a pre-order that is closed takes nobody, until it is opened again") {
  RoundsStall s;
  s.open_round();
  s.tap({"round.more", "round_more.shut", "save"});
  CHECK_FALSE(s.rig.has("join.client"));
  s.tap({"round.more", "round_more.reopen", "save"});
  CHECK(s.rig.has("join.client"));
}

TEST_CASE("an order of a pre-order is handed over at the till like any other") {
  RoundsStall s;
  s.open_round();
  s.tap({"save", "join.client", "pick_person.0", "join.0.plus", "save"});
  s.must(MoveOrder{s.order().id, OrderStage::Ready});
  s.tap({"rail.orders", "orders.2.0.move", "hand_over.ok", "exact"});
  CHECK(s.order().stage == OrderStage::HandedOver);
  CHECK(s.page().rest == Money{});
  CHECK(s.page().ordered == Quantity::of(1));
}

}  // namespace
}  // namespace lapak::test
