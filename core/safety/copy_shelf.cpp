// safety: the shelf of copies.
#include "core/safety/copy_shelf.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "core/base/files.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".lapak";
constexpr std::string_view before_migration = ".before-schema-";
constexpr int share_of_disk = 10;
constexpr int last_minute = 24 * 60 - 1;

// "14.05"
std::optional<int> minute_of(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
  if (text.size() != 5 || text[2] != '.') return std::nullopt;
  const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::pair<Date, int> position_of(const CopyMoment& moment) {
  return {moment.date, moment.minute.value_or(last_minute)};
}

}  // namespace

bool is_later(const CopyMoment& one, const CopyMoment& than) {
  return position_of(one) > position_of(than);
}

std::optional<ShelvedCopy> copy_named(std::string_view file_name, std::string_view shop_name) {
  const std::string beginning = safe_file_name(shop_name) + ' ';
  if (!file_name.starts_with(beginning) || !file_name.ends_with(ending)) return std::nullopt;
  std::string_view rest = file_name.substr(beginning.size());
  rest.remove_suffix(ending.size());
  constexpr std::size_t date_length = 10;
  const std::optional<Date> date = parse_date(rest.substr(0, date_length));
  if (!date) return std::nullopt;
  ShelvedCopy copy{.file = {}, .moment = {*date, {}}, .number = {}, .bytes = 0};
  rest.remove_prefix(date_length);
  if (rest.empty()) return copy;
  if (rest.front() != ' ') return std::nullopt;
  rest.remove_prefix(1);
  copy.moment.minute = minute_of(rest.substr(0, rest.find(' ')));
  if (copy.moment.minute) rest.remove_prefix(std::min(rest.size(), rest.find(' ') == rest.npos ? rest.size() : 6));
  copy.number = rest;
  return copy.number.find(' ') == std::string::npos ? std::optional(copy) : std::nullopt;
}

std::vector<ShelvedCopy> copies_in(const fs::path& folder, std::string_view shop_name) {
  std::vector<ShelvedCopy> copies;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    std::error_code error;
    if (!entry.is_regular_file(error)) continue;
    std::optional<ShelvedCopy> copy = copy_named(entry.path().filename().string(), shop_name);
    if (!copy) continue;
    copy->file = entry.path();
    copy->bytes = entry.file_size(error);
    if (!error) copies.push_back(std::move(*copy));
  }
  std::ranges::sort(copies, std::greater(), [](const ShelvedCopy& copy) {
    return std::pair(position_of(copy.moment), copy.file.filename().string());
  });
  return copies;
}

std::vector<ShelvedCopy> making_room(const std::vector<ShelvedCopy>& copies, std::uint64_t most_bytes) {
  enum Keeps { Nothing, Hour, Day, Month };
  std::vector<Keeps> keeps(copies.size(), Nothing);
  const auto keep_newest_of_each = [&](std::size_t most, Keeps kind, const auto& period_of) {
    std::set<decltype(period_of(copies.front()))> seen;
    for (std::size_t i = 0; i < copies.size() && seen.size() < most; ++i)
      if (seen.insert(period_of(copies[i])).second) keeps[i] = std::max(keeps[i], kind);
  };
  keep_newest_of_each(kHourlyCopies, Hour, [](const ShelvedCopy& copy) {
    return std::pair(copy.moment.date, copy.moment.minute.value_or(last_minute) / 60);
  });
  keep_newest_of_each(kDailyCopies, Day, [](const ShelvedCopy& copy) { return copy.moment.date; });
  keep_newest_of_each(kMonthlyCopies, Month, [](const ShelvedCopy& copy) { return copy.moment.date.first_of_month(); });

  std::uint64_t kept_bytes = 0;
  for (std::size_t i = 0; i < copies.size(); ++i)
    if (keeps[i] != Nothing) kept_bytes += copies[i].bytes;
  for (const Keeps kind : {Hour, Day, Month})
    for (std::size_t i = copies.size(); i-- > 1 && kept_bytes > most_bytes;)
      if (keeps[i] == kind) {
        keeps[i] = Nothing;
        kept_bytes -= copies[i].bytes;
      }

  std::vector<ShelvedCopy> going;
  for (std::size_t i = 1; i < copies.size(); ++i)
    if (keeps[i] == Nothing) going.push_back(copies[i]);
  return going;
}

int thin_out_copies(const fs::path& folder, std::string_view shop_name) {
  std::error_code error;
  const fs::space_info disk = fs::space(folder, error);
  if (error) return 0;
  int gone = 0;
  for (const ShelvedCopy& copy : making_room(copies_in(folder, shop_name), disk.capacity / share_of_disk))
    gone += fs::remove(copy.file, error) ? 1 : 0;
  return gone;
}

int thin_out_migration_copies(const fs::path& shop) {
  const std::string beginning = shop.filename().string() + std::string(before_migration);
  std::vector<std::pair<int, fs::path>> copies;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::absolute(shop).parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(beginning)) continue;
    int schema = 0;
    const auto [end, failure] = std::from_chars(name.data() + beginning.size(), name.data() + name.size(), schema);
    if (failure == std::errc() && end == name.data() + name.size()) copies.emplace_back(schema, entry.path());
  }
  std::ranges::sort(copies, std::greater());
  int gone = 0;
  for (std::size_t i = kMigrationCopies; i < copies.size(); ++i) gone += fs::remove(copies[i].second, error) ? 1 : 0;
  return gone;
}

int thin_out_import_copies(const fs::path& shop) {
  const std::string beginning = shop.filename().string() + std::string(kBeforeImport);
  constexpr std::string_view moment = "2026-11-22-104200";
  std::vector<fs::path> copies;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::absolute(shop).parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && name.size() == beginning.size() + moment.size()) copies.push_back(entry.path());
  }
  std::ranges::sort(copies, std::greater());
  int gone = 0;
  for (std::size_t i = kImportCopies; i < copies.size(); ++i) gone += fs::remove(copies[i], error) ? 1 : 0;
  return gone;
}

}  // namespace lapak
