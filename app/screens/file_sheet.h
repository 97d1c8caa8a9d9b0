// screens: the newest files of a kind that lie where people keep them: pictures, tables, shops. A sheet to choose one
// from, for who has no file manager at hand.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

enum class FileKind { Picture, Table, List, Shop };  // a list is a table, or vCards

// Whether a file's name says that it is of this kind.
bool is_of_kind(const std::filesystem::path& file, FileKind kind);

// Where desktops keep what people make and fetch, below a home folder, in the languages we speak.
std::vector<std::filesystem::path> folders_below(const std::filesystem::path& home);

class FileSheet {
 public:
  struct Wanted {
    FileKind kind = FileKind::Picture;
    std::string title;
    std::vector<std::filesystem::path> folders;  // none: those of $HOME and of every stick that is plugged in
    std::filesystem::path except = {};
  };
  // Looks for files (on the worker) and shows them.
  void open(Wanted wanted, Intents& out);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame: the file that was tapped. Names are "files.<i>".
  std::optional<std::filesystem::path> draw(Ui& ui);

 private:
  struct Search {
    bool is_done = false;
    std::vector<std::filesystem::path> files;
  };
  bool is_open_ = false;
  FileKind kind_ = FileKind::Picture;
  std::string title_;
  std::shared_ptr<Search> search_ = std::make_shared<Search>();
};

}  // namespace lapak
