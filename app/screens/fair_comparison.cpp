// screens: all fairs that were gone to, side by side: what an hour of each was worth.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/report/fair_report.h"
#include "core/shop/fair_papers.h"

namespace lapak {
namespace {

constexpr std::size_t kMostBars = 8;
constexpr float kBar = 44, kAmount = 168;

class FairComparisonScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    now_ = shop.now();
    fairs_.refresh(shop, shop.today(),
                   rooms(&Revisions::fair, &Revisions::sale, &Revisions::till, &Revisions::catalog, &Revisions::partner,
                         &Revisions::books, &Revisions::stock),
                   [](const Shop& s, Date today) { return fairs_compared(s.facts(), today); });
  }

  void draw(Ui& ui, Intents& out) override {
    const std::vector<FairRow>& fairs = fairs_.view();
    const PageFrame page =
        draw_page(ui, {.title = ui.words(N_("Fairs compared")),
                       .main = fairs.empty() ? std::string_view() : std::string_view(ui.words(N_("PDF"))),
                       .main_icon = icon::file_pdf});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap)
      out.add(MakePaper{.file_name = fmt::format("{}.pdf", ui.words(N_("Fairs compared"))),
                        .lay_out = [now = now_](const Database& facts, const Profile& profile) {
                          return comparison_paper_of(facts, profile, now);
                        }});
    if (fairs.empty()) {
      empty_state(ui, "compare", page.content,
                  {.icon = icon::tent,
                   .sentence = ui.words(N_("Once you sold at a fair it stands here beside the others.")),
                   .is_main = false});
      return;
    }
    const std::size_t bars = std::min(fairs.size(), kMostBars);
    const float height = 64 + kBar * static_cast<float>(bars);
    draw_bars(ui, page.content.top_part(height), fairs, bars);
    const Rect area{page.content.x, page.content.y + height + 16, page.content.w, page.content.h - height - 16};
    draw_table(ui, out, area, fairs);
  }

 private:
  // Each bar from nothing, to the right what was earned and to the left what was lost.
  static void draw_bars(Ui& ui, Rect area, const std::vector<FairRow>& fairs, std::size_t count) {
    const Theme& t = ui.theme();
    const Rect inside = fair_card(ui, area, ui.words(N_("Profit for an hour of work")));
    Money most, least;
    for (std::size_t i = 0; i < count; ++i) {
      most = std::max(most, fairs[i].figures.per_hour.value_or(Money{}));
      least = std::min(least, fairs[i].figures.per_hour.value_or(Money{}));
    }
    const float label = inside.w * 0.34f, room = inside.w - label - kAmount;
    const auto span = static_cast<float>(std::max((most - least).minor, std::int64_t{1}));
    const float zero = inside.x + label + room * static_cast<float>((-least).minor) / span;
    float y = inside.y;
    for (std::size_t i = 0; i < count; ++i, y += kBar) {
      const Money worth = fairs[i].figures.per_hour.value_or(Money{});
      text(ui, {inside.x, y, label - 12, kBar}, fairs[i].fair.name, {.type = Type::Body, .cut = Cut::Names});
      const float width = room * static_cast<float>(std::max(worth, -worth).minor) / span;
      ui.paint().fill({worth < Money{} ? zero - width : zero, y + 12, std::max(width, 3.0f), kBar - 24},
                      worth < Money{} ? t.danger : t.c1, 4);
      text(ui, {inside.right() - kAmount, y, kAmount, kBar}, ui.bare_money(worth),
           {.type = Type::Strong, .align = Side::Right, .name = fmt::format("compare.bar.{}", i)});
    }
  }
  static void draw_table(Ui& ui, Intents& out, Rect area, const std::vector<FairRow>& fairs) {
    const RowList rows(ui, "compare.list", area, {.count = fairs.size()});
    for (const RowList::Item& item : rows.visible()) {
      const FairRow& each = fairs[item.index];
      const FairFigures& figures = each.figures;
      const std::string about =
          fair_days(each.fair, ui.words()) + " · " +
          say(ui, N_("{0} sold · {1}"), ui.bare_money(figures.sales), hours_text(figures.minutes, ui.words()));
      const std::string per_hour =
          figures.per_hour ? say(ui, N_("{} an hour"), ui.bare_money(*figures.per_hour)) : std::string();
      std::optional<Pill> again;
      if (each.fair.verdict)
        again = Pill{.label = std::string(verdict_name(*each.fair.verdict, ui.words())), .tone = Tone::Neutral};
      if (row(ui, fmt::format("compare.{}", item.index), item.rect,
              {.title = each.fair.name,
               .subtitle = about,
               .trailing = ui.money(figures.profit),
               .trailing_sub = per_hour,
               .pill = again,
               .has_arrow = true}))
        out.add(Open{make_fair_result(each.fair.id)});
    }
  }

  Instant now_;
  Watched<Date, std::vector<FairRow>> fairs_;
};

}  // namespace

std::unique_ptr<Screen> make_fair_comparison() {
  return std::make_unique<FairComparisonScreen>();
}

}  // namespace lapak
