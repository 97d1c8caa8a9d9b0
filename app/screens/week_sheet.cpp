// screens: what a week holds.
#include "app/screens/week_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::int64_t kMostHalfSlots = 400, kSlot = 2, kHour_min = 60, kMostMinutes = 7 * 24 * 60;

}  // namespace

void WeekSheet::open(const Profile& profile) {
  profile_ = profile;
  is_open_ = true;
}

void WeekSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "week", is_open_, {.title = ui.words(N_("A week holds")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, {content.x, content.y, content.w, 84},
       ui.words(N_("An order takes ½, 1 or 2 slots of the week it is promised in. A full week asks for another day.")),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 4});
  float y = content.y + 100;
  const auto limit = [&](std::string_view name, std::string_view label, std::int64_t& value, std::int64_t one,
                         std::int64_t most, const std::string& shown) {
    caption(ui, content.x, y, content.w, ui.words(label));
    const std::string none(ui.words(N_("no limit")));
    const Step taken = stepper(ui, name, {content.x, y + 28, content.w, 64},
                               {.value = value == 0 ? none : shown, .can_go_down = value > 0});
    if (taken == Step::Less) value = std::max<std::int64_t>(0, value - one);
    if (taken == Step::More) value = std::min(most, value + one);
    y += 112;
  };
  limit("week.slots", N_("Slots"), profile_.week_half_slots, kSlot, kMostHalfSlots,
        slots_text(ui.words(), profile_.week_half_slots));
  limit("week.hours", N_("Hours of work"), profile_.week_minutes, kHour_min, kMostMinutes,
        hours_text(ui.words(), profile_.week_minutes));
  if (button(ui, "week.ok", content.bottom_part(80),
             {.label = ui.words(N_("Save")), .icon = icon::check, .kind = ButtonKind::Primary, .type = Type::Main})) {
    out.perform(SaveProfile{profile_});
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
