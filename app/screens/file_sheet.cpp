// screens: choosing a file.
#include "app/screens/file_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "core/base/text.h"
#include "core/safety/stick.h"

namespace lapak {
namespace {

constexpr std::size_t kMostFiles = 60;
constexpr std::size_t kMostLookedAt = 5000;
constexpr int kDeepestFolder = 2;

std::vector<std::filesystem::path> likely_folders() {
  std::vector<std::filesystem::path> folders;
  const char* home = std::getenv("HOME");
  if (home && *home) {
    folders.emplace_back(home);
    for (const char* name : {"Pictures", "Gambar", "Downloads", "Unduhan", "Desktop", "Documents", "Dokumen", "DCIM"})
      folders.push_back(folders.front() / name);
  }
  for (const Stick& stick : plugged_sticks()) folders.push_back(stick.folder);
  return folders;
}

struct Dated {
  std::filesystem::path path;
  std::filesystem::file_time_type written;
};

// Folders that cannot be read are passed over: there is nothing to say about them.
void look_in(const std::filesystem::path& folder, FileKind kind, int deepest, std::size_t& looked_at,
             std::vector<Dated>& found) {
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (++looked_at > kMostLookedAt) return;
    if (it->path().filename().string().starts_with('.')) continue;
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      if (deepest > 0) look_in(it->path(), kind, deepest - 1, looked_at, found);
    } else if (it->is_regular_file(ignored) && is_of_kind(it->path(), kind)) {
      found.push_back({it->path(), it->last_write_time(ignored)});
    }
  }
}

std::vector<Dated> newest_files(FileKind kind) {
  std::vector<Dated> found;
  std::size_t looked_at = 0;
  const auto folders = likely_folders();
  for (std::size_t i = 0; i < folders.size(); ++i) {
    look_in(folders[i], kind, i == 0 ? 0 : kDeepestFolder, looked_at, found);
  }
  std::ranges::sort(found, std::greater(), &Dated::written);
  if (found.size() > kMostFiles) found.resize(kMostFiles);
  return found;
}

}  // namespace

bool is_of_kind(const std::filesystem::path& file, FileKind kind) {
  static constexpr std::array kPictures{".jpg", ".jpeg", ".png", ".webp", ".heic"};
  static constexpr std::array kTables{".csv", ".tsv", ".txt"};
  const std::string ending = folded(file.extension().string());
  return kind == FileKind::Picture ? std::ranges::find(kPictures, ending) != kPictures.end()
                                   : std::ranges::find(kTables, ending) != kTables.end();
}

void FileSheet::open(FileKind kind, std::string title, Intents& out) {
  is_open_ = true;
  kind_ = kind;
  title_ = std::move(title);
  search_ = std::make_shared<Search>();
  out.add(InBackground{[search = search_, kind](Progress&) -> Jobs::Afterwards {
                         std::vector<Found> files;
                         for (const Dated& file : newest_files(kind))
                           files.push_back({file.path, file.path.parent_path().filename().string()});
                         return [search, files = std::move(files)] {
                           search->files = files;
                           search->is_done = true;
                         };
                       },
                       [search = search_](const std::exception&) { search->is_done = true; }});
}

std::optional<std::filesystem::path> FileSheet::draw(Ui& ui) {
  std::optional<std::filesystem::path> chosen;
  Sheet sheet(ui, "files", is_open_, {.title = title_, .close_label = ui.words("Close")});
  if (!sheet.visible()) return chosen;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content{sheet.content().x, 80, sheet.content().w, ui.height() - 96};
  const std::vector<Found>& files = search_->files;
  if (files.empty()) {
    const std::string_view says = !search_->is_done ? ui.words("Looking for files…")
                                  : kind_ == FileKind::Picture
                                      ? ui.words("No pictures found. Drop one on this window.")
                                      : ui.words("No tables found. Drop a CSV file on this window.");
    empty_state(ui, "files.none", content,
                {kind_ == FileKind::Picture ? Icon(icon::image) : Icon(icon::file_csv), says});
    return chosen;
  }
  RowList rows(ui, "files.list", content, {.count = files.size()});
  for (const RowList::Item& item : rows.visible()) {
    const Found& file = files[item.index];
    if (row(ui, fmt::format("file.{}", item.index), item.rect,
            {.title = file.path.filename().string(),
             .subtitle = file.folder,
             .icon = kind_ == FileKind::Picture ? Icon(icon::image) : Icon(icon::file_csv)})) {
      chosen = file.path;
      is_open_ = false;
    }
  }
  return chosen;
}

}  // namespace lapak
