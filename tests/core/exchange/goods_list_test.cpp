// exchange: lists of goods from other programs: their headers as those programs export them, and the traps in them.
#include "core/exchange/goods_list.h"

#include <doctest/doctest.h>

#include "core/catalog/product_store.h"
#include "core/exchange/export.h"
#include "core/stock/stock_json.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

constexpr std::string_view kShopify2017 =
    R"csv(Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / AdWords Grouping,Google Shopping / AdWords Labels,Google Shopping / Condition,Google Shopping / Custom Product,Google Shopping / Custom Label 0,Google Shopping / Custom Label 1,Google Shopping / Custom Label 2,Google Shopping / Custom Label 3,Google Shopping / Custom Label 4,Variant Image,Variant Weight Unit
scarf,Scarf,"<p>Soft &amp; ""warm""</p>
<p>wool</p>",Me,Knits,,,Colour,Red,,,,,S-R,,,3,,,20.00,,,,4006381333931,,,,,,,,,,,,,,,,,,,,
scarf,,,,,,,,Blue,,,,,S-B,,,-1,,,22.00,,,,,,,,,,,,,,,,,,,,,,,,
scarf,,,,,,,,,,,,,,,,,,,,,,,,https://cdn.example/b.jpg,,,,,,,,,,,,,,,,,,,
cup,Cup,,,Clay,,,Title,Default Title,,,,,C1,,,7,,,9.50,,,,,,,,,,,,,,,,,,,,,,,,
)csv";

constexpr std::string_view kShopify2025 =
    R"csv(Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Option3 name,Option3 value,Option3 Linked To,Price,Compare-at price,Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,Unit price base measure,Unit price base measure unit,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,SEO description,Color (product.metafields.shopify.color-pattern),Google Shopping / Google product category,Google Shopping / Gender,Google Shopping / Age group,Google Shopping / Manufacturer part number (MPN),Google Shopping / Ad group name,Google Shopping / Ads labels,Google Shopping / Condition,Google Shopping / Custom product,Google Shopping / Custom label 0,Google Shopping / Custom label 1,Google Shopping / Custom label 2,Google Shopping / Custom label 3,Google Shopping / Custom label 4
Scarf,scarf,Wool â€“ warm,Me,Apparel > Scarves,Knits,,,,S-R,,Colour,Red,,,,,,,,20.00,,8,,,,,,,,3,,,,,,,,,,,,,,,,,,,,,,,,,,
,scarf,,,,,,,,S-B,,,Blue,,,,,,,,22.00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
)csv";

constexpr std::string_view kEtsyItalian =
    R"csv(TITOLO,DESCRIZIONE,PREZZO,CURRENCY_CODE,QUANTITÀ,TAG,MATERIALI,IMMAGINE1,IMMAGINE2,IMMAGINE3,IMMAGINE4,IMMAGINE5,IMMAGINE6,IMMAGINE7,IMMAGINE8,IMMAGINE9,IMMAGINE10,TIPO VARIANTE 1,NOME VARIANTE 1,VALORI VARIANTE 1,TIPO VARIANTE 2,NOME VARIANTE 2,VALORI VARIANTE 2,SKU
Tazza blu,"Fatta a mano
in gres",24.50,EUR,4,,,,,,,,,,,,,Colore,Smalto,"Blu,Verde",Taglia,Misura,"S,L","T-BS,T-BL,T-VS,T-VL"
Piatto,,30,EUR,2,,,,,,,,,,,,,,,,,,,P1
)csv";

constexpr std::string_view kEtsyGerman =
    R"csv(TITEL,BESCHREIBUNG,PREIS,CURRENCY_CODE,ANZAHL,TAGS,MATERIALIEN,BILD1,BILD2,BILD3,BILD4,BILD5,BILD6,BILD7,BILD8,BILD9,BILD10,TYP VARIANTE 1,NAME VARIANTE 1,WERTE VARIANTE 1,TYP VARIANTE 2,NAME VARIANTE 2,WERTE VARIANTE 2,SKU
Teller,,12.00,EUR,5,,,,,,,,,,,,,,,,,,,TE
)csv";

constexpr std::string_view kSquare2025 =
    R"csv(Token,Item Name,Variation Name,SKU,Description,Categories,Reporting Category,SEO Title,SEO Description,Permalink,GTIN,Square Online Item Visibility,Item Type,Weight (kg),Social Media Link Title,Social Media Link Description,Shipping Enabled,Self-serve Ordering Enabled,Delivery Enabled,Pickup Enabled,Price,Online Sale Price,Archived,Sellable,Contains Alcohol,Stockable,Skip Detail Screen in POS,Option Name 1,Option Value 1,Enabled LOCATION,Current Quantity LOCATION,New Quantity LOCATION,Stock Alert Enabled LOCATION,Stock Alert Count LOCATION,Price LOCATION,Tax - GST (5%)
AAA,Soap,Regular,SO,,Bath,,,,,,,,,,,,,,,5.00,,,,,,,,,,12,,,,,
BBB,Mug,Small,M-S,,,,,,,,,,,,,,,,,$8.00,,,,,,,,,,,,,,,
CCC,Mug,Large,M-L,,,,,,,,,,,,,,,,,variable,,,,,,,,,,,,,,,
)csv";

constexpr std::string_view kSquareOld =
    R"csv(﻿Token,Item Name,Description,Category,SKU,Variation Name,Price,Current Quantity,New Quantity,Stock Alert Enabled,Stock Alert Count,Modifier Set - Nr 1,Tax - Moms (25%)
AAA,Soap,,Bath,SO,Regular,5.00,12.0,,,,,
)csv";

constexpr std::string_view kLoyverse =
    R"csv(Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 value,Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track stock,Available for sale [STORE],Price [STORE],In stock [STORE],Low stock [STORE]
soap,10001,Soap,Bath,<p>olive</p>,,,,,,,,1.10,7.48485E+11,,,,,variable,,
mug,10002,Mug,,,,Size,S,,,,,,,,,,,"1,250.50",4,
mug,10003,,,,,,L,,,,,,,,,,,"1,400.00",0,
gift,10004,Gift box,,,,,,,,,,,,,,,,30,,
gift,,,,,,,,,,,,,,10001,2,,,,,
)csv";

constexpr std::string_view kWooCommerce =
    R"csv(ID,Type,SKU,Name,Published,Is featured?,Visibility in catalog,Short description,Description,Date sale price starts,Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,Backorders allowed?,Sold individually?,Weight (kg),Length (cm),Width (cm),Height (cm),Allow customer reviews?,Purchase note,Sale price,Regular price,Categories,Tags,Shipping class,Images,Download limit,Download expiry days,Parent,Grouped products,Upsells,Cross-sells,External URL,Button text,Position,Attribute 1 name,Attribute 1 value(s),Attribute 1 visible,Attribute 1 global,Attribute 2 name,Attribute 2 value(s),Attribute 2 visible,Attribute 2 global,Meta: _wpcom_is_markdown,Attribute 1 default,Attribute 2 default,Download 1 name,Download 1 URL,Download 2 name,Download 2 URL,Meta: _generate-sidebar-layout-meta
44,variable,HAT,Hat,,,,,<p>Felt</p>,,,,,,,,,,,,,,,,,,"Clothes > Hats, Sale",,,,,,,,,,,,,Size,"S, L",,,,,,,,,,,,,,
45,variation,HAT-S,Hat - S,,,,,,,,,,,3,,,,,,,,,,15,18,,,,,,,HAT,,,,,,,Size,S,,,,,,,,,,,,,,
46,variation,HAT-L,Hat - L,,,,,,,,,,,,,,,,,,,,,,19,,,,,,,id:44,,,,,,,Size,L,,,,,,,,,,,,,,
47,simple,PIN,Pin,,,,,,,,,,,,,,,,,,,,,,.5,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
48,grouped,,All,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"id:44, id:47",,,,,,,,,,,,,,,,,,,,,
49,variation,,Lost,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,id:99,,,,,,,,,,,,,,,,,,,,,,
)csv";

struct Stand : TestShop {
  Stand() {
    profile.currency = "EUR";
    profile.language = "en";
    write("furnish", {fact_of(PlaceSaved{Place{ids.next<Place>(), "Home", 0, {}, {}}})});
  }
  ImportPlan<TakeInProducts> plan(std::string_view csv) {
    const auto table = CsvTable::read(csv);
    REQUIRE(table.has_value());
    auto plan = plan_products(database, profile, ids, *table, {});
    REQUIRE(plan.has_value());
    return std::move(*plan);
  }
  // Plans, carries out, and finds nothing new in the same file.
  ImportCounts take_in(std::string_view csv) {
    auto first = plan(csv);
    REQUIRE(first.counts.refused.empty());
    REQUIRE(execute(StockCommand(first.command)).has_value());
    CHECK(plan(csv).is_empty());
    check_replay();
    return first.counts;
  }
  Product product(std::string_view code) const {
    const auto found = find_product_by_code(database, code);
    REQUIRE(found.has_value());
    return *found;
  }
  Product card_of(std::string_view code) const { return find_product(database, product(code).parent.value()).value(); }
};

Dialect dialect(std::string_view csv) {
  return dialect_of(CsvTable::read(csv).value());
}

}  // namespace

TEST_CASE("the program that a list comes from is known by its headers, whatever its version and language") {
  CHECK(dialect(kShopify2017) == Dialect::Shopify);
  CHECK(dialect(kShopify2025) == Dialect::Shopify);
  CHECK(dialect(kEtsyItalian) == Dialect::Etsy);
  CHECK(dialect(kEtsyGerman) == Dialect::Etsy);
  CHECK(dialect(kSquare2025) == Dialect::Square);
  CHECK(dialect(kSquareOld) == Dialect::Square);
  CHECK(dialect(kLoyverse) == Dialect::Loyverse);
  CHECK(dialect(kWooCommerce) == Dialect::WooCommerce);
  CHECK(dialect("Kode;Nama;Harga\na;Tas;1\n") == Dialect::Plain);
  for (const std::string_view csv : {kShopify2017, kEtsyGerman, kSquareOld, kLoyverse, kWooCommerce})
    CHECK(likely_kind(CsvTable::read(csv).value()) == ListKind::Items);
}

TEST_CASE("Shopify's rows of one handle are one product; pictures have rows of their own; stock below zero is none") {
  Stand shop;
  const ImportCounts counts = shop.take_in(kShopify2017);
  CHECK(counts.new_rows == 3);
  CHECK(counts.left_out == std::vector<std::int64_t>{4});
  const Product scarf = shop.card_of("S-B");
  CHECK(scarf.name == "Scarf");
  CHECK(scarf.story == "Soft & \"warm\"\n wool");
  CHECK(scarf.option_names == std::vector<std::string>{"Colour"});
  CHECK(find_category(shop.database, scarf.category.value())->name == "Knits");
  CHECK(shop.product("S-R").option_values == std::vector<std::string>{"Red"});
  CHECK(shop.product("S-R").barcode == "4006381333931");
  CHECK(on_hand(shop.database, shop.product("S-R").id) == Quantity::of(3));
  CHECK_FALSE(shop.product("S-B").tracked);
  CHECK(shop.product("C1").name == "Cup");
  CHECK_FALSE(shop.product("C1").parent.has_value());
  CHECK(on_hand(shop.database, shop.product("C1").id) == Quantity::of(7));
}

TEST_CASE("a later file of the same web shop changes what it says, adds what is new and leaves the counted stock") {
  Stand shop;
  shop.take_in(kShopify2017);
  const auto later = shop.plan(kShopify2025);
  CHECK(later.counts.new_rows == 0);
  CHECK(later.counts.changed_rows == 1);  // its cost, and the story of the card
  CHECK(later.counts.same_rows == 1);
  CHECK(later.counts.garbled == std::vector<std::int64_t>{2});
  CHECK(later.command.stock.empty());
}

TEST_CASE("Etsy's listing is one product with every combination of its two lists, in any language") {
  Stand shop;
  CHECK(shop.take_in(kEtsyItalian).new_rows == 5);
  CHECK(shop.card_of("T-VL").option_names == std::vector<std::string>{"Smalto", "Misura"});
  CHECK(shop.product("T-VL").option_values == std::vector<std::string>{"Verde", "L"});
  CHECK(shop.product("T-BS").price == Money{24'50});
  CHECK_FALSE(shop.product("T-BS").tracked);  // four pieces of which kind, the file does not say
  CHECK(on_hand(shop.database, shop.product("P1").id) == Quantity::of(2));
  CHECK(shop.take_in(kEtsyGerman).new_rows == 1);
  CHECK(shop.product("TE").name == "Teller");
}

TEST_CASE("Square's rows below each other are one item; its price may be asked for at the till") {
  Stand shop;
  CHECK(shop.take_in(kSquare2025).new_rows == 3);
  CHECK_FALSE(shop.product("SO").parent.has_value());
  CHECK(on_hand(shop.database, shop.product("SO").id) == Quantity::of(12));
  CHECK(shop.card_of("M-L").name == "Mug");
  CHECK(shop.product("M-S").price == Money{8'00});
  CHECK(shop.product("M-L").open_price);
  CHECK(shop.plan(kSquareOld).is_empty());
}

TEST_CASE("a barcode that a spreadsheet ruined is refused with the cure, and parts of sets are left out") {
  Stand shop;
  const auto plan = shop.plan(kLoyverse);
  REQUIRE(plan.counts.refused.size() == 1);
  CHECK(plan.counts.refused[0].row == 2);
  CHECK(plan.counts.refused[0].reason == Problem{ProblemCode::BarcodeRuined, {std::string("7.48485E+11")}});
  CHECK(plan.counts.new_rows == 3);
  CHECK(plan.counts.left_out == std::vector<std::int64_t>{6});
  std::string mended(kLoyverse);
  mended.replace(mended.find("7.48485E+11"), 11, "748485000001");
  shop.take_in(mended);
  CHECK(shop.product("10003").price == Money{1'400'00});
  CHECK(on_hand(shop.database, shop.product("10002").id) == Quantity::of(4));
  CHECK(shop.product("10001").open_price);
  CHECK(shop.product("10001").story == "olive");
}

TEST_CASE("WooCommerce's variations find their parent by code or number; what has none is refused") {
  Stand shop;
  const auto plan = shop.plan(kWooCommerce);
  REQUIRE(plan.counts.refused.size() == 1);
  CHECK(plan.counts.refused[0].reason == Problem{ProblemCode::ParentUnknown, {std::string("id:99")}});
  CHECK(plan.counts.left_out == std::vector<std::int64_t>{2, 6});
  const std::string whole(kWooCommerce.substr(0, kWooCommerce.find("49,variation")));
  CHECK(shop.take_in(whole).new_rows == 3);
  CHECK(shop.card_of("HAT-L").name == "Hat");
  CHECK(find_category(shop.database, shop.card_of("HAT-L").category.value())->name == "Clothes > Hats");
  CHECK(shop.product("HAT-S").price == Money{18'00});
  CHECK(on_hand(shop.database, shop.product("HAT-S").id) == Quantity::of(3));
  CHECK(shop.product("PIN").price == Money{50});
}

TEST_CASE("letters that were spoilt on the way are noticed, and those that are right are not") {
  CHECK(is_garbled("Wool â€“ warm"));
  CHECK(is_garbled("CafÃ©"));
  for (const char* right : {"Café – Ümlaut", "naïve «quoted» ½", "東京", "Ã", "100 %"}) CHECK_FALSE(is_garbled(right));
}

TEST_CASE("our own list comes back into an empty shop, and goes out the same byte for byte") {
  Stand first;
  Product card{.name = "Schal", .price = Money{20'00}, .story = "Zeile 1\nZeile 2", .option_names = {"Farbe", "Größe"}};
  const Product red{.code = "S-R",
                    .barcode = "4006381333931",
                    .name = "Schal",
                    .price = Money{20'00},
                    .cost = Money{8'05},
                    .option_values = {"Rot", "M"},
                    .low_mark = Quantity{1'500}};
  const Product blue{.name = "Schal", .price = Money{21'50}, .option_values = {"Blau", "L"}, .hidden = true};
  REQUIRE(first.execute(CatalogCommand(SaveProduct{card, {red, blue}, {}})).has_value());
  for (const char* name : {"=1+1", "'quoted", "Emoji 💐", "a,b;c", "Teller"}) {
    Product odd{
        .code = std::string("K") + name, .name = name, .price = Money{1'250'50}, .tracked = false, .favourite = true};
    odd.open_price = odd.name == "a,b;c";
    REQUIRE(first.execute(CatalogCommand(SaveProduct{odd, {}, {}})).has_value());
  }
  REQUIRE(first.execute(StockCommand(MoveStock{first.product("S-R").id, MovementKind::Received, Quantity{2'250}, ""}))
              .has_value());
  const auto comes_back = [&] {
    const std::string csv = export_csv(first.database, first.profile, ExportTable::Products);
    Stand second;
    second.take_in(csv);
    CHECK(export_csv(second.database, second.profile, ExportTable::Products) == csv);
    return csv;
  };
  CHECK(comes_back().find("made_of") == std::string::npos);
  // A set of a variant, of one without a code, and of one with an odd code.
  Product set{.name = "A set", .price = Money{30'00}};
  for (Rows rows = first.database.query("SELECT id FROM product WHERE option_names = '[]' ORDER BY id"); rows.next();)
    set.parts.push_back({rows.get<Id<Product>>(0), Quantity{1'500}});
  REQUIRE(first.execute(CatalogCommand(SaveProduct{set, {}, {}})).has_value());
  CHECK(comes_back().find("1.5 \"\"Schal · Blau · L\"\"") != std::string::npos);
}

}  // namespace lapak
