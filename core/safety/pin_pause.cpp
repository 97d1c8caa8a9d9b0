// safety: the pause after wrong PINs.
#include "core/safety/pin_pause.h"

#include <algorithm>
#include <sstream>

#include "core/safety/shop_file.h"

namespace lapak {
namespace {

constexpr std::uint64_t most_bytes = 100;

std::int64_t length_of(int pause) {
  return std::min(kPinPause_ms << std::clamp(pause - 1, 0, 10), kLongestPinPause_ms);
}

}  // namespace

PinPause::PinPause(Files& files, const std::filesystem::path& shop) : files_(files) {
  if (shop.empty()) return;
  file_ = beside(shop, ".pin");
  try {
    const auto bytes = files_.read(file_, most_bytes);
    std::istringstream text(bytes.value_or(std::string()));
    int misses = 0, pauses = 0;
    std::int64_t until = 0;
    if (!(text >> misses >> pauses >> until) || misses < 0 || pauses < 0) return;
    misses_ = misses;
    pauses_ = pauses;
    until_ = Instant{until};
  } catch (const FileError&) {
    // Unreadable: the shop opens all the same.
  }
}

std::int64_t PinPause::remaining_ms(Instant now) const {
  if (pauses_ == 0) return 0;
  return std::clamp<std::int64_t>(until_.utc_ms - now.utc_ms, 0, length_of(pauses_));
}

void PinPause::missed(Instant now) {
  if (++misses_ >= kPinMisses) {
    misses_ = 0;
    ++pauses_;
    until_ = Instant{now.utc_ms + length_of(pauses_)};
  }
  write();
}

void PinPause::matched() {
  if (misses_ == 0 && pauses_ == 0) return;
  misses_ = pauses_ = 0;
  until_ = {};
  write();
}

void PinPause::write() {
  if (file_.empty()) return;
  try {
    files_.overwrite_unsynced(
        file_, std::to_string(misses_) + ' ' + std::to_string(pauses_) + ' ' + std::to_string(until_.utc_ms) + '\n');
  } catch (const FileError&) {
    // A disk that takes nothing does not keep the owner out; in memory the pause holds.
  }
}

}  // namespace lapak
