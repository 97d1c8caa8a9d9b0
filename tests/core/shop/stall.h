// A whole shop in memory, with a clock that moves on a second with every command.
#pragma once
#include "core/sale/sale_store.h"
#include "core/shop/replay.h"
#include "core/shop/shop.h"
#include "tests/core/fixture.h"

namespace lapak {

struct Stall {
  FixedClock clock{Instant{1'795'315'200'000}};  // 2026-11-22 08:00 UTC
  SeededRandom random{11};
  SystemFiles files;
  std::unique_ptr<Shop> shop;

  Stall() {
    NewShop card;
    card.profile.name = "Rumah Benang";
    card.owner_name = "Siti";
    shop = Shop::in_memory(card, Seams{clock, random, files});
  }

  Outcome done(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_MESSAGE(outcome.has_value(), "refused with code ", outcome ? 0 : static_cast<int>(outcome.error().code));
    clock.advance_ms(1'000);
    return *outcome;
  }
  Id<Product> product(std::string_view name, std::int64_t price, int stock) {
    const Id<Product> id{
        done(SaveProduct{{.code = std::string(name), .name = std::string(name), .price = Money{price}}, {}, {}})
            .subject};
    if (stock > 0) done(MoveStock{id, MovementKind::Opening, Quantity::of(stock), ""});
    return id;
  }
  Id<Sale> sell(Id<Product> product, int pieces = 1) {
    done(AddProduct{product, Quantity::of(pieces), {}});
    return Id<Sale>{done(Sell{shop->cart(), {{.amount = shop->cart_totals()->total}}}).subject};
  }
  void expect_clean() {
    const Verification result = verify(shop->facts());
    for (const std::string& difference : result.differences) MESSAGE(difference);
    CHECK(result.is_clean());
    CHECK(result.entries > 0);
  }
  std::int64_t count(std::string_view table) {
    return shop->facts().value<std::int64_t>("SELECT count(*) FROM " + std::string(table)).value_or(-1);
  }
};

}  // namespace lapak
