// people: contacts, notes, buyers and sellers.
#include "tests/core/fixture.h"

namespace lapak {
namespace {

Id<Contact> subject(const Result<Outcome>& outcome) {
  REQUIRE(outcome.has_value());
  return Id<Contact>{outcome->subject};
}

std::vector<std::string> names(const Database& database, std::string search) {
  std::vector<std::string> found;
  for (const Contact& contact : people(database, {.search = std::move(search)}).rows) found.push_back(contact.name);
  return found;
}

TEST_CASE("a contact is kept with its phone in one form and found by any part of it") {
  TestShop shop;
  const auto ani = subject(shop.execute(SaveContact{{.id = {},
                                                     .name = "Bu Áni ",
                                                     .phone = "0812-3456-7890",
                                                     .town = "Yogyakarta",
                                                     .makes = "",
                                                     .tags = {"Suka biru", "suka  BIRU", ""},
                                                     .met_at = {}},
                                                    ""}));
  subject(shop.execute(SaveContact{{.name = "Wulan", .town = "Anyer"}, ""}));
  const Contact card = find_contact(shop.database, ani).value();
  CHECK(card.name == "Bu Áni");
  CHECK(card.phone == "+6281234567890");
  CHECK(card.tags == std::vector<std::string>{"Suka biru"});
  CHECK(card.met_at == kTestMorning);
  CHECK(find_contact_by_phone(shop.database, "+6281234567890")->id == ani);
  CHECK_FALSE(find_contact_by_phone(shop.database, "").has_value());

  for (const char* search : {"ani bu", "yogya", "BIRU", "0812 3456", "3456-78", "+62812"}) {
    INFO(search);
    CHECK(names(shop.database, search) == std::vector<std::string>{"Bu Áni"});
  }
  CHECK(names(shop.database, "xyz").empty());
  // Both hold it where a word begins: Áni by name, Wulan by her town.
  CHECK(names(shop.database, "an") == std::vector<std::string>{"Bu Áni", "Wulan"});
  CHECK(names(shop.database, "wul") == std::vector<std::string>{"Wulan"});
  shop.check_replay();
}

TEST_CASE("a name that begins with what is searched comes before one that holds it") {
  TestShop shop;
  for (const char* name : {"Bayani", "Siti Anisa", "Anisa"}) subject(shop.execute(SaveContact{{.name = name}, ""}));
  CHECK(names(shop.database, "ani") == std::vector<std::string>{"Anisa", "Siti Anisa", "Bayani"});
}

TEST_CASE("without a search those met last come first, page by page") {
  TestShop shop;
  for (int i = 0; i < 5; ++i) {
    subject(shop.execute(SaveContact{{.name = "P" + std::to_string(i)}, ""}));
    shop.clock.advance_ms(1'000);
  }
  const PeopleView page = people(shop.database, {.search = "", .first = 1, .count = 2});
  CHECK(page.total == 5);
  REQUIRE(page.rows.size() == 2);
  CHECK(page.rows[0].name == "P3");
  CHECK(page.rows[1].name == "P2");
}

TEST_CASE("a contact without name and phone takes the name it is offered") {
  TestShop shop;
  const auto id = subject(shop.execute(SaveContact{{.tags = {"Hadiah"}}, "Pembeli 22 Nov 10.42"}));
  CHECK(find_contact(shop.database, id)->name == "Pembeli 22 Nov 10.42");
  CHECK(shop.execute(SaveContact{{}, ""}).error() == Problem{ProblemCode::NameEmpty, {}});
  const Result<Outcome> only_phone = shop.execute(SaveContact{{.phone = "0812 3456 7890"}, "Pembeli"});
  CHECK(find_contact(shop.database, subject(only_phone))->name.empty());
  CHECK(only_phone->label == "0812-3456-7890");
}

TEST_CASE("a card that cannot be kept is refused and nothing changes") {
  TestShop shop;
  CHECK(shop.execute(SaveContact{{.name = std::string(70'000, 'x')}, ""}).error().code == ProblemCode::NameTooLong);
  CHECK(shop.execute(SaveContact{{.name = "\xff\xfe"}, ""}).error().code == ProblemCode::TextNotUtf8);
  CHECK(shop.execute(SaveContact{{.name = "Ani", .phone = "08"}, ""}).error().code == ProblemCode::PhoneIncomplete);
  CHECK(shop.execute(SaveContact{{.id = shop.ids.next<Contact>(), .name = "Ani"}, ""}).error().code ==
        ProblemCode::ContactUnknown);
  CHECK(people(shop.database, {}).total == 0);
  CHECK(journal_head(shop.database).seq == 0);
}

TEST_CASE("hostile words stay words") {
  TestShop shop;
  const std::vector<std::string> hostile{
      "'); DROP TABLE contact; --", "=1+1", "%s%n", "\u202etxt.exe", "👩‍🎨 Rina", "../../etc/passwd",
      std::string(10'000, 'a')};
  for (const std::string& name : hostile) {
    const auto id = subject(shop.execute(SaveContact{{.name = name, .town = name, .tags = {name}}, ""}));
    CHECK(find_contact(shop.database, id)->name == name);
    CHECK(people(shop.database, {.search = name}).total == 1);
  }
  CHECK(find_contact(shop.database, subject(shop.execute(SaveContact{{.name = "a\tb\x01"}, ""})))->name == "a b ");
  shop.check_replay();
}

TEST_CASE("a new contact is taken back by hiding it, a changed one by the card before") {
  TestShop shop;
  const auto id = subject(shop.execute(SaveContact{{.name = "Ani", .tags = {"Biru"}}, ""}));
  Contact card = find_contact(shop.database, id).value();
  card.name = "Anita";
  card.tags.clear();
  REQUIRE(shop.execute(SaveContact{card, ""})->is_undoable);
  CHECK(names(shop.database, "anita").size() == 1);
  shop.undo();
  CHECK(find_contact(shop.database, id)->name == "Ani");
  CHECK(find_contact(shop.database, id)->tags == std::vector<std::string>{"Biru"});

  const auto other = subject(shop.execute(SaveContact{{.name = "Wulan"}, ""}));
  shop.undo();
  CHECK(find_contact(shop.database, other)->hidden);
  CHECK(names(shop.database, "wulan").empty());
  CHECK(people(shop.database, {}).total == 1);
  shop.check_replay();
}

TEST_CASE("many contacts come in at once, an entry each, and go by one undo") {
  TestShop shop;
  SaveContacts many;
  for (int i = 0; i < 20; ++i) many.contacts.push_back({.name = "Pembeli " + std::to_string(i)});
  REQUIRE(shop.execute(many).has_value());
  CHECK(people(shop.database, {}).total == 20);
  CHECK(journal_head(shop.database).seq == 20);
  shop.undo();
  CHECK(people(shop.database, {}).total == 0);
  many.contacts.push_back({.name = "Ani", .phone = "1"});
  CHECK(shop.execute(many).error().code == ProblemCode::PhoneIncomplete);
  CHECK(people(shop.database, {}).total == 0);
}

TEST_CASE("of many people who came in together one can be forgotten, and the others stand") {
  TestShop shop;
  REQUIRE(shop.execute(SaveContacts{{{.name = "Ani"}, {.name = "Budi"}, {.name = "Citra"}}}).has_value());
  const Id<Contact> budi = people(shop.database, {.search = "budi"}).rows.at(0).id;
  shop.database.run("UPDATE journal SET personal = NULL WHERE body LIKE '%' || ? || '%'", budi.text());
  CHECK(shop.database.changed_rows() == 1);
  Database shadow = Database::in_memory();
  migrate(shadow);
  const Walk walk = walk_journal(shop.database, [&](const Entry& entry) {
    for (const Fact& fact : entry.facts) apply_fact(fact, Applying{shadow, entry.header});
  });
  CHECK_FALSE(walk.broken_at.has_value());
  CHECK(find_contact(shadow, budi)->name.empty());
  CHECK(names(shadow, "ani") == std::vector<std::string>{"Ani"});
  CHECK(names(shadow, "citra") == std::vector<std::string>{"Citra"});
}

TEST_CASE("notes stand newest first") {
  TestShop shop;
  const auto ani = subject(shop.execute(SaveContact{{.name = "Ani"}, ""}));
  REQUIRE(shop.execute(AddNote{ani, {}, "suka warna biru", true}).has_value());
  shop.clock.advance_ms(60'000);
  REQUIRE(shop.execute(AddNote{ani, {}, "pesan tas untuk Maret", true}).has_value());
  const std::vector<Note> notes = notes_of(shop.database, ani, 5);
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].text == "pesan tas untuk Maret");
  CHECK(notes[1].at == kTestMorning);
  CHECK(notes_of(shop.database, ani, 1).size() == 1);
  CHECK(shop.execute(AddNote{ani, {}, "  ", true}).error().code == ProblemCode::NameEmpty);
  CHECK(shop.execute(AddNote{shop.ids.next<Contact>(), {}, "x", true}).error().code == ProblemCode::ContactUnknown);
  shop.check_replay();
}

TEST_CASE("one tap on a tag remembers the buyer of a sale, and a name later adds to it") {
  TestShop shop;
  const Id<Sale> sale = shop.ids.next<Sale>();
  const auto id = subject(shop.execute(RememberBuyer{.sale = sale,
                                                     .contact = {},
                                                     .name_or_phone = "",
                                                     .fallback_name = "Pembeli 22 Nov 10.42",
                                                     .tags = {"Suka biru"},
                                                     .note = ""}));
  CHECK(find_contact(shop.database, id)->name == "Pembeli 22 Nov 10.42");
  CHECK(customer_of(shop.database, sale) == id);

  CHECK(subject(shop.execute(RememberBuyer{.sale = sale,
                                           .contact = id,
                                           .name_or_phone = "Bu Ani",
                                           .fallback_name = "Pembeli",
                                           .tags = {"Untuk hadiah", "suka biru"},
                                           .note = "anaknya wisuda Juni"})) == id);
  const Contact card = find_contact(shop.database, id).value();
  CHECK(card.name == "Bu Ani");
  CHECK(card.tags == std::vector<std::string>{"Suka biru", "Untuk hadiah"});
  const std::vector<Note> notes = notes_of(shop.database, id, 5);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].sale == sale);
  CHECK(notes[0].pinned);
  CHECK(people(shop.database, {}).total == 1);
  CHECK_MESSAGE(shop.database.value<int>("SELECT count(*) FROM sale_customer") == 1, "learned once");
  shop.check_replay();
}

TEST_CASE("a buyer whose phone is known is that contact") {
  TestShop shop;
  const auto ani = subject(shop.execute(SaveContact{{.name = "Bu Ani", .phone = "0812 3456 7890"}, ""}));
  const Id<Sale> sale = shop.ids.next<Sale>();
  CHECK(subject(shop.execute(RememberBuyer{.sale = sale,
                                           .contact = {},
                                           .name_or_phone = "+62 812-3456-7890",
                                           .fallback_name = "x",
                                           .tags = {},
                                           .note = ""})) == ani);
  CHECK(find_contact(shop.database, ani)->name == "Bu Ani");
  CHECK(shop
            .execute(RememberBuyer{
                .sale = sale, .contact = {}, .name_or_phone = "0812 3", .fallback_name = "x", .tags = {}, .note = ""})
            .error()
            .code == ProblemCode::PhoneIncomplete);
}

TEST_CASE("the customer learned last counts, even when the clock was set back") {
  TestShop shop;
  const Id<Sale> sale = shop.ids.next<Sale>();
  const auto remember = [&](const char* name) {
    return subject(shop.execute(RememberBuyer{
        .sale = sale, .contact = {}, .name_or_phone = name, .fallback_name = "", .tags = {}, .note = ""}));
  };
  remember("Ani");
  const auto second = remember("Wulan");
  CHECK(customer_of(shop.database, sale) == second);
  shop.clock.advance_ms(-3 * 86'400'000LL);
  const auto third = remember("Rina");
  CHECK(customer_of(shop.database, sale) == third);
  shop.check_replay();
}

TEST_CASE("the tags used most are offered first, then those of the language") {
  TestShop shop;
  for (const char* tag : {"Biru", "Hadiah", "Biru"})
    subject(shop.execute(SaveContact{{.name = "x", .tags = {tag}}, ""}));
  CHECK(frequent_tags(shop.database, {"hadiah", "Untuk toko", "Dari kota lain"}, 3) ==
        std::vector<std::string>{"Biru", "Hadiah", "Untuk toko"});
}

TEST_CASE("words about a person stand apart from the fact, and a replay without them leaves a bare card") {
  TestShop shop;
  const auto id = subject(shop.execute(SaveContact{
      {.name = "Rahasia", .phone = "081234567890", .town = "Kota", .makes = "Batik", .tags = {"Tagar"}}, ""}));
  REQUIRE(shop.execute(AddNote{id, {}, "kata-kata", true}).has_value());
  REQUIRE(shop.execute(SaveSeller{{.name = "Penjual"}, "1234"}).has_value());
  for (Rows rows = shop.database.query("SELECT body FROM journal"); rows.next();) {
    const auto body = rows.get<std::string>(0);
    for (const char* word : {"Rahasia", "81234567890", "Kota", "Batik", "Tagar", "kata-kata", "Penjual", "argon2"})
      CHECK_MESSAGE(body.find(word) == std::string::npos, word);
  }
  shop.database.run("UPDATE journal SET personal = NULL");
  Database shadow = Database::in_memory();
  migrate(shadow);
  const Walk walk = walk_journal(shop.database, [&](const Entry& entry) {
    for (const Fact& fact : entry.facts) apply_fact(fact, Applying{shadow, entry.header});
  });
  CHECK_MESSAGE(!walk.broken_at, "the chain holds without the words");
  CHECK(find_contact(shadow, id)->name.empty());
  CHECK(shadow.value<int>("SELECT name IS NULL AND phone IS NULL AND town IS NULL AND makes IS NULL FROM contact") ==
        1);
  CHECK(shadow.value<int>("SELECT count(*) FROM contact_search") == 0);
  CHECK(shadow.value<int>("SELECT count(*) FROM contact_tag") == 0);
  CHECK(notes_of(shadow, id, 5).empty());
  CHECK(sellers(shadow).size() == 1);
}

TEST_CASE("the first owner needs no PIN; once one has, only an owner changes sellers") {
  TestShop shop;
  const Result<Outcome> owner = shop.execute(SaveSeller{{.name = "Siti", .role = Role::Owner}, ""});
  REQUIRE(owner.has_value());
  CHECK_FALSE(owner_has_pin(shop.database));
  shop.actor.role = Role::Helper;
  REQUIRE(shop.execute(SaveSeller{{.name = "Dina"}, "1111"}).has_value());
  CHECK_MESSAGE(!owner_has_pin(shop.database), "a helper's PIN guards nothing");
  shop.actor.role = Role::Owner;
  Seller siti = find_seller(shop.database, Id<Seller>{owner->subject}).value();
  REQUIRE(shop.execute(SaveSeller{siti, "2580"}).has_value());
  CHECK(owner_has_pin(shop.database));
  CHECK(pin_matches("2580", find_seller(shop.database, siti.id)->pin_hash));

  shop.actor.role = Role::Helper;
  CHECK(shop.execute(SaveSeller{siti, "-"}).error().code == ProblemCode::OwnerOnly);
  shop.actor.role = Role::Owner;
  siti.name = "Siti Aminah";
  REQUIRE(shop.execute(SaveSeller{siti, ""}).has_value());
  CHECK_MESSAGE(owner_has_pin(shop.database), "no PIN given keeps the PIN");
  REQUIRE(shop.execute(SaveSeller{siti, "-"}).has_value());
  CHECK_FALSE(owner_has_pin(shop.database));
  const std::vector<Seller> all = sellers(shop.database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].name == "Siti Aminah");
  shop.check_replay();
}

TEST_CASE("the last owner stays an owner") {
  TestShop shop;
  Seller siti = find_seller(shop.database,
                            Id<Seller>{shop.execute(SaveSeller{{.name = "Siti", .role = Role::Owner}, ""})->subject})
                    .value();
  siti.role = Role::Helper;
  CHECK(shop.execute(SaveSeller{siti, ""}).error().code == ProblemCode::OwnerOnly);
  siti.role = Role::Owner;
  siti.hidden = true;
  CHECK(shop.execute(SaveSeller{siti, ""}).error().code == ProblemCode::OwnerOnly);
  REQUIRE(shop.execute(SaveSeller{{.name = "Bagas", .role = Role::Owner}, ""}).has_value());
  CHECK(shop.execute(SaveSeller{siti, ""}).has_value());
  CHECK(shop.execute(SaveSeller{{.name = " "}, ""}).error().code == ProblemCode::NameEmpty);
  CHECK(shop.execute(SaveSeller{{.id = shop.ids.next<Seller>(), .name = "X"}, ""}).error().code ==
        ProblemCode::SellerUnknown);
  CHECK(shop.execute(SaveSeller{{.name = "Dina"}, "12"}).error().code == ProblemCode::PinFormat);
}

}  // namespace
}  // namespace lapak
