// Whether the machine slept.
#include "app/window/sleep.h"

#include <doctest/doctest.h>

namespace lapak::test {

TEST_CASE("a lid that was closed is noticed once, at the next frame, and a long wait is none") {
  SleepWatch watch;
  CHECK_FALSE_MESSAGE(watch.slept(500, 200), "what was before the start");
  CHECK_FALSE(watch.slept(4'100, 3'800));
  CHECK(watch.slept(4'200, 3'801));
  CHECK_FALSE(watch.slept(4'201, 3'802));
  CHECK_FALSE(SleepWatch().slept());
}

}  // namespace lapak::test
