// catalog: sets, which are made of other products.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"
#include "core/catalog/set_store.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/cart_rules.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

Tender cash(Money amount) {
  return {Method::Cash, amount, {}, false, {}};
}

struct Table : ShopFixture {
  Product soap = product("SABUN", 28'000), candle = product("LILIN", 45'000);

  Table() {
    for (const Product& one : {soap, candle}) must(MoveStock{one.id, MovementKind::Opening, Quantity::of(10), {}});
  }
  Product saved(Product product) {
    const Outcome outcome = must(CatalogCommand(SaveProduct{std::move(product), {}, std::nullopt}));
    return find_product(database, Id<Product>{outcome.subject}).value();
  }
  ProblemCode refusal(Product product) {
    const auto outcome = run(CatalogCommand(SaveProduct{std::move(product), {}, std::nullopt}));
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
  Product gift(std::int64_t price = 100'000) {
    return saved({.code = "KADO",
                  .name = "Kado",
                  .price = Money{price},
                  .parts = {{soap.id, Quantity::of(2)}, {candle.id, Quantity::of(1)}}});
  }
  CartLine of_set(const Product& set, std::int64_t sets) {
    const CartItem item = item_of(database, set.id).value();
    CartLine made = line(set, Quantity::of(sets));
    made.parts = item.parts;
    return made;
  }
  Quantity left(const Product& product) const { return on_hand(database, product.id); }
  ProductCard card(const Product& product) const { return cards_of(database, {product.id}).front(); }
};

TEST_CASE_FIXTURE(Table, "a set has as many as its scarcest part allows, and is not counted itself") {
  const Product set = gift();
  CHECK_FALSE(set.tracked);
  CHECK(card(set).is_set);
  CHECK(card(set).on_hand == Quantity::of(5));
  must(MoveStock{candle.id, MovementKind::Lost, Quantity::of(8), {}});
  CHECK(card(set).on_hand == Quantity::of(2));
  const StockView stock = stock_list(database, {.search = "kado", .today = Date{20'000}});
  REQUIRE(stock.rows.size() == 1);
  CHECK(stock.rows.front().on_hand == Quantity::of(2));
  CHECK(stock.rows.front().value == Money{});
  CHECK(all_sets(database).size() == 1);
  const auto moved = run(StockCommand(MoveStock{set.id, MovementKind::Received, Quantity::of(1), {}}));
  REQUIRE_FALSE(moved.has_value());
  CHECK(moved.error().code == ProblemCode::SetHasNoStock);
  check_replay();
}

TEST_CASE_FIXTURE(Table, "what cannot be a set, or in one, is refused") {
  const Product set = gift();
  Product varied{.name = "Kaos", .price = Money{1}, .option_names = {"Ukuran"}};
  varied.id = Id<Product>{
      must(CatalogCommand(SaveProduct{varied, {Product{.price = Money{1}, .option_values = {"M"}}}, std::nullopt}))
          .subject};
  const auto made_of = [&](Id<Product> part, Quantity quantity = Quantity::of(1)) {
    return refusal({.name = "Set", .parts = {{part, quantity}}});
  };
  CHECK(made_of(set.id) == ProblemCode::SetUnfit);
  CHECK(made_of(varied.id) == ProblemCode::SetUnfit);
  CHECK(made_of(ids.next<Product>()) == ProblemCode::ProductUnknown);
  CHECK(made_of(soap.id, {}) == ProblemCode::QuantityZero);
  CHECK(made_of(soap.id, Quantity{-1}) == ProblemCode::QuantityNegative);
  CHECK(made_of(soap.id, kLargestQuantity + Quantity{1}) == ProblemCode::QuantityTooLarge);
  Product itself = soap;
  itself.parts = {{candle.id, Quantity::of(1)}};
  CHECK(refusal(itself) == ProblemCode::SetUnfit);  // it is in a set
  itself = candle;
  itself.option_names = {"Warna"};
  CHECK(refusal(itself) == ProblemCode::SetUnfit);
  itself = set;
  itself.parts = {{set.id, Quantity::of(1)}};
  CHECK(refusal(itself) == ProblemCode::SetUnfit);
  Product large{.name = "Semua"};
  for (std::size_t i = 0; i <= kMostSetParts; ++i) large.parts.push_back({ids.next<Product>(), Quantity::of(1)});
  CHECK(refusal(large) == ProblemCode::SetTooLarge);
}

TEST_CASE_FIXTURE(Table, "a set is sold as its parts, from their stock, and all of it comes back") {
  const Product set = gift();
  Cart cart = this->cart({of_set(set, 2), line(soap, Quantity::of(1))});
  cart.lines.front().note = "bungkus";
  const Outcome outcome = must(Sell{cart, {cash(Money{228'000})}, {}});
  CHECK(left(soap) == Quantity::of(5));
  CHECK(left(candle) == Quantity::of(8));
  const Sale sold = sale(outcome);
  REQUIRE(sold.bundles.size() == 1);
  CHECK(sold.bundles.front().product == set.id);
  CHECK(sold.bundles.front().times == 2);
  CHECK(amount_of_bundle(sold, 0) == Money{200'000});
  REQUIRE(sold.lines.size() == 3);
  // 56 to 45 of 200.
  CHECK(sold.lines[0].product == soap.id);
  CHECK(sold.lines[0].quantity == Quantity::of(4));
  CHECK(sold.lines[0].amount == Money{110'891});
  CHECK(sold.lines[1].amount == Money{89'109});
  CHECK(sold.lines[0].note == "bungkus");
  CHECK(database.value<std::int64_t>("SELECT count(*) FROM bargain_sum") == 0);
  SUBCASE("voided") {
    must(VoidSale{sold.id, ""});
  }
  SUBCASE("refunded in two parts") {
    must(Refund{sold.id, {{0, Quantity::of(1), true}}, {cash(Money{27'723})}, {}});
    must(Refund{sold.id,
                {{0, Quantity::of(3), true}, {1, Quantity::of(2), true}, {2, Quantity::of(1), true}},
                {cash(Money{228'000 - 27'723})},
                {}});
  }
  CHECK(left(soap) == Quantity::of(10));
  CHECK(left(candle) == Quantity::of(10));
  check_replay();
}

TEST_CASE_FIXTURE(Table, "a dozen is twelve from the same stock at its own price") {
  const Product dozen =
      saved({.name = "Sabun, selusin", .price = Money{300'000}, .parts = {{soap.id, Quantity::of(12)}}});
  CHECK(card(dozen).is_out);
  must(MoveStock{soap.id, MovementKind::Received, Quantity::of(20), {}});
  CHECK(card(dozen).on_hand == Quantity::of(2));
  must(Sell{cart({of_set(dozen, 1), line(soap, Quantity::of(3))}), {cash(Money{384'000})}, {}});
  CHECK(left(soap) == Quantity::of(15));
}

TEST_CASE_FIXTURE(Table, "a set goes whole, and stays out of bundles") {
  const Product set = gift();
  CartLine half = of_set(set, 1);
  half.quantity = Quantity{1'500};
  const auto refused = run(Sell{cart({half}), {cash(Money{150'000})}, {}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ProblemCode::SetNotWhole);
  must(CatalogCommand(SaveBundleRule{{.name = "Dua", .terms = {2, Money{1}}, .products = {set.id}}}));
  CHECK(with_rules_here(database, cart({of_set(set, 2)})).rules.empty());
}

TEST_CASE_FIXTURE(Table, "the till says when a set's parts run out, and a sale opened again has the set in it") {
  const Product set = gift();
  Database file = Database::in_memory();
  migrate(file);
  CartDrafts drafts(std::move(file), database, ids, profile);
  const auto change = [&](const CartCommand& command) {
    const auto done = drafts.change(command, clock.now());
    REQUIRE(done.has_value());
    return *done;
  };
  CHECK_FALSE(change(AddProduct{set.id, Quantity::of(4), {}}).is_out_of_stock);
  CHECK_FALSE(change(AddProduct{soap.id, Quantity::of(2), {}}).is_out_of_stock);
  CHECK(change(AddProduct{set.id, Quantity::of(1), {}}).is_out_of_stock);
  change(SetLineDiscount{drafts.open_cart().lines.front().id, Discount{Money{6'000}, {}}});
  const Cart paid = drafts.open_cart();
  const Money total = totals(paid, {}, Date{20'000})->total;
  CHECK(total == Money{550'000});
  must(Sell{paid, {cash(total)}, {}});
  drafts.forget(paid.id, clock.now());
  change(ReopenAsCart{paid.id});
  const Cart& again = drafts.open_cart();
  REQUIRE(again.lines.size() == 2);
  CHECK(again.lines[0].product == set.id);
  CHECK(again.lines[0].quantity == Quantity::of(5));
  CHECK(again.lines[0].parts.size() == 2);
  CHECK(again.lines[0].discount->amount == Money{6'000});
  CHECK(totals(again, {}, Date{20'000})->total == total);
}

TEST_CASE("pieces are conserved with sets, whatever is sold, taken back and refunded") {
  CHECK(rc::check([] {
    Table table;
    std::vector<Product> sets;
    std::map<Id<Product>, std::int64_t> there{{table.soap.id, 10'000}, {table.candle.id, 10'000}};
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      Product set{.name = "Set", .price = Money{*rc::gen::inRange<std::int64_t>(0, 200'000)}};
      for (const Product& part : {table.soap, table.candle})
        if (const auto quantity = *rc::gen::inRange<std::int64_t>(0, 4'000); quantity > 0)
          set.parts.push_back({part.id, Quantity{quantity}});
      if (!set.parts.empty()) sets.push_back(table.saved(set));
    }
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
      std::vector<CartLine> lines;
      for (const Product& set : sets)
        if (const auto n = *rc::gen::inRange<std::int64_t>(0, 4); n > 0) lines.push_back(table.of_set(set, n));
      if (*rc::gen::arbitrary<bool>()) lines.push_back(table.line(table.soap, Quantity::of(1)));
      if (lines.empty()) continue;
      Cart cart = table.cart(std::move(lines));
      if (*rc::gen::arbitrary<bool>()) cart.agreed_total = Money{*rc::gen::inRange<std::int64_t>(0, 300'000)};
      const Money total = totals(cart, {}, Date{20'000})->total;
      const Sale sold = table.sale(table.must(Sell{cart, {cash(total)}, {}}));
      RC_ASSERT(net_of(sold) == total);
      for (const SaleLine& line : sold.lines) there[*line.product] -= line.quantity.thousandths;
      const int then = *rc::gen::inRange(0, 3);
      if (then == 1) {
        table.must(VoidSale{sold.id, ""});
        for (const SaleLine& line : sold.lines) there[*line.product] += line.quantity.thousandths;
      } else if (then == 2) {
        const SaleLine& line =
            sold.lines[static_cast<std::size_t>(*rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(sold.lines)))];
        const bool to_stock = *rc::gen::arbitrary<bool>();
        const std::vector<RefundLine> wanted{{line.position, line.quantity, to_stock}};
        const Money worth = refund_worth(table.database, sold.id, wanted).value();
        table.must(Refund{sold.id, wanted, worth.is_zero() ? std::vector<Tender>() : std::vector{cash(worth)}, {}});
        if (to_stock) there[*line.product] += line.quantity.thousandths;
      }
    }
    for (const auto& [product, thousandths] : there)
      RC_ASSERT(on_hand(table.database, product) == Quantity{thousandths});
    table.check_replay();
  }));
}

}  // namespace
}  // namespace lapak
