// tests/app: drives screens without a window: taps controls by name, types, drags, and reads back what is shown.
//
//   Rig rig; rig.draw_with([&](Ui& ui) { sell.draw(ui, out); });
//   rig.tap("pay"); CHECK(rig.text_of("total") == "Rp 230.000");
// Time is the rig's own: nothing sleeps. Every verb ends with the frames that show its effect.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/window/stage.h"

namespace lapak::test {

struct RigOptions {
  float width = 1280;
  float height = 800;
  float scale = 1;
  ThemeName theme = ThemeName::Mori;
  Language language = Language::Indonesian;
  Hand hand = Hand::Right;
  std::string_view currency = "IDR";
};

class Rig {
 public:
  explicit Rig(const RigOptions& options = {});

  // What a frame draws, from now on.
  void draw_with(std::function<void(Ui&)> content);
  // One frame, `seconds` after the last.
  void frame(double seconds = 1.0 / 60);
  // Frames until nothing moves; fails the test when it never ends.
  void settle();
  void wait(double seconds);

  void tap(std::string_view name);
  // Down and held for a while, then released.
  void hold(std::string_view name, double seconds);
  void down(Point at);
  void move(Point to);
  void up(Point at);
  // A straight drag in equal steps, released at the end.
  void drag(Point from, Point to, double seconds, int steps = 12);
  void wheel(Point at, float notches);
  void type(std::string_view utf8);  // 150 ms a character
  void key(Key key, bool ctrl = false, bool shift = false, bool alt = false);
  void scan(std::string_view code);  // 10 ms a character, then Enter

  bool has(std::string_view name) const;
  const Control& at(std::string_view name) const;  // fails the test when it is not there
  std::string text_of(std::string_view name) const { return at(name).label; }

  Stage& stage() { return stage_; }
  Frame& frame_settings() { return frame_; }
  double now_s() const { return frame_.now_s; }

 private:
  Stage stage_;
  Frame frame_;
  std::function<void(Ui&)> content_;
};

// What is wrong with the frame that is shown: a target under 48 px, gaps under 8, something off the window, an overlap,
// a cut label, two main buttons, a swipe without its button. Empty when nothing is. One line each, with names and
// rectangles.
std::vector<std::string> lint(const Registry& registry, float width, float height);

}  // namespace lapak::test
