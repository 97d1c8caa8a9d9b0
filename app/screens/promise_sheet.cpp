// screens: the day of a promise.
#include "app/screens/promise_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"

namespace lapak {

void PromiseSheet::open(Date day, Date today, std::vector<WeekLoad> loads, WeekCap cap) {
  day_ = day;
  today_ = today;
  loads_ = std::move(loads);
  cap_ = cap;
  is_open_ = true;
}

std::optional<Date> PromiseSheet::draw(Ui& ui) {
  std::optional<Date> chosen;
  Sheet sheet(ui, "promise", is_open_, {.title = ui.words(N_("Promised for")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return chosen;
  const Rect content = sheet.content();
  float y = content.y;
  const auto step = [&](std::string_view name, std::string_view label, int days, const std::string& shown) {
    caption(ui, content.x, y, content.w, ui.words(label));
    const Step taken = stepper(ui, name, {content.x, y + 28, content.w, 64},
                               {.value = shown, .can_go_down = day_.plus_days(-days) >= today_});
    if (taken == Step::Less) day_ = std::max(today_, day_.plus_days(-days));
    if (taken == Step::More) day_ = day_.plus_days(days);
    y += 112;
  };
  step("promise.day", N_("Day"), 1, ui.words().weekday_date(day_));
  step("promise.week", N_("Week"), 7, ui.words().short_date(monday_of(day_)));
  WeekLoad week{.monday = monday_of(day_)};
  const auto found = std::ranges::find(loads_, week.monday, &WeekLoad::monday);
  if (found != loads_.end()) week = *found;
  text(ui, {content.x, y, content.w, 60}, week_text(ui.words(), week, cap_),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2, .name = "promise.load"});
  if (button(ui, "promise.ok", content.bottom_part(80),
             {.label = ui.words(N_("Save")), .icon = icon::check, .kind = ButtonKind::Primary, .type = Type::Main})) {
    chosen = day_;
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  return chosen;
}

}  // namespace lapak
