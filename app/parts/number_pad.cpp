// parts: typing numbers.
#include "app/parts/number_pad.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/plate.h"

namespace lapak {
namespace {

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

std::int64_t NumberEntry::value() const {
  const bool is_whole = typing_ == Typing::WholeFirst && behind_ < 0 && !prefilled_;
  return is_whole ? value_ * power_of_ten(decimals_) : value_;
}

void NumberEntry::digit(int d) {
  if (prefilled_) clear();
  if (digits_ == 0 && d == 0 && behind_ < 0) return;
  if (behind_ >= 0) {  // behind a typed separator: fills the places after it
    if (behind_ >= decimals_) return;
    value_ += d * power_of_ten(decimals_ - behind_ - 1);
    ++behind_;
    ++digits_;
    return;
  }
  if (digits_ >= most_digits_) return;
  value_ = value_ * 10 + d;
  ++digits_;
}

void NumberEntry::zeros(int count) {
  if (prefilled_) clear();
  if (digits_ + count > most_digits_) return;
  for (int i = 0; i < count; ++i) digit(0);
}

void NumberEntry::separator() {
  if (decimals_ == 0 || behind_ >= 0) return;
  if (prefilled_) clear();
  int digits = 0;
  for (std::int64_t left = value_; left > 0; left /= 10) ++digits;
  if (digits + decimals_ > most_digits_) return;
  value_ *= power_of_ten(decimals_);
  digits_ = digits + decimals_;
  behind_ = 0;
}

void NumberEntry::backspace() {
  if (prefilled_) {
    clear();
    return;
  }
  if (behind_ > 0 && typing_ == Typing::WholeFirst) {
    value_ -= value_ % power_of_ten(decimals_ - behind_ + 1);
    --behind_;
    --digits_;
    return;
  }
  if (behind_ >= 0) {  // back to cents first: the digits that were typed stay
    value_ /= power_of_ten(decimals_ - behind_);
    if (behind_ > 0) value_ /= 10;
    behind_ = -1;
  } else {
    value_ /= 10;
  }
  digits_ = 0;
  for (std::int64_t left = value_; left > 0; left /= 10) ++digits_;
}

void NumberEntry::clear() {
  *this = NumberEntry(decimals_, most_digits_, typing_);
}

void NumberEntry::prefill(std::int64_t value) {
  clear();
  value_ = value;
  prefilled_ = true;
}

bool number_pad(Ui& ui, std::string_view name, Rect rect, NumberEntry& entry, const NumberPadSpec& spec) {
  const Theme& t = ui.theme();
  const float key_height = (rect.h - 3 * spec.gap) / 4;
  PlateLook look{t.surface, t.ink, {0, 0, 0, 0}, 2, Elevation::Card};
  bool changed = false;
  const std::int64_t before = entry.value();
  const bool was_prefilled = entry.prefilled();
  const auto box = [&](int row, int column) {
    const Rect line{rect.x, rect.y + static_cast<float>(row) * (key_height + spec.gap), rect.w, key_height};
    return line.column(column, 3, spec.gap);
  };
  const auto key = [&](std::string_view part, Rect place, std::string_view label, Icon icon) {
    const ControlState state = ui.control({.name = fmt::format("{}.{}", name, part),
                                           .rect = place,
                                           .kind = ControlKind::Key,
                                           .label = label,
                                           .tap_on = TapOn::Press,
                                           .has_long_press = icon == icon::backspace});
    const Plate plate = draw_plate(ui, place, kButtonRadius, look, state, true);
    if (icon) {
      ui.paint().icon(plate.rect.centre(), icon, plate.ink, IconWeight::Bold, IconSize::Rail);
    } else {
      const bool is_number = label.front() >= '0' && label.front() <= '9';
      const Type type = is_number ? Type::Key : Type::Button;
      ui.paint().text(
          {plate.rect.centre().x - ui.paint().width(type, label) / 2, plate.rect.centre().y - line_of(type) / 2}, label,
          type, plate.ink);
    }
    ui.draw_hold_ring(state.id, plate.rect.centre(), 34, t.focus);
    return state;
  };
  for (int digit = 1; digit <= 9; ++digit) {
    const std::string label = fmt::format("{}", digit);
    if (key(label, box((digit - 1) / 3, (digit - 1) % 3), label, {}).tapped) entry.digit(digit);
  }
  if (entry.typing() == NumberEntry::Typing::WholeFirst) {
    const bool is_comma = ui.words().number_style() == NumberStyle::CommaDecimal;
    if (key("separator", box(3, 0), is_comma ? "," : ".", {}).tapped) entry.separator();
  } else if (spec.has_zeros) {
    const int zeros = entry.decimals() == 0 ? 3 : 2;
    if (key("zeros", box(3, 0), zeros == 3 ? "000" : "00", {}).tapped) entry.zeros(zeros);
  } else if (!spec.corner.empty()) {
    changed = key("corner", box(3, 0), spec.corner, {}).tapped;
  }
  if (key("0", box(3, 1), "0", {}).tapped) entry.digit(0);
  const ControlState back = key("backspace", box(3, 2), "\u232B", icon::backspace);
  if (back.tapped) entry.backspace();
  if (back.long_pressed) entry.clear();

  if (spec.takes_keyboard) {
    for (const char c : ui.typed_for_sure()) {
      if (c >= '0' && c <= '9') entry.digit(c - '0');
      if (c == '.' || c == ',') entry.separator();
    }
    if (ui.shortcut({Key::Backspace})) entry.backspace();
  }
  return changed || entry.value() != before || entry.prefilled() != was_prefilled;
}

}  // namespace lapak
