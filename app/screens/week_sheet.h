// screens: how much a week holds.
#pragma once
#include "app/screens/screen.h"
#include "core/order/custom_order.h"

namespace lapak {

class WeekSheet {
 public:
  void open(const Profile& profile);
  // Drawn last, every frame. Names "week.slots", "week.hours", "week.ok".
  void draw(Ui& ui, Intents& out);

 private:
  Profile profile_;
  bool is_open_ = false;
};

}  // namespace lapak
