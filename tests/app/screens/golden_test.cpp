// Every screen as a seller sees it, against the pictures that were last accepted (tests/golden/screens).
//
// A picture that differs is laid beside the build with the differences in red. `tests/run accept` makes what is drawn
// now the pictures to come.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/screens/shots.h"
#include "app/window/offscreen.h"
#include "core/shop/demo.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

const std::filesystem::path kKept = LAPAK_SOURCE_DIR "/tests/golden/screens";
constexpr Instant kNow{1'763'800'000'000};
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

struct Set {
  const char* tail;  // of the file names
  std::filesystem::path shop;
  ShotOptions options;
};

// These show where the shop's file lies, which is elsewhere at each run.
bool tells_a_path(std::string_view shot) {
  return shot == "settings-backup" || shot == "settings-about";
}

std::vector<std::string_view> all_but(std::string_view one) {
  std::vector<std::string_view> names;
  for (const Shot& shot : every_shot())
    if (shot.name != one && !tells_a_path(shot.name) && std::ranges::find(names, shot.name) == names.end())
      names.push_back(shot.name);
  return names;
}

}  // namespace

TEST_CASE("every screen looks as it was accepted") {
  const bool accepts = std::getenv("LAPAK_ACCEPT_PICTURES") != nullptr;
  const std::filesystem::path beside = std::filesystem::current_path() / "pictures-that-differ";
  const TestFolder folder;
  SystemFiles files;
  const std::filesystem::path demo = folder / "demo.lapak";
  const std::filesystem::path empty = folder / "empty.lapak";
  REQUIRE(create_demo(demo, Language::Indonesian, kNow, files));
  FixedClock clock{kNow};
  SeededRandom random{7};
  REQUIRE(Shop::create(empty, demo_card(Language::Indonesian), {clock, random, files}));

  const std::vector<std::string_view> selling{"sell-cart", "pay-cash", "done"};
  const ShotOptions mori{.theme = ThemeName::Mori, .language = Language::Indonesian, .only = selling};
  const auto with = [&](auto change) {
    ShotOptions options = mori;
    change(options);
    return options;
  };
  const Set sets[] = {
      // The demo's day is open already.
      {"", demo, with([](ShotOptions& o) { o.only = all_but("open-day"); })},
      {"-empty", empty, with([](ShotOptions& o) { o.only = {"sell", "open-day", "stock", "history"}; })},
      {"-malam", demo, with([](ShotOptions& o) { o.theme = ThemeName::Malam; })},
      {"-terik", demo, with([](ShotOptions& o) { o.theme = ThemeName::Terik; })},
      {"-1024", demo, with([](ShotOptions& o) { o.width = 1024, o.height = 768; })},
      {"-pseudo", demo, with([](ShotOptions& o) { o.language = Language::Pseudo, o.only = {"sell-cart"}; })},
  };
  std::size_t compared = 0;
  for (const Set& set : sets) {
    std::size_t taken = 0;
    const auto done =
        each_shot(set.shop, set.options, {clock, random, files}, [&](std::string_view shot, const Pixels& now) {
          ++taken;
          const std::string name = fmt::format("{}{}", shot, set.tail);
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
        });
    REQUIRE(done);
    CHECK(taken == set.options.only.size());
    compared += taken;
  }
  MESSAGE(compared, " pictures compared");
}

}  // namespace lapak::test
