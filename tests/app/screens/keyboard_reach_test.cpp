// With the keyboard on the screen every field stays in sight, and so does the button that ends what is typed there.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/app/screens/walk.h"

namespace lapak::test {
namespace {

std::vector<std::string> fields_of(const Registry& registry) {
  int top = 0;
  for (const Control& c : registry.controls()) top = std::max(top, c.layer);
  std::vector<std::string> names;
  for (const Control& c : registry.controls()) {
    if (c.kind == ControlKind::Field && c.layer == top && c.enabled && c.visible.h > 40) names.push_back(c.name);
  }
  return names;
}

// On a page that goes down to the window's end, Enter of the keyboard puts it away.
bool key_ends_it(const Rig& rig) {
  const std::string key = rig.text_of("keyboard.enter");
  return key == "Selesai" || key == "Lanjut" || key == "Cari";
}

}  // namespace

TEST_CASE("the keyboard on the screen covers neither the field nor the main button of what it stands over") {
  std::string faults;
  int tried = 0;
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}}) {
    walk(Holding::Usual, ThemeName::Mori, [&, width = width, height = height](Rig& rig, const Shot& shot) {
      rig.frame_settings().width = width;
      rig.frame_settings().height = height;
      rig.frame();
      rig.settle();
      if (rig.has("keyboard")) rig.tap("keyboard.hide");
      for (const std::string& name : fields_of(rig.stage().registry())) {
        rig.tap(name);
        rig.wait(0.4);
        rig.settle();
        ++tried;
        const auto fault = [&](std::string_view what, const Control& c) {
          faults += fmt::format("\n  {} at {}: {} {} ({:.0f}…{:.0f}) for {}", shot.name, width, what, c.name, c.rect.y,
                                c.rect.bottom(), name);
        };
        if (!rig.has("keyboard")) {
          faults += fmt::format("\n  {}: no keyboard for {}", shot.name, name);
          continue;
        }
        const Rect keyboard = rig.at("keyboard").rect;
        const Control& field = rig.at(name);
        if (field.rect.bottom() > keyboard.y || field.visible.h < field.rect.h) fault("field", field);
        for (const Control& c : rig.stage().registry().controls()) {
          if (c.kind == ControlKind::MainButton && c.layer == field.layer && !c.rect.intersected(field.rect).empty()) {
            fault("over the field:", c);
          }
          const bool is_covered =
              c.kind == ControlKind::MainButton && c.layer == field.layer && c.rect.bottom() > keyboard.y;
          if (is_covered && (c.layer > 0 || !key_ends_it(rig))) fault("main button", c);
        }
        rig.tap("keyboard.hide");
      }
    });
  }
  MESSAGE(fmt::format("{} fields", tried));
  CHECK_MESSAGE(faults.empty(), faults);
}

}  // namespace lapak::test
