// parts: buttons, chips, switches, steppers.
#include "app/parts/button.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/badge.h"
#include "app/parts/list.h"
#include "app/parts/plate.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kIconWidth = 24;
constexpr float kIconGap = 10;
constexpr Color kNone{0, 0, 0, 0};

PlateLook look_of(const Theme& t, ButtonKind kind, bool selected) {
  if (selected) {
    if (kind == ButtonKind::Tonal) return {t.primary_c, t.on_primary_c, t.is_terik() ? t.divider : t.primary, 2};
    if (t.is_terik()) return {t.primary_c, t.on_primary_c, t.divider, 2};
    return {t.primary, t.on_primary, kNone, 0};
  }
  const bool lined = t.is_terik();
  switch (kind) {
    case ButtonKind::Primary:
      return {t.primary, t.on_primary, kNone, 0};
    case ButtonKind::Success:
      return {t.success, t.on_success, kNone, 0};
    case ButtonKind::Secondary:
      return {lined ? t.surface : t.surface2, t.ink, lined ? t.divider : kNone, 2};
    case ButtonKind::Tonal:
      return {t.primary_c, t.on_primary_c, lined ? t.divider : kNone, 2};
    case ButtonKind::Outline:
      return {kNone, t.ink, t.outline, 2};
    case ButtonKind::PrimaryOutline:
      return {t.surface, t.primary, t.primary, 2};
    case ButtonKind::Danger:
      return {t.danger_c, t.on_danger_c, lined ? t.danger : kNone, 2};
    case ButtonKind::Quiet:
      return {kNone, t.primary, kNone, 0};
    case ButtonKind::Surface:
      return {t.surface, t.ink, kNone, 0, Elevation::Card};
  }
  return {t.surface2, t.ink, kNone, 0};
}

bool is_main(ButtonKind kind) {
  return kind == ButtonKind::Primary || kind == ButtonKind::Success;
}

void draw_corner_badge(Ui& ui, Rect rect, std::string_view label) {
  if (label.empty()) return;
  const Theme& t = ui.theme();
  const float width = std::max(26.0f, ui.paint().width(Type::Small, label) + 14);
  const Rect box{rect.right() - width + 4, rect.y - 4, width, 26};
  ui.paint().fill(box, t.warning, 13);
  ui.paint().text({box.x + (width - ui.paint().width(Type::SmallStrong, label)) / 2, box.y + 3}, label,
                  Type::SmallStrong, t.on_warning);
}

// What a line holds besides its label.
struct Beside {
  float icons, trailing, sub_line;
};

Beside beside(const Paint& paint, const ButtonSpec& spec) {
  const float icon = kIconWidth + (spec.label.empty() ? 0 : kIconGap);
  return {(spec.icon ? icon : 0) + (spec.icon_after ? icon : 0),
          spec.trailing.empty() ? 0 : paint.width(Type::AmountS, spec.trailing) + 12,
          spec.sub_label.empty() ? 0 : line_of(Type::Small)};
}

FittedLabel label_of(const Paint& paint, Rect rect, const ButtonSpec& spec, float edge) {
  const auto [icons, trailing, sub_line] = beside(paint, spec);
  return fitted(paint, spec.type, spec.label, rect.w - 2 * edge - icons - trailing, rect.h - 8 - sub_line);
}

// Icon, label, icon in a line, as wide as they are.
void draw_line(Ui& ui, Rect rect, const ButtonSpec& spec, Color ink, float edge) {
  Paint& paint = ui.paint();
  const auto [icons, trailing, sub_line] = beside(paint, spec);
  const FittedLabel label = label_of(paint, rect, spec, edge);
  const float drawn = width_of(paint, label);
  const bool left = spec.left_aligned || !spec.trailing.empty();
  float x = left ? rect.x + edge : rect.x + (rect.w - icons - drawn) / 2;
  const float middle = rect.y + rect.h / 2;
  if (spec.icon) {
    paint.icon({x + kIconWidth / 2, middle}, spec.icon, ink, spec.selected ? IconWeight::Fill : IconWeight::Bold);
    x += kIconWidth + (spec.label.empty() ? 0 : kIconGap);
  }
  const float top = middle - (height_of(label) + sub_line) / 2;
  const float y = draw_lines(paint, {x, top, drawn, rect.h}, label, ink, left || spec.icon ? Side::Left : Side::Centre);
  if (!spec.sub_label.empty()) {
    const float sub_width = paint.width(Type::Small, spec.sub_label);
    const float sub_x = left ? x : rect.x + (rect.w - sub_width) / 2;
    paint.text({sub_x, y}, spec.sub_label, Type::Small, ink);
  }
  x += drawn + kIconGap;
  if (spec.icon_after) paint.icon({x + kIconWidth / 2, middle}, spec.icon_after, ink, IconWeight::Bold, IconSize::Rail);
  if (!spec.trailing.empty()) {
    paint.text({rect.right() - edge - (trailing - 12), middle - line_of(Type::AmountS) / 2}, spec.trailing,
               Type::AmountS, ink);
  }
}

struct Stack {
  bool has_icon;
  float above;  // the label: the icon and a gap
  FittedLabel label;
};

// Where there is no room for both, the word is worth more than its picture.
Stack stack_of(const Paint& paint, Rect rect, const ButtonSpec& spec) {
  const float above = kIconWidth + (rect.h < 64 ? 2.0f : 6.0f);
  FittedLabel below = fitted(paint, spec.type, spec.label, rect.w - 8, rect.h - above - 4);
  if (!below.is_cut) return {true, above, std::move(below)};
  return {false, 0, fitted(paint, spec.type, spec.label, rect.w - 8, rect.h - 4)};
}

void draw_stack(Ui& ui, Rect rect, const ButtonSpec& spec, Color ink) {
  Paint& paint = ui.paint();
  const auto [has_icon, above, label] = stack_of(paint, rect, spec);
  const float top = rect.y + (rect.h - above - height_of(label)) / 2;
  const float centre = rect.x + rect.w / 2;
  if (has_icon) {
    paint.icon({centre, top + kIconWidth / 2}, spec.icon, ink, spec.selected ? IconWeight::Fill : IconWeight::Bold,
               rect.h < 64 ? IconSize::Button : IconSize::Rail);
  }
  draw_lines(paint, {rect.x, top + above, rect.w, rect.h}, label, ink, Side::Centre);
}

bool label_is_cut(Ui& ui, Rect rect, const ButtonSpec& spec, float edge) {
  Paint& paint = ui.paint();
  if (spec.stacked) return stack_of(paint, rect, spec).label.is_cut;
  return label_of(paint, rect, spec, edge).is_cut || paint.width(Type::Small, spec.sub_label) > rect.w - 2 * edge;
}

}  // namespace

Press press(Ui& ui, std::string_view name, Rect rect, const ButtonSpec& spec) {
  const float edge = spec.left_aligned ? 16.0f : !spec.trailing.empty() ? 24.0f : 8.0f;
  const ControlState state = ui.control({.name = name,
                                         .rect = rect,
                                         .kind = is_main(spec.kind) ? ControlKind::MainButton : ControlKind::Button,
                                         .label = spec.label,
                                         .enabled = spec.enabled,
                                         .selected = spec.selected,
                                         .has_long_press = spec.has_long_press,
                                         .guarded = is_main(spec.kind),
                                         .label_cut = label_is_cut(ui, rect, spec, edge),
                                         .shortcut = spec.shortcut});
  const Plate plate =
      draw_plate(ui, rect, kButtonRadius, look_of(ui.theme(), spec.kind, spec.selected), state, spec.enabled);
  if (spec.stacked) {
    draw_stack(ui, plate.rect, spec, plate.ink);
  } else {
    draw_line(ui, plate.rect, spec, plate.ink, edge);
  }
  draw_corner_badge(ui, rect, spec.badge);
  if (spec.has_long_press) ui.draw_hold_ring(state.id, rect.centre(), 40, ui.theme().focus);
  if (state.long_pressed) return Press::Long;
  if (state.tapped) return Press::Tap;
  return state.tapped_disabled ? Press::TapDisabled : Press::None;
}

bool button(Ui& ui, std::string_view name, Rect rect, const ButtonSpec& spec) {
  return press(ui, name, rect, spec) == Press::Tap;
}

bool icon_button(Ui& ui, std::string_view name, Rect rect, Icon icon, std::string_view label, ButtonKind kind,
                 KeyStroke shortcut, std::string_view badge) {
  const ControlState state =
      ui.control({.name = name, .rect = rect, .kind = ControlKind::IconButton, .label = label, .shortcut = shortcut});
  const Plate plate = draw_plate(ui, rect, kButtonRadius, look_of(ui.theme(), kind, false), state, true);
  ui.paint().icon(plate.rect.centre(), icon, plate.ink, IconWeight::Bold, IconSize::Rail);
  draw_corner_badge(ui, rect, badge);
  return state.tapped;
}

float chip_width(Ui& ui, std::string_view label, const ChipSpec& spec) {
  return std::max(72.0f, ui.paint().width(spec.type, label) + 40 + (spec.icon ? kIconWidth + 4 : 0));
}

bool chip(Ui& ui, std::string_view name, Rect rect, std::string_view label, const ChipSpec& spec) {
  const Theme& t = ui.theme();
  Paint& paint = ui.paint();
  const float icon_width = spec.icon ? kIconWidth + 4 : 0;
  const FittedLabel shown = fitted(paint, spec.type, label, rect.w - 16 - icon_width, rect.h - 4);
  const ControlState state = ui.control({.name = name,
                                         .rect = rect,
                                         .kind = ControlKind::Chip,
                                         .label = label,
                                         .enabled = spec.enabled,
                                         .selected = spec.selected,
                                         .label_cut = shown.is_cut});
  PlateLook look{t.surface, t.ink, t.divider, t.line_width()};
  if (spec.selected) look = look_of(t, ButtonKind::Secondary, true);
  const Plate plate = draw_plate(ui, rect, rect.h / 2, look, state, spec.enabled);
  const float width = width_of(paint, shown);
  float x = plate.rect.x + (plate.rect.w - width - icon_width) / 2;
  const float middle = plate.rect.centre().y;
  if (spec.icon) {
    paint.icon({x + kIconWidth / 2, middle}, spec.icon, plate.ink, spec.selected ? IconWeight::Fill : IconWeight::Bold);
    x += icon_width;
  }
  draw_lines(paint, {x, middle - height_of(shown) / 2, width, rect.h}, shown, plate.ink, Side::Centre);
  return state.tapped;
}

std::optional<std::size_t> chips(Ui& ui, std::string_view name, Rect rect, const std::vector<std::string>& labels,
                                 std::optional<std::size_t> selected) {
  std::vector<float> widths;
  float length = 0;
  for (const std::string& label : labels) {
    widths.push_back(chip_width(ui, label));
    length += widths.back() + kGap;
  }
  length = std::max(0.0f, length - kGap);
  // What is a little too long is drawn closer, so that the last one does not stand cut at the edge.
  constexpr float kGivesWay = 20;
  const float missing = labels.empty() ? 0 : (length - rect.w) / static_cast<float>(labels.size());
  if (missing > 0 && missing <= kGivesWay) {
    for (float& width : widths) width -= missing;
    length = rect.w;
  }
  std::optional<std::size_t> tapped;
  ScrollArea area(ui, name, rect, length, Axis::Horizontal);
  float x = area.origin().x;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Rect box{x, rect.y, widths[i], rect.h};
    x += widths[i] + kGap;
    if (area.shows(box) && chip(ui, fmt::format("{}.{}", name, i), box, labels[i], {.selected = selected == i}))
      tapped = i;
  }
  return tapped;
}

std::optional<std::size_t> segments(Ui& ui, std::string_view name, Rect rect, const std::vector<std::string>& labels,
                                    std::size_t selected) {
  std::optional<std::size_t> tapped;
  const int count = static_cast<int>(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool is_selected = i == selected;
    const ButtonSpec spec{.label = labels[i], .kind = choice_kind(is_selected), .selected = is_selected};
    if (button(ui, fmt::format("{}.{}", name, i), rect.column(static_cast<int>(i), count, kGap), spec)) tapped = i;
  }
  return tapped;
}

bool switch_row(Ui& ui, std::string_view name, Rect rect, std::string_view label, bool on, std::string_view hint) {
  constexpr float kWidth = 64;
  constexpr float kHeight = 36;
  const Theme& t = ui.theme();
  Paint& paint = ui.paint();
  const float room = rect.w - kWidth - 16;
  const float hint_line = hint.empty() ? 0 : line_of(Type::Small);
  const FittedLabel words = fitted(paint, Type::Body, label, room, rect.h - hint_line);
  const bool cut = words.is_cut || paint.width(Type::Small, hint) > room;
  const ControlState state = ui.control(
      {.name = name, .rect = rect, .kind = ControlKind::Switch, .label = label, .selected = on, .label_cut = cut});
  if (state.press > 0) paint.fill(rect.inset(-8, 0), t.ink.faded(0.1f * state.press), kRowRadius);
  const float top = rect.y + (rect.h - height_of(words) - hint_line) / 2;
  const float y = draw_lines(paint, {rect.x, top, room, rect.h}, words, t.ink);
  if (!hint.empty()) {
    paint.text({rect.x, y}, paint.shortened(Type::Small, hint, room), Type::Small, t.ink2);
  }

  const float part = ui.ease(ControlId(std::string(name) + "#knob"), on ? 1.0f : 0.0f, kSwitchMotion);
  const Rect track{rect.right() - kWidth, rect.y + (rect.h - kHeight) / 2, kWidth, kHeight};
  paint.fill(track, mixed(t.surface2, t.primary, part), kHeight / 2);
  paint.outline(track, mixed(t.outline, t.primary, part), 2, kHeight / 2);
  const Point knob{track.x + kHeight / 2 + part * (kWidth - kHeight), track.centre().y};
  paint.circle(knob, 13, mixed(t.outline, t.on_primary, part));
  if (on) paint.icon(knob, icon::check, t.primary);
  if (state.focused) ui.draw_focus_ring(rect, kRowRadius);
  return state.tapped;
}

Step stepper(Ui& ui, std::string_view name, Rect rect, const StepperSpec& spec) {
  const Theme& t = ui.theme();
  const float key = spec.large ? 112.0f : rect.h;
  const float radius = spec.large ? kButtonRadius : rect.h / 2;
  const bool lined = t.is_terik();
  const PlateLook look{lined ? t.surface : t.surface2, t.ink, lined ? t.divider : kNone, 2};
  const auto round_key = [&](std::string_view part, Rect box, Icon icon, std::string_view label, bool enabled) {
    const ControlState state = ui.control({.name = fmt::format("{}.{}", name, part),
                                           .rect = box,
                                           .kind = ControlKind::Stepper,
                                           .label = label,
                                           .tap_on = TapOn::Press,
                                           .enabled = enabled,
                                           .repeats = icon != icon::trash});
    const Plate plate = draw_plate(ui, box, radius, look, state, enabled);
    ui.paint().icon(plate.rect.centre(), icon, plate.ink, IconWeight::Bold,
                    spec.large ? IconSize::Rail : IconSize::Button);
    return state.tapped;
  };
  Step step = Step::None;
  const Icon less = spec.shows_bin ? Icon(icon::trash) : Icon(icon::minus);
  if (round_key("minus", rect.left_part(key), less, "\u2212", spec.can_go_down)) step = Step::Less;
  if (round_key("plus", rect.right_part(key), icon::plus, "+", true)) step = Step::More;

  const Rect middle = rect.inset(key, 0);
  const ControlState number = ui.control(
      {.name = fmt::format("{}.qty", name), .rect = middle, .kind = ControlKind::Button, .label = spec.value});
  if (number.press > 0) ui.paint().fill(middle.inset(4), t.ink.faded(0.1f * number.press), kRowRadius);
  const Type type = spec.large ? Type::AmountM : Type::Title;
  const float width = ui.paint().width(type, spec.value);
  const Type fitting = width > middle.w - 4 ? Type::Strong : type;
  ui.paint().text(
      {middle.centre().x - ui.paint().width(fitting, spec.value) / 2, middle.centre().y - line_of(fitting) / 2},
      spec.value, fitting, t.ink);
  if (number.focused) ui.draw_focus_ring(middle, kRowRadius);
  if (number.tapped) step = Step::Number;
  return step;
}

}  // namespace lapak
