// The table of ux.md §1.4.
#include "app/window/scale.h"

#include <doctest/doctest.h>

namespace lapak::test {

TEST_CASE("ordinary displays are drawn at 1, a dense tablet at 1.5") {
  CHECK(scale_for(1280, 800, 149, 1) == doctest::Approx(1.0));
  CHECK(scale_for(1366, 768, 112, 1) == doctest::Approx(1.0));
  CHECK(scale_for(1920, 1200, 94, 1) == doctest::Approx(1.0));
  CHECK(scale_for(1920, 1200, 224, 1) == doctest::Approx(1.5));
  CHECK(scale_for(1280, 800, 0, 1) == doctest::Approx(1.0));
}

TEST_CASE("what the seller chose counts, as far as the layout keeps its room") {
  CHECK(scale_for(1280, 800, 149, 0.9f) == doctest::Approx(0.9));
  CHECK(scale_for(1280, 800, 149, 1.3f) == doctest::Approx(1.11));  // 800 / 720
  CHECK(scale_for(1920, 1200, 94, 1.3f) == doctest::Approx(1.3));
}

}  // namespace lapak::test
