// screens: reading the shop's file whole after the start.
#include "app/screens/soundness_watch.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "core/shop/soundness.h"

namespace lapak {

void SoundnessWatch::begin_once(const Shop& shop) {
  if (jobs_ || shop.path().empty()) return;
  jobs_ = std::make_unique<Jobs>();
  jobs_->submit(
      [path = shop.path(), is_damaged = is_damaged_](Progress& progress) -> Jobs::Afterwards {
        const auto found = check_soundness(path, [&] { return progress.is_cancelled(); });
        if (!found) {
          spdlog::error("soundness: {} was refused with code {}", path.string(), static_cast<int>(found.error().code));
        } else {
          // Where, but not what: a row may hold somebody's name.
          for (const std::string& difference : found->differences)
            spdlog::error("soundness: {}", difference.substr(0, difference.find(':')));
        }
        // A file that is gone or locked is told of where it is needed; only what it says is looked at here.
        const bool is_bad = found ? !found->is_clean() : found.error().code == ProblemCode::ShopDamaged;
        return [is_damaged, is_bad] { *is_damaged = is_bad; };
      },
      [](const std::exception& failure) { spdlog::error("soundness: {}", failure.what()); });
}

bool SoundnessWatch::take_damage() {
  if (!jobs_) return false;
  jobs_->drain();
  return std::exchange(*is_damaged_, false);
}

void SoundnessWatch::finish() {
  if (jobs_) jobs_->finish();
}

}  // namespace lapak
