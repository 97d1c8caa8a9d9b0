// screens: the hours that went into a fair.
#include "app/screens/fair_hours_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/fair_said.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"

namespace lapak {
namespace {

constexpr std::int64_t kStep_minutes = 30;
constexpr float kLine = 112;

}  // namespace

void FairHoursSheet::open(const FairPage& page) {
  fair_ = page.fair;
  fair_.own_minutes = page.figures.minutes;
  helpers_ = page.helpers;
  is_open_ = true;
}

void FairHoursSheet::draw_line(Ui& ui, Rect line, std::string_view name, std::string_view label,
                               std::int64_t& minutes) const {
  text(ui, line.top_part(28), label, {.type = Type::Text, .cut = Cut::Names});
  const std::string hours = hours_text(minutes, ui.words());
  const Step step = stepper(ui, name, {line.x, line.y + 32, line.w, 64}, {.value = hours, .can_go_down = minutes > 0});
  const std::int64_t by = step == Step::More ? kStep_minutes : step == Step::Less ? -kStep_minutes : 0;
  minutes = std::clamp<std::int64_t>(minutes + by, 0, kMostFairMinutes);
}

void FairHoursSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "fair_hours", is_open_,
              {.title = ui.words(N_("Hours")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const Rect area{content.x, content.y, content.w, content.h - 96};
  {
    const ScrollArea scroll(ui, "fair_hours.lines", area, kLine * static_cast<float>(1 + fair_.helpers.size()));
    Rect line{area.x, scroll.origin().y, area.w, kLine};
    draw_line(ui, line, "fair_hours.own", ui.words(N_("You, at the stall and around it")), fair_.own_minutes);
    for (std::size_t i = 0; i < fair_.helpers.size(); ++i) {
      line.y += kLine;
      draw_line(ui, line, fmt::format("fair_hours.{}", i), helpers_[i], fair_.helpers[i].minutes);
    }
  }
  if (!button(
          ui, "fair_hours.ok", sheet.foot(),
          {.label = ui.words(N_("Save")), .kind = ButtonKind::Primary, .type = Type::Title, .shortcut = {Key::Enter}}))
    return;
  out.perform(FairCommand(SaveFair{fair_}));
  is_open_ = false;
}

}  // namespace lapak
