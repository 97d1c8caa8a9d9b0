// Bundles on the screens: the rule is made, the cart finds it, the receipt tells it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"
#include "core/sale/sale_store.h"
#include "core/shop/documents.h"
#include "core/stock/stock_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

// Any three of candle and bag for 100.000, made by taps.
void make_bundle(Stall& s) {
  s.tap({"rail.stock", "bundles", "save", "bundle.price"});
  s.tap({"bundle.number.key.1", "bundle.number.key.0", "bundle.number.key.0", "bundle.number.key.zeros",
         "bundle.number.ok", "bundle.of.1"});
  for (const char* item : {"lilin", "tas"}) {
    s.tap({"bundle.add", "pick.search"});
    s.type(item);
    s.tap("pick.0");
  }
}

// What stands at the end of an item's page.
void tap_below(Stall& s, std::string_view name) {
  s.rig.wheel({900, 500}, -20);
  s.settle();
  s.tap(name);
}

std::string whole_text(const Stall& s, const Sale& sale) {
  const Document paper = receipt_of(s.shop->facts(), s.shop->profile(), sale, ReceiptPaper::Roll58mm);
  return receipt_text(s.shop->facts(), s.shop->profile(), sale) + to_text(paper);
}

}  // namespace

TEST_CASE("a bundle is made by taps, found by the cart, shown as one line with its parts, and printed so") {
  Stall s;
  make_bundle(s);
  CHECK(s.rig.text_of("bundle.item.1") == "Tas rajut");
  s.tap({"bundle.name"});
  s.type("Kado");
  s.tap("save");
  REQUIRE(bundle_rules(s.shop->facts()).size() == 1);
  CHECK(bundle_rules(s.shop->facts()).front().products.size() == 2);
  CHECK(s.rig.text_of("bundle.0") == "Kado");
  s.tap({"back", "rail.sell"});
  for (const char* name : {"Lilin sereh", "Lilin sereh", "Tas rajut", "Lilin sereh"}) s.tap(s.card(name));
  CHECK(s.rig.text_of("bundle.0") == "Kado");
  CHECK(s.rig.text_of("bundle.0.price") == "100.000");
  CHECK(s.rig.text_of("total.amount") == "Rp 145.000");
  // Two candles and a bag in it, the third candle by itself.
  CHECK(s.rig.has("line.2"));
  s.tap("line.2.minus");
  CHECK(s.rig.text_of("total.amount") == "Rp 100.000");
  CHECK_FALSE(s.rig.has("line.2"));
  s.tap("pay");
  CHECK(s.rig.text_of("bill.0") == "100.000");
  s.tap({"method.cash", "cash.exact"});
  const Sale sale = last(s);
  CHECK(sale.total == Money{100'000});
  CHECK(sale.bundles.size() == 1);
  const std::string said = whole_text(s, sale);
  for (const char* part : {"Kado, pilih 3 cukup 100.000", "2 × Lilin sereh", "1 × Tas rajut"}) {
    CAPTURE(said);
    CHECK(said.find(part) != said.npos);
  }
  CHECK(said.find("Diskon") == said.npos);
}

TEST_CASE("without a name a bundle is called by its goods, and what is missing is said") {
  Stall s;
  s.tap({"rail.stock", "bundles", "save", "save"});
  CHECK(s.rig.text_of("toast").find("kategori") != std::string::npos);
  s.tap("back");
  s.tap("back");
  make_bundle(s);
  s.tap({"bundle.item.0.remove", "bundle.pieces.minus", "save"});
  const BundleRule rule = bundle_rules(s.shop->facts()).front();
  CHECK(rule.name == "Tas rajut");
  CHECK(rule.terms.pieces == 2);
  s.tap({"bundle.0", "bundle.stop"});
  CHECK(bundle_rules_in_force(s.shop->facts()).empty());
  s.tap({"bundle.0", "bundle.stop"});
  CHECK(bundle_rules_in_force(s.shop->facts()).size() == 1);
}

TEST_CASE("the keys of a row count the pieces of that row") {
  Stall s;
  make_bundle(s);
  s.tap({"save", "back", "rail.sell"});
  for (int i = 0; i < 5; ++i) s.tap(s.card("Lilin sereh"));
  CHECK(s.rig.text_of("total.amount") == "Rp 190.000");
  s.tap("line.1.minus");
  CHECK(s.shop->cart().lines.front().quantity == Quantity::of(4));
  s.tap("line.1.minus");
  CHECK(s.shop->cart().lines.front().quantity == Quantity::of(3));
  s.tap("line.0.plus");
  CHECK(s.shop->cart().lines.front().quantity == Quantity::of(4));
}

TEST_CASE("a set is made by taps, sold from its parts, and told with them") {
  Stall s;
  const auto id = find_product_by_code(s.shop->facts(), "BG")->id;
  s.tap({"rail.stock", "search"});
  s.type("boneka");
  s.tap("row.0");
  tap_below(s, "made_of");
  for (const char* item : {"lilin", "lilin", "gantungan"}) {
    s.tap({"set.add", "pick.search"});
    s.type(item);
    s.tap("pick.0");
  }
  CHECK(s.rig.text_of("set.alone") == "Rp 105.000");
  CHECK(s.rig.text_of("set.saved") == "Rp 10.000");
  CHECK(s.rig.text_of("set.stock") == "4");
  s.tap("save");
  REQUIRE(find_product(s.shop->facts(), id)->parts.size() == 2);
  CHECK_FALSE(s.rig.has("tracked"));
  s.tap("save");
  CHECK(find_product(s.shop->facts(), id)->is_set());
  s.tap("rail.sell");
  s.tap(s.card("Boneka gajah"));
  CHECK(s.rig.text_of("line.0.price").find("2 × Lilin sereh") != std::string::npos);
  s.tap("exact");
  const Sale sale = last(s);
  CHECK(sale.total == Money{95'000});
  CHECK(on_hand(s.shop->facts(), find_product_by_code(s.shop->facts(), "LS")->id) == Quantity::of(7));
  const std::string said = whole_text(s, sale);
  CHECK(said.find("Boneka gajah") < said.find("2 × Lilin sereh"));
}

TEST_CASE("an item is sold by the dozen from the same stock") {
  Stall s;
  s.tap({"rail.stock", "search"});
  s.type("gantungan");
  s.tap("row.0");
  tap_below(s, "dozen");
  CHECK(s.rig.text_of("set.stock") == "0");
  s.tap({"set.price", "set.number.key.1", "set.number.key.5", "set.number.key.0", "set.number.key.zeros",
         "set.number.ok", "save", "back", "rail.sell"});
  s.tap(s.card("Gantungan kunci, selusin"));
  CHECK(s.rig.text_of("total.amount") == "Rp 150.000");
  s.tap("exact");
  CHECK(last(s).lines.front().quantity == Quantity::of(12));
  CHECK(on_hand(s.shop->facts(), find_product_by_code(s.shop->facts(), "GK")->id) == Quantity::of(-3));
}

}  // namespace lapak::test
