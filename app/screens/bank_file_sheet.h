// screens: a bank's CSV file: picked or dropped, read beside the frames, and taken over as the lines of an account.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/file_sheet.h"
#include "app/screens/screen.h"
#include "core/books/bank_commands.h"
#include "core/exchange/import.h"

namespace lapak {

class BankFileSheet {
 public:
  // Shows the files that lie where people keep them.
  void pick(Ui& ui, Intents& out);
  // Reads one.
  void read(const std::filesystem::path& file, Intents& out);
  // The accounts that are known, for the chips.
  void refresh(const std::vector<std::string>& accounts) { accounts_ = accounts; }
  // Drawn last, every frame. Names "bank_file.account", "bank_file.known.<i>", "bank_file.said", "bank_file.ok".
  void draw(Ui& ui, Intents& out);
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  struct Found {
    bool is_done = false;
    std::optional<Problem> problem;
    ImportCounts counts;
    ImportBank command;
  };
  void draw_found(Ui& ui, Rect area) const;

  FileSheet files_;
  bool is_open_ = false;
  std::string name_;     // of the file
  std::string account_;  // as the shop calls it
  std::vector<std::string> accounts_;
  std::shared_ptr<Found> found_ = std::make_shared<Found>();  // shared with the worker
};

}  // namespace lapak
