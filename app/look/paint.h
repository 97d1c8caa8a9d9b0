// look: drawing in design pixels: boxes, lines, shadows, text, icons, pictures. Scales, and sets edges on whole pixels.
//
// Lives for one frame. No ImGui in this header, so that screens and parts need none.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/look/color.h"
#include "app/look/fonts.h"
#include "app/look/texture.h"
#include "app/look/tokens.h"
#include "app/touch/geometry.h"

struct ImDrawList;

namespace lapak {

enum class Corners { None, All, Top, Bottom, Left, Right };
enum class Elevation { Flat, Card, Raised, Sheet };  // e0 … e3 of ux.md §3.5
enum class Slope { Across, Down, Diagonal };

class Paint {
 public:
  Paint(ImDrawList& list, const Fonts& fonts, const Theme& theme, float scale);

  void fill(Rect rect, Color color, float radius = 0, Corners corners = Corners::All);
  // A line just inside the edge.
  void outline(Rect rect, Color color, float width, float radius = 0, Corners corners = Corners::All);
  void dashed_outline(Rect rect, Color color, float width, float radius);
  void gradient(Rect rect, Color from, Color to, float radius = 0, Corners corners = Corners::All);
  void line(Point from, Point to, Color color, float width);
  void circle(Point centre, float radius, Color color);
  // Part of a ring, clockwise from the top; `turn` 0 … 1.
  void ring(Point centre, float radius, float turn, Color color, float width);
  // What lifts a surface from the page in this theme: a shadow, or a line. Drawn before its fill.
  void raise(Rect rect, float radius, Elevation elevation);

  // One line; `at` is its top left corner, with the line height of the type.
  void text(Point at, std::string_view text, Type type, Color color);
  float width(Type type, std::string_view text) const { return fonts_.width(type, text); }
  // The beginning of `text` that fits, with "…" when it was cut.
  std::string shortened(Type type, std::string_view text, float width) const;
  // Broken at spaces into at most `lines` lines; the last one is shortened.
  std::vector<std::string> wrapped(Type type, std::string_view text, float width, int lines) const;
  // Distance from the top of a line to its baseline.
  float baseline(Type type) const;
  // Size of the letters as baked, design pixels.
  float em(Type type) const;

  void icon(Point centre, Icon icon, Color color, IconWeight weight = IconWeight::Bold,
            IconSize size = IconSize::Button);
  // Fills the rectangle, cutting what does not fit; never stretched.
  void image(Rect rect, Texture texture, float radius = 0, Corners corners = Corners::All, float opacity = 1);

  void push_clip(Rect rect);
  void pop_clip();
  // Turns what was drawn since `mark()` upside down, for someone who sits opposite. Nothing of it may be clipped.
  int mark() const;
  void turn_around(int since, Rect about);
  // Everything drawn until the next call, `part` as opaque.
  void set_opacity(float part) { opacity_ = part; }

  const Theme& theme() const { return theme_; }
  float scale() const { return scale_; }
  ImFont* font(Type type) const { return fonts_.font(type); }

 private:
  unsigned int packed(Color color) const;
  float px(float design) const;

  ImDrawList& list_;
  const Fonts& fonts_;
  const Theme& theme_;
  float scale_;
  float opacity_ = 1;
};

}  // namespace lapak
