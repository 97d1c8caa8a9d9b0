// What follows a handing over, testimonials, and the portfolio on the screens.
#include "app/screens/portfolio.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/screens/orders.h"
#include "app/screens/people.h"
#include "core/base/hex.h"
#include "core/catalog/picture.h"
#include "core/order/order_store.h"
#include "core/people/follow_up_store.h"
#include "core/people/people_store.h"
#include "core/portfolio/piece_store.h"
#include "core/portfolio/testimonial_store.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

// The name of what a second tap on the same spot would press: the last drawn there.
std::string under(Stall& stall, Point at) {
  std::string name;
  for (const Control& control : stall.rig.stage().registry().controls())
    if (control.taps && control.enabled && control.visible.contains(at)) name = control.name;
  return name;
}

Id<CustomOrder> ask(Shop& shop) {
  const Id<Contact> ratna{
      shop.execute(SaveContact{{.name = "Ratna", .phone = "081234567890", .town = "Yogyakarta"}, ""})->subject};
  return Id<CustomOrder>{
      shop.execute(SaveOrder{{.client = ratna, .what = "Tas rajut biru tua", .price = Money{230'000}}})->subject};
}

// Its work is in a picture, and it is paid.
Id<CustomOrder> handed_over(Shop& shop, PictureKind kind) {
  const Id<CustomOrder> order = ask(shop);
  const Photo work = drawn_photo(kind, 4);
  REQUIRE(shop.execute(AddPictures{order, PictureShows::Work, {{work.content_hash, work.jpeg, work.thumbnail_jpeg}}})
              .has_value());
  Sell sell{.cart = cart_of(shop.facts(), order, shop.profile().words()).value(), .tenders = {}};
  sell.tenders = {{.amount = Money{230'000}}};
  REQUIRE(shop.execute(sell).has_value());
  return order;
}

TEST_CASE("after an order was paid three ways on are offered, none under the finger that has just paid") {
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1920.0f, 1200.0f}})
    for (const Hand hand : {Hand::Right, Hand::Left})
      for (const std::initializer_list<std::string_view> way :
           {std::initializer_list<std::string_view>{"method.cash", "cash.exact"},
            {"method.cash", "cash.0"},
            {"method.cash", "cash.1"},
            {"method.transfer", "accept"},
            {"method.card", "accept"}}) {
        Stall s({.width = width, .height = height, .hand = hand});
        const Id<CustomOrder> order = ask(*s.shop);
        REQUIRE(
            s.shop->execute(AddOrder{cart_of(s.shop->facts(), order, s.shop->profile().words()).value()}).has_value());
        s.settle();
        s.tap({"pay", *way.begin()});
        const std::string_view last = *(way.begin() + 1);
        const Point finger = s.rig.at(last).visible.centre();
        s.tap(last);
        CAPTURE(fmt::format("{} at {}x{}, {}", last, width, height, hand == Hand::Left ? "left" : "right"));
        for (const char* next : {"next.how", "next.quote", "next.else"}) CHECK(s.rig.has(next));
        CHECK_FALSE(under(s, finger).starts_with("next."));
      }
}

TEST_CASE("how is it comes up a week later, and is offered once; what else begins an order for the same client") {
  Stall s;
  const Id<CustomOrder> order = handed_over(*s.shop, PictureKind::Bag);
  s.settle();
  const Id<Contact> client = find_order(s.shop->facts(), order)->client;
  s.tap({"rail.orders", "orders.3.0", "next.how"});
  const auto reminder = next_reminder(s.shop->facts(), client);
  REQUIRE(reminder.has_value());
  CHECK(reminder->occasion == Occasion::HowIsIt);
  CHECK(reminder->due == s.shop->today().plus_days(7));
  CHECK_FALSE(s.rig.at("next.how").enabled);
  s.tap({"next.else", "order_new.what"});
  s.type("Dompet");
  s.tap("save");
  CHECK(find_order(s.shop->facts(), 2)->client == client);
}

TEST_CASE("what a client said is written down from the order, shown on her page, and withdrawn there") {
  Stall s;
  const Id<CustomOrder> order = handed_over(*s.shop, PictureKind::Bag);
  s.clock.advance_ms(60'000);
  s.settle();
  s.tap({"rail.orders", "orders.3.0", "next.quote"});
  CHECK(s.rig.has("testimonial.ask"));
  s.tap("testimonial.text");
  s.type("Rapi sekali");
  s.tap("testimonial.ok");
  REQUIRE(testimonials_about(s.shop->facts(), order).size() == 1);
  CHECK_FALSE(published_quote(s.shop->facts(), order).has_value());
  s.tap({"next.quote", "testimonial.consent", "testimonial.how.0", "testimonial.ok"});
  const auto published = published_quote(s.shop->facts(), order);
  REQUIRE(published.has_value());
  CHECK(published->named == "Ratna, Yogyakarta");
  CHECK(published->given_how == "WhatsApp");
  s.tap({"order.client", "person.moment.0"});
  s.tap("testimonial.withdraw");
  CHECK(testimonials_about(s.shop->facts(), order).empty());
}

TEST_CASE("of a class it is written down on the person's page, in free words") {
  Stall s;
  const Id<CustomOrder> order = handed_over(*s.shop, PictureKind::Bag);
  s.settle();
  s.tap({"rail.orders", "orders.3.0", "order.client", "person.more", "person_more.quote", "testimonial.text"});
  s.type("Asyik");
  s.tap("testimonial.about");
  s.type("Kelas rajut");
  s.tap("testimonial.ok");
  const auto said = testimonials_by(s.shop->facts(), find_order(s.shop->facts(), order)->client);
  REQUIRE(said.size() == 1);
  CHECK(said.front().about == "Kelas rajut");
}

TEST_CASE("a picture dropped while a testimonial of no order is written becomes its picture") {
  DemoStand s(make_people_screen, Filling::Bare);
  const Id<Contact> ratna{s.shop->execute(SaveContact{{.name = "Ratna"}, ""})->subject};
  s.begin();
  for (const char* name : {"people.tab.1", "people.row.0", "person.more", "person_more.quote"}) s.tap(name);
  s.app->dropped(s.folder.file("kelas.jpg", encode_jpeg(draw_picture(PictureKind::Hat, 2))));
  s.finish_work();
  CHECK(s.rig.text_of("title") == "Ratna");  // no list was taken in instead
  s.tap("testimonial.text");
  s.rig.type("Asyik");
  s.tap("testimonial.ok");
  const auto said = testimonials_by(s.shop->facts(), ratna);
  REQUIRE(said.size() == 1);
  CHECK_FALSE(photo_jpeg(s.shop->facts(), said.front().photo).empty());
}

TEST_CASE("pieces are chosen, named, moved and taken out; the pictures lie in a folder, one a piece") {
  DemoStand s(make_portfolio_screen, Filling::OnDisk);
  handed_over(*s.shop, PictureKind::Bag);
  handed_over(*s.shop, PictureKind::Hat);
  s.begin();
  s.tap("portfolio.empty.action");
  s.tap("pieces.0");
  s.tap("pieces.0");
  s.tap("pieces.close");
  REQUIRE(portfolio(s.shop->facts()).size() == 2);
  s.tap("portfolio.1");
  s.tap("piece.title");
  s.rig.type(" kecil");
  s.tap("piece.up");
  s.finish_work();
  CHECK(portfolio(s.shop->facts()).front().piece.title == "Tas rajut biru tua kecil");
  s.tap("portfolio.pictures");
  s.finish_work();
  const auto folder = s.folder / "papers" / "Portfolio";
  CHECK(std::filesystem::exists(folder / "01 Tas rajut biru tua kecil.jpg"));
  CHECK(std::filesystem::exists(folder / "02 Tas rajut biru tua.jpg"));
  s.tap("save");
  s.finish_work();
  CHECK(std::filesystem::exists(s.folder / "papers" / "Portfolio.pdf"));
  s.tap("piece.out");
  CHECK(portfolio(s.shop->facts()).size() == 1);
}

}  // namespace
}  // namespace lapak::test
