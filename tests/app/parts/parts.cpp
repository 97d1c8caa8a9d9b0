// The controls, driven as a person would.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/number_pad.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "tests/app/gallery.h"
#include "tests/app/rig.h"

namespace lapak::test {

TEST_CASE("the samples of Sell and Pay have no target, gap or label that the lint refuses") {
  const auto check = [](RigOptions options, void (*draw)(Ui&)) {
    Rig rig(options);
    rig.draw_with(draw);
    for (const std::string& fault : lint(rig.stage().registry(), options.width, options.height)) FAIL_CHECK(fault);
  };
  for (const ThemeName theme : {ThemeName::Mori, ThemeName::Malam, ThemeName::Terik}) {
    check({.theme = theme}, draw_sell_sample);
    check({.theme = theme}, draw_pay_sample);
    check({.width = 1024, .height = 768, .theme = theme}, draw_sell_sample);
    check({.width = 1366, .height = 768, .theme = theme}, draw_sell_sample);
    check({.width = 1920, .height = 1200, .theme = theme}, draw_sell_sample);
  }
}

TEST_CASE("the lint finds what it is for") {
  Rig rig;
  rig.draw_with([](Ui& ui) {
    button(ui, "small", {10, 10, 40, 40}, {.label = "a"});
    button(ui, "near", {100, 10, 60, 60}, {.label = "b"});
    button(ui, "too.near", {164, 10, 60, 60}, {.label = "c"});
    button(ui, "over", {300, 10, 60, 60}, {.label = "d"});
    button(ui, "under", {330, 40, 60, 60}, {.label = "e"});
    button(ui, "off", {1250, 300, 60, 60}, {.label = "f"});
    button(ui, "cut", {10, 300, 60, 60}, {.label = "Terima pembayaran"});
  });
  const auto faults = lint(rig.stage().registry(), 1280, 800);
  const auto found = [&](std::string_view what) {
    return std::ranges::any_of(faults, [&](const std::string& f) { return f.find(what) != std::string::npos; });
  };
  CHECK(found("smaller than 48: small"));
  CHECK(found("only 4 apart: near"));
  CHECK(found("overlap: over"));
  CHECK(found("off the window: off"));
  CHECK(found("cut: cut"));
  CHECK(faults.size() == 5);
}

TEST_CASE("a disabled button does nothing but can say why") {
  Rig rig;
  int taps = 0;
  int reasons = 0;
  rig.draw_with([&](Ui& ui) {
    const Press news =
        press(ui, "pay", {10, 10, 240, 80}, {.label = "Bayar", .kind = ButtonKind::Primary, .enabled = false});
    taps += news == Press::Tap;
    reasons += news == Press::TapDisabled;
  });
  rig.tap("pay");
  CHECK(taps == 0);
  CHECK(reasons == 1);
}

TEST_CASE("a field takes typing and leaves alone what it cannot show") {
  Rig rig;
  std::string name = "Kopi 😀 ☕";
  int edits = 0;
  rig.draw_with([&](Ui& ui) { edits += field(ui, "name", {10, 40, 400, 56}, name, {.label = "Nama"}).edited; });
  rig.tap("name");
  rig.wait(0.5);
  CHECK(name == "Kopi 😀 ☕");
  CHECK(edits == 0);
  rig.key(Key::End);
  rig.type("s");
  CHECK(name == "Kopi 😀 ☕s");
  CHECK(edits == 1);
  rig.key(Key::Backspace);
  rig.type("Ñ€");
  CHECK(name == "Kopi 😀 ☕Ñ€");
  rig.type("😊");
  CHECK(name == "Kopi 😀 ☕Ñ€😊");
}

TEST_CASE("invalid UTF-8 in a field survives being looked at") {
  Rig rig;
  std::string name =
      "a\xff"
      "b";
  rig.draw_with([&](Ui& ui) { field(ui, "name", {10, 40, 400, 56}, name); });
  rig.tap("name");
  rig.wait(0.3);
  CHECK(name ==
        "a\xff"
        "b");
}

TEST_CASE("select all and type replaces a field's text; Escape leaves it") {
  Rig rig;
  std::string name = "Lilin";
  bool left = false;
  rig.draw_with([&](Ui& ui) { left = field(ui, "name", {10, 40, 400, 56}, name).left || left; });
  rig.tap("name");
  rig.key(Key::A, true);
  rig.type("x");
  CHECK(name == "x");
  rig.key(Key::Escape);
  CHECK(left);
  rig.type("y");
  CHECK(name == "x");
}

TEST_CASE("Enter in a one-line field submits, in a note it begins a line") {
  Rig rig;
  std::string one = "a";
  std::string many = "b";
  int submitted = 0;
  rig.draw_with([&](Ui& ui) {
    submitted += field(ui, "one", {10, 40, 400, 56}, one).submitted;
    field(ui, "many", {10, 140, 400, 120}, many, {.multiline = true});
  });
  rig.tap("one");
  rig.key(Key::Enter);
  CHECK(submitted == 1);
  rig.tap("many");
  rig.key(Key::End);
  rig.key(Key::Enter);
  rig.type("c");
  CHECK(many == "b\nc");
}

TEST_CASE("a scan while a field is edited reaches the screen and leaves the field as it was") {
  Rig rig;
  std::string name = "Siti";
  std::vector<std::string> scans;
  rig.draw_with([&](Ui& ui) {
    field(ui, "name", {10, 40, 400, 56}, name);
    if (ui.scan()) scans.push_back(*ui.scan());
  });
  rig.tap("name");
  rig.scan("8991234567");
  rig.wait(0.3);
  REQUIRE(scans.size() == 1);
  CHECK(scans[0] == "8991234567");
  CHECK(name == "Siti");
  // The same, with the characters dripping in frame by frame.
  for (const char c : std::string_view("8991234567")) {
    rig.stage().feed(CharEvent{static_cast<char32_t>(c), rig.now_s()});
    rig.frame(0.012);
  }
  rig.stage().feed(KeyEvent{{.key = Key::Enter}, rig.now_s()});
  rig.frame();
  rig.wait(0.3);
  CHECK(scans.size() == 2);
  CHECK(name == "Siti");
}

TEST_CASE("a number pad types whole rupiah, and an amount in cents from the right") {
  NumberEntry rupiah(0, 9);
  Rig rig;
  rig.draw_with([&](Ui& ui) { number_pad(ui, "pad", {100, 100, 384, 376}, rupiah); });
  rig.tap("pad.2");
  rig.tap("pad.3");
  rig.tap("pad.zeros");
  CHECK(rupiah.value() == 23000);
  rig.tap("pad.backspace");
  CHECK(rupiah.value() == 2300);
  rig.hold("pad.backspace", 0.6);
  CHECK(rupiah.value() == 0);
  rig.type("50");
  CHECK(rupiah.value() == 50);
  rig.tap("pad.0");
  rig.tap("pad.zeros");
  CHECK(rupiah.value() == 500000);

  NumberEntry cents(2, 9);
  for (const int d : {1, 2, 5, 0}) cents.digit(d);
  CHECK(cents.value() == 1250);
  cents.clear();
  cents.digit(1);
  cents.digit(2);
  cents.separator();
  CHECK(cents.value() == 1200);
  cents.digit(5);
  CHECK(cents.value() == 1250);
  cents.prefill(999);
  cents.digit(7);
  CHECK(cents.value() == 7);
  cents.clear();
  for (int i = 0; i < 20; ++i) cents.digit(9);
  CHECK(cents.value() == 999'999'999);
}

TEST_CASE("metres are typed whole first, and their parts behind the separator") {
  NumberEntry metres(3, 9, NumberEntry::Typing::WholeFirst);
  Rig rig;
  rig.draw_with([&](Ui& ui) { number_pad(ui, "pad", {100, 100, 384, 376}, metres); });
  rig.tap("pad.1");
  rig.tap("pad.2");
  CHECK(metres.value() == 12'000);
  CHECK(rig.text_of("pad.separator") == ",");
  rig.tap("pad.separator");
  CHECK(metres.value() == 12'000);
  rig.tap("pad.5");
  rig.tap("pad.0");
  CHECK(metres.value() == 12'500);
  rig.tap("pad.backspace");
  CHECK(metres.value() == 12'500);
  rig.tap("pad.7");
  CHECK(metres.value() == 12'570);
  for (int i = 0; i < 3; ++i) rig.tap("pad.backspace");
  CHECK(metres.value() == 12'000);
  rig.tap("pad.0");
  CHECK(metres.value() == 120'000);
  metres.prefill(2'250);
  CHECK(metres.value() == 2'250);
  rig.tap("pad.3");
  CHECK(metres.value() == 3'000);
}

TEST_CASE("a list of 100,000 rows draws only what is seen and scrolls under a finger to its very end") {
  Rig rig;
  std::size_t tapped = 0;
  std::size_t drawn = 0;
  const RowsSpec spec{.count = 100'000};
  const Rect area{100, 100, 600, 360};
  bool to_the_end = false;
  rig.draw_with([&](Ui& ui) {
    if (to_the_end) reveal_row(ui, "list", area, spec, 99'999);
    to_the_end = false;
    RowList rows(ui, "list", area, spec);
    drawn = rows.visible().size();
    for (const RowList::Item& item : rows.visible()) {
      if (row(ui, fmt::format("row.{}", item.index), item.rect, {.title = fmt::format("Barang {}", item.index)})) {
        tapped = item.index;
      }
    }
  });
  CHECK(drawn == 5);
  rig.drag({300, 400}, {300, 200}, 1.5, 40);
  rig.settle();
  CHECK(tapped == 0);
  CHECK(rig.has("row.3"));
  CHECK_FALSE(rig.has("row.0"));
  to_the_end = true;
  rig.frame();
  rig.settle();
  rig.frame();
  REQUIRE(rig.has("row.99999"));
  CHECK(rig.at("row.99999").rect.bottom() == doctest::Approx(area.bottom()));
  rig.tap("row.99998");
  CHECK(tapped == 99'998);
}

TEST_CASE("a sheet covers the page for finger and keys, and leaves by its cross, its scrim and Escape") {
  Rig rig;
  bool open = true;
  int page = 0;
  rig.draw_with([&](Ui& ui) {
    page += button(ui, "page", {100, 100, 200, 60}, {.label = "Halaman", .shortcut = {.key = Key::F9}});
    Sheet sheet(ui, "sheet", open, {.title = "Lembar"});
    if (sheet.dismissed()) open = false;
  });
  rig.key(Key::F9);
  CHECK(page == 0);
  rig.key(Key::Escape);
  CHECK_FALSE(open);
  rig.wait(0.5);
  CHECK_FALSE(rig.has("sheet.close"));
  rig.key(Key::F9);
  CHECK(page == 1);
  open = true;
  rig.wait(0.5);
  rig.tap("sheet.close");
  CHECK_FALSE(open);
  open = true;
  rig.wait(0.5);
  rig.tap("sheet.scrim");
  CHECK_FALSE(open);
  CHECK(page == 1);
}

TEST_CASE("left-handed, a sheet comes from the left") {
  Rig rig({.hand = Hand::Left});
  rig.draw_with([&](Ui& ui) { const Sheet sheet(ui, "sheet", true, {.title = "Lembar"}); });
  CHECK(rig.at("sheet.close").rect.x < 480);
}

TEST_CASE("Tab, arrows and Enter work a screen without a pointer") {
  Rig rig;
  int paid = 0;
  rig.draw_with([&](Ui& ui) {
    button(ui, "hold", {100, 100, 100, 60}, {.label = "Tahan"});
    paid += button(ui, "pay", {300, 100, 100, 60}, {.label = "Bayar", .kind = ButtonKind::Primary});
  });
  rig.key(Key::Tab);
  rig.key(Key::Right);
  rig.key(Key::Enter);
  CHECK(paid == 1);
}

TEST_CASE("when nothing happens nothing is drawn, and a moving thing comes to rest") {
  Rig rig;
  PartsSample parts;
  rig.draw_with([&](Ui& ui) { parts.draw(ui); });
  CHECK_FALSE(rig.stage().wants_frame());
  rig.tap("open");
  CHECK(parts.sheet_open);
  rig.settle();
  CHECK_FALSE(rig.stage().wants_frame());
}

TEST_CASE("switches, segments and chips answer to a tap") {
  Rig rig;
  PartsSample parts;
  rig.draw_with([&](Ui& ui) { parts.draw(ui); });
  rig.tap("switch");
  CHECK_FALSE(parts.on);
  rig.tap("size.2");
  CHECK(parts.segment == 2);
}

TEST_CASE("chips that are a little too long for their row are drawn closer; longer ones scroll") {
  Rig rig;
  float width = 400;
  rig.draw_with([&](Ui& ui) {
    chips(ui, "label", {20, 20, width, 48}, {"Lain-lain", "Jasa jahit", "Ongkos kirim"}, 0);
  });
  const float natural = rig.at("label.2").rect.right() - 20;
  width = natural - 40;
  rig.settle();
  rig.frame();
  CHECK(rig.at("label.2").visible == rig.at("label.2").rect);
  CHECK_FALSE(rig.at("label.2").label_cut);
  width = natural - 90;
  rig.frame();
  CHECK(rig.at("label.2").visible.w < rig.at("label.2").rect.w);
}

TEST_CASE(
    "a label that is too long for its button is set smaller or on two lines, and cut only when that is not enough") {
  Rig rig;
  float width = 300;
  rig.draw_with([&](Ui& ui) {
    button(ui, "wide", {20, 20, width, 56}, {.label = "Simpan sebagai baru"});
    text(ui, {20, 100, width, 56}, "Kas awal menurut hitungan", {.type = Type::Title, .name = "title"});
  });
  CHECK_FALSE(rig.at("wide").label_cut);
  width = 130;
  rig.frame();
  CHECK_FALSE(rig.at("wide").label_cut);
  CHECK_FALSE(rig.at("title").label_cut);
  width = 60;
  rig.frame();
  CHECK(rig.at("wide").label_cut);
  CHECK(rig.at("title").label_cut);
}

TEST_CASE("an amount steps down a size before it would be cut") {
  Rig rig;
  rig.draw_with([](Ui& ui) { amount(ui, {10, 10, 240, 64}, "Rp 112.245.000", {.name = "total"}); });
  CHECK_FALSE(rig.at("total").label_cut);
}

}  // namespace lapak::test
