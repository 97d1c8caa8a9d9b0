// paper: a page as a picture, by the rules of its printer: core/paper/pdf.cpp draws the same marks in the same places.
#include "core/paper/raster.h"

#include <stb_truetype.h>
#include <utf8proc.h>

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/paper/face.h"

namespace lapak {
namespace {

std::array<stbtt_fontinfo, 3> read_fonts() {
  std::array<stbtt_fontinfo, 3> fonts;
  for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::Bold})
    LAPAK_ASSERT(stbtt_InitFont(&fonts[static_cast<std::size_t>(weight)], face_file(weight).data(), 0));
  return fonts;
}

const stbtt_fontinfo& font_of(Weight weight) {
  static const std::array<stbtt_fontinfo, 3> fonts = read_fonts();
  return fonts[static_cast<std::size_t>(weight)];
}

// How much of the pixel in whose middle (x, y) lies is inside: 0 … 1, by the distance to the edge of a rounded box.
double cover_of_box(double x, double y, double left, double top, double right, double bottom, double radius) {
  const double half_width = (right - left) / 2, half_height = (bottom - top) / 2;
  const double r = std::min({radius, half_width, half_height});
  const double across = std::abs(x - (left + right) / 2) - half_width + r;
  const double down = std::abs(y - (top + bottom) / 2) - half_height + r;
  const double outside = std::hypot(std::max(across, 0.0), std::max(down, 0.0));
  const double distance = outside + std::min(std::max(across, down), 0.0) - r;
  return std::clamp(0.5 - distance, 0.0, 1.0);
}

class Sheet {
 public:
  Sheet(const Page& page, int width_px) : scale_(width_px / page.width) {
    pixels_.width = width_px;
    pixels_.height = static_cast<int>(std::lround(page.height * scale_));
    pixels_.bytes.assign(static_cast<std::size_t>(pixels_.width) * static_cast<std::size_t>(pixels_.height) * 3, 0xff);
  }

  void draw(const BoxMark& box) {
    const double left = box.left * scale_, top = box.top * scale_;
    const double right = left + box.width * scale_, bottom = top + box.height * scale_;
    each_pixel(left, top, right, bottom, [&](int x, int y) {
      blend(x, y, box.fill, cover_of_box(x + 0.5, y + 0.5, left, top, right, bottom, box.radius * scale_));
    });
  }

  void draw(const LineMark& line) {
    const double x1 = line.x1 * scale_, y1 = line.y1 * scale_;
    const double across = line.x2 * scale_ - x1, down = line.y2 * scale_ - y1;
    const double length = std::hypot(across, down), half = line.thickness * scale_ / 2;
    if (length <= 0) return;
    each_pixel(std::min(x1, x1 + across) - half, std::min(y1, y1 + down) - half, std::max(x1, x1 + across) + half,
               std::max(y1, y1 + down) + half, [&](int x, int y) {
                 const double from_x = x + 0.5 - x1, from_y = y + 0.5 - y1;
                 const double along = (from_x * across + from_y * down) / length;
                 const double aside = std::abs(from_x * down - from_y * across) / length;
                 const double dash = line.dash * scale_;
                 if (dash > 0 && std::fmod(std::max(along, 0.0), 2 * dash) >= dash) return;
                 const double ends =
                     std::min(std::clamp(along + 0.5, 0.0, 1.0), std::clamp(length - along + 0.5, 0.0, 1.0));
                 blend(x, y, line.ink, std::clamp(half - aside + 0.5, 0.0, std::min(1.0, 2 * half)) * ends);
               });
  }

  void draw(const ImageMark& mark) {
    const Result<Pixels> picture = mark.jpeg ? decode_rgba(*mark.jpeg) : refuse(ProblemCode::PhotoUnreadable);
    if (!picture) return;
    const double left = mark.left * scale_, top = mark.top * scale_;
    const double width = mark.width * scale_, height = mark.height * scale_;
    const double across = width / picture->width, down = height / picture->height;
    const double zoom = mark.fit == Fit::Cover ? std::max(across, down) : std::min(across, down);
    // Where the picture's own corner comes to lie.
    const double corner_x = left + (width - picture->width * zoom) / 2;
    const double corner_y = top + (height - picture->height * zoom) / 2;
    const double right = std::min(left + width, corner_x + picture->width * zoom);
    const double bottom = std::min(top + height, corner_y + picture->height * zoom);
    const double begin_x = std::max(left, corner_x), begin_y = std::max(top, corner_y);
    each_pixel(begin_x, begin_y, right, bottom, [&](int x, int y) {
      blend(x, y, averaged(*picture, (x + 0.5 - corner_x) / zoom, (y + 0.5 - corner_y) / zoom, 1 / zoom),
            cover_of_box(x + 0.5, y + 0.5, begin_x, begin_y, right, bottom, mark.radius * scale_));
    });
  }

  void draw(const SymbolMark& mark) {
    const double wide = mark.width / mark.symbol.columns, high = mark.height / mark.symbol.rows;
    for (int row = 0; row < mark.symbol.rows; ++row)
      for (int column = 0; column < mark.symbol.columns; ++column) {
        const int begin = column;
        while (column < mark.symbol.columns && mark.symbol.is_dark(column, row)) ++column;
        if (column > begin)
          draw(BoxMark{mark.left + begin * wide, mark.top + row * high, (column - begin) * wide, high, 0, Ink{}});
      }
  }

  void draw(const TextRun& run) {
    const stbtt_fontinfo& font = font_of(run.style.weight);
    const auto size =
        static_cast<float>(stbtt_ScaleForMappingEmToPixels(&font, static_cast<float>(run.style.size * scale_)));
    double pen = run.left * scale_;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(run.text.data());
    auto rest = static_cast<utf8proc_ssize_t>(run.text.size());
    while (rest > 0) {
      utf8proc_int32_t letter = 0;
      const utf8proc_ssize_t length = utf8proc_iterate(at, rest, &letter);
      if (length <= 0) return;
      draw_letter(font, letter, size, pen, run.baseline * scale_, run.style.ink);
      pen += advance_thousandths(static_cast<char32_t>(letter), run.style.weight) * run.style.size * scale_ / 1000;
      at += length;
      rest -= length;
    }
  }

  Pixels take() { return std::move(pixels_); }

 private:
  template <class Each>
  void each_pixel(double left, double top, double right, double bottom, const Each& each) {
    const int from_x = std::max(0, static_cast<int>(std::floor(left))),
              from_y = std::max(0, static_cast<int>(std::floor(top)));
    const int to_x = std::min(pixels_.width, static_cast<int>(std::ceil(right)));
    const int to_y = std::min(pixels_.height, static_cast<int>(std::ceil(bottom)));
    for (int y = from_y; y < to_y; ++y)
      for (int x = from_x; x < to_x; ++x) each(x, y);
  }

  void blend(int x, int y, Ink ink, double cover) {
    if (cover <= 0) return;
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels_.width) + static_cast<std::size_t>(x)) * 3;
    const auto mix = [&](std::uint8_t& channel, std::uint8_t with) {
      channel = static_cast<std::uint8_t>(std::lround(channel + (with - channel) * cover));
    };
    mix(pixels_.bytes[at], ink.red);
    mix(pixels_.bytes[at + 1], ink.green);
    mix(pixels_.bytes[at + 2], ink.blue);
  }

  // Of the pixels under one of ours: `side` of theirs long, at least one.
  static Ink averaged(const Pixels& picture, double x, double y, double side) {
    const double half = std::max(side, 1.0) / 2;
    double red = 0, green = 0, blue = 0, weights = 0;
    const int from_y = static_cast<int>(std::floor(y - half)), to_y = static_cast<int>(std::ceil(y + half));
    const int from_x = static_cast<int>(std::floor(x - half)), to_x = static_cast<int>(std::ceil(x + half));
    for (int row = from_y; row < to_y; ++row) {
      const double high = std::min(row + 1.0, y + half) - std::max<double>(row, y - half);
      const auto line = static_cast<std::size_t>(std::clamp(row, 0, picture.height - 1));
      for (int column = from_x; column < to_x; ++column) {
        const double weight = high * (std::min(column + 1.0, x + half) - std::max<double>(column, x - half));
        const auto spot = static_cast<std::size_t>(std::clamp(column, 0, picture.width - 1));
        const std::uint8_t* pixel = picture.bytes.data() + (line * static_cast<std::size_t>(picture.width) + spot) *
                                                               static_cast<std::size_t>(picture.channels);
        red += weight * pixel[0];
        green += weight * pixel[1];
        blue += weight * pixel[2];
        weights += weight;
      }
    }
    const auto channel = [&](double sum) { return static_cast<std::uint8_t>(std::lround(sum / weights)); };
    return {channel(red), channel(green), channel(blue)};
  }

  void draw_letter(const stbtt_fontinfo& font, int letter, float size, double pen, double baseline, Ink ink) {
    const auto shift = static_cast<float>(pen - std::floor(pen));
    const int x = static_cast<int>(std::floor(pen)), y = static_cast<int>(std::lround(baseline));
    int left = 0, top = 0, right = 0, bottom = 0;
    stbtt_GetCodepointBitmapBoxSubpixel(&font, letter, size, size, shift, 0, &left, &top, &right, &bottom);
    if (right <= left || bottom <= top) return;
    const int width = right - left, height = bottom - top;
    glyph_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    stbtt_MakeCodepointBitmapSubpixel(&font, glyph_.data(), width, height, width, size, size, shift, 0, letter);
    for (int row = 0; row < height; ++row)
      for (int column = 0; column < width; ++column) {
        const int to_x = x + left + column, to_y = y + top + row;
        if (to_x < 0 || to_y < 0 || to_x >= pixels_.width || to_y >= pixels_.height) continue;
        blend(
            to_x, to_y, ink,
            glyph_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)] /
                255.0);
      }
  }

  double scale_;
  Pixels pixels_;
  std::vector<unsigned char> glyph_;
};

}  // namespace

Pixels rasterised(const Page& page, int width_px) {
  LAPAK_ASSERT(page.width > 0 && page.height > 0 && width_px > 0);
  Sheet sheet(page, width_px);
  for (const Mark& mark : page.marks) std::visit([&](const auto& one) { sheet.draw(one); }, mark);
  return sheet.take();
}

}  // namespace lapak
