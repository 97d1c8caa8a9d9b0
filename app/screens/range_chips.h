// screens: which days a page of the books is about: this month, three months, twelve, or days chosen on a month.
#pragma once
#include <string>

#include "app/parts/ui.h"
#include "core/report/report.h"

namespace lapak {

class RangeChips {
 public:
  // Whole months up to now, the first of them as many months ago as the chip says.
  DateRange days(Date today) const;
  // Names "books.range.<i>", "books.choose". True when another was chosen.
  bool draw(Ui& ui, Rect line, Date today);
  // How wide its line is.
  static float width(Ui& ui);
  // The sheet to choose days on, drawn last. Names "range.day.2026-11-22", "range.days", "range.ok".
  void draw_above(Ui& ui, Date today);

 private:
  enum class Range { ThisMonth, Quarter, Year, Chosen };
  Range range_ = Range::ThisMonth;
  DateRange chosen_;
  bool is_choosing_ = false;
  DateRange choice_;       // while it is made
  Date month_;             // that is seen
  bool is_begun_ = false;  // its first day was tapped, its last comes next
};

}  // namespace lapak
