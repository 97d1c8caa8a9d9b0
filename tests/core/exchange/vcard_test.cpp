// exchange: vCards of every version, and that nothing comes in twice.
#include "core/exchange/vcard.h"

#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/people/people_store.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

constexpr std::string_view kOldPhone =
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kusuma;=C3=81ni;;Bu;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bu =C3=81ni=\r\n Kusuma\r\nTEL;CELL:0812-3456-7890\r\n"
    "TEL;WORK;FAX:0274123456\r\nNOTE;ENCODING=QUOTED-PRINTABLE:suka biru=0D=0Adan hijau\r\nEND:VCARD\r\n";
constexpr std::string_view kApple =
    "BEGIN:VCARD\nVERSION:3.0\nN:Dewi;Ratna;;;\nFN:Ratna Dewi\nitem1.TEL;type=pref:+62 811 2222 "
    "333\nTEL;type=CELL:0813\n"
    "EMAIL;type=INTERNET:ratna@example.com\nADR;type=HOME:;;Jl. Melati 5\\, belakang;Semarang;;50123;Indonesia\n"
    "BDAY;value=date:1604-05-04\nCATEGORIES:Biru,Grosir\\, besar\nURL:https://instagram.com/ratna.d\n"
    "NOTE:a long note that is fold\n ed over two lines\nEND:VCARD\n";
constexpr std::string_view kNew =
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sari\r\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+6281355556666\r\nBDAY:--0817\r\n"
    "LANG:id\r\nEND:VCARD\r\n";

ImportPlan<SaveContacts> plan(TestShop& shop, std::string_view bytes) {
  auto made = plan_vcards(shop.database, shop.profile, bytes);
  REQUIRE(made.has_value());
  return std::move(*made);
}

TEST_CASE("cards of old and new telephones are read: folded lines, quoted-printable, groups and several numbers") {
  const VCard old_phone = read_vcards(kOldPhone)->at(0);
  CHECK(old_phone.name == "Bu Áni Kusuma");
  CHECK(old_phone.phone == "0812-3456-7890");
  CHECK(old_phone.note == "suka biru\r\ndan hijau");
  const VCard apple = read_vcards(kApple)->at(0);
  CHECK(apple.phone == "+62 811 2222 333");
  CHECK(apple.email == "ratna@example.com");
  CHECK(apple.town == "Semarang");
  CHECK(apple.address == "Jl. Melati 5, belakang\n50123\nIndonesia");
  CHECK(apple.birthday == "05-04");
  CHECK(apple.categories == std::vector<std::string>{"Biru", "Grosir, besar"});
  CHECK(apple.instagram == "https://instagram.com/ratna.d");
  CHECK(apple.note == "a long note that is folded over two lines");
  const VCard new_one = read_vcards(kNew)->at(0);
  CHECK(new_one.phone == "+6281355556666");
  CHECK(new_one.birthday == "--0817");
  CHECK(read_vcards("BEGIN:VCARD\nN:Budi;;;;\nEND:VCARD\n")->at(0).name == "Budi");
  CHECK(read_vcards("").error().code == ProblemCode::CsvEmpty);
  CHECK(read_vcards("BEGIN:VCARD\nFN:never ended").error().code == ProblemCode::CsvEmpty);
}

TEST_CASE("a charset of the West and broken cards do no harm") {
  CHECK(read_vcards("BEGIN:VCARD\r\nFN:Ren\xe9\r\nEND:VCARD\r\n")->at(0).name == "René");
  CHECK(read_vcards("BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:;Ren=E9;;;\r\nEND:VCARD\r\n")
            ->at(0)
            .name == "René");
  for (const char* bytes :
       {"BEGIN:VCARD\n:\n;;;\nTEL\nFN:x=\nEND:VCARD", "END:VCARD\nBEGIN:VCARD\nBEGIN:VCARD\nFN:y\nEND:VCARD",
        "BEGIN:VCARD\nADR:;\nN:;\nFN;ENCODING=QUOTED-PRINTABLE:=\n=4\n=ZZ\nEND:VCARD"}) {
    INFO(bytes);
    CHECK(read_vcards(bytes)->size() == 1);
  }
}

TEST_CASE("vCards come in once, and what goes out comes back the same") {
  TestShop shop;
  const std::string file = std::string(kOldPhone) + std::string(kApple) + std::string(kNew);
  const auto first = plan(shop, file);
  CHECK(first.counts.new_rows == 3);
  CHECK(first.counts.refused.empty());
  CHECK(people(shop.database, {}).total == 0);
  REQUIRE(shop.execute(first.command).has_value());
  CHECK(plan(shop, file).is_empty());
  const Contact ratna = people(shop.database, {.search = "ratna"}).rows.at(0);
  CHECK(ratna.instagram == "ratna.d");
  CHECK(ratna.birthday == "05-04");
  CHECK(plan(shop, export_vcards(shop.database)).is_empty());

  TestShop other;
  REQUIRE(other.execute(plan(other, export_vcards(shop.database)).command).has_value());
  for (const char* name : {"áni", "ratna", "sari"}) {
    Contact there = people(other.database, {.search = name}).rows.at(0),
            here = people(shop.database, {.search = name}).rows.at(0);
    there.id = here.id;
    there.met_at = here.met_at;
    CHECK(there == here);
  }
  const auto table = CsvTable::read(export_csv(shop.database, shop.profile, ExportTable::Customers)).value();
  CHECK(plan_customers(shop.database, shop.profile, table, {})->is_empty());
}

TEST_CASE("a card with a number that is none is refused with its line, and nothing comes in by halves") {
  TestShop shop;
  const auto refused = plan(shop, std::string(kNew) + "BEGIN:VCARD\nFN:X\nTEL:12\nEND:VCARD\n");
  REQUIRE(refused.counts.refused.size() == 1);
  CHECK(refused.counts.refused[0].row == 8);
  CHECK(refused.counts.refused[0].reason.code == ProblemCode::PhoneIncomplete);
}

TEST_CASE("long lines are folded between letters, never inside one") {
  Contact card{.name = std::string(60, 'a') + "áááááááááááááááááááá"};
  const std::string text = written_vcard(card);
  for (std::size_t at = 0; at < text.size(); at = text.find("\r\n", at) + 2) {
    CHECK(text.find("\r\n", at) - at <= 75);
    if (text.find("\r\n", at) + 2 >= text.size()) break;
  }
  CHECK(read_vcards(text)->at(0).name == card.name);
}

TEST_CASE("what is kept about a person is all in one JSON") {
  TestShop shop;
  const Result<Outcome> saved =
      shop.execute(SaveContact{{.name = "Ani", .phone = "081234567890", .tags = {"Biru"}}, ""});
  const Id<Contact> id{saved->subject};
  REQUIRE(shop.execute(AddNote{id, {}, "suka \"biru\""}).has_value());
  const auto json = nlohmann::json::parse(person_json(shop.database, shop.profile, id));
  CHECK(json["card"]["phone"] == "+6281234567890");
  CHECK(json["card"]["tags"][0] == "Biru");
  CHECK(json["timeline"][0]["text"] == "suka \"biru\"");
  CHECK(person_json(shop.database, shop.profile, shop.ids.next<Contact>()).empty());
}

}  // namespace
}  // namespace lapak
