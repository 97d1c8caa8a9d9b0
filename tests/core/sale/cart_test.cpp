// sale: what a cart comes to.
#include "core/sale/cart.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "core/base/clock.h"
#include "core/base/random.h"

namespace lapak {
namespace {

constexpr Date today{20'000};

CartLine line(std::int64_t price, Quantity quantity = Quantity::of(1), const std::string& tax_class = "") {
  static std::uint8_t n = 0;
  CartLine made;
  made.id.bytes[15] = ++n;
  made.quantity = quantity;
  made.list_price = made.agreed_price = Money{price};
  made.tax_class = tax_class;
  return made;
}

TaxRate rate(const std::string& tax_class, Fraction fraction, bool included) {
  return TaxRate{tax_class, "T" + tax_class, fraction, included, Date{0}};
}

const std::vector<TaxRate> both{rate("", {11, 100}, true), rate("added", {6, 100}, false)};

ProblemCode refusal(const Cart& cart) {
  const auto result = totals(cart, {}, today);
  REQUIRE_FALSE(result.has_value());
  return result.error().code;
}

// Every sum that must hold whatever is in the cart.
void check_totals(const Totals& t) {
  Money gross, discount, net, tax, tax_of_lines;
  for (const LineTotal& one : t.lines) {
    RC_ASSERT(one.gross - one.line_discount - one.cart_discount == one.amount);
    RC_ASSERT(one.amount >= Money{});
    gross += one.gross;
    discount += one.line_discount + one.cart_discount;
    net += one.amount;
    tax_of_lines += one.tax;
  }
  for (const TaxTotal& one : t.taxes) tax += one.amount;
  RC_ASSERT(gross == t.gross);
  RC_ASSERT(discount == t.discount);
  RC_ASSERT(net == t.net);
  RC_ASSERT(tax == t.tax_included + t.tax_added);
  RC_ASSERT(tax == tax_of_lines);
  RC_ASSERT(t.total == t.net + t.tax_added + t.tip);
}

Cart any_cart() {
  Cart cart;
  const int count = *rc::gen::inRange(1, 9);
  for (int i = 0; i < count; ++i) {
    cart.lines.push_back(line(*rc::gen::inRange<std::int64_t>(0, 250'000),
                              Quantity{*rc::gen::inRange<std::int64_t>(1, 9'000)},
                              *rc::gen::element<std::string>("", "added", "free")));
    if (*rc::gen::inRange(0, 3) == 0)
      cart.lines.back().discount = Discount{{}, Fraction{*rc::gen::inRange(0, 101), 100}};
  }
  cart.tip = Money{*rc::gen::inRange<std::int64_t>(0, 10'000)};
  return cart;
}

TEST_CASE("a cart's discount is spread over its lines to the last unit") {
  CHECK(rc::check([] {
    Cart cart = any_cart();
    const Totals before = totals(cart, both, today).value();
    cart.discount = Discount{Money{*rc::gen::inRange<std::int64_t>(0, before.net.minor + 1)}, {}};
    const Totals after = totals(cart, both, today).value();
    check_totals(after);
    RC_ASSERT(before.net - after.net == cart.discount->amount);
  }));
}

TEST_CASE("an agreed total is what the buyer pays for the goods, with an added tax too") {
  CHECK(rc::check([] {
    Cart cart = any_cart();
    cart.agreed_total = Money{*rc::gen::inRange<std::int64_t>(0, 3'000'000)};
    const Totals t = totals(cart, both, today).value();
    check_totals(t);
    RC_ASSERT(t.net + t.tax_added == *cart.agreed_total);
  }));
}

TEST_CASE("an agreed total may be more than was asked") {
  Cart cart;
  cart.lines = {line(10'000), line(20'000)};
  cart.agreed_total = Money{33'000};
  const Totals t = totals(cart, {}, today).value();
  CHECK(t.discount == Money{-3'000});
  CHECK(t.lines[0].amount == Money{11'000});
  CHECK(t.lines[1].amount == Money{22'000});
}

TEST_CASE("tax inside the price is T x 11/111, and tax on top is T x 11/100") {
  Cart cart;
  cart.lines = {line(111'000)};
  CHECK(totals(cart, {rate("", {11, 100}, true)}, today)->tax_included == Money{11'000});
  CHECK(totals(cart, {rate("", {11, 100}, true)}, today)->total == Money{111'000});
  CHECK(totals(cart, {rate("", {11, 100}, true)}, today)->taxes.front().base == Money{100'000});
  CHECK(totals(cart, {rate("", {11, 100}, false)}, today)->total == Money{123'210});
  CHECK(totals(cart, {TaxRate{"", "T", {11, 100}, false, today.plus_days(1)}}, today)->total == Money{111'000});
}

TEST_CASE("a price under the floor is seen, whichever way it came about") {
  Cart cart;
  cart.lines = {line(10'000)};
  cart.lines[0].floor = Money{9'000};
  CHECK_FALSE(totals(cart, {}, today)->is_below_floor);
  cart.agreed_total = Money{8'999};
  CHECK(totals(cart, {}, today)->is_below_floor);
}

TEST_CASE("amounts that cannot be are refused with their reason") {
  Cart cart;
  cart.lines = {line(10'000)};
  const auto with = [&](auto&& change) {
    Cart changed = cart;
    change(changed);
    return refusal(changed);
  };
  CHECK(with([](Cart& c) { c.lines[0].agreed_price = Money{-1}; }) == ProblemCode::AmountNegative);
  CHECK(with([](Cart& c) { c.lines[0].agreed_price = Money{INT64_MAX}; }) == ProblemCode::AmountTooLarge);
  CHECK(with([](Cart& c) { c.lines[0].quantity = Quantity{0}; }) == ProblemCode::QuantityZero);
  CHECK(with([](Cart& c) { c.lines[0].quantity = Quantity{-1}; }) == ProblemCode::QuantityNegative);
  CHECK(with([](Cart& c) { c.lines[0].quantity = Quantity{INT64_MAX}; }) == ProblemCode::QuantityTooLarge);
  CHECK(with([](Cart& c) { c.lines[0].quantity = kLargestQuantity; }) == ProblemCode::AmountTooLarge);
  CHECK(with([](Cart& c) { c.lines[0].discount = Discount{Money{10'001}, {}}; }) == ProblemCode::DiscountTooLarge);
  CHECK(with([](Cart& c) { c.lines[0].discount = Discount{{}, Fraction{101, 100}}; }) == ProblemCode::DiscountTooLarge);
  CHECK(with([](Cart& c) { c.lines[0].discount = Discount{{}, Fraction{1, 0}}; }) == ProblemCode::DiscountTooLarge);
  CHECK(with([](Cart& c) { c.discount = Discount{Money{-1}, {}}; }) == ProblemCode::AmountNegative);
  CHECK(with([](Cart& c) { c.discount = Discount{Money{10'001}, {}}; }) == ProblemCode::DiscountTooLarge);
  CHECK(with([](Cart& c) { c.agreed_total = Money{-1}; }) == ProblemCode::AmountNegative);
  CHECK(with([](Cart& c) { c.agreed_total = Money{INT64_MIN}; }) == ProblemCode::AmountNegative);
  CHECK(with([](Cart& c) { c.tip = Money{-1}; }) == ProblemCode::AmountNegative);
  CHECK(with([](Cart& c) { c.tip = kLargestMoney; }) == ProblemCode::AmountTooLarge);
  CHECK(with([](Cart& c) { c.lines.assign(3, line(kLargestMoney.minor)); }) == ProblemCode::AmountTooLarge);
}

TEST_CASE("the same product goes onto its line until something was agreed there") {
  CartItem item;
  item.product = Id<Product>{{1}};
  item.price = Money{5'000};
  const Id<CartLine> first{{1}}, second{{2}}, third{{3}};
  Cart cart = with_item({}, item, Quantity::of(1), first).value();
  cart = with_item(cart, item, Quantity::of(2), second).value();
  REQUIRE(cart.lines.size() == 1);
  CHECK(cart.lines[0].quantity == Quantity::of(3));
  cart = with_agreed_price(cart, first, Money{4'000}).value();
  cart = with_item(cart, item, Quantity::of(1), second).value();
  CHECK(cart.lines.size() == 2);
  item.product.reset();
  cart = with_item(cart, item, Quantity::of(1), third).value();
  cart = with_item(cart, item, Quantity::of(1), Id<CartLine>{{4}}).value();
  CHECK(cart.lines.size() == 4);
  CHECK(with_quantity(cart, third, Quantity{})->lines.size() == 3);
  CHECK(with_quantity(cart, Id<CartLine>{{9}}, Quantity{}).error().code == ProblemCode::LineUnknown);
}

TEST_CASE("what no longer fits the goods falls away") {
  Cart cart;
  cart.lines = {line(10'000), line(5'000)};
  cart.discount = Discount{Money{12'000}, {}};
  cart.agreed_total = Money{11'000};
  cart.lines[0].discount = Discount{Money{1'000}, {}};
  const Id<CartLine> first = cart.lines[0].id;
  const Cart cheaper = with_agreed_price(cart, first, Money{500}).value();
  CHECK_FALSE(cheaper.agreed_total);
  CHECK_FALSE(cheaper.lines[0].discount);
  CHECK_FALSE(cheaper.discount);
  CHECK(totals(cheaper, {}, today)->total == Money{5'500});
}

}  // namespace
}  // namespace lapak
