// screens: verified copies of the shop, made by the worker into the folder for copies and onto a stick when one is
// plugged in, and what came of it in a sentence.
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

// Where the shop's copies go: what its card says, or "backups" beside it.
std::filesystem::path backup_folder(const Shop& shop);

class BackupRun {
 public:
  // Sticks are looked for below `root`.
  explicit BackupRun(std::filesystem::path root = "/") : root_(std::move(root)) {}

  // Remembers where the shop and its copies lie; looks for sticks and for the newest copy the first time only.
  void refresh(const Shop& shop);
  // Copies to the folder, and to the first stick that is there by then; copies that are too many make room.
  void start(Intents& out, Date business_date);
  // The same of an hour, unless the folder has a copy that was made after `since`.
  InBackground run_hourly(const CopyMoment& now, const CopyMoment& since) { return run(now, since); }

  bool can_start() const { return !is_running() && !shop_.empty(); }
  bool is_running() const { return run_ && !run_->is_over; }
  // At least one copy was made and checked.
  bool is_done() const;
  bool has_failed() const;  // at least one was not
  // True once after each run.
  bool take_end();
  // No copy of the last three days, although there is something to copy.
  bool is_overdue() const;
  // One sentence: what was made, what went wrong, or where it would go.
  std::string says(const Ui& ui) const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  struct Attempt {
    std::string place;  // the folder's or the stick's name
    bool is_stick = false;
    bool is_made = false;
    std::optional<Problem> problem;  // none when the machine failed
  };
  struct Run {
    bool is_over = false;
    bool is_told = false;
    std::vector<Attempt> attempts;
  };
  InBackground run(const CopyMoment& moment, const std::optional<CopyMoment>& since);
  static Attempt attempt(const std::filesystem::path& shop, const std::filesystem::path& folder,
                         const std::string& name, const CopyMoment& moment);

  std::filesystem::path root_;
  std::filesystem::path shop_;
  std::filesystem::path folder_;
  std::string shop_name_;
  Date today_;
  std::optional<Date> newest_copy_;
  bool has_sold_ = false;
  std::optional<std::vector<Stick>> sticks_;
  std::shared_ptr<Run> run_;  // shared with the worker: the screen may be left meanwhile
};

}  // namespace lapak
