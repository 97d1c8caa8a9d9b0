// paper: the widths of the embedded faces.
#include "core/paper/face.h"

#include <stb_truetype.h>

#include <array>
#include <bitset>

#include "core/base/check.h"
#include "fonts/fonts.h"

namespace lapak {
namespace {

// Beyond lies nothing that our faces have (fonts/subset names the ranges).
constexpr std::size_t letters_known = 0x2800;

struct Advances {
  std::array<std::uint16_t, letters_known> thousandths{};
  std::bitset<letters_known> known;
};

Advances read_advances(Weight weight) {
  Advances advances;
  const std::span file = face_file(weight);
  stbtt_fontinfo font;
  LAPAK_ASSERT(stbtt_InitFont(&font, file.data(), 0));
  // unitsPerEm stands at byte 18 of the table 'head'.
  const int units_per_em =
      file[static_cast<std::size_t>(font.head) + 18] << 8 | file[static_cast<std::size_t>(font.head) + 19];
  for (std::size_t letter = 0x20; letter < letters_known; ++letter) {
    const int glyph = stbtt_FindGlyphIndex(&font, static_cast<int>(letter));
    if (glyph == 0) continue;
    int advance = 0, bearing = 0;
    stbtt_GetGlyphHMetrics(&font, glyph, &advance, &bearing);
    // Cut, not rounded, as libharu does.
    advances.thousandths[letter] = static_cast<std::uint16_t>(advance * 1000 / units_per_em);
    advances.known[letter] = true;
  }
  return advances;
}

const Advances& advances_of(Weight weight) {
  static const std::array<Advances, 3> all{read_advances(Weight::Regular), read_advances(Weight::Medium),
                                           read_advances(Weight::Bold)};
  return all[static_cast<std::size_t>(weight)];
}

}  // namespace

std::span<const unsigned char> face_file(Weight weight) {
  switch (weight) {
    case Weight::Regular:
      return fonts::regular();
    case Weight::Medium:
      return fonts::medium();
    case Weight::Bold:
      return fonts::bold();
  }
  LAPAK_ASSERT(false);
}

int advance_thousandths(char32_t letter, Weight weight) {
  return letter < letters_known ? advances_of(weight).thousandths[letter] : 0;
}

bool face_has(char32_t letter) {
  static const std::bitset<letters_known>& known = advances_of(Weight::Regular).known;
  return letter < letters_known && known[letter];
}

}  // namespace lapak
