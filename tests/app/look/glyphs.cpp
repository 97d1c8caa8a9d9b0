// What the catalogues say can be drawn: the embedded fonts are subsets.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include "tests/app/rig.h"

namespace lapak::test {

TEST_CASE("the fonts have a glyph for every character of the catalogues") {
  Rig rig;
  rig.draw_with([](Ui&) {});
  const Fonts& fonts = rig.stage().fonts();
  const auto check = [&](std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      utf8proc_int32_t character = 0;
      const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(words.data() + at);
      const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(words.size() - at), &character);
      REQUIRE(length > 0);
      at += static_cast<std::size_t>(length);
      if (character < 0x20 || fonts.can_show(static_cast<char32_t>(character))) continue;
      FAIL_CHECK(fmt::format("U+{:04X} in: {}", character, words));
    }
  };
  for (const auto& [english, words] : Words::in(Language::Indonesian).messages()) {
    const std::size_t context_end = english.find('\4');
    check(context_end == std::string::npos ? english : english.substr(context_end + 1));
    check(words);
  }
}

}  // namespace lapak::test
