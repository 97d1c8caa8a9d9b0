// Recorded key times: scanners, typists, and the moving focus.
#include "app/touch/keyboard.h"

#include <doctest/doctest.h>

#include <random>

namespace lapak::test {
namespace {

struct Desk {
  Keyboard keyboard;
  Targets targets;
  ControlId text;
  double now_s = 50;
  std::string typed;
  std::vector<std::string> scans;
  std::vector<Key> keys;

  void frame(double seconds = 1.0 / 60) {
    now_s += seconds;
    keyboard.begin_frame(now_s, targets, text);
    typed += keyboard.typed();
    if (keyboard.scan()) scans.push_back(*keyboard.scan());
    if (keyboard.stroke()) keys.push_back(keyboard.stroke()->key);
  }
  // All of it arrives in one frame, as after a sleep.
  void burst(std::string_view code, double gap_s, bool enter) {
    double at_s = now_s;
    for (const char c : code) {
      keyboard.feed(CharEvent{static_cast<char32_t>(c), at_s});
      at_s += gap_s;
    }
    if (enter) keyboard.feed(KeyEvent{{.key = Key::Enter}, at_s});
    now_s = at_s;
  }
};

}  // namespace

TEST_CASE("a burst of ten keys 10 ms apart and Enter is a scan, and neither is seen elsewhere") {
  Desk d;
  d.burst("8991234567", 0.010, true);
  for (int i = 0; i < 5; ++i) d.frame();
  REQUIRE(d.scans.size() == 1);
  CHECK(d.scans[0] == "8991234567");
  CHECK(d.typed.empty());
  CHECK(d.keys.empty());
}

TEST_CASE("a scan spread over many frames is taken back out of the field") {
  Desk d;
  d.text = ControlId("name");
  bool taken_back = false;
  bool began = false;
  for (const char c : std::string_view("8991234567")) {
    d.keyboard.feed(CharEvent{static_cast<char32_t>(c), d.now_s});
    d.frame(0.012);
    began = began || d.keyboard.burst_began();
  }
  d.keyboard.feed(KeyEvent{{.key = Key::Enter}, d.now_s});
  d.frame();
  taken_back = d.keyboard.take_back();
  CHECK(began);
  CHECK(taken_back);
  REQUIRE(d.scans.size() == 1);
  CHECK(d.scans[0] == "8991234567");
  CHECK(d.keys.empty());
}

TEST_CASE("a scanner that sends no Enter is known by the silence after it") {
  Desk d;
  d.burst("LPK-000123", 0.010, false);
  d.frame(0.001);
  CHECK(d.scans.empty());
  REQUIRE(d.keyboard.deadline_s());
  d.frame(0.12);
  REQUIRE(d.scans.size() == 1);
  CHECK(d.scans[0] == "LPK-000123");
}

TEST_CASE("twelve keys a second by hand are typing, even when they all arrive in one frame") {
  Desk d;
  d.burst("anting resin", 1.0 / 12, true);
  for (int i = 0; i < 30; ++i) d.frame();
  CHECK(d.scans.empty());
  CHECK(d.typed == "anting resin");
  CHECK(d.keys == std::vector<Key>{Key::Enter});
}

TEST_CASE("three fast keys are no scan") {
  Desk d;
  d.burst("123", 0.010, true);
  for (int i = 0; i < 10; ++i) d.frame();
  CHECK(d.scans.empty());
  CHECK(d.typed == "123");
}

TEST_CASE("the Enter of a scan that comes late, after the silence, presses nothing") {
  Desk d;
  d.burst("8991234567", 0.010, false);
  d.frame(0.12);
  REQUIRE(d.scans.size() == 1);
  d.keyboard.feed(KeyEvent{{.key = Key::Enter}, d.now_s});
  for (int i = 0; i < 5; ++i) d.frame();
  CHECK(d.keys.empty());
  d.frame(1);
  d.keyboard.feed(KeyEvent{{.key = Key::Enter}, d.now_s});
  for (int i = 0; i < 5; ++i) d.frame();
  CHECK(d.keys == std::vector<Key>{Key::Enter});
}

TEST_CASE("digits that act at once are given only when they can be no scan any more, and before the key after them") {
  Desk d;
  std::string sure;
  const auto frame = [&](double seconds = 1.0 / 60) {
    d.frame(seconds);
    sure += d.keyboard.typed_for_sure();
  };
  for (const char c : std::string_view("8991234567")) {
    d.keyboard.feed(CharEvent{static_cast<char32_t>(c), d.now_s});
    frame(0.012);
  }
  frame(0.2);
  CHECK(sure.empty());
  d.burst("25", 0.120, false);
  d.keyboard.feed(KeyEvent{{.key = Key::Enter}, d.now_s});
  frame();
  CHECK(sure == "25");
  CHECK(d.keys == std::vector<Key>{Key::Enter});
  frame();
  d.burst("7", 0, false);
  frame(0.001);
  REQUIRE(d.keyboard.deadline_s());
  frame(0.12);
  CHECK(sure == "257");
}

TEST_CASE("hands that type twelve keys a second, unevenly, are never taken for a scanner") {
  std::mt19937 hand(7);
  for (int track = 0; track < 200; ++track) {
    Desk d;
    const auto keys = 4 + hand() % 36;
    double at_s = d.now_s;
    for (std::size_t i = 0; i < keys; ++i) {
      d.keyboard.feed(CharEvent{U'a', at_s});
      at_s += static_cast<double>(35 + hand() % 97) / 1000;  // 83 ms on average
    }
    d.keyboard.feed(KeyEvent{{.key = Key::Enter}, at_s});
    d.now_s = at_s;
    for (std::size_t i = 0; i < keys + 4; ++i) d.frame();
    CHECK(d.scans.empty());
    CHECK(d.typed.size() == keys);
    CHECK(d.keys.size() == 1);
  }
}

TEST_CASE("two scans that wait together are two") {
  Desk d;
  d.burst("11112222", 0.010, true);
  d.now_s += 0.2;
  d.burst("11112222", 0.010, true);
  for (int i = 0; i < 5; ++i) d.frame();
  CHECK(d.scans.size() == 2);
  CHECK(d.typed.empty());
}

TEST_CASE("what was typed before a scan stays typed") {
  Desk d;
  d.burst("ab", 0.2, false);
  d.now_s += 0.3;
  d.burst("8991234567", 0.010, true);
  for (int i = 0; i < 5; ++i) d.frame();
  CHECK(d.typed == "ab");
  CHECK(d.scans.size() == 1);
}

TEST_CASE("Tab walks through the topmost layer only, arrows go where they point, Enter presses") {
  Desk d;
  const ControlId left("left");
  const ControlId right("right");
  const ControlId below("below");
  d.targets.taps.push_back({.id = ControlId("page"), .area = {0, 0, 50, 50}, .scroller = {}, .layer = 0});
  d.targets.taps.push_back({.id = left, .area = {100, 0, 50, 50}, .scroller = {}, .layer = 1});
  d.targets.taps.push_back({.id = right, .area = {200, 0, 50, 50}, .scroller = {}, .layer = 1});
  d.targets.taps.push_back({.id = below, .area = {200, 100, 50, 50}, .scroller = {}, .layer = 1});
  const auto press = [&](Key key, bool shift = false) {
    d.keyboard.feed(KeyEvent{{.key = key, .shift = shift}, d.now_s});
    d.frame();
    const bool pressed = d.keyboard.activated(d.keyboard.focus());
    d.frame();
    return pressed;
  };
  press(Key::Tab);
  CHECK(d.keyboard.focus() == left);
  CHECK(d.keyboard.ring_visible());
  press(Key::Right);
  CHECK(d.keyboard.focus() == right);
  press(Key::Down);
  CHECK(d.keyboard.focus() == below);
  press(Key::Tab);
  CHECK(d.keyboard.focus() == left);
  press(Key::Tab, true);
  CHECK(d.keyboard.focus() == below);
  CHECK(press(Key::Enter));
}

}  // namespace lapak::test
