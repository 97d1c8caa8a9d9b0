// window: whether the machine slept.
#include "app/window/sleep.h"

#include <ctime>

namespace lapak {
namespace {

constexpr double shortest_sleep_s = 1;

double seconds_of(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

bool SleepWatch::slept(double with_sleep_s, double awake_s) {
  const double apart_s = with_sleep_s - awake_s;
  const bool has_slept = apart_s_ && apart_s - *apart_s_ >= shortest_sleep_s;
  apart_s_ = apart_s;
  return has_slept;
}

bool SleepWatch::slept() {
  return slept(seconds_of(CLOCK_BOOTTIME), seconds_of(CLOCK_MONOTONIC));
}

}  // namespace lapak
