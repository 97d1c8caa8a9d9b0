// paper: drawing charts.
#include "core/paper/chart.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double heading_height = 22, bars_height = 78, axis = 12, below = 28;
constexpr double cell_height = 15, cell_gap = 1.5, row_labels = 30;
constexpr int shades = 5;
constexpr Ink pale{0xa9, 0xb6, 0xd8};
constexpr Ink steps[shades]{{0xdd, 0xe2, 0xf0}, {0xb3, 0xbf, 0xde}, {0x82, 0x95, 0xc4}, {0x52, 0x69, 0xa6}, kIndigo};

void put_bars(Page& page, const PaperChart& chart, double left, double top, double width) {
  const double base = top + bars_height - axis;
  const auto best = std::ranges::max_element(chart.amounts);
  const double step = width / static_cast<double>(chart.amounts.size()), thickness = std::min(step * 0.62, 34.0);
  double middle = left - step / 2;
  for (std::size_t i = 0; i < chart.amounts.size(); ++i) {
    middle += step;
    put_text(page, chart.columns[i], {Weight::Regular, 7, kSoft}, middle, base + 10, Align::Centre);
    const std::int64_t amount = chart.amounts[i];
    if (amount <= 0) continue;
    const double high = std::max(1.5, (base - top - 8) * (static_cast<double>(amount) / static_cast<double>(*best)));
    const bool is_best = static_cast<std::ptrdiff_t>(i) == best - chart.amounts.begin();
    put_box(page, middle - thickness / 2, base - high, thickness, high, is_best ? kIndigo : pale, 2);
    if (chart.shown.empty()) continue;
    const TextStyle label{is_best ? Weight::Bold : Weight::Regular, 6.5, is_best ? kIndigo : kSoft};
    if (is_best || text_width(chart.shown[i], label.weight, label.size) < step - 3)
      put_text(page, chart.shown[i], label, middle, base - high - 3, Align::Centre);
  }
  put_rule(page, left, left + width, base, kRule, 0.7);
}

void put_map(Page& page, const PaperChart& chart, double left, double top, double width) {
  const double step = (width - row_labels) / static_cast<double>(chart.columns.size());
  const std::int64_t most = std::ranges::max(chart.amounts);
  for (std::size_t row = 0; row < chart.rows.size(); ++row) {
    const double y = top + static_cast<double>(row) * cell_height;
    put_text(page, chart.rows[row], {Weight::Regular, 7, kSoft}, left, y + 10);
    for (std::size_t column = 0; column < chart.columns.size(); ++column) {
      const std::int64_t amount = chart.amounts[row * chart.columns.size() + column];
      const auto shade = static_cast<std::size_t>(
          amount <= 0 ? 0 : std::clamp<std::int64_t>((amount * shades + most - 1) / most, 1, shades));
      put_box(page, left + row_labels + static_cast<double>(column) * step, y, step - cell_gap, cell_height - cell_gap,
              shade == 0 ? kTint : steps[shade - 1], 2);
    }
  }
  const double base = top + static_cast<double>(chart.rows.size()) * cell_height;
  for (std::size_t column = 0; column < chart.columns.size(); ++column)
    put_text(page, chart.columns[column], {Weight::Regular, 7, kSoft},
             left + row_labels + (static_cast<double>(column) + 0.5) * step, base + 9, Align::Centre);
}

}  // namespace

double height_of(const PaperChart& chart) {
  return heading_height + below +
         (chart.rows.empty() ? bars_height - axis : static_cast<double>(chart.rows.size()) * cell_height);
}

double put_chart(Page& page, const PaperChart& chart, double left, double top, double width) {
  LAPAK_ASSERT(!chart.columns.empty());
  LAPAK_ASSERT(chart.amounts.size() == chart.columns.size() * std::max<std::size_t>(1, chart.rows.size()));
  LAPAK_ASSERT(chart.shown.empty() || chart.shown.size() == chart.amounts.size());
  put_text(page, chart.heading, {Weight::Bold, 9.5, kText}, left, top + 8);
  (chart.rows.empty() ? put_bars : put_map)(page, chart, left, top + heading_height, width);
  return top + height_of(chart);
}

}  // namespace lapak
