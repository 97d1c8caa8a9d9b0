// catalog: photos: from what a phone or the web made to the two small JPEGs that the shop keeps.
//
// Every picture that comes from outside passes make_photo and is encoded anew: no byte of the original, and so nothing
// that hides in it, reaches the file, a PDF or a texture. Sizes are checked before anything is decoded. Any thread.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace lapak {

inline constexpr int kPhotoSide_px = 1280;
inline constexpr int kThumbnailSide_px = 256;
inline constexpr std::size_t kLargestPhotoFile_bytes = 20'000'000;
inline constexpr int kLargestPhotoSide_px = 8192;
inline constexpr std::int64_t kLargestPhoto_px = 40'000'000;

using ContentHash = std::array<std::uint8_t, 32>;

// Pixels in rows from the top, three or four bytes each.
struct Pixels {
  int width = 0, height = 0;
  int channels = 3;
  std::vector<std::uint8_t> bytes;
};

struct Photo {
  std::string jpeg;            // at most kPhotoSide_px a side, upright, without metadata
  std::string thumbnail_jpeg;  // kThumbnailSide_px square, its middle
  int width = 0, height = 0;   // of `jpeg`
  ContentHash content_hash{};  // of `jpeg`, BLAKE2b-256: the photo's name in the shop
};

// From JPEG, PNG, WebP or HEIC. Turned upright as its EXIF says; what is transparent becomes white.
// Problems: PhotoTooLarge (a side, the pixels or the file), PhotoUnreadable (anything else). `file_name` is for them.
Result<Photo> make_photo(std::string_view bytes, std::string_view file_name = {});

// One of our own photos, turned a quarter to the right. Problems: PhotoUnreadable.
Result<Photo> turned_photo(std::string_view jpeg);

// A picture that the program drew, as the shop keeps it. Asserts: three channels, not empty.
Photo kept_photo(Pixels rgb);

ContentHash content_hash(std::string_view bytes);

// For a texture: four channels, opaque. Problems: PhotoUnreadable.
Result<Pixels> decode_rgba(std::string_view jpeg);

// Grey values of any picture make_photo would take, at most `longest_side_px`, upright. The same problems.
Result<Pixels> decode_grey(std::string_view bytes, int longest_side_px);

// Whether these are whole JPEG bytes with a sane size, such as make_photo writes; {0, 0} when not.
struct JpegSize {
  int width = 0, height = 0;
};
JpegSize jpeg_size(std::string_view jpeg);

// The picture of one of our own JPEGs with its longer side brought down to `longest_side_px`; empty when unreadable.
std::string smaller_jpeg(std::string_view jpeg, int longest_side_px);

// Asserts: three channels, not empty.
std::string encode_jpeg(const Pixels& rgb, int quality = 85);

}  // namespace lapak
