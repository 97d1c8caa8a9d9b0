// report: figures from the sums equal figures from the facts.
#include "core/report/report.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <array>
#include <fstream>
#include <iterator>
#include <map>

#include "core/catalog/product_store.h"
#include "core/report/buyers.h"
#include "core/report/period_cover.h"
#include "core/report/stock_age.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

TEST_CASE("a range is covered by periods that together hold each of its days once and no other") {
  CHECK(rc::check([] {
    const Date from = Date::of(2023, 1, 1).plus_days(*rc::gen::inRange(0, 1'200));
    const Date to = from.plus_days(*rc::gen::inRange(0, 1'200));
    const auto cover = period_cover(from, to);
    RC_ASSERT(cover.size() <= 60);
    for (Date day = Date::of(2022, 12, 1); day <= to.plus_days(400); day = day.plus_days(1)) {
      int times = 0;
      for (const auto& [period, sign] : cover)
        if (day.iso().starts_with(period)) times += sign;
      RC_ASSERT(times == (from <= day && day <= to ? 1 : 0));
    }
  }));
}

TEST_CASE("long ranges are few periods") {
  CHECK(period_cover(Date::of(2026, 1, 1), Date::of(2026, 12, 31)) == std::vector<CoveredPeriod>{{"2026", 1}});
  CHECK(period_cover(Date::of(2026, 2, 2), Date::of(2026, 2, 28)) ==
        std::vector<CoveredPeriod>{{"2026-02", 1}, {"2026-02-01", -1}});
  CHECK(period_cover(Date::of(2026, 2, 1), Date::of(2026, 12, 31)) ==
        std::vector<CoveredPeriod>{{"2026", 1}, {"2026-01", -1}});
}

// The report worked out from the rows of sales, with no sum kept.
Report from_facts(const Database& database, Date from, Date to) {
  Report r;
  const auto in_range = [&](Date day) { return from <= day && day <= to; };
  std::map<std::string, Money> methods;
  std::map<std::pair<int, int>, ReportByWeekdayHour> week;
  std::map<Id<Product>, ReportByProduct> products;
  std::vector<Id<Sale>> ids;
  for (Rows rows = database.query("SELECT id FROM sale ORDER BY rowid"); rows.next();)
    ids.push_back(rows.get<Id<Sale>>(0));
  for (const Id<Sale> id : ids) {
    const Sale sale = find_sale(database, id).value();
    if (sale.kind == SaleKind::Void) {
      r.void_count += in_range(sale.business_date) ? 1 : 0;
      continue;
    }
    const SaleStanding standing = standing_of(database, sale);
    if (standing.is_voided()) continue;
    for (const Payment& payment : standing.later_payments)
      if (in_range(payment.business_date)) methods[std::string(method_code(payment.method))] += payment.amount;
    if (!in_range(sale.business_date)) continue;
    for (const Payment& payment : sale.payments) methods[std::string(method_code(payment.method))] += payment.amount;
    for (const SaleLine& line : sale.lines) {
      ReportByProduct& row = products[line.product.value_or(Id<Product>{})];
      row.quantity += line.quantity;
      row.net_sales += line.amount;
      if (sale.kind != SaleKind::Sale) continue;
      r.items_sold += line.quantity;
      if (line.product && !line.list_price.is_zero())
        r.given_up += times(line.list_price, line.quantity).value() - line.amount;
    }
    ReportByWeekdayHour& of_hour = week[{sale.business_date.weekday(), sale.hour}];
    of_hour.sales_count += sale.kind == SaleKind::Sale ? 1 : 0;
    of_hour.net_sales += net_of(sale);
    if (sale.kind == SaleKind::Sale) {
      ++r.sales_count;
      r.gross_sales += sale.gross;
      r.discounts += sale.discount;
      r.owed += standing.owed_now;
    } else {
      ++r.refund_count;
      r.refunds -= net_of(sale);
    }
    r.tax += sale.tax_included + sale.tax_added;
    r.tax_included += sale.tax_included;
    r.rounding += sale.rounding;
    r.tips += sale.tip;
  }
  r.net_sales = r.gross_sales - r.discounts - r.refunds;
  r.partners_share = database
                         .value<Money>(
                             "SELECT sum(amount) FROM partner_entry WHERE book = 'consignment' "
                             "AND kind <> 'settled' AND business_date BETWEEN ? AND ?",
                             from, to)
                         .value_or(Money{});
  for (const auto& [when, sum] : week)
    if (sum.sales_count != 0 || !sum.net_sales.is_zero())
      r.by_weekday_hour.push_back({when.first, when.second, sum.sales_count, sum.net_sales});
  for (const auto& [method, amount] : methods)
    if (!amount.is_zero()) r.by_payment.push_back({find_method(method).value(), 0, amount, {}});
  for (const auto& [id, row] : products)
    if (!row.quantity.is_zero() || !row.net_sales.is_zero()) {
      const auto product = find_product(database, id);
      if (product && product->cost)
        r.goods_cost += times(*product->cost, row.quantity).value();
      else
        r.pieces_of_unknown_cost += row.quantity;
      r.by_product.push_back(row);
      r.by_product.back().product = id;
    }
  return r;
}

void check_same(const Report& kept, const Report& counted) {
  CHECK(kept.sales_count == counted.sales_count);
  CHECK(kept.refund_count == counted.refund_count);
  CHECK(kept.void_count == counted.void_count);
  CHECK(kept.items_sold == counted.items_sold);
  CHECK(kept.gross_sales == counted.gross_sales);
  CHECK(kept.discounts == counted.discounts);
  CHECK(kept.refunds == counted.refunds);
  CHECK(kept.net_sales == counted.net_sales);
  CHECK(kept.tax == counted.tax);
  CHECK(kept.rounding == counted.rounding);
  CHECK(kept.tips == counted.tips);
  CHECK(kept.owed == counted.owed);
  CHECK(kept.tax_included == counted.tax_included);
  CHECK(kept.goods_cost == counted.goods_cost);
  CHECK(kept.pieces_of_unknown_cost == counted.pieces_of_unknown_cost);
  CHECK(kept.partners_share == counted.partners_share);
  CHECK(kept.given_up == counted.given_up);
  CHECK(kept.profit == counted.net_sales - counted.tax_included - counted.goods_cost - counted.partners_share);
  std::map<Method, Money> methods;
  for (const ReportByMethod& row : kept.by_payment)
    if (!row.amount.is_zero()) methods[row.method] = row.amount;
  CHECK(methods.size() == counted.by_payment.size());
  for (const ReportByMethod& row : counted.by_payment) CHECK(methods[row.method] == row.amount);
  CHECK(kept.by_product.size() == counted.by_product.size());
  Money net_of_products, net_of_categories, net_of_days, net_of_hours, net_of_sellers;
  for (const ReportByProduct& row : kept.by_product) {
    net_of_products += row.net_sales;
    for (const ReportByProduct& other : counted.by_product)
      if (other.product == row.product) {
        CHECK(row.net_sales == other.net_sales);
        CHECK(row.quantity == other.quantity);
      }
  }
  for (const auto& row : kept.by_category) net_of_categories += row.net_sales;
  for (const auto& row : kept.by_day) net_of_days += row.net_sales;
  for (const auto& row : kept.by_hour) net_of_hours += row.net_sales;
  for (const auto& row : kept.by_seller) net_of_sellers += row.net_sales;
  const auto week = [](const Report& report) {
    std::string text;
    for (const auto& row : report.by_weekday_hour)
      text += fmt::format("{} {}: {} {}\n", row.weekday, row.hour, row.sales_count, row.net_sales.minor);
    return text;
  };
  CHECK(week(kept) == week(counted));
  Money shares;
  for (const auto& row : kept.by_partner) shares += row.share;
  CHECK(shares == kept.partners_share);
  for (const Money net : {net_of_products, net_of_categories, net_of_days, net_of_hours, net_of_sellers})
    CHECK(net == kept.net_sales);
}

TEST_CASE("after any history the report is what the facts add up to, and a replay gives the same tables") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    SeededRandom dice(seed);
    const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(dice.below(n)); };
    ShopFixture shop;
    shop.profile.tax_rates = {{"", "PPN", {11, 100}, seed % 2 == 0, Date{0}}};
    shop.profile.cash_rounding = {Money{500}, RoundingDirection::Nearest};
    const Id<Contact> buyer = shop.contact("Bu Rini").id;
    std::vector<Product> products;
    for (int i = 0; i < 5; ++i) {
      Product product = shop.product("P" + std::to_string(i), 1'000 + below(50'000), i % 2 == 0);
      products.push_back(i % 2 == 0 ? shop.costing(product, 1 + below(1'000)) : product);
    }
    std::vector<Id<Sale>> sales;
    const auto method = [&] { return below(2) == 0 ? Method::Cash : Method::Qris; };
    for (int step = 0; step < 60; ++step) {
      shop.clock.advance_ms(below(3) * 20 * 3'600'000);
      const auto what = sales.empty() ? 0 : below(10);
      const Id<Sale> some = sales.empty() ? Id<Sale>{} : sales[static_cast<std::size_t>(below(sales.size()))];
      if (what < 5) {
        Cart cart = shop.cart({});
        for (auto lines = 1 + below(3); lines > 0; --lines) {
          CartLine& line = cart.lines.emplace_back(
              shop.line(products[static_cast<std::size_t>(below(5))], Quantity::of(1 + below(4))));
          if (below(4) == 0) line.agreed_price = Money{below(60'000)};
        }
        if (below(3) == 0) cart.agreed_total = Money{below(200'000)};
        cart.tip = Money{below(3) * 500};
        cart.customer = buyer;
        const auto total = totals(cart, shop.profile.tax_rates, Date{20'000})->total;
        const auto outcome =
            shop.run(Sell{cart,
                          {Tender{method(), Money{below(4) == 0 ? total.minor / 2 : total.minor}, {}, false, {}}},
                          Remainder::Owed});
        if (outcome) sales.push_back(cart.id);
      } else if (what < 7) {
        const Sale sale = find_sale(shop.database, some).value();
        const SaleStanding standing = standing_of(shop.database, sale);
        const std::vector<RefundLine> lines{
            {0, Quantity{standing.refundable[0].thousandths / (1 + below(2))}, below(2) == 0}};
        if (const auto worth = refund_worth(shop.database, some, lines)) {
          const Money money = *worth - std::min(*worth, standing.owed_now);
          shop.must(Refund{some, lines, {Tender{method(), money, {}, false, {}}}, "x"});
        }
      } else if (what < 9) {
        if (const Money owed = owed_now(shop.database, some); !owed.is_zero())
          shop.must(SettleOwed{
              some, Tender{method(), Money{1 + below(static_cast<std::uint64_t>(owed.minor))}, {}, false, {}}});
      } else {
        (void)shop.run(VoidSale{some, "x"});
      }
    }
    const DateRange traded = traded_range(shop.database).value();
    check_same(report(shop.database, shop.profile, traded.from, traded.to),
               from_facts(shop.database, traded.from, traded.to));
    for (int i = 0; i < 5; ++i) {
      const Date from = traded.from.plus_days(static_cast<int>(below(20))),
                 to = from.plus_days(static_cast<int>(below(40)));
      check_same(report(shop.database, shop.profile, from, to), from_facts(shop.database, from, to));
    }
    shop.check_replay();
    // A shop that sold before these sums were kept has the same ones once it is brought up to date.
    constexpr std::array later_sums{"bargain_sum WHERE quantity <> 0", "partner_sum", "period_sum", "hour_sum"};
    std::vector<std::string> kept;
    for (const char* table : later_sums) kept.push_back(dump(shop.database, table));
    shop.database.run_script(
        "DROP TABLE bargain_sum; DROP TABLE partner_sum; "
        "ALTER TABLE period_sum DROP COLUMN tax_included;"
        "CREATE TABLE hours_alone AS SELECT period, hour, sum(count) AS count, sum(net) AS net FROM hour_sum "
        "GROUP BY period, hour; DROP TABLE hour_sum; ALTER TABLE hours_alone RENAME TO hour_sum;");
    for (const char* migration : {"010", "016"}) {
      std::ifstream file(fmt::format(LAPAK_SOURCE_DIR "/core/db/migrations/{}.sql", migration));
      shop.database.run_script({std::istreambuf_iterator<char>(file), {}});
    }
    for (std::size_t i = 0; i < later_sums.size(); ++i) CHECK(dump(shop.database, later_sums[i]) == kept[i]);
  }
}

TEST_CASE_FIXTURE(ShopFixture, "a shop that never sold has an empty report") {
  CHECK_FALSE(traded_range(database).has_value());
  CHECK(report(database, profile, Date{20'000}, Date{20'001}).by_day.empty());
}

TEST_CASE("a month is compared with the month before, a year with the year, any other days with as many before them") {
  const auto before = [](Date from, Date to, Date today) {
    const DateRange range = range_before({from, to}, today);
    return range.from.iso() + " " + range.to.iso();
  };
  const Date today = Date::of(2026, 3, 30);
  CHECK(before(Date::of(2026, 2, 1), Date::of(2026, 2, 28), today) == "2026-01-01 2026-01-31");
  CHECK(before(Date::of(2025, 1, 1), Date::of(2025, 12, 31), today) == "2024-01-01 2024-12-31");
  CHECK(before(Date::of(2026, 1, 1), today, today) == "2025-01-01 2025-03-30");
  CHECK(before(Date::of(2026, 3, 1), today, today) == "2026-02-01 2026-02-28");
  CHECK(before(Date::of(2026, 2, 1), Date::of(2026, 2, 10), today) == "2026-01-22 2026-01-31");
  CHECK(before(Date::of(2026, 1, 1), Date::of(2026, 3, 10), today) == "2025-10-24 2025-12-31");
  CHECK(before(Date::of(2026, 3, 24), today, today) == "2026-03-17 2026-03-23");
  CHECK(before(Date::of(2026, 1, 1), Date::of(2026, 1, 12), Date::of(2026, 1, 12)) == "2025-12-01 2025-12-12");
}

TEST_CASE_FIXTURE(ShopFixture, "buyers are those who come back, those who are new, and those nobody knows by name") {
  const Product bag = product("TAS", 100'000, false);
  const Id<Contact> rini = contact("Bu Rini").id, sari = contact("Sari").id, tono = contact("Tono").id;
  const auto sells = [&](std::optional<Id<Contact>> to, std::int64_t pieces) {
    Cart bought = cart({line(bag, Quantity::of(pieces))});
    bought.customer = to;
    return sale(must(Sell{bought, {Tender{Method::Cash, Money{100'000 * pieces}, {}, false, {}}}, {}}));
  };
  const auto today = [&] { return profile.clock().local(clock.now()).date; };
  sells(rini, 1);
  clock.advance_ms(2 * 86'400'000);
  const Date from = today();
  sells(rini, 2);
  sells(sari, 1);
  sells(sari, 1);
  sells(std::nullopt, 5);
  const Sale gone = sells(tono, 3);
  must(VoidSale{gone.id, "x"});
  const Buyers found = buyers(database, from, today());
  CHECK(found.returning.buyers == 1);
  CHECK(found.returning.sales_count == 1);
  CHECK(found.returning.sales == Money{200'000});
  CHECK(found.fresh.buyers == 1);
  CHECK(found.fresh.sales_count == 2);
  CHECK(found.fresh.sales == Money{200'000});
  CHECK(found.unknown.buyers == 0);
  CHECK(found.unknown.sales_count == 1);
  CHECK(found.unknown.sales == Money{500'000});
  const Report sums = report(database, profile, from, today());
  CHECK(found.returning.sales + found.fresh.sales + found.unknown.sales == sums.gross_sales - sums.discounts);
}

TEST_CASE_FIXTURE(ShopFixture, "what lies in stock is as old as the latest pieces that came, and worth what it costs") {
  const Product bag = costing(product("TAS", 100'000), 30'000), ring = product("CINCIN", 50'000);
  const auto day = [&] { return profile.clock().local(clock.now()).date; };
  must(MoveStock{bag.id, MovementKind::Opening, Quantity::of(10), {}});
  clock.advance_ms(100LL * 86'400'000);
  must(MoveStock{bag.id, MovementKind::Made, Quantity::of(4), {}});
  must(MoveStock{ring.id, MovementKind::Received, Quantity::of(2), {}});
  must(Sell{cart({line(bag, Quantity::of(8))}), {Tender{Method::Cash, Money{800'000}, {}, false, {}}}, {}});
  clock.advance_ms(10LL * 86'400'000);
  const StockAge age = stock_age(database, day());
  CHECK(age.quantity == Quantity::of(8));
  CHECK(age.worth == Money{180'000});
  CHECK(age.pieces_of_unknown_cost == Quantity::of(2));
  REQUIRE(age.bands.size() == 5);
  CHECK(age.bands[0].quantity == Quantity::of(6));  // four bags and two rings of ten days ago
  CHECK(age.bands[0].worth == Money{120'000});
  CHECK(age.bands[2].quantity == Quantity::of(2));  // two bags of a hundred and ten days ago
  CHECK(age.bands[2].worth == Money{60'000});
  REQUIRE(age.rows.size() == 2);
  CHECK(age.rows[0].product == bag.id);
  CHECK(age.rows[0].oldest_days == 110);
  CHECK(age.rows[1].oldest_days == 10);
}

TEST_CASE_FIXTURE(ShopFixture, "fees are a share of what a method brought in, and what ran out is named") {
  profile.fees = {{"qris", {7, 1'000}}};
  const Product bag = product("TAS", 100'000);
  must(MoveStock{bag.id, MovementKind::Opening, Quantity::of(1), {}});
  must(Sell{cart({line(bag, Quantity::of(1))}), {Tender{Method::Qris, Money{100'000}, {}, false, {}}}, {}});
  const Date day = profile.clock().local(clock.now()).date;
  CHECK(report(database, profile, day, day).by_payment.front().fee == Money{700});
  CHECK(ran_out(database, day) == std::vector<std::string>{bag.name});
  CHECK(ran_out(database, day.plus_days(1)).empty());
}

}  // namespace
}  // namespace lapak
