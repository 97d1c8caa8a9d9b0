// parts: rows.
#include "app/parts/row.h"

#include <algorithm>

#include "app/parts/figure.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

void draw_row(Ui& ui, std::string_view name, Rect rect, const RowSpec& spec, const ControlState& state) {
  const Theme& t = ui.theme();
  Paint& paint = ui.paint();
  const Color ink = spec.enabled ? t.ink : t.disabled;
  const Color second = spec.enabled ? t.ink2 : t.disabled;
  if (spec.selected) {
    paint.fill(rect, t.primary_c, kRowRadius);
    if (t.is_terik()) paint.outline(rect, t.divider, 2, kRowRadius);
  }
  if (!spec.flash.empty()) {
    const float flash = ui.flashing(spec.flash, kFlash_ms);
    if (flash > 0) paint.fill(rect, t.primary_c.faded(flash), kRowRadius);
  }
  if (state.press > 0 || state.hover > 0) {
    paint.fill(rect, t.ink.faded(std::max(0.10f * state.press, 0.06f * state.hover)), kRowRadius);
  }
  if (spec.has_divider && !spec.selected) divider(ui, rect.x, rect.bottom() - t.line_width(), rect.w);

  Rect inside = rect.inset(spec.selected ? 12.0f : 0.0f, 0);
  if (spec.photo) {
    photo(ui, {inside.x, inside.centre().y - 24, 48, 48}, spec.photo, kRowRadius);
    inside = inside.right_part(inside.w - 60);
  } else if (spec.icon) {
    paint.icon({inside.x + 16, inside.centre().y}, spec.icon, second,
               spec.selected ? IconWeight::Fill : IconWeight::Bold);
    inside = inside.right_part(inside.w - 44);
  }
  if (spec.has_arrow) {
    paint.icon({inside.right() - 12, inside.centre().y}, icon::caret_right, second);
    inside.w -= 32;
  }
  const float trailing =
      std::max(paint.width(Type::Strong, spec.trailing), paint.width(Type::Small, spec.trailing_sub));
  if (trailing > 0) {
    const Rect side = inside.right_part(trailing);
    const bool two = !spec.trailing_sub.empty();
    const float top =
        inside.centre().y - (two ? line_of(Type::Strong) + line_of(Type::Small) : line_of(Type::Strong)) / 2;
    text(ui, {side.x, top, trailing, line_of(Type::Strong)}, spec.trailing,
         {.type = Type::Strong, .color = ink, .align = Side::Right});
    if (two) {
      text(ui, {side.x, top + line_of(Type::Strong), trailing, line_of(Type::Small)}, spec.trailing_sub,
           {.type = Type::Small, .color = second, .align = Side::Right});
    }
    inside.w -= trailing + 16;
  }
  if (spec.pill) {
    const float width = pill_width(ui, *spec.pill);
    pill(ui, {inside.right() - width, inside.centre().y - 15}, *spec.pill);
    inside.w -= width + 12;
  }
  const bool two = !spec.subtitle.empty();
  const float height = line_of(Type::Row) + (two ? line_of(Type::Small) : 0);
  const float top = inside.centre().y - height / 2;
  text(ui, {inside.x, top, inside.w, line_of(Type::Row)}, spec.title,
       {.type = Type::Row, .color = ink, .cut = Cut::Names});
  if (two) {
    text(ui, {inside.x, top + line_of(Type::Row), inside.w, line_of(Type::Small)}, spec.subtitle,
         {.type = Type::Small, .color = second, .cut = Cut::Names});
  }
  if (state.focused) ui.draw_focus_ring(rect, kRowRadius);
  static_cast<void>(name);
}

}  // namespace

bool row(Ui& ui, std::string_view name, Rect rect, const RowSpec& spec) {
  const ControlState state = ui.control({.name = name,
                                         .rect = rect,
                                         .kind = ControlKind::Row,
                                         .label = spec.title,
                                         .enabled = spec.enabled,
                                         .selected = spec.selected,
                                         .may_be_cut = true});
  draw_row(ui, name, rect, spec, state);
  return state.tapped;
}

void plain_row(Ui& ui, std::string_view name, Rect rect, const RowSpec& spec) {
  ui.note_text(name, rect, spec.title, false, true);
  draw_row(ui, name, rect, spec, {});
}

}  // namespace lapak
