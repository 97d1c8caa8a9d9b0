// parts: a month of days to tap: a day of a promise, the days of a report.
#pragma once
#include <optional>
#include <string_view>

#include "app/parts/ui.h"
#include "core/base/date.h"

namespace lapak {

// Sheets that hold one: seven columns of targets, on small windows too.
inline constexpr float kDateGridSheet = 484;

struct DateGridSpec {
  Date today;                                   // marked
  Date from, to;                                // what is chosen, both days with it
  std::optional<Date> earliest = std::nullopt;  // none before it can be tapped
  std::optional<Date> latest = std::nullopt;
};

float date_grid_height();

// Weeks begin on Monday. `shown` is any day of the month that is seen; the arrows move it by a month. Gives the day
// that was tapped. Names: `name`.before, `name`.after, `name`.2026-11-22.
std::optional<Date> date_grid(Ui& ui, std::string_view name, Rect rect, Date& shown, const DateGridSpec& spec);

}  // namespace lapak
