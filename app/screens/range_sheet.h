// screens: which days? Two taps on a calendar, or a month or a year at once.
#pragma once
#include <optional>

#include "app/screens/screen.h"
#include "core/report/report.h"

namespace lapak {

class RangeSheet {
 public:
  // With these days chosen so far.
  void open(DateRange days);
  // Drawn last, every frame. The days in the frame they were settled. Names "range.day.…", "range.this_month", …,
  // "range.ok".
  std::optional<DateRange> draw(Ui& ui, Date today);

 private:
  bool is_open_ = false;
  DateRange choice_;
  Date month_;             // that is seen
  bool is_begun_ = false;  // its first day was tapped, its last comes next
};

}  // namespace lapak
