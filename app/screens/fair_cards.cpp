// screens: the plates of a fair's pages.
#include "app/screens/fair_cards.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"

namespace lapak {

Rect fair_card(Ui& ui, Rect area, std::string_view heading) {
  plate(ui, area);
  const Rect inside = area.inset(16);
  text(ui, inside.top_part(26).inset(0, -5), heading, {.type = Type::SmallStrong, .color = ui.theme().ink2});
  return {inside.x, inside.y + 32, inside.w, inside.h - 32};
}

void fair_figure(Ui& ui, Rect area, std::string_view name, std::string_view heading, const std::string& shown,
                 std::string_view below) {
  const Rect inside = fair_card(ui, area, heading);
  amount(ui, {inside.x, inside.y - 4, inside.w, 40}, shown,
         {.size = below.empty() ? AmountSize::Headline : AmountSize::S, .align = Side::Left, .name = name});
  text(ui, {inside.x, inside.bottom() - 18, inside.w, 22}, below,
       {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
}

void fair_told(Ui& ui, Rect area, std::string_view name, std::string_view heading, std::string_view said) {
  const Rect inside = fair_card(ui, area, heading);
  text(ui, {inside.x, inside.y - 4, inside.w, 40}, said, {.type = Type::Headline, .name = name});
}

bool fair_entry(Ui& ui, std::string_view name, Rect place, std::string_view label, const std::string& value,
                Icon icon) {
  const std::string shown = value.empty() ? std::string(label) : fmt::format("{}: {}", label, value);
  return button(ui, name, place, {.label = shown, .icon = icon, .kind = ButtonKind::Outline, .left_aligned = true});
}

}  // namespace lapak
