// screens: which days a page of the books is about.
#include "app/screens/range_chips.h"

#include <array>

#include "app/parts/button.h"
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
      sheet_.open(days(today));
    } else {
      is_changed = range_ != range;
      range_ = range;
      ui.keep_drawing();
    }
  }
  return is_changed;
}

void RangeChips::draw_sheet(Ui& ui, Date today) {
  const auto chosen = sheet_.draw(ui, today);
  if (!chosen) return;
  chosen_ = *chosen;
  range_ = Range::Chosen;
}

}  // namespace lapak
