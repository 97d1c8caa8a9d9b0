// screens: pots.
#include "app/screens/pots.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/card.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/pot_sheet.h"
#include "app/screens/reports_frame.h"
#include "app/screens/share_out_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/books/pot_commands.h"

namespace lapak {
namespace {

constexpr float kHero = 160, kCard = 136;
constexpr std::int64_t kEnoughCover_tenths = 60;  // months

// What a maker may begin with; the rest stays in the till.
struct Usual {
  PotKind kind;
  std::int64_t share;
};
constexpr Usual kBegin[]{{PotKind::Materials, 3'000},
                         {PotKind::Tax, 100},
                         {PotKind::Emergency, 1'000},
                         {PotKind::Wage, 4'000},
                         {PotKind::Fairs, 1'000}};

class PotsScreen final : public Screen {
 public:
  explicit PotsScreen(Gate gate) : frame_(ReportsTab::Pots, gate) {}

  void refresh(const Shop& shop) override {
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    today_ = shop.today();
    words_ = &shop.profile().screen_words();
    view_.refresh(shop, today_, rooms(&Revisions::books, &Revisions::till),
                  [](const Shop& s, Date today) { return pots_view(s.facts(), today); });
    pot_.refresh(shop);
    share_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    const bool is_empty = view_->pots.empty();
    const auto page = frame_.draw(ui,
                                  {.main = is_empty ? std::string_view() : ui.words(N_("Share out today")),
                                   .main_icon = icon::tip_jar,
                                   .main_width = 256},
                                  out);
    if (!page) return;
    if (page->main == Press::Tap) share_.open(today_);
    if (is_empty) {
      if (empty_state(
              ui, "pots.empty", page->content,
              {.icon = icon::tip_jar,
               .sentence = ui.words(N_("Put each day's money aside: for materials, tax, emergencies, your wage.")),
               .action = ui.words(N_("Make the usual pots"))}))
        for (const Usual& usual : kBegin) out.perform(PotCommand(SavePot{{.kind = usual.kind, .share = usual.share}}));
      return;
    }
    const Rect area = page->content;
    draw_wage(ui, area.top_part(kHero).column(0, 2, 16));
    draw_cover(ui, area.top_part(kHero).column(1, 2, 16));
    draw_pots(ui, {area.x - 8, area.y + kHero + 8, area.w + 16, area.h - kHero - 8});
    pot_.draw(ui, out);
    share_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (frame_.performed(outcome)) return;
    if (outcome.kind == "move_pots" && !share_.is_sharing())
      out.add(ShowToast{.sentence = std::string((*words_)(N_("Written down"))),
                        .icon = icon::check_circle,
                        .offers_undo = outcome.is_undoable});
    share_.performed(outcome, *words_, out);
  }
  bool refused(const Problem& problem) override { return frame_.refused(problem); }

 private:
  void draw_wage(Ui& ui, Rect area);
  void draw_cover(Ui& ui, Rect area) const;
  void draw_pots(Ui& ui, Rect area);

  ReportsFrame frame_;
  Date today_;
  const Words* words_ = nullptr;
  Watched<Date, PotsView> view_;
  PotSheet pot_;
  ShareOutSheet share_;
};

void PotsScreen::draw_wage(Ui& ui, Rect area) {
  const Words& words = ui.words();
  plate(ui, area);
  const Rect inside = area.inset(20, 16);
  text(ui, inside.top_part(28), words(N_("Could be taken as wage")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  const auto wage = std::ranges::find(view_->pots, PotKind::Wage, [](const PotStanding& one) { return one.pot.kind; });
  const float key = 136;
  amount(ui, {inside.x, inside.y + 32, inside.w - key - 12, 56}, ui.money(view_->wage),
         {.size = AmountSize::M, .align = Side::Left, .name = "pots.wage"});
  text(ui, inside.bottom_part(28), say(words, N_("{} in all pots"), ui.bare_money(view_->together)),
       {.type = Type::Text, .color = ui.theme().ink2});
  if (wage == view_->pots.end()) return;
  if (button(ui, "pots.take", {inside.right() - key, inside.y + 32, key, 56},
             {.label = words(N_("Take out")), .enabled = view_->wage > Money{}}))
    pot_.take_from(*wage, ui.currency(), words);
}

void PotsScreen::draw_cover(Ui& ui, Rect area) const {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  plate(ui, area);
  const Rect inside = area.inset(20, 16);
  text(ui, inside.top_part(28), words(N_("For emergencies")), {.type = Type::SmallStrong, .color = t.ink2});
  const auto& cover = view_->cover_tenths;
  text(ui, {inside.x, inside.y + 32, inside.w, 40},
       cover ? say(words, N_("enough for {} months"), words.quantity(Quantity{*cover * 100}))
             : std::string(words(N_("no expenses were written down in the last three months"))),
       {.type = cover ? Type::Title : Type::Text, .lines = 2, .name = "pots.cover"});
  if (!cover) return;
  const bool is_short = *cover < 10;
  progress(ui, "pots.cover.part", {inside.x, inside.y + 80, inside.w, 12},
           static_cast<float>(*cover) / static_cast<float>(kEnoughCover_tenths), is_short ? t.warning : t.success);
  text(ui, inside.bottom_part(28), say(words, N_("A month costs {}"), ui.bare_money(view_->monthly_expenses)),
       {.type = Type::Text, .color = t.ink2});
}

void PotsScreen::draw_pots(Ui& ui, Rect area) {
  const Words& words = ui.words();
  const std::vector<PotStanding>& all = view_->pots;
  const int columns = 3;
  const RowList rows(
      ui, "pots.list", area,
      {.count = all.size() + 1, .row_height = kCard, .columns = columns, .gap = 16, .lead = 8, .side = 8});
  for (const RowList::Item& item : rows.visible()) {
    if (item.index == all.size()) {
      if (button(ui, "pots.new", item.rect,
                 {.label = words(N_("New pot")), .icon = icon::plus, .kind = ButtonKind::Outline, .stacked = true}))
        pot_.open_new(all);
      continue;
    }
    const auto& [pot, balance] = all[item.index];
    const std::string name = pot_name(pot, words);
    if (plate_card(ui, fmt::format("pots.{}", item.index), item.rect, name)) pot_.open(all[item.index]);
    const Rect inside = item.rect.inset(16, 12);
    ui.paint().icon({inside.x + 12, inside.y + 14}, pot_icon(pot.kind), ui.theme().ink2);
    text(ui, {inside.x + 34, inside.y, inside.w - 34, 28}, name, {.type = Type::Row, .cut = Cut::Names});
    amount(ui, {inside.x, inside.y + 32, inside.w, 44}, ui.bare_money(balance),
           {.size = AmountSize::Headline, .align = Side::Left, .name = fmt::format("pots.{}.sum", item.index)});
    text(ui, inside.bottom_part(26), pot_rule(ui, pot), {.type = Type::Small, .color = ui.theme().ink2});
    if (pot.full_at && !pot.full_at->is_zero())
      progress(ui, fmt::format("pots.{}.part", item.index), {inside.x, inside.bottom() - 34, inside.w, 6},
               static_cast<float>(balance.minor) / static_cast<float>(pot.full_at->minor), ui.theme().primary);
  }
}

}  // namespace

std::unique_ptr<Screen> make_pots_screen(Gate gate) {
  return std::make_unique<PotsScreen>(gate);
}

}  // namespace lapak
