// safety: trying out PINs is slow, also for who starts the program anew.
#include "core/safety/pin_pause.h"

#include <doctest/doctest.h>

#include "core/people/people_store.h"
#include "core/shop/shop.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

constexpr Instant noon{1'790'000'000'000};

Instant later(std::int64_t milliseconds) {
  return Instant{noon.utc_ms + milliseconds};
}

void miss(PinPause& pause, int times, Instant at) {
  for (int i = 0; i < times; ++i) pause.missed(at);
}

TEST_CASE("each pause is twice as long as the one before, up to a quarter of an hour, until a right PIN") {
  SystemFiles files;
  PinPause pause(files, {});
  miss(pause, kPinMisses - 1, noon);
  CHECK(pause.remaining_ms(noon) == 0);
  miss(pause, 1, noon);
  CHECK(pause.remaining_ms(noon) == kPinPause_ms);
  CHECK(pause.remaining_ms(later(kPinPause_ms)) == 0);
  miss(pause, kPinMisses, noon);
  CHECK(pause.remaining_ms(noon) == 2 * kPinPause_ms);
  miss(pause, 20 * kPinMisses, noon);
  CHECK(pause.remaining_ms(noon) == kLongestPinPause_ms);
  pause.matched();
  CHECK(pause.remaining_ms(noon) == 0);
  miss(pause, kPinMisses, noon);
  CHECK(pause.remaining_ms(noon) == kPinPause_ms);
}

TEST_CASE("a pause outlasts the program, and a clock that was set back does not lengthen it") {
  const TestFolder folder;
  SystemFiles files;
  {
    PinPause pause(files, folder / "toko.lapak");
    miss(pause, kPinMisses, noon);
  }
  const PinPause pause(files, folder / "toko.lapak");
  CHECK(pause.remaining_ms(later(1'000)) == kPinPause_ms - 1'000);
  CHECK(pause.remaining_ms(later(-3 * 24 * 3'600'000LL)) == kPinPause_ms);
}

TEST_CASE("whatever stands in its file, the shop opens") {
  const TestFolder folder;
  SystemFiles files;
  for (const std::string_view bytes : {"", "a b c", "-1 5 7", "3", "99999999999999999999 1 1"}) {
    folder.file("toko.lapak.pin", std::string(bytes));
    CHECK(PinPause(files, folder / "toko.lapak").remaining_ms(noon) == 0);
  }
  std::filesystem::remove(folder / "toko.lapak.pin");
  std::filesystem::create_directory(folder / "toko.lapak.pin");
  PinPause pause(files, folder / "toko.lapak");
  miss(pause, kPinMisses, noon);
  CHECK(pause.remaining_ms(noon) == kPinPause_ms);
}

TEST_CASE("who tried five PINs waits, also after a restart, and one try counts once however many owners there are") {
  const TestFolder folder;
  FixedClock clock(kTestMorning);
  SeededRandom random(1);
  SystemFiles files;
  const auto path = folder / "toko.lapak";
  {
    NewShop card;
    card.profile.name = "Rumah Benang";
    const auto shop = Shop::create(path, card, {clock, random, files});
    REQUIRE(shop.has_value());
    REQUIRE((*shop)->execute(SaveSeller{sellers((*shop)->facts()).at(0), "9876"}));
    REQUIRE((*shop)->execute(SaveSeller{{.name = "Budi", .role = Role::Owner}, "5432"}));
    for (int n = 0; n < kPinMisses; ++n) CHECK((*shop)->check_owner_pin("0000").error().code == ProblemCode::PinWrong);
  }
  const auto shop = Shop::open(path, {clock, random, files});
  REQUIRE(shop.has_value());
  CHECK((*shop)->check_owner_pin("9876").error().code == ProblemCode::PinTooSoon);
  clock.advance_ms(kPinPause_ms);
  CHECK((*shop)->check_owner_pin("5432").has_value());
}

}  // namespace
}  // namespace lapak
