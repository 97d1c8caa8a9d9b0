// screens: which days a page of the books is about.
#include "app/screens/range_chips.h"

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
  for (int i = 0; i < months; ++i) first = first.plus_days(-1).first_of_month();
  return first;
}

}  // namespace

DateRange RangeChips::days(Date today) const {
  switch (range_) {
    case Range::ThisMonth:
      return {today.first_of_month(), today};
    case Range::Quarter:
      return {months_before(today, 2), today};
    case Range::Year:
      return {months_before(today, 11), today};
    case Range::Chosen:
      break;
  }
  return chosen_;
}

float RangeChips::width(Ui& ui) {
  float width = -kGap;
  for (const std::string_view label : kLabels) width += chip_width(ui, ui.words(label)) + kGap;
  return width;
}

bool RangeChips::draw(Ui& ui, Rect line, Date today) {
  float x = line.x;
  bool is_changed = false;
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    const std::string_view label = ui.words(kLabels[i]);
    const Rect place{x, line.y, chip_width(ui, label), line.h};
    x += place.w + kGap;
    const auto range = static_cast<Range>(i);
    const bool is_choice = range == Range::Chosen;
    if (!chip(ui, is_choice ? "books.choose" : fmt::format("books.range.{}", i), place, label,
              {.selected = range_ == range}))
      continue;
    if (is_choice) {
      choice_ = days(today);
      month_ = choice_.to;
      is_begun_ = false;
      is_choosing_ = true;
    } else {
      is_changed = range_ != range;
      range_ = range;
      ui.keep_drawing();
    }
  }
  return is_changed;
}

void RangeChips::draw_above(Ui& ui, Date today) {
  Sheet sheet(ui, "range", is_choosing_,
              {.title = ui.words(N_("Which days?")),
               .width = kDateGridSheet,
               .close_label = ui.words(N_("Close")),
               .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const auto named = [&](Date day) { return ui.words().weekday_date(day); };
  text(ui, content.top_part(28),
       is_begun_                    ? say(ui, N_("From {}. Now tap the last day."), named(choice_.from))
       : choice_.from == choice_.to ? named(choice_.from)
                                    : fmt::format("{} – {}", named(choice_.from), named(choice_.to)),
       {.type = Type::Strong, .align = Side::Centre, .name = "range.days"});
  if (const auto day = date_grid(ui, "range.day", {content.x, content.y + 48, content.w, date_grid_height()}, month_,
                                 {.today = today, .from = choice_.from, .to = choice_.to, .latest = today})) {
    const bool is_last = is_begun_ && *day >= choice_.from;
    choice_ = {is_last ? choice_.from : *day, *day};
    is_begun_ = !is_last;
  }
  if (button(ui, "range.ok", sheet.foot(),
             {.label = ui.words(N_("Show")), .kind = ButtonKind::Primary, .type = Type::Title})) {
    chosen_ = choice_;
    range_ = Range::Chosen;
    is_choosing_ = false;
  }
  if (sheet.dismissed()) is_choosing_ = false;
}

}  // namespace lapak
