// look: a colour, mixing, and the contrast that WCAG 2 asks for.
#pragma once
#include <cstdint>

namespace lapak {

struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  static constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
  }
  // The same colour, `part` (0 … 1) as opaque.
  constexpr Color faded(float part) const {
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * part + 0.5f)};
  }
  friend bool operator==(Color, Color) = default;
};

// `part` of b in a, 0 … 1.
Color mixed(Color a, Color b, float part);

// Contrast ratio of two opaque colours, 1 … 21.
double contrast(Color a, Color b);

}  // namespace lapak
