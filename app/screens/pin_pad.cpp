// screens: typing a PIN.
#include "app/screens/pin_pad.h"

#include <fmt/format.h>

#include <cmath>

#include "app/parts/text.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::size_t kDigits = 4;
constexpr float kShake = 10;
constexpr float kTurns = 3;

}  // namespace

NumberEntry PinPad::fresh() {
  NumberEntry entry(0, static_cast<int>(kDigits) + 1);
  entry.digit(1);
  return entry;
}

std::string PinPad::typed() const {
  return entry_.value() == 0 ? "" : fmt::format("{}", entry_.value()).substr(1);
}

void PinPad::clear() {
  entry_ = fresh();
  problem_.reset();
}

void PinPad::refuse(const Problem& problem) {
  clear();
  problem_ = problem;
  was_refused_ = true;
}

std::optional<std::string> PinPad::draw(Ui& ui, std::string_view name, Rect rect, std::string_view title) {
  const Theme& t = ui.theme();
  const std::string shake = fmt::format("{}#shake", name);
  if (was_refused_) ui.flash(shake);
  was_refused_ = false;
  const float shaking = ui.flashing(shake, kShake_ms);
  const float aside = ui.reduced_motion() ? 0 : kShake * shaking * std::sin(shaking * kTurns * 6.28f);
  const std::string before = typed();
  for (std::size_t i = 0; i < kDigits; ++i) {
    const Point dot{rect.centre().x + aside + (static_cast<float>(i) - 1.5f) * 48, rect.y + 32};
    const Color ink = problem_ ? t.danger : t.primary;
    ui.paint().circle(dot, 13, i < before.size() || shaking > 0 ? ink : t.outline);
    if (i >= before.size() && shaking == 0) ui.paint().circle(dot, 11, t.surface);
  }
  ui.note_text(fmt::format("{}.dots", name), {rect.centre().x - 96, rect.y, 192, 64}, std::string(before.size(), '*'),
               false, false);
  const std::string said = problem_ ? sentence(*problem_, ui.words(), ui.currency()) : std::string(title);
  text(ui, {rect.x, rect.y + 64, rect.w, 48}, said,
       {.type = Type::Body,
        .color = problem_ ? t.danger : t.ink2,
        .align = Side::Centre,
        .lines = 2,
        .name = fmt::format("{}.title", name)});
  const Rect keys{rect.x, rect.y + 120, rect.w, rect.h - 120};
  if (number_pad(ui, fmt::format("{}.key", name), keys, entry_, {.gap = kGridGap, .has_zeros = false})) {
    if (entry_.value() == 0) entry_ = fresh();
    if (!typed().empty()) problem_.reset();
  }
  const std::string pin = typed();
  if (pin.size() < kDigits) return std::nullopt;
  entry_ = fresh();
  return pin;
}

}  // namespace lapak
