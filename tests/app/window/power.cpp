// On what the machine runs.
#include "app/window/power.h"

#include <doctest/doctest.h>

#include <fstream>
#include <initializer_list>
#include <utility>

#include "tests/core/fixture.h"

namespace lapak::test {
namespace {

void plug(const std::filesystem::path& at, std::initializer_list<std::pair<const char*, const char*>> files) {
  std::filesystem::create_directories(at);
  for (const auto& [name, word] : files) std::ofstream(at / name) << word << '\n';
}

}  // namespace

TEST_CASE("a laptop without its plug runs on its battery, and with it on the mains") {
  const TestFolder supplies;
  plug(supplies / "BAT0", {{"type", "Battery"}, {"status", "Discharging"}, {"capacity", "80"}});
  plug(supplies / "AC", {{"type", "Mains"}, {"online", "0"}});
  CHECK(power_source(supplies / "") == PowerSource::Battery);
  plug(supplies / "AC", {{"online", "1"}});
  CHECK(power_source(supplies / "") == PowerSource::Mains);
}

TEST_CASE("a tablet that charges, a PC, and a mouse that runs low are not on battery") {
  const TestFolder supplies;
  CHECK(power_source(supplies / "nowhere") == PowerSource::Mains);
  CHECK(power_source(supplies / "") == PowerSource::Mains);
  plug(supplies / "hidpp", {{"type", "Battery"}, {"scope", "Device"}, {"status", "Discharging"}});
  CHECK(power_source(supplies / "") == PowerSource::Mains);
  plug(supplies / "tablet", {{"type", "Battery"}, {"status", "Charging"}});
  CHECK(power_source(supplies / "") == PowerSource::Mains);
  plug(supplies / "tablet", {{"status", "Discharging"}});
  CHECK(power_source(supplies / "") == PowerSource::Battery);
}

TEST_CASE("the plug is looked for every half minute, not at every frame") {
  const TestFolder supplies;
  PowerWatch watch(supplies / "");
  CHECK(watch.at(100) == PowerSource::Mains);
  plug(supplies / "BAT0", {{"type", "Battery"}, {"status", "Discharging"}});
  CHECK(watch.at(110) == PowerSource::Mains);
  CHECK(watch.at(130) == PowerSource::Battery);
}

}  // namespace lapak::test
