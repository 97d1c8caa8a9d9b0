// parts: a month of days to tap.
#include "app/parts/date_grid.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/text.h"
#include "core/words/words.h"

namespace lapak {
namespace {

constexpr float kArrow = 56;
constexpr float kNames = 28;
constexpr float kCell = 48;
constexpr int kWeeks = 6;
constexpr int kDays = 7;

int days_after_monday(Date day) {
  return (day.weekday() + 6) % kDays;
}

}  // namespace

float date_grid_height() {
  return kArrow + kGap + kNames + kWeeks * (kCell + kGap) - kGap;
}

std::optional<Date> date_grid(Ui& ui, std::string_view name, Rect rect, Date& shown, const DateGridSpec& spec) {
  const Theme& t = ui.theme();
  const Rect head = rect.top_part(kArrow);
  if (icon_button(ui, fmt::format("{}.before", name), head.left_part(kArrow), icon::caret_left,
                  ui.words(N_("The month before"))))
    shown = shown.first_of_month().plus_days(-1);
  if (icon_button(ui, fmt::format("{}.after", name), head.right_part(kArrow), icon::caret_right,
                  ui.words(N_("The month after"))))
    shown = shown.last_of_month().plus_days(1);
  text(ui, head.inset(kArrow + kGap, 0), ui.words().month(shown),
       {.type = Type::Title, .align = Side::Centre, .name = fmt::format("{}.month", name)});

  const Rect names{rect.x, head.bottom() + kGap, rect.w, kNames};
  for (int i = 0; i < kDays; ++i) {
    text(ui, names.column(i, kDays, kGap), ui.words().weekday_name((i + 1) % kDays),
         {.type = Type::Small, .color = t.ink2, .align = Side::Centre});
  }
  std::optional<Date> tapped;
  const Date last = shown.last_of_month();
  const int before = days_after_monday(shown.first_of_month());
  for (Date day = shown.first_of_month(); day <= last; day = day.plus_days(1)) {
    const int place = before + day.day() - 1;
    const Rect week{rect.x, names.bottom() + static_cast<float>(place / kDays) * (kCell + kGap), rect.w, kCell};
    const bool is_chosen = spec.from <= day && day <= spec.to;
    const bool is_end = day == spec.from || day == spec.to;
    const std::string number = fmt::format("{}", day.day());
    const ButtonSpec look{
        .label = number,
        .kind = is_chosen           ? ButtonKind::Tonal
                : day == spec.today ? ButtonKind::Outline
                                    : ButtonKind::Quiet,
        .selected = is_chosen && is_end,
        .enabled = (!spec.earliest || *spec.earliest <= day) && (!spec.latest || day <= *spec.latest)};
    if (button(ui, fmt::format("{}.{}", name, day.iso()), week.column(place % kDays, kDays, kGap), look)) tapped = day;
  }
  return tapped;
}

}  // namespace lapak
