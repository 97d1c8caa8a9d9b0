// Orders on the screens: written down from a cart, paid before, made, handed over at the till, called off.
#include "app/screens/orders.h"

#include <doctest/doctest.h>

#include "app/screens/order_said.h"
#include "core/base/hex.h"
#include "core/catalog/picture.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/people/follow_up_store.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/till/till_store.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct OrdersStall : Stall {
  explicit OrdersStall(const RigOptions& options = {}) : Stall(options) {
    must(SaveContact{{.name = "Ratna", .phone = "081234567890"}, ""});
  }
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  Id<Contact> ratna() const { return people(shop->facts(), {.search = "Ratna"}).rows.at(0).id; }
  CustomOrder order(std::int64_t number = 1) const { return find_order(shop->facts(), number).value(); }
  Money held() const { return deposit_held(shop->facts(), order().id); }
  Id<CustomOrder> ask(std::optional<Date> promised = {}) {
    CustomOrder bag{.client = ratna(), .what = "Tas rajut biru tua", .price = Money{250'000}};
    bag.promised = promised;
    const Id<CustomOrder> id{must(SaveOrder{bag}).subject};
    settle();
    return id;
  }
  void limit_week(std::int64_t half_slots) {
    Profile profile = shop->profile();
    profile.week_half_slots = half_slots;
    must(SaveProfile{profile});
    settle();
  }
  Money in_the_drawer() const { return day_view(shop->facts()).expected; }
};

TEST_CASE(
    "what lies in the cart is ordered with half of it paid, made, and handed over with the rest paid at the till") {
  OrdersStall s;
  s.must(OpenDay{{{Money{}, 500'000}}});
  pick_three(s);
  s.tap({"more", "more.order"});
  CHECK(s.rig.at("order_new.what").label.find("Tas rajut") != std::string::npos);
  CHECK_FALSE(s.rig.at("save").enabled);
  s.tap({"order_new.client", "pick_person.0"});
  s.tap("order_new.deposit.2");
  CHECK(s.rig.text_of("order_new.deposit.said").find("72.500") != std::string::npos);
  s.tap({"order_new.by.cash", "save"});
  CHECK(s.order().stage == OrderStage::Agreed);
  CHECK(s.order().price == Money{145'000});
  CHECK(s.held() == Money{72'500});
  CHECK(s.shop->cart().lines.empty());
  CHECK(s.in_the_drawer() == Money{572'500});
  CHECK(s.rig.text_of("order.rest") == "72.500");
  s.tap({"save", "save"});  // making, ready
  CHECK(s.order().stage == OrderStage::Ready);
  s.tap({"save", "hand_over.way.1", "hand_over.ok"});
  CHECK(s.order().delivery == Delivery::PickedUp);
  CHECK(s.shop->cart().order == s.order().id);
  CHECK(s.rig.text_of("total.amount").find("72.500") != std::string::npos);
  s.tap({"pay", "method.cash"});
  CHECK(s.rig.text_of("due").find("72.500") != std::string::npos);
  s.tap("cash.exact");
  CHECK(s.order().stage == OrderStage::HandedOver);
  CHECK(s.held() == Money{});
  CHECK(s.in_the_drawer() == Money{645'000});
  CHECK(last(s).total == Money{145'000});
}

TEST_CASE(
    "a card moves on by its button, and a ready one goes into the cart; an order paid whole is only handed over") {
  OrdersStall s;
  const Id<CustomOrder> id = s.ask();
  s.must(TakeOrderDeposit{id, {{.method = Method::Transfer, .amount = Money{250'000}}}});
  s.tap("rail.orders");
  CHECK(s.rig.at("orders.0.0").label == "#1 Ratna");
  CHECK(s.rig.text_of("orders.0.0.foot") == "Lunas");
  s.tap("orders.0.0.move");
  CHECK(s.order().stage == OrderStage::Making);
  s.key(Key::Z, true);
  CHECK(s.order().stage == OrderStage::Agreed);
  s.tap({"orders.0.0.move", "orders.1.0.move", "orders.2.0.move", "hand_over.ok", "pay", "method.cash", "accept"});
  CHECK(s.order().stage == OrderStage::HandedOver);
  CHECK(last(s).payments.size() == 1);
}

TEST_CASE(
    "a card is carried to another column by a finger that stays on it, and lies where it was when let go at home") {
  OrdersStall s;
  s.ask();
  s.tap("rail.orders");
  const auto carry = [&](std::string_view from, Point to) {
    const Point at = s.rig.at(from).rect.centre();
    s.rig.down(at);
    s.rig.wait(0.6);
    s.rig.move({(at.x + to.x) / 2, to.y});
    s.rig.frame();
    s.rig.move(to);
    s.rig.frame();
    s.rig.up(to);
    s.settle();
  };
  const Rect home = s.rig.at("orders.0.0").rect;
  carry("orders.0.0", {home.centre().x, home.bottom() + 300});
  CHECK(s.order().stage == OrderStage::Asked);
  carry("orders.0.0", {home.centre().x + 580, home.centre().y + 200});
  CHECK(s.order().stage == OrderStage::Ready);
  carry("orders.2.0", {home.centre().x, home.centre().y});
  CHECK(s.order().stage == OrderStage::Agreed);
  carry("orders.0.0", {home.centre().x + 870, home.centre().y});
  CHECK(s.rig.has("hand_over.ok"));
  CHECK_FALSE(s.rig.has("order.what"));
}

TEST_CASE("where the price became less than was paid the rest goes back, and then it is handed over") {
  OrdersStall s;
  s.must(OpenDay{{{Money{}, 500'000}}});
  const Id<CustomOrder> id = s.ask();
  s.must(TakeOrderDeposit{id, {{.amount = Money{200'000}}}});
  CustomOrder cheaper = s.order();
  cheaper.price = Money{150'000};
  s.must(SaveOrder{cheaper});
  s.tap("rail.orders");
  CHECK(s.rig.text_of("orders.0.0.foot") == "lebih 50.000");
  s.tap({"orders.0.0", "order.take", "deposit.ok"});
  CHECK(s.held() == Money{150'000});
  CHECK(s.in_the_drawer() == Money{650'000});
  CHECK(s.rig.text_of("order.rest") == "0");
}

TEST_CASE("an order that is shipped takes its courier, its number and the fee on a line of its own") {
  OrdersStall s;
  s.ask();
  s.tap({"rail.orders", "orders.0.0", "order.more", "order_more.hand_over", "hand_over.way.2", "hand_over.courier"});
  s.type("JNE");
  s.tap("hand_over.tracking");
  s.type("CGK123");
  s.tap(
      {"hand_over.fee", "hand_over.number.key.9", "hand_over.number.key.zeros", "hand_over.number.ok", "hand_over.ok"});
  CHECK(s.order().courier == "JNE");
  CHECK(s.order().tracking == "CGK123");
  REQUIRE(s.shop->cart().lines.size() == 2);
  CHECK(s.shop->cart().lines[1].agreed_price == Money{9'000});
  s.tap("exact");
  CHECK(last(s).total == Money{259'000});
}

TEST_CASE("week by week the late stand first, and what is shown can be narrowed to a stage") {
  OrdersStall s;
  s.limit_week(4);
  s.ask(s.shop->today().plus_days(8));
  s.ask(s.shop->today().plus_days(-1));
  s.tap({"rail.orders", "orders.weeks"});
  CHECK(s.rig.text_of("weeks.0.said") == "Terlambat");
  CHECK(s.rig.at("weeks.1").label == "#2 Ratna");
  CHECK(s.rig.has("weeks.2.bar"));
  s.tap("weeks.show.3");
  CHECK_FALSE(s.rig.has("weeks.1"));
  s.tap({"weeks.show.0", "weeks.1"});
  CHECK(s.rig.has("order.what"));
}

TEST_CASE("who ordered before is known before the price is named, and three times the same asks for more") {
  OrdersStall s;
  for (std::int64_t number = 1; number <= 3; ++number) {
    s.ask();
    const CustomOrder order = s.order(number);
    REQUIRE(s.shop->execute(NoteWork{order.id, 300}).has_value());
    const Cart cart = cart_of(s.shop->facts(), order.id, s.shop->profile().words()).value();
    REQUIRE(s.shop->execute(Sell{cart, {{.amount = order.price}}}).has_value());
  }
  s.tap({"rail.orders", "save", "order_new.client", "pick_person.0"});
  CHECK(s.rig.at("order_new.past").label == "3 pesanan sebelumnya · Rp 50.000 per jam");
  s.tap("order_new.past");
  CHECK(s.rig.text_of("past.rate") == "Hasil per jam: Rp 50.000");
  s.tap({"past.raise", "order_new.what"});
  s.type("Tas lagi");
  s.tap("save");
  CHECK(s.order(4).price == Money{280'000});
}

TEST_CASE("a full week says so, offers the first free day, and is taken on only when it was said twice") {
  OrdersStall s;
  s.limit_week(2);
  s.ask(s.shop->today().plus_days(7));
  s.tap({"rail.orders", "save", "order_new.client", "pick_person.0", "order_new.what"});
  s.type("Boneka");
  const std::optional<Date> free =
      suggested_day(week_loads(s.shop->facts(), s.shop->today()), {2, 0}, s.shop->today().plus_days(7), 2, 0);
  s.tap("order_new.day.0");
  CHECK(s.rig.text_of("order_new.week").find("2 dari 1 slot") != std::string::npos);
  CHECK(s.rig.at("save").label == "Terima saja");
  s.tap("order_new.day.1");
  CHECK(s.rig.at("save").label == "Simpan");
  s.tap("save");
  CHECK(s.order(2).promised == free);
  s.tap({"order.edit", "order_new.day.0", "save"});
  CHECK(s.order(2).promised == s.shop->today().plus_days(7));
}

TEST_CASE("a helper takes on no more than a week holds without the owner's PIN") {
  OrdersStall s;
  s.limit_week(2);
  s.ask(s.shop->today().plus_days(7));
  s.helper_at_the_till();
  s.tap({"rail.orders", "save", "order_new.client", "pick_person.0", "order_new.what"});
  s.type("Boneka");
  s.tap({"order_new.day.0", "save"});
  CHECK(last_order_number(s.shop->facts()) == 1);
  for (const char* key : {"owner.pin.key.2", "owner.pin.key.5", "owner.pin.key.8", "owner.pin.key.0"}) s.tap(key);
  CHECK(last_order_number(s.shop->facts()) == 2);
}

TEST_CASE("a service is written down with its scope and its revisions, and what is beyond them is charged") {
  OrdersStall s;
  s.tap({"rail.orders", "save", "order_new.kind.1", "order_new.client", "pick_person.0", "order_new.what"});
  s.type("Logo kedai");
  s.tap("order_new.scope");
  s.type("Tiga sketsa");
  s.tap({"order_new.revisions.plus", "order_new.due", "order_new.day_sheet.ok", "order_new.price"});
  s.tap({"order_new.number.key.5", "order_new.number.key.0", "order_new.number.key.zeros"});
  s.tap({"order_new.number.ok", "save"});
  CHECK(s.order().kind == OrderKind::Service);
  CHECK(s.order().scope == "Tiga sketsa");
  CHECK(s.order().revisions_agreed == 1);
  CHECK(s.order().price == Money{50'000});
  CHECK(s.order().invoice_due == s.order().promised->plus_days(14));
  s.tap("order.revision");
  CHECK(s.rig.text_of("order.revisions.said") == "Revisi: 1 dari 1");
  CHECK_FALSE(s.rig.has("order.charge"));
  s.tap("order.revision");
  CHECK(s.rig.text_of("order.revisions.said") == "Revisi: 2 dari 1 · lewat 1 dari kesepakatan");
  s.tap({"order.charge", "charge.key.9", "charge.key.zeros", "charge.ok"});
  CHECK(s.order().price == Money{59'000});
  CHECK(s.rig.text_of("order.revisions.said") == "Revisi: 2 dari 2");
  s.tap({"order.edit", "order_new.due", "order_new.day_sheet.none", "order_new.kind.0", "save"});
  CHECK(s.order().kind == OrderKind::Piece);
  CHECK_FALSE(s.order().invoice_due.has_value());
}

TEST_CASE("an invoice that is overdue is said until it is paid") {
  OrdersStall s;
  CustomOrder logo{.client = s.ratna(), .kind = OrderKind::Service, .what = "Logo", .price = Money{250'000}};
  logo.invoice_due = s.shop->today().plus_days(-3);
  logo.id = Id<CustomOrder>{s.must(SaveOrder{logo}).subject};
  const auto said = [&] {
    return invoice_pill(order_page(s.shop->facts(), logo.id)->row, s.shop->today(), s.shop->profile().words());
  };
  REQUIRE(said());
  CHECK(said()->label == "Nunggak 3 hari");
  s.must(TakeOrderDeposit{logo.id, {{.amount = Money{250'000}}}});
  CHECK_FALSE(said());
}

TEST_CASE("two days before the promise it can stand among what is due") {
  OrdersStall s;
  s.tap({"rail.orders", "save", "order_new.client", "pick_person.0", "order_new.what"});
  s.type("Boneka");
  s.tap({"order_new.remind", "save"});
  const auto reminder = next_reminder(s.shop->facts(), s.ratna());
  REQUIRE(reminder.has_value());
  CHECK(reminder->due == s.order().promised->plus_days(-2));
  CHECK(reminder->text == "#1: Boneka");
}

TEST_CASE("somebody new orders by name, and her orders stand on her page") {
  OrdersStall s;
  s.tap({"rail.orders", "save", "order_new.client"});
  s.type("Dewi");
  s.tap({"pick_person.new", "order_new.what"});
  s.type("Kalung");
  s.tap("save");
  CHECK(find_contact(s.shop->facts(), s.order().client)->name == "Dewi");
  s.tap("order.client");
  CHECK(s.rig.at("person.order.0").label == "Kalung");
  s.tap({"person.more", "person_more.order"});
  CHECK(s.rig.at("order_new.client").label == "Dewi");
}

TEST_CASE("an order is called off, and what was paid goes back or is kept") {
  OrdersStall s;
  s.must(OpenDay{{{Money{}, 500'000}}});
  s.ask();
  s.tap({"rail.orders", "orders.0.0", "order.take", "deposit.share.1", "deposit.ok"});
  CHECK(s.held() == Money{125'000});
  CHECK(s.in_the_drawer() == Money{625'000});
  SUBCASE("back in cash") {
    s.tap({"order.more", "order_more.call_off", "call_off.by.cash", "call_off.ok"});
    CHECK(s.in_the_drawer() == Money{500'000});
  }
  SUBCASE("kept") {
    s.tap({"order.more", "order_more.call_off", "call_off.held.1", "call_off.ok"});
    CHECK(s.in_the_drawer() == Money{625'000});
    CHECK(last(s).total == Money{125'000});
  }
  CHECK(s.order().stage == OrderStage::CalledOff);
  CHECK(s.held() == Money{});
  s.tap("back");
  CHECK_FALSE(s.rig.has("orders.0.0"));
}

TEST_CASE("a deposit stands on her page as what it is, and is not looked up in the evening") {
  OrdersStall s;
  s.must(OpenDay{{{Money{}, 500'000}}});
  const Id<CustomOrder> id = s.ask();
  s.must(TakeOrderDeposit{id, {{.method = Method::Transfer, .amount = Money{100'000}}}});
  s.tap({"rail.people", "people.tab.1", "people.row.0"});
  CHECK(s.rig.at("person.moment.0").label == "Uang muka (DP)");
  s.tap({"rail.sell", "more", "more.day"});
  CHECK(s.rig.has("match.transfer.yes"));
  CHECK_FALSE(s.rig.has("match.deposit.yes"));
}

TEST_CASE("what was typed in several lines stands in one on its card") {
  OrdersStall s;
  s.must(SaveOrder{CustomOrder{.client = s.ratna(), .what = "Tas biru\ninisial R", .price = Money{90'000}}});
  s.tap("rail.orders");
  CHECK(s.rig.text_of("orders.0.0.what") == "Tas biru inisial R");
}

TEST_CASE("hours are noted, and a week's limit is set from the board") {
  OrdersStall s;
  const Id<CustomOrder> id = s.ask(s.shop->today());
  s.tap({"rail.orders", "orders.week", "week.slots.plus", "week.slots.plus", "week.ok"});
  CHECK(s.shop->profile().week_half_slots == 4);
  CHECK(s.rig.text_of("orders.week.said") == "Minggu ini 1 dari 2 slot");
  s.tap({"orders.0.0", "order.hours", "hours.key.2", "hours.ok"});
  CHECK(minutes_worked(s.shop->facts(), id) == 120);
}

TEST_CASE("a picture dropped on an order's page shows the wish, is looked at, called the work, and taken off again") {
  DemoStand s(make_orders_screen, Filling::Bare);
  const Id<Contact> ratna{s.shop->execute(SaveContact{{.name = "Ratna"}, ""})->subject};
  const Id<CustomOrder> order{
      s.shop->execute(SaveOrder{{.client = ratna, .what = "Tas rajut", .price = Money{250'000}}})->subject};
  s.begin();
  const auto drop = [&](PictureKind kind) {
    s.app->dropped(s.folder.file("tas.jpg", encode_jpeg(draw_picture(kind, 3))));
    s.finish_work();
    s.rig.settle();
  };
  s.tap("orders.0.0");
  drop(PictureKind::Bag);
  drop(PictureKind::Hat);
  REQUIRE(pictures_of(s.shop->facts(), order).size() == 2);
  CHECK(s.rig.has("pictures.1"));
  s.tap("pictures.0");
  s.tap("picture.shows.1");
  CHECK(pictures_of(s.shop->facts(), order).back().shows == PictureShows::Work);
  s.tap("picture.remove");
  CHECK(pictures_of(s.shop->facts(), order).size() == 1);
  CHECK_FALSE(s.rig.has("pictures.1"));
  REQUIRE(s.shop->undo().has_value());
  s.rig.wait(0.3);
  CHECK(s.rig.has("pictures.1"));
}

TEST_CASE("pictures of a new order are kept when it is saved, but for one that was taken off before") {
  DemoStand s(make_orders_screen, Filling::Bare);
  REQUIRE(s.shop->execute(SaveContact{{.name = "Ratna"}, ""}).has_value());
  s.begin();
  s.tap("save");
  s.tap("order_new.client");
  s.tap("pick_person.0");
  s.tap("order_new.what");
  s.rig.type("Tas rajut");
  for (const PictureKind kind : {PictureKind::Bag, PictureKind::Hat}) {
    s.app->dropped(s.folder.file("tas.jpg", encode_jpeg(draw_picture(kind, 3))));
    s.finish_work();
  }
  s.rig.settle();
  s.tap("pictures.1");
  s.tap("picture.remove");
  s.tap("save");
  const CustomOrder order = find_order(s.shop->facts(), 1).value();
  const std::vector<OrderPicture> kept = pictures_of(s.shop->facts(), order.id);
  REQUIRE(kept.size() == 1);
  CHECK(kept.front().photo == hex(make_photo(encode_jpeg(draw_picture(PictureKind::Bag, 3)))->content_hash));
}

}  // namespace
}  // namespace lapak::test
