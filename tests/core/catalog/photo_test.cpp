// tests: pictures that come from outside, kind and hostile.
#include "core/catalog/photo.h"

#include <doctest/doctest.h>
#include <stb_image_write.h>
#include <turbojpeg.h>
#include <webp/encode.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace lapak {
namespace {

// Red left, blue right, both green in their lower half: its four corners tell how it was turned.
Pixels quarters(int width, int height) {
  Pixels picture{width, height, 3, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = x < width / 2, low = y >= height / 2;
      picture.bytes.insert(picture.bytes.end(),
                           {static_cast<std::uint8_t>(left ? 220 : 20), static_cast<std::uint8_t>(low ? 200 : 20),
                            static_cast<std::uint8_t>(left ? 20 : 220)});
    }
  }
  return picture;
}

std::string corner(const Pixels& p, bool right, bool low) {
  const int x = right ? p.width * 7 / 8 : p.width / 8, y = low ? p.height * 7 / 8 : p.height / 8;
  const std::uint8_t* at = &p.bytes[static_cast<std::size_t>((y * p.width + x) * p.channels)];
  return std::string(at[0] > 128 ? "red" : "blue") + (at[1] > 128 ? "+green" : "");
}

// As a camera writes it: the orientation in an EXIF segment before everything else.
std::string with_orientation(const std::string& jpeg, char orientation) {
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0", 32);
  exif[24] = orientation;
  const std::size_t length = exif.size() + 2;
  return jpeg.substr(0, 2) + "\xff\xe1" + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + exif +
         jpeg.substr(2);
}

std::string png(const Pixels& p) {
  std::string file;
  const auto append = [](void* to, void* bytes, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  };
  REQUIRE(stbi_write_png_to_func(append, &file, p.width, p.height, p.channels, p.bytes.data(), 0));
  return file;
}

std::string webp(const Pixels& p) {
  std::uint8_t* bytes = nullptr;
  const std::size_t size = WebPEncodeRGB(p.bytes.data(), p.width, p.height, p.width * 3, 90, &bytes);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  WebPFree(bytes);
  return file;
}

// The height and width that a JPEG's frame header claims.
std::string with_claimed_size(std::string jpeg, int width, int height) {
  const std::size_t frame = jpeg.find("\xff\xc0");
  REQUIRE(frame != jpeg.npos);
  jpeg[frame + 5] = static_cast<char>(height >> 8);
  jpeg[frame + 6] = static_cast<char>(height & 0xff);
  jpeg[frame + 7] = static_cast<char>(width >> 8);
  jpeg[frame + 8] = static_cast<char>(width & 0xff);
  return jpeg;
}

ProblemCode problem_of(std::string_view bytes) {
  const Result<Photo> photo = make_photo(bytes, "kalung.jpg");
  REQUIRE(!photo);
  CHECK(photo.error().facts == std::vector<ProblemFact>{std::string("kalung.jpg")});
  return photo.error().code;
}

}  // namespace

TEST_CASE("a large photo is scaled down and gets a square thumbnail") {
  const Result<Photo> photo = make_photo(encode_jpeg(quarters(3000, 1500)));
  REQUIRE(photo);
  CHECK(photo->width == 1280);
  CHECK(photo->height == 640);
  const JpegSize kept = jpeg_size(photo->jpeg), thumbnail = jpeg_size(photo->thumbnail_jpeg);
  CHECK(kept.width == 1280);
  CHECK(kept.height == 640);
  CHECK(thumbnail.width == 256);
  CHECK(thumbnail.height == 256);
  const Result<Pixels> small = decode_rgba(photo->thumbnail_jpeg);
  REQUIRE(small);
  CHECK(small->channels == 4);
  CHECK(small->bytes[3] == 255);
  CHECK(corner(*small, false, false) == "red");
  CHECK(corner(*small, true, true) == "blue+green");
}

TEST_CASE("a kept photo turns a quarter to the right, and four times are none") {
  const Photo photo = make_photo(encode_jpeg(quarters(400, 200))).value();
  Result<Photo> turned = turned_photo(photo.jpeg);
  REQUIRE(turned);
  CHECK(turned->width == 200);
  CHECK(turned->height == 400);
  const Pixels pixels = decode_rgba(turned->jpeg).value();
  CHECK(corner(pixels, false, false) == "red+green");  // was low left
  CHECK(corner(pixels, true, false) == "red");
  for (int i = 0; i < 3; ++i) turned = turned_photo(turned->jpeg);
  CHECK(corner(decode_rgba(turned->jpeg).value(), false, false) == "red");
  CHECK(turned_photo("no photo").error().code == ProblemCode::PhotoUnreadable);
}

TEST_CASE("a small photo keeps its size") {
  const Result<Photo> photo = make_photo(encode_jpeg(quarters(40, 30)));
  REQUIRE(photo);
  CHECK(photo->width == 40);
  CHECK(photo->height == 30);
}

TEST_CASE("PNG and WebP are taken too, and what is transparent becomes white") {
  CHECK(make_photo(png(quarters(300, 200))).value().width == 300);
  CHECK(make_photo(webp(quarters(300, 200))).value().width == 300);
  const Pixels clear{16, 16, 4, std::vector<std::uint8_t>(16 * 16 * 4, 0)};
  const Result<Pixels> shown = decode_rgba(make_photo(png(clear)).value().jpeg);
  REQUIRE(shown);
  CHECK(shown->bytes[0] > 250);
}

TEST_CASE("a telephone's HEIC is taken") {
  std::ifstream file(LAPAK_SOURCE_DIR "/tests/fixtures/quarters.heic", std::ios::binary);  // quarters(64, 48)
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const Result<Photo> photo = make_photo(bytes);
  REQUIRE(photo);
  CHECK(photo->width == 64);
  CHECK(photo->height == 48);
  const Pixels shown = decode_rgba(photo->jpeg).value();
  CHECK(corner(shown, false, false) == "red");
  CHECK(corner(shown, true, true) == "blue+green");
  CHECK(problem_of(std::string_view(bytes).substr(0, bytes.size() / 2)) == ProblemCode::PhotoUnreadable);
}

TEST_CASE("a JPEG in the inks of print is taken") {
  const Pixels picture = quarters(64, 48);
  std::vector<std::uint8_t> cmyk;  // inverted: 255 is no ink
  for (std::size_t i = 0; i < picture.bytes.size(); i += 3)
    cmyk.insert(cmyk.end(), {picture.bytes[i], picture.bytes[i + 1], picture.bytes[i + 2], 255});
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const tjhandle encoder = tjInitCompress();
  REQUIRE(tjCompress2(encoder, cmyk.data(), 64, 0, 48, TJPF_CMYK, &bytes, &size, TJSAMP_444, 90, 0) == 0);
  const Result<Photo> photo = make_photo({reinterpret_cast<const char*>(bytes), size});
  tjFree(bytes);
  tjDestroy(encoder);
  REQUIRE(photo);
  const Pixels shown = decode_rgba(photo->jpeg).value();
  CHECK(corner(shown, false, false) == "red");
  CHECK(corner(shown, true, true) == "blue+green");
}

TEST_CASE("a photo is turned upright, whichever way the camera was held") {
  // What the corners top left and top right of the upright picture show, by the orientation the camera noted.
  const std::pair<const char*, const char*> expected[] = {
      {"red", "blue"},      {"blue", "red"},      {"blue+green", "red+green"}, {"red+green", "blue+green"},
      {"red", "red+green"}, {"red+green", "red"}, {"blue+green", "blue"},      {"blue", "blue+green"}};
  const std::string jpeg = encode_jpeg(quarters(320, 160));
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const Result<Photo> photo = make_photo(with_orientation(jpeg, static_cast<char>(orientation)));
    REQUIRE(photo);
    CHECK(photo->width == (orientation >= 5 ? 160 : 320));
    const Pixels upright = decode_rgba(photo->jpeg).value();
    CHECK(corner(upright, false, false) == expected[orientation - 1].first);
    CHECK(corner(upright, true, false) == expected[orientation - 1].second);
  }
}

TEST_CASE("no metadata of the original is kept") {
  std::string jpeg = with_orientation(encode_jpeg(quarters(64, 64)), 1);
  jpeg.insert(2, std::string("\xff\xfe\x00\x0eGPS 6.9 107.6", 16));
  REQUIRE(jpeg.find("GPS") != jpeg.npos);
  const Result<Photo> photo = make_photo(jpeg);
  REQUIRE(photo);
  CHECK(photo->jpeg.find("GPS") == std::string::npos);
  CHECK(photo->jpeg.find("Exif") == std::string::npos);
}

TEST_CASE("stray bytes before the end, as some telephones write them, are no damage") {
  std::string jpeg = encode_jpeg(quarters(64, 64));
  jpeg.insert(jpeg.size() - 2, "\x12\x34");
  CHECK(make_photo(jpeg));
}

TEST_CASE("the same picture has the same name in the shop, another has another") {
  const Photo one = make_photo(encode_jpeg(quarters(64, 64))).value();
  CHECK(one.content_hash == make_photo(encode_jpeg(quarters(64, 64))).value().content_hash);
  CHECK(one.content_hash == content_hash(one.jpeg));
  CHECK(one.content_hash != make_photo(encode_jpeg(quarters(64, 62))).value().content_hash);
}

TEST_CASE("what is no picture is refused with its file's name") {
  CHECK(problem_of("") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("\x7f"
                   "ELF\x02\x01\x01") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("MZ\x90") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("\xff\xd8\xff") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("\xff\xd8\xff\xe0" + std::string(5'000, '\0')) == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("RIFF\x04\0\0\0WEBPVP8 ") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("<svg xmlns='http://www.w3.org/2000/svg'/>") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of("%PDF-1.4") == ProblemCode::PhotoUnreadable);
  CHECK(problem_of(std::string("\0\0\0\x18"
                               "ftypheic\0\0\0\0mif1heic",
                               24)) == ProblemCode::PhotoUnreadable);
}

TEST_CASE("sizes are judged before anything is decoded") {
  const std::string jpeg = encode_jpeg(quarters(64, 64));
  CHECK(problem_of(with_claimed_size(jpeg, 65'500, 65'500)) == ProblemCode::PhotoTooLarge);
  CHECK(problem_of(with_claimed_size(jpeg, 8'193, 10)) == ProblemCode::PhotoTooLarge);
  CHECK(problem_of(with_claimed_size(jpeg, 8'000, 8'000)) == ProblemCode::PhotoTooLarge);
  CHECK(problem_of(with_claimed_size(jpeg, 0, 0)) == ProblemCode::PhotoUnreadable);
  CHECK(problem_of(jpeg + std::string(kLargestPhotoFile_bytes, 'x')) == ProblemCode::PhotoTooLarge);
  std::string bomb = png(quarters(16, 16));
  for (const std::size_t side : {16u, 20u}) bomb.replace(side, 4, std::string("\0\0\xff\xdc", 4));
  CHECK(problem_of(bomb) == ProblemCode::PhotoTooLarge);
}

TEST_CASE("a cut picture is refused, wherever it was cut") {
  const Pixels picture = quarters(200, 150);
  const std::pair<const char*, std::string> files[] = {
      {"jpeg", encode_jpeg(picture)}, {"png", png(picture)}, {"webp", webp(picture)}};
  for (const auto& [name, file] : files) {
    CAPTURE(name);
    REQUIRE(make_photo(file));
    for (std::size_t tenth = 0; tenth < 9; ++tenth) {
      CAPTURE(tenth);
      CHECK(problem_of(std::string_view(file).substr(0, file.size() * tenth / 10)) == ProblemCode::PhotoUnreadable);
    }
  }
}

TEST_CASE("a picture with any byte wrong is refused or shown, and what is kept is sound") {
  const std::string file = encode_jpeg(quarters(48, 48));
  for (std::size_t at = 0; at < file.size(); at += 3) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5a);
    if (const Result<Photo> photo = make_photo(damaged)) {
      CHECK(jpeg_size(photo->jpeg).width == photo->width);
      CHECK(jpeg_size(photo->jpeg).height == photo->height);
    }
  }
}

TEST_CASE("bytes that are no whole JPEG have no size") {
  const std::string jpeg = encode_jpeg(quarters(48, 32));
  CHECK(jpeg_size(jpeg).width == 48);
  CHECK(jpeg_size(jpeg).height == 32);
  CHECK(jpeg_size("").width == 0);
  CHECK(jpeg_size(std::string_view(jpeg).substr(0, jpeg.size() / 2)).width == 0);
  CHECK(jpeg_size(with_claimed_size(jpeg, 65'500, 65'500)).width == 0);
  CHECK(jpeg_size(png(quarters(8, 8))).width == 0);
}

}  // namespace lapak
