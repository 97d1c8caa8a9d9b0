// parts: charts: upright bars, a map of hours and weekdays. Told apart by length and by light and dark, never by hue
// alone, so that they can be read in the sun and on grey paper.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

struct Bar {
  std::string label;
  double value = 0;
  std::string shown;  // above the bar, or empty
  bool highlighted = false;
};
// Upright bars with labels under them; every bar that has a `shown` carries it where there is room.
void bar_chart(Ui& ui, std::string_view name, Rect rect, const std::vector<Bar>& bars);
// The same, to be touched: the index of the bar that was, by keys the one after `chosen`, which is drawn in the second
// colour. What is told of it is the caller's.
std::optional<std::size_t> read_bars(Ui& ui, std::string_view name, std::string_view label, Rect rect,
                                     std::vector<Bar> bars, std::optional<std::size_t> chosen);

struct HeatMap {
  std::vector<std::string> columns, rows;  // their labels
  std::vector<double> values;              // row by row; ≤ 0 is nothing
};
// Five steps from light to dark. The index of the cell that was touched, by keys the one after `chosen`, which is
// framed.
std::optional<std::size_t> heat_map(Ui& ui, std::string_view name, std::string_view label, Rect rect,
                                    const HeatMap& map, std::optional<std::size_t> chosen);

}  // namespace lapak
