// base: the seam to files: small whole files, written so that a power cut leaves the old or the new one.
//
// Any thread. Failures of the machine are FileError; whether a path a person chose exists is asked first.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lapak {

class FileError : public std::runtime_error {
 public:
  FileError(const std::filesystem::path& path, int error_number);
  const std::filesystem::path& path() const { return path_; }
  bool is_disk_full() const;

 private:
  std::filesystem::path path_;
  int error_number_;
};

class Files {
 public:
  virtual ~Files() = default;
  // The whole file; nullopt when it is not there or larger than `limit_bytes`. Throws FileError.
  virtual std::optional<std::string> read(const std::filesystem::path& path,
                                          std::uint64_t limit_bytes = 1u << 30) const = 0;
  // Writes beside, syncs, renames over, syncs the folder. Throws FileError; the old file then still stands.
  virtual void replace(const std::filesystem::path& path, std::string_view bytes) = 0;
  // Writes over in place without syncing: for a witness that may be lost (`<shop>.head`). Throws FileError.
  virtual void overwrite_unsynced(const std::filesystem::path& path, std::string_view bytes) = 0;
};

class SystemFiles final : public Files {
 public:
  std::optional<std::string> read(const std::filesystem::path& path, std::uint64_t limit_bytes) const override;
  void replace(const std::filesystem::path& path, std::string_view bytes) override;
  void overwrite_unsynced(const std::filesystem::path& path, std::string_view bytes) override;
};

// fsync of a file or folder that was written by somebody else (a database copy). Throws FileError.
void sync_to_disk(const std::filesystem::path& path);

// A file name made of what a person typed: no path parts, no control or reserved characters, at most 120 bytes.
std::string safe_file_name(std::string_view text);

}  // namespace lapak
