// window: whether the machine slept: a lid that was closed.
#pragma once
#include <optional>

namespace lapak {

// Linux counts the seconds since the start twice: with the time asleep (CLOCK_BOOTTIME) and without (CLOCK_MONOTONIC);
// see clock_gettime(2). Between two looks they drift apart by the sleep and by nothing else.
class SleepWatch {
 public:
  // True when it slept between the last look and this one. Seconds.
  bool slept(double with_sleep_s, double awake_s);
  bool slept();  // asks the machine

 private:
  std::optional<double> apart_s_;
};

}  // namespace lapak
