// screens: all fairs: now, to come, and what those that are over came to.
#include "app/screens/fairs.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/fair_said.h"
#include "app/screens/owner_gate.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"

namespace lapak {
namespace {

class FairsScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    gate_.refresh(shop);
    if (gate_.is_shut()) return;
    fairs_.refresh(
        shop, shop.today(),
        rooms(&Revisions::fair, &Revisions::sale, &Revisions::till, &Revisions::catalog, &Revisions::partner),
        [](const Shop& s, Date today) { return fair_rows(s.facts(), today); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (gate_.is_shut()) {
      gate_.draw(ui, draw_page(ui, {.title = ui.words(N_("Fairs")), .has_back = false}).area, out);
      return;
    }
    written_ = ui.words(N_("Written down"));
    const std::vector<FairRow>& all = fairs_.view();
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Fairs")),
                                          .has_back = false,
                                          .main = all.empty() ? std::string_view() : ui.words(N_("New fair")),
                                          .main_icon = icon::plus,
                                          .side = 2 * 152 + kGap});
    if (button(ui, "fairs.compare", page.side.column(0, 2, kGap),
               {.label = ui.words(N_("Compare")), .icon = icon::chart_bar}))
      out.add(Open{make_fair_comparison()});
    if (button(ui, "fairs.agenda", page.side.column(1, 2, kGap),
               {.label = ui.words(N_("Agenda")), .icon = icon::calendar}))
      out.add(Open{make_agenda_screen()});
    if (page.main == Press::Tap) out.add(Open{make_fair_editor(std::nullopt)});
    if (all.empty()) {
      if (empty_state(
              ui, "fairs", page.content,
              {.icon = icon::tent,
               .sentence = ui.words(N_("Write down the first fair: what it costs, what you take, what it brought.")),
               .action = ui.words(N_("New fair"))}))
        out.add(Open{make_fair_editor(std::nullopt)});
      return;
    }
    const RowList rows(ui, "fairs.list", page.content, {.count = all.size(), .row_height = 88});
    for (const RowList::Item& item : rows.visible()) draw_fair(ui, out, item.rect, item.index, all[item.index]);
  }

  // From the editor of a new one.
  void performed(const Outcome& outcome, Intents& out) override {
    if (gate_.performed(outcome) || outcome.kind != "save_fair") return;
    out.add(Open{make_fair_page(Id<Fair>{outcome.subject})});
    out.add(ShowToast{.sentence = written_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }
  bool refused(const Problem& problem) override { return gate_.refused(problem); }

 private:
  static void draw_fair(Ui& ui, Intents& out, Rect place, std::size_t index, const FairRow& each) {
    std::string about = fair_days(each.fair, ui.words());
    if (const std::string where = fair_place(each.fair); !where.empty()) about += " · " + where;
    std::string brought, below;
    Pill state = fair_pill(each.fair, ui.words());
    if (each.was_there) {
      brought = ui.money(each.figures.profit);
      below = say(ui, N_("of {} sold"), ui.bare_money(each.figures.sales));
      state = {.label = std::string(ui.words(each.phase == FairPhase::Now ? N_("Going on") : N_("Over"))),
               .tone = each.phase == FairPhase::Now ? Tone::Success : Tone::Neutral};
      if (each.figures.profit < Money{} && each.phase == FairPhase::Over)
        state = {.label = std::string(ui.words(N_("Loss"))), .tone = Tone::Danger};
    } else if (!(each.figures.fee + each.figures.costs).is_zero()) {
      brought = ui.money(each.figures.fee + each.figures.costs + each.figures.helpers);
      below = ui.words(N_("will cost"));
    }
    if (row(ui, fmt::format("fairs.{}", index), place,
            {.title = each.fair.name,
             .subtitle = about,
             .trailing = brought,
             .trailing_sub = below,
             .icon = icon::tent,
             .pill = state,
             .has_arrow = true}))
      out.add(Open{each.phase == FairPhase::Over && each.was_there ? make_fair_result(each.fair.id)
                                                                   : make_fair_page(each.fair.id)});
  }

  OwnerGate gate_;
  Watched<Date, std::vector<FairRow>> fairs_;
  std::string written_;
};

}  // namespace

std::unique_ptr<Screen> make_fairs_screen() {
  return std::make_unique<FairsScreen>();
}

}  // namespace lapak
