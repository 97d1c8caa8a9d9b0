// tests/app: a walk through every screen that has a picture (app/screens/shots.h), without a window: in one shop, from
// screen to screen, by taps on names. On each of them it waits, to be looked at in any size, language and theme.
#pragma once
#include <functional>
#include <set>
#include <string>

#include "app/screens/app.h"
#include "app/screens/shots.h"
#include "tests/app/rig.h"

namespace lapak::test {

// What the shop holds: nothing yet; three weeks of trading; and that with the longest names and sums that it takes.
enum class Holding { Nothing, Usual, Huge };
std::string_view name_of(Holding holding);

struct Walked {
  std::set<std::string> seen;     // screens that were reached
  std::set<std::string> missing;  // that were not: there is nothing to be seen on them in this shop
};
enum class By { Finger, Keys };  // Keys: Enter, and Shift+Enter for a long press, with the ring on what is named
// `look` is called on every screen; it may change the frame settings and draws what it needs itself. `say` is shown in
// passing on each of them.
Walked walk(Holding holding, ThemeName theme, const std::function<void(Rig& rig, const Shot& shot)>& look,
            std::string_view say = {}, By by = By::Finger);

}  // namespace lapak::test
