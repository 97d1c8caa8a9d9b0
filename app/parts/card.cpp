// parts: the product card.
#include "app/parts/card.h"

#include <algorithm>

#include "app/parts/plate.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kEdge = 12;
constexpr Color kWhite = Color::rgb(0xFFFFFF);
constexpr Color kGrey = Color::rgb(0xBDBDBF);

// The largest type holds capitals and digits alone; any other script, and the mark of letters that no font here has,
// is in the ordinary ones.
Type letters_type(std::string_view letters) {
  const bool is_plain =
      std::ranges::all_of(letters, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  return is_plain ? Type::AmountM : Type::Headline;
}

void draw_picture(Ui& ui, Rect box, float radius, const CardSpec& spec) {
  Paint& paint = ui.paint();
  if (spec.photo) {
    paint.image(box, spec.photo, radius, Corners::Top);
    if (spec.dimmed) paint.fill(box, ui.theme().surface.faded(0.5f), radius, Corners::Top);
    return;
  }
  const bool is_dark = ui.theme().name == ThemeName::Malam;
  Color from = kTints[spec.tint % kTints.size()];
  if (spec.dimmed) from = is_dark ? Color::rgb(0x5A5A5C) : kGrey;
  const Color to = is_dark ? mixed(from, Color::rgb(0x000000), 0.42f) : mixed(from, kWhite, 0.40f);
  paint.gradient(box, from, to, radius, Corners::Top);
  const Color ink = kWhite.faded(spec.dimmed && is_dark ? 0.45f : 0.82f);
  if (spec.icon) {
    paint.icon(box.centre(), spec.icon, ink, IconWeight::Fill, IconSize::Picture);
  } else {
    const Type type = letters_type(spec.letters);
    const float width = paint.width(type, spec.letters);
    paint.text({box.centre().x - width / 2, box.centre().y - line_of(type) / 2}, spec.letters, type, ink);
  }
}

}  // namespace

CardEvent product_card(Ui& ui, std::string_view name, Rect rect, const CardSpec& spec) {
  const Theme& t = ui.theme();
  const ControlState state = ui.control({.name = name,
                                         .rect = rect,
                                         .kind = ControlKind::Card,
                                         .label = spec.title,
                                         .has_long_press = true,
                                         .may_be_cut = true});
  const float line = t.has_lines() ? t.line_width() : 0;
  PlateLook look{t.surface, t.ink, {0, 0, 0, 0}, 0, t.has_lines() ? Elevation::Flat : Elevation::Card};
  ControlState ground = state;
  ground.press = ground.hover = 0;  // the state layer lies over the picture too
  if (!ui.reduced_motion()) rect = rect.inset(rect.w * 0.01f * state.press, rect.h * 0.01f * state.press);
  draw_plate(ui, rect, kCardRadius, look, ground, true);
  const float text_height = 92;
  const Rect picture = rect.top_part(std::max(48.0f, rect.h - text_height)).inset(line, 0);
  draw_picture(ui, {picture.x, picture.y + line, picture.w, picture.h}, kCardRadius - line, spec);
  if (line > 0) ui.paint().outline(rect, t.divider, line, kCardRadius);

  const Rect inside{rect.x + kEdge + line, picture.bottom() + line + 8, rect.w - 2 * (kEdge + line), rect.h};
  text(ui, {inside.x, inside.y, inside.w, 40}, spec.title,
       {.type = Type::SmallStrong, .upright = Upright::Top, .cut = Cut::Names, .lines = 2});
  const float base = rect.bottom() - 34 - line;
  const Rect foot{inside.x, base, inside.w, line_of(Type::Price)};
  float price_x = foot.x;
  if (spec.is_bundle) {
    ui.paint().icon({foot.x + 11, foot.centre().y}, icon::stack, t.ink2);
    price_x += 26;
  }
  const float price_width = ui.paint().width(Type::Price, spec.price);
  text(ui, {price_x, foot.y, foot.right() - price_x, foot.h}, spec.price, {.type = Type::Price});
  const float room = foot.right() - price_x - price_width - 8;
  if (!spec.trailing.empty() && ui.paint().width(Type::Small, spec.trailing) <= room) {
    text(ui, {foot.right() - room, foot.y, room, foot.h}, spec.trailing,
         {.type = Type::Small, .color = t.ink2, .align = Side::Right});
  }
  if (spec.pill) pill(ui, {picture.x + 8, picture.bottom() + line - 38}, *spec.pill);
  if (spec.in_cart > 0) count_badge(ui, name, {rect.right() - 26, rect.y + 26}, spec.in_cart);
  const float layer = std::max(0.10f * state.press, 0.06f * state.hover);
  if (layer > 0) ui.paint().fill(rect, t.ink.faded(layer), kCardRadius);
  if (state.focused) ui.draw_focus_ring(rect, kCardRadius);
  ui.draw_hold_ring(state.id, picture.centre(), 44, kWhite);

  if (state.long_pressed) return CardEvent::Peek;
  return state.tapped ? CardEvent::Tap : CardEvent::None;
}

bool plate_card(Ui& ui, std::string_view name, Rect rect, std::string_view label) {
  const Theme& t = ui.theme();
  const ControlState state = ui.control({.name = name, .rect = rect, .kind = ControlKind::Card, .label = label});
  draw_plate(ui, rect, kCardRadius,
             {.ground = t.surface,
              .ink = t.ink,
              .line = t.has_lines() ? t.divider : Color{0, 0, 0, 0},
              .line_width = t.line_width(),
              .elevation = Elevation::Card},
             state, true);
  return state.tapped;
}

}  // namespace lapak
