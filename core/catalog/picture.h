// catalog: product pictures drawn by the program, for the demo shop and for tests. Simple shapes in batik colours.
//
// Deterministic, pure; any thread.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/catalog/photo.h"

namespace lapak {

enum class PictureKind {
  Bag,
  Candle,
  Mug,
  Bowl,
  Earrings,
  Necklace,
  Doll,
  Soap,
  Notebook,
  Cloth,
  KeyRing,
  Plant,
  Scarf,
  Brooch,
  Hat,
  Basket,
};
std::span<const PictureKind> picture_kinds();

// 640 × 640, three channels. `seed` chooses colours and pattern.
Pixels draw_picture(PictureKind kind, std::uint64_t seed);

// The same as the shop would keep it.
Photo drawn_photo(PictureKind kind, std::uint64_t seed);

}  // namespace lapak
