// A second start of the same shop.
#include "app/window/door.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <semaphore>

namespace lapak::test {

TEST_CASE("who knocks where a shop is shown is heard, and nowhere else") {
  const std::filesystem::path shop = "/nowhere/" + std::to_string(getpid()) + "/shop.lapak";
  const std::filesystem::path other = "/nowhere/" + std::to_string(getpid()) + "/other.lapak";
  CHECK_FALSE(Door::knock(shop));
  std::counting_semaphore<8> heard(0);
  {
    Door door([&] { heard.release(); });
    CHECK_FALSE(Door::knock(shop));  // it stands nowhere yet
    door.stand_at(shop);
    CHECK(Door::knock(shop));
    CHECK(Door::knock("/nowhere/./" + std::to_string(getpid()) + "/shop.lapak"));
    heard.acquire();
    heard.acquire();
    CHECK_FALSE(Door::knock(other));

    Door late([] { FAIL("it stands where somebody stands already"); });
    late.stand_at(shop);
    CHECK(Door::knock(shop));
    heard.acquire();

    door.stand_at(other);  // another shop was opened in the window
    CHECK_FALSE(Door::knock(shop));
    CHECK(Door::knock(other));
    heard.acquire();
  }
  CHECK_FALSE(Door::knock(other));
}

}  // namespace lapak::test
