// Where the finger was when the money was taken: on the screen that comes up under it nothing takes the sale back, and
// nothing leaves before the change was seen (ux.md §7, 12).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

// What a second tap on the same spot would press: the last drawn there.
std::string under(const Stall& stall, Point at) {
  std::string name;
  for (const Control& control : const_cast<Stall&>(stall).rig.stage().registry().controls()) {
    if (control.taps && control.enabled && control.visible.contains(at)) name = control.name;
  }
  return name;
}

}  // namespace

TEST_CASE("nothing undoes the sale or skips the change under the finger that has just paid") {
  for (const auto& [width, height] :
       {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1366.0f, 768.0f}, {1920.0f, 1200.0f}}) {
    for (const Hand hand : {Hand::Right, Hand::Left}) {
      for (const std::initializer_list<std::string_view> way :
           {std::initializer_list<std::string_view>{"method.cash", "cash.exact"},
            {"method.cash", "cash.0"},
            {"method.cash", "cash.1"},
            {"method.transfer", "accept"},
            {"method.card", "accept"}}) {
        Stall stall({.width = width, .height = height, .hand = hand});
        stall.tap(stall.card("Tas rajut"));
        stall.tap("pay");
        stall.tap(*way.begin());
        const std::string_view last = *(way.begin() + 1);
        const Point finger = stall.rig.at(last).visible.centre();
        stall.tap(last);
        REQUIRE(stall.rig.has("new_sale"));
        const std::string below = under(stall, finger);
        CAPTURE(fmt::format("{} at {}x{}, {}", last, width, height, hand == Hand::Left ? "left" : "right"));
        CHECK(below != "take_back");
        CHECK(below != "new_sale");
      }
    }
  }
}

}  // namespace lapak::test
