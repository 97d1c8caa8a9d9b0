// People on the screens: the list, who is due, a person's page, her card, merging, forgetting.
#include "app/screens/people.h"

#include <doctest/doctest.h>

#include "core/catalog/picture.h"
#include "core/catalog/product_store.h"
#include "core/people/follow_up_store.h"
#include "core/people/people_store.h"
#include "core/report/contact_page.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/app/screens/stall.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

Id<Contact> add(Stall& s, Contact card) {
  const Result<Outcome> done = s.shop->execute(SaveContact{std::move(card), ""});
  REQUIRE(done.has_value());
  return Id<Contact>{done->subject};
}

template <class Command>
void must(Stall& s, const Command& command) {
  REQUIRE(s.shop->execute(command).has_value());
}

TEST_CASE("a new contact is typed in, and its page stands in place of the editor") {
  Stall s;
  s.tap({"rail.people", "save", "contact.name"});
  s.type("Ratna");
  s.tap("contact.phone");
  s.type("0812 3456 7890");
  s.tap("save");
  CHECK(s.rig.text_of("person.name") == "Ratna");
  CHECK(people(s.shop->facts(), {}).rows.at(0).phone == "+6281234567890");
  s.tap("back");
  CHECK(s.rig.has("people.row.0"));
}

TEST_CASE("the list is narrowed by a few letters, and a row leads to the page") {
  Stall s;
  for (const char* name : {"Ratna", "Budi", "Rahayu"}) add(s, {.name = name});
  s.tap({"rail.people", "people.search"});
  s.type("ra");
  CHECK(s.rig.at("people.row.0").label == "Rahayu");
  CHECK_FALSE(s.rig.has("people.row.2"));
  s.tap("people.row.1");
  CHECK(s.rig.text_of("person.name") == "Ratna");
}

TEST_CASE("who is due is a number on the rail, a card with what was promised, and gone after one tap") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna", .phone = "081234567890"});
  must(s, SetReminder{ratna, {}, s.shop->today(), "kabari tas biru"});
  s.settle();
  CHECK(count_due(s.shop->facts(), s.shop->today()) == 1);
  s.tap("rail.people");
  CHECK_MESSAGE(s.rig.has("due.0.talked"), "whom to write to is shown first");
  s.tap("due.0.later");
  CHECK(count_due(s.shop->facts(), s.shop->today()) == 0);
  s.key(Key::Z, true);
  CHECK(count_due(s.shop->facts(), s.shop->today()) == 1);
  s.tap("due.0.talked");
  CHECK_FALSE(next_reminder(s.shop->facts(), ratna).has_value());
  CHECK(encounters_of(s.shop->facts(), ratna, 9).at(0).way == Way::Talked);
}

TEST_CASE("what is promised while the receipt is handed over stands in the list of whom to write to") {
  Stall s;
  pick_three(s);
  s.tap({"pay", "cash.exact", "buyer.remind", "remind.text"});
  s.type("kabari tas biru");
  s.tap({"remind.day.0", "remind.ok"});
  const Id<Contact> buyer = customer_of(s.shop->facts(), last(s).id).value();
  const Reminder promise = next_reminder(s.shop->facts(), buyer).value();
  CHECK(promise.text == "kabari tas biru");
  CHECK(promise.due == s.shop->today().plus_days(1));
  CHECK(promise.sale == last(s).id);
}

TEST_CASE("a ready message is changed and noted as written") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna", .phone = "081234567890"});
  must(s, SetReminder{ratna, {}, s.shop->today(), "kabari tas biru"});
  s.tap({"rail.people", "due.0.write"});
  CHECK(s.rig.has("message.whatsapp"));
  CHECK_FALSE(s.rig.has("message.email"));
  s.tap("message.written");
  const Encounter said = encounters_of(s.shop->facts(), ratna, 9).at(0);
  CHECK(said.text.find("kabari tas biru") != std::string::npos);
  CHECK(count_due(s.shop->facts(), s.shop->today()) == 0);
}

TEST_CASE("her page takes notes, promises and a place in the circle, and begins a sale with her") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna"});
  s.tap({"rail.people", "people.row.0", "person.note"});
  s.type("suka biru");
  s.tap("note.ok");
  CHECK(notes_of(s.shop->facts(), ratna, 9).at(0).text == "suka biru");
  s.tap("person.remind");
  s.type("kabari");
  s.tap({"remind.day.0", "remind.ok"});
  CHECK(next_reminder(s.shop->facts(), ratna)->due == s.shop->today().plus_days(1));
  s.tap({"person.rhythm", "rhythm.0", "rhythm.ok"});
  CHECK(clockwork_of(s.shop->facts(), ratna).every_weeks == 2);
  s.tap("save");
  CHECK(s.shop->cart().customer == ratna);
  CHECK(s.rig.has("pay"));
}

TEST_CASE("the other card of the same person is merged in, and parted by undo") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna Dewi"});
  const auto twin = add(s, {.name = "Bu Ratna Dewi", .phone = "081234567890"});
  s.tap({"rail.people", "people.doubles", "pairs.0.one"});
  CHECK(kept_contact(s.shop->facts(), twin) == ratna);
  CHECK(find_contact(s.shop->facts(), ratna)->phone == "+6281234567890");
  s.tap("pairs.close");
  s.key(Key::Z, true);
  CHECK(kept_contact(s.shop->facts(), twin) == twin);
  s.tap({"people.doubles", "pairs.0.two"});
  CHECK_FALSE(s.rig.has("pairs.0.two"));
}

TEST_CASE("forgetting is said first, and then she is gone from the list") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna"});
  s.tap({"rail.people", "people.row.0", "person.more", "person_more.forget", "forget.no"});
  CHECK(find_contact(s.shop->facts(), ratna)->name == "Ratna");
  s.tap({"person.more", "person_more.forget", "forget.ok"});
  CHECK(find_contact(s.shop->facts(), ratna)->name.empty());
  CHECK_FALSE(s.rig.has("people.row.0"));
}

TEST_CASE("a helper sees names and pinned notes, writes to nobody and edits nothing") {
  Stall s;
  const auto ratna = add(s, {.name = "Ratna", .phone = "081234567890", .town = "Semarang"});
  must(s, AddNote{ratna, {}, "pintu belakang", true});
  must(s, AddNote{ratna, {}, "rahasia", false});
  must(s, SetReminder{ratna, {}, s.shop->today(), "kabari"});
  s.helper_at_the_till();
  s.tap("rail.people");
  CHECK_FALSE(s.rig.has("due.0.write"));
  CHECK_FALSE(s.rig.has("save"));
  s.tap("people.row.0");
  CHECK(s.rig.at("person.moment.0").label == "pintu belakang");
  CHECK_FALSE(s.rig.has("person.moment.1"));
  for (const char* name : {"person.edit", "person.write", "person.more", "person.note", "person.rhythm"})
    CHECK_FALSE_MESSAGE(s.rig.has(name), name);
}

TEST_CASE("everything search leads to a person's page") {
  Stall s;
  add(s, {.name = "Ratna"});
  s.key(Key::K, true);
  s.type("ratna");
  s.tap("find.0");
  CHECK(s.rig.text_of("person.name") == "Ratna");
  s.tap("back");
  CHECK(s.rig.has("people.row.0"));
}

TEST_CASE("a card's number is said not to be kept while it is typed") {
  Stall s;
  add(s, {.name = "Ratna"});
  s.tap({"rail.people", "people.row.0", "person.edit", "contact.prefers"});
  s.type("4111 1111 1111 1111");
  CHECK(s.rig.has("contact.prefers.card"));
  s.tap("save");
  CHECK(people(s.shop->facts(), {}).rows.at(0).prefers == "•••• 1111");
}

TEST_CASE("a photo that is dropped on a card is kept with the person and shown on the page") {
  DemoStand s(make_people_screen, Filling::Bare);
  const auto saved = s.shop->execute(PeopleCommand(SaveContact{{.name = "Ratna"}, {}}));
  REQUIRE(saved);
  const Id<Contact> ratna{saved->subject};
  const TestFolder folder;
  s.begin();
  for (const char* name : {"people.tab.1", "people.row.0", "person.edit"}) s.tap(name);
  s.app->dropped(folder.file("ratna.jpg", encode_jpeg(draw_picture(PictureKind::Hat, 2))));
  s.finish_work();
  s.tap("photo.turn");
  s.finish_work();
  s.tap("save");
  const Contact kept = find_contact(s.shop->facts(), ratna).value();
  CHECK_FALSE(kept.photo.empty());
  CHECK_FALSE(photo_jpeg(s.shop->facts(), kept.photo).empty());
  for (const char* name : {"person.edit", "photo.remove", "save"}) s.tap(name);
  CHECK(find_contact(s.shop->facts(), ratna)->photo.empty());
}

}  // namespace
}  // namespace lapak::test
