// screens: opening the day.
#include "app/screens/open_day.h"

#include <algorithm>

#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/drawer_pad.h"
#include "app/screens/page.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/fair/fair_store.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

class OpenDayScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    today_ = shop.today();
    proposed_.refresh(shop, today_, rooms(&Revisions::fair),
                      [](const Shop& s, Date today) { return fair_on(s.facts(), today); });
    day_.refresh(shop, 0, rooms(&Revisions::till), [](const Shop& s, int) { return day_view(s.facts()); });
  }

  void draw(Ui& ui, Intents& out) override {
    // What was counted last stays in the drawer overnight as often as not: it is offered again.
    if (!pad_.has_begun()) pad_.begin(ui.currency(), {});
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Open the day – {}"), ui.words().weekday_date(today_)),
                                          .main = ui.words("Start selling")});
    const Rect content = page.content;
    const bool has_last = day_->counted.has_value() && !day_->is_open;
    const float left_width = std::min(560.0f, content.w - 360);
    text(ui, {content.x, content.y, left_width, 32}, ui.words("Opening float, counted note by note"),
         {.color = ui.theme().ink2});
    const int rows = pad_.row_count();
    const float pitch = std::min(88.0f, (content.h - 48 - 64 - 24) / static_cast<float>((rows + 1) / 2));
    const float height = std::min(72.0f, pitch - 8);
    for (int i = 0; i < rows; ++i) {
      const Rect column = Rect{content.x, content.y + 40, left_width, 0}.column(i % 2, 2, 16);
      const float y = content.y + 40 + static_cast<float>(i / 2) * pitch;
      pad_.draw_row(ui, i, {column.x, y, 56, height}, {column.x + 60 + 4, y, column.w - 128, height},
                    {column.right() - 56, y, 56, height});
    }
    const float foot = content.y + 40 + static_cast<float>((rows + 1) / 2) * pitch + 8;
    text(ui, {content.x, foot, 200, 56}, ui.words("Opening float"), {.type = Type::Title});
    amount(ui, {content.x + 200, foot, left_width - 200, 56}, ui.money(pad_.sum()), {.name = "float"});

    const Rect side{content.x + left_width + 24, content.y + 40, content.w - left_width - 24, 0};
    const std::optional<Fair>& fair = proposed_.view();
    const float pad_height = fair ? 4 * 72 + 3 * 8 : 4 * 88 + 3 * 8;
    pad_.draw_pad(ui, {side.x, side.y, side.w, pad_height});
    float y = side.y + pad_height + 16;
    if (fair) {
      if (switch_row(ui, "at_fair", {side.x, y, side.w, 56}, say(ui, N_("At the fair {}"), fair->name), is_at_fair_))
        is_at_fair_ = !is_at_fair_;
      y += 64;
    }
    if (has_last) {
      if (button(ui, "last", {side.x, y, side.w, 64},
                 {.label = ui.words("As counted last time"), .sub_label = ui.money(*day_->counted)})) {
        pad_.begin(ui.currency(), day_->counted_notes);
      }
      y += 72;
    }
    text(ui, {side.x, y, side.w, 52}, ui.words("You can start selling at once; the rest can wait."),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});

    if (page.back) out.add(Back{});
    if (page.main != Press::Tap) return;
    if (fair && is_at_fair_)
      out.perform(FairCommand(OpenFairDay{fair->id, pad_.counted()}));
    else
      out.perform(TillCommand(OpenDay{pad_.counted()}));
  }

  void performed(const Outcome&, Intents& out) override {
    out.add(Back{});
    out.add(GoTo{Section::Sell});
  }

 private:
  Watched<Date, std::optional<Fair>> proposed_;
  bool is_at_fair_ = true;
  Date today_;
  Watched<int, DayView> day_;
  DrawerPad pad_;
};

}  // namespace

std::unique_ptr<Screen> make_open_day_screen() {
  return std::make_unique<OpenDayScreen>();
}

}  // namespace lapak
