// safety: a stick that is plugged in, to copy the shop to.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lapak {

struct Stick {
  std::filesystem::path folder;  // where it is mounted
  std::string name;              // "LAPAK", as the file browser calls it
  std::uint64_t free_bytes = 0;
};

// File systems of devices, mounted for writing below /media, /run/media or /mnt, in the order they were plugged in.
// `root` stands before every path, so that a test can lay out a machine of its own. Asks the system; any thread.
std::vector<Stick> plugged_sticks(const std::filesystem::path& root = "/");

}  // namespace lapak
