// tests/app: a QRIS sticker, as a phone held straight sees it.
#pragma once
#include <string>
#include <string_view>

#include "core/catalog/photo.h"
#include "core/paper/code_symbol.h"

namespace lapak::test {

inline constexpr std::string_view kSticker =
    "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215"
    "ID00000000000010303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9";

inline std::string photo_of_sticker(std::string_view payload = kSticker) {
  const CodeSymbol code = qr_symbol(payload).value();
  constexpr int kModule = 10;
  constexpr int kQuiet = 4 * kModule;
  const int side = code.columns * kModule + 2 * kQuiet;
  Pixels picture{side, side, 3, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x < kQuiet ? -1 : (x - kQuiet) / kModule;
      const int row = y < kQuiet ? -1 : (y - kQuiet) / kModule;
      const bool on_code = column >= 0 && row >= 0 && column < code.columns && row < code.rows;
      picture.bytes.insert(picture.bytes.end(), 3, on_code && code.is_dark(column, row) ? 30 : 235);
    }
  }
  return encode_jpeg(picture);
}

}  // namespace lapak::test
