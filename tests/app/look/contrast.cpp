// The contrast table of ux.md §3.2, computed from the tokens that are drawn.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/look/tokens.h"

namespace lapak::test {

TEST_CASE("every pair of colours that carries meaning has the contrast the design asks for, in every theme") {
  struct Pair {
    const char* use;
    Color Theme::*front;
    Color Theme::*ground;
    double least;
  };
  const Pair pairs[] = {
      {"body text", &Theme::ink, &Theme::surface, 7},
      {"body text on page", &Theme::ink, &Theme::bg, 7},
      {"body text in button", &Theme::ink, &Theme::surface2, 7},
      {"secondary text", &Theme::ink2, &Theme::surface, 4.5},
      {"secondary on page", &Theme::ink2, &Theme::bg, 4.5},
      {"secondary in button", &Theme::ink2, &Theme::surface2, 4.5},
      {"primary label", &Theme::on_primary, &Theme::primary, 7},
      {"primary label pressed", &Theme::on_primary, &Theme::primary_pressed, 7},
      {"primary as text", &Theme::primary, &Theme::surface, 4.5},
      {"selected container", &Theme::on_primary_c, &Theme::primary_c, 7},
      {"accent text", &Theme::accent, &Theme::surface, 4.5},
      {"accent container", &Theme::on_accent_c, &Theme::accent_c, 7},
      {"success text", &Theme::success, &Theme::surface, 4.5},
      {"success button", &Theme::on_success, &Theme::success, 4.5},
      {"success container", &Theme::on_success_c, &Theme::success_c, 7},
      {"warning badge", &Theme::on_warning, &Theme::warning, 7},
      {"warning text", &Theme::warning_text, &Theme::surface, 4.5},
      {"warning container", &Theme::on_warning_c, &Theme::warning_c, 7},
      {"danger text", &Theme::danger, &Theme::surface, 4.5},
      {"danger button", &Theme::on_danger, &Theme::danger, 4.5},
      {"danger container", &Theme::on_danger_c, &Theme::danger_c, 7},
      {"rail label", &Theme::rail_ink2, &Theme::rail, 4.5},
      {"rail selected", &Theme::rail_sel_ink, &Theme::rail_sel, 7},
      {"outline", &Theme::outline, &Theme::surface, 3},
      {"outline on page", &Theme::outline, &Theme::bg, 3},
      {"focus ring", &Theme::focus, &Theme::surface, 3},
      {"focus ring on page", &Theme::focus, &Theme::bg, 3},
      {"chart 1", &Theme::c1, &Theme::surface, 3},
      {"chart 2", &Theme::c2, &Theme::surface, 3},
      {"chart 3", &Theme::c3, &Theme::surface, 3},
      {"chart 4", &Theme::c4, &Theme::surface, 3},
      {"chart 5", &Theme::c5, &Theme::surface, 3},
      {"chart 6", &Theme::c6, &Theme::surface, 3},
  };
  for (const ThemeName name : {ThemeName::Mori, ThemeName::Malam, ThemeName::Terik}) {
    const Theme& theme = theme_of(name);
    for (const Pair& pair : pairs) {
      const double found = contrast(theme.*pair.front, theme.*pair.ground);
      INFO(fmt::format("{} in theme {}: {:.2f}", pair.use, static_cast<int>(name), found));
      CHECK(found >= pair.least);
    }
  }
}

TEST_CASE("contrast is the ratio of WCAG") {
  CHECK(contrast(Color::rgb(0x000000), Color::rgb(0xFFFFFF)) == doctest::Approx(21));
  CHECK(contrast(kMori.ink, kMori.surface) == doctest::Approx(16.52).epsilon(0.001));
}

}  // namespace lapak::test
