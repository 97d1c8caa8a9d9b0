// parts: the card of a board.
#include "app/parts/ticket.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/plate.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kEdge = 12;
constexpr float kKey = 48;

void draw_face(Ui& ui, std::string_view name, Rect rect, const TicketSpec& spec) {
  const Rect inside = rect.inset(kEdge, 10);
  text(ui, {inside.x, inside.y, inside.w, 26}, spec.title, {.type = Type::Strong, .cut = Cut::Names});
  text(ui, {inside.x, inside.y + 26, inside.w, 24}, spec.subtitle,
       {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names, .name = fmt::format("{}.what", name)});
  if (spec.pill) pill(ui, {inside.x, inside.y + 54}, *spec.pill);
}

}  // namespace

TicketEvent ticket(Ui& ui, std::string_view name, Rect rect, const TicketSpec& spec) {
  const Theme& t = ui.theme();
  const bool moves = !spec.move.empty();
  // The way on stands on the card and is a target of its own: the rest of the card is above it.
  const Rect body = moves ? rect.top_part(rect.h - kKey - 2 * kGap) : rect;
  const ControlState state = ui.control({.name = name,
                                         .rect = body,
                                         .kind = ControlKind::Card,
                                         .label = spec.title,
                                         .has_long_press = moves,
                                         .may_be_cut = true});
  draw_plate(ui, rect, kButtonRadius, {t.surface, t.ink, {0, 0, 0, 0}, 0, Elevation::Card}, state, true);
  draw_face(ui, name, rect, spec);
  const Rect foot{rect.x + kEdge, rect.bottom() - kEdge - kKey, rect.w - 2 * kEdge - (moves ? kKey + kGap : 0), kKey};
  text(ui, foot, spec.foot,
       {.type = Type::SmallStrong, .color = spec.foot_color, .lines = 2, .name = fmt::format("{}.foot", name)});
  const Rect key{rect.right() - kGap - kKey, rect.bottom() - kGap - kKey, kKey, kKey};
  if (moves && icon_button(ui, fmt::format("{}.move", name), key, icon::arrow_right, spec.move))
    return TicketEvent::Move;
  return state.long_pressed ? TicketEvent::Lift : state.tapped ? TicketEvent::Tap : TicketEvent::None;
}

void lifted_ticket(Ui& ui, Rect rect, const TicketSpec& spec) {
  const Theme& t = ui.theme();
  draw_plate(ui, rect, kButtonRadius, {t.surface, t.ink, t.primary, 2, Elevation::Sheet}, {}, true);
  draw_face(ui, "lifted", rect, spec);
}

}  // namespace lapak
