// How long building a frame takes: the part that is ours, without a renderer.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "tests/app/gallery.h"
#include "tests/app/rig.h"

namespace lapak::test {

TEST_CASE("building a frame of Sell takes well under a frame's time, even unoptimised") {
  Rig rig;
  rig.draw_with(draw_sell_sample);
  std::vector<double> times_ms;
  for (int i = 0; i < 200; ++i) {
    const auto start = std::chrono::steady_clock::now();
    rig.frame();
    times_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::nth_element(times_ms, times_ms.begin() + 100);
  MESSAGE("a frame of Sell: ", times_ms[100], " ms");
  CHECK(times_ms[100] < 16);
}

}  // namespace lapak::test
