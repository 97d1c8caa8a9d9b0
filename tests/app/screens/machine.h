// tests/app: the program from its start in a rig, as the window runs it: a first run, a shop, or a shop that cannot be
// had.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/text.h"
#include "app/screens/start.h"
#include "core/base/random.h"
#include "core/shop/jobs.h"
#include "core/words/sentences.h"
#include "tests/app/rig.h"

namespace lapak::test {

class NoTextures final : public Textures {
 public:
  Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
  void drop(Texture) override {}
};

class SellStandIn final : public Screen {
 public:
  void refresh(const Shop& shop) override { name_ = shop.profile().name; }
  void draw(Ui& ui, Intents&) override { text(ui, {200, 100, 400, 40}, name_, {.name = "sell.shop"}); }

 private:
  std::string name_;
};

inline std::vector<PlaceCard> one_place() {
  return {{.section = Section::Sell,
           .name = "sell",
           .label = N_("Sell"),
           .icon = icon::storefront,
           .at_the_bottom = false,
           .make = [] { return std::make_unique<SellStandIn>(); }}};
}

inline Start::Setting setting_in(const std::filesystem::path& folder, Language language,
                                 std::vector<PlaceCard> places = one_place()) {
  return {.home = {.state = folder / "state", .shops = folder / "Lapak", .looked_in = {folder}},
          .language = language,
          .places = std::move(places),
          .make_lock = {},
          .wake = {}};
}

// The program in a rig, as the window runs it.
struct Machine {
  explicit Machine(const std::filesystem::path& at, const RigOptions& options = {},
                   std::vector<PlaceCard> places = one_place())
      : rig(options) {
    start.emplace(setting_in(at, options.language, std::move(places)), Seams{clock, random, files});
    rig.draw_with([this](Ui& ui) {
      start->finish(ui.now_s(), ui.touch());  // what the last frame asked for
      start->refresh(ui.now_s(), textures);
      take_taste();
      start->draw(ui);
    });
    settle();
  }
  void take_taste() {
    const Program::Taste taste = start->taste();
    rig.frame_settings().words = taste.words;
    rig.frame_settings().currency = taste.currency;
  }
  void settle() {
    rig.wait(0.1);
    start->shop().jobs().finish();
    rig.wait(0.5);
  }
  void tap(std::string_view name) {
    rig.tap(name);
    settle();
  }
  void fill(std::string_view name, std::string_view text) {
    tap(name);
    rig.type(text);
    rig.wait(0.1);
  }
  void drop(const std::filesystem::path& file) {
    start->dropped(file);
    settle();
    settle();
  }
  std::string say(const Problem& problem) { return sentence(problem, *start->taste().words, *start->taste().currency); }

  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  NoTextures textures;
  std::optional<Start> start;
  Rig rig;
};

}  // namespace lapak::test
