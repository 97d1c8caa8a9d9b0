// Selling without a pointer: keys and the scanner alone (ux.md §4.3, §4.4).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/shop/jobs.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

// As a scanner does it: 10 ms a key, each in a frame of its own, so that the first keys are seen before it is known.
void scan_slowly(Stall& s, std::string_view code, double enter_after_s = 0.01) {
  s.rig.wait(0.5);
  for (const char c : code) {
    s.rig.stage().feed(CharEvent{static_cast<char32_t>(c), s.rig.now_s()});
    s.rig.frame(0.01);
  }
  s.rig.wait(enter_after_s);
  s.rig.stage().feed(KeyEvent{{.key = Key::Enter}, s.rig.now_s()});
  s.rig.wait(0.3);
  s.settle();
}

// Walks to a control as a hand at the keyboard would: by Tab.
void walk_to(Stall& s, std::string_view name) {
  constexpr int kMostSteps = 80;
  int steps = 0;
  while (s.rig.stage().keyboard().focus() != ControlId(name) && steps < kMostSteps) {
    s.key(Key::Tab);
    ++steps;
  }
  REQUIRE_MESSAGE(steps < kMostSteps, "Tab does not reach " << name);
}

}  // namespace

TEST_CASE("a sale is made by keys alone: search, arrow, Enter, pay, a note, the next") {
  Stall s;
  s.type("lilin");
  s.key(Key::Down);  // shows where the keyboard is: on the first that was found
  s.key(Key::Enter);
  REQUIRE(s.shop->cart().lines.size() == 1);
  CHECK(s.shop->cart().lines[0].name == "Lilin sereh");
  s.key(Key::F10);
  CHECK(s.rig.has("method.cash"));
  s.type("50000");
  CHECK(s.rig.text_of("change") == "Rp 5.000");
  s.key(Key::Enter);
  CHECK(s.rig.text_of("change") == "Rp 5.000");
  CHECK(last(s).payments[0].received == Money{50'000});
  s.key(Key::Enter);
  CHECK(s.rig.has("rail.sell"));
}

TEST_CASE("F9 takes exact cash, F6 holds, Shift+F6 shows what is held, F8 the discounts, F2 who buys, F4 the pad") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.key(Key::F6);
  CHECK(s.shop->held_carts().size() == 1);
  s.key(Key::F6, false, true);
  CHECK(s.rig.has("held.0"));
  walk_to(s, "held.0");
  s.key(Key::Enter);
  CHECK(s.shop->cart().lines.size() == 1);
  s.key(Key::F8);
  CHECK(s.rig.has("discount.10"));
  s.key(Key::Escape);
  s.key(Key::F2);
  CHECK(s.rig.has("customers.search"));
  s.key(Key::Escape);
  s.key(Key::Escape);
  s.key(Key::F4);
  s.type("5000");
  s.key(Key::Enter);
  CHECK(s.shop->cart_totals()->total == Money{90'000});
  s.key(Key::F9);
  CHECK(last(s).total == Money{90'000});
}

TEST_CASE("Enter never pays on Sell, and with the ring on a card it adds that card") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.key(Key::Enter);
  CHECK_FALSE(last_sale(s.shop->facts()));
  CHECK_FALSE(s.rig.has("method.cash"));
  walk_to(s, s.card("Gantungan kunci"));
  s.key(Key::Enter);
  CHECK(s.shop->cart().lines.size() == 2);
}

TEST_CASE("a sheet takes Enter and Esc from what had the ring under it") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  walk_to(s, "line.0");
  s.key(Key::Enter);
  CHECK(s.rig.has("line.ok"));
  s.key(Key::Enter);  // its main button
  CHECK_FALSE(s.rig.has("line.ok"));
  CHECK(s.shop->cart().lines[0].quantity == Quantity::of(1));
  s.key(Key::Enter);
  CHECK(s.rig.has("line.ok"));
  s.key(Key::Escape);
  CHECK_FALSE(s.rig.has("line.ok"));
}

TEST_CASE("Shift+Enter looks into a card as a long press does") {
  Stall s;
  walk_to(s, s.card("Tas rajut"));
  s.key(Key::Enter, false, true);
  CHECK(s.rig.text_of("peek.title") == "Tas rajut");
  s.key(Key::Enter);
  CHECK(s.shop->cart().lines.size() == 1);
}

TEST_CASE("arrows walk through a grid that is longer than the window") {
  Stall s;
  for (int i = 0; i < 40; ++i) {
    Product product;
    product.name = fmt::format("Barang {:02}", i);
    product.price = Money{1'000};
    REQUIRE(s.shop->execute(CatalogCommand(SaveProduct{product, {}, std::nullopt})));
  }
  s.settle();
  walk_to(s, "card.0");
  for (int i = 0; i < 8; ++i) s.key(Key::Down);
  CHECK(s.rig.stage().keyboard().focus() == ControlId("card.32"));
  const Control& card = s.rig.at("card.32");
  CHECK(card.visible.h == doctest::Approx(card.rect.h));
  for (int i = 0; i < 8; ++i) s.key(Key::Up);
  CHECK(s.rig.stage().keyboard().focus() == ControlId("card.0"));
}

TEST_CASE("Ctrl+K finds an item, a person, a receipt and a setting, and Enter goes there") {
  Stall s;
  REQUIRE(s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Ratna"}})));
  s.tap({s.card("Tas rajut"), "exact"});
  s.key(Key::K, true);
  s.type("boneka");
  CHECK(s.rig.text_of("find.0") == "Boneka gajah");
  s.key(Key::Enter);
  CHECK(s.rig.text_of("name") == "Boneka gajah");
  CHECK(s.rig.at("rail.stock").selected);
  s.key(Key::K, true);
  s.type("ratna");
  s.key(Key::Down);
  s.key(Key::Enter);
  CHECK(s.rig.at("rail.people").selected);
  CHECK(s.rig.text_of("title") == "Bu Ratna");
  s.key(Key::K, true);
  s.type(last(s).number);
  s.key(Key::Enter);
  CHECK(s.rig.at("rail.history").selected);
  CHECK(s.rig.has("receipt.pdf"));
  s.key(Key::K, true);
  s.type("cadangan");
  s.key(Key::Enter);
  CHECK(s.rig.at("settings.backup").selected);
  s.key(Key::K, true);
  s.key(Key::Escape);
  CHECK_FALSE(s.rig.has("find.text"));
}

TEST_CASE(
    "Ctrl+P asks for a printer for what is shown: the receipt, the day, the report; anywhere else the last receipt") {
  Stall s;
  const auto print = [&] {  // the printers are asked for beside the frames
    s.rig.stage().feed(KeyEvent{{.key = Key::P, .ctrl = true}, s.rig.now_s()});
    s.rig.wait(0.2);
    s.shop->jobs().finish();
    s.settle();
  };
  print();
  CHECK(s.rig.text_of("toast") == "Belum ada yang terjual.");
  s.tap({s.card("Tas rajut"), "exact"});
  const std::string earlier = last(s).number;
  s.tap({s.card("Lilin sereh"), "pay", "cash.exact"});
  const std::string newest = "Struk " + last(s).number;
  print();  // on Done
  CHECK(s.rig.text_of("print.title") == newest);
  s.key(Key::Escape);
  CHECK_FALSE(s.rig.has("print.title"));
  s.key(Key::Enter);
  REQUIRE(s.rig.has("rail.sell"));
  print();
  CHECK(s.rig.text_of("print.title") == newest);
  s.key(Key::Escape);
  s.tap("rail.history");
  s.tap("history." + earlier);
  print();
  CHECK(s.rig.text_of("print.title") == "Struk " + earlier);
  s.key(Key::Escape);
  s.tap("rail.day");
  print();
  CHECK(s.rig.text_of("print.title").starts_with("Laporan "));
  s.key(Key::Escape);
  s.tap("rail.stock");
  print();
  CHECK(s.rig.text_of("print.title") == newest);
}

TEST_CASE("Enter, Ctrl+Enter and F10 are the main button of a sheet; in a text Enter begins a line") {
  Stall s;
  s.tap({s.card("Tas rajut"), "note"});
  s.type("dibungkus");
  s.key(Key::Enter);
  s.type("kado");
  REQUIRE(s.rig.has("words.ok"));
  s.key(Key::Enter, true);
  CHECK_FALSE(s.rig.has("words.ok"));
  CHECK(s.shop->cart().note == "dibungkus\nkado");
  s.tap({"rail.settings", "settings.people", "people.add", "person.name"});
  s.type("Dina");
  s.key(Key::F10);
  CHECK(sellers(s.shop->facts()).size() == 2);
  s.tap({"rail.day", "report.range.3"});
  s.key(Key::Enter);
  CHECK_FALSE(s.rig.has("range.ok"));
}

TEST_CASE("slash and F3 lead to the search of every list") {
  Stall s;
  for (const auto& [place, field] :
       {std::pair{"rail.sell", "search"}, {"rail.stock", "search"}, {"rail.history", "history.search"}}) {
    s.tap(place);
    s.key(Key::F3);
    CHECK(s.rig.stage().memory().editing.has_value());
    s.type("li");
    CHECK(s.rig.text_of(field) == "li");
    s.key(Key::Escape);
    CHECK_FALSE(s.rig.stage().memory().editing.has_value());
    s.type("/");
    CHECK(s.rig.stage().memory().editing.has_value());
    s.key(Key::Escape);
  }
}

TEST_CASE("Ctrl+L locks, and there neither Ctrl+K nor a scan does anything") {
  Stall s;
  s.helper_at_the_till();
  s.key(Key::L, true);
  REQUIRE(s.rig.has("lock.person.0"));
  s.key(Key::K, true);
  CHECK_FALSE(s.rig.has("find.text"));
  const std::string owner = s.rig.text_of("lock.person.0") == "Dina" ? "lock.person.1" : "lock.person.0";
  s.tap(owner);
  scan_slowly(s, "2580111122223333");
  CHECK(s.rig.has("lock.person.0"));
  CHECK(s.rig.text_of("lock.pin.title").find("PIN") == 0);  // not even a wrong PIN was tried
  s.type("2580");
  CHECK(s.rig.has("rail.sell"));
  CHECK(s.shop->actor().role == Role::Owner);
}

TEST_CASE("a scan on Pay changes no amount and pays nothing, however late its Enter comes") {
  Stall s;
  s.tap({s.card("Tas rajut"), "pay"});
  for (const double late_s : {0.01, 0.09, 0.2}) {
    scan_slowly(s, "8991234567890", late_s);
    CHECK(s.rig.text_of("received") == "Rp 0");
    CHECK(s.rig.has("accept"));
    CHECK_FALSE(last_sale(s.shop->facts()));
  }
  CHECK(s.rig.has("toast"));
}

TEST_CASE("a scan in a text field is taken back out of it, and stays in a field for codes") {
  Stall s;
  s.tap({"more", "more.item", "name"});
  s.type("Sabun");
  scan_slowly(s, "8991234567");
  CHECK(s.rig.text_of("name") == "Sabun");
  s.tap("code");
  scan_slowly(s, "SB-01");
  CHECK(s.rig.text_of("code") == "SB-01");
  s.tap("barcode");
  s.scan("8997654321");
  CHECK(s.rig.text_of("barcode") == "8997654321");
}

TEST_CASE("on Done a scan begins the next sale with what was scanned") {
  Stall s;
  s.tap({s.card("Tas rajut"), "pay", "cash.exact"});
  scan_slowly(s, "LS01");
  CHECK(s.rig.has("rail.sell"));
  CHECK(s.rig.text_of("toast") == "Kode LS01 belum ada.");
  s.tap({s.card("Tas rajut"), "pay", "cash.exact"});
  scan_slowly(s, "TA-S");
  REQUIRE(s.shop->cart().lines.size() == 1);
  CHECK(s.shop->cart().lines[0].variant == "S");
}

}  // namespace lapak::test
