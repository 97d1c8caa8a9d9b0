// screens: drawing the frame of a page.
#include "app/screens/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/text.h"

namespace lapak {

PageFrame draw_page(Ui& ui, const PageSpec& spec) {
  PageFrame page;
  const float rail = spec.has_rail ? ui.rail_width() : 0;
  page.area = ui.mirrored({rail, 0, ui.width() - rail, ui.height()});
  page.content = {page.area.x + kPageEdge, 80, page.area.w - 2 * kPageEdge, ui.height() - 80 - 16};
  float x = page.area.x + kPageEdge;
  if (spec.has_back) {
    page.back = icon_button(ui, "back", {page.area.x + 16, 8, 56, 56}, icon::arrow_left, ui.words("Back"),
                            ButtonKind::Secondary, {.key = Key::Escape});
    x = page.area.x + 88;
  }
  float right = page.content.right();
  if (!spec.main.empty()) {
    const float wanted = ui.paint().width(Type::Button, spec.main) + 32 + (spec.main_icon ? 34 : 0);
    const float width = std::max(spec.main_width, wanted);
    page.main = press(ui, "save", {right - width, 8, width, 56},
                      {.label = spec.main,
                       .icon = spec.main_icon,
                       .kind = ButtonKind::Primary,
                       .enabled = spec.main_enabled,
                       .shortcut = {.key = Key::Enter, .ctrl = true}});
    right -= width + kGap;
  }
  if (spec.side > 0) {
    page.side = {right - spec.side, 8, spec.side, 56};
    right = page.side.x - kGap;
  }
  text(ui, {x, 8, right - x, 56}, spec.title,
       {.type = spec.has_back ? Type::Title : Type::Headline, .cut = Cut::Names, .name = "title"});
  return page;
}

void caption(Ui& ui, float x, float y, float width, std::string_view label) {
  text(ui, {x, y, width, 28}, label, {.type = Type::SmallStrong, .color = ui.theme().ink2});
}

FlowedChips flowed_chips(Ui& ui, std::string_view name, Rect room, const std::vector<std::string>& labels,
                         const std::vector<std::size_t>& selected) {
  FlowedChips result{std::nullopt, room.y};
  float x = room.x;
  float y = room.y;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float width = std::min(chip_width(ui, labels[i]), room.w);
    if (x > room.x && x + width > room.right()) {
      x = room.x;
      y += 56;
    }
    const bool is_selected = std::ranges::find(selected, i) != selected.end();
    if (chip(ui, fmt::format("{}.{}", name, i), {x, y, width, 48}, labels[i], {.selected = is_selected}))
      result.tapped = i;
    x += width + kGap;
  }
  result.bottom = y + 48;
  return result;
}

}  // namespace lapak
