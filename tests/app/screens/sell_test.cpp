// Selling, from the first tap to the change: scripts that tap by name.
#include <doctest/doctest.h>

#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
TEST_CASE("cash typed on the pad tells what is missing, then the change") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap("pay");
  CHECK(s.rig.text_of("short") == "Rp 85.000");
  CHECK_FALSE(s.rig.at("accept").enabled);
  s.tap({"key.9", "key.0", "key.zeros"});
  CHECK(s.rig.text_of("change") == "Rp 5.000");
  s.tap("accept");
  CHECK(last(s).payments[0].received == Money{90'000});
}

TEST_CASE("a label typed once for an amount is offered from then on") {
  Stall s;
  s.tap({"quick", "key.5", "key.zeros", "quick.new_label"});
  s.type("Bordir nama");
  s.key(Key::Enter);
  CHECK(s.rig.text_of("quick.amount") == "Rp 5.000");  // letters and Enter went to the label
  CHECK(s.rig.at("quick.label.1").selected);
  s.tap({"quick.add", "exact"});
  CHECK(last(s).lines[0].name == "Bordir nama");
  s.tap("quick");
  CHECK(s.rig.text_of("quick.label.0") == "Lain-lain");
  CHECK(s.rig.text_of("quick.label.1") == "Bordir nama");
  CHECK(s.rig.at("quick.label.0").selected);
}

TEST_CASE("a tap on the total takes what was agreed for all of it") {
  Stall s;
  pick_three(s);
  s.tap("total");
  s.tap({"agreed.key.1", "agreed.key.4", "agreed.key.0", "agreed.key.zeros", "agreed.ok"});
  CHECK(s.rig.text_of("total.amount") == "Rp 140.000");
  s.tap("exact");
  const Sale sale = last(s);
  Money sum;
  for (const SaleLine& line : sale.lines) sum += line.amount;
  CHECK(sum == Money{140'000});
}

TEST_CASE("a transfer that did not arrive yet is marked as waiting") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap({"pay", "method.transfer", "account.1", "waiting"});
  const Sale sale = last(s);
  CHECK(sale.payments[0].is_waiting);
  CHECK(sale.payments[0].reference == "DANA");
  CHECK(s.rig.text_of("done") == "Menunggu dana");
}

TEST_CASE("a card payment keeps the approval code and refuses a card number") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap({"pay", "method.card", "reference"});
  s.type("4111 1111 1111 1111");
  CHECK_FALSE(s.rig.at("accept").enabled);
  for (int i = 0; i < 19; ++i) s.key(Key::Backspace);
  s.type("A72");
  s.tap("accept");
  CHECK(last(s).payments[0].method == Method::Card);
  CHECK(last(s).payments[0].reference == "A72");
}

TEST_CASE("paying later needs to know who, and may be paid in part now") {
  Stall s;
  REQUIRE(s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Ratna"}})));
  s.tap(s.card("Tas rajut"));
  s.tap({"pay", "method.later", "accept"});  // disabled: asks who
  s.tap("customers.0");
  s.tap("later.part");
  s.tap({"key.5", "key.0", "key.zeros", "accept"});
  CHECK(s.rig.text_of("due") == "Rp 35.000");
  s.tap({"method.later", "accept"});
  CHECK(last(s).owed == Money{35'000});
  CHECK(last(s).payments[0].amount == Money{50'000});
}

TEST_CASE("a bill is split in halves over two methods") {
  Stall s;
  pick_three(s);
  s.tap({"pay", "split", "split.half", "method.transfer", "accept"});
  CHECK(s.rig.text_of("due") == "Rp 72.500");
  s.tap({"method.cash", "cash.exact"});
  const Sale sale = last(s);
  REQUIRE(sale.payments.size() == 2);
  CHECK(sale.payments[0].method == Method::Transfer);
  CHECK(sale.payments[1].amount == Money{72'500});
}

TEST_CASE("a bill is split by item") {
  Stall s;
  pick_three(s);
  s.tap({"pay", "split", "split.items", "items.0", "items.ok", "cash.exact"});
  CHECK(s.rig.text_of("due") == "Rp 60.000");
}

TEST_CASE("a line is changed in its sheet") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap("line.0");
  s.tap({"line.q5", "line.off10"});
  CHECK(s.shop->cart_totals()->total == Money{382'500});
  s.tap({"line.price", "line.price.key.8", "line.price.key.0", "line.price.key.zeros", "line.price.ok"});
  CHECK(s.shop->cart().lines[0].agreed_price == Money{80'000});
  s.tap("line.gift");
  CHECK(s.shop->cart_totals()->total == Money{});
  s.tap("line.note");
  s.type("merah");
  s.tap("line.ok");
  CHECK(s.shop->cart().lines[0].note == "merah");
  s.tap("line.0");
  s.tap("line.remove");
  CHECK(s.shop->cart().lines.empty());
}

TEST_CASE("with one group of options a tap on the variant adds at once") {
  Stall s;
  s.tap(s.card("Topi anak"));
  s.tap("variant.0.1");
  CHECK(s.taps() == 2);
  REQUIRE(s.shop->cart().lines.size() == 1);
  CHECK(s.shop->cart().lines[0].variant == "M");
  s.tap({"exact", s.card("Topi anak")});
  CHECK_FALSE(s.rig.has("variant.often.0"));  // it would save no tap
  s.tap("variant.0.1");
  s.tap({"line.0", "line.variant", "other.0.2"});
  CHECK(s.shop->cart().lines[0].variant == "L");
}

TEST_CASE("a long press on a card tells the item's story, its stock and its variants") {
  Stall s;
  auto bag = *find_product_by_code(s.shop->facts(), "TR");
  bag.story = "Dirajut Bu Ratna dari katun Bantul.";
  REQUIRE(s.shop->execute(CatalogCommand(SaveProduct{bag, {}, std::nullopt})));
  s.settle();
  s.rig.hold(s.card("Tas rajut"), 0.6);
  s.settle();
  CHECK(s.rig.text_of("peek.title") == "Tas rajut");
  CHECK(s.rig.text_of("peek.story") == bag.story);
  CHECK(s.rig.text_of("peek.stock") == "Sisa 9");
  CHECK(s.shop->cart().lines.empty());  // the release after a long press is no tap
  s.tap("peek.add");
  CHECK(s.shop->cart().lines.size() == 1);
  s.rig.hold(s.card("Topi anak"), 0.6);
  s.settle();
  CHECK(s.rig.text_of("peek.variant.2") == "L");
  s.tap("peek.add");
  s.tap("variant.0.2");
  CHECK(s.shop->cart().lines.size() == 2);
  s.rig.hold(s.card("Tas rajut"), 0.6);
  s.settle();
  s.tap("peek.edit");
  CHECK(s.rig.text_of("name") == "Tas rajut");
}

TEST_CASE(
    "where the owner has a PIN, a helper asks for it to change a price, and ten minutes after a sale to take it back") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.helper_at_the_till();
  s.tap({"line.0", "line.gift", "owner.pin.key.1", "owner.pin.key.1", "owner.pin.key.1", "owner.pin.key.1"});
  CHECK(s.rig.text_of("owner.pin.title") == "PIN salah. Coba lagi.");
  CHECK(s.shop->cart_totals()->total == Money{85'000});
  s.tap({"owner.pin.key.2", "owner.pin.key.5", "owner.pin.key.8", "owner.pin.key.0"});
  CHECK_FALSE(s.rig.has("owner.pin.key.1"));
  CHECK(s.shop->cart_totals()->total == Money{});
  s.tap("line.gift");  // back to the list's price needs nobody
  CHECK(s.shop->cart_totals()->total == Money{85'000});
  s.tap({"line.ok", "pay", "cash.exact"});
  s.clock.advance_ms(kVoidedByAnyone_ms + 1);
  s.tap("take_back");
  CHECK_FALSE(is_voided(s.shop->facts(), last(s).id));
  s.tap({"owner.pin.key.2", "owner.pin.key.5", "owner.pin.key.8", "owner.pin.key.0"});
  CHECK_FALSE(last_sale(s.shop->facts()));
  CHECK(s.shop->cart().lines.size() == 1);
}

TEST_CASE("while the till is locked Ctrl+Z takes nothing back") {
  Stall s;
  s.tap("rail.stock");
  REQUIRE(s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Ratna"}})));
  s.tap("rail.lock");
  s.key(Key::Z, true);
  CHECK(people(s.shop->facts(), {}).rows.size() == 1);
  s.tap("lock.go");
  s.key(Key::Z, true);
  CHECK(people(s.shop->facts(), {}).rows.empty());
}

TEST_CASE("an item with an open price asks for it; one that is sold out is sold all the same") {
  Stall s;
  s.tap(s.card("Permak"));
  s.tap({"open_price.key.5", "open_price.key.zeros", "open_price.ok"});
  CHECK(s.rig.text_of("total.amount") == "Rp 5.000");
  s.tap(s.card("Boneka gajah"));
  CHECK(s.rig.text_of("toast") == "Stok tercatat 0. Tetap ditambahkan.");
  CHECK(s.shop->cart().lines.size() == 2);
}

TEST_CASE("a held sale that was dropped comes back by undo") {
  Stall s;
  pick_three(s);
  s.tap({"hold", "held", "held.0.drop"});
  CHECK(s.shop->held_carts().empty());
  CHECK(s.rig.text_of("toast") == "Tas rajut dibuang");
  s.tap("toast.action");
  REQUIRE(s.shop->held_carts().size() == 1);
  s.tap("held.0");
  CHECK(s.shop->cart().lines.size() == 3);
}

TEST_CASE("an unknown code becomes an item, and the piece is in the cart when she is back") {
  Stall s;
  s.scan("8991234567");
  s.tap("toast.action");
  CHECK(s.rig.text_of("barcode") == "8991234567");
  s.tap("name");
  s.type("Sabun susu");
  s.tap({"price", "number.key.2", "number.key.8", "number.key.zeros", "number.ok", "save"});
  CHECK(s.rig.has("rail.sell"));
  REQUIRE(s.shop->cart().lines.size() == 1);
  CHECK(s.shop->cart().lines[0].name == "Sabun susu");
  CHECK(s.rig.text_of("total.amount") == "Rp 28.000");
  s.scan("8991234567");
  CHECK(s.shop->cart().lines[0].quantity == Quantity::of(2));
}

TEST_CASE("what a search does not find is made under that name and sold") {
  Stall s;
  s.type("anyam");
  CHECK(s.rig.text_of("grid.empty.action") == "Buat \"anyam\"");
  s.tap("grid.empty.action");
  CHECK(s.rig.text_of("name") == "anyam");
  s.tap({"price", "number.key.5", "number.key.zeros", "number.ok", "save"});
  CHECK(s.shop->cart().lines.at(0).name == "anyam");
  CHECK(s.rig.text_of("search") == "Cari barang atau kode…");
  s.type("12345678");
  s.tap("grid.empty.action");
  CHECK(s.rig.text_of("barcode") == "12345678");
  s.tap("back");
  CHECK(s.shop->cart().lines.size() == 1);
}

TEST_CASE("an empty shop leads to its first item, which is not sold by being made") {
  Stall s({}, Shelves::Empty);
  CHECK(s.rig.text_of("grid.empty").find("Lapak Anda masih kosong") == 0);
  s.tap({"grid.empty.action", "name"});
  s.type("Tas");
  s.tap({"price", "number.key.5", "number.key.zeros", "number.ok", "save"});
  CHECK(s.shop->cart().lines.empty());
  CHECK(s.card("Tas") == "card.0");
}

TEST_CASE("a scan adds its item, an unknown one is said, and its Enter presses nothing") {
  Stall s;
  s.scan("TA-S");
  CHECK(s.shop->cart().lines.at(0).variant == "S");
  s.scan("8991234567");
  CHECK(s.rig.text_of("toast").find("8991234567") != std::string::npos);
  CHECK(s.shop->cart().lines.size() == 1);
}

TEST_CASE("letters typed on Sell search; a number with a star is the quantity of the next item") {
  Stall s;
  s.type("lilin");
  CHECK(s.card("Lilin sereh") == "card.0");
  CHECK_FALSE(s.rig.has("card.1"));
  s.key(Key::Backspace);
  CHECK(s.rig.text_of("search") == "lili");
  s.tap("search.clear");
  s.type("3*");
  s.tap(s.card("Tas rajut"));
  CHECK(s.shop->cart().lines.at(0).quantity == Quantity::of(3));
}

TEST_CASE("nothing can be paid with an empty cart, and a tap says why") {
  Stall s;
  s.tap("pay");
  CHECK(s.rig.text_of("toast") == "Pilih barang dulu");
  CHECK_FALSE(last_sale(s.shop->facts()));
}

TEST_CASE("what was taken back at Done is in the cart again, and its stock too") {
  Stall s;
  pick_three(s);
  s.tap({"pay", "cash.1"});
  const Id<Sale> sale = last(s).id;
  const auto bag = find_product_by_code(s.shop->facts(), "TR")->id;
  CHECK(on_hand(s.shop->facts(), bag) == Quantity::of(8));
  s.tap("take_back");
  CHECK(is_voided(s.shop->facts(), sale));
  CHECK(s.shop->cart().lines.size() == 3);
  CHECK(on_hand(s.shop->facts(), bag) == Quantity::of(9));
  CHECK(s.rig.text_of("toast").find("145.000") != std::string::npos);
}

TEST_CASE("exact cash is taken back from its card in the cart") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap({"exact", "paid.undo"});
  CHECK(s.shop->cart().lines.size() == 1);
  CHECK_FALSE(last_sale(s.shop->facts()));
}

TEST_CASE("a payment that the disk did not take is still to be taken") {
  Stall s;
  s.tap({s.card("Tas rajut"), "pay"});
  auto& disk = const_cast<Database&>(s.shop->facts());
  disk.run("PRAGMA query_only = 1");
  s.tap("cash.exact");
  CHECK(s.rig.text_of("toast").find("disk") != std::string::npos);
  CHECK(s.rig.text_of("due") == "Rp 85.000");
  disk.run("PRAGMA query_only = 0");
  s.tap("cash.exact");
  CHECK(last(s).total == Money{85'000});
}

TEST_CASE("cash is rounded on a line of its own, and nothing else is") {
  Stall s;
  Profile profile = s.shop->profile();
  profile.cash_rounding = {Money{1000}, RoundingDirection::Down};
  REQUIRE(s.shop->execute(ProfileCommand(SaveProfile{profile})));
  s.settle();
  s.tap(s.card("Tas rajut"));
  s.tap({"discount", "discount.5", "pay"});  // 80.750
  CHECK(s.rig.text_of("due") == "Rp 80.000");
  CHECK(s.rig.text_of("bill.2") ==
        "\u2212"
        "750");
  s.tap("method.transfer");
  CHECK(s.rig.text_of("due") == "Rp 80.750");
  s.tap({"method.cash", "cash.exact"});
  CHECK(last(s).rounding == Money{-750});
}

}  // namespace lapak::test
