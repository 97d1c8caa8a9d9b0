// screens: making copies.
#include "app/screens/backup_run.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/screens/wording.h"
#include "core/sale/sale_store.h"
#include "core/words/sentences.h"

namespace lapak {

std::filesystem::path backup_folder(const Shop& shop) {
  const std::string& chosen = shop.profile().backup_folder;
  return chosen.empty() ? shop.path().parent_path() / "backups" : std::filesystem::path(chosen);
}

void BackupRun::refresh(const Shop& shop) {
  shop_ = shop.path();
  shop_name_ = shop.profile().name;
  folder_ = backup_folder(shop);
  today_ = shop.today();
  if (!sticks_) {
    sticks_ = plugged_sticks(root_);
    has_sold_ = last_sale(shop.facts()).has_value();
    if (const auto copies = copies_in(folder_, shop_name_); !copies.empty()) newest_copy_ = copies.front().moment.date;
  }
  if (is_done()) newest_copy_ = today_;
}

bool BackupRun::is_overdue() const {
  constexpr int longest_days = 3;
  return newest_copy_ ? today_.days - newest_copy_->days > longest_days : has_sold_;
}

// One place that fails does not keep the other from its copy.
BackupRun::Attempt BackupRun::attempt(const std::filesystem::path& shop, const std::filesystem::path& folder,
                                      const std::string& name, const CopyMoment& moment) {
  Attempt attempt;
  try {
    const auto copy = back_up_into(shop, folder, name, moment);
    attempt.is_made = copy.has_value();
    if (copy)
      thin_out_copies(folder, name);
    else
      attempt.problem = copy.error();
  } catch (const std::exception& failure) {
    spdlog::error("copy to {}: {}", folder.string(), failure.what());
  }
  return attempt;
}

void BackupRun::start(Intents& out, Date business_date) {
  if (can_start()) out.add(run(CopyMoment{business_date, {}}, {}));
}

InBackground BackupRun::run(const CopyMoment& moment, const std::optional<CopyMoment>& since) {
  LAPAK_ASSERT(can_start());
  run_ = std::make_shared<Run>();
  return {[run = run_, shop = shop_, folder = folder_, root = root_, name = shop_name_, moment,
           since](Progress& progress) -> Jobs::Afterwards {
            progress.set(0, 2);
            if (since)
              if (const auto copies = copies_in(folder, name);
                  !copies.empty() && is_later(copies.front().moment, *since))
                return [run] { run->is_over = run->is_told = true; };
            std::vector<Attempt> attempts{attempt(shop, folder, name, moment)};
            attempts.back().place = folder.filename().string();
            progress.set(1, 2);
            if (const auto sticks = plugged_sticks(root); !sticks.empty()) {
              attempts.push_back(attempt(shop, sticks.front().folder / "Lapak", name, moment));
              attempts.back().place = sticks.front().name;
              attempts.back().is_stick = true;
            }
            return [run, attempts = std::move(attempts)] {
              run->attempts = attempts;
              run->is_over = true;
            };
          },
          [run = run_](const std::exception&) { run->is_over = true; }};
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
    const std::string where = !sticks_ || sticks_->empty() ? say(ui, N_("Saved in the folder {}"), folder)
                                                           : say(ui, N_("Saved in the folder {} and on the stick “{}”"),
                                                                 folder, sticks_->front().name);
    if (!newest_copy_) return has_sold_ ? std::string(ui.words(N_("There is no copy yet."))) + ' ' + where : where;
    const int age = today_.days - newest_copy_->days;
    return (age <= 0   ? std::string(ui.words(N_("The newest copy is of today.")))
            : age == 1 ? std::string(ui.words(N_("The newest copy is of yesterday.")))
                       : say(ui, N_("The newest copy is {} days old."), ui.words().count(age))) +
           ' ' + where;
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
