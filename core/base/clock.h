// base: the seam to the machine's clock. Rules never ask for the time; they are handed it.
#pragma once
#include "core/base/date.h"

namespace lapak {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// A clock that a test, the demo shop and the screenshots set by hand.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void advance_ms(std::int64_t milliseconds) { now_.utc_ms += milliseconds; }

 private:
  Instant now_;
};

}  // namespace lapak
