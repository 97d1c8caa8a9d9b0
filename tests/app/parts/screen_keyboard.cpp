// The keyboard on the screen, with fingers and without a window.
#include "app/parts/screen_keyboard.h"

#include <doctest/doctest.h>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "tests/app/rig.h"

namespace lapak::test {
namespace {

// A form: two fields at the top, one at the bottom, one at the end of a list.
struct Form {
  Rig rig;
  std::string name;
  std::string place;
  std::string note;
  std::string listed;
  std::string pin;
  int submitted = 0;

  explicit Form(const RigOptions& options = {}) : rig(options) {
    rig.draw_with([this](Ui& ui) {
      submitted += field(ui, "name", {40, 60, 400, 56}, name, {.label = "Nama"}).submitted;
      submitted += field(ui, "place", {40, 160, 400, 56}, place, {.label = "Tempat"}).submitted;
      field(ui, "pin", {480, 160, 200, 56}, pin, {.digits_only = true});
      field(ui, "note", {480, ui.height() - 240, 400, 200}, note, {.multiline = true});
      button(ui, "save", {ui.width() - 240, 8, 200, 56}, {.label = "Simpan", .kind = ButtonKind::Primary});
      const Rect area{40, 240, 400, ui.height() - 260};
      const ScrollArea list(ui, "list", area, 1200);
      field(ui, "listed", {area.x, list.origin().y + 500, 400, 56}, listed);
    });
  }
  bool is_open() const { return rig.has("keyboard.space") || rig.has("keyboard.0"); }
  void tap(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) rig.tap(std::string("keyboard.") + std::string(key));
  }
  void mouse_to(Point at) {
    for (int i = 6; i >= 0; --i) rig.move({at.x - static_cast<float>(i) * 8, at.y});
  }
};

}  // namespace

TEST_CASE("a field that is chosen with a finger brings the keyboard, and what is tapped on it is typed") {
  Form f;
  CHECK_FALSE(f.is_open());
  f.rig.tap("name");
  REQUIRE(f.is_open());
  f.tap({"s", "i", "t", "i", "space", "shift", "a", "y", "u", "2"});
  CHECK(f.name == "Siti Ayu2");  // the first letter is a capital by itself
  f.tap({"backspace", "left", "left", "x"});
  CHECK(f.name == "Siti Axyu");
  f.tap({"undo"});
  CHECK(f.name != "Siti Axyu");
}

TEST_CASE("who wants the keyboard always or never has it so") {
  Form f;
  f.rig.frame_settings().keyboard = KeyboardTaste::Always;
  f.rig.frame();
  f.rig.tap("name");
  f.rig.type("a");
  CHECK(f.is_open());
  f.rig.frame_settings().keyboard = KeyboardTaste::Never;
  f.rig.frame();
  f.rig.tap("place");
  f.rig.settle();
  CHECK_FALSE(f.is_open());
}

TEST_CASE("a mouse brings no keyboard, and a real key sends it away") {
  Form f;
  f.mouse_to({200, 90});
  f.rig.tap("name");
  CHECK_FALSE(f.is_open());
  f.rig.type("Ibu");
  CHECK(f.name == "Ibu");

  Form g;
  g.rig.tap("name");
  REQUIRE(g.is_open());
  g.rig.type("Ibu");
  CHECK_FALSE(g.is_open());
  CHECK(g.name == "Ibu");
  g.rig.key(Key::Tab);  // the next field, reached by keys
  CHECK_FALSE(g.is_open());
  g.rig.tap("place");
  CHECK(g.is_open());
}

TEST_CASE("it goes when it is closed, and comes back at a tap on the same field") {
  Form f;
  f.rig.tap("name");
  f.tap({"a", "hide"});
  CHECK_FALSE(f.is_open());
  CHECK(f.rig.stage().memory().editing.has_value());
  f.rig.tap("name");
  CHECK(f.is_open());
  f.rig.tap("save");
  CHECK_FALSE(f.is_open());
  CHECK(f.name == "A");
}

TEST_CASE("Enter goes from field to field, and says so; after the last one it is done") {
  Form f;
  f.rig.tap("name");
  CHECK(f.rig.text_of("keyboard.enter") == "Lanjut");
  f.tap({"a", "enter", "b"});
  CHECK(f.name == "A");
  CHECK(f.place == "B");
  CHECK(f.submitted == 0);
  f.tap({"hide"});
  f.rig.tap("listed");
  CHECK(f.rig.text_of("keyboard.enter") == "Selesai");
  f.tap({"enter"});
  CHECK_FALSE(f.is_open());
}

TEST_CASE("a text of many lines gets new lines") {
  Form f;
  f.rig.tap("note");
  CHECK(f.rig.text_of("keyboard.enter") == "Baris baru");
  f.tap({"a", "enter", "b"});
  CHECK(f.note == "A\nB");
}

TEST_CASE("a letter that is held offers its accents; a tap or the same finger chooses one") {
  Form f;
  f.rig.tap("name");
  f.tap({"k"});
  f.rig.hold("keyboard.e", 0.6);
  CHECK(f.name == "Ke");
  REQUIRE(f.rig.has("keyboard.accent.0"));
  f.tap({"accent.0"});
  CHECK(f.name == "K\u00E9");
  CHECK_FALSE(f.rig.has("keyboard.accent.0"));

  const Point n = f.rig.at("keyboard.n").rect.centre();
  f.rig.down(n);
  f.rig.wait(0.6);
  const Point tilde = f.rig.at("keyboard.accent.0").rect.centre();
  f.rig.move({tilde.x, tilde.y + 20});
  f.rig.move(tilde);
  f.rig.up(tilde);
  f.rig.wait(0.3);
  CHECK(f.name == "K\u00E9\u00F1");

  f.rig.hold("keyboard.a", 0.6);  // and another key leaves them be
  f.tap({"m"});
  CHECK(f.name == "K\u00E9\u00F1am");
  CHECK_FALSE(f.rig.has("keyboard.accent.0"));
}

TEST_CASE("shift once is for one letter, twice for all") {
  Form f;
  f.rig.tap("name");
  f.tap({"a", "b", "shift", "c", "d", "shift", "shift", "e", "f", "shift", "g"});
  CHECK(f.name == "AbCdEFg");
}

TEST_CASE("a fast double tap on a letter is two of it, and a held backspace repeats") {
  Form f;
  f.rig.tap("name");
  const Point l = f.rig.at("keyboard.l").rect.centre();
  for (int i = 0; i < 2; ++i) {
    f.rig.down(l);
    f.rig.up(l);
  }
  f.rig.wait(0.2);
  CHECK(f.name == "Ll");
  f.tap({"a", "b", "c", "d"});
  f.rig.hold("keyboard.backspace", 1.3);
  CHECK(f.name.empty());
}

TEST_CASE("a field of digits gets digits alone") {
  Form f;
  f.rig.tap("pin");
  CHECK_FALSE(f.rig.has("keyboard.q"));
  f.tap({"4", "2", "corner"});
  CHECK(f.pin == "42000");
}

TEST_CASE("its words can be Indonesian or English, whatever the screen speaks") {
  Form f;
  f.rig.tap("name");
  CHECK(f.rig.text_of("keyboard.space") == "spasi");
  f.tap({"language"});
  CHECK(f.rig.text_of("keyboard.space") == "space");
  CHECK(f.rig.text_of("keyboard.enter") == "Next");
  f.tap({"language"});
  CHECK(f.rig.text_of("keyboard.space") == "spasi");
}

TEST_CASE("the field that is typed into stays 24 pixels above the keyboard") {
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, std::pair{1024.0f, 768.0f}}) {
    Form f({.width = width, .height = height});
    for (const char* name : {"note", "listed"}) {
      f.rig.tap(name);
      f.rig.wait(0.5);
      const float top = f.rig.at("keyboard").rect.y;
      CHECK(f.rig.at(name).rect.bottom() <= top - 23.5f);
      CHECK(f.rig.at(name).rect.y >= 0);
      f.tap({"a", "b"});
      f.rig.tap(name);  // it can be touched where it is seen
      f.tap({"c", "hide"});
      f.rig.wait(0.5);
    }
    CHECK(f.note == "Abc");
    CHECK(f.listed == "Abc");
    f.rig.stage().memory().editing.reset();
    f.rig.wait(0.5);
    CHECK(f.rig.at("save").rect.y == 8);
  }
}

TEST_CASE("no key is too small, cut or too close, on any size, theme and page, in any language") {
  for (const auto& [width, height] :
       {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1366.0f, 768.0f}, {1920.0f, 1200.0f}}) {
    for (const Language language : {Language::Indonesian, Language::English, Language::Pseudo}) {
      for (const ThemeName theme : {ThemeName::Mori, ThemeName::Malam, ThemeName::Terik}) {
        Form f({.width = width, .height = height, .theme = theme, .language = language});
        f.rig.tap("name");
        const auto check = [&](std::string_view page) {
          std::string faults;
          for (const std::string& fault : lint(f.rig.stage().registry(), width, height)) faults += "\n  " + fault;
          CHECK_MESSAGE(faults.empty(), page << " at " << width << " in " << language_code(language) << faults);
        };
        check("letters");
        f.tap({"page"});
        check("signs");
        f.rig.tap("pin");
        check("digits");
      }
    }
  }
}

TEST_CASE("once it is open and still, nothing more is drawn") {
  Form f;
  f.rig.tap("name");
  f.rig.wait(1);
  CHECK_FALSE(f.rig.stage().wants_frame());
}

}  // namespace lapak::test
