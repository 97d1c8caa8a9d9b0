// window: power supplies.
#include "app/window/power.h"

#include <fstream>
#include <string>

namespace lapak {
namespace {

std::string word_in(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string word;
  in >> word;
  return word;
}

}  // namespace

PowerSource power_source(const std::filesystem::path& supplies) {
  bool drains = false;
  std::error_code none;  // a folder that is not there names no supplies
  for (const auto& supply : std::filesystem::directory_iterator(supplies, none)) {
    const std::filesystem::path& at = supply.path();
    const std::string type = word_in(at / "type");
    if (type != "Battery" && word_in(at / "online") == "1") return PowerSource::Mains;
    const bool is_ours = type == "Battery" && word_in(at / "scope") != "Device";
    drains = drains || (is_ours && word_in(at / "status") == "Discharging");
  }
  return drains ? PowerSource::Battery : PowerSource::Mains;
}

PowerSource PowerWatch::at(double now_s) {
  if (now_s >= asked_s_ + kAskAgain_s) {
    source_ = power_source(supplies_);
    asked_s_ = now_s;
  }
  return source_;
}

}  // namespace lapak
