// screens: which days a page of the books is about.
#include "app/screens/book_days.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/date_grid.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array<std::string_view, 4> kLabels{N_("This month"), N_("3 months"), N_("12 months"), N_("Choose…")};

Date months_before(Date day, int months) {
  Date first = day.first_of_month();
  while (months-- > 0) first = first.plus_days(-1).first_of_month();
  return first;
}

}  // namespace

BookDays::Span BookDays::span(Date today) const {
  switch (choice_) {
    case Choice::Month:
      return {today.first_of_month(), today};
    case Choice::Quarter:
      return {months_before(today, 2), today};
    case Choice::Year:
      return {months_before(today, 11), today};
    case Choice::Chosen:
      break;
  }
  return chosen_;
}

void BookDays::draw(Ui& ui, Rect line, Date today) {
  float x = line.x;
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    const std::string_view label = ui.words(kLabels[i]);
    const float width = std::max(120.0f, chip_width(ui, label));
    const auto choice = static_cast<Choice>(i);
    if (chip(ui, i + 1 < kLabels.size() ? fmt::format("days.{}", i) : "days.choose", {x, line.y, width, 48}, label,
             {.selected = choice_ == choice})) {
      if (choice == Choice::Chosen) {
        choosing_ = span(today);
        month_ = choosing_.to;
        is_begun_ = false;
        is_open_ = true;
      } else {
        choice_ = choice;
        ui.keep_drawing();
      }
    }
    x += width + kGap;
  }
}

void BookDays::draw_sheet(Ui& ui, Date today) {
  const Words& words = ui.words();
  Sheet sheet(
      ui, "days", is_open_,
      {.title = words(N_("Which days?")), .width = kDateGridSheet, .close_label = words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, content.top_part(32),
       is_begun_ ? say(ui, N_("From {}. Now tap the last day."), words.weekday_date(choosing_.from))
                 : fmt::format("{} – {}", words.weekday_date(choosing_.from), words.weekday_date(choosing_.to)),
       {.type = Type::Strong, .align = Side::Centre, .name = "days.said"});
  const Rect grid{content.x, content.y + 48, content.w, date_grid_height()};
  if (const auto day = date_grid(ui, "days.day", grid, month_,
                                 {.today = today, .from = choosing_.from, .to = choosing_.to, .latest = today})) {
    const bool is_last = is_begun_ && *day >= choosing_.from;
    choosing_ = {is_last ? choosing_.from : *day, *day};
    is_begun_ = !is_last;
  }
  if (button(ui, "days.ok", sheet.foot(),
             {.label = words(N_("Show")), .kind = ButtonKind::Primary, .type = Type::Title})) {
    chosen_ = choosing_;
    choice_ = Choice::Chosen;
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
