// screens: the newest files of a kind that lie where people keep them: pictures, tables. A sheet to choose one from.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

enum class FileKind { Picture, Table };

// Whether a file's name says that it is of this kind.
bool is_of_kind(const std::filesystem::path& file, FileKind kind);

class FileSheet {
 public:
  // Looks for files (on the worker) and shows them.
  void open(FileKind kind, std::string title, Intents& out);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame: the file that was tapped. Names are "file.<i>".
  std::optional<std::filesystem::path> draw(Ui& ui);

 private:
  struct Found {
    std::filesystem::path path;
    std::string folder;
  };
  struct Search {
    bool is_done = false;
    std::vector<Found> files;
  };
  bool is_open_ = false;
  std::string title_;
  FileKind kind_ = FileKind::Picture;
  std::shared_ptr<Search> search_ = std::make_shared<Search>();
};

}  // namespace lapak
