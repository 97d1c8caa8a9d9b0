// Every screen by the keyboard: all that a finger can touch is reached by Tab, and seen by its ring.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "tests/app/screens/walk.h"

namespace lapak::test {
namespace {

std::set<std::string> reachable(const Registry& registry) {
  int top = 0;
  for (const Control& c : registry.controls()) {
    if (c.taps && c.kind != ControlKind::Scrim && !c.name.starts_with("keyboard.")) top = std::max(top, c.layer);
  }
  std::set<std::string> names;
  for (const Control& c : registry.controls()) {
    const bool is_stop = c.taps && c.enabled && c.layer == top && c.kind != ControlKind::Scrim;
    if (is_stop && !c.visible.empty() && !c.name.starts_with("keyboard.")) names.insert(c.name);
  }
  return names;
}

}  // namespace

TEST_CASE("on every screen Tab comes by all that can be touched there, with a ring around it") {
  std::string faults;
  const auto look = [&](Rig& rig, const Shot& shot) {
    std::set<std::string> owed = reachable(rig.stage().registry());
    const std::size_t all = owed.size();
    rig.stage().keyboard().set_focus(ControlId());  // the first stop is the first that is drawn
    std::set<std::string> bare;
    for (std::size_t step = 0; step < 4 * all + 300 && !owed.empty(); ++step) {
      rig.key(Key::Tab);
      const Keyboard& keyboard = rig.stage().keyboard();
      const auto& controls = rig.stage().registry().controls();
      const auto found = std::ranges::find_if(
          controls, [&](const Control& c) { return c.taps && ControlId(c.name) == keyboard.focus(); });
      if (found == controls.end()) continue;
      owed.erase(found->name);
      const auto& ring = rig.stage().registry().ring();
      if (!ring || ring->intersected(found->rect).empty()) bare.insert(found->name);
    }
    for (const Control& c : rig.stage().registry().controls()) {  // where a finger would find it
      if (c.kind == ControlKind::List) rig.stage().touch().scroll_to(ControlId(c.name), 0);
    }
    rig.wait(0.5);
    rig.settle();
    for (const std::string& name : owed) faults += fmt::format("\n  {}: Tab does not reach {}", shot.name, name);
    for (const std::string& name : bare) faults += fmt::format("\n  {}: no ring around {}", shot.name, name);
  };
  walk(Holding::Usual, ThemeName::Mori, look);
  CHECK_MESSAGE(faults.empty(), faults);
}

TEST_CASE("where fingers get to, Enter on what has the ring gets to as well") {
  using Seen = std::map<std::string, std::set<std::string>>;
  const auto seen = [](By by) {
    Seen all;
    walk(
        Holding::Usual, ThemeName::Mori,
        [&all](Rig& rig, const Shot& shot) { all[std::string(shot.name)] = reachable(rig.stage().registry()); }, {},
        by);
    return all;
  };
  const Seen touched = seen(By::Finger), keyed = seen(By::Keys);
  CHECK(touched.size() > 70);
  for (const auto& [screen, controls] : touched) {
    CAPTURE(screen);
    const auto found = keyed.find(screen);
    CHECK(found != keyed.end());
    if (found == keyed.end()) continue;
    std::vector<std::string> missing;
    std::ranges::set_difference(controls, found->second, std::back_inserter(missing));
    CHECK(fmt::format("{}", fmt::join(missing, " ")) == "");
  }
}

}  // namespace lapak::test
