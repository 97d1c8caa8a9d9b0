// report: a range of days as few sums: whole years, months and days, some of them taken off. Pure.
//
// From the 2nd to the 31st is the month less the 1st. However long the range, that is one sum a year and at most some
// fifty for its ends.
#pragma once
#include <string>
#include <vector>

#include "core/base/date.h"

namespace lapak {

struct CoveredPeriod {
  std::string period;  // "2026", "2026-11" or "2026-11-22"
  int sign = 1;        // −1: within a period of the cover, but outside the range
  friend bool operator==(const CoveredPeriod&, const CoveredPeriod&) = default;
};
// Asserts: from ≤ to.
std::vector<CoveredPeriod> period_cover(Date from, Date to);

}  // namespace lapak
