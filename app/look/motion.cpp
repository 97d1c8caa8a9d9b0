// look: the curves, as cubic Béziers through (0,0) and (1,1).
#include "app/look/motion.h"

#include <algorithm>

namespace lapak {
namespace {

float bezier(float p1, float p2, float t) {
  const float u = 1 - t;
  return 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t;
}

// y of the curve with these control points where its x is `x`.
float along(float x1, float y1, float x2, float y2, float x) {
  float low = 0;
  float high = 1;
  for (int i = 0; i < 20; ++i) {
    const float middle = (low + high) / 2;
    (bezier(x1, x2, middle) < x ? low : high) = middle;
  }
  return bezier(y1, y2, (low + high) / 2);
}

}  // namespace

float eased(Curve curve, float t) {
  t = std::clamp(t, 0.0f, 1.0f);
  if (t == 0 || t == 1) return t;
  switch (curve) {
    case Curve::Linear:
      return t;
    case Curve::Decelerate:
      return along(0.05f, 0.7f, 0.1f, 1, t);
    case Curve::Accelerate:
      return along(0.3f, 0, 0.8f, 0.15f, t);
  }
  return t;
}

}  // namespace lapak
