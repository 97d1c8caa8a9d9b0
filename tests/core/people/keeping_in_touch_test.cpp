// people: encounters, reminders, the circle, merged cards, and what is forgotten.
#include "core/base/text.h"
#include "core/people/follow_up_store.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

const Date kToday = Date::of(2026, 11, 22);
constexpr std::int64_t kDay_ms = 86'400'000;

Id<Contact> subject(const Result<Outcome>& outcome) {
  REQUIRE(outcome.has_value());
  return Id<Contact>{outcome->subject};
}

Id<Contact> person(TestShop& shop, std::string name, std::string phone = {}) {
  return subject(shop.execute(SaveContact{{.name = std::move(name), .phone = std::move(phone)}, ""}));
}

TEST_CASE("a card keeps all that is told of a person, brought to one form") {
  TestShop shop;
  const auto budi = person(shop, "Budi");
  Contact card{.name = "Ratna"};
  card.phone = "0812 3456 7890";
  card.whatsapp = "+62 812-3456-7890";
  card.instagram = "https://instagram.com/ratna.batik/";
  card.email = " ratna@example.com ";
  card.address = "Jl. Melati 5\nSemarang";
  card.birthday = "4/5/1990";
  card.language = "id";
  card.prefers = "warna biru";
  card.met_where = "Bazar Kota Lama";
  card.met_through = budi;
  card.consent_at = kTestMorning;
  card.consent_how = "bilang di lapak";
  card.roles = {ContactRole::Supplier, ContactRole::Shop, ContactRole::Shop};
  const auto id = subject(shop.execute(SaveContact{card, ""}));
  const Contact kept = find_contact(shop.database, id).value();
  CHECK(kept.whatsapp.empty());
  CHECK(chat_phone(kept) == "+6281234567890");
  CHECK(kept.instagram == "ratna.batik");
  CHECK(kept.email == "ratna@example.com");
  CHECK(kept.birthday == "1990-05-04");
  CHECK(kept.met_through == budi);
  CHECK(kept.roles == std::vector{ContactRole::Shop, ContactRole::Supplier});
  CHECK(kept.consent_at == kTestMorning);
  const auto choir = subject(shop.execute(
      SaveContact{{.name = "Komunitas Kota Lama", .kind = ContactKind::Group, .members = {id, budi}}, ""}));
  CHECK(find_contact(shop.database, choir)->members == std::vector{id, budi});
  shop.check_replay();
}

TEST_CASE("a birthday is taken as people write it") {
  for (const auto& [typed, kept] : {std::pair{"4/5/1990", "1990-05-04"},
                                    {"1990-05-04", "1990-05-04"},
                                    {"4 5", "05-04"},
                                    {"05-04", "05-04"},
                                    {"--0504", "05-04"},
                                    {"29.2.", "02-29"},
                                    {"", ""}}) {
    INFO(typed);
    CHECK(checked_birthday(typed) == std::string(kept));
  }
  for (const char* typed : {"31/2/1990", "29/2/1990", "13-40", "Mei", "4/5/90/1"}) {
    INFO(typed);
    CHECK(checked_birthday(typed).error().code == ProblemCode::NotADate);
  }
}

TEST_CASE("a card that names who is not there, or itself, is refused") {
  TestShop shop;
  const auto ani = person(shop, "Ani");
  Contact card = find_contact(shop.database, ani).value();
  card.email = "ani@";
  CHECK(shop.execute(SaveContact{card, ""}).error().code == ProblemCode::EmailIncomplete);
  card.email.clear();
  card.met_through = shop.ids.next<Contact>();
  CHECK(shop.execute(SaveContact{card, ""}).error().code == ProblemCode::ContactUnknown);
  card.met_through.reset();
  card.members = {ani};
  CHECK(shop.execute(SaveContact{card, ""}).error().code == ProblemCode::SameContact);
}

TEST_CASE("the circle's clock runs from the last touch, and any touch starts it again") {
  TestShop shop;
  const auto ani = person(shop, "Ani");
  REQUIRE(shop.execute(SetRhythm{ani, 2}).has_value());
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(14));
  CHECK(rhythms_due(shop.database, {}, kToday.plus_days(13), 10).empty());
  REQUIRE(rhythms_due(shop.database, {}, kToday.plus_days(14), 10).size() == 1);
  CHECK(count_due(shop.database, kToday.plus_days(14)) == 1);

  shop.clock.advance_ms(10 * kDay_ms);
  REQUIRE(shop.execute(Greet{.contact = ani, .way = Way::Talked, .text = "telepon"}).has_value());
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(24));
  shop.undo();
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(14));

  shop.clock.advance_ms(kDay_ms);
  shop.execute(RememberBuyer{shop.ids.next<Sale>(), ani, "", "", {}, ""}).value();
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(25));
  CHECK(clockwork_of(shop.database, ani).first_bought == kToday.plus_days(11));

  REQUIRE(shop.execute(PutOff{ani, {.reminder = {}, .occasion = Occasion::Rhythm}, kToday.plus_days(40)}).has_value());
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(40));
  shop.undo();
  CHECK(due_of(clockwork_of(shop.database, ani)) == kToday.plus_days(25));
  REQUIRE(shop.execute(LetGo{ani, {.reminder = {}, .occasion = Occasion::Rhythm}}).has_value());
  CHECK_FALSE(due_of(clockwork_of(shop.database, ani)).has_value());
  shop.undo();
  CHECK(clockwork_of(shop.database, ani).every_weeks == 2);
  CHECK(shop.execute(SetRhythm{ani, 105}).error().code == ProblemCode::QuantityTooLarge);
  shop.check_replay();
}

TEST_CASE("a promise is due on its day, moved, kept, and opened again by undo") {
  TestShop shop;
  const auto ani = person(shop, "Ani");
  REQUIRE(shop.execute(SetReminder{ani, {}, kToday.plus_days(3), "kabari stok tas biru"}).has_value());
  CHECK(reminders_due(shop.database, {}, kToday.plus_days(2), 9).empty());
  const Reminder reminder = reminders_due(shop.database, {}, kToday.plus_days(3), 9).at(0);
  CHECK(reminder.text == "kabari stok tas biru");
  REQUIRE(shop.execute(PutOff{ani, {.reminder = reminder.id, .occasion = {}}, kToday.plus_days(9)}).has_value());
  CHECK(next_reminder(shop.database, ani)->due == kToday.plus_days(9));
  REQUIRE(shop.execute(Greet{ani, Way::Written, "Tas biru sudah ada", {.reminder = reminder.id, .occasion = {}}})
              .has_value());
  CHECK_FALSE(next_reminder(shop.database, ani).has_value());
  CHECK(encounters_of(shop.database, ani, 9).size() == 1);
  shop.undo();
  CHECK(next_reminder(shop.database, ani)->due == kToday.plus_days(9));
  CHECK(encounters_of(shop.database, ani, 9).empty());
  REQUIRE(shop.execute(LetGo{ani, {.reminder = reminder.id, .occasion = {}}}).has_value());
  CHECK(shop.execute(LetGo{ani, {.reminder = reminder.id, .occasion = {}}}).error().code ==
        ProblemCode::ReminderUnknown);
  CHECK(reminders_of(shop.database, ani, 9).size() == 1);
  CHECK(shop.execute(SetReminder{ani, {}, kToday, " "}).error().code == ProblemCode::NameEmpty);
  shop.check_replay();
}

TEST_CASE("birthdays are offered in their week, also over the end of the year, and once") {
  TestShop shop;
  const auto save = [&](const char* name, const char* birthday) {
    return subject(shop.execute(SaveContact{{.name = name, .birthday = birthday}, ""}));
  };
  const auto ani = save("Ani", "1990-12-30"), budi = save("Budi", "01-02"), leap = save("Citra", "1992-02-29");
  save("Dewi", "06-06");
  CHECK(birthdays_between(shop.database, Date::of(2026, 12, 28), Date::of(2027, 1, 4), 9) == std::vector{ani, budi});
  CHECK(birthdays_between(shop.database, Date::of(2027, 2, 22), Date::of(2027, 2, 28), 9) == std::vector{leap});
  CHECK(next_return("1992-02-29", Date::of(2027, 1, 1)) == Date::of(2027, 2, 28));
  REQUIRE(shop.execute(LetGo{ani, {.reminder = {}, .occasion = Occasion::Birthday}}).has_value());
  CHECK(birthdays_between(shop.database, Date::of(2026, 12, 28), Date::of(2027, 1, 4), 9) == std::vector{budi});
  shop.undo();
  CHECK(birthdays_between(shop.database, Date::of(2026, 12, 28), Date::of(2027, 1, 4), 9).size() == 2);
  shop.check_replay();
}

TEST_CASE("the new people of a fair are offered until they are greeted") {
  TestShop shop;
  const auto ani = person(shop, "Ani", "081234567890");
  person(shop, "Tanpa nomor");
  CHECK(not_greeted_since(shop.database, kTestMorning, kToday, 9) == std::vector{ani});
  REQUIRE(
      shop.execute(Greet{ani, Way::Written, "Halo", {.reminder = {}, .occasion = Occasion::NewPeople}}).has_value());
  CHECK(not_greeted_since(shop.database, kTestMorning, kToday, 9).empty());
}

TEST_CASE("one old friend a week, who was quiet the longest") {
  TestShop shop;
  const auto ani = person(shop, "Ani", "081234567890"), budi = person(shop, "Budi", "081234567891");
  REQUIRE(shop.execute(Greet{.contact = ani, .way = Way::Met}).has_value());
  shop.clock.advance_ms(kDay_ms);
  REQUIRE(shop.execute(Greet{.contact = budi, .way = Way::Met}).has_value());
  shop.clock.advance_ms(200 * kDay_ms);
  const Date today = kToday.plus_days(201);
  CHECK(old_friend(shop.database, today.plus_days(-90), today.plus_days(-6), today) == ani);
  REQUIRE(shop.execute(LetGo{ani, {.reminder = {}, .occasion = Occasion::OldFriend}}).has_value());
  CHECK_FALSE(old_friend(shop.database, today.plus_days(-90), today.plus_days(-6), today).has_value());
  const Date next_week = today.plus_days(7);
  CHECK(old_friend(shop.database, next_week.plus_days(-90), today.plus_days(1), next_week) == budi);
}

TEST_CASE("two cards of one person become one, and part again by undo") {
  TestShop shop;
  const auto old_card = person(shop, "Ratna D.", "081234567890"), kept = person(shop, "Ratna Dewi");
  const auto third = person(shop, "Bu Ratna");
  REQUIRE(shop.execute(AddNote{old_card, {}, "suka biru"}).has_value());
  REQUIRE(shop.execute(AddNote{kept, {}, "anaknya wisuda"}).has_value());
  const Id<Sale> sale = shop.ids.next<Sale>();
  REQUIRE(shop.execute(RememberBuyer{sale, old_card, "", "", {"Biru"}, ""}).has_value());
  REQUIRE(shop.execute(SetReminder{old_card, {}, kToday, "kabari"}).has_value());
  const Contact before = find_contact(shop.database, kept).value();

  CHECK(shop.execute(MergeContacts{kept, kept}).error().code == ProblemCode::SameContact);
  REQUIRE(shop.execute(MergeContacts{old_card, kept})->is_undoable);
  CHECK(customer_of(shop.database, sale) == kept);
  CHECK(find_contact(shop.database, kept)->phone == "+6281234567890");
  CHECK(find_contact(shop.database, kept)->name == "Ratna Dewi");
  CHECK(find_contact(shop.database, kept)->tags == std::vector<std::string>{"Biru"});
  CHECK(notes_of(shop.database, kept, 9).size() == 2);
  CHECK(reminders_due(shop.database, {}, kToday, 9).at(0).contact == kept);
  CHECK(clockwork_of(shop.database, kept).first_bought == kToday);
  CHECK(people(shop.database, {.search = "ratna"}).total == 2);
  CHECK(find_contact_by_phone(shop.database, "+6281234567890")->id == kept);
  CHECK(shop.execute(MergeContacts{old_card, third}).error().code == ProblemCode::ContactUnknown);
  shop.check_replay();

  shop.undo();
  CHECK(find_contact(shop.database, kept) == before);
  CHECK(customer_of(shop.database, sale) == old_card);
  CHECK_FALSE(find_contact(shop.database, old_card)->hidden);
  CHECK(people(shop.database, {.search = "ratna"}).total == 3);
  CHECK_FALSE(clockwork_of(shop.database, kept).first_bought.has_value());
  shop.check_replay();

  REQUIRE(shop.execute(MergeContacts{old_card, kept}).has_value());
  REQUIRE(shop.execute(MergeContacts{kept, third}).has_value());
  CHECK_MESSAGE(customer_of(shop.database, sale) == third, "over two cards");
  CHECK(notes_of(shop.database, third, 9).size() == 2);
  shop.check_replay();
}

TEST_CASE("a note is pinned, unpinned and taken back") {
  TestShop shop;
  const auto ani = person(shop, "Ani");
  REQUIRE(shop.execute(AddNote{ani, {}, "suka biru", false})->is_undoable);
  const Note note = notes_of(shop.database, ani, 1).at(0);
  CHECK_FALSE(note.pinned);
  REQUIRE(shop.execute(PinNote{note.id, true}).has_value());
  CHECK(notes_of(shop.database, ani, 1).at(0).pinned);
  shop.undo();
  CHECK_FALSE(notes_of(shop.database, ani, 1).at(0).pinned);
  REQUIRE(shop.execute(AddNote{ani, {}, "salah ketik"}).has_value());
  shop.undo();
  CHECK(notes_of(shop.database, ani, 9).size() == 1);
  shop.check_replay();
}

TEST_CASE("numbers of cards are covered wherever they are typed") {
  TestShop shop;
  const auto ani = person(shop, "Ani");
  REQUIRE(shop.execute(AddNote{ani, {}, "kartu 4111 1111 1111 1111, bayar besok"}).has_value());
  CHECK(notes_of(shop.database, ani, 1).at(0).text == "kartu •••• 1111, bayar besok");
  CHECK(has_card_number("378282246310005"));
  CHECK(has_card_number("6304-0000-0000-0000"));
  CHECK_FALSE(has_card_number("4111 1111 1111 1112"));
  CHECK_FALSE_MESSAGE(has_card_number("+62 812 3456 78901 atau 0812-3456-78901"), "phones");
  CHECK_FALSE(has_card_number("Rp 1.250.000"));
  CHECK(with_cards_covered("a 4222222222222 b 4111111111111111") == "a •••• 2222 b •••• 1111");
}

}  // namespace
}  // namespace lapak
