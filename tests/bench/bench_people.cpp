// People: what a contact's page, a keystroke and the due list cost with 50,000 contacts and 500,000 notes.
#include <fmt/format.h>

#include <algorithm>

#include "core/db/schema.h"
#include "core/people/follow_up_store.h"
#include "core/people/people_store.h"
#include "core/report/contact_page.h"
#include "core/report/due_list.h"
#include "tests/bench/bench.h"

namespace lapak::bench {
namespace {

constexpr int kContacts = 50'000;
constexpr int kNotesEach = 10;
constexpr Instant kNow{1'795'318'920'000};
constexpr const char* kFirst[] = {"Ratna", "Siti", "Dewi",    "Wulan",   "Budi",    "Agus", "Putri",
                                  "Rina",  "Sari", "Bambang", "Kartika", "Lestari", "Joko", "Ayu",
                                  "Dian",  "Eko",  "Fitri",   "Hadi",    "Indah",   "Yuni"};
constexpr const char* kLast[] = {"Wijaya",  "Kusuma",    "Pratama",  "Santoso",  "Hartono",
                                 "Rahayu",  "Utami",     "Setiawan", "Maharani", "Nugroho",
                                 "Permata", "Anggraini", "Saputra",  "Halim",    "Gunawan"};
constexpr const char* kTowns[] = {"Yogyakarta", "Semarang", "Solo", "Bandung", "Surabaya", "Malang", "Denpasar"};

template <class Thing>
Id<Thing> id_of(std::uint64_t n) {
  Id<Thing> id;
  id.bytes[0] = 1;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  return id;
}

void fill(Database& database) {
  Transaction transaction(database);
  const Date today = Date::of(2026, 11, 22);
  for (int n = 0; n < kContacts; ++n) {
    const auto id = id_of<Contact>(static_cast<std::uint64_t>(n) + 1);
    Contact contact{.id = id,
                    .name = fmt::format("{} {}", kFirst[n % 20], kLast[(n / 20) % 15]),
                    .phone = fmt::format("+6281{:09}", n * 7'919L % 1'000'000'000),
                    .town = kTowns[n % 7],
                    .tags = {n % 3 == 0 ? "Suka biru" : "Grosir"},
                    .met_at = Instant{kNow.utc_ms - n * 600'000LL},
                    .birthday = fmt::format("{:02}-{:02}", n % 12 + 1, n % 28 + 1)};
    put_contact(database, contact, PersonalWords::Known);
    for (int i = 0; i < kNotesEach; ++i)
      put_note(database,
               {.id = id_of<Note>(static_cast<std::uint64_t>(n) * kNotesEach + static_cast<std::uint64_t>(i)),
                .contact = id,
                .at = Instant{kNow.utc_ms - i * 86'400'000LL},
                .pinned = i == 0,
                .text = "suka warna biru dan cerita panjang tentang keluarganya di kampung"},
               std::nullopt, PersonalWords::Known);
    if (n % 500 == 0) put_rhythm(database, id, 4, today.plus_days(-n / 1'000));
    if (n % 700 == 0)
      put_reminder(database,
                   {.id = id_of<Reminder>(static_cast<std::uint64_t>(n) + 1),
                    .contact = id,
                    .at = kNow,
                    .text = "kabari",
                    .due = today.plus_days(n / 700 - 30)},
                   std::nullopt, PersonalWords::Known);
    if (n % 5 == 0)
      put_encounter(
          database,
          {.id = id_of<Encounter>(static_cast<std::uint64_t>(n) + 1), .contact = id, .at = kNow, .text = "halo"},
          today.plus_days(-n % 400), std::nullopt, PersonalWords::Known);
  }
  transaction.commit();
}

}  // namespace

void bench_people(Table& table) {
  const Scratch scratch("people");
  Database database = Database::open(scratch / "people.lapak", Durability::Normal);
  migrate(database);
  fill(database);
  std::vector<double> pages_ms, keystrokes_ms, lists_ms;
  for (int i = 0; i < 200; ++i) {
    const auto id = id_of<Contact>(static_cast<std::uint64_t>(i * 249 + 1));
    pages_ms.push_back(timed([&] { (void)contact_page(database, {.contact = id}); }).count() * 1000);
  }
  for (const char* typed :
       {"ratna wijaya", "wulan", "0812 3456", "semarang", "bu siti", "suka biru", "nugroho eko", "halim"})
    for (std::size_t length = 1; length <= std::string_view(typed).size(); ++length)
      keystrokes_ms.push_back(timed([&] {
                                (void)people(database, {.search = std::string(typed).substr(0, length), .count = 60});
                              }).count() *
                              1000);
  const Profile profile;
  for (int i = 0; i < 20; ++i)
    lists_ms.push_back(
        timed([&] { (void)due_list(database, profile, {.today = Date::of(2026, 11, 22), .now = kNow}); }).count() *
        1000);
  table.add({"a contact's page of 50,000, with 500,000 notes, median", median(pages_ms), 5.0, "ms"});
  table.add({"a contact's page, worst", *std::max_element(pages_ms.begin(), pages_ms.end()), 15.0, "ms"});
  table.add({"people search, one keystroke, median", median(keystrokes_ms), 1.0, "ms"});
  table.add({"people search, one keystroke, worst", *std::max_element(keystrokes_ms.begin(), keystrokes_ms.end()), 10.0,
             "ms"});
  table.add({"the due list, median", median(lists_ms), 10.0, "ms"});
}

}  // namespace lapak::bench
