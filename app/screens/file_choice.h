// screens: a sheet with the newest files of some kind, to pick one by tapping. For who has no file manager at hand.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

struct FoundFile {
  std::filesystem::path path;
  std::filesystem::file_time_type changed;
};

// Files in these folders (not below them) whose names end so, in any case; the newest first. What cannot be read is
// left out.
std::vector<FoundFile> newest_files(const std::vector<std::filesystem::path>& folders,
                                    const std::vector<std::string_view>& endings, std::size_t most);

class FileChoice {
 public:
  void open(std::vector<FoundFile> files);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // The file that was tapped in this frame; then it closes. Names "files", "files.0" …
  const FoundFile* draw(Ui& ui, std::string_view title, std::string_view when_empty);

 private:
  std::vector<FoundFile> files_;
  bool is_open_ = false;
};

}  // namespace lapak
