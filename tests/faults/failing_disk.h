// faults: a disk that loses its power or fails, under SQLite.
//
// A layer over SQLite's own file layer (VFS). What is written goes through to real files, which are what the program
// sees; beside them is remembered what a power cut could leave of each: what was synced, and every write since, in
// order. Directory entries are remembered alike. One for the process, the default for each connection opened from then
// on; any thread. `sqlite.org/vfs.html` says what each call means, and when SQLite syncs a folder.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/files.h"

namespace lapak {

// What a power cut does to the writes that were not synced.
enum class Loss {
  Drop,     // from some write on all are gone
  Keep,     // none is gone: the program was killed, the machine lives
  Reorder,  // of each sector of 512 bytes by itself either the old or the new is there
  Torn,     // as Drop, and the write that was under way ends in the middle
  Garbage,  // as Torn, and the sector that was being written is noise
  Short,    // the bytes are there, but the file has not grown as far as it was written
};
inline constexpr Loss kLosses[] = {Loss::Drop, Loss::Keep, Loss::Reorder, Loss::Torn, Loss::Garbage, Loss::Short};
std::string_view name_of(Loss loss);

enum class Fault { DiskFull, IoError };

class FailingDisk {
 public:
  static FailingDisk& instance();  // the first use makes it the default

  // From here on the files of this folder are remembered, and what stands there now is safe. Everything outside is not
  // touched. Nothing may be open there.
  void watch(const std::filesystem::path& folder);
  void watch_nothing() { watch({}); }

  // Called before each operation that changes something, with the files as they are; it may read and write elsewhere.
  void before_change(std::function<void()> look) { look_ = std::move(look); }
  // The operation with this number from now on (1 is the next) fails, and with `for_good` all after it. Reads count
  // too, for IoError. Syncing folders and files beside SQLite's is not under it.
  void fail(std::int64_t operation, Fault fault, bool for_good);
  void heal() { fault_.reset(); }
  bool has_failed() const { return failures_ > 0; }        // since fail() was said
  std::int64_t operations() const { return operations_; }  // counted since then

  // Writes into `folder`, which is emptied, what could be found after a power cut at this moment.
  void write_image(Loss loss, std::mt19937_64& dice, const std::filesystem::path& folder) const;

  // For what stands beside the database (`Files`).
  void note_overwritten(const std::filesystem::path& path, std::string_view bytes);
  void note_replaced(const std::filesystem::path& path, std::string_view bytes);

  struct Write {
    std::int64_t at = 0;
    std::string bytes;
    std::optional<std::int64_t> cut_to;  // the file was cut or grown to this, instead
  };
  struct Contents {
    std::string now, safe;
    std::vector<Write> unsynced;
  };

 private:
  friend struct DiskFile;
  friend struct DiskLayer;
  using Folder = std::map<std::string, std::shared_ptr<Contents>>;

  FailingDisk();
  bool is_watched(std::string_view path) const;
  std::shared_ptr<Contents> opened(const std::string& path);
  void deleted(const std::string& path, bool is_synced);
  bool is_due(Fault kind);
  bool counts_reads() const { return fault_ && fault_->fault == Fault::IoError; }
  enum class TakesRoom { No, Yes };  // what takes none is no operation on a disk that is full
  void look(TakesRoom takes_room = TakesRoom::Yes);

  struct Armed {
    std::int64_t operation = 0;
    Fault fault = Fault::IoError;
    bool for_good = false;
  };

  mutable std::recursive_mutex guard_;
  std::string folder_;  // with a slash behind
  Folder now_, safe_;
  std::function<void()> look_;
  bool is_looking_ = false;
  std::optional<Armed> fault_;
  std::int64_t operations_ = 0, failures_ = 0;
};

// The seam to files, on that disk.
class FilesOnDisk final : public Files {
 public:
  std::optional<std::string> read(const std::filesystem::path& path, std::uint64_t limit_bytes) const override;
  void replace(const std::filesystem::path& path, std::string_view bytes) override;
  void overwrite_unsynced(const std::filesystem::path& path, std::string_view bytes) override;

 private:
  SystemFiles files_;
};

}  // namespace lapak
