// safety: the pause after wrong PINs. It stands in a file beside the shop, so that a restart does not end it.
//
// A PIN is a role switch between people who share a table, no lock against a thief: who can delete this file can read
// the shop. What it stops is trying out numbers at the till.
#pragma once
#include <cstdint>
#include <filesystem>

#include "core/base/clock.h"
#include "core/base/files.h"

namespace lapak {

inline constexpr int kPinMisses = 5;                  // in a row, then there is a pause
inline constexpr std::int64_t kPinPause_ms = 30'000;  // the first; each one after is twice as long
inline constexpr std::int64_t kLongestPinPause_ms = 960'000;

class PinPause {
 public:
  // Reads what an earlier run left beside `shop`; a path that is empty keeps it in memory. `files` outlives this.
  PinPause(Files& files, const std::filesystem::path& shop);

  // Milliseconds until the next try; 0: now. A clock that was set back does not make it longer than it was.
  std::int64_t remaining_ms(Instant now) const;
  void missed(Instant now);
  void matched();

 private:
  void write();

  Files& files_;
  std::filesystem::path file_;
  int misses_ = 0, pauses_ = 0;  // since the last right one
  Instant until_;
};

}  // namespace lapak
