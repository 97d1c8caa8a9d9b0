// screens: a copy of the shop by itself.
#include "app/screens/hourly_copy.h"

#include "core/journal/journal.h"
#include "core/shop/jobs.h"

namespace lapak {
namespace {

constexpr std::int64_t hour_ms = 60 * 60 * 1000;

CopyMoment moment_of(const Shop& shop, Instant at) {
  const LocalTime time = shop.profile().clock().local(at);
  return {time.date, time.hour * 60 + time.minute};
}

}  // namespace

void HourlyCopy::start_when_due(Shop& shop) {
  if (shop.path().empty() || shop.profile().is_demo || run_.is_running()) return;
  const Instant now = shop.now();
  // A clock that was set back does not stop the copies.
  if (tried_at_ <= now && now.utc_ms < tried_at_.utc_ms + hour_ms) return;
  const std::int64_t head = journal_head(shop.facts()).seq;
  if (head == copied_to_) return;
  copied_to_ = head;
  tried_at_ = now;
  run_.refresh(shop);
  InBackground copy = run_.run_hourly(moment_of(shop, now), moment_of(shop, Instant{now.utc_ms - hour_ms}));
  shop.jobs().submit(std::move(copy.work), std::move(copy.failed));
}

bool HourlyCopy::take_failure() {
  if (!run_.take_end()) return false;
  return std::exchange(is_failure_told_, run_.has_failed()) == false && is_failure_told_;
}

}  // namespace lapak
