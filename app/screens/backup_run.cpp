// screens: making copies.
#include "app/screens/backup_run.h"

#include "app/screens/wording.h"
#include "core/words/sentences.h"

namespace lapak {

void BackupRun::refresh(const Shop& shop) {
  shop_ = shop.path();
  shop_name_ = shop.profile().name;
  business_date_ = shop.today();
  folder_ = shop.profile().backup_folder.empty() ? shop_.parent_path() / "backups"
                                                 : std::filesystem::path(shop.profile().backup_folder);
  if (!has_looked_) sticks_ = plugged_sticks();
  has_looked_ = true;
}

void BackupRun::start(Intents& out) {
  if (is_running() || shop_.empty()) return;
  result_ = std::make_shared<Outcome>();
  std::vector<std::filesystem::path> folders{folder_};
  if (!sticks_.empty()) folders.push_back(sticks_.front().folder / "Lapak");
  out.add(InBackground{[result = result_, folders, shop = shop_, name = shop_name_,
                        day = business_date_](Progress& progress) -> Jobs::Afterwards {
                         Outcome made;
                         for (std::size_t i = 0; i < folders.size(); ++i) {
                           progress.set(static_cast<int>(i), static_cast<int>(folders.size()));
                           const auto copy = back_up_into(shop, folders[i], name, day);
                           if (copy) {
                             made.copies.push_back(*copy);
                           } else {
                             made.problem = copy.error();
                           }
                         }
                         made.is_done = true;
                         return [result, made = std::move(made)] { *result = made; };
                       },
                       [result = result_](const std::exception& failure) {
                         result->failure = failure.what();
                         result->is_done = true;
                       }});
}

std::string BackupRun::says(const Ui& ui) const {
  if (is_running()) return std::string(ui.words("Copying and checking…"));
  if (!result_) {
    return sticks_.empty()
               ? say(ui, N_("Goes to {}"), folder_.filename().string())
               : say(ui, N_("Goes to {} and to the stick “{}”"), folder_.filename().string(), sticks_.front().name);
  }
  if (result_->copies.empty()) {
    return result_->problem
               ? sentence(*result_->problem, ui.words(), ui.currency())
               : std::string(ui.words("The copy could not be made. The shop itself is safe; try another folder."));
  }
  const std::string where = result_->copies.back().file.string();
  if (result_->problem) return say(ui, N_("Copied to {}; the other copy could not be made."), where);
  return say(ui, N_("Copied and checked: {}"), where);
}

}  // namespace lapak
