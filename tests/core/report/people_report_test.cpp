// report: a person's page and the list of who is due; doubles; ready messages.
#include "core/people/doubles.h"
#include "core/people/follow_up_store.h"
#include "core/people/message.h"
#include "core/report/contact_page.h"
#include "core/report/due_list.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

const Date kToday = Date::of(2026, 11, 22);
constexpr std::int64_t kDay_ms = 86'400'000;

struct People {
  TestShop shop;

  Id<Contact> add(Contact card) {
    const Result<Outcome> done = shop.execute(SaveContact{std::move(card), ""});
    REQUIRE(done.has_value());
    return Id<Contact>{done->subject};
  }
  template <class Command>
  void must(const Command& command) {
    REQUIRE(shop.execute(command).has_value());
  }
  Id<Sale> sell(Id<Contact> customer, const char* name, Money price) {
    Cart cart{.id = shop.ids.next<Sale>()};
    cart.customer = customer;
    cart.lines.push_back(CartLine{.id = shop.ids.next<CartLine>(),
                                  .name = name,
                                  .quantity = Quantity::of(1),
                                  .list_price = price,
                                  .agreed_price = price});
    const Result<Outcome> sold = shop.execute(SaleCommand(Sell{cart, {{.amount = price}}}));
    REQUIRE(sold.has_value());
    return Id<Sale>{sold->subject};
  }
  void pass_days(int days) { shop.clock.advance_ms(days * kDay_ms); }
  DueList due(Date today) const {
    return due_list(shop.database, shop.profile, {.today = today, .now = shop.clock.now()});
  }
};

TEST_CASE("a page is one stream of what happened, the newest first, and says the last words and the last piece") {
  People p;
  const auto ani = p.add({.name = "Ani"});
  p.must(AddNote{ani, {}, "suka biru"});
  p.pass_days(1);
  const Id<Sale> sale = p.sell(ani, "Tas rajut", Money{150'000});
  p.pass_days(1);
  p.must(Greet{.contact = ani, .way = Way::Written, .text = "Tasnya bagaimana?"});
  p.pass_days(1);
  p.must(SetReminder{ani, {}, kToday.plus_days(9), "kabari tas hijau"});
  const ContactPage page = contact_page(p.shop.database, {.contact = ani}).value();
  REQUIRE(page.timeline.size() == 4);
  CHECK(page.timeline[0].kind == MomentKind::Promised);
  CHECK(page.timeline[0].due == kToday.plus_days(9));
  CHECK(page.timeline[1].kind == MomentKind::Written);
  CHECK(page.timeline[2].kind == MomentKind::Bought);
  CHECK(page.timeline[2].id == sale.bytes);
  CHECK(page.timeline[2].amount == Money{150'000});
  CHECK(page.timeline[3].text == "suka biru");
  CHECK(page.last_words == "Tasnya bagaimana?");
  CHECK(page.last_piece == "Tas rajut");
  CHECK(page.promise->text == "kabari tas hijau");
  CHECK(page.has_bought);
  CHECK(page.clockwork.touched == kToday.plus_days(2));
  const ContactPage short_one = contact_page(p.shop.database, {.contact = ani, .moments = 2}).value();
  CHECK(short_one.timeline.size() == 2);
  CHECK(short_one.has_more);
}

TEST_CASE("who is not the owner sees the name and the pinned notes") {
  People p;
  const auto ani = p.add({.name = "Ani", .phone = "081234567890", .town = "Solo", .tags = {"Biru"}});
  p.must(AddNote{ani, {}, "pintu belakang", true});
  p.must(AddNote{ani, {}, "rahasia", false});
  p.sell(ani, "Tas", Money{1'000});
  const ContactPage page = contact_page(p.shop.database, {.contact = ani, .sight = Sight::NameAndPinned}).value();
  CHECK(page.contact == Contact{.id = ani, .name = "Ani"});
  REQUIRE(page.timeline.size() == 1);
  CHECK(page.timeline[0].text == "pintu belakang");
  CHECK(page.last_piece.empty());
  CHECK(page.last_words.empty());
}

TEST_CASE("links lead both ways between a community, its members and who brought them together") {
  People p;
  const auto budi = p.add({.name = "Budi"}), ani = p.add({.name = "Ani", .met_through = budi});
  const auto choir = p.add({.name = "Komunitas", .kind = ContactKind::Group, .members = {ani, budi}});
  CHECK(contact_page(p.shop.database, {.contact = choir})->members.size() == 2);
  CHECK(contact_page(p.shop.database, {.contact = ani})->communities.at(0).id == choir);
  CHECK(contact_page(p.shop.database, {.contact = ani})->through->name == "Budi");
  CHECK_FALSE(contact_page(p.shop.database, {.contact = p.shop.ids.next<Contact>()}).has_value());
}

TEST_CASE("from the first sale at a fair to the follow-ups a week later") {
  People p;
  p.shop.profile.name = "Rumah Benang";
  const auto ani = p.add({.name = "Ani", .phone = "081234567890", .language = "en", .consent_at = kTestMorning});
  const auto budi = p.add({.name = "Budi", .phone = "081234567891"});
  p.add({.name = "Ibu kerudung kuning"});
  p.sell(ani, "Tas rajut", Money{150'000});
  DueList list = p.due(kToday);
  CHECK_MESSAGE(list.new_people.size() == 2, "whoever can be written to");
  CHECK(list.now.empty());
  CHECK(list.new_people[1].message ==
        "Hello Ani, it was good to meet you at our stall. Thank you for choosing Tas rajut. Greetings, Rumah Benang.");
  CHECK_MESSAGE(list.new_people[0].message == "Halo Budi, senang bertemu Anda di lapak kami. Salam, Rumah Benang.",
                "nothing was bought, so nothing is said of it");
  CHECK(list.new_people[1].may_write);
  CHECK_FALSE(list.circle_quiet_days.has_value());

  p.must(Greet{ani, Way::Written, list.new_people[1].message, {.reminder = {}, .occasion = Occasion::NewPeople}});
  p.must(SetRhythm{budi, 1});
  p.must(SetReminder{ani, {}, kToday.plus_days(6), "kirim foto tas hijau"});
  p.pass_days(6);
  list = p.due(kToday.plus_days(6));
  REQUIRE(list.now.size() == 1);
  CHECK(list.now[0].occasion == Occasion::Promise);
  CHECK(list.now[0].what == "kirim foto tas hijau");
  CHECK(list.now[0].last_piece == "Tas rajut");
  REQUIRE(list.this_week.size() == 1);
  CHECK(list.this_week[0].occasion == Occasion::Rhythm);
  CHECK(list.this_week[0].contact == budi);
  CHECK(list.circle_quiet_days == 6);
  CHECK(list.due_count == 1);

  p.pass_days(2);
  list = p.due(kToday.plus_days(8));
  CHECK(list.due_count == 2);
  p.must(Greet{ani, Way::Talked, "", {.reminder = list.now[0].reminder, .occasion = Occasion::Promise}});
  p.must(PutOff{budi, {.reminder = {}, .occasion = Occasion::Rhythm}, kToday.plus_days(15)});
  CHECK(p.due(kToday.plus_days(8)).now.empty());
  CHECK(p.due(kToday.plus_days(15)).now.size() == 1);
  p.shop.check_replay();
}

TEST_CASE("birthdays and the return of the first purchase are suggested in their week") {
  People p;
  const auto ani = p.add({.name = "Ani", .birthday = "1990-11-25"});
  const auto budi = p.add({.name = "Budi"});
  p.sell(budi, "Lilin", Money{1'000});
  CHECK(p.due(kToday).suggested.at(0).contact == ani);
  p.pass_days(365);
  const DueList list = p.due(kToday.plus_days(363));
  REQUIRE(list.suggested.size() == 2);
  CHECK(list.suggested[1].occasion == Occasion::Year);
  CHECK(list.suggested[1].contact == budi);
}

TEST_CASE("the shop's own words replace the usual ones in their language alone") {
  People p;
  const auto ani = p.add({.name = "Ani", .language = "en"}), budi = p.add({.name = "Budi", .language = "id"});
  p.must(SaveTemplate{Occasion::Rhythm, "en", "Dear {name}! {piece} is back. See you, {shop}."});
  p.shop.profile.name = "RB";
  CHECK(ready_message(p.shop.database, p.shop.profile, ani, Occasion::Rhythm, "") == "Dear Ani! See you, RB.");
  CHECK(ready_message(p.shop.database, p.shop.profile, budi, Occasion::Rhythm, "").starts_with("Halo Budi"));
  p.shop.undo();
  CHECK(ready_message(p.shop.database, p.shop.profile, ani, Occasion::Rhythm, "").starts_with("Hello Ani"));
  p.shop.check_replay();
}

TEST_CASE("a sentence with a field that says nothing falls away, and unknown braces stay") {
  const MessageFields fields{.name = "Ani", .shop = "RB", .piece = "", .what = ""};
  CHECK(filled_message("Hi {name}. How is {piece}? {joke} Bye.", fields) == "Hi Ani. {joke} Bye.");
  CHECK(filled_message("{what}", fields).empty());
  CHECK(filled_message("v1.2 of {name}\nline", fields) == "v1.2 of Ani\nline");
}

TEST_CASE("names are alike when they are one person's in another writing") {
  for (const auto& [one, other] : {std::pair{"Bu Ratna Dewi", "ratna dewi"},
                                   {"Ratna Dewi", "Dewi Ratna"},
                                   {"Ratna D.", "Ratna Dewi"},
                                   {"Soekarno", "Sukarno"},
                                   {"Annisa Putri", "Anisa Putri"},
                                   {"Kartika Sari", "Kartica Sari"}}) {
    INFO(one, " / ", other);
    CHECK(names_alike(one, other));
    CHECK(names_alike(other, one));
  }
  for (const auto& [one, other] : {std::pair{"Ratna", "Ratna Dewi"},
                                   {"Rina", "Dina"},
                                   {"Ani", "Adi"},
                                   {"", ""},
                                   {"Bu", "Pak"},
                                   {"R. D.", "Ratna Dewi"}}) {
    INFO(one, " / ", other);
    CHECK_FALSE(names_alike(one, other));
  }
}

TEST_CASE("doubles are proposed until they are one, or kept apart") {
  People p;
  const auto ani = p.add({.name = "Ani Wijaya", .phone = "081234567890"});
  const auto anita = p.add({.name = "Anita", .phone = "081234567890"});
  const auto other = p.add({.name = "Bu Ani Wijaya"});
  p.add({.name = "Budi"});
  std::vector<Doubles> found = find_doubles(p.shop.database, 9);
  REQUIRE(found.size() == 2);
  CHECK(found[0].why == Likeness::SamePhone);
  CHECK(std::pair(found[0].older, found[0].newer) == std::pair(ani, anita));
  CHECK(std::pair(found[1].older, found[1].newer) == std::pair(ani, other));
  p.must(KeepApart{anita, ani});
  p.must(MergeContacts{other, ani});
  CHECK(find_doubles(p.shop.database, 9).empty());
  p.shop.check_replay();
}

}  // namespace
}  // namespace lapak
