// catalog: photos decoded, turned, scaled and encoded.
#include "core/catalog/photo.h"

#include <libheif/heif.h>
#include <sodium.h>
#include <stb_image.h>
#include <stb_image_resize.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "core/base/check.h"

namespace lapak {
namespace {

const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::unexpected<Problem> unreadable(std::string_view file_name) {
  return refuse(ProblemCode::PhotoUnreadable, std::string(file_name));
}

enum class Format { Jpeg, Png, Webp, Heif, Unknown };

Format format_of(std::string_view bytes) {
  if (bytes.starts_with("\xff\xd8\xff")) return Format::Jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Format::Png;
  if (bytes.size() >= 16 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Format::Webp;
  if (bytes.size() >= 12 &&
      heif_check_filetype(as_bytes(bytes), static_cast<int>(bytes.size())) == heif_filetype_yes_supported)
    return Format::Heif;
  return Format::Unknown;
}

// Problems: PhotoUnreadable for no size at all, PhotoTooLarge. Checked before a single pixel is decoded.
Result<void> checked_size(std::int64_t width, std::int64_t height, std::string_view file_name) {
  if (width <= 0 || height <= 0) return unreadable(file_name);
  if (width > kLargestPhotoSide_px || height > kLargestPhotoSide_px || width * height > kLargestPhoto_px)
    return refuse(ProblemCode::PhotoTooLarge, std::string(file_name));
  return {};
}

Pixels blank_pixels(int width, int height, int channels) {
  return {width, height, channels,
          std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                                    static_cast<std::size_t>(channels))};
}

// What is transparent becomes white.
Pixels without_alpha(const std::uint8_t* rgba, int width, int height, std::size_t stride_bytes) {
  Pixels rgb = blank_pixels(width, height, 3);
  std::uint8_t* to = rgb.bytes.data();
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* from = rgba + static_cast<std::size_t>(y) * stride_bytes;
    for (int x = 0; x < width; ++x, from += 4)
      for (int c = 0; c < 3; ++c)
        *to++ = static_cast<std::uint8_t>((from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
  }
  return rgb;
}

struct FreeTurbo {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, FreeTurbo>;

Turbo turbo(tjhandle handle) {
  if (!handle) throw std::bad_alloc();
  return Turbo(handle);
}

// How a camera was held, 1…8, as TIFF tag 0x0112 in the EXIF segment says; 1 when nothing says so.
// JEITA CP-3451 (Exif 2.2), section 4.6.4.
int exif_orientation(std::string_view jpeg) {
  const auto byte = [&](std::size_t at) { return at < jpeg.size() ? static_cast<unsigned char>(jpeg[at]) : 0u; };
  for (std::size_t at = 2; at + 4 <= jpeg.size() && byte(at) == 0xff;) {
    const unsigned marker = byte(at + 1);
    if (marker == 0xda || marker == 0xd9) break;
    const std::size_t length = byte(at + 2) << 8 | byte(at + 3);
    if (length < 2) break;
    const std::string_view segment = jpeg.substr(at + 4, length - 2);
    at += 2 + length;
    if (marker != 0xe1 || !segment.starts_with(std::string_view("Exif\0\0", 6))) continue;
    const std::string_view tiff = segment.substr(6);
    const bool little = tiff.starts_with("II");
    const auto number = [&](std::size_t offset, std::size_t size) -> std::size_t {
      std::size_t value = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const std::size_t place = offset + (little ? size - 1 - i : i);
        value = value << 8 | (place < tiff.size() ? static_cast<unsigned char>(tiff[place]) : 0u);
      }
      return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory >= tiff.size()) return 1;
    const std::size_t entries = std::min<std::size_t>(number(directory, 2), 200);
    for (std::size_t i = 0; i < entries; ++i) {
      const std::size_t entry = directory + 2 + 12 * i;
      if (number(entry, 2) != 0x0112) continue;
      const std::size_t orientation = number(entry + 8, 2);
      return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
    }
    return 1;
  }
  return 1;
}

// Where the pixel (x, y) of the upright picture stands in the stored one.
Pixels upright(Pixels stored, int orientation) {
  if (orientation == 1) return stored;
  const bool sideways = orientation >= 5;
  Pixels turned =
      blank_pixels(sideways ? stored.height : stored.width, sideways ? stored.width : stored.height, stored.channels);
  const int right = stored.width - 1, bottom = stored.height - 1;
  const auto channels = static_cast<std::size_t>(stored.channels);
  std::uint8_t* to = turned.bytes.data();
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x, to += channels) {
      int from_x = sideways ? y : x, from_y = sideways ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) from_x = right - from_x;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) from_y = bottom - from_y;
      const std::size_t from = (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(stored.width) +
                                static_cast<std::size_t>(from_x)) *
                               channels;
      std::copy_n(stored.bytes.data() + from, channels, to);
    }
  }
  return turned;
}

Pixels resized(const Pixels& from, int width, int height) {
  Pixels to = blank_pixels(width, height, from.channels);
  if (!stbir_resize_uint8_srgb(from.bytes.data(), from.width, from.height, 0, to.bytes.data(), width, height, 0,
                               from.channels, STBIR_ALPHA_CHANNEL_NONE, 0))
    throw std::bad_alloc();
  return to;
}

Pixels fitted(Pixels picture, int longest_side_px) {
  const int longest = std::max(picture.width, picture.height);
  if (longest <= longest_side_px) return picture;
  const auto scaled = [&](int side) {
    return std::max(1, static_cast<int>((static_cast<std::int64_t>(side) * longest_side_px + longest / 2) / longest));
  };
  return resized(picture, scaled(picture.width), scaled(picture.height));
}

Pixels middle_square(const Pixels& picture, int side_px) {
  const int side = std::min(picture.width, picture.height);
  Pixels square = blank_pixels(side, side, picture.channels);
  const auto channels = static_cast<std::size_t>(picture.channels);
  const int left = (picture.width - side) / 2, top = (picture.height - side) / 2;
  for (int y = 0; y < side; ++y) {
    const std::size_t from =
        (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(left)) *
        channels;
    std::copy_n(picture.bytes.data() + from, static_cast<std::size_t>(side) * channels,
                square.bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(side) * channels);
  }
  return resized(square, side_px, side_px);
}

Pixels from_inverted_cmyk(const Pixels& cmyk) {
  Pixels rgb = blank_pixels(cmyk.width, cmyk.height, 3);
  for (std::size_t pixel = 0; pixel < rgb.bytes.size() / 3; ++pixel)
    for (std::size_t c = 0; c < 3; ++c)
      rgb.bytes[3 * pixel + c] =
          static_cast<std::uint8_t>((cmyk.bytes[4 * pixel + c] * cmyk.bytes[4 * pixel + 3] + 127) / 255);
  return rgb;
}

// Decoded at the smallest of libjpeg's own scales that still has `longest_side_px`, which is cheap.
Result<Pixels> decode_jpeg(std::string_view bytes, int longest_side_px, TJPF format, std::string_view file_name) {
  const Turbo decoder = turbo(tjInitDecompress());
  int width = 0, height = 0, subsampling = 0, colours = 0;
  if (tjDecompressHeader3(decoder.get(), as_bytes(bytes), bytes.size(), &width, &height, &subsampling, &colours) != 0)
    return unreadable(file_name);
  if (Result<void> size = checked_size(width, height, file_name); !size) return std::unexpected(size.error());
  // Some programs for print write CMYK, inverted as Adobe does.
  const bool is_cmyk = colours == TJCS_CMYK || colours == TJCS_YCCK;
  if (is_cmyk && format != TJPF_RGB) return unreadable(file_name);
  if (is_cmyk) format = TJPF_CMYK;
  tjscalingfactor scale{1, 1};
  int count = 0;
  const tjscalingfactor* factors = tjGetScalingFactors(&count);
  for (int i = 0; i < count; ++i) {
    const tjscalingfactor f = factors[i];
    if (f.num >= f.denom || std::max(TJSCALED(width, f), TJSCALED(height, f)) < longest_side_px) continue;
    if (f.num * scale.denom < scale.num * f.denom) scale = f;
  }
  Pixels picture = blank_pixels(TJSCALED(width, scale), TJSCALED(height, scale), tjPixelSize[format]);
  if (tjDecompress2(decoder.get(), as_bytes(bytes), bytes.size(), picture.bytes.data(), picture.width, 0,
                    picture.height, format, TJFLAG_LIMITSCANS) != 0) {
    // Stray bytes that some telephones write hurt nothing. Any other warning means a cut or damaged file: half a
    // picture is not what the seller chose.
    const std::string_view complaint = tjGetErrorStr2(decoder.get());
    const bool harmless = tjGetErrorCode(decoder.get()) == TJERR_WARNING &&
                          complaint.find("extraneous bytes before marker") != complaint.npos;
    if (!harmless) return unreadable(file_name);
  }
  if (is_cmyk) picture = from_inverted_cmyk(picture);
  return upright(std::move(picture), exif_orientation(bytes));
}

Result<Pixels> decode_png(std::string_view bytes, std::string_view file_name) {
  int width = 0, height = 0, channels = 0;
  const int length = static_cast<int>(bytes.size());
  if (!stbi_info_from_memory(as_bytes(bytes), length, &width, &height, &channels)) {
    // stb knows no PNG beyond 2^24 a side; say so if that is all that is wrong.
    const auto side = [&](std::size_t at) {
      std::int64_t value = 0;
      for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
      return value;
    };
    if (side(16) > 0 && side(20) > 0 && std::max(side(16), side(20)) > kLargestPhotoSide_px)
      return refuse(ProblemCode::PhotoTooLarge, std::string(file_name));
    return unreadable(file_name);
  }
  if (Result<void> size = checked_size(width, height, file_name); !size) return std::unexpected(size.error());
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> rgba(
      stbi_load_from_memory(as_bytes(bytes), length, &width, &height, &channels, 4), &stbi_image_free);
  if (!rgba) return unreadable(file_name);
  return without_alpha(rgba.get(), width, height, static_cast<std::size_t>(width) * 4);
}

Result<Pixels> decode_webp(std::string_view bytes, std::string_view file_name) {
  int width = 0, height = 0;
  if (!WebPGetInfo(as_bytes(bytes), bytes.size(), &width, &height)) return unreadable(file_name);
  if (Result<void> size = checked_size(width, height, file_name); !size) return std::unexpected(size.error());
  const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> rgba(
      WebPDecodeRGBA(as_bytes(bytes), bytes.size(), &width, &height), &WebPFree);
  if (!rgba) return unreadable(file_name);
  return without_alpha(rgba.get(), width, height, static_cast<std::size_t>(width) * 4);
}

// libheif turns the picture upright by itself.
Result<Pixels> decode_heif(std::string_view bytes, std::string_view file_name) {
  const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(), &heif_context_free);
  if (!context) throw std::bad_alloc();
  if (heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr).code !=
      heif_error_Ok)
    return unreadable(file_name);
  heif_image_handle* primary = nullptr;
  if (heif_context_get_primary_image_handle(context.get(), &primary).code != heif_error_Ok)
    return unreadable(file_name);
  const std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)> handle(primary,
                                                                                        &heif_image_handle_release);
  if (Result<void> size =
          checked_size(heif_image_handle_get_width(primary), heif_image_handle_get_height(primary), file_name);
      !size)
    return std::unexpected(size.error());
  heif_image* decoded = nullptr;
  if (heif_decode_image(primary, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr).code !=
      heif_error_Ok)
    return unreadable(file_name);
  const std::unique_ptr<heif_image, decltype(&heif_image_release)> image(decoded, &heif_image_release);
  int stride = 0;
  const std::uint8_t* rgba = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
  const int width = heif_image_get_width(decoded, heif_channel_interleaved);
  const int height = heif_image_get_height(decoded, heif_channel_interleaved);
  if (!rgba || width <= 0 || height <= 0) return unreadable(file_name);
  return without_alpha(rgba, width, height, static_cast<std::size_t>(stride));
}

// Upright RGB, at least `longest_side_px` on the longer side where the picture has that.
Result<Pixels> decode_any(std::string_view bytes, int longest_side_px, std::string_view file_name) {
  if (bytes.size() > kLargestPhotoFile_bytes) return refuse(ProblemCode::PhotoTooLarge, std::string(file_name));
  switch (format_of(bytes)) {
    case Format::Jpeg:
      return decode_jpeg(bytes, longest_side_px, TJPF_RGB, file_name);
    case Format::Png:
      return decode_png(bytes, file_name);
    case Format::Webp:
      return decode_webp(bytes, file_name);
    case Format::Heif:
      return decode_heif(bytes, file_name);
    case Format::Unknown:
      return unreadable(file_name);
  }
  LAPAK_ASSERT(false);
}

}  // namespace

Photo kept_photo(Pixels picture) {
  picture = fitted(std::move(picture), kPhotoSide_px);
  Photo photo;
  photo.jpeg = encode_jpeg(picture);
  photo.thumbnail_jpeg = encode_jpeg(middle_square(picture, kThumbnailSide_px));
  photo.width = picture.width;
  photo.height = picture.height;
  photo.content_hash = content_hash(photo.jpeg);
  return photo;
}

Result<Photo> make_photo(std::string_view bytes, std::string_view file_name) {
  Result<Pixels> picture = decode_any(bytes, kPhotoSide_px, file_name);
  if (!picture) return std::unexpected(picture.error());
  return kept_photo(std::move(*picture));
}

Result<Photo> turned_photo(std::string_view jpeg) {
  constexpr int kQuarterToTheRight = 6;  // as EXIF numbers it
  Result<Pixels> picture = decode_any(jpeg, kPhotoSide_px, {});
  if (!picture) return std::unexpected(picture.error());
  return kept_photo(upright(std::move(*picture), kQuarterToTheRight));
}

ContentHash content_hash(std::string_view bytes) {
  ContentHash hash;
  crypto_generichash(hash.data(), hash.size(), as_bytes(bytes), bytes.size(), nullptr, 0);
  return hash;
}

Result<Pixels> decode_rgba(std::string_view jpeg) {
  if (jpeg.size() > kLargestPhotoFile_bytes) return unreadable({});
  return decode_jpeg(jpeg, kLargestPhotoSide_px, TJPF_RGBA, {});
}

Result<Pixels> decode_grey(std::string_view bytes, int longest_side_px) {
  Result<Pixels> picture = decode_any(bytes, longest_side_px, {});
  if (!picture) return std::unexpected(picture.error());
  const Pixels rgb = fitted(std::move(*picture), longest_side_px);
  Pixels grey = blank_pixels(rgb.width, rgb.height, 1);
  for (std::size_t i = 0; i < grey.bytes.size(); ++i) {
    const std::uint8_t* p = &rgb.bytes[3 * i];
    grey.bytes[i] = static_cast<std::uint8_t>((p[0] * 299 + p[1] * 587 + p[2] * 114 + 500) / 1000);  // ITU-R BT.601
  }
  return grey;
}

std::string smaller_jpeg(std::string_view jpeg, int longest_side_px) {
  Result<Pixels> picture = decode_jpeg(jpeg, longest_side_px, TJPF_RGB, {});
  return picture ? encode_jpeg(fitted(std::move(*picture), longest_side_px)) : std::string();
}

JpegSize jpeg_size(std::string_view jpeg) {
  if (!jpeg.starts_with("\xff\xd8\xff") || !jpeg.ends_with("\xff\xd9") || jpeg.size() > kLargestPhotoFile_bytes)
    return {};
  const Turbo decoder = turbo(tjInitDecompress());
  JpegSize size;
  int subsampling = 0, colours = 0;
  if (tjDecompressHeader3(decoder.get(), as_bytes(jpeg), jpeg.size(), &size.width, &size.height, &subsampling,
                          &colours) != 0 ||
      !checked_size(size.width, size.height, {}))
    return {};
  return size;
}

std::string encode_jpeg(const Pixels& rgb, int quality) {
  LAPAK_ASSERT(rgb.channels == 3 && rgb.width > 0 && rgb.height > 0);
  LAPAK_ASSERT(rgb.bytes.size() == static_cast<std::size_t>(rgb.width) * static_cast<std::size_t>(rgb.height) * 3);
  const Turbo encoder = turbo(tjInitCompress());
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int outcome = tjCompress2(encoder.get(), rgb.bytes.data(), rgb.width, 0, rgb.height, TJPF_RGB, &bytes, &size,
                                  TJSAMP_420, quality, TJFLAG_ACCURATEDCT);
  const std::unique_ptr<unsigned char, decltype(&tjFree)> owner(bytes, &tjFree);
  if (outcome != 0) throw std::bad_alloc();
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace lapak
