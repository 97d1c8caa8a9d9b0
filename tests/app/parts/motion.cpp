// How things move: along their curves, for as long as their tokens say, and not at all for who asked for that.
#include "app/look/motion.h"

#include <doctest/doctest.h>

#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "tests/app/rig.h"

namespace lapak::test {
namespace {

// A sheet that is opened: how far from its place it stands at each frame.
struct Opening {
  Rig rig;
  bool is_open = false;
  float x = 0;
  explicit Opening(MotionTaste motion) {
    rig.frame_settings().motion = motion;
    rig.draw_with([this](Ui& ui) {
      Sheet sheet(ui, "line", is_open, {.title = "Tas"});
      if (sheet.visible()) x = sheet.area().x;
      if (sheet.dismissed()) is_open = false;
    });
  }
};

}  // namespace

TEST_CASE("every curve goes from nothing to all of it and never back") {
  for (const Curve curve : {Curve::Linear, Curve::Decelerate, Curve::Accelerate}) {
    CHECK(eased(curve, 0) == 0);
    CHECK(eased(curve, 1) == 1);
    CHECK(eased(curve, -1) == 0);
    CHECK(eased(curve, 2) == 1);
    float last = 0;
    for (int i = 1; i <= 100; ++i) {
      const float now = eased(curve, static_cast<float>(i) / 100);
      CHECK(now >= last);
      last = now;
    }
  }
  CHECK(eased(Curve::Decelerate, 0.3f) > 0.7f);
  CHECK(eased(Curve::Accelerate, 0.3f) < 0.3f);
}

TEST_CASE("a sheet slides in for 220 ms, and can be used long before") {
  Opening o(MotionTaste::Full);
  o.is_open = true;
  o.rig.frame();
  CHECK(o.x > 800);
  o.rig.wait(0.06);
  CHECK(o.rig.has("line.close"));
  CHECK(o.x > 800);
  CHECK(o.rig.stage().wants_frame());
  o.rig.wait(0.18);
  CHECK(o.x == 800);
  o.rig.frame();
  CHECK_FALSE(o.rig.stage().wants_frame());
}

TEST_CASE("with reduced motion nothing moves, and all fades are over after 80 ms") {
  Opening o(MotionTaste::Reduced);
  o.is_open = true;
  o.rig.frame();
  CHECK(o.x == 800);
  o.rig.wait(0.1);
  o.rig.frame();
  CHECK_FALSE(o.rig.stage().wants_frame());
}

TEST_CASE("a motion that begins after a long rest begins at its start") {
  Opening o(MotionTaste::Full);
  o.rig.frame(60);
  o.is_open = true;
  o.rig.frame(60);
  CHECK(o.x > 900);
}

TEST_CASE("what a key changes is seen where it was drawn before, without another event") {
  Rig rig;
  std::string digits;
  rig.draw_with([&](Ui& ui) {
    text(ui, {100, 100, 300, 40}, digits.empty() ? "-" : digits, {.name = "shown"});
    digits += ui.typed_for_sure();
  });
  rig.stage().feed(CharEvent{U'7', rig.now_s()});
  rig.frame();
  for (int frames = 0; frames < 100 && (rig.stage().wants_frame() || rig.stage().wake_time_s()); ++frames) rig.frame();
  CHECK(rig.text_of("shown") == "7");
}

TEST_CASE("on the mains a caret blinks while one types, with two frames a second, and stands after a while") {
  Rig rig;
  std::string name;
  rig.draw_with([&](Ui& ui) { field(ui, "name", {40, 60, 400, 56}, name); });
  rig.frame_settings().caret = Caret::Blinks;
  rig.tap("name");
  rig.type("a");
  REQUIRE(rig.stage().memory().editing.has_value());
  const double begun_s = rig.now_s();
  int frames = 0;
  while (rig.stage().wake_time_s() && frames < 100) {
    REQUIRE_FALSE(rig.stage().wants_frame());
    rig.frame(std::max(0.001, *rig.stage().wake_time_s() - rig.now_s()));
    ++frames;
  }
  CHECK(frames >= 10);
  CHECK(frames <= 22);
  CHECK(rig.now_s() - begun_s > 8);
  CHECK(rig.now_s() - begun_s < 12);
}

TEST_CASE("a still screen asks for no frame, and a caret that is on it does not blink") {
  Rig rig;
  std::string name;
  rig.draw_with([&](Ui& ui) { field(ui, "name", {40, 60, 400, 56}, name); });
  rig.tap("name");
  REQUIRE(rig.stage().memory().editing.has_value());
  rig.wait(2);
  CHECK_FALSE(rig.stage().wants_frame());
  CHECK_FALSE(rig.stage().wake_time_s().has_value());
}

}  // namespace lapak::test
