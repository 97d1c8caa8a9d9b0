// catalog: a small canvas: filled and stroked outlines with smooth edges. For the pictures that the program draws.
//
// Lengths are pixels from the top left corner. Deterministic; any thread.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/catalog/photo.h"

namespace lapak {

struct Spot {
  double x = 0, y = 0;
};

struct Paint {
  double red = 0, green = 0, blue = 0;  // 0…1
};
Paint paint(std::uint32_t rgb);  // 0x8a4a17
Paint mixed(Paint a, Paint b, double share_of_b);

// Closed outlines; where they overlap the union is meant.
using Outline = std::vector<Spot>;
using Outlines = std::vector<Outline>;

Outline ellipse(Spot middle, double radius_x, double radius_y, double turn_radians = 0);
Outline rounded_box(double left, double top, double right, double bottom, double radius);
// Straight sides, the corners rounded.
Outline soft_polygon(const std::vector<Spot>& corners, double radius);
// A closed curve through the spots (Catmull-Rom).
Outline blob(const std::vector<Spot>& through);
// The curve from first to last spot, through all of them.
std::vector<Spot> curve(const std::vector<Spot>& through);
// A line of round ends along the spots.
Outlines stroke(const std::vector<Spot>& along, double width);
Outline turned(Outline outline, Spot around, double radians);

// Whole pixels; right and bottom are the first that are outside.
struct Box {
  int left = 0, top = 0, right = 0, bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};
Box shared(Box a, Box b);  // of no width or height where they do not meet

// How much of each pixel an outline covers; nothing outside of the box.
class Mask {
 public:
  explicit Mask(Box box)
      : box_(box), cover_(static_cast<std::size_t>(box.width()) * static_cast<std::size_t>(box.height())) {}

  Box box() const { return box_; }
  // From the box's left to its right. Asserts: a row of the box.
  std::span<double> row(int y);
  std::span<const double> row(int y) const;

  // What both cover.
  friend Mask operator&(const Mask& a, const Mask& b);
  // What `a` covers and `b` does not.
  friend Mask operator-(Mask a, const Mask& b);

 private:
  Box box_;
  std::vector<double> cover_;
};

// How strong a pattern is at a spot, 0…1.
using Pattern = std::function<double(double x, double y)>;

class Canvas {
 public:
  // `wobble_px` makes every outline waver a little, as a hand would; `phase` chooses how.
  Canvas(int side, Paint ground, double wobble_px, double phase);

  Mask mask(const Outlines& outlines) const;
  Mask mask(const Outline& outline) const { return mask(Outlines{outline}); }

  void fill(const Mask& where, Paint with, double strength = 1);
  void fill(const Outline& outline, Paint with, double strength = 1) { fill(mask(outline), with, strength); }
  void fill(const Outlines& outlines, Paint with, double strength = 1) { fill(mask(outlines), with, strength); }
  void fill(const Mask& where, Paint with, const Pattern& pattern);

  Pixels pixels() const;
  int side() const { return side_; }

 private:
  Spot wavered(Spot spot) const;
  template <class Strength>
  void lay_on(const Mask& where, Paint with, const Strength& strength);

  int side_;
  double wobble_px_, phase_;
  std::vector<Paint> paints_;
};

}  // namespace lapak
