// screens: the newest files, to pick one.
#include "app/screens/file_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kRowHeight = 72;

bool ends_so(const std::filesystem::path& path, const std::vector<std::string_view>& endings) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::find(endings, ending) != endings.end();
}

}  // namespace

std::vector<FoundFile> newest_files(const std::vector<std::filesystem::path>& folders,
                                    const std::vector<std::string_view>& endings, std::size_t most) {
  std::vector<FoundFile> found;
  for (const auto& folder : folders) {
    std::error_code failure;
    std::filesystem::directory_iterator entry(folder, std::filesystem::directory_options::skip_permission_denied,
                                              failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
      std::error_code gone;
      if (!ends_so(entry->path(), endings) || !entry->is_regular_file(gone)) continue;
      const auto changed = entry->last_write_time(gone);
      if (!gone) found.push_back({entry->path(), changed});
    }
  }
  std::ranges::sort(found, std::greater(), &FoundFile::changed);
  if (found.size() > most) found.resize(most);
  return found;
}

void FileChoice::open(std::vector<FoundFile> files) {
  files_ = std::move(files);
  is_open_ = true;
}

const FoundFile* FileChoice::draw(Ui& ui, std::string_view title, std::string_view when_empty) {
  Sheet sheet(ui, "files", is_open_, {.title = title, .close_label = ui.words(N_("Close"))});
  if (sheet.dismissed()) is_open_ = false;
  if (!sheet.visible()) return nullptr;
  const Rect area = sheet.content();
  if (files_.empty()) {
    text(ui, area.top_part(160), when_empty, {.color = ui.theme().ink2, .upright = Upright::Top, .lines = 5});
    return nullptr;
  }
  const FoundFile* chosen = nullptr;
  RowList rows(ui, "files.list", area, {.count = files_.size(), .row_height = kRowHeight});
  for (const auto& item : rows.visible()) {
    const FoundFile& file = files_[item.index];
    const std::string name = file.path.filename().string();
    const std::string folder = file.path.parent_path().string();
    if (row(ui, fmt::format("files.{}", item.index), item.rect,
            {.title = name, .subtitle = folder, .icon = icon::file}))
      chosen = &file;
  }
  if (chosen) is_open_ = false;
  return chosen;
}

}  // namespace lapak
