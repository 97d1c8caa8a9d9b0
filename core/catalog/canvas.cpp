// catalog: outlines turned into covered pixels.
#include "core/catalog/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/check.h"

namespace lapak {
namespace {

constexpr double pi = std::numbers::pi;

double signed_area(const Outline& outline) {
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Spot a = outline[i], b = outline[(i + 1) % outline.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

// ∫ clamp(s, 0, 1) ds from 0 to t.
double ramp_integral(double t) {
  return t <= 0 ? 0 : t < 1 ? t * t / 2 : t - 0.5;
}

// Adds to every row how the covered area to the right of the edge changes from pixel to pixel: the sum along a row
// is then what the outline covers, exactly.
void add_edge(Mask& change, Spot from, Spot to) {
  if (from.y == to.y) return;
  const double direction = from.y < to.y ? 1 : -1;
  const Spot top = from.y < to.y ? from : to, foot = from.y < to.y ? to : from;
  const double slope = (foot.x - top.x) / (foot.y - top.y);
  const Box box = change.box();
  const int last_row = std::min(box.bottom, static_cast<int>(std::ceil(foot.y)));
  const double leftmost = box.left, rightmost = box.right - 1;
  for (int row = std::max(box.top, static_cast<int>(std::floor(top.y))); row < last_row; ++row) {
    const double begin = std::max<double>(row, top.y), end = std::min<double>(row + 1, foot.y);
    const double x1 = std::clamp(top.x + (begin - top.y) * slope, leftmost, rightmost);
    const double x2 = std::clamp(top.x + (end - top.y) * slope, leftmost, rightmost);
    const double left = std::min(x1, x2), right = std::max(x1, x2), height = (end - begin) * direction;
    const std::span<double> changes = change.row(row);
    double before = 0;
    for (int column = static_cast<int>(left); column < box.right; ++column) {
      const double covered =
          right - left < 1e-9 ? std::clamp(column + 1 - left, 0.0, 1.0)
                              : (ramp_integral(column + 1 - left) - ramp_integral(column + 1 - right)) / (right - left);
      changes[static_cast<std::size_t>(column - box.left)] += height * (covered - before);
      before = covered;
      if (covered >= 1) break;
    }
  }
}

}  // namespace

Paint paint(std::uint32_t rgb) {
  return {static_cast<double>(rgb >> 16 & 0xff) / 255, static_cast<double>(rgb >> 8 & 0xff) / 255,
          static_cast<double>(rgb & 0xff) / 255};
}

Paint mixed(Paint a, Paint b, double share_of_b) {
  const double s = share_of_b;
  return {a.red + (b.red - a.red) * s, a.green + (b.green - a.green) * s, a.blue + (b.blue - a.blue) * s};
}

Outline ellipse(Spot middle, double radius_x, double radius_y, double turn_radians) {
  Outline outline;
  constexpr int corners = 72;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * pi * i / corners;
    outline.push_back({middle.x + radius_x * std::cos(angle), middle.y + radius_y * std::sin(angle)});
  }
  return turn_radians == 0 ? outline : turned(std::move(outline), middle, turn_radians);
}

Outline rounded_box(double left, double top, double right, double bottom, double radius) {
  return soft_polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}}, radius);
}

Outline soft_polygon(const std::vector<Spot>& corners, double radius) {
  Outline outline;
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Spot before = corners[(i + count - 1) % count], corner = corners[i], after = corners[(i + 1) % count];
    const auto towards = [&](Spot other) {
      const double length = std::hypot(other.x - corner.x, other.y - corner.y);
      const double share = length > 0 ? std::min(radius, length / 2) / length : 0;
      return Spot{corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share};
    };
    const Spot begin = towards(before), end = towards(after);
    constexpr int steps = 8;
    for (int step = 0; step <= steps; ++step) {
      const double t = static_cast<double>(step) / steps, u = 1 - t;
      outline.push_back({u * u * begin.x + 2 * u * t * corner.x + t * t * end.x,
                         u * u * begin.y + 2 * u * t * corner.y + t * t * end.y});
    }
  }
  return outline;
}

namespace {

Spot catmull_rom(Spot a, Spot b, Spot c, Spot d, double t) {
  const auto along = [t](double p, double q, double r, double s) {
    return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
  };
  return {along(a.x, b.x, c.x, d.x), along(a.y, b.y, c.y, d.y)};
}

constexpr int curve_steps = 12;

}  // namespace

Outline blob(const std::vector<Spot>& through) {
  Outline outline;
  const std::size_t count = through.size();
  for (std::size_t i = 0; i < count; ++i)
    for (int step = 0; step < curve_steps; ++step)
      outline.push_back(catmull_rom(through[(i + count - 1) % count], through[i], through[(i + 1) % count],
                                    through[(i + 2) % count], static_cast<double>(step) / curve_steps));
  return outline;
}

std::vector<Spot> curve(const std::vector<Spot>& through) {
  std::vector<Spot> spots;
  LAPAK_ASSERT(through.size() >= 2);
  for (std::size_t i = 0; i + 1 < through.size(); ++i)
    for (int step = 0; step < curve_steps; ++step)
      spots.push_back(catmull_rom(through[i == 0 ? 0 : i - 1], through[i], through[i + 1],
                                  through[std::min(i + 2, through.size() - 1)],
                                  static_cast<double>(step) / curve_steps));
  spots.push_back(through.back());
  return spots;
}

Outlines stroke(const std::vector<Spot>& along, double width) {
  Outlines outlines;
  for (std::size_t i = 0; i < along.size(); ++i) {
    outlines.push_back(ellipse(along[i], width / 2, width / 2));
    if (i + 1 == along.size()) break;
    const Spot a = along[i], b = along[i + 1];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length == 0) continue;
    const Spot side{-(b.y - a.y) / length * width / 2, (b.x - a.x) / length * width / 2};
    outlines.push_back({{a.x + side.x, a.y + side.y},
                        {b.x + side.x, b.y + side.y},
                        {b.x - side.x, b.y - side.y},
                        {a.x - side.x, a.y - side.y}});
  }
  return outlines;
}

Outline turned(Outline outline, Spot around, double radians) {
  const double c = std::cos(radians), s = std::sin(radians);
  for (Spot& spot : outline) {
    const double x = spot.x - around.x, y = spot.y - around.y;
    spot = {around.x + x * c - y * s, around.y + x * s + y * c};
  }
  return outline;
}

Box shared(Box a, Box b) {
  Box both{std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
  both.right = std::max(both.left, both.right);
  both.bottom = std::max(both.top, both.bottom);
  return both;
}

std::span<double> Mask::row(int y) {
  LAPAK_ASSERT(y >= box_.top && y < box_.bottom);
  const auto width = static_cast<std::size_t>(box_.width());
  return {cover_.data() + static_cast<std::size_t>(y - box_.top) * width, width};
}

std::span<const double> Mask::row(int y) const {
  return const_cast<Mask*>(this)->row(y);
}

Mask operator&(const Mask& a, const Mask& b) {
  Mask both(shared(a.box(), b.box()));
  const Box box = both.box();
  const auto of_a = static_cast<std::size_t>(box.left - a.box().left);
  const auto of_b = static_cast<std::size_t>(box.left - b.box().left);
  for (int y = box.top; y < box.bottom; ++y) {
    const std::span<double> row = both.row(y);
    const std::span<const double> row_a = a.row(y).subspan(of_a), row_b = b.row(y).subspan(of_b);
    for (std::size_t x = 0; x < row.size(); ++x) row[x] = row_a[x] * row_b[x];
  }
  return both;
}

Mask operator-(Mask a, const Mask& b) {
  const Box box = shared(a.box(), b.box());
  const auto of_a = static_cast<std::size_t>(box.left - a.box().left);
  const auto of_b = static_cast<std::size_t>(box.left - b.box().left);
  const auto width = static_cast<std::size_t>(box.width());
  for (int y = box.top; y < box.bottom; ++y) {
    const std::span<double> row = a.row(y).subspan(of_a);
    const std::span<const double> without = b.row(y).subspan(of_b);
    for (std::size_t x = 0; x < width; ++x) row[x] *= 1 - without[x];
  }
  return a;
}

Canvas::Canvas(int side, Paint ground, double wobble_px, double phase)
    : side_(side), wobble_px_(wobble_px), phase_(phase), paints_(static_cast<std::size_t>(side * side), ground) {}

Spot Canvas::wavered(Spot spot) const {
  const double x = std::sin(spot.y / 23 + phase_) + 0.6 * std::sin(spot.x / 41 + spot.y / 57 + 2 * phase_);
  const double y = std::sin(spot.x / 29 - phase_) + 0.6 * std::sin(spot.y / 37 - spot.x / 61 + 3 * phase_);
  return {spot.x + wobble_px_ * x, spot.y + wobble_px_ * y};
}

Mask Canvas::mask(const Outlines& outlines) const {
  Outlines wavering = outlines;
  double left = side_, right = 0, top = side_, bottom = 0;
  for (Outline& outline : wavering) {
    // All the same way round, so that overlaps add up and are cut at 1.
    if (signed_area(outline) <= 0) std::ranges::reverse(outline);
    for (Spot& spot : outline) {
      spot = wavered(spot);
      left = std::min(left, spot.x);
      right = std::max(right, spot.x);
      top = std::min(top, spot.y);
      bottom = std::max(bottom, spot.y);
    }
  }
  // An edge changes the pixel after its last one too.
  Mask mask(shared({static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)),
                    static_cast<int>(std::ceil(right)) + 1, static_cast<int>(std::ceil(bottom))},
                   {0, 0, side_, side_}));
  const Box box = mask.box();
  if (box.width() == 0) return mask;
  for (const Outline& outline : wavering)
    for (std::size_t i = 0; i < outline.size(); ++i) add_edge(mask, outline[i], outline[(i + 1) % outline.size()]);
  for (int y = box.top; y < box.bottom; ++y) {
    double sum = 0;
    for (double& cover : mask.row(y)) {
      sum += cover;
      cover = std::min(1.0, std::abs(sum));
    }
  }
  return mask;
}

template <class Strength>
void Canvas::lay_on(const Mask& where, Paint with, const Strength& strength) {
  constexpr double unseen = 0.002;
  const Box box = where.box();
  for (int y = box.top; y < box.bottom; ++y) {
    Paint* spot = paints_.data() + y * side_ + box.left;
    int x = box.left;
    for (const double cover : where.row(y)) {
      if (cover >= unseen) *spot = mixed(*spot, with, cover * strength(x, y));
      ++x;
      ++spot;
    }
  }
}

void Canvas::fill(const Mask& where, Paint with, double strength) {
  lay_on(where, with, [strength](int, int) { return strength; });
}

void Canvas::fill(const Mask& where, Paint with, const Pattern& pattern) {
  lay_on(where, with, [&](int x, int y) { return std::clamp(pattern(x + 0.5, y + 0.5), 0.0, 1.0); });
}

Pixels Canvas::pixels() const {
  Pixels pixels{side_, side_, 3, std::vector<std::uint8_t>(paints_.size() * 3)};
  std::uint8_t* byte = pixels.bytes.data();
  for (const Paint& p : paints_)
    for (const double part : {p.red, p.green, p.blue})
      *byte++ = static_cast<std::uint8_t>(std::clamp(part, 0.0, 1.0) * 255 + 0.5);
  return pixels;
}

}  // namespace lapak
