// screens: choosing the days of a report.
#include "app/screens/range_sheet.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/date_grid.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {

void RangeSheet::open(DateRange days) {
  choice_ = days;
  month_ = days.to;
  is_begun_ = false;
  is_open_ = true;
}

std::optional<DateRange> RangeSheet::draw(Ui& ui, Date today) {
  Sheet sheet(ui, "range", is_open_,
              {.title = ui.words(N_("Which days?")),
               .width = kDateGridSheet,
               .close_label = ui.words(N_("Close")),
               .foot = 80});
  if (!sheet.visible()) return std::nullopt;
  const Rect content = sheet.content();
  const auto quick = [&](std::string_view name, int place, std::string_view label, DateRange days) {
    if (!button(ui, name, content.top_part(56).column(place, 4, kGap), {.label = label, .kind = ButtonKind::Outline}))
      return;
    choice_ = days;
    month_ = days.to;
    is_begun_ = false;
  };
  const Date month = today.first_of_month(), year = Date::of(today.year(), 1, 1);
  quick("range.this_month", 0, ui.words(N_("This month")), {month, today});
  quick("range.last_month", 1, ui.words(N_("Last month")), {month.plus_days(-1).first_of_month(), month.plus_days(-1)});
  quick("range.this_year", 2, ui.words(N_("This year")), {year, today});
  quick("range.last_year", 3, ui.words(N_("Last year")), {Date::of(today.year() - 1, 1, 1), year.plus_days(-1)});
  const float below = content.y + 56;
  const std::string days = choice_.from == choice_.to ? ui.words().weekday_date(choice_.from)
                                                      : fmt::format("{} – {}", ui.words().weekday_date(choice_.from),
                                                                    ui.words().weekday_date(choice_.to));
  text(ui, {content.x, below + 16, content.w, 28},
       is_begun_ ? say(ui, N_("From {}. Now tap the last day."), ui.words().weekday_date(choice_.from)) : days,
       {.type = Type::Strong, .align = Side::Centre, .name = "range.days"});
  const Rect grid{content.x, below + 56, content.w, date_grid_height()};
  if (const auto day = date_grid(ui, "range.day", grid, month_,
                                 {.today = today, .from = choice_.from, .to = choice_.to, .latest = today})) {
    const bool is_last = is_begun_ && *day >= choice_.from;
    choice_ = {is_last ? choice_.from : *day, *day};
    is_begun_ = !is_last;
  }
  const bool is_settled = button(ui, "range.ok", sheet.foot(),
                                 {.label = ui.words(N_("Show")), .kind = ButtonKind::Primary, .type = Type::Title});
  if (is_settled || sheet.dismissed()) is_open_ = false;
  return is_settled ? std::optional(choice_) : std::nullopt;
}

}  // namespace lapak
