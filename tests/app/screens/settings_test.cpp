// Settings: every choice holds at once; what is the owner's asks for her PIN.
#include "app/screens/settings.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>

#include "app/screens/lock.h"
#include "core/catalog/picture.h"
#include "core/people/people_store.h"
#include "core/words/sentences.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/app/screens/stall.h"
#include "tests/app/screens/sticker.h"

namespace lapak::test {
namespace {

DemoStand::MakeScreen make() {
  return make_settings_screen;
}

void type_pin(DemoStand& s, std::string_view pad, std::string_view pin) {
  for (const char digit : pin) s.tap(fmt::format("{}.key.{}", pad, digit));
}

}  // namespace

TEST_CASE("a theme and a language hold at once, and are taken back with one tap") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("look.terik");
  CHECK(s.shop->profile().theme == "terik");
  CHECK(s.rig.at("look.terik").selected);
  s.tap("toast.action");
  CHECK(s.shop->profile().theme == "mori");
  s.tap("settings.language");
  s.tap("language.screen.2");
  CHECK(s.shop->profile().screen_language == "en");
  CHECK(s.app->taste().words->language() == Language::English);
}

TEST_CASE("a field is saved when it is left") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.shop");
  s.tap("shop.address");
  s.rig.type("Q");
  s.tap("shop.paper.1");
  CHECK(s.shop->profile().address.contains("Q"));
  CHECK(s.shop->profile().receipt_paper == "80");
}

TEST_CASE("a broken QRIS code is explained and not kept") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  const std::string before = s.shop->profile().qris;
  s.tap("settings.paying");
  s.tap("paying.qris");
  s.rig.type("x");
  s.tap("settings.paying");
  CHECK(s.rig.text_of("paying.qris.said").size() > 10);
  CHECK(s.shop->profile().qris == before);
}

TEST_CASE("the QRIS code is read from a photo of the sticker that is dropped; one without a code is told") {
  DemoStand s(make(), Filling::OnDisk);
  const std::string before = s.shop->profile().qris;
  s.files.replace(s.folder / "hat.jpg", encode_jpeg(draw_picture(PictureKind::Hat, 2)));
  s.files.replace(s.folder / "sticker.jpg", photo_of_sticker());
  s.begin();
  s.app->dropped(s.folder / "sticker.jpg");  // on the pane of the display: not meant for it
  s.finish_work();
  CHECK(s.shop->profile().qris == before);
  s.tap("settings.paying");
  s.app->dropped(s.folder / "hat.jpg");
  s.finish_work();
  CHECK(s.rig.text_of("paying.qris.said") ==
        sentence(Problem{ProblemCode::CodeNotFound, {}}, Words::in(Language::Indonesian), s.shop->profile().money()));
  CHECK(s.shop->profile().qris == before);
  s.app->dropped(s.folder / "sticker.jpg");
  s.finish_work();
  CHECK(s.shop->profile().qris == kSticker);
  CHECK(s.rig.text_of("paying.qris.said").contains("KRIYA CONTOH"));
}

TEST_CASE("the photo of the sticker is chosen from a list, and what is no payment code is refused") {
  DemoStand s(make(), Filling::OnDisk);
  const std::string before = s.shop->profile().qris;
  const std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
  REQUIRE(setenv("HOME", s.folder.path().c_str(), 1) == 0);
  std::filesystem::create_directory(s.folder / "Gambar");
  s.files.replace(s.folder / "Gambar" / "card.jpg", photo_of_sticker("https://example.com/"));
  s.begin();
  s.tap("settings.paying");
  s.tap("paying.qris.photo");
  s.finish_work();
  s.tap("files.0");
  s.finish_work();
  setenv("HOME", home.c_str(), 1);
  CHECK(s.rig.text_of("paying.qris.said").size() > 10);
  CHECK_FALSE(s.rig.text_of("paying.qris.said").contains("https"));
  CHECK(s.shop->profile().qris == before);
}

TEST_CASE("a bank account is added and removed") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  const std::size_t before = s.shop->profile().accounts.size();
  s.tap("settings.paying");
  s.tap("paying.bank");
  s.rig.type("BRI");
  s.tap("paying.number");
  s.rig.type("0021 0112");
  s.tap("paying.add");
  REQUIRE(s.shop->profile().accounts.size() == before + 1);
  CHECK(s.shop->profile().accounts.back().bank == "BRI");
  s.tap(fmt::format("paying.account.{}.remove", before));
  CHECK(s.shop->profile().accounts.size() == before);
}

TEST_CASE("cash is rounded and tax taken as the till is told") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.till");
  s.tap("till.step.2");
  CHECK(s.shop->profile().cash_rounding.step == Money{500});
  s.tap("till.direction.1");
  CHECK(s.shop->profile().cash_rounding.direction == RoundingDirection::Nearest);
  s.tap("till.tax.2");
  REQUIRE(s.shop->profile().tax_rates.size() == 1);
  CHECK_FALSE(s.shop->profile().tax_rates[0].included);
  CHECK(s.shop->profile().tax_rates[0].rate == Fraction{11, 100});
  s.tap("till.tax.0");
  CHECK(s.shop->profile().tax_rates.empty());
}

TEST_CASE("a tax rate that begins on a day is put in before it, and today's stays until then") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  const Date today = s.shop->today();
  s.tap("settings.till");
  s.tap("till.tax.1");
  s.tap("till.tax_coming");
  CHECK_FALSE(s.rig.at("rate.ok").enabled);
  const auto type = [&](std::string_view field, std::string_view text) {
    s.tap(field);
    s.rig.type(text);
    s.rig.wait(0.2);
  };
  type("rate.percent", "12");
  type("rate.day", today.iso());
  CHECK_FALSE(s.rig.at("rate.ok").enabled);  // not a day to come
  s.rig.key(Key::A, true);
  s.rig.type(today.plus_days(30).iso());
  s.rig.wait(0.2);
  s.tap("rate.ok");
  const std::vector<TaxRate>& rates = s.shop->profile().tax_rates;
  CHECK(tax_rate_on(rates, "", today)->rate == Fraction{11, 100});
  CHECK(tax_rate_on(rates, "", today.plus_days(29))->rate == Fraction{11, 100});
  CHECK(tax_rate_on(rates, "", today.plus_days(30))->rate == Fraction{12, 100});
  CHECK(tax_rate_on(rates, "", today.plus_days(30))->included);
  CHECK(tax_rate_on(rates, kUntaxed, today) == nullptr);
  s.tap("till.tax.2");  // today's alone
  CHECK_FALSE(tax_rate_on(s.shop->profile().tax_rates, "", today)->included);
  CHECK(s.shop->profile().tax_rates.size() == 2);
  s.tap("till.tax_coming.remove");
  CHECK(s.shop->profile().tax_rates.size() == 1);
}

TEST_CASE("the theme follows the hour until one is chosen") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.look");
  s.tap("look.by_hour");
  CHECK(s.shop->profile().theme_by_hour);
  const Zone zone = s.shop->profile().clock();
  const auto theme_at_hour = [&](int hour) {
    s.clock.set(zone.instant({s.shop->today().plus_days(1), hour, 30, 0}));
    return s.app->taste().theme;
  };
  CHECK(theme_at_hour(8) == ThemeName::Mori);
  CHECK(theme_at_hour(9) == ThemeName::Terik);
  CHECK(theme_at_hour(15) == ThemeName::Terik);
  CHECK(theme_at_hour(16) == ThemeName::Mori);
  CHECK(theme_at_hour(18) == ThemeName::Malam);
  CHECK(theme_at_hour(5) == ThemeName::Malam);
  s.tap("look.mori");
  CHECK_FALSE(s.shop->profile().theme_by_hour);
  CHECK(theme_at_hour(12) == ThemeName::Mori);
}

TEST_CASE("the keyboard on the screen comes for fingers, always or never") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.look");
  CHECK(s.app->taste().keyboard == KeyboardTaste::ForFingers);
  s.tap("look.keyboard.1");
  CHECK(s.app->taste().keyboard == KeyboardTaste::Always);
  s.tap("look.keyboard.2");
  CHECK(s.app->taste().keyboard == KeyboardTaste::Never);
}

TEST_CASE("categories are named, coloured, put in order and hidden") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.categories");
  for (const char* name : {"Tas", "Lilin"}) {
    s.tap("categories.add");
    s.rig.type(name);
    s.tap("category.colour.5");
    s.tap("category.save");
  }
  const auto names = [&] {
    std::vector<std::string> all;
    for (const Category& each : categories(s.shop->facts())) all.push_back(each.name);
    return all;
  };
  REQUIRE(names() == std::vector<std::string>{"Tas", "Lilin"});
  CHECK(categories(s.shop->facts())[1].colour == 5);
  CHECK_FALSE(s.rig.has("categories.0.up"));
  s.tap("categories.1.up");
  CHECK(names() == std::vector<std::string>{"Lilin", "Tas"});
  CHECK(s.shop->undo().has_value());
  CHECK(names() == std::vector<std::string>{"Tas", "Lilin"});
  s.rig.wait(0.2);
  s.tap("categories.0");
  s.tap("category.hide");
  CHECK(names() == std::vector<std::string>{"Lilin"});
  s.tap("categories.1");
  s.tap("category.hide");
  CHECK(names().size() == 2);
}

TEST_CASE("a PIN is set, a helper signs in, and the settings ask for the owner") {
  DemoStand s(make(), Filling::Bare, make_lock_screen);
  s.begin();
  s.tap("settings.people");
  s.tap("people.0");
  type_pin(s, "person.pin", "0042");
  s.tap("person.save");
  REQUIRE(s.shop->is_guarded());
  s.tap("people.add");
  s.tap("person.name");
  s.rig.type("Dina");
  s.tap("person.save");
  const auto people = sellers(s.shop->facts());
  const auto dina = std::ranges::find(people, "Dina", &Seller::name);
  REQUIRE(dina != people.end());

  s.tap("rail.lock");
  s.tap(fmt::format("lock.person.{}", dina - people.begin()));
  CHECK(s.shop->actor().role == Role::Helper);
  CHECK(s.rig.has("settings.people"));
  CHECK_FALSE(s.rig.has("people.add"));
  type_pin(s, "owner.pin", "1111");
  CHECK_FALSE(s.rig.has("people.add"));
  type_pin(s, "owner.pin", "0042");
  CHECK(s.rig.has("people.add"));
  s.tap("settings.till");
  s.tap("till.step.1");
  CHECK(s.shop->profile().cash_rounding.step == Money{100});
  CHECK(s.shop->actor().role == Role::Helper);
}

TEST_CASE("what a helper may do is switched on and off, and holds at once") {
  DemoStand s(make(), Filling::Bare, make_lock_screen);
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{{.name = "Dina"}, ""})));
  s.begin();
  s.tap("settings.people");
  s.tap("people.1.rights");
  s.tap("rights.refund");
  s.tap("rights.drawer");
  s.tap("rights.discount.2");
  s.tap("rights.save");
  CHECK_FALSE(s.rig.has("rights.save"));
  const Seller dina = sellers(s.shop->facts()).at(1);
  CHECK(rights_text(dina.rights) == "discount:20 refund");
  s.tap("people.1.rights");
  s.tap("rights.refund");
  s.tap("rights.close");
  CHECK_MESSAGE(sellers(s.shop->facts()).at(1).rights.has(Right::Refund), "closed, not saved");
}

TEST_CASE("who did what is read on a page of its own, by person and by what it is about") {
  DemoStand s(make(), Filling::Bare, make_lock_screen);
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{{.name = "Dina"}, ""})));
  s.begin();
  s.tap("settings.people");
  s.tap("people.deeds");
  s.rig.wait(0.3);
  CHECK(s.rig.text_of("deed.0") == "Penjual diubah");
  s.tap("deeds.group.1");
  s.rig.wait(0.3);
  CHECK_FALSE_MESSAGE(s.rig.has("deed.0"), "nothing was sold yet");
  s.tap("deeds.group.7");
  s.rig.wait(0.3);
  CHECK(s.rig.text_of("deed.0") == "Penjual diubah");
  s.tap("deeds.who.2");
  s.rig.wait(0.3);
  CHECK_FALSE_MESSAGE(s.rig.has("deed.0"), "Dina sold nothing");
  s.tap("back");
  CHECK(s.rig.has("people.deeds"));
}

TEST_CASE("a lid that was closed finds the till locked") {
  Stall s;
  s.sleep();
  CHECK_FALSE_MESSAGE(s.rig.has("lock.person.0"), "nobody has a PIN: there is nothing to lock");
  s.tap({"rail.settings", "settings.people", "people.0"});
  s.type("2580");
  s.tap({"person.save", "rail.sell"});
  s.tap(s.card("Tas rajut"));
  s.sleep();
  CHECK(s.rig.has("lock.person.0"));
  s.type("2580");
  CHECK_MESSAGE(s.rig.has("exact"), "the cart is still there");
}

TEST_CASE("left alone, the till locks after the minutes that were chosen, but not over an open cart") {
  Stall s;
  const auto left_alone = [&](double minutes) {
    s.rig.frame(minutes * 60);
    s.settle();
    return s.rig.has("lock.person.0");
  };
  CHECK_FALSE(left_alone(30));  // nobody has a PIN: there is nothing to lock
  s.tap({"rail.settings", "settings.people", "people.0"});
  s.type("2580");
  s.tap({"person.save", "people.lock_after.1"});
  CHECK(s.shop->profile().lock_after_minutes == 5);
  REQUIRE(s.rig.stage().wake_time_s());
  CHECK_FALSE(left_alone(4.5));
  s.tap("rail.sell");
  CHECK_FALSE(left_alone(4.5));
  CHECK(left_alone(1));
  s.type("2580");
  REQUIRE(s.rig.has("rail.sell"));
  s.tap(s.card("Tas rajut"));
  CHECK_FALSE(left_alone(20));
  s.tap("exact");
  CHECK(left_alone(6));
  s.type("2580");
  s.tap({"rail.settings", "settings.people", "people.lock_after.0"});
  CHECK_FALSE(left_alone(600));
}

TEST_CASE("the lock opens to the right PIN alone") {
  DemoStand s(make(), Filling::Bare, make_lock_screen);
  const Seller owner = sellers(s.shop->facts()).front();
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{owner, "0042"})));
  s.begin();
  s.app->open(make_lock_screen());
  s.rig.wait(0.3);
  if (!s.rig.has("lock.pin.dots")) s.tap("lock.person.0");
  type_pin(s, "lock.pin", "0041");
  CHECK(s.rig.has("lock.pin.dots"));
  type_pin(s, "lock.pin", "0042");
  CHECK_FALSE(s.rig.has("lock.pin.dots"));
  CHECK(s.rig.has("settings.look"));
}

TEST_CASE("a copy is refused where there is no file, and its folder is kept") {
  DemoStand s(make(), Filling::Bare);
  s.begin();
  s.tap("settings.backup");
  CHECK_FALSE(s.rig.at("backup.now").enabled);
  s.tap("backup.folder");
  s.rig.type("/media/stick");
  s.tap("settings.backup");
  CHECK(s.shop->profile().backup_folder == "/media/stick");
}

TEST_CASE("settings and the lock are well made in every look") {
  DemoStand s(make(), Filling::Bare, make_lock_screen);
  s.begin();
  s.tap("settings.till");
  s.tap("till.step.2");
  s.tap("till.tax.1");
  s.rig.wait(8);  // the toast passes
  for (const RigOptions& look : every_look()) {
    s.wear(look);
    for (const char* pane : {"shop", "look", "paying", "till", "people", "backup", "language", "about"}) {
      s.tap(fmt::format("settings.{}", pane));
      s.check_fits(pane);
    }
    s.tap("settings.people");
    s.tap("people.0");
    s.check_fits("people.0");
    s.tap("person.close");
    s.app->open(make_lock_screen());
    s.check_fits("settings");
    s.tap("lock.person.0");  // nobody has a PIN: back to the till
  }
}

}  // namespace lapak::test
