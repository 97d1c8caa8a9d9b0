// Text as people type it, dates and files.
#include "core/base/text.h"

#include <doctest/doctest.h>

#include "core/base/date.h"
#include "core/base/files.h"
#include "tests/core/fixture.h"

using namespace lapak;

TEST_CASE("text is compared without accents, case or runs of blanks") {
  CHECK(folded("ÑANDÚ  Ströß") == "nandu stross");
  CHECK(folded("Anting") == folded("ANTING"));
  CHECK(folded("  two\tblanks ") == "two blanks");
  CHECK(folded("\xff\xfe Broken") == "\xff\xfe broken");
}

TEST_CASE("a name may hold anything but must hold something") {
  CHECK(*checked_name("  '; DROP TABLE sale; --  ") == "'; DROP TABLE sale; --");
  CHECK(*checked_name("=1+1") == "=1+1");
  CHECK(*checked_name("Kopi 😀 ☕") == "Kopi 😀 ☕");
  CHECK(*checked_name("\u202e"
                      "abc") ==
        "\u202e"
        "abc");
  CHECK(*checked_name(std::string(10'000, 'x')) == std::string(10'000, 'x'));
  CHECK(*checked_name("a\x01"
                      "b") == "a b");
  CHECK(checked_name("").error().code == ProblemCode::NameEmpty);
  CHECK(checked_name(" \u00a0\t ").error().code == ProblemCode::NameEmpty);
  CHECK(checked_name("\xff").error().code == ProblemCode::TextNotUtf8);
  CHECK(checked_name(std::string(70'000, 'x')).error().code == ProblemCode::NameTooLong);
}

TEST_CASE("shortening never cuts a character in two") {
  CHECK(shortened("aé", 2) == "a");
  CHECK(shortened("aé", 3) == "aé");
  CHECK(shortened("😀", 3).empty());
}

TEST_CASE("the first line is what stands before the first line break") {
  CHECK(first_line("Tas rajut\nbiru, besar\n") == "Tas rajut");
  CHECK(first_line("Tas rajut") == "Tas rajut");
  CHECK(first_line("\nTas").empty());
  CHECK(first_line("").empty());
}

TEST_CASE("a date is read from ISO text and from nothing else") {
  CHECK(parse_date("2026-11-22") == Date::of(2026, 11, 22));
  CHECK(parse_date("2028-02-29") == Date::of(2028, 2, 29));
  for (const char* text : {"2026-02-29", "2026-13-01", "22-11-2026", "2026-1-1", "", "2026-11-22 "})
    CHECK_FALSE(parse_date(text).has_value());
  CHECK(Date::of(2026, 11, 22).iso() == "2026-11-22");
  CHECK(Date::of(2026, 11, 22).weekday() == 0);
  CHECK(Date::of(2026, 2, 10).last_of_month() == Date::of(2026, 2, 28));
}

TEST_CASE("a moment is a local time and back, across a change of the clocks") {
  const Zone jakarta = *Zone::named("Asia/Jakarta");
  const Instant noon{1'763'787'600'000};  // 2025-11-22 05:00 UTC
  CHECK(jakarta.local(noon) == LocalTime{Date::of(2025, 11, 22), 12, 0, 0});
  CHECK(jakarta.instant(jakarta.local(noon)) == noon);
  const Zone berlin = *Zone::named("Europe/Berlin");
  // 02:30 did not exist on 30 March 2025: it becomes 03:00 summer time.
  CHECK(berlin.instant({Date::of(2025, 3, 30), 2, 30, 0}) == berlin.instant({Date::of(2025, 3, 30), 3, 0, 0}));
  CHECK_FALSE(Zone::named("Mars/Olympus").has_value());
}

TEST_CASE("a file is replaced whole, and a name typed by a person stays in its folder") {
  const TestFolder folder;
  SystemFiles files;
  files.replace(folder / "a.txt", "one");
  files.replace(folder / "a.txt", "two");
  CHECK(files.read(folder / "a.txt", 100) == "two");
  CHECK_FALSE(files.read(folder / "a.txt", 2).has_value());
  CHECK_FALSE(files.read(folder / "none", 100).has_value());
  CHECK_THROWS_AS(files.replace(folder / "no" / "such" / "folder", "x"), FileError);
  CHECK(safe_file_name("../../etc/passwd") == "etc-passwd");
  CHECK(safe_file_name("a\nb:c") == "a-b-c");
  CHECK(safe_file_name("...") == "lapak");
}
