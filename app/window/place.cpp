// window: keeping and fitting a place.
#include "app/window/place.h"

#include <algorithm>
#include <fstream>

namespace lapak {
namespace {

constexpr int kSmallest_px = 400;
constexpr int kLargest_px = 20'000;

long long shared_area(const WindowPlace& a, const WindowPlace& b) {
  const long long width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const long long height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

}  // namespace

std::optional<WindowPlace> read_place(const std::filesystem::path& file) {
  std::ifstream in(file);
  WindowPlace place;
  if (!(in >> place.x >> place.y >> place.width >> place.height >> place.full_screen >> place.maximized))
    return std::nullopt;
  const auto is_size = [](int pixels) { return pixels >= kSmallest_px && pixels <= kLargest_px; };
  const auto is_position = [](int pixels) { return pixels > -kLargest_px && pixels < kLargest_px; };
  if (!is_size(place.width) || !is_size(place.height) || !is_position(place.x) || !is_position(place.y))
    return std::nullopt;
  return place;
}

void keep_place(const WindowPlace& place, const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  std::ofstream(file) << place.x << ' ' << place.y << ' ' << place.width << ' ' << place.height << ' '
                      << place.full_screen << ' ' << place.maximized << '\n';
}

WindowPlace fitted(WindowPlace place, const std::vector<WindowPlace>& monitors) {
  if (monitors.empty()) return place;
  const auto most =
      std::ranges::max_element(monitors, {}, [&](const WindowPlace& monitor) { return shared_area(place, monitor); });
  const WindowPlace& monitor = *most;  // the main one where it lies on none
  place.width = std::min(place.width, monitor.width);
  place.height = std::min(place.height, monitor.height);
  place.x = std::clamp(place.x, monitor.x, monitor.x + monitor.width - place.width);
  place.y = std::clamp(place.y, monitor.y, monitor.y + monitor.height - place.height);
  return place;
}

}  // namespace lapak
