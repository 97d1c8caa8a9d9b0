// screens: who did what.
#include "app/screens/deeds_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/range_chips.h"
#include "app/screens/read_aside.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/exchange/export.h"
#include "core/people/people_store.h"
#include "core/report/deeds.h"

namespace lapak {
namespace {

constexpr float kLine = 72;

class DeedsPage final : public Screen {
 public:
  Surface surface() const override { return Surface::Page; }

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    sellers_.refresh(shop, 0, rooms(&Revisions::people), [](const Shop& s, int) { return sellers(s.facts()); });
    const DateRange days = range_.days(today_);
    question_ = {.who = who_ && *who_ < sellers_->size() ? std::optional(sellers_.view()[*who_].id) : std::nullopt,
                 .group = group_ ? std::optional(kDeedGroups[*group_]) : std::nullopt,
                 .from = days.from,
                 .to = days.to};
    deeds_.refresh(shop, question_,
                   rooms(&Revisions::profile, &Revisions::catalog, &Revisions::stock, &Revisions::people,
                         &Revisions::sale, &Revisions::till, &Revisions::order, &Revisions::partner,
                         &Revisions::portfolio, &Revisions::making, &Revisions::books, &Revisions::fair));
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Who did what")),
                                          .main = ui.words(N_("As a table")),
                                          .main_icon = icon::file_csv,
                                          .main_width = 240});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) {
      DeedQuestion all = question_;
      all.most = kMostInTable;
      out.add(MakeTable{.file_name = fmt::format("{} {}.csv", ui.words(N_("Who did what")), today_.iso()),
                        .write = [all](const Database& facts, const Profile& profile) {
                          const Words& words = profile.words();
                          return table_csv(deeds_table(deeds(facts, profile, words, all), words), profile);
                        }});
    }
    deeds_.read(out, [](const Database& facts, const Profile& profile, const DeedQuestion& question) {
      return deeds(facts, profile, profile.screen_words(), question);
    });
    const float bottom = draw_choices(ui, page.content);
    const Rect list{page.content.x, bottom, page.content.w, page.content.bottom() - bottom};
    if (deeds_.has_view()) draw_list(ui, list);
    range_.draw_sheet(ui, today_);
  }

 private:
  static constexpr int kMostInTable = 1'000'000;

  // Which people, and of what; where the list begins.
  float draw_choices(Ui& ui, Rect content) {
    const float range = RangeChips::width(ui);
    const Rect line = content.top_part(48);
    std::vector<std::string> people{std::string(ui.words(N_("Everybody")))};
    for (const Seller& seller : sellers_.view()) people.push_back(seller.name);
    if (const auto who = chips(ui, "deeds.who", line.left_part(line.w - range - 24), people, who_ ? *who_ + 1 : 0)) {
      who_ = *who == 0 ? std::nullopt : std::optional(*who - 1);
      scroll_to_start(ui, "deeds.list");
    }
    if (range_.draw(ui, line.right_part(range), today_)) scroll_to_start(ui, "deeds.list");
    std::vector<std::string> groups{std::string(ui.words(N_("Everything")))};
    for (const DeedGroup group : kDeedGroups) groups.emplace_back(ui.words(deed_group_label(group)));
    const Rect second{content.x, line.bottom() + 16, content.w, 48};
    if (const auto group = chips(ui, "deeds.group", second, groups, group_ ? *group_ + 1 : 0)) {
      group_ = *group == 0 ? std::nullopt : std::optional(*group - 1);
      scroll_to_start(ui, "deeds.list");
    }
    return second.bottom() + 16;
  }

  void draw_list(Ui& ui, Rect area) {
    const std::vector<Deed>& all = deeds_->newest_first;
    if (all.empty()) {
      empty_state(ui, "deeds.empty", area,
                  {.icon = icon::clock, .sentence = ui.words(N_("Nothing was done in these days.")), .is_main = false});
      return;
    }
    const std::size_t more = deeds_->is_cut ? 1 : 0;
    const RowList shown(ui, "deeds.list", area, {.count = all.size() + more, .row_height = kLine});
    for (const RowList::Item& item : shown.visible()) {
      if (item.index == all.size()) {
        text(ui, item.rect.inset(8, 0), ui.words(N_("Older ones: choose fewer days, or take the table.")),
             {.type = Type::Small, .color = ui.theme().ink2});
        continue;
      }
      draw_deed(ui, item.rect, all[item.index], fmt::format("deed.{}", item.index));
    }
  }

  void draw_deed(Ui& ui, Rect line, const Deed& deed, const std::string& name) {
    const float when = 168, who = 176, worth = 176;
    const std::string at = fmt::format("{} {}", ui.words().short_date(deed.at.date), ui.words().time(deed.at));
    text(ui, {line.x + 8, line.y, when, line.h}, at, {.type = Type::Text, .color = ui.theme().ink2});
    text(ui, {line.x + 8 + when, line.y, who - 16, line.h}, deed.who, {.type = Type::Strong, .cut = Cut::Names});
    const Rect room{line.x + 8 + when + who, line.y, line.w - 16 - when - who - worth, line.h};
    const bool has_below = !deed.about.empty() || deed.is_by_owner_pin;
    const Rect above = has_below ? Rect{room.x, room.y + 8, room.w, 30} : room;
    text(ui, above, deed.what, {.type = Type::Text, .cut = Cut::Names, .name = name});
    if (has_below) {
      const std::string below =
          deed.is_by_owner_pin
              ? fmt::format("{}{}{}", deed.about, deed.about.empty() ? "" : " · ", ui.words(N_("with the owner's PIN")))
              : deed.about;
      text(ui, {room.x, room.y + 38, room.w, 26}, below,
           {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
    }
    if (deed.amount)
      amount(ui, {line.right() - worth - 8, line.y, worth, line.h}, ui.bare_money(*deed.amount),
             {.size = AmountSize::Text});
    divider(ui, line.x, line.bottom() - 1, line.w);
  }

  Date today_;
  Watched<int, std::vector<Seller>> sellers_;
  std::optional<std::size_t> who_, group_;
  RangeChips range_;
  DeedQuestion question_;
  ReadAside<DeedQuestion, Deeds> deeds_;
};

}  // namespace

std::unique_ptr<Screen> make_deeds_page() {
  return std::make_unique<DeedsPage>();
}

}  // namespace lapak
