// safety: which copies a folder holds, and which make room.
#include "core/safety/copy_shelf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "core/safety/backup.h"
#include "tests/core/test_folder.h"

namespace lapak {
namespace {

ShelvedCopy copy_at(Date date, std::optional<int> minute, std::uint64_t bytes = 1) {
  return {.file = fmt::format("{} {}", date.iso(), minute.value_or(-1)),
          .moment = {date, minute},
          .number = {},
          .bytes = bytes};
}

// Newest first, one an hour without an end.
std::vector<ShelvedCopy> a_copy_an_hour(int hours) {
  std::vector<ShelvedCopy> copies;
  for (int i = 0; i < hours; ++i)
    copies.push_back(copy_at(Date::of(2026, 11, 22).plus_days(-i / 24), (23 - i % 24) * 60 + 5));
  return copies;
}

std::size_t kept_of(const std::vector<ShelvedCopy>& copies, std::uint64_t most_bytes = 1'000'000'000) {
  return copies.size() - making_room(copies, most_bytes).size();
}

}  // namespace

TEST_CASE("a copy's name says whose it is, of when and up to which receipt, and nothing else is taken for one") {
  const Date day = Date::of(2026, 11, 22);
  for (const std::optional<int> minute : {std::optional<int>(), std::optional<int>(0), std::optional<int>(14 * 60 + 5)})
    for (const std::string number : {"", "A1-000041"}) {
      const auto read = copy_named(backup_file_name("Rumah Benang 2026", {day, minute}, number), "Rumah Benang 2026");
      REQUIRE(read.has_value());
      CHECK(read->moment.date == day);
      CHECK(read->moment.minute == minute);
      CHECK(read->number == number);
    }
  for (const char* other : {"Rumah Benang.lapak", "Rumah Benang 2026-11-22.pdf", "Rumah Benang 2026-13-22.lapak",
                            "Rumah Lain 2026-11-22.lapak", "Rumah Benang 2026-11-22 A1-000041 copy.lapak",
                            "Rumah Benang 2026-11-22x.lapak", "Rumah Benang", ""})
    CHECK_FALSE(copy_named(other, "Rumah Benang"));
}

TEST_CASE("a folder's copies are told newest first, the closing after the hours of its day") {
  const TestFolder folder;
  folder.file("Toko 2026-11-22 A1-000041.lapak", "123");
  folder.file("Toko 2026-11-22 14.05 A1-000040.lapak", "12");
  folder.file("Toko 2026-11-23 09.00 A1-000042.lapak", "1");
  folder.file("Toko 2026-11-21.lapak", "1");
  folder.file("surat.pdf", "1");
  const auto copies = copies_in(folder.path(), "Toko");
  REQUIRE(copies.size() == 4);
  CHECK(copies[0].number == "A1-000042");
  CHECK(copies[1].number == "A1-000041");
  CHECK(copies[1].bytes == 3);
  CHECK(copies[2].number == "A1-000040");
  CHECK(copies_in(folder / "none", "Toko").empty());
}

TEST_CASE("of years of hourly copies 24 hours, 14 days and 12 months are kept") {
  // The hours of the last day are days and months too: 24 + 13 + 11.
  CHECK(kept_of(a_copy_an_hour(24 * 800)) == 24 + 13 + 11);
  CHECK(kept_of(a_copy_an_hour(24)) == 24);
  CHECK(kept_of({}) == 0);
}

TEST_CASE("two copies of one hour leave the newer one, and the closing is the last of its day") {
  const Date day = Date::of(2026, 11, 22);
  const auto going = making_room({copy_at(day, {}), copy_at(day, 23 * 60 + 30), copy_at(day, 600)}, 1'000);
  REQUIRE(going.size() == 1);
  CHECK(going.front().moment.minute == 23 * 60 + 30);
}

TEST_CASE("beyond a tenth of the disk hours go before days and days before months, and the newest stays") {
  const auto copies = a_copy_an_hour(24 * 800);
  CHECK(kept_of(copies, 30) == 30);
  const auto going = making_room(copies, 25);
  std::set<std::string> gone;
  for (const ShelvedCopy& copy : going) gone.insert(copy.file.string());
  int days = 0;
  for (int i = 0; i < 14; ++i) days += gone.contains(copies[static_cast<std::size_t>(i * 24)].file.string()) ? 0 : 1;
  CHECK(days == 14);
  CHECK(kept_of(copies, 0) == 1);
  CHECK_FALSE(gone.contains(copies.front().file.string()));
}

TEST_CASE("whatever copies there are, the newest is kept, the rest is within what was given, and nothing is invented") {
  CHECK(rc::check([] {
    std::vector<ShelvedCopy> copies;
    Date day = Date::of(2026, 11, 22);
    int minute = 1'439;
    for (int i = *rc::gen::inRange(1, 200); i > 0; --i) {
      minute -= *rc::gen::inRange(1, 2'000);
      while (minute < 0) {
        minute += 1'440;
        day = day.plus_days(-1);
      }
      copies.push_back(copy_at(day, minute, static_cast<std::uint64_t>(*rc::gen::inRange(1, 1'000))));
      copies.back().file = std::to_string(i);
    }
    const auto most = static_cast<std::uint64_t>(*rc::gen::inRange(0, 60'000));
    const auto going = making_room(copies, most);
    std::uint64_t left = 0;
    for (const ShelvedCopy& copy : copies) left += copy.bytes;
    for (const ShelvedCopy& copy : going) {
      RC_ASSERT(copy.file != copies.front().file);
      RC_ASSERT(std::ranges::count(copies, copy.file, &ShelvedCopy::file) == 1);
      left -= copy.bytes;
    }
    RC_ASSERT(left <= std::max(most, copies.front().bytes));
    RC_ASSERT(copies.size() - going.size() <= kHourlyCopies + kDailyCopies + kMonthlyCopies);
  }));
}

TEST_CASE("thinning out removes only copies of this shop") {
  const TestFolder folder;
  for (int day = 1; day <= 28; ++day)
    for (const int month : {1, 2, 3}) folder.file(backup_file_name("Toko", {Date::of(2026, month, day), 600}, ""), "x");
  folder.file("surat.pdf", "x");
  folder.file(backup_file_name("Lain", {Date::of(2020, 1, 1), {}}, ""), "x");
  // 24 hours of 24 days are days too: 24 + February's and January's last.
  CHECK(thin_out_copies(folder.path(), "Toko") == 84 - 26);
  CHECK(copies_in(folder.path(), "Toko").size() == 26);
  CHECK(copies_in(folder.path(), "Lain").size() == 1);
  CHECK(std::filesystem::exists(folder / "surat.pdf"));
}

TEST_CASE("of the copies before imports the last three stay, and nothing else goes") {
  const TestFolder folder;
  const auto shop = folder.file("toko.lapak", "x");
  for (const char* moment :
       {"2026-11-20-090000", "2026-11-21-090000", "2026-11-21-100000", "2026-11-22-080000", "mine"})
    folder.file("toko.lapak.before-import-" + std::string(moment), "x");
  folder.file("toko.lapak.before-schema-2", "x");
  CHECK(thin_out_import_copies(shop) == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "toko.lapak.before-import-2026-11-20-090000"));
  CHECK(std::filesystem::exists(folder / "toko.lapak.before-import-2026-11-21-090000"));
  CHECK(std::filesystem::exists(folder / "toko.lapak.before-import-mine"));
  CHECK(std::filesystem::exists(folder / "toko.lapak.before-schema-2"));
}

TEST_CASE("of the copies before migrations the last three stay") {
  const TestFolder folder;
  const auto shop = folder.file("toko.lapak", "x");
  for (const char* schema : {"2", "9", "10", "11", "12", "x"})
    folder.file("toko.lapak.before-schema-" + std::string(schema), "x");
  CHECK(thin_out_migration_copies(shop) == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "toko.lapak.before-schema-9"));
  CHECK(std::filesystem::exists(folder / "toko.lapak.before-schema-10"));
  CHECK(std::filesystem::exists(folder / "toko.lapak.before-schema-x"));
  CHECK(std::filesystem::exists(shop));
}

}  // namespace lapak
