// parts: sheets and dialogs.
#include "app/parts/sheet.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kFootEdge = 12;  // above and below the foot when it stands on the keyboard

float sheet_width(const Ui& ui, float asked) {
  if (asked != 480) return std::min(asked, ui.width() - 64);
  switch (ui.size()) {
    case SizeClass::Compact:
      return 400;
    case SizeClass::Regular:
      return 480;
    case SizeClass::Wide:
      return 520;
  }
  return asked;
}

}  // namespace

Sheet::Sheet(Ui& ui, std::string_view name, bool open, const SheetSpec& spec) : ui_(ui), foot_(spec.foot) {
  const float part = ui.ease(ControlId(fmt::format("{}#sheet", name)), open ? 1.0f : 0.0f, kSheetMotion, 0.0f);
  visible_ = part > 0 || open;
  ui.enter_layer();
  if (!visible_) return;
  if (foot_ > 0) ui.memory().screen_keyboard.foot = foot_ + 2 * kFootEdge;
  const Theme& t = ui.theme();
  const float width = sheet_width(ui, spec.width);
  const Rect rest = ui.mirrored({ui.width() - width, 0, width, ui.height()});
  const float away = ui.reduced_motion() ? 0 : (1 - part) * width;
  area_ = rest.moved(ui.left_handed() ? -away : away, 0);

  ui.paint().fill(ui.window(), Color::rgb(0x000000).faded(t.scrim * part));
  const std::string scrim = fmt::format("{}.scrim", name);
  const Rect outside =
      ui.left_handed() ? Rect{rest.right(), 0, ui.width() - rest.w, ui.height()} : Rect{0, 0, rest.x, ui.height()};
  ui.ground(fmt::format("{}.ground", name), ui.window(), ControlKind::Sheet);
  if (open) {
    const ControlState state = ui.control({.name = scrim, .rect = outside, .kind = ControlKind::Scrim});
    dismissed_ = state.tapped;
  }
  const float line = t.is_terik() ? 3.0f : t.has_lines() ? 1.0f : 0.0f;
  const Corners inner = ui.left_handed() ? Corners::Right : Corners::Left;
  if (line > 0) {
    ui.paint().fill(area_.inset(-line, 0), t.divider, kSheetRadius, inner);
  } else {
    ui.paint().raise(area_, kSheetRadius, Elevation::Sheet);
  }
  ui.paint().fill(area_, t.surface, kSheetRadius, inner);

  float x = area_.x + 24;
  if (spec.photo) {
    photo(ui, {area_.x + 16, 8, 56, 56}, spec.photo);
    x = area_.x + 88;
  }
  const Rect close{area_.right() - 72, 8, 56, 56};
  text(ui, {x, 8, close.x - 8 - x, 56}, spec.title,
       {.type = Type::Title, .cut = Cut::Names, .name = fmt::format("{}.title", name)});
  if (icon_button(ui, fmt::format("{}.close", name), close, icon::x, spec.close_label)) dismissed_ = true;
  if (open && ui.shortcut({Key::Escape})) dismissed_ = true;
}

Rect Sheet::foot() {
  const auto& keyboard = ui_.memory().screen_keyboard;
  const Rect rest = content().bottom_part(foot_);
  const float raised = ui_.ease("sheet#foot", keyboard.open ? 1.0f : 0.0f, kSheetMotion);
  if (raised <= 0) return rest;
  const float on_keyboard = ui_.height() - keyboard.height - kFootEdge - foot_ + keyboard.lift;
  const Rect place = rest.moved(0, (on_keyboard - rest.y) * raised);
  const Rect ground{area_.x, place.y - kFootEdge, area_.w, foot_ + 2 * kFootEdge};
  ui_.paint().fill(ground, ui_.theme().surface);
  ui_.paint().fill(ground.top_part(ui_.theme().line_width()), ui_.theme().divider);
  ui_.ground("sheet.foot", ground, ControlKind::Sheet);
  return place;
}

Sheet::~Sheet() {
  ui_.leave_layer();
}

DialogAnswer dialog(Ui& ui, std::string_view name, const DialogSpec& spec) {
  ui.enter_layer();
  const Theme& t = ui.theme();
  ui.paint().fill(ui.window(), Color::rgb(0x000000).faded(t.scrim));
  ui.ground(fmt::format("{}.ground", name), ui.window(), ControlKind::Scrim);
  const Rect box{(ui.width() - 560) / 2, (ui.height() - 320) / 2, 560, 320};
  ui.paint().raise(box, kSheetRadius, Elevation::Sheet);
  ui.paint().fill(box, t.surface, kSheetRadius);
  const Rect inside = box.inset(kPageEdge);
  text(ui, inside.top_part(64), spec.title, {.type = Type::Title, .upright = Upright::Top, .lines = 2});
  text(ui, {inside.x, inside.y + 72, inside.w, 110}, spec.consequence,
       {.type = Type::Body, .color = t.ink2, .upright = Upright::Top, .lines = 4});
  const Rect foot = inside.bottom_part(64);
  DialogAnswer answer = DialogAnswer::None;
  if (button(ui, fmt::format("{}.risky", name), foot.column(0, 2, kGap),
             {.label = spec.risky, .kind = ButtonKind::Danger}))
    answer = DialogAnswer::Risky;
  if (button(ui, fmt::format("{}.safe", name), foot.column(1, 2, kGap),
             {.label = spec.safe, .kind = ButtonKind::Primary}))
    answer = DialogAnswer::Safe;
  if (ui.shortcut({Key::Escape})) answer = DialogAnswer::Safe;
  ui.leave_layer();
  return answer;
}

}  // namespace lapak
