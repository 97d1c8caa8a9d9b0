// tests/app: the walk.
#include "tests/app/screens/walk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/screens/lock.h"
#include "app/screens/places.h"
#include "core/books/class_commands.h"
#include "core/books/income_commands.h"
#include "core/books/pot_commands.h"
#include "core/books/pot_store.h"
#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"
#include "core/people/people_store.h"
#include "core/shop/demo.h"
#include "core/shop/jobs.h"
#include "core/stock/stock_commands.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

constexpr Instant kNow{1'763'800'000'000};
constexpr std::string_view kLong =
    "Tas rajut bunga matahari ukuran keluarga dengan ritsleting ganda dan tali kulit asli";

class NoTextures final : public Textures {
 public:
  Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
  void drop(Texture) override {}
};

// The demo is filled once: it takes its time.
class DemoFile {
 public:
  DemoFile() {
    SystemFiles files;
    REQUIRE(create_demo(path(), Language::Indonesian, kNow, files));
  }
  std::filesystem::path copy() const {
    const std::filesystem::path to = folder_ / "copy.lapak";
    for (const char* tail : {"", "-wal", "-shm", ".head", ".lock"}) std::filesystem::remove(to.string() + tail);
    std::filesystem::copy_file(path(), to);
    return to;
  }

 private:
  std::filesystem::path path() const { return folder_ / "demo.lapak"; }
  TestFolder folder_;
};

void must(const Result<Outcome>& done) {
  REQUIRE(done);
}

void make_huge(Shop& shop) {
  Profile profile = shop.profile();
  profile.name = "Rumah Benang Ibu Siti Rahmawati Kusumaningrum dan Anak-anaknya";
  must(shop.execute(ProfileCommand{SaveProfile{profile}}));
  const StockView all = stock_list(shop.facts(), {.today = shop.today()});
  int nth = 0;
  for (const StockRow& row : all.rows) {
    Product product = *find_product(shop.facts(), row.card);
    if (product.name.starts_with(kLong) || product.parent) continue;  // a variant's card was renamed already
    product.name = fmt::format("{} {}", kLong, ++nth);
    if (!product.open_price) product.price = Money{98'765'000};
    product.floor.reset();
    std::vector<Product> variants;
    for (Product variant : variants_of(shop.facts(), product.id)) {
      variant.name = product.name;
      variant.floor.reset();
      variants.push_back(std::move(variant));
    }
    must(shop.execute(CatalogCommand(SaveProduct{product, variants, std::nullopt})));
  }
  for (BundleRule rule : bundle_rules(shop.facts())) {
    rule.name = kLong;
    rule.terms.price = Money{198'765'000};
    must(shop.execute(CatalogCommand(SaveBundleRule{rule})));
  }
  for (const ClassRow& row : classes(shop.facts(), shop.today())) {
    ClassSession session = row.session;
    session.name = session.place = kLong;
    session.seats = kMostSeats;
    session.price = Money{98'765'000};
    must(shop.execute(ClassCommand(SaveClass{session})));
  }
  for (const Stream stream : {Stream::Content, Stream::Volunteering, Stream::Other})
    must(shop.execute(
        IncomeCommand(BookIncome{{.stream = stream, .amount = Money{98'765'432'000}, .note = std::string(kLong)}})));
  MovePots filled;
  for (const PotStanding& standing : pots(shop.facts()))
    filled.parts.push_back({standing.pot.id, Money{9'876'543'000}});
  must(shop.execute(PotCommand(filled)));
  must(shop.execute(PotCommand(SavePot{{.kind = PotKind::Own, .name = std::string(kLong)}})));
}

// What stands lower on a page is scrolled to.
void bring_into_sight(Rig& rig, std::string_view name) {
  constexpr int kMostNotches = 40;
  for (int i = 0; i < kMostNotches; ++i) {
    const Control* control = rig.stage().registry().find(name);
    if (!control || !control->visible.empty()) return;
    rig.wheel({control->rect.centre().x, rig.frame_settings().height / 2}, -1);
    rig.settle();
  }
}

}  // namespace

std::string_view name_of(Holding holding) {
  return holding == Holding::Nothing ? "nothing" : holding == Holding::Usual ? "usual" : "huge";
}

Walked walk(Holding holding, ThemeName theme, const std::function<void(Rig& rig, const Shot& shot)>& look,
            std::string_view say, By by) {
  static const DemoFile demo;
  FixedClock clock{kNow};
  SeededRandom random{7};
  SystemFiles files;
  const Seams seams{clock, random, files};
  std::unique_ptr<Shop> shop;
  if (holding == Holding::Nothing) {
    NewShop card = demo_card(Language::Indonesian);
    card.profile.is_demo = false;
    shop = Shop::in_memory(card, seams);
  } else {
    auto opened = Shop::open(demo.copy(), seams);
    REQUIRE(opened);
    shop = std::move(*opened);
    if (holding == Holding::Huge) make_huge(*shop);
  }

  Walked walked;
  Rig rig({.theme = theme});
  rig.frame_settings().motion = MotionTaste::Reduced;
  NoTextures textures;
  for (const Shot& shot : every_shot()) {
    INFO("shot ", shot.name);
    const Frame usual = rig.frame_settings();
    App app(*shop, files, shop_places(), make_lock_screen);
    rig.draw_with([&](Ui& ui) {
      app.finish(ui.now_s(), ui.touch());  // what the last frame asked for
      app.refresh(ui.now_s(), textures);
      app.draw(ui);
    });
    const auto settle = [&] {
      rig.wait(0.4);
      do {  // what is read beside the frames, and what is read because of it
        shop->jobs().finish();
        rig.wait(0.1);
        rig.settle();
      } while (!shop->jobs().is_idle());
    };
    const auto tap = [&](std::string_view name) {
      settle();
      const auto rest_of = [&](std::string_view verb) {
        return name.starts_with(verb) ? name.substr(verb.size()) : std::string_view();
      };
      if (const auto letter = rest_of("key:"); !letter.empty()) {
        rig.key(static_cast<Key>(static_cast<int>(Key::A) + letter.front() - 'A'), true);
        return true;
      }
      if (const auto letters = rest_of("type:"); !letters.empty()) {
        rig.type(letters);
        return true;
      }
      const auto held = rest_of("hold:");
      bring_into_sight(rig, held.empty() ? name : held);
      if (!rig.has(held.empty() ? name : held)) return false;
      if (by == By::Keys) {
        rig.key(Key::Tab);
        rig.stage().keyboard().set_focus(ControlId(held.empty() ? name : held));
        rig.key(Key::Enter, false, !held.empty());
      } else if (held.empty()) {
        rig.tap(name);
      } else {
        rig.hold(held, 0.6);
      }
      return true;
    };
    bool is_there = tap(fmt::format("rail.{}", shot.place));
    for (const std::string_view name : shot.taps) is_there = is_there && (name.empty() || tap(name));
    (is_there ? walked.seen : walked.missing).insert(std::string(shot.name));
    if (is_there) {
      if (!say.empty()) app.show({.sentence = std::string(say), .offers_undo = true, .lasts_s = 600});
      settle();
      look(rig, shot);
    }
    rig.frame_settings() = {.now_s = rig.now_s(),
                            .width = usual.width,
                            .height = usual.height,
                            .scale = usual.scale,
                            .hand = usual.hand,
                            .motion = usual.motion,
                            .theme = usual.theme,
                            .words = usual.words,
                            .currency = usual.currency,
                            .photos = nullptr};
    rig.stage().memory() = {};
  }
  return walked;
}

}  // namespace lapak::test
