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

  // A shadow: a square of the atlas, to be drawn as nine slices. `margin` is how far it reaches beyond the surface on
  // each side, `corner` how much of it is not stretched; design pixels. One for each Elevation above Flat.
  struct Shadow {
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float margin = 0;
    float corner = 0;
    float side = 0;
  };
  const Shadow& shadow(std::size_t elevation) const { return shadows_[elevation]; }

  float scale() const { return scale_; }
  Emphasis emphasis() const { return emphasis_; }

 private:
  std::array<ImFont*, kTypeCount> text_{};
  std::array<ImFont*, 9> icons_{};
  std::array<Shadow, 4> shadows_{};
  float scale_ = 0;
  Emphasis emphasis_ = Emphasis::Normal;
};

}  // namespace lapak
