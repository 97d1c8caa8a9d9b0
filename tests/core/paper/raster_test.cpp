// paper: a page as a picture has what the page has, where it has it.
#include "core/paper/raster.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "core/catalog/picture.h"

namespace lapak {
namespace {

Ink at(const Pixels& pixels, int x, int y) {
  const auto spot = static_cast<std::size_t>(y * pixels.width + x) * 3;
  return {pixels.bytes[spot], pixels.bytes[spot + 1], pixels.bytes[spot + 2]};
}

int dark_pixels(const Pixels& pixels, int left, int top, int right, int bottom) {
  int count = 0;
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) count += at(pixels, x, y).red < 128 ? 1 : 0;
  return count;
}

TEST_CASE("boxes, lines and pictures lie where the page has them, and corners are round") {
  Page page{.width = 100, .height = 125, .marks = {}};
  page.marks.emplace_back(BoxMark{10, 10, 40, 40, 10, Ink{200, 0, 0}});
  page.marks.emplace_back(LineMark{0, 100, 100, 100, 2, 0, Ink{}});
  const Pixels grey{.width = 8, .height = 8, .channels = 3, .bytes = std::vector<std::uint8_t>(192, 90)};
  page.marks.emplace_back(
      ImageMark{60, 10, 30, 20, 0, Fit::Cover, std::make_shared<const std::string>(encode_jpeg(grey)), "grey"});
  page.marks.emplace_back(ImageMark{60, 60, 30, 20, 0, Fit::Cover, nullptr, "nothing"});
  const Pixels drawn = rasterised(page, 400);
  CHECK(drawn.width == 400);
  CHECK(drawn.height == 500);
  CHECK(at(drawn, 120, 120) == Ink{200, 0, 0});
  CHECK(at(drawn, 41, 41) == Ink{255, 255, 255});
  CHECK(at(drawn, 20, 400) == Ink{});
  CHECK(at(drawn, 20, 390) == Ink{255, 255, 255});
  CHECK(std::abs(at(drawn, 300, 80).red - 90) < 4);
  CHECK(at(drawn, 300, 130) == Ink{255, 255, 255});
  CHECK(at(drawn, 300, 280) == Ink{255, 255, 255});
}

TEST_CASE("text stands on its line, as wide as it was laid out, and what no face has is a box") {
  Page page{.width = 200, .height = 100, .marks = {}};
  const TextRun run = text_run("Tas rajut 汉 🧶", {Weight::Bold, 20, Ink{}}, 20, 60);
  page.marks.emplace_back(run);
  const Pixels drawn = rasterised(page, 800);
  const int end = 80 + static_cast<int>(run.width * 4);
  CHECK(dark_pixels(drawn, 80, 160, end, 264) > 1'000);
  CHECK(dark_pixels(drawn, end - 60, 160, end, 264) > 100);
  CHECK(dark_pixels(drawn, 0, 0, 78, 400) == 0);
  CHECK(dark_pixels(drawn, end + 2, 0, 800, 400) == 0);
  CHECK(dark_pixels(drawn, 0, 0, 800, 160) == 0);
  CHECK(rasterised(page, 800).bytes == drawn.bytes);
}

}  // namespace
}  // namespace lapak
