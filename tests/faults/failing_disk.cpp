// faults: a disk that loses its power or fails, under SQLite.
#include "tests/faults/failing_disk.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <new>
#include <sstream>

namespace lapak {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t sector_bytes = 512;

void put(std::string& into, std::int64_t at, std::string_view bytes) {
  const auto end = static_cast<std::size_t>(at) + bytes.size();
  if (into.size() < end) into.resize(end, '\0');
  std::copy(bytes.begin(), bytes.end(), into.begin() + at);
}

void carry_out(std::string& bytes, const FailingDisk::Write& write) {
  write.cut_to ? bytes.resize(static_cast<std::size_t>(*write.cut_to), '\0') : put(bytes, write.at, write.bytes);
}

bool happens(std::mt19937_64& dice) {
  return (dice() & 1) != 0;
}
std::size_t below(std::mt19937_64& dice, std::size_t limit) {
  return static_cast<std::size_t>(dice() % limit);
}

// Each sector of a write by itself.
void carry_out_sectors(std::string& bytes, const FailingDisk::Write& write, std::mt19937_64& dice) {
  for (std::size_t from = 0; from < write.bytes.size();) {
    const std::int64_t at = write.at + static_cast<std::int64_t>(from);
    const auto end = std::min<std::size_t>(write.bytes.size(),
                                           static_cast<std::size_t>((at / sector_bytes + 1) * sector_bytes - write.at));
    if (happens(dice)) put(bytes, at, std::string_view(write.bytes).substr(from, end - from));
    from = end;
  }
}

void make_noise(std::string& bytes, std::int64_t at, std::mt19937_64& dice) {
  const std::int64_t from = at / sector_bytes * sector_bytes;
  const auto end = std::min(static_cast<std::int64_t>(bytes.size()), from + sector_bytes);
  for (std::int64_t i = from; i < end; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(dice());
}

std::string left_of(const FailingDisk::Contents& file, Loss loss, std::mt19937_64& dice) {
  if (loss == Loss::Keep) return file.now;
  std::string bytes = file.safe;
  const auto& writes = file.unsynced;
  switch (loss) {
    case Loss::Keep:
      break;
    case Loss::Reorder:
      for (const auto& write : writes)
        write.cut_to&& happens(dice) ? carry_out(bytes, write) : carry_out_sectors(bytes, write, dice);
      break;
    case Loss::Drop:
    case Loss::Torn:
    case Loss::Garbage: {
      const std::size_t kept = below(dice, writes.size() + 1);
      for (std::size_t i = 0; i < kept; ++i) carry_out(bytes, writes[i]);
      if (loss == Loss::Drop || kept == writes.size() || writes[kept].cut_to) break;
      const FailingDisk::Write& torn = writes[kept];
      const std::size_t cut = below(dice, torn.bytes.size() + 1);
      put(bytes, torn.at, std::string_view(torn.bytes).substr(0, cut));
      if (loss == Loss::Garbage) make_noise(bytes, torn.at + static_cast<std::int64_t>(cut), dice);
      break;
    }
    case Loss::Short:
      if (file.now.size() <= file.safe.size()) return file.now;
      bytes = file.now;
      bytes.resize(file.safe.size() + below(dice, file.now.size() - file.safe.size() + 1));
      break;
  }
  return bytes;
}

std::string read_whole(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

std::string_view name_of(Loss loss) {
  switch (loss) {
    case Loss::Drop:
      return "drop";
    case Loss::Keep:
      return "keep";
    case Loss::Reorder:
      return "reorder";
    case Loss::Torn:
      return "torn sector";
    case Loss::Garbage:
      return "garbage";
    case Loss::Short:
      return "file short";
  }
  return {};
}

// One open file. SQLite gives the room for it, with that of the system's layer behind.
struct DiskFile {
  sqlite3_file base;
  bool is_log;                                      // its folder is synced with its first sync
  std::shared_ptr<FailingDisk::Contents> contents;  // null: not watched

  static DiskFile& of(sqlite3_file* file) { return *reinterpret_cast<DiskFile*>(file); }
  static std::size_t room() { return (sizeof(DiskFile) + 15) / 16 * 16; }
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(this) + room()); }
  const sqlite3_io_methods& system() { return *below()->pMethods; }
};

struct DiskLayer {
  static inline sqlite3_vfs* system = nullptr;
  static FailingDisk& disk() { return FailingDisk::instance(); }

  static int fault_or(int as_io_error) {
    if (disk().is_due(Fault::DiskFull)) return SQLITE_FULL;
    return disk().is_due(Fault::IoError) ? as_io_error : SQLITE_OK;
  }

  static int close(sqlite3_file* file) {
    DiskFile& open = DiskFile::of(file);
    const int code = open.system().xClose(open.below());
    open.~DiskFile();
    return code;
  }
  static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    DiskFile& open = DiskFile::of(file);
    if (open.contents) {
      const std::lock_guard lock(disk().guard_);
      if (disk().counts_reads()) ++disk().operations_;
      if (disk().is_due(Fault::IoError)) return SQLITE_IOERR_READ;
    }
    return open.system().xRead(open.below(), bytes, size, at);
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    DiskFile& open = DiskFile::of(file);
    if (!open.contents) return open.system().xWrite(open.below(), bytes, size, at);
    const std::lock_guard lock(disk().guard_);
    disk().look();
    if (const int fault = fault_or(SQLITE_IOERR_WRITE); fault != SQLITE_OK) return fault;
    const int code = open.system().xWrite(open.below(), bytes, size, at);
    if (code == SQLITE_OK) {
      std::string written(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
      put(open.contents->now, at, written);
      open.contents->unsynced.push_back({at, std::move(written), std::nullopt});
    }
    return code;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    DiskFile& open = DiskFile::of(file);
    if (!open.contents) return open.system().xTruncate(open.below(), size);
    const std::lock_guard lock(disk().guard_);
    disk().look();
    if (const int fault = fault_or(SQLITE_IOERR_TRUNCATE); fault != SQLITE_OK) return fault;
    const int code = open.system().xTruncate(open.below(), size);
    if (code == SQLITE_OK) {
      open.contents->now.resize(static_cast<std::size_t>(size), '\0');
      open.contents->unsynced.push_back({0, {}, size});
    }
    return code;
  }
  static int sync(sqlite3_file* file, int) {
    DiskFile& open = DiskFile::of(file);
    if (!open.contents) return SQLITE_OK;  // no real power is cut
    const std::lock_guard lock(disk().guard_);
    disk().look(FailingDisk::TakesRoom::No);
    if (disk().is_due(Fault::IoError)) return SQLITE_IOERR_FSYNC;
    open.contents->safe = open.contents->now;
    open.contents->unsynced.clear();
    if (open.is_log) disk().safe_ = disk().now_;
    open.is_log = false;
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* bytes) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xFileSize(open.below(), bytes);
  }
  static int lock(sqlite3_file* file, int level) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xLock(open.below(), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xUnlock(open.below(), level);
  }
  static int check_reserved(sqlite3_file* file, int* is_reserved) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xCheckReservedLock(open.below(), is_reserved);
  }
  static int control(sqlite3_file* file, int what, void* argument) {
    DiskFile& open = DiskFile::of(file);
    // The system's layer would grow the file where it is not seen.
    if (open.contents && (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE)) return SQLITE_OK;
    return open.system().xFileControl(open.below(), what, argument);
  }
  static int sector_size(sqlite3_file* file) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xSectorSize(open.below());
  }
  static int traits(sqlite3_file* file) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xDeviceCharacteristics(open.below());
  }
  static int map_shared(sqlite3_file* file, int page, int bytes, int extend, void volatile** at) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xShmMap(open.below(), page, bytes, extend, at);
  }
  static int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xShmLock(open.below(), offset, count, flags);
  }
  static void barrier(sqlite3_file* file) {
    DiskFile& open = DiskFile::of(file);
    open.system().xShmBarrier(open.below());
  }
  static int unmap_shared(sqlite3_file* file, int is_deleting) {
    DiskFile& open = DiskFile::of(file);
    return open.system().xShmUnmap(open.below(), is_deleting);
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    // No mapped reads (methods of version 2): each read is seen.
    static constexpr sqlite3_io_methods methods{
        2,       close,       read,   write,      truncate,    sync,    size,         lock,    unlock, check_reserved,
        control, sector_size, traits, map_shared, lock_shared, barrier, unmap_shared, nullptr, nullptr};
    DiskFile& made = *new (file) DiskFile{};
    const int wanted = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    const bool is_watched = name != nullptr && (flags & wanted) != 0 && disk().is_watched(name);
    const std::lock_guard lock(disk().guard_);
    if (is_watched && (flags & SQLITE_OPEN_CREATE) != 0) {
      disk().look();
      if (fault_or(SQLITE_CANTOPEN) != SQLITE_OK) {
        made.~DiskFile();
        file->pMethods = nullptr;
        return SQLITE_CANTOPEN;
      }
    }
    const int code = system->xOpen(system, name, made.below(), flags, flags_out);
    if (code != SQLITE_OK) {
      made.~DiskFile();
      file->pMethods = nullptr;
      return code;
    }
    made.base.pMethods = &methods;
    made.is_log = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    if (is_watched) made.contents = disk().opened(name);
    return code;
  }
  static int remove(sqlite3_vfs*, const char* name, int is_synced) {
    if (!disk().is_watched(name)) return system->xDelete(system, name, is_synced);
    const std::lock_guard lock(disk().guard_);
    disk().look(FailingDisk::TakesRoom::No);
    if (disk().is_due(Fault::IoError)) return SQLITE_IOERR_DELETE;
    const int code = system->xDelete(system, name, is_synced);
    if (code == SQLITE_OK) disk().deleted(name, is_synced != 0);
    return code;
  }
  static int access(sqlite3_vfs*, const char* name, int flags, int* answer) {
    return system->xAccess(system, name, flags, answer);
  }
  static int full_name(sqlite3_vfs*, const char* name, int room, char* full) {
    return system->xFullPathname(system, name, room, full);
  }
};

FailingDisk& FailingDisk::instance() {
  static FailingDisk disk;
  return disk;
}

FailingDisk::FailingDisk() {
  DiskLayer::system = sqlite3_vfs_find(nullptr);
  REQUIRE(DiskLayer::system != nullptr);
  static sqlite3_vfs layer = *DiskLayer::system;
  layer.zName = "failing-disk";
  layer.pNext = nullptr;
  layer.szOsFile = static_cast<int>(DiskFile::room()) + DiskLayer::system->szOsFile;
  layer.xOpen = DiskLayer::open;
  layer.xDelete = DiskLayer::remove;
  layer.xAccess = DiskLayer::access;
  layer.xFullPathname = DiskLayer::full_name;
  REQUIRE(sqlite3_vfs_register(&layer, 1) == SQLITE_OK);
}

void FailingDisk::watch(const fs::path& folder) {
  const std::lock_guard lock(guard_);
  folder_ = folder.empty() ? "" : fs::absolute(folder).string() + '/';
  now_.clear();
  look_ = nullptr;
  fault_.reset();
  failures_ = 0;
  if (!folder.empty())
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().string();
      if (!entry.is_regular_file() || name.ends_with("-shm")) continue;
      std::string bytes = read_whole(entry.path());
      now_[name] = std::make_shared<Contents>(Contents{bytes, bytes, {}});
    }
  safe_ = now_;
}

void FailingDisk::fail(std::int64_t operation, Fault fault, bool for_good) {
  const std::lock_guard lock(guard_);
  operations_ = failures_ = 0;
  fault_ = Armed{operation, fault, for_good};
}

// Asked after the operation was counted.
bool FailingDisk::is_due(Fault kind) {
  if (!fault_ || fault_->fault != kind) return false;
  const bool is_due = fault_->for_good ? operations_ >= fault_->operation : operations_ == fault_->operation;
  failures_ += is_due ? 1 : 0;
  return is_due;
}

void FailingDisk::look(TakesRoom takes_room) {
  if (takes_room == TakesRoom::Yes || counts_reads()) ++operations_;
  if (!look_ || is_looking_) return;
  is_looking_ = true;
  look_();
  is_looking_ = false;
}

bool FailingDisk::is_watched(std::string_view path) const {
  const std::lock_guard lock(guard_);
  return !folder_.empty() && path.starts_with(folder_) && path.find('/', folder_.size()) == std::string_view::npos;
}

std::shared_ptr<FailingDisk::Contents> FailingDisk::opened(const std::string& path) {
  std::shared_ptr<Contents>& contents = now_[path];
  if (!contents) contents = std::make_shared<Contents>();
  return contents;
}

void FailingDisk::deleted(const std::string& path, bool is_synced) {
  now_.erase(path);
  if (is_synced) safe_ = now_;
}

void FailingDisk::note_overwritten(const fs::path& path, std::string_view bytes) {
  const std::lock_guard lock(guard_);
  if (!is_watched(path.string())) return;
  Contents& contents = *opened(path.string());
  contents.now = bytes;
  contents.unsynced.push_back({0, {}, 0});
  contents.unsynced.push_back({0, std::string(bytes), std::nullopt});
}

void FailingDisk::note_replaced(const fs::path& path, std::string_view bytes) {
  const std::lock_guard lock(guard_);
  if (!is_watched(path.string())) return;
  now_[path.string()] = std::make_shared<Contents>(Contents{std::string(bytes), std::string(bytes), {}});
  safe_ = now_;
}

void FailingDisk::write_image(Loss loss, std::mt19937_64& dice, const fs::path& folder) const {
  const std::lock_guard lock(guard_);
  fs::remove_all(folder);
  fs::create_directory(folder);
  const auto write = [&](const std::string& name, const Contents& contents) {
    std::ofstream(folder / fs::path(name).filename(), std::ios::binary) << left_of(contents, loss, dice);
  };
  if (loss == Loss::Keep) {
    for (const auto& [name, contents] : now_) write(name, *contents);
    return;
  }
  // Each name that was made, replaced or deleted since its folder was synced is as before or as now.
  for (const auto& [name, contents] : now_) {
    const auto before = safe_.find(name);
    if (before != safe_.end())
      write(name, happens(dice) ? *contents : *before->second);
    else if (happens(dice))
      write(name, *contents);
  }
  for (const auto& [name, contents] : safe_)
    if (!now_.contains(name) && happens(dice)) write(name, *contents);
}

std::optional<std::string> FilesOnDisk::read(const fs::path& path, std::uint64_t limit_bytes) const {
  return files_.read(path, limit_bytes);
}
void FilesOnDisk::replace(const fs::path& path, std::string_view bytes) {
  files_.replace(path, bytes);
  FailingDisk::instance().note_replaced(path, bytes);
}
void FilesOnDisk::overwrite_unsynced(const fs::path& path, std::string_view bytes) {
  files_.overwrite_unsynced(path, bytes);
  FailingDisk::instance().note_overwritten(path, bytes);
}

}  // namespace lapak
