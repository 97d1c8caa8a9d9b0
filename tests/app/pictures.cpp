// Pictures of the samples, written where LAPAK_PICTURES says; without it nothing is drawn to disk, only checked.
#include <doctest/doctest.h>

#include <cstdlib>

#include "app/window/offscreen.h"
#include "tests/app/gallery.h"

namespace lapak::test {
namespace {

Frame frame_of(ThemeName theme, float width, float height) {
  Frame frame;
  frame.theme = theme;
  frame.width = width;
  frame.height = height;
  frame.words = &Words::in(Language::Indonesian);
  frame.currency = find_currency("IDR");
  return frame;
}

void keep(const Pixels& picture, const char* name) {
  const char* folder = std::getenv("LAPAK_PICTURES");
  if (folder) save_png(picture, std::filesystem::path(folder) / name);
}

}  // namespace

TEST_CASE("the same frame gives the same picture, byte for byte") {
  Offscreen offscreen;
  Frame frame = frame_of(ThemeName::Mori, 1280, 800);
  const Pixels once = offscreen.picture(frame, draw_sell_sample);
  frame = frame_of(ThemeName::Mori, 1280, 800);
  frame.now_s = 50;
  const Pixels again = offscreen.picture(frame, draw_sell_sample);
  CHECK(once.bytes == again.bytes);
  keep(once, "sell_mori.png");
}

TEST_CASE("samples can be drawn in every theme and size") {
  Offscreen offscreen;
  PartsSample parts;
  const std::function<void(Ui&)> draw_parts = [&](Ui& ui) { parts.draw(ui); };
  const struct {
    const char* name;
    ThemeName theme;
    float width, height;
    std::function<void(Ui&)> content;
  } pictures[] = {
      {"sell_malam.png", ThemeName::Malam, 1280, 800, draw_sell_sample},
      {"sell_terik.png", ThemeName::Terik, 1280, 800, draw_sell_sample},
      {"sell_1024.png", ThemeName::Mori, 1024, 768, draw_sell_sample},
      {"pay_mori.png", ThemeName::Mori, 1280, 800, draw_pay_sample},
      {"pay_terik.png", ThemeName::Terik, 1280, 800, draw_pay_sample},
      {"parts_mori.png", ThemeName::Mori, 1280, 800, draw_parts},
      {"parts_terik.png", ThemeName::Terik, 1280, 800, draw_parts},
      {"parts_malam.png", ThemeName::Malam, 1280, 800, draw_parts},
  };
  for (const auto& each : pictures) {
    Frame frame = frame_of(each.theme, each.width, each.height);
    const Pixels picture = offscreen.picture(frame, each.content);
    CHECK(picture.width == static_cast<int>(each.width));
    keep(picture, each.name);
  }
  parts.sheet_open = true;
  Frame frame = frame_of(ThemeName::Mori, 1280, 800);
  keep(offscreen.picture(frame, draw_parts), "sheet_mori.png");
}

}  // namespace lapak::test
