// sale: bundles in the cart, on the sale, and when pieces of them come back.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "core/sale/cart_drafts.h"
#include "core/sale/cart_rules.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

Tender cash(std::int64_t amount) {
  return {Method::Cash, Money{amount}, {}, false, {}};
}

struct Table : ShopFixture {
  Product ring = product("KUNCI", 35'000), brooch = product("BROS", 40'000), bag = product("TAS", 85'000);

  Id<BundleRule> bundle(std::int64_t pieces, std::int64_t price, std::vector<Id<Product>> products) {
    return Id<BundleRule>{
        must(CatalogCommand(SaveBundleRule{
                 {.name = "Kecil-kecil", .terms = {pieces, Money{price}}, .products = std::move(products)}}))
            .subject};
  }
  Totals totals_of(const Cart& cart) const { return totals(cart, {}, Date{20'000}).value(); }
  Cart here(std::vector<CartLine> lines) { return with_rules_here(database, cart(std::move(lines))); }
};

TEST_CASE_FIXTURE(Table, "any three go for one price, and each line bears its share of what is saved") {
  bundle(3, 100'000, {ring.id, brooch.id});
  const Cart three = here({line(ring, Quantity::of(2)), line(brooch, Quantity::of(2)), line(bag, Quantity::of(1))});
  const Totals sums = totals_of(three);
  // 40 + 40 + 35 for 100: the dearest three.
  CHECK(sums.total == Money{100'000 + 35'000 + 85'000});
  CHECK(sums.lines[0].line_discount + sums.lines[1].line_discount == Money{15'000});
  CHECK(sums.lines[2].line_discount == Money{});
  const std::vector<CartPart> parts = parts_of(three, sums);
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].bundle == 0u);
  CHECK(parts[1].bundle == 0u);
  CHECK(parts[2].line == 0);
  CHECK_FALSE(parts[2].bundle.has_value());
  CHECK(parts[2].quantity == Quantity::of(1));
}

TEST_CASE_FIXTURE(Table, "what was haggled over, an amount that was typed and part of a piece stay out of a bundle") {
  bundle(2, 50'000, {ring.id});
  CartLine cheaper = line(ring, Quantity::of(2)), off = line(ring, Quantity::of(2)), part = line(ring, Quantity{2'500});
  cheaper.agreed_price = Money{34'000};
  off.discount = Discount{Money{1'000}, {}};
  for (const CartLine& one : {cheaper, off, part, typed("Kunci", 35'000, Quantity::of(2))})
    CHECK(totals_of(here({one})).bundles.empty());
  CHECK(totals_of(here({line(ring, Quantity::of(5))})).bundles.front().times == 2);
}

TEST_CASE_FIXTURE(Table, "a bundle under the floor is the shop's own price; bargaining further is seen") {
  bundle(2, 50'000, {ring.id});
  CartLine two = line(ring, Quantity::of(2));
  two.floor = Money{30'000};
  Cart cart = here({two});
  CHECK_FALSE(totals_of(cart).is_below_floor);
  cart.discount = Discount{Money{1'000}, {}};
  CHECK(totals_of(cart).is_below_floor);
}

TEST_CASE_FIXTURE(Table, "a sale keeps its bundles as they were, and each line's pieces cost the same") {
  const Id<BundleRule> rule = bundle(3, 100'000, {ring.id, brooch.id});
  must(MoveStock{ring.id, MovementKind::Opening, Quantity::of(10), {}});
  Cart cart = here({line(ring, Quantity::of(5)), line(brooch, Quantity::of(1))});
  cart.lines.front().note = "yang biru";
  const Money total = totals_of(cart).total;
  CHECK(total == Money{200'000});
  const Outcome sold = must(Sell{cart, {cash(total.minor)}, {}});
  must(CatalogCommand(
      SaveBundleRule{{.id = rule, .name = "Lain", .terms = {2, Money{1}}, .products = {bag.id}, .is_stopped = true}}));
  const Sale kept = sale(sold);
  REQUIRE(kept.bundles.size() == 2);
  CHECK(kept.bundles.front().name == "Kecil-kecil");
  CHECK(kept.bundles.front().terms == BundleTerms{3, Money{100'000}});
  std::map<int, Money> paid;
  Quantity rings;
  for (const SaleLine& one : kept.lines) {
    REQUIRE(one.bundle.has_value());
    paid[*one.bundle] += one.amount;
    if (one.product == ring.id) rings += one.quantity;
  }
  CHECK(paid == std::map<int, Money>{{0, Money{100'000}}, {1, Money{100'000}}});
  CHECK(rings == Quantity::of(5));
  CHECK(std::ranges::count(kept.lines, "yang biru", &SaleLine::note) == 1);
  CHECK(on_hand(database, ring.id) == Quantity::of(5));
  must(VoidSale{kept.id, ""});
  CHECK(on_hand(database, ring.id) == Quantity::of(10));
  CHECK_THROWS_AS(database.run("UPDATE sale_line SET bundle = NULL"), DatabaseError);
  CHECK_THROWS_AS(database.run("DELETE FROM sale_bundle"), DatabaseError);
  check_replay();
}

TEST_CASE_FIXTURE(Table, "a bundle is no bargain: what it saves leaves nothing to learn about the price") {
  bundle(2, 50'000, {ring.id});
  must(Sell{here({line(ring, Quantity::of(2))}), {cash(50'000)}, {}});
  CHECK(database.value<std::int64_t>("SELECT count(*) FROM bargain_sum") == 0);
  Cart agreed = here({line(ring, Quantity::of(2))});
  agreed.agreed_total = Money{45'000};
  must(Sell{agreed, {cash(45'000)}, {}});
  CHECK(database.value<std::int64_t>("SELECT list - agreed FROM bargain_sum LIMIT 1") == 5'000);
}

TEST_CASE_FIXTURE(Table, "the open cart follows the rules, and a sale opened again has its bundles and no discount") {
  Database file = Database::in_memory();
  migrate(file);
  CartDrafts drafts(std::move(file), database, ids, profile);
  const auto change = [&](const CartCommand& command) {
    const auto done = drafts.change(command, clock.now());
    REQUIRE(done.has_value());
  };
  change(AddProduct{ring.id, Quantity::of(4), {}});
  CHECK(totals_of(drafts.open_cart()).total == Money{140'000});
  const Id<BundleRule> rule = bundle(3, 100'000, {ring.id});
  drafts.follow_rules(clock.now());
  CHECK(totals_of(drafts.open_cart()).total == Money{135'000});
  const Cart paid = drafts.open_cart();
  must(Sell{paid, {cash(135'000)}, {}});
  CHECK(sale(Outcome{.kind = {}, .subject = paid.id.bytes, .label = {}}).lines.size() == 2);
  drafts.forget(paid.id, clock.now());
  change(ReopenAsCart{paid.id});
  REQUIRE(drafts.open_cart().lines.size() == 1);
  CHECK(drafts.open_cart().lines.front().quantity == Quantity::of(4));
  CHECK_FALSE(drafts.open_cart().lines.front().discount.has_value());
  CHECK_FALSE(drafts.open_cart().agreed_total.has_value());
  CHECK(totals_of(drafts.open_cart()).total == Money{135'000});
  // The third piece makes the cart cheaper than the discount that was given on two.
  must(
      CatalogCommand(SaveBundleRule{{.id = rule, .name = "Murah", .terms = {3, Money{1'000}}, .products = {ring.id}}}));
  change(SetQuantity{drafts.open_cart().lines.front().id, Quantity::of(2)});
  change(SetCartDiscount{Discount{Money{60'000}, {}}});
  change(SetQuantity{drafts.open_cart().lines.front().id, Quantity::of(3)});
  CHECK_FALSE(drafts.open_cart().discount.has_value());
  change(UndoCart{});
  CHECK(drafts.open_cart().discount.has_value());
}

// Some products under some rules, overlapping at will, in a cart with everything that may be agreed besides.
struct AnyCart {
  Cart cart;
  std::vector<TaxRate> rates{TaxRate{"", "PPN", {11, 100}, *rc::gen::arbitrary<bool>(), Date{0}},
                             TaxRate{"b", "PB1", {10, 100}, *rc::gen::arbitrary<bool>(), Date{0}}};

  AnyCart() {
    const auto rule_count = *rc::gen::inRange<std::size_t>(1, 4);
    std::vector<CartRule> rules;
    for (std::size_t i = 0; i < rule_count; ++i)
      rules.push_back(
          {{}, "R", {*rc::gen::inRange<std::int64_t>(2, 5), Money{*rc::gen::inRange<std::int64_t>(0, 100'000)}}});
    std::vector<std::vector<std::size_t>> named;
    for (std::uint8_t i = *rc::gen::inRange<std::uint8_t>(1, 6); i > 0; --i) {
      CartLine line;
      line.id.bytes[15] = i;
      line.product.emplace().bytes[15] = i;
      line.quantity = *rc::gen::inRange(0, 5) == 0 ? Quantity{*rc::gen::inRange<std::int64_t>(1, 6'000)}
                                                   : Quantity::of(*rc::gen::inRange<std::int64_t>(1, 8));
      line.list_price = line.agreed_price = Money{*rc::gen::inRange<std::int64_t>(0, 60'000)};
      if (*rc::gen::inRange(0, 5) == 0) line.agreed_price = Money{*rc::gen::inRange<std::int64_t>(0, 60'000)};
      if (*rc::gen::inRange(0, 5) == 0) line.discount = Discount{{}, Fraction{*rc::gen::inRange(0, 101), 100}};
      if (*rc::gen::inRange(0, 3) == 0) line.tax_class = "b";
      std::vector<std::size_t>& of_line = named.emplace_back();
      for (std::size_t rule = 0; rule < rule_count; ++rule)
        if (*rc::gen::inRange(0, 3) > 0) of_line.push_back(rule);
      cart.lines.push_back(line);
    }
    cart = with_rules(std::move(cart), std::move(rules), std::move(named));
    const Totals sums = totals(cart, rates, Date{20'000}).value();
    if (*rc::gen::inRange(0, 3) == 0) cart.agreed_total = Money{*rc::gen::inRange<std::int64_t>(0, 300'000)};
    if (*rc::gen::inRange(0, 3) == 0 && !cart.agreed_total)
      cart.discount = Discount{Money{*rc::gen::inRange<std::int64_t>(0, sums.net.minor + 1)}, {}};
  }
};

TEST_CASE("whatever is in the cart, a bundle's lines add up to its price, and the sale's to the cart's") {
  CHECK(rc::check([] {
    const AnyCart any;
    const Totals sums = totals(any.cart, any.rates, Date{20'000}).value();
    std::map<std::size_t, Quantity> pieces;
    std::map<std::size_t, Money> saved, of_bundle;
    for (const CartPart& part : parts_of(any.cart, sums)) {
      pieces[part.line] += part.quantity;
      saved[part.line] += part.discount;
      if (part.bundle) of_bundle[*part.bundle] += part.gross - part.discount;
    }
    for (std::size_t i = 0; i < any.cart.lines.size(); ++i) {
      RC_ASSERT(pieces[i] == any.cart.lines[i].quantity);
      RC_ASSERT(saved[i] == sums.lines[i].line_discount);
    }
    for (std::size_t i = 0; i < sums.bundles.size(); ++i)
      RC_ASSERT(of_bundle[i] == Money{any.cart.rules[sums.bundles[i].rule].terms.price.minor * sums.bundles[i].times});
    Sale sale = sale_of(any.cart, sums, {});
    sale.owed = sale.total;
    RC_ASSERT(adds_up(sale));
    RC_ASSERT(net_of(sale) == sums.net);
    Money saved_here;
    for (const auto& [line, amount] : saved)
      if (!any.cart.lines[line].discount) saved_here += amount;
    RC_ASSERT(saved_by_bundles(sale) == saved_here);
  }));
}

TEST_CASE("pieces of bundles come back one by one for exactly what was paid") {
  CHECK(rc::check([] {
    const AnyCart any;
    const Totals sums = totals(any.cart, any.rates, Date{20'000}).value();
    Sale sale = sale_of(any.cart, sums, {});
    sale.owed = sale.total;
    std::vector<RefundLine> pieces;
    for (const SaleLine& line : sale.lines)
      for (Quantity left = line.quantity; left > Quantity{};) {
        pieces.push_back({line.position, std::min(left, Quantity::of(1)), true});
        left = left - pieces.back().quantity;
      }
    std::vector<Sale> refunds;
    Money back;
    std::map<int, Money> of_bundle;
    while (!pieces.empty()) {
      const auto next = pieces.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(pieces));
      Sale refund = refund_of(sale, refunds, {*next}).value();
      pieces.erase(next);
      refund.owed = refund.total;
      RC_ASSERT(adds_up(refund));
      back -= refund.total;
      const SaleLine& line = refund.lines.front();
      if (const auto bundle = sale.lines[static_cast<std::size_t>(*line.returns)].bundle)
        of_bundle[*bundle] -= line.gross - line.line_discount;
      refunds.push_back(std::move(refund));
    }
    RC_ASSERT(back == sale.total);
    for (const auto& [bundle, amount] : of_bundle) {
      const SaleBundle& one = sale.bundles[static_cast<std::size_t>(bundle)];
      RC_ASSERT(amount == Money{one.terms.price.minor * one.times});
    }
  }));
}

}  // namespace
}  // namespace lapak
