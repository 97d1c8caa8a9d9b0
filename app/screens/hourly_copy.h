// screens: a copy of the shop by itself, for each hour in which something was written.
#pragma once
#include <cstdint>

#include "app/screens/backup_run.h"

namespace lapak {

class HourlyCopy {
 public:
  // Starts one on the worker when the journal went on since the last and an hour has passed. Not for the sample shop.
  // Call while nothing happens.
  void start_when_due(Shop& shop);
  // True once after a copy could not be made, and not again before one could.
  bool take_failure();

 private:
  BackupRun run_;
  std::int64_t copied_to_ = 0;  // the journal's number at the last try
  Instant tried_at_;
  bool is_failure_told_ = false;
};

}  // namespace lapak
