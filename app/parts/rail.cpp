// parts: the rail.
#include "app/parts/rail.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/text.h"

namespace lapak {
std::optional<std::size_t> rail(Ui& ui, Rect rect, const std::vector<RailItem>& items, std::size_t current) {
  // Nearer together where the window is low.
  const float pitch = std::min(80.0f, (rect.h - 24) / static_cast<float>(items.size()));
  const Theme& t = ui.theme();
  Paint& paint = ui.paint();
  paint.fill(rect, t.rail);
  std::optional<std::size_t> tapped;
  float bottom = rect.bottom() - 8;
  for (const RailItem& item : items) bottom -= item.at_the_bottom ? pitch : 0;
  float top = rect.y + 16;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const RailItem& item = items[i];
    float& y = item.at_the_bottom ? bottom : top;
    const Rect box{rect.x + 4, y, rect.w - 8, pitch - 8};
    y += pitch;
    const bool selected = i == current;
    const FittedLabel label = fitted(paint, Type::Nav, item.label, box.w, 2 * line_of(Type::Nav));
    const KeyStroke place =
        i < 8 ? KeyStroke{.key = static_cast<Key>(static_cast<int>(Key::Digit1) + static_cast<int>(i)), .alt = true}
              : KeyStroke{};
    const ControlState state = ui.control({.name = fmt::format("rail.{}", item.name),
                                           .rect = box,
                                           .kind = ControlKind::RailItem,
                                           .label = item.label,
                                           .selected = selected,
                                           .label_cut = label.is_cut,
                                           .shortcut = place});
    const Color ink = selected ? t.rail_sel_ink : t.rail_ink2;
    if (selected) paint.fill(box, t.rail_sel, kButtonRadius);
    if (state.press > 0) paint.fill(box, ink.faded(0.15f * state.press), kButtonRadius);
    const bool is_long = label.lines.size() > 1;
    paint.icon({box.centre().x, box.y + (is_long ? 19 : 25)}, item.icon, ink,
               selected ? IconWeight::Fill : IconWeight::Regular, IconSize::Rail);
    draw_lines(paint, {box.x, box.y + (is_long ? 34 : 44), box.w, box.h}, label, ink, Side::Centre);
    if (!item.badge.empty()) {
      const Rect badge{box.right() - 30, box.y + 2, 26, 26};
      paint.fill(badge, t.warning, 13);
      if (selected && t.is_terik()) paint.outline(badge, t.on_warning, 2, 13);
      paint.text({badge.centre().x - paint.width(Type::SmallStrong, item.badge) / 2, badge.y + 3}, item.badge,
                 Type::SmallStrong, t.on_warning);
    }
    if (state.focused) ui.draw_focus_ring(box.inset(3), kButtonRadius - 3, t.rail, t.rail_ink);
    if (state.tapped) tapped = i;
  }
  return tapped;
}

}  // namespace lapak
