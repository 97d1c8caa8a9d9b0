// sale: selling, paying, giving back.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "core/report/report.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

Tender cash(std::int64_t amount, std::int64_t received = 0) {
  return {Method::Cash, Money{amount}, Money{received}, false, {}};
}
Tender by(Method method, std::int64_t amount) {
  return {method, Money{amount}, {}, false, {}};
}

struct Stall : ShopFixture {
  Product bag = product("TAS", 85'000), key = product("KUNCI", 15'000), free_size = product("KAIN", 33'333, false);
  Stall() {
    must(MoveStock{bag.id, MovementKind::Opening, Quantity::of(10), {}});
    must(MoveStock{key.id, MovementKind::Opening, Quantity::of(10), {}});
  }
  Quantity left(const Product& product) const { return on_hand(database, product.id); }
  ProblemCode refusal(const SaleCommand& command) {
    const Result<Outcome> outcome = run(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

TEST_CASE_FIXTURE(Stall, "a sale is written down with its number, lines, payment and movements") {
  Cart sold = cart({line(bag, Quantity::of(2)), line(free_size, Quantity{1'500})});
  sold.note = "untuk Ibu Sari";
  sold.lines[0].note = "inisial S";
  const Outcome outcome = must(Sell{sold, {cash(220'000, 250'000)}, {}});
  CHECK(outcome.label == "A1-000001");
  CHECK_FALSE(outcome.is_undoable);
  const Sale kept = sale(outcome);
  CHECK(kept.id == sold.id);
  CHECK(kept.total == Money{220'000});
  CHECK(kept.payments.front().change == Money{30'000});
  CHECK(kept.lines[0].note == "inisial S");
  CHECK(kept.note == "untuk Ibu Sari");
  CHECK(left(bag) == Quantity::of(8));
  CHECK(left(free_size) == Quantity{});
  CHECK(find_sale(database, "A1-000001")->id == sold.id);
  CHECK(last_sale(database) == sold.id);
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "words that people typed stand apart from what is replayed") {
  Cart sold = cart({line(bag, Quantity::of(1))});
  sold.note = "untuk Ibu Sari";
  sold.lines[0].note = "inisial Sari";
  must(Sell{sold, {Tender{Method::Transfer, Money{85'000}, {}, true, "dari Sari"}}, {}});
  must(VoidSale{sold.id, "Sari batal"});
  for (Rows rows = database.query("SELECT body FROM journal"); rows.next();)
    CHECK(rows.get<std::string>(0).find("Sari") == std::string::npos);
  database.run("UPDATE sale SET note = NULL, reason = NULL");
  CHECK_THROWS_AS(database.run("UPDATE sale SET reason = 'x'"), DatabaseError);
  CHECK_THROWS_AS(database.run("UPDATE payment SET reference = 'x'"), DatabaseError);
  CHECK_THROWS_AS(database.run("UPDATE sale SET total = 1"), DatabaseError);
}

TEST_CASE_FIXTURE(Stall, "the same cart is paid once") {
  const Cart sold = cart({line(bag, Quantity::of(1))});
  must(Sell{sold, {cash(85'000)}, {}});
  const auto again = run(Sell{sold, {cash(85'000)}, {}});
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error() == Problem{ProblemCode::PaidAlready, {std::string("A1-000001")}});
  CHECK(left(bag) == Quantity::of(9));
}

TEST_CASE_FIXTURE(Stall, "only cash gives change, and what is missing is said") {
  const Cart sold = cart({line(bag, Quantity::of(1))});
  CHECK(refusal(Sell{sold, {by(Method::Qris, 85'001)}, {}}) == ProblemCode::PaymentTooMuch);
  CHECK(run(Sell{sold, {by(Method::Qris, 80'000)}, {}}).error() == Problem{ProblemCode::PaymentMissing, {5'000}});
  CHECK(refusal(Sell{sold, {cash(85'000, 80'000)}, {}}) == ProblemCode::PaymentMissing);
  CHECK(refusal(Sell{sold, {cash(-1)}, {}}) == ProblemCode::AmountNegative);
  CHECK(refusal(Sell{sold, {cash(INT64_MAX)}, {}}) == ProblemCode::AmountTooLarge);
  CHECK(refusal(Sell{sold, {by(Method::Exchange, 85'000)}, {}}) == ProblemCode::MethodUnknown);
  CHECK(refusal(Sell{cart({}), {}, {}}) == ProblemCode::CartEmpty);
  CHECK(refusal(Sell{sold, {}, Remainder::Owed}) == ProblemCode::CustomerNeeded);
  // Cash above the bill is taken as handed over, after what was paid in other ways.
  const Sale kept = sale(must(Sell{sold, {cash(50'000), by(Method::Qris, 60'000)}, {}}));
  CHECK(kept.payments[0].amount == Money{25'000});
  CHECK(kept.payments[0].change == Money{25'000});
  CHECK(kept.payments[1].amount == Money{60'000});
}

TEST_CASE_FIXTURE(Stall, "cash is rounded only when cash pays for all of it") {
  profile.cash_rounding = {Money{500}, RoundingDirection::Down};
  const Sale in_cash = sale(must(Sell{cart({line(free_size, Quantity::of(1))}), {cash(33'000)}, {}}));
  CHECK(in_cash.rounding == Money{-333});
  CHECK(in_cash.total == Money{33'000});
  const Sale with_change = sale(must(Sell{cart({line(free_size, Quantity::of(1))}), {cash(50'000)}, {}}));
  CHECK(with_change.payments.front().change == Money{17'000});
  const Sale split =
      sale(must(Sell{cart({line(free_size, Quantity::of(1))}), {cash(13'333), by(Method::Qris, 20'000)}, {}}));
  CHECK(split.rounding.is_zero());
  // All of what was paid comes back, no more.
  const Sale back = sale(must(Refund{in_cash.id, {{0, Quantity::of(1), true}}, {cash(33'000)}, {}}));
  CHECK(back.total == Money{-33'000});
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "what is owed is settled in parts and never beyond") {
  Cart sold = cart({line(bag, Quantity::of(1))});
  sold.customer = contact("Bu Rini").id;
  const Sale kept = sale(must(Sell{sold, {cash(25'000)}, Remainder::Owed}));
  CHECK(kept.owed == Money{60'000});
  CHECK(refusal(SettleOwed{kept.id, by(Method::Qris, 60'001)}) == ProblemCode::PaymentTooMuch);
  must(SettleOwed{kept.id, by(Method::Qris, 20'000)});
  CHECK(owed_now(database, kept.id) == Money{40'000});
  CHECK(history(database, {HistoryFilter::Owed, "", 0, 10}).total == 1);
  CHECK(customer_card(database, *sold.customer)->owed == Money{40'000});
  must(SettleOwed{kept.id, cash(50'000)});
  CHECK(owed_now(database, kept.id).is_zero());
  CHECK(refusal(SettleOwed{kept.id, cash(1)}) == ProblemCode::NothingOwed);
  CHECK(standing_of(database, kept).later_payments.size() == 2);
  CHECK(sale(Outcome{.kind = {}, .subject = kept.id.bytes, .label = {}}) == kept);
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "a refund takes off what is still owed before money changes hands") {
  Cart sold = cart({line(bag, Quantity::of(1)), line(key, Quantity::of(1))});
  sold.customer = contact("Bu Rini").id;
  const Sale kept = sale(must(Sell{sold, {cash(70'000)}, Remainder::Owed}));
  const std::vector<RefundLine> back{{0, Quantity::of(1), true}};
  CHECK(refund_worth(database, kept.id, back) == Money{85'000});
  CHECK(refusal(Refund{kept.id, back, {cash(85'000)}, {}}) == ProblemCode::PaymentTooMuch);
  const Sale refund = sale(must(Refund{kept.id, back, {cash(55'000)}, {}}));
  CHECK(refund.owed == Money{-30'000});
  CHECK(owed_now(database, kept.id).is_zero());
  CHECK(left(bag) == Quantity::of(10));
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "a waiting transfer is seen once") {
  const Sale kept = sale(
      must(Sell{cart({line(bag, Quantity::of(1))}), {Tender{Method::Transfer, Money{85'000}, {}, true, "Ani"}}, {}}));
  CHECK(history(database, {HistoryFilter::Waiting, "", 0, 10}).total == 1);
  must(MarkPaymentSeen{kept.payments.front().id});
  CHECK(history(database, {HistoryFilter::Waiting, "", 0, 10}).total == 0);
  CHECK(refusal(MarkPaymentSeen{kept.payments.front().id}) == ProblemCode::PaymentUnknown);
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "a voided sale leaves stock and sums as they were, on its own day") {
  must(Sell{cart({line(key, Quantity::of(1))}), {cash(15'000)}, {}});
  const Date day = profile.clock().local(clock.now()).date;
  const Report before = report(database, profile, day, day);
  Cart sold = cart({line(bag, Quantity::of(2)), line(key, Quantity::of(1))});
  sold.tip = Money{5'000};
  sold.customer = contact("Bu Rini").id;
  const Sale kept = sale(must(Sell{sold, {by(Method::Qris, 100'000)}, Remainder::Owed}));
  must(SettleOwed{kept.id, cash(10'000)});
  clock.advance_ms(86'400'000);
  const Sale voided = sale(must(VoidSale{kept.id, "salah"}));
  CHECK(voided.number == "A1-000003");
  CHECK(voided.total == -kept.total);
  CHECK(voided.payments.size() == 2);
  CHECK(owed_now(database, kept.id).is_zero());
  CHECK(left(bag) == Quantity::of(10));
  CHECK(left(key) == Quantity::of(9));
  const Report after = report(database, profile, day, day);
  CHECK(after.net_sales == before.net_sales);
  CHECK(after.sales_count == before.sales_count);
  CHECK(after.tips == before.tips);
  REQUIRE(after.by_payment.size() == 1);
  CHECK(after.by_payment.front().amount == Money{15'000});
  CHECK(after.by_product.size() == 1);
  CHECK(report(database, profile, day.plus_days(1), day.plus_days(1)).void_count == 1);
  CHECK(refusal(VoidSale{kept.id, {}}) == ProblemCode::SaleVoided);
  CHECK(refusal(Refund{kept.id, {{0, Quantity::of(1), true}}, {cash(85'000)}, {}}) == ProblemCode::SaleVoided);
  CHECK(refusal(SettleOwed{kept.id, cash(1)}) == ProblemCode::NothingOwed);
  CHECK(find_sale(database, *last_sale(database))->number == "A1-000001");
  CHECK(taken_back(database, day, day.plus_days(1)).front().reason == "salah");
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "what was refunded cannot be voided, and a refund cannot be taken back") {
  const Sale kept = sale(must(Sell{cart({line(bag, Quantity::of(2))}), {cash(170'000)}, {}}));
  const Sale refund = sale(must(Refund{kept.id, {{0, Quantity::of(1), false}}, {by(Method::Qris, 85'000)}, "robek"}));
  CHECK(left(bag) == Quantity::of(8));
  CHECK(refusal(VoidSale{kept.id, {}}) == ProblemCode::RefundTooMuch);
  CHECK(refusal(VoidSale{refund.id, {}}) == ProblemCode::SaleUnknown);
  CHECK(run(Refund{kept.id, {{0, Quantity::of(2), true}}, {cash(170'000)}, {}}).error() ==
        Problem{ProblemCode::RefundTooMuch, {bag.name, 1'000}});
  CHECK(refusal(Refund{kept.id, {}, {}, {}}) == ProblemCode::RefundEmpty);
  CHECK(refusal(Refund{kept.id, {{1, Quantity::of(1), true}}, {}, {}}) == ProblemCode::LineUnknown);
  CHECK(refusal(Refund{kept.id, {{0, Quantity{-5}, true}}, {}, {}}) == ProblemCode::QuantityNegative);
  CHECK(refusal(Refund{kept.id, {{0, Quantity::of(1), true}}, {cash(84'999)}, {}}) == ProblemCode::PaymentMissing);
  CHECK(refusal(Refund{kept.id, {{0, Quantity::of(1), true}}, {cash(85'001)}, {}}) == ProblemCode::PaymentTooMuch);
  CHECK(refusal(Refund{Id<Sale>{}, {{0, Quantity::of(1), true}}, {}, {}}) == ProblemCode::SaleUnknown);
}

TEST_CASE_FIXTURE(Stall, "an exchange pays with what came back, and the difference in money") {
  const Sale kept = sale(must(Sell{cart({line(bag, Quantity::of(1))}), {cash(85'000)}, {}}));
  const std::vector<RefundLine> back{{0, Quantity::of(1), true}};
  const Cart dearer = cart({line(bag, Quantity::of(1)), line(key, Quantity::of(1))});
  const Sale swapped = sale(must(ExchangeGoods{{kept.id, back, {}, {}}, {dearer, {cash(15'000)}, {}}}));
  CHECK(swapped.number == "A1-000003");
  CHECK(swapped.payments.front().method == Method::Exchange);
  CHECK(swapped.payments.front().amount == Money{85'000});
  CHECK(left(bag) == Quantity::of(9));
  // Something cheaper: the rest is given back.
  const Cart cheaper = cart({line(key, Quantity::of(1))});
  CHECK(refusal(ExchangeGoods{{swapped.id, back, {}, {}}, {cheaper, {}, {}}}) == ProblemCode::PaymentTooMuch);
  must(ExchangeGoods{{swapped.id, back, {cash(70'000)}, {}}, {cheaper, {}, {}}});
  const Date day = profile.clock().local(clock.now()).date;
  Money in_exchange, in_cash;
  for (const ReportByMethod& row : report(database, profile, day, day).by_payment)
    (row.method == Method::Exchange ? in_exchange : in_cash) += row.amount;
  CHECK(in_exchange.is_zero());
  CHECK(in_cash == Money{30'000});
  check_replay();
}

TEST_CASE_FIXTURE(Stall, "texts of every kind are kept as they are, or refused with a reason") {
  const auto sell = [&](const std::string& name) { return run(Sell{cart({typed(name, 1'000)}), {cash(1'000)}, {}}); };
  for (const std::string& name : {std::string("'); DROP TABLE sale; --"), std::string("=1+1"),
                                  std::string("🧶 عربي"), std::string(10'000, 'x'), std::string()}) {
    const auto outcome = sell(name);
    REQUIRE(outcome.has_value());
    CHECK(sale(*outcome).lines[0].name == name);
    CHECK(history(database, {HistoryFilter::All, name, 0, 5}).total >= 1);
  }
  CHECK(sell("\xff\xfe").error().code == ProblemCode::TextNotUtf8);
  CHECK(sell(std::string(100'000, 'x')).error().code == ProblemCode::NameTooLong);
  CHECK(history(database, {HistoryFilter::All, "%", 0, 5}).total == 0);
  check_replay();
}

TEST_CASE("refunds over any sequence give back exactly what was paid") {
  CHECK(rc::check([] {
    const TaxRate tax{"", "PPN", {11, 100}, *rc::gen::arbitrary<bool>(), Date{0}};
    const CashRounding rule{
        Money{*rc::gen::element<std::int64_t>(0, 500, 1'000)},
        *rc::gen::element(RoundingDirection::Down, RoundingDirection::Nearest, RoundingDirection::Up)};
    Cart cart;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
      CartLine line;
      line.quantity = Quantity{*rc::gen::inRange<std::int64_t>(1, 6'000)};
      line.agreed_price = line.list_price = Money{*rc::gen::inRange<std::int64_t>(0, 100'000)};
      cart.lines.push_back(line);
    }
    if (*rc::gen::arbitrary<bool>()) cart.agreed_total = Money{*rc::gen::inRange<std::int64_t>(0, 500'000)};
    cart.tip = Money{*rc::gen::inRange<std::int64_t>(0, 2) * 1'000};
    const Totals t = totals(cart, {tax}, Date{20'000}).value();
    Sale sale = sale_of(cart, t, cash_rounding_of(t.total, rule));
    sale.owed = sale.total;
    RC_ASSERT(adds_up(sale));

    std::vector<Quantity> left;
    for (const SaleLine& line : sale.lines) left.push_back(line.quantity);
    std::vector<Sale> refunds;
    Money back, tax_back, rounding_back;
    while (!std::ranges::all_of(left, &Quantity::is_zero)) {
      std::vector<RefundLine> wanted;
      for (std::size_t i = 0; i < left.size(); ++i)
        if (const auto some = *rc::gen::inRange<std::int64_t>(0, 2 * left[i].thousandths + 1); some > 0)
          wanted.push_back({static_cast<int>(i), std::min(Quantity{some}, left[i]), true});
      if (wanted.empty()) {
        const auto first = std::ranges::find_if_not(left, &Quantity::is_zero);
        wanted.push_back({static_cast<int>(first - left.begin()), Quantity{1 + first->thousandths / 2}, true});
      }
      Sale refund = refund_of(sale, refunds, wanted).value();
      RC_ASSERT(refund.total <= Money{});
      back -= refund.total;
      tax_back -= refund.tax_included + refund.tax_added;
      rounding_back -= refund.rounding;
      refund.owed = refund.total;
      RC_ASSERT(adds_up(refund));
      for (const RefundLine& line : wanted) left[static_cast<std::size_t>(line.position)] += -line.quantity;
      refunds.push_back(std::move(refund));
    }
    RC_ASSERT(back == sale.total - sale.tip);
    RC_ASSERT(tax_back == sale.tax_included + sale.tax_added);
    RC_ASSERT(rounding_back == sale.rounding);
    RC_ASSERT_FALSE(refund_of(sale, refunds, {{0, Quantity{1}, true}}).has_value());
  }));
}

}  // namespace
}  // namespace lapak
