// parts: pictures.
#include "app/parts/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/parts/button.h"
#include "app/parts/text.h"

namespace lapak {

void photo(Ui& ui, Rect rect, Texture texture, float radius, Icon instead) {
  if (texture) {
    ui.paint().image(rect, texture, radius);
    return;
  }
  ui.paint().fill(rect, ui.theme().surface2, radius);
  ui.paint().icon(rect.centre(), instead, ui.theme().ink2);
}

bool picture_tile(Ui& ui, std::string_view name, Rect rect, const std::optional<Texture>& picture,
                  std::string_view label) {
  const ControlState state = ui.control({.name = name, .rect = rect, .kind = ControlKind::Picture, .label = label});
  if (picture) {
    photo(ui, rect, *picture);
  } else {
    ui.paint().fill(rect, ui.theme().surface2, kButtonRadius);
    ui.paint().dashed_outline(rect, ui.theme().outline, 2, kButtonRadius);
    ui.paint().icon({rect.centre().x, rect.centre().y - 12}, icon::camera, ui.theme().ink2, IconWeight::Bold,
                    IconSize::Button);
    text(ui, rect.bottom_part(36).inset(4, 0), label,
         {.type = Type::Small, .color = ui.theme().ink2, .align = Side::Centre});
  }
  if (state.focused) ui.draw_focus_ring(rect, kButtonRadius);
  return state.tapped;
}

void qr_code(Ui& ui, std::string_view name, Rect rect, const CodeSymbol& code) {
  ui.note_text(name, rect, {}, false, false);
  ui.paint().fill(rect, Color::rgb(0xFFFFFF), kFieldRadius);
  if (code.columns <= 0 || code.rows <= 0) return;
  // Whole pixels a module: a reader must not see seams.
  const float scale = ui.paint().scale();
  const int across = code.columns + 2 * code.quiet_modules;
  const bool is_square = code.rows > 1;
  const float side = is_square ? std::min(rect.w, rect.h) : rect.w;
  const float module = std::max(1.0f, std::floor(side * scale / static_cast<float>(across))) / scale;
  const float height = is_square ? module : rect.h - 16;
  const Point start{std::floor((rect.centre().x - module * static_cast<float>(code.columns) / 2) * scale) / scale,
                    std::floor((rect.centre().y - height * static_cast<float>(code.rows) / 2) * scale) / scale};
  for (int y = 0; y < code.rows; ++y) {
    for (int x = 0; x < code.columns; ++x) {
      int end = x;
      while (end < code.columns && code.is_dark(end, y)) ++end;
      if (end == x) continue;
      ui.paint().fill({start.x + static_cast<float>(x) * module, start.y + static_cast<float>(y) * height,
                       static_cast<float>(end - x) * module, height},
                      Color::rgb(0x000000));
      x = end;
    }
  }
}

void progress(Ui& ui, std::string_view name, Rect bar, float part, Color fill) {
  const Theme& t = ui.theme();
  ui.note_text(name, bar, fmt::format("{} %", static_cast<int>(part * 100)), false, false);
  ui.paint().fill(bar, t.surface2, bar.h / 2);
  const float width = std::max(bar.h, bar.w * std::clamp(part, 0.0f, 1.0f));
  if (part > 0) ui.paint().fill(bar.left_part(width), fill, bar.h / 2);
  if (t.is_terik()) ui.paint().outline(bar, t.divider, 2, bar.h / 2);
}

void divider(Ui& ui, float x, float y, float width) {
  ui.paint().line({x, y}, {x + width, y}, ui.theme().divider, ui.theme().line_width());
}

void plate(Ui& ui, Rect rect, float radius) {
  const Theme& t = ui.theme();
  if (!t.has_lines()) ui.paint().raise(rect, radius, Elevation::Card);
  ui.paint().fill(rect, t.surface, radius);
  if (t.has_lines()) ui.paint().outline(rect, t.divider, t.line_width(), radius);
}

bool empty_state(Ui& ui, std::string_view name, Rect rect, const EmptySpec& spec) {
  constexpr int kMostLines = 4;
  const Theme& t = ui.theme();
  const bool has_action = !spec.action.empty();
  const float width = std::min(rect.w - 32, 480.0f);
  const float circle = rect.h >= 360 ? 160.0f : 96.0f;
  const auto lines = ui.paint().wrapped(Type::Body, spec.sentence, width, kMostLines).size();
  const float text_height = static_cast<float>(std::max<std::size_t>(lines, 2)) * line_of(Type::Body);
  const float height = circle + 24 + text_height + (has_action ? 24 + 64 : 0);
  float y = rect.y + std::max(0.0f, (rect.h - height) / 2);
  const float x = rect.centre().x - width / 2;
  ui.paint().circle({rect.centre().x, y + circle / 2}, circle / 2, t.surface2);
  ui.paint().icon({rect.centre().x, y + circle / 2}, spec.icon, t.outline, IconWeight::Fill, IconSize::Picture);
  y += circle + 24;
  text(ui, {x, y, width, text_height}, spec.sentence,
       {.color = t.ink2, .align = Side::Centre, .upright = Upright::Top, .lines = kMostLines, .name = name});
  y += text_height + 24;
  if (!has_action) return false;
  const float button_width = std::max(240.0f, ui.paint().width(Type::Button, spec.action) + 64);
  return button(ui, fmt::format("{}.action", name), {rect.centre().x - button_width / 2, y, button_width, 64},
                {.label = spec.action, .kind = spec.is_main ? ButtonKind::Primary : ButtonKind::PrimaryOutline});
}

}  // namespace lapak
