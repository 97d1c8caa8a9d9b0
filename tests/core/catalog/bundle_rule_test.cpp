// catalog: the cards of bundles.
#include <doctest/doctest.h>

#include "core/catalog/bundle_store.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

struct Shelf : ShopFixture {
  Product ring = product("KUNCI", 15'000), brooch = product("BROS", 20'000);
  ProblemCode refusal(const BundleRule& rule) {
    const Result<Outcome> outcome = run(CatalogCommand(SaveBundleRule{rule}));
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
  BundleRule saved(const BundleRule& rule) {
    const Outcome outcome = must(CatalogCommand(SaveBundleRule{rule}));
    return find_bundle_rule(database, Id<BundleRule>{outcome.subject}).value();
  }
};

TEST_CASE_FIXTURE(Shelf, "a bundle is written down, changed, stopped, and found by its name") {
  BundleRule rule =
      saved({.name = "  Kecil-kecil ", .terms = {3, Money{40'000}}, .products = {ring.id, brooch.id, ring.id}});
  CHECK(rule.name == "Kecil-kecil");
  CHECK(rule.products == std::vector{ring.id, brooch.id});
  CHECK(find_bundle_rule(database, "kecil-KECIL") == rule);
  rule.terms.pieces = 4;
  rule.products = {brooch.id};
  CHECK(saved(rule) == rule);
  rule.is_stopped = true;
  CHECK(saved(rule).is_stopped);
  CHECK(bundle_rules_in_force(database).empty());
  CHECK(bundle_rules(database).size() == 1);
  check_replay();
}

TEST_CASE_FIXTURE(Shelf, "a bundle that cannot be is refused with its reason") {
  const BundleRule good{.name = "Tiga", .terms = {3, Money{40'000}}, .products = {ring.id}};
  const auto with = [&](auto change) {
    BundleRule rule = good;
    change(rule);
    return refusal(rule);
  };
  CHECK(with([](BundleRule& rule) { rule.terms.pieces = 1; }) == ProblemCode::BundleTooSmall);
  CHECK(with([](BundleRule& rule) { rule.terms.pieces = kMostBundlePieces + 1; }) == ProblemCode::BundleTooLarge);
  CHECK(with([](BundleRule& rule) { rule.terms.price = Money{-1}; }) == ProblemCode::AmountNegative);
  CHECK(with([](BundleRule& rule) { rule.terms.price = kLargestMoney + Money{1}; }) == ProblemCode::AmountTooLarge);
  CHECK(with([](BundleRule& rule) { rule.products.clear(); }) == ProblemCode::BundleOfNothing);
  CHECK(with([](BundleRule& rule) { rule.name = " "; }) == ProblemCode::NameEmpty);
  CHECK(with([&](BundleRule& rule) { rule.products = {ids.next<Product>()}; }) == ProblemCode::ProductUnknown);
  CHECK(with([&](BundleRule& rule) { rule.category = ids.next<Category>(); }) == ProblemCode::CategoryUnknown);
  CHECK(with([&](BundleRule& rule) { rule.id = ids.next<BundleRule>(); }) == ProblemCode::BundleUnknown);
  CHECK(bundle_rules(database).empty());
}

TEST_CASE("a bundle names an item, all variants of a card, and what is in its category, but no price that is asked") {
  const auto id = [](std::uint8_t n) {
    Id<Product> made;
    made.bytes[15] = n;
    return made;
  };
  Id<Category> bags;
  bags.bytes[15] = 9;
  Product card{.id = id(1), .category = bags}, variant{.id = id(2), .parent = id(1)}, other{.id = id(3)};
  const BundleRule by_card{.products = {card.id}}, by_variant{.products = {variant.id}}, by_category{.category = bags};
  CHECK(names(by_card, variant, card));
  CHECK(names(by_variant, variant, card));
  CHECK(names(by_category, variant, card));
  CHECK(names(by_category, card, {}));
  CHECK_FALSE(names(by_card, other, {}));
  CHECK_FALSE(names(by_category, other, {}));
  card.open_price = true;
  CHECK_FALSE(names(by_category, variant, card));
}

}  // namespace
}  // namespace lapak
