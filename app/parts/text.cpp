// parts: drawing texts and amounts.
#include "app/parts/text.h"

#include <algorithm>

namespace lapak {
namespace {

float start_x(Rect rect, float width, Side align) {
  switch (align) {
    case Side::Left:
      return rect.x;
    case Side::Centre:
      return rect.x + (rect.w - width) / 2;
    case Side::Right:
      return rect.right() - width;
  }
  return rect.x;
}

float start_y(Rect rect, float height, Upright upright) {
  switch (upright) {
    case Upright::Top:
      return rect.y;
    case Upright::Centre:
      return rect.y + (rect.h - height) / 2;
    case Upright::Bottom:
      return rect.bottom() - height;
  }
  return rect.y;
}

struct AmountRoles {
  Type number;
  Type unit;
};

AmountRoles roles_of(AmountSize size) {
  switch (size) {
    case AmountSize::Text:
      return {Type::Strong, Type::Strong};
    case AmountSize::Price:
      return {Type::Price, Type::Small};
    case AmountSize::Figure:
      return {Type::Headline, Type::Small};
    case AmountSize::Headline:
      return {Type::Headline, Type::Headline};
    case AmountSize::S:
      return {Type::AmountS, Type::Row};
    case AmountSize::M:
      return {Type::AmountM, Type::Title};
    case AmountSize::L:
      return {Type::AmountL, Type::Key};
    case AmountSize::Hero:
      return {Type::Hero, Type::HeroUnit};
  }
  return {Type::AmountM, Type::Title};
}

std::optional<Type> smaller(Type type) {
  switch (type) {
    case Type::Headline:
    case Type::Main:
      return Type::Title;
    case Type::Title:
      return Type::Button;
    case Type::Body:
      return Type::Small;
    case Type::Strong:
    case Type::Row:
    case Type::Chip:
    case Type::Button:
      return Type::SmallStrong;
    case Type::SmallStrong:
    case Type::Small:
      return Type::Nav;
    default:
      return std::nullopt;
  }
}

// What is only longer than its room, not itself named with a "…" at its end.
bool is_shortened(std::string_view last_line, std::string_view label) {
  return last_line.ends_with("\u2026") && !label.ends_with("\u2026");
}

bool breaks_at_spaces(std::string_view label, const std::vector<std::string>& lines) {
  std::size_t length = 0;
  for (const std::string& line : lines) length += line.size() + 1;
  return length == label.size() + 1;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct AmountParts {
  std::string_view unit;
  std::string digits;  // with the sign, which stands before the unit where it is written
};

AmountParts amount_parts(std::string_view formatted) {
  constexpr std::string_view kMinus = "\u2212";
  std::string_view number = formatted;
  std::string_view sign;
  if (number.starts_with(kMinus)) {
    sign = kMinus;
    number.remove_prefix(kMinus.size());
  }
  const auto first_digit = static_cast<std::size_t>(std::ranges::find_if(number, is_digit) - number.begin());
  std::string_view unit = number.substr(0, first_digit);
  number.remove_prefix(first_digit);
  while (unit.ends_with(' ')) unit.remove_suffix(1);
  if (unit.ends_with("\u00A0")) unit.remove_suffix(2);
  return {unit, std::string(sign) + std::string(number)};
}

float amount_width(const Paint& paint, std::string_view unit, std::string_view digits, AmountSize size) {
  const AmountRoles roles = roles_of(size);
  const float gap = unit.empty() ? 0 : style_of(roles.number).px * 0.2f;
  return paint.width(roles.unit, unit) + gap + paint.width(roles.number, digits);
}

}  // namespace

FittedLabel fitted(const Paint& paint, Type type, std::string_view label, float width, float height) {
  constexpr float kRounding = 0.75f;
  constexpr int kLines = 2;
  constexpr std::string_view kHyphen = "-";
  Type smallest = type;
  for (std::optional<Type> each = type; each; each = smaller(*each)) {
    smallest = *each;
    if (paint.width(*each, label) <= width + kRounding) return {.type = *each, .lines = {std::string(label)}};
    if (kLines * line_of(*each) > height) continue;
    std::vector<std::string> lines = paint.wrapped(*each, label, width, kLines);
    if (!is_shortened(lines.back(), label) && breaks_at_spaces(label, lines))
      return {.type = *each, .lines = std::move(lines)};
  }
  if (kLines * line_of(smallest) <= height) {  // a single long word is divided
    std::vector<std::string> lines = paint.wrapped(smallest, label, width - paint.width(smallest, kHyphen), kLines);
    const bool is_whole = !is_shortened(lines.back(), label);
    if (is_whole && !breaks_at_spaces(label, lines)) lines.front() += kHyphen;
    if (is_whole) return {.type = smallest, .lines = std::move(lines)};
  }
  return {.type = type, .lines = {paint.shortened(type, label, width)}, .is_cut = true};
}

float width_of(const Paint& paint, const FittedLabel& label) {
  float width = 0;
  for (const std::string& line : label.lines) width = std::max(width, paint.width(label.type, line));
  return width;
}

float height_of(const FittedLabel& label) {
  return line_of(label.type) * static_cast<float>(label.lines.size());
}

float draw_lines(Paint& paint, Rect room, const FittedLabel& label, Color color, Side align) {
  float y = room.y;
  for (const std::string& line : label.lines) {
    paint.text({start_x(room, paint.width(label.type, line), align), y}, line, label.type, color);
    y += line_of(label.type);
  }
  return y;
}

void text(Ui& ui, Rect rect, std::string_view content, const TextSpec& spec) {
  if (spec.lines <= 1 && content.contains('\n')) {  // typed in several lines, told in one
    std::string flat(content);
    std::ranges::replace(flat, '\n', ' ');
    text(ui, rect, flat, spec);
    return;
  }
  Paint& paint = ui.paint();
  const Color color = spec.color.value_or(ui.theme().ink);
  const float line = line_of(spec.type);
  bool cut = false;
  if (spec.lines <= 1 && spec.cut == Cut::Never) {
    const FittedLabel label = fitted(paint, spec.type, content, rect.w, rect.h);
    draw_lines(paint, {rect.x, start_y(rect, height_of(label), spec.upright), rect.w, rect.h}, label, color,
               spec.align);
    cut = label.is_cut;
  } else if (spec.lines <= 1) {
    const float width = paint.width(spec.type, content);
    cut = width > rect.w + 0.75f;
    const std::string shown = cut ? paint.shortened(spec.type, content, rect.w) : std::string();
    const std::string_view drawn = cut ? std::string_view(shown) : content;
    const float drawn_width = cut ? paint.width(spec.type, shown) : width;
    paint.text({start_x(rect, drawn_width, spec.align), start_y(rect, line, spec.upright)}, drawn, spec.type, color);
  } else {
    const FittedLabel label{.type = spec.type, .lines = paint.wrapped(spec.type, content, rect.w, spec.lines)};
    draw_lines(paint, {rect.x, start_y(rect, height_of(label), spec.upright), rect.w, rect.h}, label, color,
               spec.align);
    cut = !label.lines.empty() && is_shortened(label.lines.back(), content);
  }
  ui.note_text(spec.name, rect, content, cut, spec.cut == Cut::Names);
}

float width_of_amount(const Paint& paint, std::string_view formatted, AmountSize size) {
  const auto [unit, digits] = amount_parts(formatted);
  return amount_width(paint, unit, digits, size);
}

AmountSize fitting_size(const Paint& paint, std::string_view formatted, AmountSize size, float width) {
  const auto [unit, digits] = amount_parts(formatted);
  while (size != AmountSize::Text && amount_width(paint, unit, digits, size) > width)
    size = static_cast<AmountSize>(static_cast<int>(size) - 1);
  return size;
}

void amount(Ui& ui, Rect rect, std::string_view formatted, const AmountSpec& spec) {
  Paint& paint = ui.paint();
  const Color color = spec.color.value_or(ui.theme().ink);
  const auto [unit, digits] = amount_parts(formatted);
  const AmountSize size = fitting_size(paint, formatted, spec.size, rect.w);
  const AmountRoles roles = roles_of(size);
  const float width = amount_width(paint, unit, digits, size);
  const float x = start_x(rect, width, spec.align);
  // Big digits look centred when their own middle is, not that of their line.
  const float baseline = rect.centre().y + paint.em(roles.number) * kCapHeight_em / 2;
  const float y = baseline - paint.baseline(roles.number);
  paint.text({x, baseline - paint.baseline(roles.unit)}, unit, roles.unit, color);
  paint.text({x + width - paint.width(roles.number, digits), y}, digits, roles.number, color);
  ui.note_text(spec.name, rect, formatted, width > rect.w + 0.75f, false);
}

}  // namespace lapak
