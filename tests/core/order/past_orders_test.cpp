// order: what earlier orders tell about the price of the next.
#include "core/order/past_orders.h"

#include <doctest/doctest.h>

#include "core/order/order_commands.h"
#include "core/order/order_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

PastOrder past(std::int64_t price, std::int64_t pieces = 1, std::int64_t minutes = 0) {
  return {.quantity = Quantity::of(pieces), .price = Money{price}, .minutes = minutes};
}

TEST_CASE("an hour brought what was paid, over the orders whose hours were noted") {
  CHECK_FALSE(hourly_rate(std::vector{past(500'000)}).has_value());
  CHECK(hourly_rate(std::vector{past(500'000, 1, 600), past(90'000), past(100'000, 1, 120)}) == Money{50'000});
  CHECK(hourly_rate(std::vector{past(100, 1, 90)}) == Money{67});
}

TEST_CASE("a promise is kept up to its day; without one there is nothing to keep") {
  PastOrder kept = past(1), late = past(1);
  kept.handed_over = Date::of(2026, 11, 20);
  kept.promised = late.promised = kept.handed_over;
  late.handed_over = Date::of(2026, 11, 21);
  const Punctuality all = punctuality(std::vector{kept, late, past(1)});
  CHECK(all.promised == 2);
  CHECK(all.on_time == 1);
}

TEST_CASE("after three orders in which a piece cost no more, asking for a tenth more is suggested") {
  CHECK_FALSE(raise_due(std::vector{past(85'000), past(85'000)}).has_value());
  const auto due = raise_due(std::vector{past(170'000, 2), past(85'000), past(90'000)});
  REQUIRE(due.has_value());
  CHECK(due->orders == 3);
  CHECK(due->piece_price == Money{85'000});
  CHECK(due->suggested == Money{94'000});
  // It rose with the newest, or with the one before.
  CHECK_FALSE(raise_due(std::vector{past(90'000), past(85'000), past(85'000), past(85'000)}).has_value());
  CHECK_FALSE(raise_due(std::vector{past(90'000), past(90'000), past(85'000), past(85'000)}).has_value());
  CHECK_FALSE(raise_due(std::vector{past(0), past(0), past(0)}).has_value());
}

TEST_CASE_FIXTURE(Stall, "what was handed over and not taken back counts, also under a card that was merged") {
  const auto contact = [&](const char* name) {
    return Id<Contact>{done(SaveContact{Contact{.id = {}, .name = name}, {}}).subject};
  };
  const Id<Contact> ratna = contact("Ratna"), same = contact("Bu Ratna");
  const auto order = [&](Id<Contact> client, std::int64_t price) {
    return Id<CustomOrder>{done(SaveOrder{{.client = client, .what = "tas", .price = Money{price}}}).subject};
  };
  const auto hand_over = [&](Id<CustomOrder> id) {
    const Cart cart = cart_of(shop->facts(), id, shop->profile().words()).value();
    return Id<Sale>{done(Sell{cart, {{.amount = cart.lines.front().agreed_price}}}).subject};
  };
  const Id<CustomOrder> first = order(ratna, 300'000), second = order(same, 400'000), open = order(ratna, 1);
  done(NoteWork{first, 180});
  hand_over(first);
  const Id<Sale> taken_back = hand_over(second);
  done(MergeContacts{same, ratna});
  std::vector<PastOrder> all = past_orders(shop->facts(), ratna);
  REQUIRE(all.size() == 2);
  CHECK(all[0].order == second);
  CHECK(all[1].minutes == 180);
  CHECK(all[1].handed_over == shop->today());
  const std::vector<PastClient> clients = past_clients(shop->facts());
  REQUIRE(clients.size() == 1);
  CHECK(clients[0].client == ratna);
  CHECK(clients[0].orders.size() == 2);
  CHECK(past_orders(shop->facts(), OrderKind::Piece).size() == 2);
  CHECK(past_orders(shop->facts(), OrderKind::Service).empty());
  done(VoidSale{taken_back, "salah"});
  all = past_orders(shop->facts(), ratna);
  REQUIRE(all.size() == 1);
  CHECK(all[0].order == first);
  CHECK(find_order(shop->facts(), open)->stage == OrderStage::Asked);
}

}  // namespace
}  // namespace lapak
