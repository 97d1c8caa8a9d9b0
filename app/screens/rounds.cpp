// screens: all pre-order rounds.
#include "app/screens/rounds.h"

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/screens/page.h"
#include "app/screens/round_said.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/order/round_store.h"

namespace lapak {
namespace {

class RoundsScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    today_ = shop.today();
    rounds_.refresh(shop, today_, rooms(&Revisions::order),
                    [](const Shop& s, Date today) { return rounds(s.facts(), today); });
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(
        ui, {.title = ui.words(N_("Pre-orders")), .main = ui.words(N_("New pre-order")), .main_icon = icon::plus});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.add(Open{make_round_editor(std::nullopt)});
    const std::vector<RoundRow>& all = rounds_.view();
    if (all.empty()) {
      empty_state(ui, "rounds.empty", page.content,
                  {.icon = icon::calendar_check,
                   .sentence = ui.words(N_("Collect orders until a day, then make all of them at once.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "rounds.list", page.content, {.count = all.size(), .row_height = 88});
    for (const RowList::Item& item : rows.visible()) {
      const RoundRow& each = all[item.index];
      const std::string about = say(ui, ui.words().plural("{} person", "{} people", each.people), each.people);
      if (row(ui, fmt::format("rounds.{}", item.index), item.rect,
              {.title = each.round.name,
               .subtitle = about,
               .trailing = say(ui, N_("{} pieces"), ui.words().quantity(each.ordered)),
               .trailing_sub = left_text(ui.words(), each.left),
               .icon = icon::calendar_check,
               .pill = round_pill(each.round, today_, ui.words()),
               .has_arrow = true}))
        out.add(Open{make_round_page(each.round.id)});
    }
  }

  // From the editor of a new one.
  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_round") out.add(Open{make_round_page(Id<Round>{outcome.subject})});
  }

 private:
  Date today_;
  Watched<Date, std::vector<RoundRow>> rounds_;
};

}  // namespace

std::unique_ptr<Screen> make_rounds_screen() {
  return std::make_unique<RoundsScreen>();
}

}  // namespace lapak
