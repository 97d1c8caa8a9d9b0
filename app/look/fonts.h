// look: Lapak Sans and the icons, baked into one texture at the scale they are shown in; never stretched.
//
// Needs a current ImGui context. Baking takes tens of milliseconds and happens at start, on a change of scale, and
// when the Terik theme (one step heavier, one pixel larger) comes or goes.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "app/look/icons.h"
#include "app/look/type.h"
#include "app/touch/geometry.h"

struct ImFont;
struct ImFontAtlas;
struct ImVec2;

namespace lapak {

enum class Emphasis { Normal, Sun };

// Sizes in which icons are baked, design pixels.
enum class IconSize { Button, Rail, Picture };

class Fonts {
 public:
  // Builds the atlas of the current context. The caller uploads it (ImFontAtlas::TexID).
  void bake(float scale, Emphasis emphasis);

  ImFont* font(Type type) const { return text_[static_cast<std::size_t>(type)]; }
  ImFont* icon_font(IconWeight weight, IconSize size) const;
  // Width in design pixels.
  float width(Type type, std::string_view text) const;
  bool can_show(char32_t character) const;

  // The blurred rounded square behind cards: its corner in the atlas, and its measures.
  struct Shadow {
    float u0, v0, u1, v1;
  };
  Shadow shadow() const { return shadow_; }
  static constexpr int kShadowSize = 96;
  static constexpr int kShadowCorner = 40;

  float scale() const { return scale_; }
  Emphasis emphasis() const { return emphasis_; }

 private:
  std::array<ImFont*, kTypeCount> text_{};
  std::array<ImFont*, 9> icons_{};
  Shadow shadow_{};
  float scale_ = 0;
  Emphasis emphasis_ = Emphasis::Normal;
};

}  // namespace lapak
