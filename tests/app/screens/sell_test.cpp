// Selling, from the first tap to the change: scripts that tap by name, and the tap counts of ux.md §5.
#include <doctest/doctest.h>

#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

Sale last(const Stall& s) {
  const auto id = last_sale(s.shop->facts());
  REQUIRE(id);
  return *find_sale(s.shop->facts(), *id);
}

void pick_three(Stall& s) {
  s.tap(s.card("Tas rajut"));
  s.tap(s.card("Gantungan kunci"));
  s.tap(s.card("Lilin sereh"));
}

}  // namespace

TEST_CASE("task 1: three items for exact cash are four taps") {
  Stall s;
  pick_three(s);
  CHECK(s.rig.text_of("total.amount") == "Rp 145.000");
  CHECK(s.rig.text_of("total.items") == "3 barang");
  s.tap("exact");
  CHECK(s.taps() == 4);
  CHECK(last(s).total == Money{145'000});
  CHECK(last(s).payments.size() == 1);
  CHECK(s.rig.text_of("paid") == "Lunas");
  CHECK(s.shop->cart().lines.empty());
  s.tap(s.card("Tas rajut"));  // the next sale begins by itself
  CHECK_FALSE(s.rig.has("paid"));
}

TEST_CASE("task 2: a bigger note is one suggestion, and the change is shown with the notes to hand over") {
  Stall s;
  pick_three(s);
  s.tap("pay");
  s.tap("cash.1");  // 150.000 is the first, 200.000 the second
  CHECK(s.taps() == 5);
  CHECK(s.rig.text_of("change") == "Rp 55.000");
  CHECK(last(s).payments[0].change == Money{55'000});
  s.tap("new_sale");
  CHECK(s.rig.has("rail.sell"));
}

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

TEST_CASE("task 3: QRIS is four taps, three when it was used last") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap("pay");
  s.tap("method.qris");
  CHECK(s.rig.text_of("qris.amount") == "Rp 85.000");
  CHECK(s.rig.has("qris.code"));
  s.tap("qris.turn");
  s.tap("qris.plain");
  s.tap("qris.arrived");
  CHECK(last(s).payments[0].method == Method::Qris);
  s.tap("new_sale");
  const int before = s.taps();
  s.tap(s.card("Lilin sereh"));
  s.tap("pay");
  s.tap("qris.arrived");
  CHECK(s.taps() - before == 3);
  CHECK(last(s).total == Money{45'000});
}

TEST_CASE("task 4: a thing without a tag is six taps") {
  Stall s;
  s.tap({"quick", "key.4", "key.5", "key.zeros", "quick.add", "exact"});
  CHECK(s.taps() == 6);
  CHECK(last(s).total == Money{45'000});
  CHECK(last(s).lines[0].name == "Lain-lain");
}

TEST_CASE("task 5: a wrong item is out again by one tap, and back by undo") {
  Stall s;
  pick_three(s);
  s.tap("line.1.minus");
  CHECK(s.shop->cart().lines.size() == 2);
  CHECK(s.rig.text_of("toast") == "Gantungan kunci dihapus dari keranjang");
  s.tap("toast.action");
  CHECK(s.shop->cart().lines.size() == 3);
  s.key(Key::Z, true);
  CHECK(s.shop->cart().lines.size() == 2);
}

TEST_CASE("task 6: a known customer is two taps, and what matters stands at the chip") {
  Stall s;
  REQUIRE(s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Ratna"}})));
  s.settle();
  const auto id = people(s.shop->facts(), {}).rows.at(0).id;
  REQUIRE(s.shop->execute(PeopleCommand(AddNote{.contact = id, .text = "Suka nila"})));
  s.tap("customer");
  s.tap("customers.0");
  CHECK(s.taps() == 2);
  CHECK(s.shop->cart().customer == id);
  CHECK(s.rig.text_of("customer") == "Bu Ratna");
}

TEST_CASE("task 7: remembering a buyer is one tag; a name may follow") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap("pay");
  s.tap("cash.exact");
  const int before = s.taps();
  s.tap("tag.2");
  CHECK(s.taps() - before == 1);
  const auto known = customer_of(s.shop->facts(), last(s).id);
  REQUIRE(known);
  CHECK(find_contact(s.shop->facts(), *known)->tags == std::vector<std::string>{"Untuk hadiah"});
  s.tap("buyer");
  s.type("Bu Ratna");
  s.key(Key::Enter);
  CHECK(find_contact(s.shop->facts(), *known)->name == "Bu Ratna");
  s.tap("tag.2");
  CHECK(find_contact(s.shop->facts(), *known)->tags.empty());
}

TEST_CASE("task 8: a sale is put on hold and brought back by three taps, and may be named") {
  Stall s;
  pick_three(s);
  const int before = s.taps();
  s.tap({"hold", "held", "held.0"});
  CHECK(s.taps() - before == 3);
  CHECK(s.shop->cart().lines.size() == 3);
  s.tap({"hold", "toast.action"});
  s.type("Ibu baju kuning");
  s.tap("words.ok");
  CHECK(s.shop->held_carts().at(0).name == "Ibu baju kuning");
}

TEST_CASE("task 9: ten percent off is two taps") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  const int before = s.taps();
  s.tap({"discount", "discount.10"});
  CHECK(s.taps() - before == 2);
  CHECK(s.rig.text_of("total.amount") == "Rp 76.500");
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
  s.tap({"pay", "method.transfer", "account.1", "waiting", "accept"});
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
  s.tap({"line.0", "line.variant", "other.0.2"});
  CHECK(s.shop->cart().lines[0].variant == "L");
}

TEST_CASE("an item with an open price asks for it; one that is sold out is sold all the same") {
  Stall s;
  s.tap(s.card("Permak"));
  s.tap({"open_price.key.5", "open_price.key.zeros", "open_price.ok"});
  CHECK(s.rig.text_of("total.amount") == "Rp 5.000");
  s.tap(s.card("Boneka gajah"));
  CHECK(s.rig.text_of("toast") == "Stok tercatat 0. Tetap dijual.");
  CHECK(s.shop->cart().lines.size() == 2);
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

TEST_CASE("cash is rounded on a line of its own, and nothing else is") {
  Stall s;
  Profile profile = s.shop->profile();
  profile.cash_rounding = {Money{1000}, RoundingDirection::Down};
  REQUIRE(s.shop->execute(ProfileCommand(SaveProfile{profile})));
  s.settle();
  s.tap(s.card("Tas rajut"));
  s.tap({"discount", "discount.5", "pay"});  // 80.750
  CHECK(s.rig.text_of("due") == "Rp 80.000");
  CHECK(s.rig.text_of("bill.2") == "\u2212" "750");
  s.tap("method.transfer");
  CHECK(s.rig.text_of("due") == "Rp 80.750");
  s.tap({"method.cash", "cash.exact"});
  CHECK(last(s).rounding == Money{-750});
}

}  // namespace lapak::test
