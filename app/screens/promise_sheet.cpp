// screens: the day of a promise.
#include "app/screens/promise_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/date_grid.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/wording.h"

namespace lapak {

void PromiseSheet::open(Date day, Date today, std::vector<WeekLoad> loads, WeekCap cap) {
  day_ = month_ = day;
  today_ = today;
  loads_ = std::move(loads);
  cap_ = cap;
  is_open_ = true;
}

std::optional<Date> PromiseSheet::draw(Ui& ui) {
  std::optional<Date> chosen;
  Sheet sheet(ui, "promise", is_open_,
              {.title = ui.words(N_("Promised for")), .width = kDateGridSheet, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return chosen;
  const Rect content = sheet.content();
  const Rect grid = content.top_part(date_grid_height());
  if (const auto day =
          date_grid(ui, "promise.day", grid, month_, {.today = today_, .from = day_, .to = day_, .earliest = today_}))
    day_ = *day;
  WeekLoad week{.monday = monday_of(day_)};
  const auto found = std::ranges::find(loads_, week.monday, &WeekLoad::monday);
  if (found != loads_.end()) week = *found;
  text(ui, {content.x, grid.bottom() + 16, content.w, 60}, week_text(ui.words(), week, cap_),
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
