// screens: one day to come.
#include "app/screens/day_sheet.h"

#include <utility>

#include "app/parts/button.h"
#include "app/parts/date_grid.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"

namespace lapak {

void DaySheet::open(DayAsk ask) {
  ask_ = std::move(ask);
  month_ = ask_.day;
  is_open_ = true;
}

std::optional<DaySheet::Answer> DaySheet::draw(Ui& ui, std::string_view said) {
  std::optional<Answer> answer;
  Sheet sheet(ui, name_, is_open_,
              {.title = ask_.title, .width = kDateGridSheet, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return answer;
  const Rect content = sheet.content();
  const Rect grid = content.top_part(date_grid_height());
  DateGridSpec spec{.today = ask_.today, .from = ask_.day, .to = ask_.day};
  (ask_.side == DaySide::ToCome ? spec.earliest : spec.latest) = ask_.today;
  if (const auto day = date_grid(ui, name_ + ".day", grid, month_, spec)) ask_.day = *day;
  if (!said.empty())
    text(ui, {content.x, grid.bottom() + 16, content.w, 60}, said,
         {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2, .name = name_ + ".said"});
  if (ask_.need == DayNeed::Optional &&
      button(ui, name_ + ".none", {content.x, content.bottom() - 80 - 72, content.w, 56},
             {.label = ui.words(N_("No day"))}))
    answer = Answer{ask_.question, std::nullopt};
  if (button(ui, name_ + ".ok", content.bottom_part(80),
             {.label = ui.words(N_("Save")), .icon = icon::check, .kind = ButtonKind::Primary, .type = Type::Main}))
    answer = Answer{ask_.question, ask_.day};
  if (sheet.dismissed() || answer) is_open_ = false;
  return answer;
}

}  // namespace lapak
