// screens: making copies.
#include "app/screens/backup_run.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/screens/wording.h"
#include "core/words/sentences.h"

namespace lapak {

void BackupRun::refresh(const Shop& shop) {
  shop_ = shop.path();
  shop_name_ = shop.profile().name;
  folder_ = shop.profile().backup_folder.empty() ? shop_.parent_path() / "backups"
                                                 : std::filesystem::path(shop.profile().backup_folder);
  if (!sticks_) sticks_ = plugged_sticks(root_);
}

// One place that fails does not keep the other from its copy.
BackupRun::Attempt BackupRun::attempt(const std::filesystem::path& shop, const std::filesystem::path& folder,
                                      const std::string& name, Date business_date) {
  Attempt attempt;
  try {
    const auto copy = back_up_into(shop, folder, name, business_date);
    attempt.is_made = copy.has_value();
    if (!copy) attempt.problem = copy.error();
  } catch (const std::exception& failure) {
    spdlog::error("copy to {}: {}", folder.string(), failure.what());
  }
  return attempt;
}

void BackupRun::start(Intents& out, Date business_date) {
  if (!can_start()) return;
  run_ = std::make_shared<Run>();
  out.add(InBackground{[run = run_, shop = shop_, folder = folder_, root = root_, name = shop_name_,
                        business_date](Progress& progress) -> Jobs::Afterwards {
                         progress.set(0, 2);
                         std::vector<Attempt> attempts{attempt(shop, folder, name, business_date)};
                         attempts.back().place = folder.filename().string();
                         progress.set(1, 2);
                         if (const auto sticks = plugged_sticks(root); !sticks.empty()) {
                           attempts.push_back(attempt(shop, sticks.front().folder / "Lapak", name, business_date));
                           attempts.back().place = sticks.front().name;
                           attempts.back().is_stick = true;
                         }
                         return [run, attempts = std::move(attempts)] {
                           run->attempts = attempts;
                           run->is_over = true;
                         };
                       },
                       [run = run_](const std::exception&) { run->is_over = true; }});
}

bool BackupRun::is_done() const {
  return run_ && run_->is_over && std::ranges::any_of(run_->attempts, &Attempt::is_made);
}

bool BackupRun::has_failed() const {
  return run_ && run_->is_over && (run_->attempts.empty() || !std::ranges::all_of(run_->attempts, &Attempt::is_made));
}

bool BackupRun::take_end() {
  if (!run_ || !run_->is_over) return false;
  return !std::exchange(run_->is_told, true);
}

std::string BackupRun::says(const Ui& ui) const {
  if (is_running()) return std::string(ui.words("Copying and checking…"));
  const std::string folder = folder_.filename().string();
  if (!run_) {
    return !sticks_ || sticks_->empty()
               ? say(ui, N_("Saved in the folder {}"), folder)
               : say(ui, N_("Saved in the folder {} and on the stick “{}”"), folder, sticks_->front().name);
  }
  const auto why = [&](const Attempt& attempt) {
    return attempt.problem ? sentence(*attempt.problem, ui.words(), ui.currency())
                           : std::string(ui.words("Is the disk full or the stick gone?"));
  };
  const auto failed = std::ranges::find(run_->attempts, false, &Attempt::is_made);
  const auto made = std::ranges::find(run_->attempts, true, &Attempt::is_made);
  if (made == run_->attempts.end()) {
    const std::string reason = run_->attempts.empty() ? std::string() : why(run_->attempts.front());
    return say(ui, N_("The copy could not be made; the shop itself is safe. {}"), reason);
  }
  if (failed == run_->attempts.end()) {
    return run_->attempts.size() == 1 ? say(ui, N_("Copied to {} and checked."), made->place)
                                      : say(ui, N_("Copied to {} and to the stick “{}”, and checked."), made->place,
                                            run_->attempts.back().place);
  }
  return say(ui,
             made->is_stick ? N_("Copied to the stick “{0}”, but not to {1}: {2}")
                            : N_("Copied to {0}, but not to the stick “{1}”: {2}"),
             made->place, failed->place, why(*failed));
}

}  // namespace lapak
