// base: files.
#include "core/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/text.h"

namespace lapak {
namespace {

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0644)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

void write_all(int fd, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw FileError(path, errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

FileError::FileError(const std::filesystem::path& path, int error_number)
    : std::runtime_error(path.string() + ": " + std::strerror(error_number)),
      path_(path),
      error_number_(error_number) {}

bool FileError::is_disk_full() const {
  return error_number_ == ENOSPC || error_number_ == EDQUOT || error_number_ == EFBIG;
}

std::optional<std::string> SystemFiles::read(const std::filesystem::path& path, std::uint64_t limit_bytes) const {
  const Descriptor file(path, O_RDONLY);
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw FileError(path, errno);
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw FileError(path, errno);
  if (!S_ISREG(status.st_mode)) throw FileError(path, EISDIR);
  if (static_cast<std::uint64_t>(status.st_size) > limit_bytes) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw FileError(path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

void SystemFiles::replace(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".writing";
  try {
    {
      const Descriptor file(beside, O_WRONLY | O_CREAT | O_TRUNC);
      if (!file.is_open()) throw FileError(path, errno);
      write_all(file.get(), bytes, path);
      if (::fsync(file.get()) != 0) throw FileError(path, errno);
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) throw FileError(path, errno);
  } catch (const FileError&) {
    ::unlink(beside.c_str());
    throw;
  }
  sync_to_disk(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

void SystemFiles::overwrite_unsynced(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.is_open()) throw FileError(path, errno);
  write_all(file.get(), bytes, path);
}

void sync_to_disk(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY);
  // EINVAL: a file system, as of some sticks, that has no such thing for a folder.
  if (!file.is_open() || (::fsync(file.get()) != 0 && errno != EINVAL)) throw FileError(path, errno);
}

std::string safe_file_name(std::string_view text) {
  std::string name;
  for (const char c : shortened(trimmed(text), 120)) {
    const bool forbidden = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
                           std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    name += forbidden ? '-' : c;
  }
  while (name.starts_with('.') || name.starts_with('-')) name.erase(0, 1);
  return name.empty() ? "lapak" : name;
}

}  // namespace lapak
