// catalog: the demo shop's pieces: each a few outlines in the colours of batik.
#include "core/catalog/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/base/check.h"
#include "core/base/random.h"
#include "core/catalog/canvas.h"

namespace lapak {
namespace {

constexpr int side = 640;
constexpr double pi = std::numbers::pi;

struct Colours {
  std::uint32_t wall, arch, table, main, second, accent, dark;
};

// Indigo, soga, leaf, madder, turmeric, mangosteen, sea, night.
constexpr std::array<Colours, 8> all_colours{{
    {0xf4ecdf, 0xd3dcf0, 0xe2d3bd, 0x2f4f9c, 0x8ea3d6, 0xf2b431, 0x172c63},
    {0xf8f1e7, 0xf0d6ba, 0xdcc3a5, 0xa05a22, 0xd9a57c, 0x2f4f9c, 0x5a2e0c},
    {0xf2f3e8, 0xcfe0c8, 0xdccfb4, 0x2f7d54, 0x9dbb86, 0xe0a83c, 0x174a30},
    {0xfaefe9, 0xf2cfc3, 0xe3cdb8, 0xb2463c, 0xe29a83, 0x2f6f73, 0x6e1f1a},
    {0xfcf5e4, 0xf8dfa0, 0xe0cba4, 0xcf8f1f, 0xf0c76e, 0x7a3b69, 0x6f4508},
    {0xf5eef3, 0xe3cddf, 0xdccbbd, 0x843f72, 0xc392b6, 0x4f8a8b, 0x47203e},
    {0xedf4f2, 0xbfdcd8, 0xe0d2bb, 0x2c7277, 0x86b9b5, 0xd2622a, 0x123f43},
    {0xe9e0d2, 0x46537a, 0xcdb899, 0xe0a83c, 0xf3d9a0, 0xb2463c, 0x1b2a4a},
}};

double soft(double distance_px) {
  return std::clamp(0.5 - distance_px, 0.0, 1.0);
}
double wrapped_half(double t) {
  return t - std::floor(t) - 0.5;
}

// Four petals in every square, the oldest of Javanese patterns.
Pattern kawung(double size) {
  return [size](double x, double y) {
    const double u = wrapped_half(x / size), v = wrapped_half(y / size);
    const double along = (std::abs(u) + std::abs(v)) / std::numbers::sqrt2,
                 across = (std::abs(u) - std::abs(v)) / std::numbers::sqrt2;
    const double petal = std::hypot((along - 0.36) / 0.27, across / 0.13) - 1;
    const double dot = std::hypot(u, v) - 0.055;
    return std::max(soft(petal * 0.13 * size), soft(dot * size));
  };
}

// Slanting waves, as in parang.
Pattern parang(double size) {
  return [size](double x, double y) {
    const double wave = std::sin(2 * pi * (x + y) / size + 1.3 * std::sin(2 * pi * (x - y) / (size * 1.1)));
    return soft(-(wave - 0.15) * size / 8);
  };
}

// Small stars, as in truntum.
Pattern stars(double size) {
  return [size](double x, double y) {
    const double row = std::floor(y / size);
    const double u = wrapped_half(x / size + 0.5 * row), v = wrapped_half(y / size);
    const double reach = 0.24 * (1 + 0.5 * std::cos(6 * std::atan2(v, u)));
    return soft((std::hypot(u, v) - reach) * size);
  };
}

Pattern dots(double size) {
  return [size](double x, double y) {
    const double u = wrapped_half(x / size + 0.5 * std::floor(y / size)), v = wrapped_half(y / size);
    return soft((std::hypot(u, v) - 0.2) * size);
  };
}

// Stripes of three widths, as in lurik.
Pattern stripes(double size) {
  return [size](double x, double) {
    const double u = x / size - std::floor(x / size);
    double nearest = 1;
    for (const auto& [middle, half] : {std::pair{0.2, 0.12}, std::pair{0.52, 0.05}, std::pair{0.76, 0.025}})
      nearest = std::min(nearest, std::abs(u - middle) - half);
    return soft(nearest * size);
  };
}

// Squares on their corners, one in another.
Pattern diamonds(double size) {
  return [size](double x, double y) {
    const double reach = std::abs(wrapped_half(x / size)) + std::abs(wrapped_half(y / size));
    return std::max(soft((std::abs(reach - 0.36) - 0.06) * size), soft((reach - 0.12) * size));
  };
}

Pattern weave(double size) {
  return [size](double x, double y) {
    const double u = wrapped_half(x / size), v = wrapped_half(y / size);
    const bool over = (static_cast<long>(std::floor(x / size)) + static_cast<long>(std::floor(y / size))) % 2 == 0;
    return soft((std::abs(over ? v : u) - 0.36) * size) * (0.55 + 0.45 * std::cos(pi * (over ? u : v)));
  };
}

Pattern chosen_pattern(std::uint64_t number, double size) {
  switch (number % 6) {
    case 0:
      return kawung(size);
    case 1:
      return parang(size);
    case 2:
      return stars(size * 0.8);
    case 3:
      return stripes(size * 1.3);
    case 4:
      return diamonds(size);
    default:
      return dots(size * 0.6);
  }
}

// Light from the left: darker towards the right side of [left, right].
Pattern roundness(double left, double right, double strength) {
  return [=](double x, double) { return strength * std::pow(std::clamp((x - left) / (right - left), 0.0, 1.0), 2.0); };
}

class Studio {
 public:
  Studio(std::uint64_t seed)
      : random_(seed * 0x9e3779b97f4a7c15ULL + 1),
        c_(all_colours[seed % all_colours.size()]),
        pattern_number_(random_.next()),
        canvas_(side, paint(c_.wall), 1.5, static_cast<double>(random_.below(628)) / 100) {
    backdrop();
  }

  Pixels draw(PictureKind kind) {
    switch (kind) {
      case PictureKind::Bag:
        bag();
        break;
      case PictureKind::Candle:
        candle();
        break;
      case PictureKind::Mug:
        mug();
        break;
      case PictureKind::Bowl:
        bowl();
        break;
      case PictureKind::Earrings:
        earrings();
        break;
      case PictureKind::Necklace:
        necklace();
        break;
      case PictureKind::Doll:
        doll();
        break;
      case PictureKind::Soap:
        soap();
        break;
      case PictureKind::Notebook:
        notebook();
        break;
      case PictureKind::Cloth:
        cloth();
        break;
      case PictureKind::KeyRing:
        key_ring();
        break;
      case PictureKind::Plant:
        plant();
        break;
      case PictureKind::Scarf:
        scarf();
        break;
      case PictureKind::Brooch:
        brooch();
        break;
      case PictureKind::Hat:
        hat();
        break;
      case PictureKind::Basket:
        basket();
        break;
    }
    return canvas_.pixels();
  }

 private:
  Paint main() const { return paint(c_.main); }
  Paint second() const { return paint(c_.second); }
  Paint accent() const { return paint(c_.accent); }
  Paint dark() const { return paint(c_.dark); }
  Paint cream() const { return paint(0xfff8ec); }
  Pattern pattern(double size) const { return chosen_pattern(pattern_number_, size); }

  void backdrop() {
    Outline arch = rounded_box(110, 70, 530, 700, 210);
    canvas_.fill(arch, paint(c_.arch));
    canvas_.fill(Outline{{-20, 486}, {660, 478}, {660, 660}, {-20, 660}}, paint(c_.table));
    canvas_.fill(canvas_.mask(Outline{{-20, 486}, {660, 478}, {660, 660}, {-20, 660}}), cream(),
                 [boards = stripes(46)](double x, double y) { return 0.22 * boards(y + 0.02 * x, x); });
  }

  void shadow(double x, double y, double radius_x, double radius_y) {
    constexpr double reach = 1.6;  // what is farther out is too faint to be seen
    canvas_.fill(canvas_.mask(ellipse({x, y}, reach * radius_x, reach * radius_y)), dark(), [=](double px, double py) {
      const double d = std::hypot((px - x) / radius_x, (py - y) / radius_y);
      return 0.34 * std::exp(-2.2 * d * d);
    });
  }

  // A body in one colour with light from the left.
  Mask body(const Outlines& outlines, Paint colour, double left, double right) {
    Mask where = canvas_.mask(outlines);
    canvas_.fill(where, colour);
    canvas_.fill(where, dark(), roundness(left, right, 0.28));
    return where;
  }
  Mask body(const Outline& outline, Paint colour, double left, double right) {
    return body(Outlines{outline}, colour, left, right);
  }

  void stitches(const std::vector<Spot>& along, Paint colour, double width = 4) {
    for (std::size_t i = 0; i + 1 < along.size(); i += 2) canvas_.fill(stroke({along[i], along[i + 1]}, width), colour);
  }

  std::vector<Spot> straight(Spot a, Spot b, int steps) const {
    std::vector<Spot> spots;
    for (int i = 0; i <= steps; ++i) spots.push_back({a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps});
    return spots;
  }

  void leaf(Spot root, double length, double width, double radians, Paint colour) {
    Outline outline = blob({{root.x, root.y},
                            {root.x + width / 2, root.y - length * 0.4},
                            {root.x, root.y - length},
                            {root.x - width / 2, root.y - length * 0.4}});
    const Mask where = canvas_.mask(turned(std::move(outline), root, radians));
    canvas_.fill(where, colour);
    const Spot tip{root.x + std::sin(radians) * length * 0.85, root.y - std::cos(radians) * length * 0.85};
    canvas_.fill(canvas_.mask(stroke({root, tip}, 3)) & where, mixed(colour, cream(), 0.35));
  }

  void bag() {
    shadow(320, 536, 230, 34);
    const auto handle = [&](double lift, Paint colour) {
      canvas_.fill(stroke(curve({{244, 284}, {256, 190 - lift}, {320, 142 - lift}, {384, 190 - lift}, {396, 284}}), 17),
                   colour);
    };
    handle(22, mixed(second(), dark(), 0.35));
    const Mask where = body(soft_polygon({{176, 268}, {464, 268}, {496, 536}, {144, 536}}, 26), cream(), 150, 640);
    canvas_.fill(where & canvas_.mask(rounded_box(100, 352, 540, 560, 0)), main());
    canvas_.fill(where & canvas_.mask(rounded_box(100, 352, 540, 560, 0)), cream(), pattern(52));
    canvas_.fill(where & canvas_.mask(rounded_box(100, 344, 540, 354, 0)), accent());
    handle(0, second());
    for (const double x : {244.0, 396.0}) canvas_.fill(rounded_box(x - 15, 266, x + 15, 306, 5), second());
    stitches(straight({186, 522}, {454, 522}, 24), accent(), 3.5);
  }

  void candle() {
    shadow(320, 524, 170, 30);
    const Mask everywhere = canvas_.mask(Outline{{-9, -9}, {649, -9}, {649, 649}, {-9, 649}});
    canvas_.fill(everywhere, paint(0xfff1b8), [](double x, double y) {
      const double d = std::hypot(x - 320, y - 212);
      return 0.8 * std::exp(-d * d / 9000);
    });
    const Mask jar = body(rounded_box(214, 290, 426, 528, 30), second(), 200, 560);
    canvas_.fill(ellipse({320, 300}, 104, 24), mixed(cream(), second(), 0.25));
    canvas_.fill(ellipse({320, 303}, 92, 18), cream());
    canvas_.fill(stroke({{320, 302}, {321, 268}}, 5), dark());
    canvas_.fill(blob({{320, 186}, {342, 236}, {320, 272}, {298, 236}}), paint(0xf5a524));
    canvas_.fill(blob({{320, 222}, {332, 248}, {320, 270}, {308, 248}}), paint(0xfff3c4));
    const Mask label = canvas_.mask(rounded_box(206, 372, 434, 470, 4)) & jar;
    canvas_.fill(label, cream());
    canvas_.fill(label & canvas_.mask(rounded_box(206, 384, 434, 458, 0)), main(), pattern(34));
    canvas_.fill(ellipse({320, 421}, 44, 32), cream());
    leaf({320, 446}, 46, 20, 0, main());
    canvas_.fill(jar & canvas_.mask(rounded_box(230, 316, 244, 510, 7)), cream(), 0.5);
  }

  void mug() {
    shadow(320, 522, 190, 30);
    for (const double x : {270.0, 322.0})
      canvas_.fill(stroke(curve({{x, 252}, {x + 16, 222}, {x - 6, 190}, {x + 12, 156}}), 7), cream(), 0.75);
    canvas_.fill(stroke(curve({{400, 340}, {474, 338}, {488, 400}, {452, 450}, {392, 456}}), 26),
                 mixed(main(), dark(), 0.18));
    const Mask where = body(soft_polygon({{188, 292}, {420, 292}, {406, 526}, {202, 526}}, 36), main(), 170, 520);
    const Mask glaze =
        where & canvas_.mask(blob(
                    {{150, 260}, {460, 260}, {450, 372}, {400, 356}, {352, 398}, {300, 362}, {244, 404}, {170, 366}}));
    canvas_.fill(glaze, cream());
    canvas_.fill(where & canvas_.mask(rounded_box(150, 420, 460, 500, 0)), cream(), pattern(40));
    canvas_.fill(ellipse({304, 294}, 115, 22), mixed(cream(), second(), 0.5));
    canvas_.fill(ellipse({304, 297}, 100, 16), paint(0x6b4226));
    canvas_.fill(ellipse({296, 294}, 40, 5), paint(0xa8754d), 0.7);
  }

  void bowl() {
    shadow(320, 528, 190, 28);
    canvas_.fill(soft_polygon({{262, 490}, {378, 490}, {392, 532}, {248, 532}}, 10), mixed(main(), dark(), 0.35));
    const Mask where =
        body(blob({{128, 330}, {150, 420}, {230, 500}, {320, 512}, {410, 500}, {490, 420}, {512, 330}, {320, 300}}),
             main(), 140, 560);
    canvas_.fill(where & canvas_.mask(rounded_box(100, 392, 540, 452, 0)), cream(), pattern(44));
    for (const double y : {384.0, 460.0})
      canvas_.fill(where & canvas_.mask(stroke(curve({{110, y - 22}, {320, y + 8}, {530, y - 22}}), 5)), accent());
    canvas_.fill(ellipse({320, 328}, 194, 42), mixed(main(), cream(), 0.3));
    canvas_.fill(ellipse({320, 333}, 176, 33), mixed(main(), dark(), 0.45));
    for (const auto& [x, y] : {std::pair{270.0, 318.0}, std::pair{322.0, 306.0}, std::pair{372.0, 320.0}}) {
      canvas_.fill(ellipse({x, y}, 36, 34), accent());
      canvas_.fill(ellipse({x - 11, y - 12}, 8, 7), cream(), 0.6);
    }
  }

  void earrings() {
    for (const double x : {224.0, 416.0}) {
      shadow(x + 12, 470, 74, 20);
      canvas_.fill(stroke(curve({{x - 22, 190}, {x - 18, 146}, {x + 10, 138}, {x + 18, 172}, {x, 214}}), 6),
                   paint(0xb98a2e));
      canvas_.fill(ellipse({x, 226}, 13, 13), accent());
      const Mask drop = body(blob({{x, 246}, {x + 64, 318}, {x + 48, 392}, {x, 414}, {x - 48, 392}, {x - 64, 318}}),
                             main(), x - 70, x + 130);
      canvas_.fill(drop, cream(), pattern(38));
      canvas_.fill(
          drop - canvas_.mask(blob({{x, 262}, {x + 53, 322}, {x + 40, 384}, {x, 402}, {x - 40, 384}, {x - 53, 322}})),
          second());
      for (int i = -2; i <= 2; ++i) {
        const double bx = x + i * 22, by = 424 - 4 * std::abs(i);
        canvas_.fill(stroke({{bx, by - 14}, {bx, by + 28}}, 3), paint(0xb98a2e));
        canvas_.fill(ellipse({bx, by + 36}, 9, 11), i % 2 == 0 ? accent() : second());
      }
    }
  }

  void necklace() {
    shadow(320, 486, 150, 30);
    canvas_.fill(stroke(curve({{150, 92}, {168, 250}, {236, 380}, {320, 424}, {404, 380}, {472, 250}, {490, 92}}), 4),
                 dark());
    const std::vector<Spot> string =
        curve({{150, 92}, {168, 250}, {236, 380}, {320, 424}, {404, 380}, {472, 250}, {490, 92}});
    int number = 0;
    double since = 100;
    for (std::size_t i = 1; i < string.size(); ++i) {
      since += std::hypot(string[i].x - string[i - 1].x, string[i].y - string[i - 1].y);
      const double radius = number % 3 == 0 ? 23 : 15;
      if (since < radius + 17) continue;
      since = 0;
      const Spot s = string[i];
      const Paint colour = number % 3 == 0 ? main() : number % 3 == 1 ? second() : accent();
      const Mask bead = body(ellipse(s, radius, radius), colour, s.x - radius, s.x + radius * 1.6);
      if (number % 3 == 0) canvas_.fill(bead, cream(), [](double x, double y) { return 0.9 * stripes(17)(y, x); });
      canvas_.fill(ellipse({s.x - radius * 0.35, s.y - radius * 0.4}, radius * 0.22, radius * 0.18), cream(), 0.8);
      ++number;
    }
    const Mask pendant = body(blob({{320, 420}, {372, 484}, {320, 556}, {268, 484}}), accent(), 260, 460);
    canvas_.fill(pendant & canvas_.mask(blob({{320, 444}, {352, 486}, {320, 530}, {288, 486}})), cream());
    leaf({320, 524}, 66, 30, 0, main());
  }

  void doll() {
    shadow(320, 548, 150, 26);
    const Paint skin = paint(0xf0c8a0);
    for (const double x : {278.0, 362.0}) {
      canvas_.fill(stroke({{x, 470}, {x, 528}}, 34), cream());
      canvas_.fill(ellipse({x - 3, 536}, 28, 17), dark());
    }
    canvas_.fill(stroke(curve({{262, 330}, {204, 372}, {190, 420}}), 32), skin);
    canvas_.fill(stroke(curve({{378, 330}, {436, 372}, {450, 420}}), 32), skin);
    const Mask dress = body(soft_polygon({{268, 300}, {372, 300}, {436, 486}, {204, 486}}, 30), main(), 200, 560);
    canvas_.fill(dress, cream(), pattern(42));
    canvas_.fill(dress & canvas_.mask(rounded_box(190, 458, 450, 474, 0)), accent());
    canvas_.fill(dress & canvas_.mask(ellipse({320, 296}, 40, 22)), cream());
    for (const double x : {214.0, 426.0}) canvas_.fill(ellipse({x, 216}, 36, 40), dark());
    canvas_.fill(ellipse({320, 206}, 108, 104), dark());
    canvas_.fill(ellipse({320, 222}, 92, 86), skin);
    canvas_.fill(canvas_.mask(ellipse({320, 222}, 94, 88)) &
                     canvas_.mask(blob({{220, 110}, {420, 110}, {424, 214}, {372, 168}, {300, 192}, {226, 214}})),
                 dark());
    for (const double x : {286.0, 354.0}) canvas_.fill(ellipse({x, 232}, 8, 10), paint(0x2a1c12));
    for (const double x : {262.0, 378.0}) canvas_.fill(ellipse({x, 258}, 17, 12), paint(0xe8856f), 0.55);
    canvas_.fill(stroke(curve({{302, 264}, {320, 274}, {338, 264}}), 5), paint(0x9c3d2a));
    for (const double x : {196.0, 444.0}) canvas_.fill(ellipse({x, 186}, 15, 15), accent());
  }

  void soap() {
    shadow(320, 530, 220, 30);
    const auto bar = [&](double left, double top, double right, double bottom, Paint colour, Paint band) {
      const Mask where = body(rounded_box(left, top, right, bottom, 30), colour, left, right + 160);
      canvas_.fill(where & canvas_.mask(rounded_box(left + 12, top + 8, right - 12, top + 20, 6)), cream(), 0.45);
      const double middle = (left + right) / 2;
      const Mask paper = where & canvas_.mask(rounded_box(middle - 74, top - 4, middle + 74, bottom + 4, 0));
      canvas_.fill(paper, cream());
      canvas_.fill(paper, band, pattern(36));
    };
    bar(150, 430, 486, 530, second(), main());
    bar(182, 330, 470, 430, mixed(accent(), cream(), 0.45), main());
    const Paint green = paint(0x5e8a4e);
    canvas_.fill(stroke(curve({{250, 330}, {320, 290}, {404, 214}}), 5), green);
    for (int i = 0; i < 5; ++i) {
      const Spot root{276 + 29.0 * i, 314 - 22.0 * i};
      leaf(root, 54, 24, -0.5, green);
      leaf(root, 54, 24, 1.75, mixed(green, cream(), 0.2));
    }
  }

  void notebook() {
    shadow(330, 540, 190, 28);
    const Spot middle{320, 340};
    const auto tilted = [&](Outline outline) { return turned(std::move(outline), middle, -0.09); };
    canvas_.fill(tilted(rounded_box(196, 160, 466, 534, 12)), mixed(dark(), main(), 0.3));
    canvas_.fill(tilted(rounded_box(200, 154, 460, 524, 6)), cream());
    const Mask cover = body(tilted(rounded_box(178, 150, 446, 526, 14)), main(), 170, 640);
    canvas_.fill(cover, cream(), pattern(56));
    canvas_.fill(cover & canvas_.mask(tilted(rounded_box(170, 140, 224, 540, 0))), dark());
    for (int i = 0; i < 7; ++i)
      canvas_.fill(tilted(rounded_box(198, 178 + 50.0 * i, 204, 204 + 50.0 * i, 3)), accent());
    canvas_.fill(tilted(rounded_box(266, 236, 404, 316, 8)), cream());
    for (const double y : {262.0, 282.0})
      canvas_.fill(tilted(rounded_box(286, y, y < 270 ? 384 : 356, y + 6, 3)), second());
    canvas_.fill(cover & canvas_.mask(tilted(rounded_box(416, 140, 428, 540, 0))), accent());
    canvas_.fill(tilted(soft_polygon({{300, 520}, {322, 520}, {322, 584}, {311, 570}, {300, 584}}, 2)), accent());
  }

  void cloth() {
    shadow(320, 536, 230, 28);
    const std::array<Paint, 4> colours{second(), main(), accent(), mixed(main(), dark(), 0.5)};
    for (int i = 0; i < 4; ++i) {
      const double top = 450 - 74.0 * i, left = 132 + 9.0 * (i % 2), right = 508 - 7.0 * ((i + 1) % 2);
      const Mask fold =
          body(rounded_box(left, top, right, top + 80, 36), colours[static_cast<std::size_t>(i)], left, right + 220);
      canvas_.fill(fold, cream(), chosen_pattern(pattern_number_ + static_cast<std::uint64_t>(i), 40));
      canvas_.fill(fold & canvas_.mask(stroke({{left + 30, top + 40}, {right + 20, top + 40}}, 5)), dark(), 0.45);
    }
    canvas_.fill(rounded_box(300, 214, 342, 532, 3), paint(0xd9b382));
    canvas_.fill(stroke(curve({{322, 222}, {270, 176}, {262, 214}, {320, 224}, {382, 212}, {372, 174}, {322, 222}}), 9),
                 paint(0xc79a63));
  }

  void key_ring() {
    shadow(336, 540, 120, 24);
    std::vector<Spot> ring;
    for (int i = 0; i <= 48; ++i)
      ring.push_back({320 + 74 * std::cos(2 * pi * i / 48), 164 + 74 * std::sin(2 * pi * i / 48)});
    canvas_.fill(stroke(ring, 13), paint(0x8f8a80));
    canvas_.fill(stroke(ring, 4), paint(0xd8d3c8));
    canvas_.fill(rounded_box(302, 214, 338, 312, 10), mixed(main(), dark(), 0.3));
    const Mask tag =
        body(blob({{320, 286}, {402, 344}, {408, 446}, {320, 540}, {232, 446}, {238, 344}}), main(), 230, 520);
    canvas_.fill(tag & canvas_.mask(blob({{320, 326}, {372, 366}, {376, 436}, {320, 498}, {264, 436}, {268, 366}})),
                 cream());
    canvas_.fill(tag & canvas_.mask(blob({{320, 326}, {372, 366}, {376, 436}, {320, 498}, {264, 436}, {268, 366}})),
                 second(), pattern(40));
    stitches(blob({{320, 306}, {388, 356}, {393, 442}, {320, 520}, {247, 442}, {252, 356}}), accent(), 4);
    canvas_.fill(ellipse({320, 306}, 13, 13), paint(0xd8c08a));
    canvas_.fill(ellipse({320, 306}, 5, 5), dark());
  }

  void plant() {
    shadow(320, 538, 160, 26);
    const Paint green = paint(0x4f8a5b);
    const std::array<double, 9> turns{-1.25, 1.25, -0.95, 0.95, -0.62, 0.62, -0.3, 0.3, 0};
    for (std::size_t i = 0; i < turns.size(); ++i)
      leaf({320, 372}, 168 + 10.0 * static_cast<double>(i), 66, turns[i],
           mixed(green, i % 2 == 0 ? paint(0x24563a) : paint(0x9cc48a), 0.35));
    const Mask pot = body(soft_polygon({{218, 372}, {422, 372}, {396, 538}, {244, 538}}, 18), main(), 210, 540);
    canvas_.fill(pot & canvas_.mask(rounded_box(200, 428, 440, 500, 0)), cream(), pattern(40));
    body(rounded_box(204, 352, 436, 396, 12), mixed(main(), cream(), 0.18), 200, 560);
  }

  void scarf() {
    shadow(320, 548, 190, 24);
    const auto tail = [&](double left, double right, double bottom, double lean, Paint colour, std::uint64_t number) {
      const Mask where =
          body(soft_polygon({{left, 250}, {right, 250}, {right + lean, bottom}, {left + lean, bottom}}, 8), colour,
               left, right + 130);
      canvas_.fill(where, cream(), chosen_pattern(pattern_number_ + number, 48));
      canvas_.fill(where & canvas_.mask(rounded_box(0, bottom - 40, 640, bottom - 24, 0)), accent());
      for (double x = left + lean + 6; x < right + lean - 2; x += 13)
        canvas_.fill(stroke({{x, bottom - 2}, {x + 2, bottom + 30}}, 4), colour);
    };
    tail(330, 440, 500, 34, mixed(main(), dark(), 0.25), 0);
    tail(212, 326, 516, -22, main(), 0);
    const Mask loop =
        body(blob({{180, 176}, {320, 132}, {460, 176}, {476, 256}, {400, 318}, {320, 330}, {240, 318}, {164, 256}}),
             main(), 170, 620);
    canvas_.fill(loop, cream(), pattern(48));
    canvas_.fill(ellipse({320, 196}, 92, 36), mixed(main(), dark(), 0.6));
    for (const double sag : {0.0, 26.0, 50.0})
      canvas_.fill(
          loop & canvas_.mask(stroke(curve({{176, 230 + sag * 0.6}, {320, 262 + sag}, {464, 230 + sag * 0.6}}), 4)),
          dark(), 0.4);
  }

  void brooch() {
    shadow(330, 500, 190, 34);
    for (const double turn : {2.2, 2.75, -2.3}) leaf({320, 330}, 216, 86, turn, paint(0x5e8a4e));
    for (int ring = 0; ring < 2; ++ring) {
      const int petals = ring == 0 ? 9 : 7;
      const double reach = ring == 0 ? 122 : 70, length = ring == 0 ? 84 : 58, width = ring == 0 ? 54 : 40;
      for (int i = 0; i < petals; ++i) {
        const double angle = 2 * pi * i / petals + ring * 0.4;
        const Spot middle{320 + reach * std::cos(angle), 316 + reach * std::sin(angle)};
        const Paint colour = ring == 0 ? (i % 2 == 0 ? main() : mixed(main(), dark(), 0.18)) : second();
        const Mask petal = canvas_.mask(ellipse(middle, length, width, angle));
        canvas_.fill(petal, colour);
        if (ring == 0) canvas_.fill(petal, cream(), [p = pattern(30)](double x, double y) { return 0.75 * p(x, y); });
      }
    }
    body(ellipse({320, 316}, 50, 50), accent(), 280, 440);
    for (const double dx : {-13.0, 13.0})
      for (const double dy : {-13.0, 13.0}) canvas_.fill(ellipse({320 + dx, 316 + dy}, 6, 6), dark());
  }

  void hat() {
    shadow(320, 496, 270, 30);
    const Paint straw = mixed(paint(0xe6c88f), second(), 0.15);
    const Mask brim = body(ellipse({320, 452}, 258, 58), straw, 80, 780);
    canvas_.fill(brim, paint(0x9a7436),
                 [straws = weave(15)](double x, double y) { return 0.5 * straws(x + y * 0.3, y); });
    const Mask crown =
        body(blob({{176, 448}, {190, 320}, {250, 230}, {320, 214}, {390, 230}, {450, 320}, {464, 448}, {320, 478}}),
             straw, 170, 600);
    canvas_.fill(crown, paint(0x9a7436), [straws = weave(15)](double x, double y) { return 0.5 * straws(x, y); });
    const Mask ribbon =
        crown & canvas_.mask(blob({{150, 372}, {320, 402}, {490, 372}, {496, 440}, {320, 472}, {144, 440}}));
    canvas_.fill(ribbon, main());
    canvas_.fill(ribbon, cream(), pattern(38));
    for (const double turn : {-1.0, -1.75}) leaf({424, 420}, 84, 44, turn + 2.6, main());
    canvas_.fill(ellipse({424, 418}, 19, 19), accent());
  }

  void basket() {
    shadow(320, 540, 220, 28);
    canvas_.fill(stroke(curve({{176, 330}, {206, 196}, {320, 136}, {434, 196}, {464, 330}}), 22), paint(0x9a6b35));
    canvas_.fill(stroke(curve({{176, 330}, {206, 196}, {320, 136}, {434, 196}, {464, 330}}), 6), paint(0xcfa468));
    const Mask napkin = canvas_.mask(
        blob({{160, 340}, {206, 268}, {262, 306}, {320, 250}, {380, 304}, {438, 266}, {480, 340}, {320, 380}}));
    canvas_.fill(napkin, main());
    canvas_.fill(napkin, cream(), pattern(38));
    const Mask where =
        body(soft_polygon({{142, 340}, {498, 340}, {456, 540}, {184, 540}}, 34), paint(0x8a5c2a), 140, 700);
    canvas_.fill(where, paint(0xdcb47c), weave(32));
    body(rounded_box(130, 324, 510, 362, 18), paint(0xb98448), 120, 660);
    stitches(straight({150, 343}, {490, 343}, 26), paint(0xe7c898), 6);
  }

  SeededRandom random_;
  Colours c_;
  std::uint64_t pattern_number_;
  Canvas canvas_;
};

constexpr std::array all_kinds{PictureKind::Bag,      PictureKind::Candle,   PictureKind::Mug,     PictureKind::Bowl,
                               PictureKind::Earrings, PictureKind::Necklace, PictureKind::Doll,    PictureKind::Soap,
                               PictureKind::Notebook, PictureKind::Cloth,    PictureKind::KeyRing, PictureKind::Plant,
                               PictureKind::Scarf,    PictureKind::Brooch,   PictureKind::Hat,     PictureKind::Basket};

}  // namespace

std::span<const PictureKind> picture_kinds() {
  return all_kinds;
}

Pixels draw_picture(PictureKind kind, std::uint64_t seed) {
  return Studio(seed).draw(kind);
}

Photo drawn_photo(PictureKind kind, std::uint64_t seed) {
  return kept_photo(draw_picture(kind, seed));
}

}  // namespace lapak
