// screens: the day an order is promised for, chosen freely.
#pragma once
#include <optional>
#include <vector>

#include "app/screens/screen.h"
#include "core/order/custom_order.h"

namespace lapak {

class PromiseSheet {
 public:
  void open(Date day, Date today, std::vector<WeekLoad> loads, WeekCap cap);
  // Drawn last, every frame; the day that was chosen. Names "promise.day.2026-11-22", "promise.load",
  // "promise.ok".
  std::optional<Date> draw(Ui& ui);

 private:
  Date day_, today_, month_;  // the month that is seen
  std::vector<WeekLoad> loads_;
  WeekCap cap_;
  bool is_open_ = false;
};

}  // namespace lapak
