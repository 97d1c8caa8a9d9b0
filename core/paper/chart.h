// paper: charts as marks: upright bars, and a map of rows and columns from light to dark. Told apart by length and by
// darkness, so that a grey printer shows all of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/paper/layout.h"

namespace lapak {

struct PaperChart {
  std::string heading;
  std::vector<std::string> columns;   // the labels under it
  std::vector<std::string> rows;      // of a map the labels beside it; none: upright bars
  std::vector<std::int64_t> amounts;  // a bar each, or the map row by row; only how they compare is drawn, ≤ 0 nothing
  std::vector<std::string> shown;     // above each bar where it fits, above the highest always; may be none
};

// How high it will be.
double height_of(const PaperChart& chart);
// Gives the y below it.
double put_chart(Page& page, const PaperChart& chart, double left, double top, double width);

}  // namespace lapak
