// The tasks of ux.md §5, each as a script that taps controls by name: it fails when the task grows by one tap.
#include <doctest/doctest.h>

#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/till/till_store.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
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
  CHECK(s.taps() == 6);
  CHECK(s.rig.has("rail.sell"));
}

TEST_CASE("task 3: QRIS is four taps, three when it was used last") {
  Stall s;
  s.tap(s.card("Tas rajut"));
  s.tap("pay");
  s.tap("method.qris");
  CHECK(s.rig.text_of("qris.amount") == "Rp 85.000");
  CHECK(s.rig.has("qris.code"));
  s.tap("qris.arrived");
  CHECK(s.taps() == 4);
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

  const int before = s.taps();
  s.tap({"customer", "customers.none", "customer"});
  s.type("rat");
  s.tap("customers.0");
  CHECK(s.taps() - before == 4);  // of which two took her off first
  CHECK(s.shop->cart().customer == id);
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
  const int named = s.taps();
  s.tap("buyer");
  s.type("Bu Ratna");
  s.key(Key::Enter);
  CHECK(s.taps() - named == 1);
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

TEST_CASE("task 10: a new item in the middle of the fair is four taps, its name and its price") {
  Stall s;
  s.tap({"more", "more.item", "name"});
  s.type("Sabun susu");
  const int before_price = s.taps();
  s.tap({"price", "number.key.2", "number.key.8", "number.key.zeros", "number.ok"});
  const int price = s.taps() - before_price;
  s.tap("save");
  CHECK(s.taps() - price == 4);
  CHECK(s.rig.has("rail.sell"));
  CHECK(find_product_by_code(s.shop->facts(), "Sabun susu") == std::nullopt);
  s.type("sabun");
  CHECK(s.card("Sabun susu") == "card.0");
}

TEST_CASE("task 12: closing a day with eight counts and three checks is sixteen taps") {
  Stall s;
  REQUIRE(s.shop->execute(TillCommand(OpenDay{})));
  s.settle();
  for (const char* method : {"method.transfer", "method.card", "method.qris"}) {
    s.tap({s.card("Lilin sereh"), "pay", method, method == std::string_view("method.qris") ? "qris.arrived" : "accept",
           "new_sale"});
  }
  s.tap({s.card("Tas rajut"), "exact"});  // 85.000
  const int before = s.taps();
  s.tap({"more", "more.day", "save"});
  s.tap({"note.1.plus", "note.2.plus", "note.3.plus"});  // 50.000, 20.000, 10.000
  s.tap({"note.4.plus"});                                // 5.000
  s.tap({"note.5.plus", "note.5.minus", "note.6.plus", "note.6.minus"});
  CHECK(s.rig.text_of("counted") == "Rp 85.000");
  s.tap({"save", "match.qris.yes", "match.transfer.yes", "match.card.yes", "save"});
  CHECK(s.taps() - before == 16);
  const DayView day = day_view(s.shop->facts());
  CHECK_FALSE(day.is_open);
  CHECK(day.counted == day.expected);
}

TEST_CASE("the owner's PIN opens a closed day again for a helper, and a wrong one does not") {
  Stall s;
  REQUIRE(s.shop->execute(TillCommand(OpenDay{})));
  s.settle();
  s.tap({"more", "more.day"});
  REQUIRE(s.shop->execute(TillCommand(CloseDay{})));
  s.helper_at_the_till();
  s.tap({"reopen", "reopen.ask.risky"});
  s.tap({"owner.pin.key.1", "owner.pin.key.1", "owner.pin.key.1", "owner.pin.key.1"});
  CHECK_FALSE(day_view(s.shop->facts()).is_open);
  CHECK(s.rig.text_of("owner.pin.title") == "PIN salah. Coba lagi.");
  s.tap({"owner.pin.key.2", "owner.pin.key.5", "owner.pin.key.8", "owner.pin.key.0"});
  CHECK(day_view(s.shop->facts()).is_open);
  CHECK(s.shop->actor().role == Role::Helper);  // she stood in for one act
}

}  // namespace lapak::test
