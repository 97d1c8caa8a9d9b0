// shop: what a helper may do by herself, and what the owner allows with her PIN.
#include <rapidcheck.h>

#include "core/people/people_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct HelpedStall : Stall {
  Id<Product> earrings = product("Anting", 100'000, 50);
  Id<Seller> dina;

  explicit HelpedStall(const Rights& rights = {}) {
    Product floored = *find_product(shop->facts(), earrings);
    floored.floor = Money{70'000};
    done(SaveProduct{floored, {}, {}});
    dina = Id<Seller>{done(SaveSeller{{.name = "Dina", .role = Role::Helper, .rights = rights}, ""}).subject};
    done(SaveSeller{sellers(shop->facts()).at(0), "9876"});
    REQUIRE(shop->sign_in(dina, "").has_value());
  }
  Id<CartLine> line() {
    done(AddProduct{earrings, Quantity::of(1), {}});
    return shop->cart().lines.back().id;
  }
  bool needs_owner(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE((outcome.has_value() || outcome.error().code == ProblemCode::OwnerOnly));
    return !outcome.has_value();
  }
  Sell paid() { return Sell{shop->cart(), {{.amount = shop->cart_totals()->total}}}; }
};

Rights discount_of(int percent) {
  return {.discount_percent = percent, .bits = 0};
}
Rights only(Right right) {
  Rights rights = discount_of(0);
  rights.set(right, true);
  return rights;
}

TEST_CASE("a helper bargains as far as she may, however the discount is put") {
  HelpedStall stall(discount_of(10));
  const Id<CartLine> line = stall.line();
  CHECK_FALSE(stall.needs_owner(SetAgreedPrice{line, Money{90'000}}));
  CHECK(stall.needs_owner(SetAgreedPrice{line, Money{89'900}}));
  CHECK(stall.needs_owner(SetLineDiscount{line, Discount{Money{1'000}, {}}}));
  CHECK(stall.needs_owner(SetCartDiscount{Discount{{}, Fraction{1, 100}}}));
  CHECK(stall.needs_owner(SetAgreedTotal{Money{80'000}}));
  CHECK_FALSE(stall.needs_owner(SetAgreedTotal{Money{90'000}}));
  CHECK_FALSE_MESSAGE(stall.needs_owner(SetAgreedPrice{line, Money{120'000}}), "more than the list is nobody's loss");
  CHECK_FALSE(stall.needs_owner(stall.paid()));
  stall.expect_clean();
}

TEST_CASE("what the owner allowed with her PIN is paid without asking again, and the journal says so") {
  HelpedStall stall(discount_of(10));
  const SetAgreedPrice cheap{stall.line(), Money{75'000}};
  REQUIRE(stall.needs_owner(cheap));
  REQUIRE(stall.shop->execute_as_owner(cheap, "9876").has_value());
  CHECK_FALSE_MESSAGE(stall.needs_owner(SetAgreedTotal{Money{76'000}}), "less than was allowed");
  CHECK(stall.needs_owner(SetAgreedTotal{Money{74'000}}));
  CHECK_FALSE(stall.needs_owner(stall.paid()));
  const auto body = stall.shop->facts().value<std::string>("SELECT body FROM journal WHERE kind = 'sell'");
  CHECK(body->find(kOwnerStoodIn) != std::string::npos);
  stall.line();
  CHECK_MESSAGE(stall.needs_owner(SetAgreedTotal{Money{80'000}}), "it was allowed for that cart");
  stall.expect_clean();
}

TEST_CASE("a discount that grew because pieces were taken out of the cart is noticed when it is paid") {
  HelpedStall stall(discount_of(10));
  const Id<CartLine> line = stall.line();
  stall.done(SetQuantity{line, Quantity::of(5)});
  REQUIRE_FALSE(stall.needs_owner(SetCartDiscount{Discount{Money{50'000}, {}}}));
  REQUIRE_FALSE(stall.needs_owner(SetQuantity{line, Quantity::of(1)}));
  const Sell sale = stall.paid();
  CHECK(stall.needs_owner(sale));
  CHECK(stall.shop->execute_as_owner(sale, "9876").has_value());
  stall.expect_clean();
}

TEST_CASE("below the lowest price needs a right of its own") {
  HelpedStall stall(discount_of(100));
  const SetAgreedPrice below{stall.line(), Money{69'000}};
  CHECK(stall.needs_owner(below));
  HelpedStall trusted([] {
    Rights rights = discount_of(100);
    rights.set(Right::BelowFloor, true);
    return rights;
  }());
  CHECK_FALSE(trusted.needs_owner(SetAgreedPrice{trusted.line(), Money{69'000}}));
  CHECK_FALSE(trusted.needs_owner(trusted.paid()));
}

TEST_CASE("each right opens its door and no other") {
  for (const Right right : kRights) {
    CAPTURE(right_code(right));
    HelpedStall stall(only(right));
    for (const Right other : kRights) CHECK(stall.shop->may(other) == (other == right));
    stall.done(OpenDay{{{Money{10'000}, 10}}});
    const Id<Sale> sale = stall.sell(stall.earrings, 3);
    const Refund refund{
        sale, {{0, Quantity::of(1), true}}, {{.method = Method::Cash, .amount = Money{100'000}}}, "retak"};
    CHECK(stall.needs_owner(refund) == (right != Right::Refund));
    CHECK(stall.needs_owner(MoveCash{Money{-5'000}, "parkir"}) == (right != Right::Drawer));
    Profile profile = stall.shop->profile();
    profile.thanks = "Terima kasih";
    CHECK(stall.needs_owner(SaveProfile{profile}) == (right != Right::Settings));
    const Id<Sale> other = stall.sell(stall.earrings);
    stall.clock.advance_ms(kVoidedByAnyone_ms + 1);
    CHECK(stall.needs_owner(VoidSale{other, "salah"}) == (right != Right::VoidLater));
    CHECK(stall.needs_owner(SaveSeller{*find_seller(stall.shop->facts(), stall.dina), ""}));
    stall.expect_clean();
  }
}

TEST_CASE("without an owner's PIN nobody is asked for one") {
  Stall stall;
  const Id<Product> earrings = stall.product("Anting", 100'000, 5);
  const Id<Seller> dina{
      stall.done(SaveSeller{{.name = "Dina", .role = Role::Helper, .rights = discount_of(0)}, ""}).subject};
  REQUIRE(stall.shop->sign_in(dina, "").has_value());
  stall.done(AddProduct{earrings, Quantity::of(1), {}});
  stall.done(SetAgreedTotal{Money{1'000}});
  stall.done(Sell{stall.shop->cart(), {{.amount = Money{1'000}}}});
  for (const Right right : kRights) CHECK(stall.shop->may(right));
}

TEST_CASE("rights that are changed hold at once, also for who is at the till") {
  HelpedStall stall(discount_of(0));
  Seller dina = *find_seller(stall.shop->facts(), stall.dina);
  dina.rights.set(Right::Refund, true);
  CHECK_FALSE(stall.shop->may(Right::Refund));
  REQUIRE(stall.shop->execute_as_owner(SaveSeller{dina, ""}, "9876").has_value());
  CHECK(stall.shop->may(Right::Refund));
  stall.expect_clean();
}

TEST_CASE("a bundle of the shop's own is no bargain") {
  HelpedStall stall(discount_of(0));
  REQUIRE(stall.shop
              ->execute_as_owner(
                  SaveBundleRule{
                      {.name = "Tiga", .terms = {.pieces = 3, .price = Money{200'000}}, .products = {stall.earrings}}},
                  "9876")
              .has_value());
  stall.done(SetQuantity{stall.line(), Quantity::of(3)});
  CHECK(stall.shop->cart_totals()->total == Money{200'000});
  CHECK_FALSE(stall.needs_owner(stall.paid()));
}

TEST_CASE("a shop from before rights gives each helper what a new one begins with") {
  HelpedStall stall;
  CHECK(find_seller(stall.shop->facts(), stall.dina)->rights == Rights{});
  CHECK(stall.shop->facts().value<std::string>("SELECT rights FROM seller WHERE role = 'helper'") ==
        "discount:10 drawer");
}

}  // namespace
}  // namespace lapak
