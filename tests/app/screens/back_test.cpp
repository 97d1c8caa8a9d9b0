// The screens behind the stall: items typed in, stock, and a day from its float to its close.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/screens/end_of_day.h"
#include "app/screens/product_editor.h"
#include "app/screens/stock.h"
#include "core/catalog/photo.h"
#include "core/catalog/product_store.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/app/screens/demo_stand.h"

namespace lapak::test {
namespace {

void type_item(DemoStand& s, std::string_view name, std::initializer_list<std::string_view> price_keys) {
  s.tap("save");  // "+ Barang" of the list
  s.tap("name");
  s.rig.type(name);
  s.tap("price");
  for (const std::string_view key : price_keys) s.tap(fmt::format("number.key.{}", key));
  s.tap("number.ok");
}

Product named(const Shop& shop, std::string_view name) {
  const StockView found = stock_list(shop.facts(), {.search = std::string(name), .today = shop.today()});
  REQUIRE(found.rows.size() == 1);
  return *find_product(shop.facts(), found.rows.front().id);
}

}  // namespace

TEST_CASE("three items are typed in with name, price and opening stock") {
  DemoStand s(make_stock_screen, Filling::Bare);
  s.begin();
  type_item(s, "Tas rajut", {"8", "5", "zeros"});
  s.tap("stock.plus");
  s.tap("stock.plus");
  s.tap("save");
  type_item(s, "Lilin", {"4", "5", "zeros"});
  s.tap("save");
  type_item(s, "Anting", {"3", "5", "zeros"});
  s.tap("save");
  CHECK(stock_list(s.shop->facts(), {.today = s.shop->today()}).all_count == 3);
  const Product bag = named(*s.shop, "Tas rajut");
  CHECK(bag.price == Money{85'000});
  CHECK(on_hand(s.shop->facts(), bag.id) == Quantity::of(2));
  CHECK(s.rig.has("row.2"));
}

TEST_CASE("an item without a price is not saved, and the page says what is missing") {
  DemoStand s(make_stock_screen, Filling::Bare);
  s.begin();
  s.tap("save");
  s.tap("name");
  s.rig.type("Tas");
  s.tap("save");
  CHECK(s.rig.has("price.error"));
  CHECK(stock_list(s.shop->facts(), {.today = s.shop->today()}).all_count == 0);
}

TEST_CASE("colours make variants that have ids, prices and first pieces of their own") {
  DemoStand s(make_stock_screen, Filling::Bare);
  s.begin();
  type_item(s, "Syal", {"5", "0", "zeros"});
  s.tap("variants");
  s.tap("new_option.0");
  s.rig.type("Merah");
  s.tap("option.ok");
  s.rig.type("Biru");
  s.tap("option.done");
  s.tap("variant.1.stock.plus");
  s.tap("save");  // back to the item
  s.tap("save");
  const StockView rows = stock_list(s.shop->facts(), {.search = "Syal", .today = s.shop->today()});
  REQUIRE(rows.rows.size() == 2);
  Quantity all;
  for (const StockRow& row : rows.rows) all += row.on_hand;
  CHECK(all == Quantity::of(1));
}

TEST_CASE("an item is sold without tax where the shop takes one") {
  DemoStand s(make_stock_screen, Filling::Bare);
  Profile profile = s.shop->profile();
  profile.tax_rates = {{.tax_class = {}, .name = "PPN", .rate = {11, 100}, .included = false, .valid_from = Date{0}}};
  REQUIRE(s.shop->execute(ProfileCommand(SaveProfile{profile})));
  s.begin();
  type_item(s, "Buku", {"5", "0", "zeros"});
  s.tap("taxed");
  s.tap("save");
  const Product book = named(*s.shop, "Buku");
  CHECK(tax_rate_on(s.shop->profile().tax_rates, book.tax_class, s.shop->today()) == nullptr);
  s.tap("row.0");
  s.tap("taxed");
  s.tap("save");
  CHECK(named(*s.shop, "Buku").tax_class.empty());
}

TEST_CASE("pieces come in by the sheet, and the toast takes them back") {
  DemoStand s(make_stock_screen, Filling::Bare);
  s.begin();
  type_item(s, "Lilin", {"9", "zeros"});
  s.tap("save");
  s.tap("row.0.more");
  s.tap("stock.5");
  s.tap("stock.ok");
  const Product candle = named(*s.shop, "Lilin");
  CHECK(on_hand(s.shop->facts(), candle.id) == Quantity::of(5));
  s.tap("toast.action");
  CHECK(on_hand(s.shop->facts(), candle.id) == Quantity{});
}

TEST_CASE("what is sold by the metre is taken in by the metre; a bag comes whole") {
  DemoStand s(make_stock_screen, Filling::Bare);
  s.begin();
  type_item(s, "Kain", {"9", "zeros"});
  s.tap("stock.plus");
  s.tap("save");
  s.tap("row.0.more");
  CHECK_FALSE(s.rig.has("stock.separator"));
  s.tap("stock.close");
  const Product cloth = named(*s.shop, "Kain");
  REQUIRE(s.shop->execute(MoveStock{cloth.id, MovementKind::OwnUse, Quantity{250}, {}}));
  s.rig.wait(0.3);
  s.tap("row.0.more");
  for (const char* key : {"stock.1", "stock.2", "stock.separator", "stock.5"}) s.tap(key);
  CHECK(s.rig.text_of("stock.pieces") == "12,5");
  s.tap("stock.ok");
  CHECK(on_hand(s.shop->facts(), cloth.id) == Quantity{13'250});
  CHECK(s.rig.text_of("toast") == "Kain: 12,5 masuk");
  // The editor shows the parts, and leaves them where nothing is typed.
  s.tap("row.0");
  CHECK(s.rig.text_of("stock.qty") == "13,25");
  s.tap("stock.qty");
  for (const char* key : {"number.key.7", "number.key.separator", "number.key.5", "number.ok"}) s.tap(key);
  s.tap("save");
  CHECK(on_hand(s.shop->facts(), cloth.id) == Quantity{7'500});
}

TEST_CASE("a dropped photo is turned, taken away, and kept as it was turned") {
  DemoStand s(make_stock_screen, Filling::OnDisk);
  Pixels wide{.width = 640, .height = 320, .bytes = std::vector<std::uint8_t>(640 * 320 * 3, 120)};
  s.files.replace(s.folder / "tas.jpg", encode_jpeg(wide));
  s.begin();
  type_item(s, "Tas", {"9", "zeros"});
  CHECK_FALSE(s.rig.has("photo.turn"));
  s.app->dropped(s.folder / "tas.jpg");
  s.finish_work();
  s.tap("photo.turn");
  s.finish_work();
  s.tap("save");
  const auto kept = [&] { return jpeg_size(photo_jpeg(s.shop->facts(), named(*s.shop, "Tas").photo)); };
  CHECK(kept().width == 320);
  CHECK(kept().height == 640);
  // A photo that the shop keeps already.
  s.finish_work();
  s.tap("row.0");
  s.tap("photo.turn");
  s.finish_work();
  s.tap("save");
  CHECK(kept().width == 640);
  s.tap("row.0");
  s.tap("photo.remove");
  s.tap("save");
  CHECK(named(*s.shop, "Tas").photo.empty());
}

TEST_CASE("a day is opened with a float, money goes out, the drawer is counted with a difference, and the day closes") {
  DemoStand s(make_end_of_day_screen, Filling::Bare);
  s.begin();
  s.tap("save");    // open the day
  s.tap("note.1");  // 50.000
  s.tap("pad.4");
  CHECK(s.rig.text_of("float") == "Rp 200.000");
  s.tap("save");
  REQUIRE(day_view(s.shop->facts()).is_open);
  CHECK(day_view(s.shop->facts()).expected == Money{200'000});

  s.tap("move");
  s.tap("move.2");
  s.tap("move.5");
  s.tap("move.zeros");
  s.tap("move.why.0");
  s.tap("move.ok");
  CHECK(day_view(s.shop->facts()).expected == Money{175'000});

  s.tap("save");  // not counted yet: leads to the count
  s.tap("note.1");
  s.tap("pad.3");
  CHECK(s.rig.text_of("counted") == "Rp 150.000");
  CHECK(s.rig.text_of("difference") == "\u221225.000");
  s.tap("reason");
  s.rig.type("salah kembali");
  s.tap("save");
  CHECK(day_view(s.shop->facts()).is_open);
  s.tap("save");
  const DayView day = day_view(s.shop->facts());
  CHECK_FALSE(day.is_open);
  CHECK(day.counted == Money{150'000});
  CHECK(day.difference_reason == "salah kembali");
}

TEST_CASE("a closed day opens again only after it was asked") {
  DemoStand s(make_end_of_day_screen, Filling::Bare);
  REQUIRE(s.shop->execute(OpenDay{}));
  REQUIRE(s.shop->execute(CloseDay{}));
  s.begin();
  s.tap("reopen");
  s.tap("reopen.ask.safe");
  CHECK_FALSE(day_view(s.shop->facts()).is_open);
  s.tap("reopen");
  s.tap("reopen.ask.risky");
  CHECK(day_view(s.shop->facts()).is_open);
}

TEST_CASE("the screens behind the stall fit in every look") {
  DemoStand s(make_stock_screen);
  s.begin();
  s.check_fits_in_every_look("stock");
  s.tap("row.0.more");
  s.check_fits_in_every_look("stock sheet");
  s.tap("stock.close");
  s.tap("row.1");
  s.check_fits_in_every_look("item");
  s.tap("variants");
  s.check_fits_in_every_look("variants");
}

TEST_CASE("the drawer's screens fit in every look") {
  DemoStand s(make_end_of_day_screen);
  s.begin();
  s.check_fits_in_every_look("closed day");
  s.tap("save");
  s.check_fits_in_every_look("open day");
  s.tap("save");
  s.check_fits_in_every_look("day");
  s.tap("move");
  s.check_fits_in_every_look("cash move");
  s.tap("move.close");
  s.tap("step.1");
  s.check_fits_in_every_look("count");
}

}  // namespace lapak::test
