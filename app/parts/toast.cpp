// parts: the toast.
#include "app/parts/toast.h"

#include "app/parts/button.h"
#include "app/parts/text.h"

namespace lapak {

ToastEvent toast(Ui& ui, Rect rect, const Toast& content, bool shown) {
  const float part = ui.ease("toast#shown", shown ? 1.0f : 0.0f, kToastMotion, 0.0f);
  if (part <= 0) return ToastEvent::None;
  const Theme& t = ui.theme();
  // Dark on light pages and the other way round, so that it is seen at once.
  const Color ground = t.is_terik() ? t.surface : t.name == ThemeName::Mori ? t.rail : t.surface2;
  const Color ink = t.is_terik() ? t.ink : t.name == ThemeName::Mori ? t.rail_ink : t.ink;
  const Color action = t.name == ThemeName::Mori ? t.warning : t.primary;
  const float drop = ui.reduced_motion() ? 0 : (1 - part) * 16;
  const Rect box = rect.moved(0, drop);
  ui.paint().set_opacity(part);
  ui.ground("toast.ground", rect, ControlKind::Toast);  // what it covers is not tapped through it
  ui.paint().raise(box, kCardRadius, Elevation::Raised);
  ui.paint().fill(box, ground, kCardRadius);
  float x = box.x + 20;
  if (content.icon) {
    ui.paint().icon({x + 12, box.centre().y}, content.icon, ink, IconWeight::Fill);
    x += 36;
  }
  ToastEvent event = ToastEvent::None;
  float right = box.right() - 16;
  if (!content.action.empty()) {
    const Rect place{box.right() - 128, box.centre().y - 24, 120, 48};
    right = place.x - 8;
    const ControlState state = ui.control({.name = "toast.action",
                                           .rect = place,
                                           .kind = ControlKind::Button,
                                           .label = content.action,
                                           .guarded = true,
                                           .label_cut = ui.paint().width(Type::Button, content.action) > place.w - 8});
    if (state.press > 0) ui.paint().fill(place, ink.faded(0.1f * state.press), kRowRadius);
    ui.paint().text({place.centre().x - ui.paint().width(Type::Button, content.action) / 2,
                     place.centre().y - line_of(Type::Button) / 2},
                    content.action, Type::Button, action);
    if (state.focused) ui.draw_focus_ring(place, kRowRadius);
    if (state.tapped) event = ToastEvent::Action;
  }
  const bool long_one = ui.paint().width(Type::Text, content.sentence) > right - x;
  text(ui, {x, box.y, right - x, box.h}, content.sentence,
       {.type = long_one ? Type::Small : Type::Text,
        .color = ink,
        .cut = Cut::Names,
        .lines = long_one ? 3 : 1,
        .name = "toast"});
  ui.paint().set_opacity(1);
  return event;
}

}  // namespace lapak
