// safety: verified copies of a shop, and bringing one back.
#include "core/safety/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <span>
#include <vector>

#include "core/base/files.h"
#include "core/db/schema.h"
#include "core/journal/fact.h"
#include "core/safety/shop_file.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

// A file that is being made. It is gone, with SQLite's journal of it, unless it was kept.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) { remove(); }
  ~Unfinished() {
    if (!path_.empty()) remove();
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const fs::path& path() const { return path_; }
  void remove() const {
    std::error_code ignored;
    for (const std::string_view ending : {"", "-journal", "-wal", "-shm"}) fs::remove(beside(path_, ending), ignored);
  }
  // Gives it its name; both are on the disk when this returns.
  void keep_as(const fs::path& target) {
    sync_to_disk(path_);
    fs::rename(path_, target);
    path_.clear();
    sync_to_disk(fs::absolute(target).parent_path());
  }

 private:
  fs::path path_;
};

// So that what is checked next comes from the disk and not from memory. A stick may lie all the same.
void forget_cached(const fs::path& path) {
  sync_to_disk(path);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw FileError(path, errno);
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
  ::close(descriptor);
}

void append_number(std::string& bytes, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift);
}

// Each cell with its type and, but for numbers, its length, so that no two different rows have the same bytes.
void append_row(std::string& bytes, const Rows& rows) {
  for (int column = 0; column < rows.column_count(); ++column) {
    if (rows.is_null(column)) {
      bytes += 'n';
    } else if (rows.is_integer(column)) {
      bytes += 'i';
      append_number(bytes, static_cast<std::uint64_t>(rows.get<std::int64_t>(column)));
    } else {
      const Blob cell = rows.get<Blob>(column);
      bytes += 'b';
      append_number(bytes, cell.size());
      bytes.append(reinterpret_cast<const char*>(cell.data()), cell.size());
    }
  }
}

bool is_sound(const Database& database) {
  return database.value<std::string>("PRAGMA integrity_check(1)") == "ok";
}

std::optional<Hash> seal_of(const Database& database) {
  Rows rows = database.query("SELECT digest FROM copy_seal");
  if (!rows.next()) return std::nullopt;
  Hash hash{};
  const Blob bytes = rows.get<Blob>(0);
  if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::string last_number(const Database& database) {
  return database.value<std::string>("SELECT number FROM sale WHERE source = '' ORDER BY rowid DESC LIMIT 1")
      .value_or(std::string());
}

BackupCopy card_of(const fs::path& file, const Database& database) {
  return BackupCopy{file, fs::file_size(file), journal_head(database), last_number(database)};
}

// Runs `work`; a full disk, a folder that refuses and a source that cannot be read become what the seller can mend.
template <class Work>
Result<BackupCopy> mendable(const fs::path& source, const fs::path& folder, const Work& work) {
  try {
    return work();
  } catch (const DatabaseError& error) {
    if (error.is_damaged()) return refuse(ProblemCode::ShopDamaged, source.string());
    if (error.is_disk_full()) return refuse(ProblemCode::DiskFull);
    if (error.is_read_only()) return refuse(ProblemCode::FolderMissing, folder.string());
    throw;
  } catch (const FileError& error) {
    if (error.is_disk_full()) return refuse(ProblemCode::DiskFull);
    throw;
  }
}

Result<void> check_folder(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored) || ::access(folder.c_str(), W_OK) != 0)
    return refuse(ProblemCode::FolderMissing, folder.string());
  return {};
}

// Copies what stands in `source` at one moment into `copy` and seals it; compared row by row with that moment. The
// copier cannot share the reader's snapshot, so when somebody sold between the two it is done again.
Result<void> copy_and_seal(const fs::path& source, const Unfinished& copy) {
  constexpr int most_attempts = 20;
  Database reader = Database::open_read_only(source), copier = Database::open_read_only(source);
  copier.run_script("PRAGMA synchronous = EXTRA");  // or a power cut leaves an empty copy (facts.md A2)
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    copy.remove();
    const auto version_before = copier.value<std::int64_t>("PRAGMA data_version");
    reader.run("BEGIN");
    static_cast<void>(journal_head(reader));  // the snapshot begins with the first look
    copier.run("VACUUM INTO ?", fs::absolute(copy.path()).string());
    const bool was_alone = copier.value<std::int64_t>("PRAGMA data_version") == version_before;
    const Hash wanted = content_digest(reader);
    reader.run("ROLLBACK");
    Database written = Database::open_copy(copy.path());
    if (content_digest(written) == wanted) {
      written.run("DELETE FROM copy_seal");
      written.run("INSERT INTO copy_seal(digest) VALUES (?)", Blob(wanted));
      return {};
    }
    if (was_alone) return refuse(ProblemCode::ShopDamaged, source.string());
  }
  throw std::runtime_error("the shop changed faster than it could be copied");
}

// The last look at a sealed copy, from the disk.
Result<BackupCopy> look_at(const fs::path& copy) {
  forget_cached(copy);
  const Database written = Database::open_read_only(copy);
  if (!is_sound(written) || seal_of(written) != content_digest(written))
    return refuse(ProblemCode::ShopDamaged, copy.string());
  return card_of(copy, written);
}

// `name_of` gives the finished copy its place.
template <class Name>
Result<BackupCopy> write_copy(const fs::path& shop, const fs::path& folder, const fs::path& unfinished_name,
                              const Name& name_of) {
  if (const Result<Recognised> known = recognise(shop); !known) return std::unexpected(known.error());
  if (Result<void> there = check_folder(folder); !there) return std::unexpected(there.error());
  return mendable(shop, folder, [&]() -> Result<BackupCopy> {
    Unfinished copy(unfinished_name);
    if (Result<void> copied = copy_and_seal(shop, copy); !copied) return std::unexpected(copied.error());
    Result<BackupCopy> card = look_at(copy.path());
    if (!card) return card;
    card->file = name_of(*card);
    copy.keep_as(card->file);
    return card;
  });
}

}  // namespace

Hash content_digest(const Database& database) {
  std::vector<std::string> tables;
  crypto_generichash_state state;
  Hash hash{};
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  std::string bytes;
  const auto add = [&] {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    bytes.clear();
  };
  // The schema's own table is not STRICT: a text that became a blob of the same bytes is a change of its type alone.
  // Where a table begins is the copy's own; what has no page says so.
  for (Rows rows = database.query("SELECT type, name, tbl_name, sql, typeof(type) || typeof(name) || typeof(tbl_name) "
                                  "|| typeof(sql), iif(type IN ('table', 'index'), 0, rootpage) "
                                  "FROM sqlite_schema ORDER BY name");
       rows.next();) {
    append_row(bytes, rows);
    const auto name = rows.get<std::string>(1);
    // What a virtual table holds stands in tables of its own.
    const bool is_virtual = rows.get<std::string_view>(3).starts_with("CREATE VIRTUAL");
    if (rows.get<std::string_view>(0) == "table" && !is_virtual && !name.starts_with("sqlite_") && name != "draft" &&
        name != "copy_seal")
      tables.push_back(name);
  }
  add();
  constexpr std::size_t chunk_bytes = 65'536;
  for (const std::string& table : tables) {
    std::int64_t count = 0;
    // In the order of the table itself, which a copy keeps.
    for (Rows rows = database.query("SELECT * FROM \"" + table + "\" NOT INDEXED"); rows.next(); ++count) {
      append_row(bytes, rows);
      if (bytes.size() > chunk_bytes) add();
    }
    append_number(bytes, static_cast<std::uint64_t>(count));
    add();
  }
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

std::string backup_file_name(std::string_view shop_name, const CopyMoment& moment, std::string_view last_number) {
  std::string name = safe_file_name(shop_name) + ' ' + moment.date.iso();
  if (moment.minute) name += fmt::format(" {:02}.{:02}", *moment.minute / 60, *moment.minute % 60);
  if (!last_number.empty()) name += ' ' + std::string(last_number);
  return name + ".lapak";
}

Result<BackupCopy> write_verified_copy(const fs::path& shop, const fs::path& target) {
  return write_copy(shop, fs::absolute(target).parent_path(), beside(target, ".writing"),
                    [&](const BackupCopy&) { return target; });
}

Result<BackupCopy> back_up_into(const fs::path& shop, const fs::path& folder, std::string_view shop_name,
                                const CopyMoment& moment) {
  std::error_code ignored;
  fs::create_directory(folder, ignored);
  return write_copy(shop, folder, folder / ".lapak.writing", [&](const BackupCopy& copy) {
    return folder / backup_file_name(shop_name, moment, copy.last_number);
  });
}

Result<BackupCopy> copy_before_import(const fs::path& shop, const LocalTime& at) {
  Result<BackupCopy> copy = write_verified_copy(
      shop,
      beside(shop, fmt::format("{}{}-{:02}{:02}{:02}", kBeforeImport, at.date.iso(), at.hour, at.minute, at.second)));
  if (copy) thin_out_import_copies(shop);
  return copy;
}

Result<BackupCopy> check_copy(const fs::path& copy) {
  if (const Result<Recognised> shop = recognise(copy); !shop) return std::unexpected(shop.error());
  try {
    const Database database = Database::open_read_only(copy);
    const std::optional<Hash> seal = seal_of(database);
    if (!is_sound(database) || (seal && *seal != content_digest(database)) ||
        walk_journal(database, [](const Entry&) {}).broken_at)
      return refuse(ProblemCode::ShopDamaged, copy.string());
    return card_of(copy, database);
  } catch (const DatabaseError& error) {
    if (error.is_damaged()) return refuse(ProblemCode::ShopDamaged, copy.string());
    throw;
  }
}

void begin_life_of_copy(Database& database, IdSource& ids, Instant now) {
  if (!seal_of(database)) return;
  Transaction transaction(database);
  database.run("DELETE FROM copy_seal");
  begin_epoch(database, ids, now, current_epoch(database).till, "copy opened");
  transaction.commit();
}

namespace {

// Epochs that the file to be replaced knows and the copy does not, so that the next one is numbered above them all.
void take_over_epochs(const fs::path& from, Database& into) {
  try {
    const Database old = Database::open_read_only(from);
    for (Rows rows = old.query("SELECT id, number, till, begun_at, reason FROM epoch ORDER BY rowid"); rows.next();)
      into.run(
          "INSERT INTO epoch(id, number, till, begun_at, reason) SELECT ?1, ?2, ?3, ?4, ?5 "
          "WHERE NOT EXISTS (SELECT 1 FROM epoch WHERE id = ?1 OR (till = ?3 AND number = ?2))",
          rows.get<Id<Epoch>>(0), rows.get<std::int64_t>(1), rows.get<std::string>(2), rows.get<Instant>(3),
          rows.get<std::string>(4));
  } catch (const DatabaseError&) {
    // It is being replaced because it cannot be read; the copy knows what can be known.
  }
}

// Moves what stands at `target` out of the way, its log first: a log left beside another file would be taken for its.
void set_aside(const fs::path& target, const std::string& ending) {
  std::error_code error;
  fs::remove(beside(target, ".head"), error);
  fs::remove(beside(target, "-shm"), error);  // SQLite's own, made again when it is missing
  const fs::path log = beside(target, "-wal"), kept = beside(target, ending);
  if (const auto log_bytes = fs::file_size(log, error); error || log_bytes == 0)
    fs::remove(log, error);
  else
    fs::rename(log, beside(kept, "-wal"));
  fs::rename(target, kept);
  sync_to_disk(fs::absolute(target).parent_path());
}

}  // namespace

Result<BackupCopy> restore(const fs::path& backup, const fs::path& target, IdSource& ids, Instant now,
                           const Zone& zone) {
  if (const Result<BackupCopy> tried = check_copy(backup); !tried) return tried;
  const fs::path folder = fs::absolute(target).parent_path();
  if (Result<void> there = check_folder(folder); !there) return std::unexpected(there.error());
  std::optional<ShopLock> lock;
  if (fs::exists(target)) {
    Result<ShopLock> taken = ShopLock::take(target);
    if (!taken) return std::unexpected(taken.error());
    lock = std::move(*taken);
  }
  return mendable(backup, folder, [&]() -> Result<BackupCopy> {
    Unfinished copy(beside(target, ".writing"));
    if (Result<void> copied = copy_and_seal(backup, copy); !copied) return std::unexpected(copied.error());
    if (Result<BackupCopy> seen = look_at(copy.path()); !seen) return seen;
    {
      Database restored = Database::open_copy(copy.path());
      Transaction transaction(restored);
      restored.run("DELETE FROM copy_seal");
      const std::string till = current_epoch(restored).till;
      if (fs::exists(target)) take_over_epochs(target, restored);
      begin_epoch(restored, ids, now, till, "restored");
      transaction.commit();
    }
    sync_to_disk(copy.path());  // before anything is moved: from here on only names change
    BackupCopy card = card_of(copy.path(), Database::open_read_only(copy.path()));
    const LocalTime at = zone.local(now);
    if (fs::exists(target))
      set_aside(target,
                fmt::format(".before-restore-{}-{:02}{:02}{:02}", at.date.iso(), at.hour, at.minute, at.second));
    copy.keep_as(target);
    card.file = target;
    return card;
  });
}

}  // namespace lapak
