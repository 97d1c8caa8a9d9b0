// tests/app: the demo shop in memory with an App on one screen, frame by frame as the window does it.
#pragma once
#include <memory>
#include <optional>

#include "app/screens/app.h"
#include "core/shop/demo.h"
#include "tests/app/rig.h"
#include "tests/core/fixture.h"

namespace lapak::test {

class NoPictures final : public Textures {
 public:
  Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
  void drop(Texture) override {}
};

enum class Filling {
  Demo,  // three weeks of trading: takes seconds
  Bare,
  OnDisk,  // bare, in a file: what copies and papers need
};

struct DemoStand {
  using MakeScreen = std::function<std::unique_ptr<Screen>()>;

  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  TestFolder folder;  // the shop on disk is stall.lapak in it
  std::unique_ptr<Shop> shop;
  std::optional<App> app;
  NoPictures textures;
  Rig rig;

  explicit DemoStand(MakeScreen make, Filling filling = Filling::Demo, MakeScreen make_lock = {})
      : shop(filling == Filling::OnDisk
                 ? Shop::create(folder / "stall.lapak", demo_card(Language::Indonesian), {clock, random, files}).value()
                 : Shop::in_memory(demo_card(Language::Indonesian), {clock, random, files})) {
    if (filling == Filling::Demo) fill_demo(*shop, clock, Instant{1'763'800'000'000});
    app.emplace(*shop, files,
                std::vector<PlaceCard>{{Section::History, "history", N_("History"), icon::receipt, false, make}},
                make_lock);
  }
  // After the shop was made ready.
  void begin() {
    rig.draw_with([this](Ui& ui) {
      app->finish(ui.now_s(), ui.touch());  // what the last frame asked for
      app->refresh(ui.now_s(), textures);
      app->draw(ui);
    });
    rig.wait(0.2);
    if (!shop->path().empty()) finish_work();  // a first page that is read beside the frames
  }
  // The same shop in another size, language or theme: to fill one takes its time.
  void wear(const RigOptions& look) {
    look_ = look;
    Frame& frame = rig.frame_settings();
    frame.width = look.width;
    frame.height = look.height;
    frame.theme = look.theme;
    frame.hand = look.hand;
    frame.words = &Words::in(look.language);
    rig.wait(0.3);
    rig.settle();
  }
  void tap(std::string_view name) {
    rig.tap(name);
    rig.wait(0.3);
  }
  // What the worker has to do is done, and shown.
  void finish_work() {
    rig.wait(0.1);
    shop->jobs().finish();
    rig.wait(0.1);
  }
  // As the rig's settings say.
  std::vector<std::string> faults() {
    rig.wait(0.3);
    rig.settle();
    const Frame& frame = rig.frame_settings();
    return lint(rig.stage().registry(), frame.width, frame.height);
  }
  void check_fits(std::string_view where) {
    const RigOptions& look = look_;
    for (const std::string& fault : faults()) {
      FAIL_CHECK(where << " " << look.width << " " << language_code(look.language) << " "
                       << static_cast<int>(look.theme) << ": " << fault);
    }
  }
  void check_fits_in_every_look(std::string_view where);

 private:
  RigOptions look_;
};

// Both sizes, both languages, an indoor and an outdoor theme; and once for the left hand.
inline std::vector<RigOptions> every_look() {
  std::vector<RigOptions> looks;
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, std::pair{1024.0f, 768.0f}}) {
    for (const Language language : {Language::Indonesian, Language::English}) {
      for (const ThemeName theme : {ThemeName::Mori, ThemeName::Terik}) {
        looks.push_back({.width = width, .height = height, .theme = theme, .language = language});
      }
    }
  }
  looks.push_back({.hand = Hand::Left});
  return looks;
}

inline void DemoStand::check_fits_in_every_look(std::string_view where) {
  for (const RigOptions& look : every_look()) {
    wear(look);
    check_fits(where);
  }
  wear({});
}

}  // namespace lapak::test
