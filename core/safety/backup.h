// safety: verified copies of a shop, and bringing one back.
//
// A copy is one file that holds everything, sealed with a digest of its content. It has its name only after every row
// was compared with the source. For the worker: each function has connections of its own.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/problem.h"
#include "core/journal/journal.h"
#include "core/safety/copy_shelf.h"

namespace lapak {

struct BackupCopy {
  std::filesystem::path file;
  std::uint64_t bytes = 0;
  Head head;                // of the journal it holds
  std::string last_number;  // of our own receipts, or empty
};

// Copies a shop that may be selling meanwhile. A file that stands at `target` is replaced only by a whole, verified
// copy. Problems: those of recognise() for `shop`, FolderMissing (also one that cannot be written), DiskFull,
// ShopDamaged (what is read does not agree with itself); then no file is left behind. Throws DatabaseError, FileError.
Result<BackupCopy> write_verified_copy(const std::filesystem::path& shop, const std::filesystem::path& target);

// The same into a folder, under the name below. Makes the folder when only its last part is missing.
Result<BackupCopy> back_up_into(const std::filesystem::path& shop, const std::filesystem::path& folder,
                                std::string_view shop_name, const CopyMoment& moment);
// Before much of a shop changes at once: a copy beside it, "<shop>.before-import-2026-11-22-104200", found again by
// restorable_copies(). The last three such stay. Problems and exceptions as above.
Result<BackupCopy> copy_before_import(const std::filesystem::path& shop, const LocalTime& at);
// "Rumah Benang 2026-11-22 A1-000041.lapak", of an hour "Rumah Benang 2026-11-22 14.05 A1-000041.lapak"; without a
// receipt yet the number is left out. copy_named() reads it.
std::string backup_file_name(std::string_view shop_name, const CopyMoment& moment, std::string_view last_number);

// Reads a copy to its last byte: structure, seal, and the chain of its journal. It stays as it is.
// Problems: those of recognise(), ShopDamaged.
Result<BackupCopy> check_copy(const std::filesystem::path& copy);

// Brings a copy back as the shop at `target`, after trying it. What stood there is kept beside it as
// "<name>.before-restore-<date>-<time>". Begins a new epoch, numbered above all that either file knows.
// Problems: those of check_copy() for `backup`; ShopOpenElsewhere, ShopReadOnly, FolderMissing, DiskFull; then `target`
// is as it was. Throws DatabaseError, FileError.
Result<BackupCopy> restore(const std::filesystem::path& backup, const std::filesystem::path& target, IdSource& ids,
                           Instant now, const Zone& zone);

// When the file is a copy that was not restored but is opened to sell in: takes the seal off and begins a new epoch, so
// that its receipts are told from those of the shop it was made of. Nothing happens to any other file.
void begin_life_of_copy(Database& database, IdSource& ids, Instant now);

// A digest of every row of every table, drafts apart. Equal for a shop and its copy.
Hash content_digest(const Database& database);

}  // namespace lapak
