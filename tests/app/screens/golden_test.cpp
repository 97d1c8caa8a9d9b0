// Every screen as a seller sees it, against the pictures that were last accepted.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shots.h"
#include "core/shop/demo.h"
#include "tests/app/screens/kept_pictures.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

constexpr Instant kNow{1'763'800'000'000};

struct Set {
  const char* tail;  // of the file names
  std::filesystem::path shop;
  ShotOptions options;
};

// These show where the shop's file lies, which is elsewhere at each run.
bool tells_a_path(std::string_view shot) {
  return shot == "settings-backup" || shot == "settings-about";
}

std::vector<std::string_view> all_but(std::string_view one) {
  std::vector<std::string_view> names;
  for (const Shot& shot : every_shot())
    if (shot.name != one && !tells_a_path(shot.name) && std::ranges::find(names, shot.name) == names.end())
      names.push_back(shot.name);
  return names;
}

}  // namespace

TEST_CASE("every screen looks as it was accepted") {
  const TestFolder folder;
  SystemFiles files;
  const std::filesystem::path demo = folder / "demo.lapak";
  const std::filesystem::path empty = folder / "empty.lapak";
  REQUIRE(create_demo(demo, Language::Indonesian, kNow, files));
  FixedClock clock{kNow};
  SeededRandom random{7};
  REQUIRE(Shop::create(empty, demo_card(Language::Indonesian), {clock, random, files}));

  const std::vector<std::string_view> selling{"sell-cart", "pay-cash", "done"};
  const ShotOptions mori{.theme = ThemeName::Mori, .language = Language::Indonesian, .only = selling};
  const auto with = [&](auto change) {
    ShotOptions options = mori;
    change(options);
    return options;
  };
  const Set sets[] = {
      // The demo's day is open already.
      {"", demo, with([](ShotOptions& o) { o.only = all_but("open-day"); })},
      {"-empty", empty, with([](ShotOptions& o) {
         o.only = {"sell", "open-day", "stock", "history"};
       })},
      {"-malam", demo, with([](ShotOptions& o) { o.theme = ThemeName::Malam; })},
      {"-terik", demo, with([](ShotOptions& o) { o.theme = ThemeName::Terik; })},
      {"-1024", demo, with([](ShotOptions& o) { o.width = 1024, o.height = 768; })},
      {"-1920", demo, with([](ShotOptions& o) { o.width = 1920, o.height = 1200, o.only = {"sell-cart"}; })},
      // Letters are baked at the scale: as sharp as at 1.
      {"-x0.9", demo, with([](ShotOptions& o) { o.scale = 0.9f, o.only = {"sell-cart"}; })},
      {"-x1.5", demo, with([](ShotOptions& o) { o.scale = 1.5f, o.only = {"sell-cart"}; })},
      {"-x2", demo, with([](ShotOptions& o) { o.width = 1024, o.height = 768, o.scale = 2, o.only = {"sell-cart"}; })},
      {"-pseudo", demo, with([](ShotOptions& o) { o.language = Language::Pseudo, o.only = {"sell-cart"}; })},
  };
  std::size_t compared = 0;
  for (const Set& set : sets) {
    std::size_t taken = 0;
    const auto done =
        each_shot(set.shop, set.options, {clock, random, files}, [&](std::string_view shot, const Pixels& now) {
          ++taken;
          compare_with_kept(fmt::format("{}{}", shot, set.tail), now);
        });
    REQUIRE(done);
    CHECK(taken == set.options.only.size());
    compared += taken;
  }
  MESSAGE(compared, " pictures compared");
}

}  // namespace lapak::test
