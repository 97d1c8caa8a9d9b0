// exchange: products, customers and past sales from other programs' tables.
#include "core/exchange/import.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>

#include "core/base/files.h"
#include "core/catalog/product_store.h"
#include "core/exchange/export.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

CsvTable table_of(std::string_view bytes) {
  auto table = CsvTable::read(bytes);
  REQUIRE(table.has_value());
  return std::move(*table);
}

ImportPlan<TakeInProducts> products(TestShop& shop, std::string_view csv, const ColumnChoice& choice = {}) {
  auto plan = plan_products(shop.database, shop.profile, shop.ids, table_of(csv), choice);
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

ImportPlan<SaveContacts> customers(TestShop& shop, std::string_view csv) {
  auto plan = plan_customers(shop.database, shop.profile, table_of(csv), {});
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

ImportPlan<ImportSales> past_sales(TestShop& shop, std::string_view csv, const ColumnChoice& choice = {}) {
  auto plan = plan_sales(shop.database, shop.profile, table_of(csv), choice);
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

void check_counts(const ImportCounts& counts, std::int64_t fresh, std::int64_t changed, std::int64_t same,
                  std::size_t refused) {
  CHECK(counts.new_rows == fresh);
  CHECK(counts.changed_rows == changed);
  CHECK(counts.same_rows == same);
  CHECK(counts.refused.size() == refused);
}

// ---- products ----

TEST_CASE("products are added once, changed where the file says so, and otherwise left alone") {
  TestShop shop;
  const std::string csv =
      "Kode;Nama;Harga;Kategori\n"
      "a1;Tas rajut;230.000;Tas\n"
      "A1;Tas besar;15.000;Tas\n"
      ";Gantungan;Rp 5.000;\n";
  auto plan = products(shop, csv);
  check_counts(plan.counts, 3, 0, 0, 0);
  CHECK(plan.command.products.new_categories.size() == 1);
  REQUIRE(shop.execute(StockCommand(plan.command)).has_value());
  CHECK(find_product_by_code(shop.database, "a1")->price == Money{230'000});
  CHECK(find_product_by_code(shop.database, "A1")->name == "Tas besar");
  CHECK_FALSE(find_product_by_code(shop.database, "A1")->tracked);

  plan = products(shop, csv);
  check_counts(plan.counts, 0, 0, 3, 0);
  CHECK(plan.is_empty());
  CHECK(plan.command.products.new_categories.empty());

  plan = products(shop, "Kode;Nama;Harga\na1;Tas rajut;240.000\nB2;Topi;1\n");
  check_counts(plan.counts, 1, 1, 0, 0);
  REQUIRE(shop.execute(StockCommand(plan.command)).has_value());
  const Product bag = *find_product_by_code(shop.database, "a1");
  CHECK(bag.price == Money{240'000});
  CHECK(bag.category.has_value());  // the file did not say
  shop.check_replay();
}

TEST_CASE("each bad product row is named with its reason, and nothing else hides it") {
  TestShop shop;
  shop.profile.currency = "GBP";
  std::string csv = "code,name,price\n";
  csv += "A,Fine,1.50\n";                                 // row 2
  csv += "B,No price,\n";                                 // 3
  csv += "C,Letters,abc\n";                               // 4
  csv += "D,Below zero,-1\n";                             // 5
  csv += "E,Twenty digits,12345678901234567890\n";        // 6
  csv += "F,,3\n";                                        // 7
  csv += "G,\"=HYPERLINK(\"\"x\"\")\",0\n";               // 8: a formula is a name like any other, 0 is a gift
  csv += "A,Other,2\n";                                   // 9: the same code with other values
  csv += "A,Fine,1.50\n";                                 // 10: the same row again
  csv += "H,Too few\n";                                   // 11
  csv += "I,Too many,1,2\n";                              // 12
  csv += "J,Three decimals,1.505\n";                      // 13
  csv += "K," + std::string(70'000, 'x') + ",1\n";        // 14
  csv += "L," + std::string(10'000, 'x') + ",1\n";        // 15: long, but it fits
  csv += "M,💐 \u202Eesrever\u202C,1\n";                   // 16
  csv += "N,Tab\tin it,1,\n";                             // 17: an empty cell too many is forgiven
  csv += "O,'; DROP TABLE product; --,99999999999999\n";  // 18
  const auto plan = products(shop, csv);
  check_counts(plan.counts, 5, 0, 1, 11);
  std::map<std::int64_t, ProblemCode> reasons;
  for (const RefusedRow& row : plan.counts.refused) reasons[row.row] = row.reason.code;
  CHECK(reasons == std::map<std::int64_t, ProblemCode>{{3, ProblemCode::CsvCellEmpty},
                                                       {4, ProblemCode::NotAnAmount},
                                                       {5, ProblemCode::AmountNegative},
                                                       {6, ProblemCode::AmountTooLarge},
                                                       {7, ProblemCode::NameEmpty},
                                                       {9, ProblemCode::CsvTwiceInFile},
                                                       {11, ProblemCode::CsvCellCount},
                                                       {12, ProblemCode::CsvCellCount},
                                                       {13, ProblemCode::NotAnAmount},
                                                       {14, ProblemCode::NameTooLong},
                                                       {18, ProblemCode::AmountTooLarge}});
  CHECK(plan.counts.refused[0].reason.facts == std::vector<ProblemFact>{std::string("price")});
}

TEST_CASE("a row with seven of eight cells is refused by its number") {
  TestShop shop;
  std::string csv = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  for (int row = 2; row <= 20; ++row)
    csv += row == 14 ? "1,A,Tas 5,2010-12-01 08:26,1,,UK\n" : "1,A,Tas,5,2010-12-01 08:26,1,,UK\n";
  const auto plan = past_sales(shop, csv);
  REQUIRE(plan.counts.refused.size() == 1);
  CHECK(plan.counts.refused[0].row == 14);
  CHECK(plan.counts.refused[0].reason == Problem{ProblemCode::CsvCellCount, {std::int64_t{7}, std::int64_t{8}}});
}

TEST_CASE("the programs that makers come from are read by their own headers") {
  TestShop shop;
  shop.profile.currency = "USD";
  shop.profile.language = "en";
  const auto shopify = products(shop,
                                "Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Value,Variant "
                                "SKU,Variant Price,Variant Barcode,Image Src\n"
                                "scarf,Scarf,<p>soft</p>,Me,Knits,Colour,Red,M,S-R,20.00,,a.jpg\n"
                                "scarf,,,,,,Blue,M,S-B,22.00,,\n"
                                "scarf,,,,,,,,,,,b.jpg\n"
                                "cup,Cup,,Me,Clay,Title,Default Title,,C1,9.5,,\n");
  check_counts(shopify.counts, 3, 0, 0, 0);
  CHECK(shopify.counts.left_out == std::vector<std::int64_t>{4});
  const std::vector<Product>& cards = shopify.command.products.products;
  REQUIRE(cards.size() == 4);
  CHECK(cards[0].option_names == std::vector<std::string>{"Colour", "Variant 2"});
  CHECK(cards[0].story == "soft");
  CHECK(cards[2].parent == cards[0].id);
  CHECK(cards[2].option_values == std::vector<std::string>{"Blue", "M"});
  CHECK(cards[2].price == Money{22'00});
  CHECK(cards[3].name == "Cup");
  CHECK(cards[3].option_values.empty());
  const auto loyverse = products(shop,
                                 "Handle,SKU,Name,Category,Option 1 value,Cost,Price [Main street]\n"
                                 "soap,10001,Soap,Bath,,1.10,variable\n"
                                 "mug,10002,Mug,Clay,,2,\"1,250.50\"\n");
  check_counts(loyverse.counts, 2, 0, 0, 0);
  CHECK(loyverse.command.products.products[0].open_price);
  CHECK(loyverse.command.products.products[1].price == Money{125'050});
  CHECK(loyverse.command.products.products[1].cost == Money{2'00});
}

TEST_CASE("our own export of products comes back as the same products") {
  TestShop shop;
  shop.profile.currency = "EUR";
  Product parent{.name = "Schal", .price = Money{20'00}, .option_names = {"Farbe"}};
  Product red{.code = "S-R", .name = "Schal", .price = Money{20'00}, .option_values = {"Rot"}};
  REQUIRE(shop.execute(CatalogCommand(SaveProduct{parent, {red}, {}})).has_value());
  Product odd{.code = "=1+1", .name = "+Formel; \"so\"", .price = Money{1'250'50}, .cost = Money{5}, .story = "a\nb"};
  REQUIRE(shop.execute(CatalogCommand(SaveProduct{odd, {}, {}})).has_value());
  const std::string csv = export_csv(shop.database, shop.profile, ExportTable::Products);
  CHECK(csv.find("\n'=1+1,\"'+Formel; \"\"so\"\"\",1250.50,0.05,") != std::string::npos);
  const auto plan = products(shop, csv);
  check_counts(plan.counts, 0, 0, 2, 0);
}

// ---- customers ----

TEST_CASE("customers are known by their phone, else by their name") {
  TestShop shop;
  const std::string csv =
      "Nama,HP,Kota,Label\n"
      "Wulan,0812-3456-7890,Sleman,\"suka biru, reseller\"\n"
      "Bu Melati,,,\n"
      ",+65 8123 4567,,\n";
  auto plan = customers(shop, csv);
  check_counts(plan.counts, 3, 0, 0, 0);
  REQUIRE(shop.execute(PeopleCommand(plan.command)).has_value());
  check_counts(customers(shop, csv).counts, 0, 0, 3, 0);

  plan = customers(shop, "First Name,Last Name,Phone,City\nWulan,Sari,'+6281234567890,Bantul\nBu Melati,,,\n");
  check_counts(plan.counts, 0, 1, 1, 0);
  CHECK(plan.command.contacts[0].name == "Wulan Sari");
  CHECK(plan.command.contacts[0].tags.size() == 2);

  plan = customers(shop, "name,phone\n,\nX,12\nY,0812-3456-7891\nZ,0812-3456-7891\n");
  REQUIRE(plan.counts.refused.size() == 2);  // the row without anything is a blank line
  CHECK(plan.counts.refused[0].reason.code == ProblemCode::PhoneIncomplete);
  CHECK(plan.counts.refused[1].reason ==
        Problem{ProblemCode::CsvTwiceInFile, {std::string("+6281234567891"), std::int64_t{4}}});
}

// ---- past sales ----

constexpr std::string_view invoices =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
    "536365,85123A,WHITE HEART ,6,2010-12-01 08:26:00,2.55,17850.0\n"
    "536366,22633,HAND WARMER,6,2010-12-01 08:28:00,1.85,\n"
    "536365,85123a,WHITE HEART,2,2010-12-01 08:27:00,0.001,17850.0\n"
    "C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0\n"
    "536589,21777,,-10,2010-12-01 16:50:00,0,\n"
    "536365,22633,Refunded here,-1,2010-12-01 08:27:00,1.85,17850.0\n"
    "536590,71053,,3,2010-12-01 17:00:00,0,\n";

TEST_CASE("invoices become sales, refunds and corrections, wherever their lines stand") {
  TestShop shop;
  shop.profile.currency = "GBP";
  shop.profile.zone = "Europe/London";
  const auto plan = past_sales(shop, invoices);
  check_counts(plan.counts, 7, 0, 0, 0);
  const auto& sales = plan.command.sales;
  REQUIRE(sales.size() == 5);
  CHECK(sales[0].number == "536365");
  CHECK(sales[0].customer == "17850");
  CHECK(Zone().local(sales[0].at) == LocalTime{Date::of(2010, 12, 1), 8, 26, 0});
  REQUIRE(sales[0].lines.size() == 2);
  CHECK(sales[0].lines[0].name == "WHITE HEART ");
  CHECK(sales[0].lines[0].amount == Money{15'30});
  CHECK(sales[0].lines[1].code == "85123a");
  CHECK(sales[0].lines[1].amount == Money{0});
  CHECK(sales[1].number == "536365");  // the line that came back
  CHECK(sales[1].lines[0].amount == Money{-1'85});
  CHECK(sales[3].number == "C536379");
  CHECK(sales[3].lines[0].quantity == -Quantity::of(1));
  CHECK(sales[4].lines[0].name == "71053");
  REQUIRE(plan.command.corrections.size() == 1);
  CHECK(plan.command.corrections[0].number == "536589");
  CHECK(plan.command.corrections[0].quantity == -Quantity::of(10));
}

TEST_CASE("amounts of past sales are rounded half away from zero, line by line") {
  TestShop shop;
  shop.profile.currency = "GBP";
  const auto plan = past_sales(shop,
                               "number,code,quantity,time,price\n1,A,1,2011-01-01,0.005\n1,A,3,2011-01-01,0.335\n"
                               "2,A,-1,2011-01-01,0.005\n3,A,0.5,2011-01-01,0.03\n");
  CHECK(plan.command.sales[0].lines[0].amount == Money{1});
  CHECK(plan.command.sales[0].lines[1].amount == Money{1'01});
  CHECK(plan.command.sales[1].lines[0].amount == Money{-1});
  CHECK(plan.command.sales[2].lines[0].amount == Money{2});
}

TEST_CASE("each bad row of past sales is named with its reason") {
  TestShop shop;
  shop.profile.currency = "GBP";
  const auto plan = past_sales(shop,
                               "number,code,name,quantity,time,price,currency\n"
                               "1,A,ok,1,2011-01-01,1,GBP\n"
                               "1,A,x,0,2011-01-01,1,GBP\n"
                               "1,A,x,lots,2011-01-01,1,GBP\n"
                               "1,A,x,1,someday,1,GBP\n"
                               "1,A,x,1,2011-01-01,free,GBP\n"
                               "1,A,x,1,2011-01-01,,GBP\n"
                               ",A,x,1,2011-01-01,1,GBP\n"
                               "1,A,x,1,2011-01-01,1,EUR\n"
                               "1,,,1,2011-01-01,1,GBP\n"
                               "1,A,x,999999999,2011-01-01,999999999,GBP\n"
                               "1,A,x,12345678901234567890,2011-01-01,1,GBP\n");
  std::vector<ProblemCode> reasons;
  for (const RefusedRow& row : plan.counts.refused) reasons.push_back(row.reason.code);
  CHECK(reasons == std::vector{ProblemCode::QuantityZero, ProblemCode::NotAQuantity, ProblemCode::NotADate,
                               ProblemCode::NotAnAmount, ProblemCode::CsvCellEmpty, ProblemCode::CsvCellEmpty,
                               ProblemCode::CsvCurrencyDiffers, ProblemCode::CsvCellEmpty, ProblemCode::AmountTooLarge,
                               ProblemCode::QuantityTooLarge});
}

TEST_CASE("a file with amounts instead of prices is read too") {
  TestShop shop;
  shop.profile.currency = "USD";
  const auto plan =
      past_sales(shop, "Date,Receipt number,SKU,Item,Quantity,Net sales\n1/15/23 3:45 PM,1-1001,S,Soap,2,$9.99\n");
  REQUIRE(plan.command.sales.size() == 1);
  CHECK(plan.command.sales[0].lines[0].amount == Money{9'99});
  CHECK(plan.command.sales[0].lines[0].price == Money{5'00});
  CHECK(shop.zone.local(plan.command.sales[0].at).date == Date::of(2023, 1, 15));
}

// ---- the real ones, where they are ----

const std::filesystem::path shared = std::filesystem::path(LAPAK_SOURCE_DIR).parent_path() / "shared" / "data";

bool is_there(const char* name) {
  if (std::filesystem::exists(shared / name)) return true;
  MESSAGE("did not run: ", (shared / name).string(), " is not here");
  return false;
}

std::string unpacked(const char* name) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(("xz -dc '" + (shared / name).string() + "'").c_str(), "r"),
                                                   ::pclose);
  REQUIRE(pipe != nullptr);
  std::string bytes;
  for (char block[65'536]; const std::size_t size = std::fread(block, 1, sizeof block, pipe.get());)
    bytes.append(block, size);
  return bytes;
}

TEST_CASE("half a year of a real wholesaler is planned to the penny") {
  if (!is_there("retail-2010-12-to-2011-05.csv.xz")) return;
  TestShop shop;
  shop.profile.currency = "GBP";
  shop.profile.zone = "Europe/London";
  const auto plan = past_sales(shop, unpacked("retail-2010-12-to-2011-05.csv.xz"));
  check_counts(plan.counts, 209'029, 0, 0, 0);
  CHECK(plan.command.sales.size() == 8'455 + 1'677);
  CHECK(plan.command.corrections.size() == 651);
  std::map<std::string, std::int64_t> months, days;
  std::int64_t net = 0;
  std::size_t longest = 0;
  for (const ImportedSale& sale : plan.command.sales) {
    const std::string day = Zone::named("Europe/London")->local(sale.at).date.iso();
    longest = std::max(longest, sale.lines.size());
    for (const ImportedLine& line : sale.lines) {
      net += line.amount.minor;
      days[day] += line.amount.minor;
      months[day.substr(0, 7)] += line.amount.minor;
    }
  }
  CHECK(net == 370'682'764);
  CHECK(days["2010-12-01"] == 5'863'556);
  CHECK(days["2011-05-31"] == 2'196'796);
  CHECK(months == std::map<std::string, std::int64_t>{{"2010-12", 74'895'702},
                                                      {"2011-01", 56'000'026},
                                                      {"2011-02", 49'806'265},
                                                      {"2011-03", 68'326'708},
                                                      {"2011-04", 49'320'712},
                                                      {"2011-05", 72'333'351}});
  CHECK(longest == 675);
}

TEST_CASE("a real list of products comes in whole and only once") {
  if (!is_there("products-real.csv")) return;
  TestShop shop;
  shop.profile.currency = "GBP";
  SystemFiles files;
  const std::string csv = *files.read(shared / "products-real.csv", 1u << 20);
  auto plan = products(shop, csv);
  check_counts(plan.counts, 3'782, 0, 0, 0);
  REQUIRE(shop.execute(StockCommand(std::move(plan.command))).has_value());
  CHECK(find_product_by_code(shop.database, "22827")->price == Money{165'00});
  check_counts(products(shop, csv).counts, 0, 0, 3'782, 0);
}

}  // namespace
}  // namespace lapak
