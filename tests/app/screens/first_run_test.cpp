// The first run, from an empty machine to a shop, and what the program shows where a shop cannot be had.
#include "app/screens/first_run.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <set>

#include "app/parts/text.h"
#include "app/screens/places.h"
#include "app/screens/start.h"
#include "app/screens/unopened.h"
#include "app/window/offscreen.h"
#include "core/base/random.h"
#include "core/catalog/picture.h"
#include "core/catalog/product_store.h"
#include "core/paper/code_symbol.h"
#include "core/people/people_store.h"
#include "core/sale/qris.h"
#include "core/sale/sale_store.h"
#include "core/shop/jobs.h"
#include "core/words/sentences.h"
#include "tests/app/rig.h"
#include "tests/app/screens/kept_pictures.h"
#include "tests/app/screens/machine.h"
#include "tests/app/screens/sticker.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

std::vector<std::filesystem::path> shops_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::exists(folder)) return found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".lapak") found.push_back(entry.path());
  }
  return found;
}

}  // namespace

TEST_CASE("a maker goes through the four steps and sells from a shop with all she said") {
  const TestFolder folder;
  Machine m(folder.path());
  m.fill("stall", "Rumah Benang");
  m.fill("you", "Siti");
  m.tap("next");

  CHECK(m.rig.text_of("step") == "2 dari 4");
  m.fill("qris", kSticker);
  CHECK(m.rig.has("qris.verdict"));
  m.fill("bank", "BCA");
  m.fill("bank.number", "0123456789");
  m.fill("bank.holder", "Siti Aminah");
  m.tap("next");

  m.tap("begin.own");
  m.fill("item.0.name", "Tas rajut");
  m.fill("item.0.price", "85.000");
  m.fill("item.1.name", "Anting kayu");
  m.fill("item.1.price", "32000");
  m.fill("item.2.name", "Lilin sereh");
  m.fill("item.2.price", "0");
  m.tap("next");

  m.fill("pin", "0412");
  m.tap("size.2");
  m.tap("next");

  REQUIRE(m.rig.has("sell.shop"));
  const Shop& shop = m.start->shop();
  CHECK(shop.path() == folder.path() / "Lapak" / "Rumah Benang.lapak");
  CHECK(shop.profile().name == "Rumah Benang");
  CHECK(shop.profile().currency == "IDR");
  CHECK(shop.profile().language == "id");
  CHECK(shop.profile().qris == kSticker);
  CHECK(shop.profile().accounts == std::vector{BankAccount{"BCA", "0123456789", "Siti Aminah"}});
  CHECK(shop.profile().display_size == "large");
  CHECK(sellers(shop.facts()).front().name == "Siti");
  CHECK(shop.is_guarded());
  CHECK(shop.search("tas rajut", 5).total == 1);
  CHECK(shop.search("anting", 5).cards.front().price == Money{32'000});
  CHECK(shop.search("lilin", 5).cards.front().price == Money{0});
}

TEST_CASE("the shop made in the first run is the one that opens next time") {
  const TestFolder folder;
  {
    Machine m(folder.path());
    m.fill("stall", "Rumah Benang");
    m.tap("later");
    REQUIRE(m.rig.has("sell.shop"));
  }
  Machine again(folder.path());
  again.start->open_last();
  again.settle();
  CHECK(again.rig.text_of("sell.shop") == "Rumah Benang");
}

TEST_CASE("with everything skipped there is a shop too, and another beside it") {
  const TestFolder folder;
  for (int i = 0; i < 2; ++i) {
    Machine m(folder.path());
    m.tap("next");
    m.tap("skip");
    m.tap("skip");
    m.tap("skip");
    REQUIRE(m.rig.has("sell.shop"));
    CHECK(m.rig.text_of("sell.shop") == "Lapak saya");
  }
  CHECK(shops_in(folder.path() / "Lapak").size() == 2);
}

TEST_CASE("what was typed in a step that was skipped is not used") {
  const TestFolder folder;
  Machine m(folder.path());
  m.tap("next");
  m.fill("qris", "this is no code");
  m.tap("skip");
  m.tap("skip");
  m.fill("pin", "12");
  m.tap("skip");
  REQUIRE(m.rig.has("sell.shop"));
  CHECK(m.start->shop().profile().qris.empty());
  CHECK_FALSE(m.start->shop().is_guarded());
}

TEST_CASE("a wrong QRIS says what is wrong and keeps the step") {
  const TestFolder folder;
  Machine m(folder.path());
  m.tap("next");
  std::string wrong(kSticker);
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  m.fill("qris", wrong);
  REQUIRE(m.rig.has("qris.verdict"));
  const auto problem = Qris::parse(wrong).error();
  CHECK(problem.code == ProblemCode::QrisWrongChecksum);
  CHECK(m.rig.text_of("qris.verdict") == m.say(problem));
  m.tap("next");
  CHECK(m.rig.text_of("step") == "2 dari 4");
}

TEST_CASE("a photo of the sticker that is dropped is read; one without a code is told") {
  const TestFolder folder;
  Machine m(folder.path());
  m.tap("next");
  m.drop(folder.file("bag.jpg", encode_jpeg(draw_picture(PictureKind::Hat, 2))));
  CHECK(m.rig.text_of("qris.verdict") == m.say({ProblemCode::CodeNotFound, {}}));
  m.drop(folder.file("sticker.jpg", photo_of_sticker()));
  CHECK(m.rig.text_of("qris") == kSticker);
  m.tap("next");
  CHECK(m.rig.text_of("step") == "3 dari 4");
}

TEST_CASE("a photo is picked from the folders without a file manager") {
  const TestFolder folder;
  folder.file("sticker.jpg", photo_of_sticker());
  folder.file("letter.txt", "no picture");
  Machine m(folder.path());
  m.tap("next");
  m.tap("qris.pick");
  REQUIRE(m.rig.has("files.0"));
  CHECK_FALSE(m.rig.has("files.1"));
  m.tap("files.0");
  m.settle();
  CHECK(m.rig.text_of("qris") == kSticker);
}

TEST_CASE("a table with a bad row lists it, takes nothing in, and is taken once it is mended") {
  const TestFolder folder;
  Machine m(folder.path());
  m.tap("next");
  m.tap("skip");
  m.drop(folder.file("items.csv",
                     "Nama,Harga,Kode,Warna rak\nTas,85000,T1,merah\nAnting,banyak,A1,biru\nLilin,45.000,L1,\n"));
  CHECK(m.rig.text_of("csv.columns") == "3 dari 4 kolom cocok: Nama, Harga, Kode");
  CHECK(m.rig.text_of("csv.verdict") == "2 barang siap · 1 baris perlu dicek");
  CHECK(m.rig.text_of("csv.row.3") == fmt::format("Baris 3: {}", m.say({ProblemCode::NotAnAmount, {"banyak"}})));
  m.tap("next");
  CHECK(m.rig.text_of("step") == "3 dari 4");
  CHECK(m.rig.has("csv.fault"));
  m.drop(folder.file("items.csv", "Nama,Harga,Kode\nTas,85000,T1\nAnting,32000,A1\nLilin,45.000,L1\n"));
  CHECK(m.rig.text_of("csv.verdict") == "3 barang siap");
  m.tap("next");
  m.tap("next");
  REQUIRE(m.rig.has("sell.shop"));
  CHECK(m.start->shop().search("lilin", 5).cards.front().price == Money{45'000});
}

TEST_CASE(
    "a table that is dropped on the first screen brings its items in, and five touches later the first sale is made") {
  const TestFolder folder;
  Machine m(folder.path(), {}, shop_places());
  int touches = 0;
  const auto touch = [&](std::string_view name) {
    ++touches;
    m.tap(name);
  };
  m.drop(folder.file("items.csv", "Nama,Harga,Kode\nTas,85000,T1\nAnting,32000,A1\nLilin,45.000,L1\n"));
  CHECK(m.rig.text_of("step") == "3 dari 4");
  CHECK(m.rig.text_of("csv.verdict") == "3 barang siap");
  touch("next");
  touch("skip");
  REQUIRE(m.rig.has("rail.sell"));
  m.settle();
  touch("card.0");
  touch("exact");
  CHECK(touches <= 5);
  const auto sale = last_sale(m.start->shop().facts());
  REQUIRE(sale);
  CHECK(find_sale(m.start->shop().facts(), *sale)->total > Money{});
}

TEST_CASE("going back and another language keep what was typed") {
  const TestFolder folder;
  Machine m(folder.path());
  m.fill("stall", "Kain Ibu");
  m.fill("you", "Wulan");
  m.tap("language.1");
  CHECK(m.rig.text_of("title") == "Welcome to Lapak");
  CHECK(m.rig.text_of("stall") == "Kain Ibu");
  m.tap("currency.3");
  m.tap("currencies.SGD");
  m.tap("next");
  m.fill("bank", "DBS");
  m.tap("next");  // without its number
  CHECK(m.rig.text_of("step") == "2 of 4");
  m.fill("bank.number", "001");
  m.tap("next");
  m.tap("begin.own");
  m.fill("item.0.name", "Scarf");
  m.fill("item.0.price", "12.50");
  m.tap("back");
  CHECK(m.rig.text_of("bank") == "DBS");
  m.tap("back");
  CHECK(m.rig.text_of("stall") == "Kain Ibu");
  CHECK(m.rig.text_of("you") == "Wulan");
  m.tap("next");
  m.tap("next");
  CHECK(m.rig.text_of("item.0.name") == "Scarf");
  m.tap("next");
  m.tap("next");
  REQUIRE(m.rig.has("sell.shop"));
  const Shop& shop = m.start->shop();
  CHECK(shop.profile().currency == "SGD");
  CHECK(shop.profile().language == "en");
  CHECK(shop.search("scarf", 5).cards.front().price == Money{12'50});
}

TEST_CASE("a price that another currency cannot have brings its step back") {
  const TestFolder folder;
  Machine m(folder.path(), {.language = Language::English});
  m.tap("currency.1");
  m.tap("next");
  m.tap("next");
  m.tap("begin.own");
  m.fill("item.0.name", "Scarf");
  m.fill("item.0.price", "12.55");
  m.tap("back");
  m.tap("back");
  m.tap("currency.0");
  m.tap("later");
  CHECK(m.rig.text_of("step") == "3 of 4");
  CHECK(m.rig.has("item.0.verdict"));
  CHECK(shops_in(folder.path() / "Lapak").empty());
}

TEST_CASE("the sample shop is a file of its own, made once") {
  const TestFolder folder;
  const auto demo = folder.path() / "state" / "demo" / "Rumah Benang.lapak";
  {
    Machine m(folder.path());
    m.tap("next");
    m.tap("skip");
    m.tap("begin.sample");
    m.tap("next");
    m.settle();
    REQUIRE(m.rig.has("sell.shop"));
    CHECK(m.start->shop().profile().is_demo);
    CHECK(m.start->shop().path() == demo);
  }
  CHECK(shops_in(folder.path() / "Lapak").empty());
  const auto made = std::filesystem::last_write_time(demo);
  Machine again(folder.path());
  again.start->open_demo();
  again.settle();
  CHECK(again.rig.has("sell.shop"));
  CHECK(std::filesystem::last_write_time(demo) == made);
  again.tap("rail.sell");
  again.start->open(folder.path() / "nothing.lapak");
  std::filesystem::remove(demo);
  again.settle();
  again.start->open_demo();
  again.settle();
  again.settle();
  CHECK(again.rig.has("sell.shop"));
}

TEST_CASE("where the shop cannot be written, that is said and what was typed is still there") {
  const TestFolder folder;
  folder.file("Lapak", "a file where the folder should be");
  Machine m(folder.path());
  m.fill("stall", "Kain Ibu");
  m.tap("later");
  REQUIRE(m.rig.has("toast"));
  CHECK(m.rig.text_of("stall") == "Kain Ibu");
  std::filesystem::remove(folder.path() / "Lapak");
  m.tap("later");
  CHECK(m.rig.text_of("sell.shop") == "Kain Ibu");
}

TEST_CASE("with a PIN the lock comes first at the next start") {
  const TestFolder folder;
  {
    Machine m(folder.path());
    for (const char* tap : {"next", "skip", "skip"}) m.tap(tap);
    m.fill("pin", "4711");
    m.tap("next");
    REQUIRE(m.start->shop().is_guarded());
  }
  Start::Setting setting = setting_in(folder.path(), Language::Indonesian);
  int locks = 0;
  setting.make_lock = [&] {
    ++locks;
    return std::make_unique<SellStandIn>();
  };
  const FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  Start start(setting, {clock, random, files});
  CHECK(locks == 0);
  start.open_last();
  CHECK(locks == 1);
}

TEST_CASE("a path where nothing is yet is where the first run makes the shop") {
  const TestFolder folder;
  Machine m(folder.path());
  m.start->open(folder.path() / "bazar" / "Kain.lapak");
  m.settle();
  CHECK(m.rig.text_of("stall") == "Kain");
  m.tap("later");
  CHECK(m.start->shop().path() == folder.path() / "bazar" / "Kain.lapak");
}

TEST_CASE("a shop that cannot be opened is said, and another way is open") {
  const TestFolder folder;
  const auto path = folder.file("letter.lapak", "Dear customer");
  Machine m(folder.path());
  m.start->open(path);
  m.settle();
  REQUIRE(m.rig.has("why"));
  CHECK(m.rig.text_of("why") == m.say({ProblemCode::NotAShop, {path.string()}}));
  CHECK(m.rig.has("again"));
  m.tap("begin");
  CHECK(m.rig.text_of("step") == "1 dari 4");
}

TEST_CASE("a shop that another window has open is said, and opens once that is closed") {
  const TestFolder folder;
  Machine m(folder.path());
  m.fill("stall", "Kain");
  m.tap("later");
  const auto path = m.start->shop().path();
  Machine second(folder.path());
  second.start->open(path);
  second.settle();
  CHECK(second.rig.text_of("why") == second.say({ProblemCode::ShopOpenElsewhere, {path.string()}}));
  m.start.reset();
  second.tap("again");
  CHECK(second.rig.text_of("sell.shop") == "Kain");
}

TEST_CASE("after a crash the cart is still there, and is spoken of; after a clean end it is not") {
  const TestFolder folder;
  std::filesystem::path path;
  {
    Machine m(folder.path());
    m.tap("later");
    path = m.start->shop().path();
    REQUIRE(m.start->shop().execute(CartCommand{AddAmount{"Lilin", Money{45'000}}}));
  }
  {
    Machine clean(folder.path());
    clean.start->open_last();
    clean.settle();
    CHECK_FALSE(clean.rig.has("toast"));
    // What a killed process leaves behind.
    std::filesystem::copy(folder.path() / "state", folder.path() / "kept");
  }
  std::filesystem::remove_all(folder.path() / "state");
  std::filesystem::rename(folder.path() / "kept", folder.path() / "state");
  Machine m(folder.path());
  m.start->open_last();
  m.settle();
  REQUIRE(m.rig.has("toast"));
  CHECK(m.rig.text_of("toast") == "Lapak tertutup tiba-tiba. Keranjang Anda masih ada.");
  CHECK(m.start->shop().cart().lines.size() == 1);
}

TEST_CASE("after a crash the last sale that is in the book is named, for who did not see whether it was") {
  const TestFolder folder;
  {
    Machine m(folder.path());
    m.tap("later");
    Shop& shop = m.start->shop();
    REQUIRE(shop.execute(CartCommand{AddAmount{"Lilin", Money{45'000}}}));
    REQUIRE(shop.execute(SaleCommand{Sell{shop.cart(), {{.amount = Money{45'000}}}}}));
    std::filesystem::copy(folder.path() / "state", folder.path() / "kept");
  }
  std::filesystem::remove_all(folder.path() / "state");
  std::filesystem::rename(folder.path() / "kept", folder.path() / "state");
  Machine m(folder.path());
  m.start->open_last();
  m.settle();
  REQUIRE(m.rig.has("toast"));
  CHECK(m.rig.text_of("toast").starts_with(
      "Lapak tertutup tiba-tiba. Penjualan terakhir yang tercatat: A1-000001, Rp 45.000, "));
}

TEST_CASE("the report of a crash is offered at the next start, and can be kept or thrown away") {
  const TestFolder folder;
  {
    Machine m(folder.path());
    m.tap("later");
    std::filesystem::copy(folder.path() / "state", folder.path() / "kept");
  }
  std::filesystem::remove_all(folder.path() / "state");
  std::filesystem::rename(folder.path() / "kept", folder.path() / "state");
  const auto report = folder.path() / "state" / "crash-report.txt";
  std::ofstream(report) << "Lapak 9.9.9\n\nsignal 6\n";
  Machine m(folder.path());
  m.start->open_last();
  m.settle();
  REQUIRE(m.rig.has("toast.action"));
  m.tap("toast.action");
  REQUIRE(m.rig.has("crash.away"));
  CHECK(lint(m.rig.stage().registry(), m.rig.frame_settings().width, m.rig.frame_settings().height).empty());
  m.tap("save");
  CHECK(std::filesystem::exists(report));
  m.tap("crash.away");
  CHECK_FALSE(std::filesystem::exists(report));
  CHECK_FALSE(m.rig.has("crash.away"));
}

TEST_CASE("in another time zone the shop is asked once whether to count its days by the clock here") {
  const TestFolder folder;
  const std::string here = Zone::current().name();
  const std::string elsewhere = here == "Asia/Makassar" ? "Asia/Jakarta" : "Asia/Makassar";
  const auto set_zone = [](Shop& shop, const std::string& zone) {
    Profile profile = shop.profile();
    profile.zone = zone;
    REQUIRE(shop.execute(SaveProfile{profile}));
  };
  {
    Machine m(folder.path());
    m.tap("later");
    set_zone(m.start->shop(), elsewhere);
  }
  {
    Machine m(folder.path());
    m.start->open_last();
    m.settle();
    REQUIRE(m.rig.has("toast.action"));
    CHECK(m.rig.text_of("toast").contains(elsewhere));
  }
  {
    Machine m(folder.path());
    m.start->open_last();
    m.settle();
    CHECK_FALSE(m.rig.has("toast.action"));
    std::filesystem::remove_all(folder.path() / "state" / "kept");
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "state"))
      if (entry.path().string().ends_with("-zone")) std::filesystem::remove(entry.path());
  }
  Machine m(folder.path());
  m.start->open_last();
  m.settle();
  m.tap("toast.action");
  CHECK(m.start->shop().profile().zone == here);
}

TEST_CASE("a clock that is behind the last sale is said at the start, and sales go on in their order") {
  const TestFolder folder;
  constexpr std::int64_t three_days_ms = 3 * 24 * 3'600'000LL;
  const auto sell = [](Shop& shop) {
    REQUIRE(shop.execute(CartCommand{AddAmount{"Lilin", Money{45'000}}}));
    REQUIRE(shop.execute(SaleCommand{Sell{shop.cart(), {{.amount = Money{45'000}}}}}));
  };
  {
    Machine m(folder.path());
    m.tap("later");
    sell(m.start->shop());
  }
  Machine m(folder.path());
  m.clock.advance_ms(-three_days_ms);
  m.start->open_last();
  m.settle();
  REQUIRE(m.rig.has("toast"));
  CHECK(m.rig.text_of("toast").starts_with("Jam komputer ini tertinggal dari penjualan terakhir"));
  sell(m.start->shop());
  CHECK(find_sale(m.start->shop().facts(), *last_sale(m.start->shop().facts()))->number == "A1-000002");
}

TEST_CASE("every step of the first run fits at every size, in both languages and all themes, for either hand") {
  const TestFolder folder;
  const auto table = folder.file("items.csv", "Nama,Harga\nTas,85000\nAnting,banyak\nLilin,\n");
  std::set<std::string> faults;
  int looks = 0;
  for (const Language language : {Language::Indonesian, Language::English}) {
    for (const Hand hand : {Hand::Right, Hand::Left}) {
      for (const bool is_roomy : {true, false}) {  // a start at either: what was laid out is laid out anew
        Machine m(folder.path(), {.width = is_roomy ? 1280.0f : 1024.0f,
                                  .height = is_roomy ? 800.0f : 600.0f,
                                  .language = language,
                                  .hand = hand});
        const auto check = [&](const char* where) {
          Frame& frame = m.rig.frame_settings();
          const Frame usual = frame;
          for (const ThemeName theme : {ThemeName::Mori, ThemeName::Malam, ThemeName::Terik}) {
            for (const auto& [width, height] : {std::pair{1280.0f, 800.0f},
                                                {1024.0f, 768.0f},
                                                {1366.0f, 768.0f},
                                                {1920.0f, 1200.0f},
                                                {1024.0f, 600.0f}}) {
              frame.theme = theme;
              frame.width = width;
              frame.height = height;
              m.rig.frame();
              m.rig.frame(0.5);
              ++looks;
              for (const std::string& fault : lint(m.rig.stage().registry(), width, height))
                faults.insert(fmt::format("{} at {}x{} in {}, theme {}: {}", where, width, height,
                                          language_code(language), static_cast<int>(theme), fault));
            }
          }
          frame.theme = usual.theme;
          frame.width = usual.width;
          frame.height = usual.height;
          m.rig.frame();
          m.settle();
        };
        check("stall");
        m.tap("currency.3");
        check("currencies");
        m.tap("currencies.SGD");
        m.tap("next");
        check("payment");
        m.fill("qris", "000201");
        check("wrong QRIS");
        m.tap("skip");
        check("beginning");
        m.tap("begin.own");
        m.fill("item.0.name", "Tas");
        m.tap("next");
        check("items");
        m.tap("begin.sample");
        check("sample");
        m.drop(table);
        m.tap("next");
        check("table");
        m.tap("skip");
        m.fill("pin", "12");
        m.tap("next");
        check("display");
        m.start->open(table);
        m.settle();
        check("not a shop");
        m.start->open_last();
        m.settle();
        check("first step again");
      }
    }
  }
  std::string report;
  for (const std::string& fault : faults) report += "\n  " + fault;
  MESSAGE(looks, " looks");
  CHECK_MESSAGE(report.empty(), report);
}

// The last step says where the shop will lie: at the same place at each run.
Start::Setting at_home_of_siti(Start::Setting setting) {
  setting.home.shops = "/home/siti/Lapak";
  return setting;
}

// The first run on the off-screen target.
struct Studio {
  Studio(const std::filesystem::path& at, float width, float height, ThemeName theme)
      : start(at_home_of_siti(setting_in(at, Language::Indonesian)), {clock, random, files}),
        width_(width),
        height_(height),
        theme_(theme) {}

  void settle() {
    for (int i = 0; i < 12; ++i) step();
    start.shop().jobs().finish();
    for (int i = 0; i < 60 && (i < 4 || offscreen.stage().wants_frame()); ++i) step();
  }
  void tap(std::string_view name) {
    const Control* control = offscreen.stage().registry().find(name);
    REQUIRE_MESSAGE(control != nullptr, name);
    const Point at = control->visible.centre();
    now_s += 1;
    offscreen.stage().feed(PointerEvent{PointerEvent::Kind::Down, at, now_s});
    step();
    offscreen.stage().feed(PointerEvent{PointerEvent::Kind::Up, at, now_s});
    settle();
  }
  void type(std::string_view text) {
    for (const char c : text) {
      now_s += 0.15;
      offscreen.stage().feed(CharEvent{static_cast<char32_t>(c), now_s});
      step();
    }
    settle();
  }
  void keep(std::string_view name) {
    settle();
    Frame frame = settings();
    compare_with_kept(std::string(name), offscreen.picture(frame, [this](Ui& ui) { start.draw(ui); }));
  }
  Frame settings() {
    Program::Taste taste = start.taste();
    taste.theme = theme_;
    taste.motion = MotionTaste::Reduced;
    return frame_of(taste, now_s, width_, height_, 1);
  }
  void step() {
    start.refresh(now_s, offscreen.textures());
    Frame frame = settings();
    offscreen.step(frame, [this](Ui& ui) { start.draw(ui); });
    start.finish(now_s, offscreen.stage().touch());
    now_s = frame.now_s;
  }

  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  Start start;
  Offscreen offscreen;
  double now_s = 100;

 private:
  float width_, height_;
  ThemeName theme_;
};

TEST_CASE("the first run looks as it was accepted") {
  const TestFolder folder;
  const auto sticker = folder.file("sticker.jpg", photo_of_sticker());
  const auto table = folder.file(
      "items.csv", "Nama,Harga,Kode,Warna rak\nTas,85000,T1,merah\nAnting,banyak,A1,biru\nLilin,45.000,L1,\n");
  const struct {
    const char* tail;
    float width, height;
    ThemeName theme;
  } looks[] = {{"", 1280, 800, ThemeName::Mori}, {"-1024-terik", 1024, 768, ThemeName::Terik}};
  for (const auto& [tail, width, height, theme] : looks) {
    Studio s(folder.path(), width, height, theme);
    const auto keep = [&, tail = tail](std::string_view step) { s.keep(fmt::format("first-{}{}", step, tail)); };
    s.settle();
    keep("1");
    s.tap("next");
    keep("2");
    s.start.dropped(sticker);
    s.settle();
    s.settle();
    keep("2-read");
    s.tap("next");
    keep("3");
    s.tap("begin.own");
    s.tap("item.0.name");
    s.type("Tas rajut");
    s.tap("item.0.price");
    s.type("85000");
    s.tap("item.1.name");
    s.type("Lilin");
    s.tap("next");
    keep("3-own");
    s.start.dropped(table);
    s.settle();
    keep("3-csv");
    s.tap("skip");
    keep("4");
    std::filesystem::create_directories(folder / "state");
    std::ofstream(folder / "state/last-shop") << "/media/siti/STIK/Rumah Benang.lapak\n";
    s.start.open_last();
    keep("unopened");
  }
}

}  // namespace lapak::test
