// safety: a shop's file before it is opened: whose it is, whether it may be used, and whether it is the newest known.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/files.h"
#include "core/base/problem.h"
#include "core/db/database.h"
#include "core/journal/journal.h"

namespace lapak {

// What a file says it is. Only reads: the file stays byte for byte.
// Problems: FileMissing, FileUnreadable, NotAShop, ShopNewer, ShopDamaged (cut short, or it cannot be read).
struct Recognised {
  std::int64_t schema = 0;
};
Result<Recognised> recognise(const std::filesystem::path& shop);

// The right to be the one program that uses a shop, held until it is destroyed or the process ends. It is a lock on
// `<shop>.lock`, which stays behind empty. Other connections of the same process need none.
class ShopLock {
 public:
  // The file need not be there yet. Problems: ShopOpenElsewhere, ShopReadOnly (it or its folder cannot be written).
  static Result<ShopLock> take(const std::filesystem::path& shop);

  ShopLock(ShopLock&& other) noexcept;
  ShopLock& operator=(ShopLock&& other) noexcept;
  ~ShopLock();

 private:
  explicit ShopLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Which file a path names now; nothing when there is none. One that is open is written to after it was deleted or its
// folder moved, and nobody would know.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};
std::optional<FileIdentity> identity_of(const std::filesystem::path& path);

// The witness `<shop>.head`: the last number and hash of the journal, written after each commit, never synced. It shows
// that a log was lost or an old copy was put in the file's place.
void write_witness(Files& files, const std::filesystem::path& shop, const Head& head);
// A witness that is missing or unreadable says nothing. Problems: ShopOlderThanSeen. Throws FileError.
Result<void> check_witness(const Files& files, const std::filesystem::path& shop, const Database& database);

// "<shop>.lock", "<shop>.head", "<shop>-wal": what stands beside a shop.
std::filesystem::path beside(const std::filesystem::path& shop, std::string_view ending);

}  // namespace lapak
