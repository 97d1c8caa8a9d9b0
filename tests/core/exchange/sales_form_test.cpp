// exchange: past sales from other programs: their headers as those programs export them, and the traps in them.
#include "core/exchange/sales_form.h"

#include <doctest/doctest.h>

#include <map>

#include "core/catalog/product_store.h"
#include "core/exchange/import.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

constexpr std::string_view kShopifyOrders =
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts "
    "Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created "
    "at,Lineitem "
    "quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem "
    "taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing "
    "Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping "
    "Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping "
    "Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded "
    "Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 "
    "Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 "
    "Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID";
constexpr std::string_view kEtsyItems =
    "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order "
    "Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship "
    "Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings "
    "Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU";
constexpr std::string_view kEtsyOrders =
    "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date "
    "Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon "
    "Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order "
    "Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment "
    "Type,InPerson Discount,InPerson Location,SKU";
constexpr std::string_view kSquareItems =
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net "
    "Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer "
    "ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment "
    "Note,Channel,Token,Card Brand,PAN Suffix";
constexpr std::string_view kSquareTransactions =
    "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total "
    "Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Other Tender "
    "Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff "
    "ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Device "
    "Nickname";
constexpr std::string_view kLoyverseReceipts =
    "Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Total collected,Cost of goods,Gross "
    "profit,Payment type,Description,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Status";
constexpr std::string_view kLoyverseItems =
    "Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net "
    "sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,Cashier name,Customer name,Customer "
    "contacts,Comment,Status";

// A row by the headers of its program; what is not said is empty.
using Row = std::map<std::string_view, std::string_view>;

std::string file_of(std::string_view header, const std::vector<Row>& rows) {
  std::string csv = std::string(header) + "\n";
  for (const Row& row : rows) {
    std::size_t said = 0;
    for (std::string_view rest = header; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      if (const auto cell = row.find(name); cell != row.end()) {
        ((csv += '"') += cell->second) += '"';
        ++said;
      }
      csv += rest.empty() ? '\n' : ',';
    }
    REQUIRE(said == row.size());
  }
  return csv;
}

struct Stand : TestShop {
  Stand() {
    profile.currency = "EUR";
    profile.language = "en";
  }
  ImportPlan<ImportSales> plan(const std::string& csv) {
    const auto table = CsvTable::read(csv);
    REQUIRE(table.has_value());
    auto plan = plan_sales(database, profile, *table, {});
    REQUIRE(plan.has_value());
    return std::move(*plan);
  }
  // Plans, carries out, and finds nothing new in the same file.
  ImportPlan<ImportSales> take_in(const std::string& csv) {
    auto first = plan(csv);
    REQUIRE(first.counts.refused.empty());
    const auto count = decide_import(first.command, deciding(),
                                     [&](Decision&& decision) { write(decision.outcome.kind, decision.facts); });
    REQUIRE(count.has_value());
    const auto again = plan(csv);
    CHECK(again.is_empty());
    CHECK(again.counts.refused.empty());
    CHECK(database.value<std::int64_t>("SELECT count(*) FROM movement") == 0);
    check_replay();
    return first;
  }
};

SalesForm form(std::string_view header) {
  return sales_form_of(CsvTable::read(std::string(header) + "\n").value());
}

}  // namespace

TEST_CASE("the program that past sales come from is known by their headers") {
  CHECK(form(kShopifyOrders) == SalesForm::ShopifyOrders);
  CHECK(form(kEtsyItems) == SalesForm::EtsyItems);
  CHECK(form(kEtsyOrders) == SalesForm::EtsyOrders);
  CHECK(form(kSquareItems) == SalesForm::SquareItems);
  CHECK(form(kSquareTransactions) == SalesForm::SquareTransactions);
  CHECK(form(kLoyverseItems) == SalesForm::LoyverseItems);
  CHECK(form(kLoyverseReceipts) == SalesForm::LoyverseReceipts);
  CHECK(form("number,code,quantity,time,price") == SalesForm::Plain);
  for (const std::string_view header : {kShopifyOrders, kEtsyItems, kSquareItems, kSquareTransactions, kLoyverseItems,
                                        kLoyverseReceipts, std::string_view("number,code,quantity,time,price")})
    CHECK(likely_kind(CsvTable::read(std::string(header) + "\n").value()) == ListKind::Sales);
}

TEST_CASE("an order of Shopify with many rows is one sale, with its discount shared out and its shipping a line") {
  Stand shop;
  const Row first{{"Name", "#1001"},           {"Financial Status", "paid"},
                  {"Currency", "EUR"},         {"Subtotal", "45.00"},
                  {"Shipping", "4.90"},        {"Total", "49.90"},
                  {"Discount Amount", "5.00"}, {"Created at", "2026-03-04 11:20:30 +0100"},
                  {"Lineitem quantity", "2"},  {"Lineitem name", "Scarf - Red"},
                  {"Lineitem price", "20.00"}, {"Lineitem sku", "S-R"},
                  {"Billing Name", "Ana"}};
  const Row second{{"Name", "#1001"},
                   {"Created at", "2026-03-04 11:20:30 +0100"},
                   {"Lineitem quantity", "1"},
                   {"Lineitem name", "Mug"},
                   {"Lineitem price", "10.00"}};
  const Row never_paid{
      {"Name", "#1002"},          {"Financial Status", "voided"}, {"Created at", "2026-03-05 11:20:30 +0100"},
      {"Lineitem quantity", "1"}, {"Lineitem name", "Mug"},       {"Lineitem price", "10.00"}};
  const auto plan = shop.take_in(file_of(kShopifyOrders, {first, second, never_paid}));
  CHECK(plan.counts.new_rows == 2);
  CHECK(plan.counts.left_out == std::vector<std::int64_t>{4});
  REQUIRE(plan.command.sales.size() == 1);
  const ImportedSale& sale = plan.command.sales[0];
  CHECK(sale.source == "shopify");
  CHECK(sale.number == "#1001");
  CHECK(sale.customer == "Ana");
  CHECK(Zone().local(sale.at) == LocalTime{Date::of(2026, 3, 4), 10, 20, 30});
  REQUIRE(sale.lines.size() == 3);
  CHECK(sale.lines[0].code == "S-R");
  CHECK(sale.lines[0].quantity == Quantity::of(2));
  CHECK(sale.lines[0].price == Money{20'00});
  CHECK(sale.lines[0].amount == Money{36'00});
  CHECK(sale.lines[1].amount == Money{9'00});
  CHECK(sale.lines[2].name == "Shipping");
  CHECK(sale.lines[2].amount == Money{4'90});

  SUBCASE("what is given back later is a refund that the next file brings, and nothing else") {
    Row refunded = first;
    refunded["Financial Status"] = "refunded";
    refunded["Refunded Amount"] = "49.90";
    const auto later = shop.take_in(file_of(kShopifyOrders, {refunded, second}));
    CHECK(later.counts.new_rows == 0);
    CHECK(later.counts.changed_rows == 1);
    REQUIRE(later.command.sales.size() == 1);
    CHECK(later.command.sales[0].lines[0].quantity == -Quantity::of(2));
    CHECK(shop.database.value<Money>("SELECT sum(total) FROM sale") == Money{});
  }
  SUBCASE("a part of it given back is a line of its own") {
    Row refunded = first;
    refunded["Refunded Amount"] = "4.90";
    shop.take_in(file_of(kShopifyOrders, {refunded, second}));
    CHECK(shop.database.value<Money>("SELECT sum(total) FROM sale") == Money{45'00});
  }
  SUBCASE("an order that says something else than before is refused") {
    Row other = first;
    other["Shipping"] = "9.90";
    const auto plan_of_it = shop.plan(file_of(kShopifyOrders, {other, second}));
    REQUIRE(plan_of_it.counts.refused.size() == 1);
    CHECK(plan_of_it.counts.refused[0].row == 2);
    CHECK(plan_of_it.counts.refused[0].reason.code == ProblemCode::ImportedDifferently);
  }
}

TEST_CASE("Etsy's sold items come with month first, their own discount, and the order's shipping once") {
  Stand shop;
  const Row mug{{"Sale Date", "02/03/26"}, {"Item Name", "Mug"},       {"Buyer", "Ana"},           {"Quantity", "2"},
                {"Price", "12.50"},        {"Discount Amount", "2.5"}, {"Order Shipping", "6.00"}, {"Currency", "EUR"},
                {"Transaction ID", "31"},  {"Order ID", "9001"},       {"Variations", "Size:S"},   {"SKU", "M-S"}};
  const Row plate{{"Sale Date", "02/03/26"}, {"Item Name", "Plate"},   {"Buyer", "Ana"},    {"Quantity", "1"},
                  {"Price", "30"},           {"Discount Amount", "0"}, {"Currency", "EUR"}, {"Order Shipping", "6.00"},
                  {"Order ID", "9001"}};
  const Row in_dollars{{"Sale Date", "02/03/26"}, {"Item Name", "Plate"}, {"Quantity", "1"},
                       {"Price", "30"},           {"Currency", "USD"},    {"Order ID", "9002"}};
  const auto refused = shop.plan(file_of(kEtsyItems, {mug, plate, in_dollars}));
  REQUIRE(refused.counts.refused.size() == 1);
  CHECK(refused.counts.refused[0].row == 4);
  CHECK(refused.counts.refused[0].reason.code == ProblemCode::CsvCurrencyDiffers);

  const auto plan = shop.take_in(file_of(kEtsyItems, {mug, plate}));
  REQUIRE(plan.command.sales.size() == 1);
  const ImportedSale& sale = plan.command.sales[0];
  CHECK(sale.number == "9001");
  CHECK(shop.zone.local(sale.at).date == Date::of(2026, 2, 3));
  REQUIRE(sale.lines.size() == 3);
  CHECK(sale.lines[0].name == "Mug · Size:S");
  CHECK(sale.lines[0].amount == Money{22'50});
  CHECK(sale.lines[1].amount == Money{30'00});
  CHECK(sale.lines[2].amount == Money{6'00});
}

TEST_CASE("Etsy's file of whole orders is refused by the column that it lacks") {
  Stand shop;
  const auto plan =
      plan_sales(shop.database, shop.profile, CsvTable::read(std::string(kEtsyOrders) + "\n").value(), {});
  REQUIRE_FALSE(plan.has_value());
  CHECK(plan.error().code == ProblemCode::CsvColumnMissing);
}

TEST_CASE("Square's items and transactions come with their day and time, and refunds below zero") {
  Stand shop;
  const auto items = shop.take_in(file_of(kSquareItems, {{{"Date", "2026-01-02"},
                                                          {"Time", "15:45:00"},
                                                          {"Item", "Mug"},
                                                          {"Qty", "2.0"},
                                                          {"Price Point Name", "Small"},
                                                          {"SKU", "M-S"},
                                                          {"Net Sales", "€15.00"},
                                                          {"Transaction ID", "T1"},
                                                          {"Event Type", "Payment"}},
                                                         {{"Date", "2026-01-03"},
                                                          {"Time", "10:00:00"},
                                                          {"Item", "Mug"},
                                                          {"Qty", "-1.0"},
                                                          {"Price Point Name", "Regular"},
                                                          {"Net Sales", "-€7.50"},
                                                          {"Transaction ID", "T2"},
                                                          {"Event Type", "Refund"}}}));
  REQUIRE(items.command.sales.size() == 2);
  CHECK(items.command.sales[0].lines[0].name == "Mug · Small");
  CHECK(items.command.sales[0].lines[0].price == Money{7'50});
  CHECK(shop.zone.local(items.command.sales[0].at) == LocalTime{Date::of(2026, 1, 2), 15, 45, 0});
  CHECK(items.command.sales[1].lines[0].name == "Mug");
  CHECK(items.command.sales[1].lines[0].amount == Money{-7'50});

  Stand other;
  const auto whole = other.take_in(file_of(kSquareTransactions, {{{"Date", "2026-01-02"},
                                                                  {"Time", "15:45:00"},
                                                                  {"Net Sales", "15.00"},
                                                                  {"Tax", "1.50"},
                                                                  {"Total Collected", "16.50"},
                                                                  {"Fees", "-0.40"},
                                                                  {"Transaction ID", "T1"},
                                                                  {"Description", "2 x Mug (Small)"},
                                                                  {"Event Type", "Payment"}}}));
  REQUIRE(whole.command.sales.size() == 1);
  CHECK(whole.command.sales[0].lines[0].name == "2 x Mug (Small)");
  CHECK(whole.command.sales[0].lines[0].amount == Money{15'00});
}

TEST_CASE("Loyverse's receipts come by item or whole; what was cancelled is left out and refunds turn their sign") {
  Stand shop;
  const auto line = [](std::string_view number, std::string_view kind, std::string_view net, std::string_view status) {
    return Row{{"Date", "1/25/26 3:45 PM"},
               {"Receipt number", number},
               {"Receipt type", kind},
               {"SKU", "10001"},
               {"Item", "Soap"},
               {"Quantity", "1"},
               {"Net sales", net},
               {"Status", status}};
  };
  const auto items = shop.take_in(file_of(
      kLoyverseItems, {line("1-1001", "Sale", "9.99", "Closed"), line("1-1001", "Sale", "5.00", "Closed"),
                       line("1-1002", "Refund", "5.00", "Closed"), line("1-1003", "Sale", "3.00", "Cancelled")}));
  REQUIRE(items.command.sales.size() == 2);
  CHECK(items.command.sales[0].lines.size() == 2);
  CHECK(items.command.sales[1].lines[0].amount == Money{-5'00});
  CHECK(items.command.sales[1].lines[0].quantity == -Quantity::of(1));
  CHECK(items.counts.left_out == std::vector<std::int64_t>{5});
  CHECK(shop.zone.local(items.command.sales[0].at) == LocalTime{Date::of(2026, 1, 25), 15, 45, 0});

  Stand other;
  const auto whole = other.take_in(file_of(kLoyverseReceipts, {{{"Date", "2026-01-25 15:45"},
                                                                {"Receipt number", "1-1001"},
                                                                {"Receipt type", "Sale"},
                                                                {"Net sales", "14.99"},
                                                                {"Total collected", "14.99"},
                                                                {"Description", "2 x Soap"},
                                                                {"Customer name", "Ana"},
                                                                {"Status", "Closed"}}}));
  REQUIRE(whole.command.sales.size() == 1);
  CHECK(whole.command.sales[0].customer == "Ana");
  CHECK(whole.command.sales[0].lines[0].name == "2 x Soap");
}

TEST_CASE("numbers of two programs never meet, and each bad row is named with its reason") {
  Stand shop;
  shop.take_in(
      file_of(kLoyverseReceipts,
              {{{"Date", "2026-01-25 15:45"}, {"Receipt number", "1"}, {"Receipt type", "Sale"}, {"Net sales", "1"}}}));
  const Row good{{"Sale Date", "02/03/26"}, {"Item Name", "Mug"}, {"Quantity", "1"}, {"Price", "7"}, {"Order ID", "1"}};
  CHECK(shop.plan(file_of(kEtsyItems, {good})).counts.new_rows == 1);
  std::vector<Row> bad(4, good);
  bad[0]["Sale Date"] = "soon";
  bad[1]["Price"] = "a lot";
  bad[2]["Quantity"] = "0";
  bad[3]["Order ID"] = "";
  const auto plan = shop.plan(file_of(kEtsyItems, bad));
  std::vector<ProblemCode> reasons;
  for (const RefusedRow& row : plan.counts.refused) reasons.push_back(row.reason.code);
  CHECK(reasons == std::vector{ProblemCode::NotADate, ProblemCode::NotAnAmount, ProblemCode::QuantityZero,
                               ProblemCode::CsvCellEmpty});
}

}  // namespace lapak
