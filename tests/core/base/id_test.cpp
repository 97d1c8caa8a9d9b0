// Identities: UUID version 7.
#include "core/base/id.h"

#include <doctest/doctest.h>

#include <set>

#include "core/base/clock.h"
#include "core/base/random.h"

using namespace lapak;

namespace {
struct Thing;
}

TEST_CASE("ids say the time they were made and their version") {
  const FixedClock clock(Instant{0x0123456789ab});
  SeededRandom random(1);
  const Id<Thing> id = IdSource(clock, random).next<Thing>();
  CHECK(id.text().substr(0, 15) == "01234567-89ab-7");
  CHECK((id.bytes[8] & 0xc0) == 0x80);
}

TEST_CASE("ids only grow, even when the clock stands still or steps back") {
  FixedClock clock(Instant{1'700'000'000'000});
  SeededRandom random(7);
  IdSource ids(clock, random);
  Id<Thing> last{};
  for (int i = 0; i < 20'000; ++i) {
    if (i == 5'000) clock.advance_ms(-3 * 24 * 3'600'000LL);
    if (i == 15'000) clock.advance_ms(6 * 24 * 3'600'000LL);
    const Id<Thing> id = ids.next<Thing>();
    REQUIRE(id > last);
    last = id;
  }
}

TEST_CASE("an id is read back from its text, and nothing else is an id") {
  const FixedClock clock(Instant{1'700'000'000'000});
  SeededRandom random(3);
  const Id<Thing> id = IdSource(clock, random).next<Thing>();
  CHECK(parse_id(id.text()) == id.bytes);
  for (const char* text : {"", "x", "01234567-89ab-7000-8000-00000000000", "01234567089ab-7000-8000-000000000000",
                           "0123456g-89ab-7000-8000-000000000000"})
    CHECK_FALSE(parse_id(text).has_value());
}
