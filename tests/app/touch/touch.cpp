// Recorded tracks of fingers against a few boxes.
#include "app/touch/touch.h"

#include <doctest/doctest.h>

#include <cmath>

namespace lapak::test {
namespace {

const ControlId kCard("card");
const ControlId kPlus("plus");
const ControlId kPay("pay");
const ControlId kList("list");

// A list of cards, a plus key and a main button beside it.
Targets shop_front() {
  Targets t;
  t.scrollers.push_back({.id = kList, .area = {0, 0, 400, 600}, .parent = {}, .content_length = 6000});
  t.taps.push_back({.id = kCard, .area = {10, 10, 180, 200}, .scroller = kList, .has_long_press = true});
  t.swipes.push_back(kCard);
  t.taps.push_back({.id = kPlus, .area = {500, 10, 48, 48}, .scroller = {}, .tap_on = TapOn::Press, .repeats = true});
  t.taps.push_back({.id = kPay, .area = {500, 100, 240, 80}, .scroller = {}, .guarded = true});
  return t;
}

struct Hand {
  Touch touch;
  Targets targets = shop_front();
  double now_s = 10;
  int cards = 0;
  int pluses = 0;
  int pays = 0;
  int peeks = 0;

  void frame(double seconds = 1.0 / 60) {
    now_s += seconds;
    touch.begin_frame(now_s, targets);
    cards += touch.tapped(kCard);
    pluses += touch.tapped(kPlus);
    pays += touch.tapped(kPay);
    peeks += touch.long_pressed(kCard);
  }
  void feed(PointerEvent::Kind kind, Point at, double time_s) { touch.feed(PointerEvent{kind, at, time_s}); }
  void down(Point at) { feed(PointerEvent::Kind::Down, at, now_s); }
  void move(Point at) { feed(PointerEvent::Kind::Move, at, now_s); }
  void up(Point at) { feed(PointerEvent::Kind::Up, at, now_s); }
  void frames(int n) {
    for (int i = 0; i < n; ++i) frame();
  }
  void fling(float speed_px_s) {
    Point at{50, 500};
    down(at);
    frame();
    for (int i = 0; i < 8; ++i) {
      at.y -= speed_px_s / 60;
      move(at);
      frame();
    }
    up(at);
    frame();
  }
};

}  // namespace

TEST_CASE("a tap on a card fires when the finger leaves, not before") {
  Hand h;
  h.down({50, 50});
  h.frame();
  CHECK(h.cards == 0);
  CHECK(h.touch.held(kCard));
  h.up({53, 54});
  h.frame();
  CHECK(h.cards == 1);
  CHECK_FALSE(h.touch.busy());
}

TEST_CASE("a tap that came and went while the frame slept is still a tap") {
  Hand h;
  h.down({50, 50});
  h.up({50, 50});
  h.frame();
  CHECK(h.cards == 1);
}

TEST_CASE("a key fires as the finger comes down, and a fast double tap on it is two") {
  Hand h;
  h.down({510, 20});
  h.up({510, 20});
  h.feed(PointerEvent::Kind::Down, {510, 20}, h.now_s + 0.05);
  h.feed(PointerEvent::Kind::Up, {510, 20}, h.now_s + 0.06);
  h.frames(6);
  CHECK(h.pluses == 2);
}

TEST_CASE("a main button takes the second tap only after 350 ms") {
  Hand h;
  for (const double at_s : {0.0, 0.2, 0.34, 0.8}) {
    h.feed(PointerEvent::Kind::Down, {600, 120}, 20 + at_s);
    h.feed(PointerEvent::Kind::Up, {600, 120}, 20 + at_s + 0.01);
  }
  h.now_s = 21;
  h.frames(8);
  CHECK(h.pays == 2);
}

TEST_CASE("a scroll that starts on a card sells nothing") {
  Hand h;
  h.down({50, 150});
  h.frame();
  for (float y = 150; y >= 60; y -= 6) {
    h.move({50, y});
    h.frame();
  }
  CHECK(h.touch.offset(kList) == doctest::Approx(90));
  h.up({50, 60});
  h.frames(120);
  CHECK(h.cards == 0);
  CHECK(h.peeks == 0);
}

TEST_CASE("nine pixels of a trembling hand are still a tap, eleven are not") {
  for (const auto& [distance, taps] : {std::pair{9.0f, 1}, std::pair{11.0f, 0}}) {
    Hand h;
    h.down({50, 50});
    h.frame();
    h.move({50 + distance, 50});
    h.frame();
    h.up({50 + distance, 50});
    h.frame();
    CHECK(h.cards == taps);
  }
}

TEST_CASE("a list flung on glides as far as its speed carries it and comes to rest") {
  Hand h;
  h.fling(1200);
  const double let_go = h.touch.offset(kList);
  h.frames(300);
  CHECK_FALSE(h.touch.busy());
  // The whole way of v·e^(−t/325 ms) is v·0.325, less what lies below the speed at which it stops.
  CHECK(h.touch.offset(kList) - let_go == doctest::Approx(1200 * 0.325).epsilon(0.1));
}

TEST_CASE("a touch stops a gliding list and is no tap") {
  Hand h;
  h.fling(1500);
  h.frames(3);
  const double offset = h.touch.offset(kList);
  h.down({50, 50});
  h.frame();
  h.up({50, 50});
  h.frames(60);
  CHECK(h.touch.offset(kList) == doctest::Approx(offset).epsilon(0.02));
  CHECK(h.cards == 0);
}

TEST_CASE("a finger that stops before it leaves does not fling") {
  Hand h;
  h.down({50, 500});
  h.frame();
  for (float y = 500; y >= 400; y -= 20) {
    h.move({50, y});
    h.frame();
  }
  h.frames(20);
  h.up({50, 400});
  h.frames(60);
  CHECK(h.touch.offset(kList) == doctest::Approx(100));
}

TEST_CASE("beyond its end a list follows at 35 percent, and comes back") {
  Hand h;
  h.down({50, 100});
  h.frame();
  for (float y = 100; y <= 300; y += 20) {
    h.move({50, y});
    h.frame();
  }
  CHECK(h.touch.offset(kList) == doctest::Approx(-70));
  h.up({50, 300});
  h.frames(40);
  CHECK(h.touch.offset(kList) == doctest::Approx(0));
  CHECK_FALSE(h.touch.busy());
}

TEST_CASE("a list that leaves the screen beyond its end, or is scrolled before it comes, keeps no frame awake") {
  Hand h;
  h.down({50, 100});
  h.frame();
  for (float y = 100; y <= 300; y += 20) {
    h.move({50, y});
    h.frame();
  }
  h.up({50, 300});
  h.frame();
  REQUIRE(h.touch.busy());
  h.targets.scrollers.clear();
  h.frames(2);
  CHECK_FALSE(h.touch.busy());
  h.touch.scroll_to(ControlId("later"), 400);
  CHECK_FALSE(h.touch.busy());
}

TEST_CASE("a finger held still for 450 ms long-presses, and its release is no tap") {
  Hand h;
  h.down({50, 50});
  h.frames(20);
  CHECK(h.peeks == 0);
  CHECK(h.touch.long_press_progress(kCard) > 0.3f);
  h.frames(10);
  CHECK(h.peeks == 1);
  h.up({50, 50});
  h.frame();
  CHECK(h.cards == 0);
}

TEST_CASE("plus repeats eight times a second while it is held") {
  Hand h;
  h.down({510, 20});
  h.frames(60 * 2);
  h.up({510, 20});
  h.frame();
  // One at once, then from 0.45 s on every 0.125 s until 2 s.
  CHECK(h.pluses >= 13);
  CHECK(h.pluses <= 15);
}

TEST_CASE("a second finger cancels the press of the first") {
  Hand h;
  h.down({600, 120});
  h.frame();
  h.down({50, 50});
  h.frame();
  h.up({600, 120});
  h.frames(3);
  CHECK(h.pays == 0);
  CHECK(h.cards == 0);
}

TEST_CASE("after a second finger nothing is dragged either, until all are gone") {
  Hand h;
  h.down({50, 300});
  h.frame();
  h.down({300, 50});
  h.frame();
  for (float y = 300; y >= 100; y -= 20) {
    h.move({50, y});
    h.frame();
  }
  CHECK(h.touch.offset(kList) == 0);
  h.up({50, 100});
  h.frame();
  CHECK_FALSE(h.touch.busy());
}

TEST_CASE("fingers that roll over keys type with each of them") {
  Hand h;
  const ControlId minus("minus");
  h.targets.taps.push_back({.id = minus, .area = {560, 10, 48, 48}, .scroller = {}, .tap_on = TapOn::Press});
  h.down({510, 20});
  h.frame();
  h.down({570, 20});
  h.frame();
  CHECK(h.pluses == 1);
  CHECK(h.touch.tapped(minus));
  h.up({510, 20});
  h.frame();
  h.up({570, 20});
  h.frame();
  CHECK_FALSE(h.touch.busy());
}

TEST_CASE("a drag is locked to the axis it began along") {
  Hand h;
  const ControlId chips("chips");
  h.targets.scrollers.push_back(
      {.id = chips, .area = {0, 0, 400, 60}, .parent = kList, .axis = Axis::Horizontal, .content_length = 2000});
  h.down({300, 30});
  h.frame();
  h.move({280, 32});
  h.frame();
  h.move({200, 200});  // it began sideways: the list below stays
  h.frame();
  CHECK(h.touch.offset(chips) == doctest::Approx(100));
  CHECK(h.touch.offset(kList) == 0);
  h.up({200, 200});
  h.frames(120);
  const double chips_at = h.touch.offset(chips);
  h.down({300, 50});
  h.frame();
  h.move({302, 30});
  h.frame();
  h.move({200, 20});
  h.frame();
  CHECK(h.touch.offset(chips) == doctest::Approx(chips_at));
  CHECK(h.touch.offset(kList) == doctest::Approx(30));
}

TEST_CASE("a touch on a list that springs back stops it and is no tap") {
  Hand h;
  h.down({50, 100});
  h.frame();
  for (float y = 100; y <= 300; y += 20) {
    h.move({50, y});
    h.frame();
  }
  h.up({50, 300});
  h.frames(2);
  h.down({50, 50});
  h.frame();
  h.up({50, 50});
  h.frames(60);
  CHECK(h.cards == 0);
  CHECK(h.touch.offset(kList) == 0);
}

TEST_CASE("only a row that says so is swiped; anything else stays under a finger that moves sideways") {
  Hand h;
  h.targets.swipes.clear();
  h.down({150, 100});
  h.frame();
  for (float x = 150; x >= 20; x -= 10) {
    h.move({x, 100});
    h.frame();
  }
  CHECK(h.touch.swipe(kCard) == 0);
  h.up({20, 100});
  h.frame();
  CHECK_FALSE(h.touch.swiped_left(kCard));
  CHECK(h.cards == 0);
}

TEST_CASE("a finger that moves while input rests is not taken for a mouse") {
  Hand h;
  h.frame();
  h.touch.rest_after_screen_change(h.now_s);
  h.down({600, 120});
  for (float x = 600; x < 640; x += 5) {
    h.move({x, 120});
    h.frame();
  }
  h.up({640, 120});
  h.frames(3);
  CHECK_FALSE(h.touch.last_was_mouse());
  CHECK_FALSE(h.touch.hovered(kPay));
  CHECK(h.pays == 0);
}

TEST_CASE("a mouse that clicks twice on the same spot is still a mouse") {
  Hand h;
  for (float x = 560; x <= 600; x += 5) {
    h.move({x, 120});
    h.frame();
  }
  for (int i = 0; i < 2; ++i) {
    h.down({600, 120});
    h.frame();
    h.up({600, 120});
    h.frames(30);
  }
  CHECK(h.touch.last_was_mouse());
  CHECK(h.pays == 2);
  h.move({50, 50});  // and a finger that follows is a finger
  h.down({50, 50});
  h.frame();
  CHECK_FALSE(h.touch.last_was_mouse());
}

TEST_CASE("after a full-screen change the finger that is still there presses nothing for 250 ms") {
  Hand h;
  h.frame();
  h.touch.rest_after_screen_change(h.now_s);
  h.down({600, 120});
  h.frame();
  h.up({600, 120});
  h.frames(3);
  CHECK(h.pays == 0);
  h.frames(15);
  h.down({600, 120});
  h.frame();
  h.up({600, 120});
  h.frame();
  CHECK(h.pays == 1);
}

TEST_CASE("only a mouse hovers; a finger leaves nothing behind") {
  Hand h;
  h.down({600, 120});
  h.frame();
  h.up({600, 120});
  h.frames(3);
  CHECK_FALSE(h.touch.hovered(kPay));
  for (float x = 560; x < 600; x += 5) {
    h.move({x, 120});
    h.frame();
  }
  CHECK(h.touch.hovered(kPay));
}

TEST_CASE("a touch just beside a button still reaches it, where nothing else lies") {
  Hand h;
  h.down({497, 120});
  h.frame();
  h.up({497, 120});
  h.frame();
  CHECK(h.pays == 1);
}

TEST_CASE("a row follows a finger to the left and is swiped away beyond 80 pixels or by a flick") {
  struct Track {
    float distance;
    double seconds;
    bool away;
  };
  for (const Track& track : {Track{60, 0.5, false}, Track{100, 0.5, true}, Track{60, 0.06, true}}) {
    Hand h;
    h.down({150, 100});
    h.frame();
    bool swiped = false;
    for (int i = 1; i <= 6; ++i) {
      h.move({150 - track.distance * static_cast<float>(i) / 6, 100});
      h.frame(track.seconds / 6);
    }
    CHECK(h.touch.swipe(kCard) == doctest::Approx(-track.distance));
    h.up({150 - track.distance, 100});
    h.frame();
    swiped = h.touch.swiped_left(kCard);
    CHECK(swiped == track.away);
    CHECK(h.cards == 0);
    h.frame();
    CHECK(h.touch.swipe(kCard) == 0);
  }
}

TEST_CASE("a notch of the wheel moves 96 pixels, smoothly") {
  Hand h;
  h.frame();
  h.touch.feed(WheelEvent{{50, 300}, 0, -1, h.now_s});
  h.frame();
  CHECK(h.touch.offset(kList) < 96);
  h.frames(60);
  CHECK(h.touch.offset(kList) == doctest::Approx(96));
}

TEST_CASE("the last drawn control under a point gets the tap, and a sheet's ground lets nothing through") {
  Hand h;
  h.targets.taps.push_back(
      {.id = ControlId("sheet"), .area = {400, 0, 400, 600}, .scroller = {}, .tap_on = TapOn::Never, .layer = 1});
  h.down({600, 120});
  h.frame();
  h.up({600, 120});
  h.frame();
  CHECK(h.pays == 0);
}

}  // namespace lapak::test
