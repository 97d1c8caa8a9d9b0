// safety: the file of a shop: whose it is, that nobody else has it open, that it is not older than what we have seen.
#pragma once
#include <filesystem>
#include <optional>

#include "core/base/files.h"
#include "core/base/problem.h"
#include "core/db/database.h"
#include "core/journal/journal.h"

namespace lapak {

// Held while a window (or a command) works on a shop; released with the object, or by the system when the process dies.
class ShopLock {
 public:
  // Problems: ShopOpenElsewhere. Throws FileError when the folder cannot be written.
  static Result<ShopLock> take(const std::filesystem::path& shop);
  ShopLock(ShopLock&&) noexcept;
  ShopLock& operator=(ShopLock&&) noexcept;
  ~ShopLock();

 private:
  explicit ShopLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

struct OpenedShop {
  ShopLock lock;
  Database database;  // Durability::Full, migrated
};

// Opens an existing shop: lock, application id, schema number, a quick look at its health, the witness; then migrates it
// after a verified copy (safety/backup.h). On a problem the file is byte for byte as it was.
// Problems: FileMissing, NotAShop, ShopNewer, ShopOpenElsewhere, ShopReadOnly, ShopDamaged, ShopOlderThanSeen.
Result<OpenedShop> open_shop_file(const std::filesystem::path& shop, Files& files);

// `<shop>.head`: the journal's last number and hash, written after each commit and not synced: a witness against a lost
// log or an old copy put in the file's place. Throws FileError.
void write_witness(Files& files, const std::filesystem::path& shop, const Head& head);
std::optional<Head> read_witness(const Files& files, const std::filesystem::path& shop);

}  // namespace lapak
