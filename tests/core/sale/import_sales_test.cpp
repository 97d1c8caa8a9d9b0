// sale: invoices of another system come in whole and once.
#include "core/catalog/product_store.h"
#include "core/report/report.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

ImportedSale invoice(const std::string& number, Instant at, std::vector<ImportedLine> lines) {
  return ImportedSale{"retail", number, at, {}, std::move(lines)};
}

TEST_CASE_FIXTURE(ShopFixture, "an import keeps numbers, times, names and amounts, and adds nothing the second time") {
  const Instant then{1'291'191'960'000};  // 2010-12-01 08:26
  ImportSales import;
  import.sales = {invoice("536365", then,
                          {{"85123A", " WHITE HEART ", Quantity::of(6), Money{255},
                            Money {
                              1530
                            }},
                           {"85123a", "white heart", Quantity::of(2), Money{1},
                            Money {
                              1
                            }},
                           { "",
                             "POSTAGE £",
                             Quantity::of(1),
                             Money{1800},
                             Money {
                               1800
                             } }}),
                  invoice("536365", then,
                          {{ "85123A",
                             "damaged",
                             Quantity::of(-1),
                             Money{255},
                             Money {
                               -255
                             } }}),
                  invoice("C536379", then,
                          {{ "D",
                             "Discount",
                             Quantity::of(-1),
                             Money{2750},
                             Money {
                               -2750
                             } }})};
  import.corrections = {{ "retail", "536589", then, "21777", "", Quantity::of(-10) }};
  const ImportCount count = this->import(import).value();
  CHECK(count.sales == 1);
  CHECK(count.refunds == 2);
  CHECK(count.corrections == 1);
  CHECK(count.products == 4);
  const Sale sale = find_sale(database, "536365").value();
  CHECK(sale.kind == SaleKind::Sale);
  CHECK(sale.at == then);
  CHECK(sale.lines[0].name == " WHITE HEART ");
  CHECK(sale.lines[0].product != sale.lines[1].product);
  CHECK(sale.payments.front().method == Method::Imported);
  CHECK_FALSE(sale.till_day.has_value());
  CHECK(find_product_by_code(database, "85123A")->name == "WHITE HEART");
  CHECK_FALSE(find_product_by_code(database, "85123A")->tracked);
  const Date day = Date::of(2010, 12, 1);
  CHECK(report(database, profile, day, day).net_sales == Money{1530 + 1 + 1800 - 255 - 2750});
  CHECK_FALSE(last_sale(database).has_value());

  const auto entries = journal_head(database).seq;
  const ImportCount again = this->import(import).value();
  CHECK(again.known == 4);
  CHECK(again.sales + again.refunds + again.corrections + again.products == 0);
  CHECK(journal_head(database).seq == entries);
  // Our own series goes on without a gap.
  CHECK(must(Sell{cart({typed("x", 1)}), {Tender{Method::Cash, Money{1}, {}, false, {}}}, {}}).label == "A1-000001");
  check_replay();
}

TEST_CASE_FIXTURE(ShopFixture, "an import with one line that cannot be is left out whole") {
  ImportSales import;
  import.sales = {invoice("1", Instant{0},
                          {{ "A",
                             "a",
                             Quantity::of(1),
                             Money{1},
                             Money {
                               1
                             } }}),
                  invoice("2", Instant{0},
                          {{ "B",
                             "\xff",
                             Quantity::of(1),
                             Money{1},
                             Money {
                               1
                             } }})};
  const auto refused = this->import(import);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ProblemCode::TextNotUtf8);
  import.sales[1].lines = {{"B", "b", Quantity::of(1), Money{1}, kLargestMoney},
                           { "B",
                             "b",
                             Quantity::of(1),
                             Money{1},
                             Money {
                               1
                             } }};
  CHECK(this->import(import).error().code == ProblemCode::AmountTooLarge);
  CHECK_FALSE(find_sale(database, "1").has_value());
  CHECK_FALSE(find_product_by_code(database, "A").has_value());
}

TEST_CASE_FIXTURE(ShopFixture, "customers of imported sales become contacts, once each, and the sales are theirs") {
  const Instant then{1'291'191'960'000}, before{then.utc_ms - 86'400'000};
  const Contact ratna = contact("Ratna Dewi");
  const auto of = [&](const std::string& number, const std::string& customer, Instant at) {
    ImportedSale sale = invoice(number, at, {{"A", "a", Quantity::of(1), Money{100}, Money{100}}});
    sale.customer = customer;
    return sale;
  };
  ImportSales import;
  import.sales = {of("1", "17850", then), of("2", "", then), of("3", "17850", before), of("4", "Ratna Dewi", then)};
  CHECK(this->import(import).value().customers == 1);
  const Id<Contact> made = customer_of(database, find_sale(database, "1")->id).value();
  CHECK(find_contact(database, made)->name == "17850");
  CHECK(find_contact(database, made)->met_at == before);
  CHECK(customer_of(database, find_sale(database, "3")->id) == made);
  CHECK_FALSE(customer_of(database, find_sale(database, "2")->id).has_value());
  CHECK(customer_of(database, find_sale(database, "4")->id) == ratna.id);
  CHECK(people(database, {}).total == 2);

  SUBCASE("a second import adds nobody") {
    const auto entries = journal_head(database).seq;
    CHECK(this->import(import).value().customers == 0);
    CHECK(journal_head(database).seq == entries);
  }
  SUBCASE("a contact that got a name since is still the same customer") {
    Contact named = *find_contact(database, made);
    named.name = "Bu Yani";
    must(SaveContact{named, {}});
    import.sales = {of("5", "17850", then)};
    CHECK(this->import(import).value().customers == 0);
    CHECK(customer_of(database, find_sale(database, "5")->id) == made);
  }
  SUBCASE("of two contacts with one name neither is chosen") {
    must(SaveContact{Contact{.id = {}, .name = "Ratna Dewi"}, {}});
    import.sales = {of("5", "Ratna Dewi", then)};
    CHECK(this->import(import).value().customers == 1);
    const Id<Contact> third = customer_of(database, find_sale(database, "5")->id).value();
    CHECK(find_contact(database, third)->source == "retail Ratna Dewi");
  }
  check_replay();
}

}  // namespace
}  // namespace lapak
