// tests/app: the rig.
#include "tests/app/rig.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace lapak::test {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    result.push_back(c);
    i += length;
  }
  return result;
}

bool is_tap_target(const Control& c) {
  return c.taps && c.kind != ControlKind::Scrim && !c.visible.empty();
}

std::string described(const Control& c) {
  return fmt::format("{} \"{}\" ({:.0f},{:.0f} {:.0f}\u00D7{:.0f})", c.name.empty() ? "text" : c.name, c.label,
                     c.rect.x, c.rect.y, c.rect.w, c.rect.h);
}

}  // namespace

Rig::Rig(const RigOptions& options) {
  frame_.width = options.width;
  frame_.height = options.height;
  frame_.scale = options.scale;
  frame_.theme = options.theme;
  frame_.hand = options.hand;
  frame_.words = &Words::in(options.language);
  frame_.currency = find_currency(options.currency);
  frame_.now_s = 100;
  stage_.prepare(frame_);
}

void Rig::draw_with(std::function<void(Ui&)> content) {
  content_ = std::move(content);
  frame();
  frame();
  settle();
}

void Rig::frame(double seconds) {
  frame_.now_s += seconds;
  stage_.prepare(frame_);
  stage_.draw(frame_, content_);
}

void Rig::settle() {
  constexpr int kMostFrames = 1200;
  int frames = 0;
  while (stage_.wants_frame() && frames < kMostFrames) {
    frame();
    ++frames;
  }
  REQUIRE_MESSAGE(frames < kMostFrames, "the screen never came to rest");
}

void Rig::wait(double seconds) {
  const double until_s = frame_.now_s + seconds;
  while (frame_.now_s < until_s) frame();
}

void Rig::down(Point at) {
  stage_.feed(PointerEvent{PointerEvent::Kind::Down, at, frame_.now_s});
  frame();
}

void Rig::move(Point to) {
  stage_.feed(PointerEvent{PointerEvent::Kind::Move, to, frame_.now_s});
  frame();
}

void Rig::up(Point at) {
  stage_.feed(PointerEvent{PointerEvent::Kind::Up, at, frame_.now_s});
  frame();
}

void Rig::tap(std::string_view name) {
  const Control& control = at(name);
  REQUIRE_MESSAGE(!control.visible.empty(), "hidden: " << name);
  const Point centre = control.visible.centre();
  const Control* on_screen = stage_.registry().find("keyboard");
  const bool is_covered = on_screen && on_screen->rect.contains(centre) && !name.starts_with("keyboard.");
  REQUIRE_MESSAGE(!is_covered, "under the keyboard: " << name);
  wait(0.4);  // as a hand does; guards against double taps have tests of their own
  down(centre);
  frame();
  up(centre);
  settle();
  frame();
}

void Rig::hold(std::string_view name, double seconds) {
  const Point centre = at(name).visible.centre();
  down(centre);
  wait(seconds);
  up(centre);
  settle();
  frame();
}

void Rig::drag(Point from, Point to, double seconds, int steps) {
  stage_.feed(PointerEvent{PointerEvent::Kind::Down, from, frame_.now_s});
  frame(seconds / steps);
  for (int i = 1; i <= steps; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(steps);
    const Point now{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
    stage_.feed(PointerEvent{PointerEvent::Kind::Move, now, frame_.now_s});
    frame(seconds / steps);
  }
  stage_.feed(PointerEvent{PointerEvent::Kind::Up, to, frame_.now_s});
  frame();
}

void Rig::wheel(Point at, float notches) {
  stage_.feed(WheelEvent{at, 0, notches, frame_.now_s});
  frame();
  settle();
}

void Rig::type(std::string_view utf8) {
  for (const char32_t c : code_points(utf8)) {
    stage_.feed(CharEvent{c, frame_.now_s});
    frame(0.15);
  }
  settle();
}

void Rig::key(Key key, bool ctrl, bool shift, bool alt) {
  stage_.feed(KeyEvent{{key, ctrl, shift, alt}, frame_.now_s});
  frame();
  frame();
  settle();
}

void Rig::scan(std::string_view code) {
  double time_s = frame_.now_s;
  for (const char32_t c : code_points(code)) {
    stage_.feed(CharEvent{c, time_s});
    time_s += 0.01;
  }
  stage_.feed(KeyEvent{{.key = Key::Enter}, time_s});
  frame(time_s - frame_.now_s + 0.01);
}

bool Rig::has(std::string_view name) const {
  const Control* control = stage_.registry().find(name);
  return control && !control->visible.empty();
}

const Control& Rig::at(std::string_view name) const {
  const Control* control = stage_.registry().find(name);
  if (!control) {
    std::string names;
    for (const Control& c : stage_.registry().controls()) {
      if (!c.name.empty()) names += c.name + " ";
    }
    REQUIRE_MESSAGE(control != nullptr, "no control " << name << " among: " << names);
  }
  return *control;
}

std::vector<std::string> lint(const Registry& registry, float width, float height) {
  constexpr float kAboutZero = 0.6f;
  std::vector<std::string> faults;
  const auto& controls = registry.controls();
  int top = 0;
  for (const Control& c : controls) top = std::max(top, c.layer);
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const Control& c = controls[i];
    const bool is_scrolled = static_cast<bool>(c.scroller);
    if (c.label_cut && !c.may_be_cut) faults.push_back("cut: " + described(c));
    if (c.rect.empty() || c.kind == ControlKind::Sheet || c.kind == ControlKind::Scrim ||
        c.kind == ControlKind::Keyboard)
      continue;
    const bool is_outside = c.rect.x < -kAboutZero || c.rect.y < -kAboutZero || c.rect.right() > width + kAboutZero ||
                            c.rect.bottom() > height + kAboutZero;
    if (is_outside && !is_scrolled) faults.push_back("off the window: " + described(c));
    if (!is_tap_target(c)) continue;
    if (c.rect.w < kSmallestTarget - kAboutZero || c.rect.h < kSmallestTarget - kAboutZero) {
      faults.push_back("smaller than 48: " + described(c));
    }
    if (c.layer < top) continue;
    for (std::size_t k = i + 1; k < controls.size(); ++k) {
      const Control& other = controls[k];
      if (!is_tap_target(other) || other.layer != c.layer || other.name == c.name) continue;
      const Rect a = c.visible;
      const Rect b = other.visible;
      const Rect common = a.intersected(b);
      if (common.w > kAboutZero && common.h > kAboutZero) {
        // A clear × inside its field, a number inside a row: one within the other is meant.
        const bool is_inside = a.inset(-1).intersected(b) == b || b.inset(-1).intersected(a) == a;
        if (!is_inside) faults.push_back("overlap: " + described(c) + " and " + described(other));
        continue;
      }
      // Rows of a list, keys of a stepper and the number between them touch on purpose.
      const bool may_touch = (c.kind == ControlKind::Row && other.kind == ControlKind::Row) ||
                             (c.kind == ControlKind::Switch || other.kind == ControlKind::Switch) ||
                             c.kind == ControlKind::Stepper || other.kind == ControlKind::Stepper ||
                             c.scroller != other.scroller;
      if (may_touch) continue;
      const float gap_x = std::max(a.x, b.x) - std::min(a.right(), b.right());
      const float gap_y = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
      const float gap = std::max(gap_x, gap_y);
      if (gap < kGap - kAboutZero && (gap_x < 0 || gap_y < 0)) {
        faults.push_back(fmt::format("only {:.0f} apart: {} and {}", gap, described(c), described(other)));
      }
    }
  }
  std::vector<const Control*> mains;
  for (const Control& c : controls) {
    if (c.kind == ControlKind::MainButton && c.enabled && c.layer == top && !c.visible.empty()) mains.push_back(&c);
  }
  if (mains.size() > 1) faults.push_back("two main buttons: " + described(*mains[0]) + " and " + described(*mains[1]));
  for (const SwipeTwin& swipe : registry.swipes()) {
    const Control* button = registry.find(swipe.button);
    if (!button || !button->taps) faults.push_back(fmt::format("swiped only: {} without {}", swipe.row, swipe.button));
  }
  return faults;
}

}  // namespace lapak::test
