// look: how long and along which curve things move (ux.md §3.6). Nothing the hand needs next waits for any of it.
#pragma once

namespace lapak {

enum class Curve { Linear, Decelerate, Accelerate };

struct Motion {
  float in_ms;
  float out_ms;
  Curve in = Curve::Decelerate;
  Curve out = Curve::Accelerate;
};

inline constexpr Motion kPressMotion{60, 140, Curve::Decelerate, Curve::Decelerate};
inline constexpr Motion kSheetMotion{220, 160};
inline constexpr Motion kToastMotion{180, 140};
inline constexpr Motion kSwitchMotion{140, 140, Curve::Decelerate, Curve::Decelerate};
inline constexpr Motion kSwipeBackMotion{160, 160, Curve::Decelerate, Curve::Decelerate};
inline constexpr Motion kDoneMotion{320, 0};
inline constexpr float kBadge_ms = 160;
inline constexpr float kFlash_ms = 400;
inline constexpr float kPageFade_ms = 120;
inline constexpr float kShake_ms = 240;
inline constexpr float kReducedFade_ms = 80;

// 0 … 1 along the curve, for t in 0 … 1.
float eased(Curve curve, float t);

}  // namespace lapak
