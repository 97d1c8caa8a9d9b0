// tests: the pictures that the program draws, and codes in photos.
#include "core/catalog/picture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/catalog/code_reader.h"
#include "core/paper/code_symbol.h"

namespace lapak {
namespace {

constexpr std::string_view sticker =
    "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS."
    "WWW0215ID0000000000001"
    "0303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9";

// A code on a grey card, as a phone would see it: turned by `degrees`, `module` pixels a module.
Pixels photographed(const CodeSymbol& code, int width, int height, double module, double degrees) {
  Pixels picture{width, height, 3, {}};
  const double c = std::cos(degrees * 3.14159265 / 180), s = std::sin(degrees * 3.14159265 / 180);
  const double half = code.columns * module / 2, quiet = 4 * module;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double dx = x - width / 2.0, dy = y - height / 2.0;
      const double u = dx * c + dy * s + half, v = dy * c - dx * s + half;
      const bool on_card = u > -quiet && v > -quiet && u < 2 * half + quiet && v < 2 * half + quiet;
      const bool on_code = u >= 0 && v >= 0 && u < 2 * half && v < 2 * half;
      const bool dark = on_code && code.is_dark(static_cast<int>(u / module), static_cast<int>(v / module));
      const std::uint8_t value = dark ? 40 : on_card ? 225 : 128;
      picture.bytes.insert(picture.bytes.end(), {value, value, value});
    }
  }
  return picture;
}

}  // namespace

TEST_CASE("every kind of picture is drawn, each unlike the others, the same each time") {
  std::set<ContentHash> seen;
  for (const PictureKind kind : picture_kinds()) {
    const Pixels picture = draw_picture(kind, 1);
    CHECK(picture.width == 640);
    CHECK(picture.height == 640);
    CHECK(picture.bytes.size() == 640u * 640u * 3u);
    seen.insert(content_hash({reinterpret_cast<const char*>(picture.bytes.data()), picture.bytes.size()}));
  }
  CHECK(seen.size() == picture_kinds().size());
  CHECK(picture_kinds().size() >= 12);
  CHECK(draw_picture(PictureKind::Mug, 7).bytes == draw_picture(PictureKind::Mug, 7).bytes);
  CHECK(draw_picture(PictureKind::Mug, 7).bytes != draw_picture(PictureKind::Mug, 8).bytes);
}

TEST_CASE("the seller's payment code is read from a photo, upright or not") {
  const CodeSymbol code = qr_symbol(sticker).value();
  for (const double degrees : {0.0, 7.0, 90.0, 200.0}) {
    CAPTURE(degrees);
    const Result<std::string> text = read_qr_from_photo(encode_jpeg(photographed(code, 1600, 1200, 12, degrees)));
    REQUIRE(text);
    CHECK(*text == sticker);
  }
  CHECK(read_qr_from_photo(encode_jpeg(photographed(code, 400, 400, 4, 0), 60)).value() == sticker);
}

TEST_CASE("a photo without a code says so") {
  const Result<std::string> text = read_qr_from_photo(encode_jpeg(draw_picture(PictureKind::Hat, 2)));
  REQUIRE(!text);
  CHECK(text.error().code == ProblemCode::CodeNotFound);
  CHECK(read_qr_from_photo("no picture").error().code == ProblemCode::PhotoUnreadable);
}

}  // namespace lapak
