// report: a range of days as few sums.
#include "core/report/period_cover.h"

#include <algorithm>

#include "core/base/check.h"

namespace lapak {
namespace {

std::string month_period(Date day) {
  return day.iso().substr(0, 7);
}

// Days of one month.
void cover_days(Date from, Date to, std::vector<CoveredPeriod>& cover) {
  const Date first = from.first_of_month(), last = from.last_of_month();
  const int wanted = to.days - from.days + 1, all = last.days - first.days + 1;
  if (wanted <= all - wanted) {
    for (Date day = from; day <= to; day = day.plus_days(1)) cover.push_back({day.iso(), 1});
    return;
  }
  cover.push_back({month_period(from), 1});
  for (Date day = first; day < from; day = day.plus_days(1)) cover.push_back({day.iso(), -1});
  for (Date day = to.plus_days(1); day <= last; day = day.plus_days(1)) cover.push_back({day.iso(), -1});
}

// Days of one year.
void cover_months(Date from, Date to, std::vector<CoveredPeriod>& cover) {
  const int first_whole = from.day() == 1 ? from.month() : from.month() + 1;
  const int last_whole = to == to.last_of_month() ? to.month() : to.month() - 1;
  const auto month = [&](int m) { return month_period(Date::of(from.year(), m, 1)); };
  if (first_whole > last_whole) {
    if (from.month() == to.month()) return cover_days(from, to, cover);
  } else if (const int wanted = last_whole - first_whole + 1; wanted <= 12 - wanted) {
    for (int m = first_whole; m <= last_whole; ++m) cover.push_back({month(m), 1});
  } else {
    cover.push_back({from.iso().substr(0, 4), 1});
    for (int m = 1; m < first_whole; ++m) cover.push_back({month(m), -1});
    for (int m = last_whole + 1; m <= 12; ++m) cover.push_back({month(m), -1});
  }
  if (from.day() != 1) cover_days(from, from.last_of_month(), cover);
  if (to != to.last_of_month()) cover_days(to.first_of_month(), to, cover);
}

}  // namespace

std::vector<CoveredPeriod> period_cover(Date from, Date to) {
  LAPAK_ASSERT(from <= to);
  std::vector<CoveredPeriod> cover;
  for (int year = from.year(); year <= to.year(); ++year)
    cover_months(std::max(from, Date::of(year, 1, 1)), std::min(to, Date::of(year, 12, 31)), cover);
  return cover;
}

}  // namespace lapak
