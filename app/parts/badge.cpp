// parts: pills and counts.
#include "app/parts/badge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lapak {
namespace {

constexpr float kHeight = 30;

struct ToneColors {
  Color ground;
  Color ink;
};

ToneColors colors_of(const Theme& t, Tone tone) {
  switch (tone) {
    case Tone::Neutral:
      return {t.surface2, t.ink};
    case Tone::Primary:
      return {t.primary_c, t.on_primary_c};
    case Tone::Success:
      return {t.success_c, t.on_success_c};
    case Tone::Warning:
      return {t.warning_c, t.on_warning_c};
    case Tone::Danger:
      return {t.danger_c, t.on_danger_c};
  }
  return {t.surface2, t.ink};
}

}  // namespace

float pill_width(Ui& ui, const Pill& spec) {
  return ui.paint().width(Type::Badge, spec.label) + 20 + (spec.icon ? 26.0f : 0.0f);
}

Rect pill(Ui& ui, Point at, const Pill& spec) {
  const ToneColors colors = colors_of(ui.theme(), spec.tone);
  const Rect box{at.x, at.y, pill_width(ui, spec), kHeight};
  ui.paint().fill(box, colors.ground, kHeight / 2);
  if (ui.theme().is_terik()) ui.paint().outline(box, colors.ink, 2, kHeight / 2);
  float x = box.x + 10;
  if (spec.icon) {
    ui.paint().icon({x + 11, box.centre().y}, spec.icon, colors.ink);
    x += 26;
  }
  ui.paint().text({x, box.y + (kHeight - line_of(Type::Badge)) / 2}, spec.label, Type::Badge, colors.ink);
  ui.note_text({}, box, spec.label, false, false);
  return box;
}

void count_badge(Ui& ui, std::string_view name, Point centre, int number) {
  if (number <= 0) return;
  const Theme& t = ui.theme();
  // The number itself glides towards its value unseen; while it does, the badge swells and sinks.
  const auto target = static_cast<float>(number);
  const float shown = ui.ease(ControlId(std::string(name) + "#count"), target,
                              {kBadge_ms, 0, Curve::Linear, Curve::Linear}, target - 1);
  const float left = std::clamp(target - shown, 0.0f, 1.0f);
  const float swell = ui.reduced_motion() ? 0 : 0.18f * std::sin(left * std::numbers::pi_v<float>);
  const std::string label = fmt::format("{}", number);
  const float width = std::max(36.0f, ui.paint().width(Type::Price, label) + 20) * (1 + swell);
  const float height = 36 * (1 + swell);
  const Rect box{centre.x - width / 2, centre.y - height / 2, width, height};
  ui.paint().fill(box, t.surface, height / 2);
  ui.paint().fill(box.inset(2), t.primary, height / 2 - 2);
  ui.paint().text(
      {box.centre().x - ui.paint().width(Type::Price, label) / 2, box.centre().y - line_of(Type::Price) / 2}, label,
      Type::Price, t.on_primary);
  ui.note_text({}, box, label, false, false);
}

}  // namespace lapak
