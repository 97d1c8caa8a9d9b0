// The frame around the screens: intents, toasts, the rail, full screens, against a shop in memory.
#include "app/screens/app.h"

#include <doctest/doctest.h>

#include "app/parts/button.h"
#include "core/words/sentences.h"
#include "tests/app/rig.h"

namespace lapak::test {
namespace {

class NoTextures final : public Textures {
 public:
  Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
  void drop(Texture) override {}
};

// What a screen under test was told, and what its buttons ask for.
struct Script {
  Surface surface = Surface::Page;
  int performed = 0;
  int refused = 0;
  bool takes_refusal = false;
  std::function<Intent()> go;
};

class ScriptedScreen final : public Screen {
 public:
  ScriptedScreen(Script& script, std::string name) : script_(script), name_(std::move(name)) {}
  void refresh(const Shop& shop) override { shop_name_ = shop.profile().name; }
  void draw(Ui& ui, Intents& out) override {
    if (button(ui, name_ + ".go", {300, 200, 200, 64}, {.label = "Go"})) out.add(script_.go());
    if (button(ui, name_ + ".back", {300, 300, 200, 64}, {.label = "Back"})) out.add(Back{});
  }
  void performed(const Outcome&, Intents&) override { ++script_.performed; }
  bool refused(const Problem&) override {
    ++script_.refused;
    return script_.takes_refusal;
  }
  Surface surface() const override { return script_.surface; }

 private:
  Script& script_;
  std::string name_;
  std::string shop_name_;
};

// An App in a rig, frame by frame as the window does it.
struct Stall {
  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  std::unique_ptr<Shop> shop;
  Script first;
  Script second;
  Script above;
  std::optional<App> app;
  NoTextures textures;
  Rig rig;

  Stall() {
    NewShop card;
    card.profile.name = "Rumah Benang";
    shop = Shop::in_memory(card, {clock, random, files});
    app.emplace(*shop, files,
                std::vector<PlaceCard>{
                    {Section::Sell, "sell", N_("Sell"), icon::storefront, false,
                     [this] { return std::make_unique<ScriptedScreen>(first, "first"); }},
                    {Section::Stock, "stock", N_("Stock"), icon::package, false,
                     [this] { return std::make_unique<ScriptedScreen>(second, "second"); }},
                });
    rig.draw_with([this](Ui& ui) {
      app->finish(ui.now_s(), ui.touch());  // what the last frame asked for
      app->refresh(ui.now_s(), textures);
      app->draw(ui);
    });
  }
  void tap(std::string_view name) {
    rig.tap(name);
    rig.wait(0.1);
  }
};

}  // namespace

TEST_CASE("the rail leads to another place and back") {
  Stall s;
  CHECK(s.rig.has("first.go"));
  s.tap("rail.stock");
  CHECK(s.rig.has("second.go"));
  CHECK(s.rig.at("rail.stock").selected);
  s.rig.key(Key::Digit1, false, false, true);
  s.rig.wait(0.1);
  CHECK(s.rig.has("first.go"));
}

TEST_CASE("a change is carried out after the frame and its screen is told") {
  Stall s;
  s.first.go = [&] {
    Profile profile = s.shop->profile();
    profile.theme = "terik";
    return Perform{SaveProfile{profile}};
  };
  s.tap("first.go");
  CHECK(s.first.performed == 1);
  CHECK(s.app->taste().theme == ThemeName::Terik);
}

TEST_CASE("a refusal that no screen takes is said in a toast, and passes") {
  Stall s;
  s.first.go = [&] {
    Profile profile = s.shop->profile();
    profile.name = "";
    return Perform{SaveProfile{profile}};
  };
  s.tap("first.go");
  CHECK(s.first.refused == 1);
  REQUIRE(s.rig.has("toast"));
  const Problem empty{ProblemCode::NameEmpty, {}};
  CHECK(s.rig.text_of("toast") == sentence(empty, *s.app->taste().words, *s.app->taste().currency));
  s.rig.wait(7);
  CHECK_FALSE(s.rig.has("toast"));
}

TEST_CASE("a refusal that the screen takes as its own is not said twice") {
  Stall s;
  s.first.takes_refusal = true;
  s.first.go = [&] {
    Profile profile = s.shop->profile();
    profile.name = "";
    return Perform{SaveProfile{profile}};
  };
  s.tap("first.go");
  CHECK(s.first.refused == 1);
  CHECK_FALSE(s.rig.has("toast"));
}

TEST_CASE("a full screen has no rail, rests the finger that opened it, and Back returns") {
  Stall s;
  s.above.surface = Surface::FullScreen;
  int asked = 0;
  s.above.go = [&] {
    ++asked;
    return Back{};
  };
  s.first.go = [&] { return Open{std::make_unique<ScriptedScreen>(s.above, "above")}; };
  s.tap("first.go");
  CHECK(s.rig.has("above.go"));
  CHECK_FALSE(s.rig.has("rail.sell"));
  s.tap("above.back");
  CHECK(s.rig.has("first.go"));

  // The same finger, twice in 150 ms, at the same spot: the second lands on the new screen and does nothing.
  const Point spot = s.rig.at("first.go").rect.centre();
  s.rig.wait(0.5);
  s.rig.down(spot);
  s.rig.up(spot);
  s.rig.wait(0.1);
  s.rig.down(spot);
  s.rig.up(spot);
  s.rig.wait(0.2);
  CHECK(s.rig.has("above.go"));
  CHECK(asked == 0);
}

TEST_CASE("a theme chosen on a screen is the shop's from then on") {
  Stall s;
  s.first.go = [] { return ChooseTheme{ThemeName::Malam}; };
  s.tap("first.go");
  CHECK(s.shop->profile().theme == "malam");
}

TEST_CASE("a toast offers the way back, and the way back is taken") {
  Stall s;
  s.first.go = [] { return ShowToast{.sentence = "Lilin dihapus", .offers_undo = true}; };
  s.tap("first.go");
  REQUIRE(s.rig.has("toast.action"));
  s.tap("toast.action");
  // Nothing was done yet, so the shop says so instead.
  const Problem nothing{ProblemCode::NothingToUndo, {}};
  CHECK(s.rig.text_of("toast") == sentence(nothing, *s.app->taste().words, *s.app->taste().currency));
}

}  // namespace lapak::test
