// screens: which days a page of the books is about: this month, three months, twelve, or days chosen on a month.
#pragma once
#include "app/screens/range_sheet.h"

namespace lapak {

class RangeChips {
 public:
  // Whole months up to now, the first of them as many months ago as the chip says.
  DateRange days(Date today) const;
  // Names "books.range.<i>", "books.choose". True when another was chosen.
  bool draw(Ui& ui, Rect line, Date today);
  // How wide its line is.
  static float width(Ui& ui);
  // The sheet to choose days on, drawn last, every frame.
  void draw_sheet(Ui& ui, Date today);

 private:
  enum class Range { ThisMonth, Quarter, Year, Chosen };
  Range range_ = Range::ThisMonth;
  DateRange chosen_;
  RangeSheet sheet_;
};

}  // namespace lapak
