// exchange: the shop's goods as another program takes them in.
#include "core/exchange/dialect_export.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "core/base/files.h"
#include "core/catalog/product_store.h"
#include "core/exchange/import.h"
#include "core/stock/stock_json.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

constexpr std::array kPrograms{Dialect::Shopify, Dialect::Etsy, Dialect::Square, Dialect::Loyverse,
                               Dialect::WooCommerce};

struct Stand : TestShop {
  Stand() {
    profile.currency = "EUR";
    profile.language = "en";
    profile.name = "Mori & Sons";
    write("furnish", {fact_of(PlaceSaved{Place{ids.next<Place>(), "Home", 0, {}, {}}})});
  }
  void save(const Product& card, std::vector<Product> variants = {}) {
    REQUIRE(execute(CatalogCommand(SaveProduct{card, std::move(variants), {}})).has_value());
  }
  void move(MovementKind kind, std::string_view code, Quantity quantity) {
    const Id<Product> product = find_product_by_code(database, code).value().id;
    REQUIRE(execute(StockCommand(MoveStock{product, kind, quantity, ""})).has_value());
  }
  void sell_of_everything() {
    save({.code = "MUG",
          .barcode = "4006381333931",
          .name = "=Mug, \"blue\"",
          .price = Money{12'50},
          .cost = Money{4'00},
          .story = "Fired twice & glazed\nby hand"});
    save({.name = "Scarf", .price = Money{20'00}, .option_names = {"Colour"}},
         {{.code = "S-R", .name = "Scarf", .price = Money{20'00}, .option_values = {"Red"}},
          {.code = "S-B", .name = "Scarf", .price = Money{22'00}, .option_values = {"Blue"}},
          {.code = "S-H", .name = "Scarf", .price = Money{99'00}, .option_values = {"Hidden"}, .hidden = true}});
    save({.code = "SEW", .name = "Sewing", .price = Money{5'00}, .tracked = false});
    save({.code = "OLD", .name = "Old", .price = Money{1'00}, .hidden = true});
    move(MovementKind::Received, "MUG", Quantity{3'500});
    move(MovementKind::Received, "S-R", Quantity::of(2));
    move(MovementKind::Lost, "S-B", Quantity::of(4));
  }
  CsvTable table(Dialect dialect) { return CsvTable::read(goods_csv(database, profile, dialect)).value(); }
};

// The row of a code, by its headers.
std::map<std::string, std::string> row_of(const CsvTable& table, std::string_view header, std::string_view value) {
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::map<std::string, std::string> cells;
    for (std::size_t i = 0; i < table.header().size(); ++i) cells[table.header()[i]] = std::string(table.cell(row, i));
    if (cells[std::string(header)] == value) return cells;
  }
  FAIL("no row of ", std::string(value));
  return {};
}

}  // namespace

TEST_CASE("what goes out to a program is known as its own list, and says what the shop has") {
  for (const Dialect dialect : kPrograms) {
    CAPTURE(std::string(dialect_name(dialect)));
    Stand shop;
    shop.sell_of_everything();
    const CsvTable table = shop.table(dialect);
    CHECK(dialect_of(table) == dialect);
    const auto plan = plan_products(shop.database, shop.profile, shop.ids, table, {});
    REQUIRE(plan.has_value());
    CHECK(plan->counts.refused.empty());
    CHECK(plan->counts.new_rows == 0);
    // Etsy's listings have one price for all that varies.
    CHECK(plan->counts.changed_rows == (dialect == Dialect::Etsy ? 1 : 0));
    CHECK(goods_csv(shop.database, shop.profile, dialect).find("99.00") == std::string::npos);
  }
}

TEST_CASE("another shop that takes in what went out has the same goods and stock") {
  for (const Dialect dialect : {Dialect::Shopify, Dialect::Square, Dialect::Loyverse, Dialect::WooCommerce}) {
    CAPTURE(std::string(dialect_name(dialect)));
    Stand shop, other;
    shop.sell_of_everything();
    const auto plan = plan_products(other.database, other.profile, other.ids, shop.table(dialect), {});
    REQUIRE(plan.has_value());
    REQUIRE(plan->counts.refused.empty());
    REQUIRE(other.execute(StockCommand(plan->command)).has_value());
    const Product mug = find_product_by_code(other.database, "MUG").value();
    CHECK(mug.name == "=Mug, \"blue\"");
    CHECK(mug.price == Money{12'50});
    CHECK(mug.story == "Fired twice & glazed\nby hand");
    CHECK(on_hand(other.database, mug.id) == Quantity::of(3));
    const Product blue = find_product_by_code(other.database, "S-B").value();
    CHECK(blue.price == Money{22'00});
    CHECK(blue.option_values == std::vector<std::string>{"Blue"});
    CHECK(find_product(other.database, blue.parent.value())->name == "Scarf");
    CHECK_FALSE(find_product_by_code(other.database, "OLD").has_value());
  }
}

TEST_CASE("pieces go out whole, never below nothing, and not at all of what is not counted") {
  Stand shop;
  shop.sell_of_everything();
  const CsvTable shopify = shop.table(Dialect::Shopify);
  CHECK(row_of(shopify, "Variant SKU", "MUG")["Variant Inventory Qty"] == "3");
  CHECK(row_of(shopify, "Variant SKU", "S-B")["Variant Inventory Qty"] == "0");
  CHECK(row_of(shopify, "Variant SKU", "S-B")["Handle"] == "scarf");
  CHECK(row_of(shopify, "Variant SKU", "MUG")["Handle"] == "mug-blue");
  CHECK(row_of(shopify, "Variant SKU", "MUG")["Body (HTML)"] == "<p>Fired twice &amp; glazed<br>by hand</p>");
  CHECK(row_of(shopify, "Variant SKU", "SEW")["Variant Inventory Qty"].empty());
  CHECK(row_of(shopify, "Variant SKU", "SEW")["Variant Inventory Tracker"].empty());
  CHECK(row_of(shop.table(Dialect::Square), "SKU", "S-R")["New Quantity Mori & Sons"] == "2");
  CHECK(row_of(shop.table(Dialect::Loyverse), "SKU", "S-R")["In stock [Mori & Sons]"] == "2");
  CHECK(row_of(shop.table(Dialect::WooCommerce), "SKU", "S-B")["In stock?"] == "0");
  CHECK(row_of(shop.table(Dialect::WooCommerce), "SKU", "S-B")["Parent"] == "scarf");
  const auto listing = row_of(shop.table(Dialect::Etsy), "TITLE", "Scarf");
  CHECK(listing.at("QUANTITY") == "2");
  CHECK(listing.at("PRICE") == "20.00");
  CHECK(listing.at("VARIATION 1 VALUES") == "Red,Blue");
  CHECK(listing.at("SKU") == "S-R,S-B");
  CHECK(goods_csv(shop.database, shop.profile, Dialect::Shopify).find("\"'=Mug") != std::string::npos);
}

TEST_CASE("two choices are two lists of a listing where every pair is there, and one list where some are not") {
  Stand shop;
  const auto variant = [](const char* code, const char* colour, const char* size) {
    return Product{.code = code, .name = "Bag", .price = Money{9'00}, .option_values = {colour, size}};
  };
  const Product bag{.name = "Bag", .price = Money{9'00}, .option_names = {"Colour", "Size"}};
  shop.save(bag, {variant("RS", "Red", "S"), variant("RL", "Red", "L"), variant("BS", "Blue", "S"),
                  variant("BL", "Blue", "L")});
  auto listing = row_of(shop.table(Dialect::Etsy), "TITLE", "Bag");
  CHECK(listing["VARIATION 1 VALUES"] == "Red,Blue");
  CHECK(listing["VARIATION 2 NAME"] == "Size");
  CHECK(listing["VARIATION 2 VALUES"] == "S,L");
  Stand other;
  other.save(bag, {variant("RS", "Red", "S"), variant("BL", "Blue", "L")});
  listing = row_of(other.table(Dialect::Etsy), "TITLE", "Bag");
  CHECK(listing["VARIATION 1 NAME"] == "Colour / Size");
  CHECK(listing["VARIATION 1 VALUES"] == "Red / S,Blue / L");
  CHECK(listing["VARIATION 2 VALUES"].empty());
}

TEST_CASE("the headers that go out are those of the programs' own files") {
  const std::filesystem::path headers =
      std::filesystem::path(LAPAK_SOURCE_DIR).parent_path() / "shared" / "data" / "headers";
  if (!std::filesystem::exists(headers)) {
    MESSAGE("did not run: ", headers.string(), " is not here");
    return;
  }
  Stand shop;
  shop.profile.name = "LOCATION";
  constexpr std::array<std::pair<Dialect, const char*>, 5> files{{{Dialect::Shopify, "shopify_products_2020.csv"},
                                                                  {Dialect::Etsy, "etsy_listings_en.csv"},
                                                                  {Dialect::Square, "square_catalog_2025.csv"},
                                                                  {Dialect::Loyverse, "loyverse_export_items.csv"},
                                                                  {Dialect::WooCommerce, "woocommerce_products.csv"}}};
  for (const auto& [dialect, name] : files) {
    CAPTURE(name);
    if (dialect == Dialect::Loyverse) shop.profile.name = "STORE";
    const auto theirs = CsvTable::read(SystemFiles().read(headers / name, 1u << 20).value()).value().header();
    const auto ours = shop.table(dialect).header();
    // What the seller's own taxes and plugins add stands at the end of theirs.
    const bool has_more = dialect == Dialect::WooCommerce || dialect == Dialect::Square;
    const std::size_t shared_columns = dialect == Dialect::WooCommerce ? 47 : ours.size();
    REQUIRE(theirs.size() >= shared_columns);
    if (!has_more) CHECK(theirs.size() == ours.size());
    for (std::size_t i = 0; i < shared_columns; ++i) CHECK(ours[i] == theirs[i]);
  }
}

}  // namespace lapak
