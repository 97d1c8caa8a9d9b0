// safety: the shelf of copies: which copies of a shop a folder holds, which are kept and which make room for new ones.
//
// A copy tells by its name whose it is, of which day and hour, and up to which receipt; nothing else is taken for one,
// so nothing that somebody else put there is ever removed.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace lapak {

// When a copy was made, on the shop's clock.
struct CopyMoment {
  Date date;
  std::optional<int> minute;  // of that day; none: the copy of the whole day, which stands after those of its hours
};

bool is_later(const CopyMoment& one, const CopyMoment& than);

struct ShelvedCopy {
  std::filesystem::path file;
  CopyMoment moment;
  std::string number;  // of the last receipt in it, or empty
  std::uint64_t bytes = 0;
};

// The copies of the shop of that name, newest first. A folder that is not there holds none. Asks the disk; any thread.
std::vector<ShelvedCopy> copies_in(const std::filesystem::path& folder, std::string_view shop_name);

// What a file name says; nullopt when it names no copy of that shop. `file` and `bytes` are not set.
std::optional<ShelvedCopy> copy_named(std::string_view file_name, std::string_view shop_name);

inline constexpr std::size_t kHourlyCopies = 24;
inline constexpr std::size_t kDailyCopies = 14;
inline constexpr std::size_t kMonthlyCopies = 12;
inline constexpr std::size_t kMigrationCopies = 3;
inline constexpr std::size_t kImportCopies = 3;
inline constexpr std::string_view kBeforeImport = ".before-import-";

// Which of these (newest first) make room: all but the newest of each of the last 24 hours that have one, of the last
// 14 days and of the last 12 months; and of those as many of the oldest as must go for `most_bytes`: first hours, then
// days, then months. The newest of all is always kept. Pure.
std::vector<ShelvedCopy> making_room(const std::vector<ShelvedCopy>& copies, std::uint64_t most_bytes);

// Removes them, for a tenth of the disk at most. What cannot be removed stays. Returns how many went. Any thread.
int thin_out_copies(const std::filesystem::path& folder, std::string_view shop_name);
// The same for the copies made beside a shop before migrations and before imports: the last three stay of each.
int thin_out_migration_copies(const std::filesystem::path& shop);
int thin_out_import_copies(const std::filesystem::path& shop);

}  // namespace lapak
