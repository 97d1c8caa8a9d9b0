// Where a toast stands on each screen: over what can be scrolled away from under it, never over a button.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/app/screens/walk.h"

namespace lapak::test {

TEST_CASE("a toast stands over no button of any screen") {
  std::string faults;
  const auto look = [&](Rig& rig, const Shot& shot) {
    for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1920.0f, 1200.0f}}) {
      rig.frame_settings().width = width;
      rig.frame_settings().height = height;
      rig.frame();
      rig.frame(0.5);
      const Rect toast = rig.at("toast.ground").rect;
      if (Rect{0, 0, width, height}.intersected(toast) != toast)
        faults += fmt::format("\n  {} at {}: off the window", shot.name, width);
      int top = 0;
      for (const Control& c : rig.stage().registry().controls()) top = std::max(top, c.layer);
      for (const Control& c : rig.stage().registry().controls()) {
        const bool is_button =
            c.taps && !c.scroller && c.layer == top && c.kind != ControlKind::Scrim && c.name != "toast.action";
        if (is_button && !c.visible.intersected(toast).empty()) {
          faults += fmt::format("\n  {} at {}: over {} \"{}\"", shot.name, width, c.name, c.label);
        }
      }
    }
  };
  walk(Holding::Usual, ThemeName::Mori, look, "Lilin sereh dihapus dari keranjang");
  CHECK_MESSAGE(faults.empty(), faults);
}

}  // namespace lapak::test
