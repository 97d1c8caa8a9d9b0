// look: drawing on ImGui's lists.
#include "app/look/paint.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lapak {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

ImDrawFlags rounding(float radius, Corners corners) {
  if (radius <= 0) return ImDrawFlags_RoundCornersNone;
  switch (corners) {
    case Corners::None:
      return ImDrawFlags_RoundCornersNone;
    case Corners::All:
      return ImDrawFlags_RoundCornersAll;
    case Corners::Top:
      return ImDrawFlags_RoundCornersTop;
    case Corners::Bottom:
      return ImDrawFlags_RoundCornersBottom;
    case Corners::Left:
      return ImDrawFlags_RoundCornersLeft;
    case Corners::Right:
      return ImDrawFlags_RoundCornersRight;
  }
  return ImDrawFlags_RoundCornersAll;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

Paint::Paint(ImDrawList& list, const Fonts& fonts, const Theme& theme, float scale)
    : list_(list), fonts_(fonts), theme_(theme), scale_(scale) {}

float Paint::px(float design) const {
  return std::floor(design * scale_ + 0.5f);
}

unsigned int Paint::packed(Color color) const {
  const Color c = color.faded(opacity_);
  return IM_COL32(c.r, c.g, c.b, c.a);
}

void Paint::fill(Rect rect, Color color, float radius, Corners corners) {
  if (rect.empty() || color.a == 0) return;
  list_.AddRectFilled({px(rect.x), px(rect.y)}, {px(rect.right()), px(rect.bottom())}, packed(color), px(radius),
                      rounding(radius, corners));
}

void Paint::outline(Rect rect, Color color, float width, float radius, Corners corners) {
  if (rect.empty()) return;
  const float thick = std::max(1.0f, px(width));
  const float half = thick / 2;
  // AddRect insets by half a pixel of its own accord.
  list_.PathRect({px(rect.x) + half, px(rect.y) + half}, {px(rect.right()) - half, px(rect.bottom()) - half},
                 std::max(0.0f, px(radius) - half), rounding(radius, corners));
  list_.PathStroke(packed(color), ImDrawFlags_Closed, thick);
}

void Paint::dashed_outline(Rect rect, Color color, float width, float radius) {
  const float half = px(width) / 2;
  list_.PathClear();
  list_.PathRect({px(rect.x) + half, px(rect.y) + half}, {px(rect.right()) - half, px(rect.bottom()) - half},
                 std::max(0.0f, px(radius) - half), rounding(radius, Corners::All));
  std::vector<ImVec2> path(list_._Path.begin(), list_._Path.end());
  list_.PathClear();
  if (path.empty()) return;
  path.push_back(path.front());
  const float dash = px(6);
  float left = dash;
  bool drawn = true;
  for (std::size_t i = 1; i < path.size(); ++i) {
    ImVec2 from = path[i - 1];
    const ImVec2 to = path[i];
    float length = std::hypot(to.x - from.x, to.y - from.y);
    while (length > 0) {
      const float step = std::min(left, length);
      const ImVec2 next{from.x + (to.x - from.x) * step / length, from.y + (to.y - from.y) * step / length};
      if (drawn) list_.AddLine(from, next, packed(color), px(width));
      from = next;
      length -= step;
      left -= step;
      if (left <= 0.01f) {
        drawn = !drawn;
        left = dash;
      }
    }
  }
}

void Paint::gradient(Rect rect, Color from, Color to, float radius, Corners corners) {
  if (rect.empty()) return;
  const int first = list_.VtxBuffer.Size;
  fill(rect, from, radius, corners);
  const ImVec2 start{px(rect.x), px(rect.y)};
  const ImVec2 end{px(rect.right()), px(rect.bottom())};
  ImGui::ShadeVertsLinearColorGradientKeepAlpha(&list_, first, list_.VtxBuffer.Size, start, end, packed(from),
                                                packed(to));
}

void Paint::line(Point from, Point to, Color color, float width) {
  const float thick = std::max(1.0f, px(width));
  const bool level = from.y == to.y;
  const bool upright = from.x == to.x;
  if (level) {
    list_.AddRectFilled({px(from.x), px(from.y)}, {px(to.x), px(from.y) + thick}, packed(color));
  } else if (upright) {
    list_.AddRectFilled({px(from.x), px(from.y)}, {px(from.x) + thick, px(to.y)}, packed(color));
  } else {
    list_.AddLine({from.x * scale_, from.y * scale_}, {to.x * scale_, to.y * scale_}, packed(color), thick);
  }
}

void Paint::circle(Point centre, float radius, Color color) {
  list_.AddCircleFilled({centre.x * scale_, centre.y * scale_}, radius * scale_, packed(color));
}

void Paint::ring(Point centre, float radius, float turn, Color color, float width) {
  constexpr float kTop = -std::numbers::pi_v<float> / 2;
  list_.PathArcTo({centre.x * scale_, centre.y * scale_}, radius * scale_, kTop,
                  kTop + 2 * std::numbers::pi_v<float> * std::clamp(turn, 0.0f, 1.0f), 48);
  list_.PathStroke(packed(color), ImDrawFlags_None, width * scale_);
}

void Paint::raise(Rect rect, float radius, Elevation elevation) {
  if (elevation == Elevation::Flat) return;
  if (theme_.has_lines()) {
    const float width = theme_.is_terik() ? (elevation == Elevation::Sheet ? 3.0f : 2.0f) : 1.0f;
    fill(rect.inset(-width), theme_.divider, radius + width);
    return;
  }
  constexpr Color kShadow = Color::rgb(0x3C2814);
  const ImTextureID atlas = ImGui::GetIO().Fonts->TexID;
  const Fonts::Shadow& shadow = fonts_.shadow(static_cast<std::size_t>(elevation));
  const Rect outer = rect.inset(-shadow.margin);
  const float corner = std::min({shadow.corner, outer.w / 2, outer.h / 2});
  const float du = (shadow.u1 - shadow.u0) * corner / shadow.side;
  const float dv = (shadow.v1 - shadow.v0) * corner / shadow.side;
  const float xs[] = {px(outer.x), px(outer.x + corner), px(outer.right() - corner), px(outer.right())};
  const float ys[] = {px(outer.y), px(outer.y + corner), px(outer.bottom() - corner), px(outer.bottom())};
  const float us[] = {shadow.u0, shadow.u0 + du, shadow.u1 - du, shadow.u1};
  const float vs[] = {shadow.v0, shadow.v0 + dv, shadow.v1 - dv, shadow.v1};
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      list_.AddImage(atlas, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                     {us[column + 1], vs[row + 1]}, packed(kShadow));
    }
  }
}

float Paint::em(Type type) const {
  return fonts_.font(type)->FontSize / scale_ / (kAscent_em + kDescent_em);
}

float Paint::baseline(Type type) const {
  return line_of(type) / 2 + em(type) * (kAscent_em - kDescent_em) / 2;
}

void Paint::text(Point at, std::string_view text, Type type, Color color) {
  if (text.empty()) return;
  ImFont* face = fonts_.font(type);
  // ImGui rounds its ascent up; the baseline is what has to lie where it belongs.
  const float top = (at.y + baseline(type)) * scale_ - face->Ascent;
  list_.AddText(face, face->FontSize, {std::floor(at.x * scale_ + 0.5f), std::floor(top + 0.5f)}, packed(color),
                text.data(), text.data() + text.size());
}

std::string Paint::shortened(Type type, std::string_view text, float limit) const {
  if (width(type, text) <= limit) return std::string(text);
  const float room = limit - width(type, kEllipsis);
  std::size_t fits = 0;
  float used = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && is_continuation(text[next])) ++next;
    used += width(type, text.substr(i, next - i));
    if (used > room) break;
    fits = i = next;
  }
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  return std::string(text.substr(0, fits)) + std::string(kEllipsis);
}

std::vector<std::string> Paint::wrapped(Type type, std::string_view text, float limit, int lines) const {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t hard = text.find('\n');
    std::string_view paragraph = text.substr(0, hard);
    text = hard == std::string_view::npos ? std::string_view() : text.substr(hard + 1);
    do {
      const bool is_last = static_cast<int>(result.size()) + 1 == lines;
      if (is_last) {
        std::string rest(paragraph);
        if (!text.empty()) rest += " " + std::string(text);
        std::ranges::replace(rest, '\n', ' ');
        result.push_back(shortened(type, rest, limit));
        return result;
      }
      std::size_t end = paragraph.size();
      if (width(type, paragraph) > limit) {
        end = 0;
        for (std::size_t space = paragraph.find(' '); space != std::string_view::npos;
             space = paragraph.find(' ', space + 1)) {
          if (width(type, paragraph.substr(0, space)) > limit) break;
          end = space;
        }
        while (end == 0 || width(type, paragraph.substr(0, end)) > limit) {  // one word wider than the line
          if (end == 0) end = paragraph.size();
          do --end;
          while (end > 1 && is_continuation(paragraph[end]));
          if (end <= 1) break;
        }
      }
      result.emplace_back(paragraph.substr(0, end));
      paragraph = paragraph.substr(std::min(end, paragraph.size()));
      while (!paragraph.empty() && paragraph.front() == ' ') paragraph.remove_prefix(1);
    } while (!paragraph.empty());
  }
  return result;
}

void Paint::icon(Point centre, Icon icon, Color color, IconWeight weight, IconSize size) {
  if (!icon) return;
  const auto character = static_cast<ImWchar>(icon.codepoint());
  ImFont* face = fonts_.icon_font(weight, size);
  const ImFontGlyph* glyph = face->FindGlyphNoFallback(character);
  float stretch = 1;
  if (!glyph && size == IconSize::Picture) {
    const float wanted = face->FontSize;
    face = fonts_.icon_font(IconWeight::Fill, IconSize::Rail);
    glyph = face->FindGlyphNoFallback(character);
    stretch = wanted / face->FontSize;
  }
  if (!glyph) return;
  const float x = centre.x * scale_ - (glyph->X0 + glyph->X1) / 2 * stretch;
  const float y = centre.y * scale_ - (glyph->Y0 + glyph->Y1) / 2 * stretch;
  face->RenderChar(&list_, face->FontSize * stretch, {std::floor(x + 0.5f), std::floor(y + 0.5f)}, packed(color),
                   character);
}

void Paint::image(Rect rect, Texture texture, float radius, Corners corners, float opacity) {
  if (rect.empty() || !texture || texture.width <= 0 || texture.height <= 0) return;
  const float wanted = rect.w / rect.h;
  const float given = static_cast<float>(texture.width) / static_cast<float>(texture.height);
  const float u = given > wanted ? (1 - wanted / given) / 2 : 0;
  const float v = given < wanted ? (1 - given / wanted) / 2 : 0;
  list_.AddImageRounded(reinterpret_cast<ImTextureID>(texture.handle), {px(rect.x), px(rect.y)},
                        {px(rect.right()), px(rect.bottom())}, {u, v}, {1 - u, 1 - v},
                        packed(Color{255, 255, 255}.faded(opacity)), px(radius), rounding(radius, corners));
}

void Paint::push_clip(Rect rect) {
  list_.PushClipRect({px(rect.x), px(rect.y)}, {px(rect.right()), px(rect.bottom())}, true);
}

void Paint::pop_clip() {
  list_.PopClipRect();
}

int Paint::mark() const {
  return list_.VtxBuffer.Size;
}

void Paint::turn_around(int since, Rect about) {
  const float twice_x = 2 * px(about.centre().x);
  const float twice_y = 2 * px(about.centre().y);
  for (int i = since; i < list_.VtxBuffer.Size; ++i) {
    ImVec2& at = list_.VtxBuffer[i].pos;
    at = ImVec2(twice_x - at.x, twice_y - at.y);
  }
}

}  // namespace lapak
