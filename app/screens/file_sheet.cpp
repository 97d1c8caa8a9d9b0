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
  if (const char* home = std::getenv("HOME"); home && *home) folders = folders_below(home);
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

std::vector<std::filesystem::path> newest_files(const FileSheet::Wanted& wanted) {
  std::vector<Dated> found;
  std::size_t looked_at = 0;
  // What lies deeper beside a shop are its backups: they are restored, not opened.
  const int deepest = wanted.kind == FileKind::Shop ? 0 : kDeepestFolder;
  for (const auto& folder : wanted.folders.empty() ? likely_folders() : wanted.folders) {
    look_in(folder, wanted.kind, deepest, looked_at, found);
  }
  std::ranges::sort(found, std::greater(), &Dated::written);
  std::vector<std::filesystem::path> files;
  for (Dated& file : found) {
    const bool is_known = std::ranges::find(files, file.path) != files.end();
    if (!is_known && file.path != wanted.except && files.size() < kMostFiles) files.push_back(std::move(file.path));
  }
  return files;
}

Icon icon_of(FileKind kind) {
  switch (kind) {
    case FileKind::Picture:
      return icon::image;
    case FileKind::Table:
    case FileKind::List:
      return icon::file_csv;
    case FileKind::Shop:
      return icon::storefront;
  }
  return icon::file;
}

std::string_view none_of(FileKind kind) {
  switch (kind) {
    case FileKind::Picture:
      return N_("No pictures found. Drop one on this window.");
    case FileKind::Table:
      return N_("No tables found. Drop a CSV file on this window.");
    case FileKind::List:
      return N_("No lists found. Drop a CSV file or contact cards (.vcf) on this window.");
    case FileKind::Shop:
      return N_("No other shop was found in your folders. Drop its file on this window.");
  }
  return {};
}

}  // namespace

bool is_of_kind(const std::filesystem::path& file, FileKind kind) {
  static constexpr std::array<std::string_view, 5> kPictures{".jpg", ".jpeg", ".png", ".webp", ".heic"};
  static constexpr std::array<std::string_view, 3> kTables{".csv", ".tsv", ".txt"};
  static constexpr std::array<std::string_view, 2> kCards{".vcf", ".vcard"};
  const std::string ending = folded(file.extension().string());
  const auto is_one_of = [&](const auto& endings) { return std::ranges::find(endings, ending) != endings.end(); };
  switch (kind) {
    case FileKind::Picture:
      return is_one_of(kPictures);
    case FileKind::Table:
      return is_one_of(kTables);
    case FileKind::List:
      return is_one_of(kTables) || is_one_of(kCards);
    case FileKind::Shop:
      return ending == ".lapak";
  }
  return false;
}

std::vector<std::filesystem::path> folders_below(const std::filesystem::path& home) {
  std::vector<std::filesystem::path> folders;
  for (const char* name : {"Downloads", "Unduhan", "Pictures", "Gambar", "Documents", "Dokumen", "Desktop", "DCIM"})
    folders.push_back(home / name);
  return folders;
}

void FileSheet::open(Wanted wanted, Intents& out) {
  is_open_ = true;
  kind_ = wanted.kind;
  title_ = wanted.title;
  search_ = std::make_shared<Search>();
  out.add(InBackground{[search = search_, wanted = std::move(wanted)](Progress&) -> Jobs::Afterwards {
                         return [search, files = newest_files(wanted)] {
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
  const auto& files = search_->files;
  if (files.empty()) {
    empty_state(ui, "files.none", content,
                {icon_of(kind_), ui.words(search_->is_done ? none_of(kind_) : N_("Looking for files…"))});
    return chosen;
  }
  RowList rows(ui, "files.list", content, {.count = files.size()});
  for (const RowList::Item& item : rows.visible()) {
    const std::filesystem::path& file = files[item.index];
    if (row(ui, fmt::format("files.{}", item.index), item.rect,
            {.title = file.filename().string(), .subtitle = file.parent_path().string(), .icon = icon_of(kind_)})) {
      chosen = file;
      is_open_ = false;
    }
  }
  return chosen;
}

}  // namespace lapak
