// catalog: reads a QR from a photo through zbar.
#include "core/catalog/code_reader.h"

#include <zbar.h>

#include "core/catalog/photo.h"

namespace lapak {
namespace {

// Every EMVCo merchant code begins with its format: tag 00, two letters, "01".
constexpr std::string_view payment_code_begin = "000201";

// Empty when nothing was found.
std::string read_qr(const Pixels& grey) {
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(grey.width), static_cast<unsigned>(grey.height), "Y800", grey.bytes.data(),
                    grey.bytes.size());
  scanner.scan(image);
  std::string first;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    std::string text = symbol->get_data();
    if (text.starts_with(payment_code_begin)) return text;
    if (first.empty()) first = std::move(text);
  }
  return first;
}

}  // namespace

Result<std::string> read_qr_from_photo(std::string_view picture_bytes) {
  // A blur that hides the code at one size is often gone at another.
  for (const int longest_side_px : {1600, 1000, 2800, 640}) {
    const Result<Pixels> grey = decode_grey(picture_bytes, longest_side_px);
    if (!grey) return std::unexpected(grey.error());
    if (std::string text = read_qr(*grey); !text.empty()) return text;
  }
  return refuse(ProblemCode::CodeNotFound);
}

}  // namespace lapak
