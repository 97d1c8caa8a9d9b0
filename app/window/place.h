// window: where a window stands, to be found there again.
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

namespace lapak {

// Pixels of the desktop; the place of a window that is neither full screen nor maximized.
struct WindowPlace {
  int x = 0;
  int y = 0;
  int width = 1280;
  int height = 800;
  bool full_screen = false;
  bool maximized = false;
  friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

// None where nothing was kept, or nothing that makes sense.
std::optional<WindowPlace> read_place(const std::filesystem::path& file);
// A convenience: where it cannot be written, nothing is said.
void keep_place(const WindowPlace& place, const std::filesystem::path& file);

// The same place on the monitors there are now (their work areas, the first is the main one): not larger than its
// monitor, and nothing of it outside.
WindowPlace fitted(WindowPlace place, const std::vector<WindowPlace>& monitors);

}  // namespace lapak
