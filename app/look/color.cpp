// look: colour arithmetic.
#include "app/look/color.h"

#include <cmath>
#include <utility>

namespace lapak {
namespace {

std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, float part) {
  return static_cast<std::uint8_t>(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * part +
                                   0.5f);
}

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

Color mixed(Color a, Color b, float part) {
  return {mix_channel(a.r, b.r, part), mix_channel(a.g, b.g, part), mix_channel(a.b, b.b, part),
          mix_channel(a.a, b.a, part)};
}

double contrast(Color a, Color b) {
  double light = luminance(a);
  double dark = luminance(b);
  if (light < dark) std::swap(light, dark);
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace lapak
