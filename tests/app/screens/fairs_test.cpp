// Fairs on the screens: written down, packed for, sold at, brought home from, judged.
#include <doctest/doctest.h>

#include "core/books/expense_store.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct FairsStall : Stall {
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  // Today and tomorrow, with a fixed fee.
  Id<Fair> fair_today() {
    const Id<Fair> id{must(SaveFair{{.name = "Kota Lama",
                                     .days = {{.date = shop->today()}, {.date = shop->today().plus_days(1)}},
                                     .fee = {.fixed = Money{100'000}}}})
                          .subject};
    settle();
    return id;
  }
  FairPage page(Id<Fair> fair) const { return fair_page(shop->facts(), shop->profile(), fair, shop->now()).value(); }
  Fair only_fair() const { return fairs(shop->facts()).at(0); }
};

TEST_CASE("the first fair is written down from the empty place, with a name, a fee and a cost") {
  FairsStall s;
  s.tap({"rail.fairs", "fairs.action", "fair_new.name"});
  s.type("Kota Lama");
  s.tap({"fair_new.fixed", "fair_new.number.key.9", "fair_new.number.key.zeros", "fair_new.number.ok"});
  s.tap({"fair_new.usual.0", "fair_new.number.key.5", "fair_new.number.key.zeros", "fair_new.number.ok", "save"});
  const Fair fair = s.only_fair();
  CHECK(fair.name == "Kota Lama");
  CHECK(fair.fee.fixed == Money{9'000});
  REQUIRE(fair.costs.size() == 1);
  CHECK(fair.costs[0].amount == Money{5'000});
  CHECK(first_day(fair) == s.shop->today().plus_days(1));
  CHECK(s.rig.text_of("title") == "Kota Lama");
  CHECK(s.rig.text_of("fair.cost") == "Rp 14.000");
}

TEST_CASE("the day is opened at the fair that is held today in two taps from its page, and sales count to it") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0"});
  const int before = s.taps();
  s.tap({"save", "save"});
  CHECK(s.taps() - before == 2);
  CHECK(fair_open_now(s.shop->facts()) == id);
  pick_three(s);
  s.tap("exact");
  s.tap({"rail.fairs", "fairs.0"});
  CHECK(s.page(id).figures.sales_count == 1);
  CHECK(s.rig.text_of("fair.sales") == "Rp 145.000");
}

TEST_CASE("opening a fair counts the float by notes, and a note's number is typed on a pad") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "save", "note.1.plus", "note.1.plus"});
  CHECK(s.rig.text_of("float") == "Rp 100.000");
  s.tap({"note.0", "pad.3", "open_fair.count.ok"});
  CHECK(s.rig.text_of("float") == "Rp 400.000");
  s.tap("save");
  CHECK(fair_open_now(s.shop->facts()) == id);
  CHECK(day_view(s.shop->facts()).expected == Money{400'000});
}

TEST_CASE("what is known of a fair that opens is one tap from where it is changed") {
  FairsStall s;
  s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "save", "open_fair.name", "fair_new.stall"});
  s.type("B-12");
  s.tap("save");
  CHECK(s.rig.has("open_fair.place"));
  CHECK(fairs(s.shop->facts()).front().stall == "B-12");
  s.tap({"fair.add_expense", "expense.what.1", "expense.5", "expense.zeros", "expense.ok"});
  CHECK(expenses(s.shop->facts(), ExpenseQuestion{}).size() == 1);
  CHECK_FALSE(fair_open_now(s.shop->facts()).has_value());
}

TEST_CASE("opening the day from the till proposes the fair of today, which can be left out") {
  FairsStall s;
  s.fair_today();
  s.tap({"more", "more.open_day", "at_fair", "save"});
  CHECK_FALSE(fair_open_now(s.shop->facts()).has_value());
}

TEST_CASE("what was asked for is noted in two taps under the dots") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap("more");
  CHECK_FALSE(s.rig.has("more.asked"));
  s.tap({"more.open_day", "save", "more"});
  const int before = s.taps();
  s.tap({"more.asked", "asked.0"});
  CHECK(s.taps() - before == 2);
  s.tap({"more", "more.asked", "asked.reason.3", "asked.what"});
  s.type("Topi anak");
  s.tap("asked.words");
  const std::vector<AskedRow> asked = s.page(id).asked;
  REQUIRE(asked.size() == 2);
  CHECK((asked[0].reason == AskedReason::Size || asked[1].reason == AskedReason::Size));
}

TEST_CASE(
    "a kind is packed with one tap and its number changed with one more, and all comes home with what is missing") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "fair.packing", "packing.0", "packing.0.plus"});
  const Id<Place> box = box_of(s.shop->facts(), id).value();
  const PackingRow row = packing_list(s.shop->facts(), id)->rows.at(0);
  CHECK(row.in_box == Quantity::of(2));
  CHECK(on_hand_at(s.shop->facts(), row.product, box) == Quantity::of(2));
  s.tap("packing.all.0");
  CHECK(packing_list(s.shop->facts(), id)->rows.at(0).there.is_zero());
  s.tap({"packing.0", "packing.0", "packing.0.plus"});
  REQUIRE(on_hand_at(s.shop->facts(), row.product, box) == Quantity::of(2));
  s.tap({"save", "fair.unpacking", "unpacking.0.minus"});
  CHECK(s.rig.text_of("unpacking.missing").find('1') != std::string::npos);
  s.tap({"unpacking.reason"});
  s.type("patah");
  s.tap("save");
  CHECK(on_hand_at(s.shop->facts(), row.product, box) == Quantity{});
  CHECK(s.page(id).goods.at(0).lost == Quantity::of(1));
}

TEST_CASE("what lies in another fair's box is put together and comes over in one move") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  const Id<Fair> other{
      s.must(SaveFair{{.name = "Pasar Minggu", .days = {{.date = s.shop->today().plus_days(7)}}}}).subject};
  const Id<Product> first = packing_list(s.shop->facts(), id)->rows.at(0).product;
  s.must(PackForFair{other, {{first, Quantity::of(3)}}});
  s.settle();
  s.tap({"rail.fairs", "fairs.0", "fair.packing", "packing.from.1", "packing.0", "packing.0.plus"});
  CHECK(box_rows(s.shop->facts(), id).empty());
  s.tap("save");
  CHECK(on_hand_at(s.shop->facts(), first, box_of(s.shop->facts(), id).value()) == Quantity::of(2));
  CHECK(on_hand_at(s.shop->facts(), first, box_of(s.shop->facts(), other).value()) == Quantity::of(1));
}

TEST_CASE("equipment, money and tools are ticked, written down and taken off the list while packing") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "fair.packing", "packing.tab.1", "packing.kit.0"});
  const std::vector<KitItem> begun = kit_of(s.shop->facts(), id);
  REQUIRE(begun.size() > 3);
  CHECK(begun[0].packed);
  CHECK_FALSE(begun[1].packed);
  s.tap({"packing.kit.1.out", "packing.tab.2", "packing.kit.add"});
  s.type("Kalkulator");
  s.tap("packing.name.ok");
  const std::vector<KitItem> kept = kit_of(s.shop->facts(), id);
  REQUIRE(kept.size() == begun.size());
  CHECK(kept[1] == begun[2]);
  CHECK(kept.back() == KitItem{KitKind::Money, "Kalkulator", false});
}

TEST_CASE("after the fair its result is judged in one tap, with a note") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.must(OpenFairDay{id, {}});
  s.must(CloseDay{{}, "", {}});
  s.clock.advance_ms(3 * 86'400'000LL);
  s.settle();
  s.tap({"rail.fairs", "fairs.0"});
  CHECK(s.rig.text_of("result.profit").find("100.000") != std::string::npos);
  s.tap({"result.again.0"});
  CHECK(s.only_fair().verdict == Verdict::Yes);
  s.tap({"result.note"});
  s.type("Bawa lampu");
  s.tap("fair_note.ok");
  CHECK(s.only_fair().note == "Bawa lampu");
}

TEST_CASE("a fair's own prices are asked on the cards, in the cart and of the buyer while its day is open") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "fair.prices", "fair_prices.change.plus", "fair_prices.change.plus", "back"});
  CHECK(s.only_fair().price_change_bp == 1'000);
  s.must(OpenFairDay{id, {}});
  s.settle();
  s.tap("rail.sell");
  pick_three(s);
  CHECK(s.shop->cart_totals()->total == Money{159'500});
}

TEST_CASE("a price of a fair's own is picked and typed, and so is its tax") {
  FairsStall s;
  s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "fair.prices", "fair_prices.add", "pick.0", "fair_prices.number.key.9",
         "fair_prices.number.key.zeros", "fair_prices.number.ok"});
  REQUIRE(s.only_fair().prices.size() == 1);
  CHECK(s.only_fair().prices[0].price == Money{9'000});
  s.tap({"fair_prices.tax", "fair_prices.number.key.5", "fair_prices.number.ok", "fair_prices.tax_way.1"});
  REQUIRE(s.only_fair().tax.has_value());
  CHECK(s.only_fair().tax->rate == Fraction{500, 10'000});
  CHECK_FALSE(s.only_fair().tax->included);
  s.tap({"fair_prices.0", "fair_prices.number.none"});
  CHECK(s.only_fair().prices.empty());
}

TEST_CASE("a day that is open already is said to be at the fair in one tap, and then it sells there") {
  FairsStall s;
  s.must(OpenDay{{}});
  const Id<Fair> id = s.fair_today();
  s.tap({"rail.fairs", "fairs.0", "save"});
  CHECK(fair_open_now(s.shop->facts()) == id);
  CHECK(s.rig.text_of("fair.drawer") == "Rp 0");
}

TEST_CASE("an expense at the fair is three taps under the dots, and its amount leaves the drawer") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.must(OpenFairDay{id, {{Money{100'000}, 1}}});
  s.settle();
  s.tap({"rail.sell"});
  const int before = s.taps();
  s.tap({"more", "more.expense", "expense.what.0"});
  CHECK(s.taps() - before == 3);
  s.tap({"expense.2", "expense.5", "expense.zeros", "expense.ok"});
  s.tap({"rail.fairs", "fairs.0"});
  CHECK(s.rig.text_of("fair.drawer") == "Rp 75.000");
  REQUIRE(s.page(id).spent.size() == 1);
  CHECK(s.page(id).spent[0].amount == Money{25'000});
  s.tap("fair.expenses");
  CHECK(s.rig.text_of("fair_expenses.sum").find("25.000") != std::string::npos);
}

TEST_CASE("hours are noted while one sells: the maker's own and the helper's") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  Fair card = s.only_fair();
  card.own_minutes = 60;
  const Id<Contact> dina{s.must(SaveContact{.contact = {.name = "Dina"}, .fallback_name = {}}).subject};
  card.helpers = {{.contact = dina, .minutes = 120, .pay = {}}};
  s.must(SaveFair{card});
  s.must(OpenFairDay{id, {}});
  s.settle();
  s.tap({"rail.fairs", "fairs.0", "fair.note_hours", "fair_hours.own.plus", "fair_hours.0.minus", "fair_hours.ok"});
  CHECK(s.only_fair().own_minutes == 90);
  CHECK(s.only_fair().helpers[0].minutes == 90);
}

TEST_CASE("fairs are compared on a page that leads to each one's result") {
  FairsStall s;
  const Id<Fair> id = s.fair_today();
  s.must(OpenFairDay{id, {}});
  s.settle();
  s.tap({"rail.fairs", "fairs.compare"});
  CHECK(s.rig.has("compare.bar.0"));
  s.tap("compare.0");
  CHECK(s.rig.text_of("title") == "Kota Lama");
  s.tap({"result.goods", "back", "result.hours", "fair_hours.own.plus", "fair_hours.ok"});
  CHECK(s.only_fair().own_minutes == 2 * 8 * 60 + 30);
}

TEST_CASE("the agenda shows a fair to come and leads to it") {
  FairsStall s;
  s.fair_today();
  s.tap({"rail.fairs", "fairs.agenda", "agenda.1"});
  CHECK(s.rig.text_of("title") == "Kota Lama");
}

}  // namespace
}  // namespace lapak::test
