// parts: the shared body of what is pressed.
#include "app/parts/plate.h"

#include <utility>

namespace lapak {
namespace {

constexpr float kDisabled = 0.38f;
constexpr float kPressLayer = 0.10f;
constexpr float kHoverLayer = 0.06f;
constexpr float kPressShrink = 0.01f;  // on each side: 0.98 in all

}  // namespace

Plate draw_plate(Ui& ui, Rect rect, float radius, const PlateLook& look, const ControlState& state, bool enabled) {
  Paint& paint = ui.paint();
  const bool is_terik = ui.theme().is_terik();
  Color ground = look.ground;
  Color ink = look.ink;
  Color line = look.line;
  if (!enabled) {
    const bool is_filled = look.line.a == 0 && look.ground.a != 0 && look.ink != ui.theme().ink;
    if (is_terik) {  // in the sun even this is read: no paler fill, a dashed line
      ground = is_filled ? ui.theme().surface : ground;
      ink = line = ui.theme().disabled;
    } else {
      (is_filled ? ground : ink) = (is_filled ? ground : ink).faded(kDisabled);
      line = line.faded(kDisabled);
    }
  }
  if (is_terik && state.press > 0.5f) {
    if (ground.a == 0) ground = ui.theme().surface;
    std::swap(ground, ink);
  }
  if (!ui.reduced_motion()) rect = rect.inset(rect.w * kPressShrink * state.press, rect.h * kPressShrink * state.press);
  // Where a line stands for the shadow it is drawn inside: gaps stay as wide as they are, edges in one line.
  const bool is_lined = ui.theme().has_lines() && look.elevation == Elevation::Card && line.a == 0;
  if (enabled && !is_lined) paint.raise(rect, radius, look.elevation);
  paint.fill(rect, ground, radius);
  if (!is_terik) {
    const float layer = state.press * kPressLayer + (1 - state.press) * state.hover * kHoverLayer;
    if (layer > 0) paint.fill(rect, ink.faded(layer), radius);
  }
  if (enabled && is_lined) paint.outline(rect, ui.theme().divider, ui.theme().line_width(), radius);
  if (line.a != 0) {
    if (!enabled && is_terik) {
      paint.dashed_outline(rect, line, look.line_width, radius);
    } else {
      paint.outline(rect, line, look.line_width, radius);
    }
  }
  if (state.focused) ui.draw_focus_ring(rect, radius);
  return {rect, ink};
}

}  // namespace lapak
