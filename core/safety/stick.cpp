// safety: a stick that is plugged in.
#include "core/safety/stick.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string_view>

namespace lapak {
namespace {

// A path as the kernel writes it in mountinfo: blanks and backslashes as three octal digits.
std::string plain(std::string_view text) {
  std::string path;
  while (!text.empty()) {
    if (text.front() == '\\' && text.size() >= 4) {
      path += static_cast<char>((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'));
      text.remove_prefix(4);
    } else {
      path += text.front();
      text.remove_prefix(1);
    }
  }
  return path;
}

bool is_where_sticks_are(std::string_view mounted) {
  return mounted == "/mnt" || mounted.starts_with("/mnt/") || mounted.starts_with("/media/") ||
         mounted.starts_with("/run/media/");
}

}  // namespace

std::vector<Stick> plugged_sticks(const std::filesystem::path& root) {
  std::vector<Stick> sticks;
  std::ifstream mounts(root / "proc/self/mountinfo");
  // proc(5): "36 35 8:17 / /media/siti/LAPAK rw,nosuid shared:1 - vfat /dev/sdb1 rw"
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string id, parent, device, within, mounted, options, word, kind, source;
    words >> id >> parent >> device >> within >> mounted >> options;
    while (words >> word && word != "-") {
    }
    words >> kind >> source;
    const std::string place = plain(mounted);
    if (!is_where_sticks_are(place) || !source.starts_with("/dev/") || !(options + ',').starts_with("rw,")) continue;
    const std::filesystem::path folder = root / std::filesystem::path(place).relative_path();
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error || ::access(folder.c_str(), W_OK) != 0) continue;
    sticks.push_back(Stick{folder, folder.filename().string(), space.available});
  }
  return sticks;
}

}  // namespace lapak
