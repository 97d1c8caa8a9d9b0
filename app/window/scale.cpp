// window: scale.
#include "app/window/scale.h"

#include <algorithm>
#include <cmath>

namespace lapak {
namespace {

constexpr float kOrdinary_ppi = 160;
constexpr float kReference_ppi = 150;
constexpr float kSmallestWidth = 1024;
constexpr float kSmallestHeight = 720;

}  // namespace

float scale_for(int width_px, int height_px, float ppi, float chosen) {
  const bool is_ordinary = ppi <= 0 ? width_px < 1800 : ppi <= kOrdinary_ppi;
  float automatic = 1;
  if (!is_ordinary) {
    const float wanted = ppi <= 0 ? 1.5f : ppi / kReference_ppi;
    automatic = std::clamp(std::round(wanted * 4) / 4, 1.0f, 2.0f);
  }
  const float room =
      std::min(static_cast<float>(width_px) / kSmallestWidth, static_cast<float>(height_px) / kSmallestHeight);
  const float scale = std::min(automatic * chosen, std::max(room, 0.5f));
  return std::round(scale * 100) / 100;  // 1 % steps: fonts are baked anew for each
}

}  // namespace lapak
