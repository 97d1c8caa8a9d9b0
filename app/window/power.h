// window: what the machine runs on, as Linux tells it in /sys/class/power_supply.
#pragma once
#include <filesystem>

namespace lapak {

enum class PowerSource { Mains, Battery };

// Where nothing is told (a PC, a machine in a virtual one) it is the mains. Batteries of mice and phones do not count.
PowerSource power_source(const std::filesystem::path& supplies = "/sys/class/power_supply");

// Asks seldom: it is a handful of files, and a plug is not pulled every second.
class PowerWatch {
 public:
  static constexpr double kAskAgain_s = 30;
  explicit PowerWatch(std::filesystem::path supplies = "/sys/class/power_supply") : supplies_(std::move(supplies)) {}
  PowerSource at(double now_s);

 private:
  std::filesystem::path supplies_;
  PowerSource source_ = PowerSource::Mains;
  double asked_s_ = -kAskAgain_s;
};

}  // namespace lapak
