// safety: a shop's file before it is opened.
#include "core/safety/shop_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <utility>

#include "core/base/hex.h"
#include "core/db/schema.h"

namespace lapak {
namespace {

constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};

// The first bytes of a SQLite file, as its file format describes them: big-endian numbers at fixed places.
struct FileHeader {
  std::array<char, 100> bytes{};

  std::uint32_t number(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
  }
  bool is_sqlite() const { return std::string_view(bytes.data(), sqlite_magic.size()) == sqlite_magic; }
  std::uint64_t page_bytes() const {
    const std::uint32_t size = number(16) >> 16;
    return size == 1 ? 65'536 : size;
  }
  std::uint64_t pages() const { return number(28); }
  std::int64_t schema() const { return number(60); }
  std::int64_t application() const { return number(68); }
};

std::string said(const std::filesystem::path& path) {
  return path.string();
}

// Asks SQLite, because what the file's head says may stand in the log still.
Result<Recognised> ask_sqlite(const std::filesystem::path& shop) {
  try {
    const Database database = Database::open_read_only(shop);
    if (!is_shop(database)) return refuse(ProblemCode::NotAShop, said(shop));
    const std::int64_t schema = schema_of(database);
    if (schema > current_schema()) return refuse(ProblemCode::ShopNewer, said(shop), schema, current_schema());
    if (schema < 1) return refuse(ProblemCode::ShopDamaged, said(shop));
    static_cast<void>(journal_head(database));
    static_cast<void>(current_epoch(database));
    return Recognised{schema};
  } catch (const DatabaseError& error) {
    if (error.is_damaged()) return refuse(ProblemCode::ShopDamaged, said(shop));
    if (error.is_read_only()) return refuse(ProblemCode::ShopReadOnly, said(shop));
    throw;
  }
}

}  // namespace

std::filesystem::path beside(const std::filesystem::path& shop, std::string_view ending) {
  std::filesystem::path path = shop;
  path += ending;
  return path;
}

Result<Recognised> recognise(const std::filesystem::path& shop) {
  std::error_code error;
  const auto status = std::filesystem::status(shop, error);
  if (!std::filesystem::exists(status)) return refuse(ProblemCode::FileMissing, said(shop));
  if (!std::filesystem::is_regular_file(status)) return refuse(ProblemCode::NotAShop, said(shop));
  std::ifstream file(shop, std::ios::binary);
  if (!file) return refuse(ProblemCode::FileUnreadable, said(shop));
  FileHeader header;
  file.read(header.bytes.data(), static_cast<std::streamsize>(header.bytes.size()));
  const bool is_whole_header = file.gcount() == static_cast<std::streamsize>(header.bytes.size());
  if (!is_whole_header || !header.is_sqlite()) {
    // Where a witness stands a shop once was.
    const bool was_shop = std::filesystem::exists(beside(shop, ".head"), error);
    return refuse(was_shop ? ProblemCode::ShopDamaged : ProblemCode::NotAShop, said(shop));
  }
  const auto log_bytes = std::filesystem::file_size(beside(shop, "-wal"), error);
  if (error || log_bytes == 0) {
    if (header.application() != kApplicationId) return refuse(ProblemCode::NotAShop, said(shop));
    if (header.schema() > current_schema())
      return refuse(ProblemCode::ShopNewer, said(shop), header.schema(), current_schema());
    if (std::filesystem::file_size(shop) < header.pages() * header.page_bytes())
      return refuse(ProblemCode::ShopDamaged, said(shop));
  }
  return ask_sqlite(shop);
}

std::optional<FileIdentity> identity_of(const std::filesystem::path& path) {
  struct stat card {};
  if (::stat(path.c_str(), &card) != 0) return std::nullopt;
  return FileIdentity{card.st_dev, card.st_ino};
}

Result<ShopLock> ShopLock::take(const std::filesystem::path& shop) {
  const std::filesystem::path lock = beside(shop, ".lock");
  const std::filesystem::path folder = std::filesystem::absolute(shop).parent_path();
  const bool is_there = ::access(shop.c_str(), F_OK) == 0;
  if ((is_there && ::access(shop.c_str(), W_OK) != 0) || ::access(folder.c_str(), W_OK) != 0)
    return refuse(ProblemCode::ShopReadOnly, said(shop));
  const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    if (errno == EACCES || errno == EROFS || errno == EPERM) return refuse(ProblemCode::ShopReadOnly, said(shop));
    throw FileError(lock, errno);
  }
  ShopLock taken(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return taken;
  if (errno == EWOULDBLOCK) return refuse(ProblemCode::ShopOpenElsewhere, said(shop));
  throw FileError(lock, errno);
}

ShopLock::ShopLock(ShopLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
ShopLock& ShopLock::operator=(ShopLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
ShopLock::~ShopLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void write_witness(Files& files, const std::filesystem::path& shop, const Head& head) {
  files.overwrite_unsynced(beside(shop, ".head"), std::to_string(head.seq) + ' ' + hex(head.hash) + '\n');
}

Result<void> check_witness(const Files& files, const std::filesystem::path& shop, const Database& database) {
  constexpr std::size_t hash_digits = 2 * std::tuple_size_v<Hash>;
  const std::optional<std::string> text = files.read(beside(shop, ".head"), 4'096);
  if (!text) return {};
  std::int64_t seq = 0;
  const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), seq);
  const std::string_view rest(end, static_cast<std::size_t>(text->data() + text->size() - end));
  if (failure != std::errc() || seq < 1 || rest.size() != hash_digits + 2 || rest.front() != ' ' || rest.back() != '\n')
    return {};
  const auto here = database.value<std::string>("SELECT lower(hex(hash)) FROM journal WHERE seq = ?", seq);
  if (here != rest.substr(1, hash_digits)) return refuse(ProblemCode::ShopOlderThanSeen, said(shop));
  return {};
}

}  // namespace lapak
