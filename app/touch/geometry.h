// touch: points and rectangles, in design pixels (scale 1.0). The parts alone know the pixels of the screen.
#pragma once
#include <algorithm>

namespace lapak {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(Point, Point) = default;
};

// x, y is the top left corner. An empty rectangle contains nothing.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool overlaps(Rect o) const { return !intersected(o).empty(); }

  // Smaller by the margin on each side; a negative margin makes it larger.
  Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  Rect inset(float margin) const { return inset(margin, margin); }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  Rect intersected(Rect o) const {
    const float left = std::max(x, o.x);
    const float top = std::max(y, o.y);
    return {left, top, std::max(0.0f, std::min(right(), o.right()) - left),
            std::max(0.0f, std::min(bottom(), o.bottom()) - top)};
  }

  // The part of this rectangle next to one edge.
  Rect left_part(float width) const { return {x, y, width, h}; }
  Rect right_part(float width) const { return {right() - width, y, width, h}; }
  Rect top_part(float height) const { return {x, y, w, height}; }
  Rect bottom_part(float height) const { return {x, bottom() - height, w, height}; }

  // The i-th of n equal boxes beside each other.
  Rect column(int i, int n, float gap) const {
    const float width = (w - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
    return {x + static_cast<float>(i) * (width + gap), y, width, h};
  }

  friend bool operator==(Rect, Rect) = default;
};

}  // namespace lapak
