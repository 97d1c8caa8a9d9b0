// Names in scripts that the fonts lack: shown with a mark for each letter, and never changed.
#include <doctest/doctest.h>

#include "app/parts/card.h"
#include "app/parts/field.h"
#include "app/parts/text.h"
#include "app/window/offscreen.h"
#include "tests/app/rig.h"

namespace lapak::test {
namespace {

constexpr const char* kForeign[] = {"\u8336", "\u0633", "\U0001F600", "\xFF"};

Pixels drawn(Offscreen& offscreen, const std::function<void(Ui&)>& content) {
  Frame frame;
  frame.width = 240;
  frame.height = 240;
  frame.words = &Words::in(Language::Indonesian);
  frame.currency = find_currency("IDR");
  return offscreen.picture(frame, content);
}

Pixels drawn_text(Offscreen& offscreen, std::string_view content, Type type) {
  return drawn(offscreen, [&](Ui& ui) { text(ui, {10, 10, 220, 60}, content, {.type = type}); });
}

Pixels drawn_card(Offscreen& offscreen, std::string_view letters) {
  return drawn(offscreen, [&](Ui& ui) {
    product_card(ui, "card", {20, 10, 190, 210}, {.title = "x", .price = "1", .letters = letters});
  });
}

}  // namespace

TEST_CASE("a letter that no font here has is a clear mark, in every size that names are shown in") {
  Offscreen offscreen;
  for (const Type type :
       {Type::Small, Type::SmallStrong, Type::Text, Type::Row, Type::Body, Type::Strong, Type::Title}) {
    const Pixels blank = drawn_text(offscreen, " ", type);
    const Pixels mark = drawn_text(offscreen, "\uFFFD", type);
    CHECK(mark.bytes != blank.bytes);
    CHECK(mark.bytes != drawn_text(offscreen, "?", type).bytes);
    for (const char* foreign : kForeign) {
      CAPTURE(foreign);
      CHECK(drawn_text(offscreen, foreign, type).bytes == mark.bytes);
    }
  }
}

TEST_CASE("a card without a photo shows that its name begins with such letters") {
  Offscreen offscreen;
  const Pixels blank = drawn_card(offscreen, " ");
  for (const char* letters : {"\u8336\u53F6", "\u0633\u0644", "\U0001F600", "\u00C9C"}) {
    CAPTURE(letters);
    CHECK(drawn_card(offscreen, letters).bytes != blank.bytes);
  }
}

TEST_CASE("such a name comes back from a field byte for byte, and what is typed around it too") {
  for (const std::string before : {"\u8336 hijau", "\u0633\u0644\u0627\u0645", "Kopi \U0001F600 \u2615",
                                   "a\xFF"
                                   "b"}) {
    CAPTURE(before);
    std::string name = before;
    Rig rig;
    rig.draw_with([&](Ui& ui) { field(ui, "name", {40, 60, 400, 56}, name); });
    rig.tap("name");
    CHECK(name == before);
    rig.key(Key::End);
    rig.type("x");
    CHECK(name == before + "x");
    rig.key(Key::Enter);
    CHECK(name == before + "x");
  }
}

}  // namespace lapak::test
