// Bringing a copy back on the screens: from the settings, and where the shop itself cannot be opened.
#include "app/screens/restore.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <set>

#include "app/screens/settings.h"
#include "app/screens/soundness_watch.h"
#include "core/safety/backup.h"
#include "core/sale/sale_store.h"
#include "tests/app/screens/machine.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

namespace fs = std::filesystem;

std::vector<PlaceCard> settings_place() {
  return {{.section = Section::Settings,
           .name = "settings",
           .label = N_("Settings"),
           .icon = icon::hard_drives,
           .at_the_bottom = false,
           .make = [] { return make_settings_screen_at("backup"); }}};
}

void sell_once(Shop& shop) {
  REQUIRE(shop.execute(CartCommand{AddAmount{"Lilin", Money{45'000}}}));
  REQUIRE(shop.execute(SaleCommand{Sell{shop.cart(), {{.amount = Money{45'000}}}}}));
}

std::int64_t sales_of(Shop& shop) {
  return *shop.facts().value<std::int64_t>("SELECT count(*) FROM sale");
}

// A shop with one sale in its copy and another one since.
fs::path shop_with_copy(Machine& m, const TestFolder& folder) {
  m.tap("later");
  sell_once(m.start->shop());
  const fs::path shop = m.start->shop().path();
  REQUIRE(
      back_up_into(shop, shop.parent_path() / "backups", m.start->shop().profile().name, {Date::of(2025, 11, 22), {}}));
  sell_once(m.start->shop());
  CHECK(shop.string().starts_with(folder.path().string()));
  return shop;
}

std::size_t kept_beside(const fs::path& shop) {
  std::size_t kept = 0;
  for (const auto& entry : fs::directory_iterator(shop.parent_path()))
    kept += entry.path().filename().string().contains(".before-restore-") ? 1U : 0U;
  return kept;
}

}  // namespace

TEST_CASE("a copy is tried, its price is said in sales, and then it takes the shop's place") {
  const TestFolder folder;
  Machine m(folder.path(), {}, settings_place());
  const fs::path shop = shop_with_copy(m, folder);
  m.tap("backup.restore");
  m.settle();
  m.tap("copy.0");
  m.settle();
  REQUIRE(m.rig.has("restore.ask.safe"));
  m.tap("restore.ask.safe");
  CHECK(sales_of(m.start->shop()) == 2);
  CHECK(kept_beside(shop) == 0);

  m.tap("copy.0");
  m.settle();
  m.tap("restore.ask.risky");
  m.settle();
  m.settle();
  CHECK(m.start->shop().path() == shop);
  CHECK(sales_of(m.start->shop()) == 1);
  CHECK(kept_beside(shop) == 1);
  // Numbers go on above those that were given: another epoch.
  sell_once(m.start->shop());
  CHECK(find_sale(m.start->shop().facts(), *last_sale(m.start->shop().facts()))->number != "A1-000002");
}

TEST_CASE("where a shop is damaged its copies are offered, and one of them brings it back") {
  const TestFolder folder;
  fs::path shop;
  {
    Machine m(folder.path(), {}, settings_place());
    shop = shop_with_copy(m, folder);
  }
  fs::resize_file(shop, 5'000);
  Machine m(folder.path(), {}, settings_place());
  m.start->open_last();
  m.settle();
  REQUIRE(m.rig.has("restore"));
  CHECK(fs::file_size(shop) == 5'000);
  m.tap("restore");
  m.settle();
  m.tap("copy.0");
  m.settle();
  m.tap("restore.ask.risky");
  m.settle();
  m.settle();
  CHECK(m.start->shop().path() == shop);
  CHECK(sales_of(m.start->shop()) == 1);
  CHECK(kept_beside(shop) == 1);
}

TEST_CASE("a copy that went bad is not brought back, and that is said") {
  const TestFolder folder;
  Machine m(folder.path(), {}, settings_place());
  const fs::path shop = shop_with_copy(m, folder);
  m.tap("backup.restore");
  m.settle();
  const fs::path copy = fs::directory_iterator(shop.parent_path() / "backups")->path();
  {
    std::fstream file(copy, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(copy)) / 2);
    file.write("garbage of some length", 22);
  }
  m.tap("copy.0");
  m.settle();
  CHECK_FALSE(m.rig.has("restore.ask.safe"));
  REQUIRE(m.rig.has("toast"));
  CHECK(m.rig.text_of("toast").contains(copy.filename().string()));
  CHECK(sales_of(m.start->shop()) == 2);
}

TEST_CASE("the copies and the question before one is brought back fit at every size") {
  const TestFolder folder;
  fs::path shop;
  {
    Machine m(folder.path(), {}, settings_place());
    shop = shop_with_copy(m, folder);
  }
  fs::resize_file(shop, 5'000);
  std::set<std::string> faults;
  for (const Language language : {Language::Indonesian, Language::English})
    for (const bool is_roomy : {true, false}) {
      Machine m(folder.path(),
                {.width = is_roomy ? 1280.0f : 1024.0f, .height = is_roomy ? 800.0f : 600.0f, .language = language});
      const auto check = [&](std::string_view where) {
        const Frame usual = m.rig.frame_settings();
        for (const ThemeName theme : {ThemeName::Mori, ThemeName::Malam, ThemeName::Terik})
          for (const auto& [width, height] : {std::pair{1280.0f, 800.0f},
                                              {1024.0f, 768.0f},
                                              {1366.0f, 768.0f},
                                              {1920.0f, 1200.0f},
                                              {1024.0f, 600.0f}}) {
            Frame& frame = m.rig.frame_settings();
            frame.theme = theme;
            frame.width = width;
            frame.height = height;
            m.rig.frame();
            m.rig.frame(0.5);
            for (const std::string& fault : lint(m.rig.stage().registry(), width, height))
              faults.insert(fmt::format("{} at {}x{} in {}, theme {}: {}", where, width, height,
                                        language_code(language), static_cast<int>(theme), fault));
          }
        Frame& frame = m.rig.frame_settings();
        frame.theme = usual.theme;
        frame.width = usual.width;
        frame.height = usual.height;
        m.settle();
      };
      m.start->open(shop);
      m.settle();
      check("damaged");
      m.tap("restore");
      m.settle();
      check("copies");
      m.tap("copy.0");
      m.settle();
      check("question");
    }
  for (const std::string& fault : faults) CHECK_MESSAGE(false, fault);
}

TEST_CASE("after the start the whole file is read, and damage to what stands in it is noticed") {
  const TestFolder folder;
  Machine m(folder.path());
  m.tap("later");
  sell_once(m.start->shop());
  const fs::path path = m.start->shop().path();
  SoundnessWatch watch;
  watch.begin_once(m.start->shop());
  watch.finish();
  CHECK_FALSE(watch.take_damage());

  m.start.reset();  // closes it
  {
    Database database = Database::open(path, Durability::Full);
    database.run("DROP TRIGGER sale_is_never_rewritten");
    database.run("UPDATE sale SET total = total + 1");
  }
  Machine again(folder.path());
  again.start->open_last();
  again.settle();
  SoundnessWatch other;
  other.begin_once(again.start->shop());
  other.finish();
  CHECK(other.take_damage());
  CHECK_FALSE(other.take_damage());
}

}  // namespace lapak::test
