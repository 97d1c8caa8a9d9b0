// screens: the places of Pay.
#include "app/screens/pay_layout.h"

namespace lapak {

PayLayout pay_layout(const Ui& ui) {
  constexpr float kWidest = 1400;
  const bool is_compact = ui.size() == SizeClass::Compact;
  const float margin = std::max(0.0f, (ui.width() - kWidest) / 2);
  const float left_width = is_compact ? 360 : 480;
  const float height = ui.height();
  PayLayout at;
  at.left_ground = ui.mirrored({0, 0, margin + left_width, height});
  const Rect left = ui.mirrored({margin, 0, left_width, height});
  at.right = ui.mirrored({margin + left_width, 0, ui.width() - 2 * margin - left_width, height}).inset(24, 0);

  at.back = {left.x + 16, 8, 56, 56};
  const float customer = is_compact ? 120 : 148;
  at.customer = {left.right() - 16 - customer, 8, customer, 56};
  at.title = {left.x + 88, 8, at.customer.x - 8 - left.x - 88, 56};
  const Rect inside = left.inset(24, 0);
  at.list = {inside.x, 88, inside.w, height - 216 - 88};
  at.total_label = {inside.x, height - 208, inside.w, 32};
  at.total = {inside.x, height - 176, inside.w + 16, 88};  // into the margin: a sum is never small
  at.tools = {inside.x, height - 72, inside.w, 56};

  const Rect& right = at.right;
  const float pad_width = is_compact ? 334 : 384;
  at.methods = {right.x, 16, right.w, 72};
  at.field = {right.x, 108, right.w, 88};
  const float keys = height - 208 - 216;
  at.suggestions = {right.x, 216, right.w - 16 - pad_width, keys};
  at.pad = {right.right() - pad_width, 216, pad_width, keys};
  at.change = {right.x, height - 192, right.w, 72};
  at.accept = {right.x, height - 104, right.w, 88};
  return at;
}

}  // namespace lapak
