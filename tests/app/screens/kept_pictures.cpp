// tests/app: kept pictures.
#include "tests/app/screens/kept_pictures.h"

#include <doctest/doctest.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "app/window/offscreen.h"

namespace lapak::test {
namespace {

const std::filesystem::path kKept = LAPAK_SOURCE_DIR "/tests/golden/screens";
constexpr int kAboutTheSame = 40;          // of 255 in one colour: another driver rounds edges otherwise
constexpr double kMostDifferent = 0.0002;  // of all pixels

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<Pixels> read_webp(const std::filesystem::path& path) {
  const std::string bytes = bytes_of(path);
  Pixels pixels{.width = 0, .height = 0, .channels = 4, .bytes = {}};
  std::uint8_t* rgba =
      WebPDecodeRGBA(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &pixels.width, &pixels.height);
  if (!rgba) return std::nullopt;
  pixels.bytes.assign(rgba, rgba + static_cast<std::ptrdiff_t>(pixels.width) * pixels.height * 4);
  WebPFree(rgba);
  return pixels;
}

void write_webp(const Pixels& picture, const std::filesystem::path& path) {
  // Letters stay as they are; photos lose what nobody sees, and half of their size.
  WebPConfig config;
  REQUIRE(WebPConfigInit(&config));
  REQUIRE(WebPConfigLosslessPreset(&config, 6));
  config.near_lossless = 20;
  WebPPicture image;
  REQUIRE(WebPPictureInit(&image));
  image.use_argb = 1;
  image.width = picture.width;
  image.height = picture.height;
  WebPMemoryWriter bytes;
  WebPMemoryWriterInit(&bytes);
  image.writer = WebPMemoryWrite;
  image.custom_ptr = &bytes;
  REQUIRE(WebPPictureImportRGBX(&image, picture.bytes.data(), picture.width * 4));
  REQUIRE(WebPEncode(&config, &image));
  WebPPictureFree(&image);
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.mem), static_cast<std::streamsize>(bytes.size));
  WebPMemoryWriterClear(&bytes);
}

// How many pixels are another colour, and a pale copy of the picture on which they are red.
struct Difference {
  long pixels = 0;
  Pixels shown;
};
Difference difference(const Pixels& kept, const Pixels& now) {
  Difference found{.pixels = 0, .shown = now};
  if (kept.width != now.width || kept.height != now.height) {
    found.pixels = static_cast<long>(now.width) * now.height;
    return found;
  }
  if (kept.bytes == now.bytes) return found;
  for (std::size_t i = 0; i + 3 < now.bytes.size(); i += 4) {
    int most = 0;
    for (std::size_t k = 0; k < 3; ++k) most = std::max(most, std::abs(int{now.bytes[i + k]} - int{kept.bytes[i + k]}));
    const bool is_other = most > kAboutTheSame;
    found.pixels += is_other;
    for (std::size_t k = 0; k < 3; ++k) {
      const int pale = 170 + now.bytes[i + k] / 3;
      found.shown.bytes[i + k] = static_cast<std::uint8_t>(is_other ? (k == 0 ? 220 : 0) : pale);
    }
  }
  return found;
}

}  // namespace

void compare_with_kept(const std::string& name, const Pixels& now) {
  const bool accepts = std::getenv("LAPAK_ACCEPT_PICTURES") != nullptr;
  const std::filesystem::path beside = std::filesystem::current_path() / "pictures-that-differ";
  const std::filesystem::path kept_path = kKept / (name + ".webp");
  const auto kept = read_webp(kept_path);
  const long all = long{now.width} * now.height;
  const Difference found = kept ? difference(*kept, now) : Difference{.pixels = all, .shown = now};
  const bool is_same = static_cast<double>(found.pixels) <= kMostDifferent * static_cast<double>(all);
  if (accepts && !is_same) write_webp(now, kept_path);
  if (accepts || is_same) return;
  std::filesystem::create_directories(beside);
  save_png(now, beside / (name + ".now.png"));
  save_png(found.shown, beside / (name + ".difference.png"));
  FAIL_CHECK(name << ": " << found.pixels << " pixels differ; see " << beside.string());
}

}  // namespace lapak::test
