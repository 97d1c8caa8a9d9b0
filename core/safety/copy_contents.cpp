// safety: what a copy holds.
#include "core/safety/copy_contents.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <string_view>

#include "core/safety/shop_file.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

Instant instant_of(fs::file_time_type time) {
  const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

void look_for(const fs::path& folder, const std::function<bool(const std::string&)>& is_copy,
              std::vector<RestorableCopy>& found) {
  std::error_code none;  // a folder that is not there holds no copies
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    std::error_code error;
    if (!entry.is_regular_file(error) || !is_copy(entry.path().filename().string())) continue;
    RestorableCopy copy{.file = entry.path(), .made_at = {}, .bytes = entry.file_size(error), .contents = {}};
    if (const auto written = entry.last_write_time(error); !error) copy.made_at = instant_of(written);
    found.push_back(std::move(copy));
  }
}

bool fill_in(RestorableCopy& copy) {
  try {
    Result<CopyContents> contents = contents_of(copy.file);
    if (!contents) return false;
    copy.contents = std::move(*contents);
    return true;
  } catch (const DatabaseError&) {
    return false;  // what cannot be read today is no copy to offer
  }
}

}  // namespace

CopyContents contents_of(const Database& shop) {
  CopyContents contents;
  contents.head = journal_head(shop);
  contents.sales = shop.value<std::int64_t>("SELECT count(*) FROM sale WHERE source = ''").value_or(0);
  Rows last = shop.query("SELECT number, at FROM sale WHERE source = '' ORDER BY rowid DESC LIMIT 1");
  if (last.next()) {
    contents.last_number = last.get<std::string>(0);
    contents.last_sale_at = last.get<Instant>(1);
  }
  return contents;
}

Result<CopyContents> contents_of(const fs::path& copy) {
  if (const Result<Recognised> shop = recognise(copy); !shop) return std::unexpected(shop.error());
  try {
    return contents_of(Database::open_read_only(copy));
  } catch (const DatabaseError& error) {
    if (error.is_damaged()) return refuse(ProblemCode::ShopDamaged, copy.string());
    throw;
  }
}

std::optional<std::int64_t> sales_since(const CopyContents& copy, const Database& shop) {
  const auto known = shop.value<std::int64_t>("SELECT count(*) FROM journal WHERE seq = ? AND hash = ?", copy.head.seq,
                                              Blob(copy.head.hash));
  if (known != 1) return std::nullopt;
  return shop.value<std::int64_t>("SELECT count(*) FROM sale WHERE source = ''").value_or(0) - copy.sales;
}

std::vector<RestorableCopy> restorable_copies(const fs::path& shop, const std::vector<fs::path>& folders,
                                              std::size_t most) {
  std::vector<RestorableCopy> found;
  for (const fs::path& folder : std::set(folders.begin(), folders.end()))
    look_for(
        folder, [](const std::string& name) { return name.ends_with(".lapak") && !name.starts_with('.'); }, found);
  const std::string before = shop.filename().string() + ".before-";
  look_for(
      fs::absolute(shop).parent_path(),
      [&](const std::string& name) {
        return name.starts_with(before) && !name.ends_with("-wal") && !name.ends_with("-shm");
      },
      found);
  std::ranges::sort(found, std::greater(),
                    [](const RestorableCopy& copy) { return std::pair(copy.made_at.utc_ms, copy.file.string()); });
  std::vector<RestorableCopy> readable;
  for (RestorableCopy& copy : found)
    if (readable.size() < most && fill_in(copy)) readable.push_back(std::move(copy));
  return readable;
}

}  // namespace lapak
