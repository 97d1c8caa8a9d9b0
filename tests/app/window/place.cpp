// Where a window stands the next time.
#include "app/window/place.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

struct Kept {
  TestFolder folder;
  std::filesystem::path file = folder / "state/window";
  void write(const char* text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
};

}  // namespace

TEST_CASE("a window's place is kept and found again") {
  const Kept kept;
  CHECK_FALSE(read_place(kept.file));
  const WindowPlace place{.x = -30, .y = 40, .width = 1300, .height = 820, .full_screen = true, .maximized = false};
  keep_place(place, kept.file);
  CHECK(read_place(kept.file) == place);
}

TEST_CASE("a kept place that makes no sense is none") {
  Kept kept;
  for (const char* text : {"", "hello", "1 2 3", "0 0 10 10 0 0", "0 0 99999999 800 0 0", "999999 0 1280 800 0 0"}) {
    kept.write(text);
    CHECK_FALSE(read_place(kept.file));
  }
}

TEST_CASE("a window comes back inside a monitor that is there, and no larger than it") {
  const std::vector<WindowPlace> two{{0, 27, 1366, 741}, {1366, 0, 1920, 1080}};
  CHECK(fitted({1500, 100, 1280, 800}, two) == WindowPlace{1500, 100, 1280, 800});
  CHECK(fitted({1500, 100, 1280, 800}, {two[0]}) == WindowPlace{86, 27, 1280, 741});  // the second one was unplugged
  CHECK(fitted({-200, -50, 800, 600}, two) == WindowPlace{0, 27, 800, 600});
  CHECK(fitted({5, 5, 900, 700}, {}) == WindowPlace{5, 5, 900, 700});
}

}  // namespace lapak::test
