// screens: a verified copy of the shop, made by the worker, and what came of it.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/safety/backup.h"
#include "core/safety/stick.h"

namespace lapak {

class BackupRun {
 public:
  // Remembers where the shop and its copies lie, and which sticks are plugged in.
  void refresh(const Shop& shop);
  // Copies to the folder for copies, and to the first stick when one is there.
  void start(Intents& out);

  bool is_running() const { return result_ && !result_->is_done; }
  bool is_done() const { return result_ && result_->is_done && !result_->copies.empty(); }
  // One sentence: what was made, what went wrong, or where it would go.
  std::string says(const Ui& ui) const;
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<Stick>& sticks() const { return sticks_; }

 private:
  struct Outcome {
    bool is_done = false;
    std::vector<BackupCopy> copies;
    std::optional<Problem> problem;
    std::string failure;
  };
  std::filesystem::path shop_;
  std::filesystem::path folder_;
  std::string shop_name_;
  Date business_date_;
  std::vector<Stick> sticks_;
  bool has_looked_ = false;
  std::shared_ptr<Outcome> result_;
};

}  // namespace lapak
