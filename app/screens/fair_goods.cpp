// screens: what became of each thing that went to a fair: brought, sold, given, lost, back, and when it ran out.
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/fairs.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/report/fair_report.h"

namespace lapak {
namespace {

class FairGoodsScreen final : public Screen {
 public:
  explicit FairGoodsScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    zone_ = shop.profile().clock();
    page_.refresh(shop, shop.today(), rooms(&Revisions::fair, &Revisions::sale, &Revisions::stock, &Revisions::catalog),
                  [&](const Shop& s, Date) { return fair_page(s.facts(), s.profile(), fair_, s.now()); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    const FairPage& fair = *page_.view();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Goods: {}"), fair.fair.name)});
    if (page.back) out.add(Back{});
    if (fair.goods.empty()) {
      empty_state(ui, "fair_goods", page.content,
                  {.icon = icon::package, .sentence = ui.words(N_("Nothing sold")), .is_main = false});
      return;
    }
    const RowList rows(ui, "fair_goods.list", page.content, {.count = fair.goods.size()});
    for (const RowList::Item& item : rows.visible()) {
      const FairGoods& each = fair.goods[item.index];
      const std::string sold = say(ui, N_("{} sold"), ui.words().quantity(each.sold));
      plain_row(ui, fmt::format("fair_goods.{}", item.index), item.rect,
                {.title = each.name,
                 .subtitle = became(ui, each),
                 .trailing = sold,
                 .trailing_sub = ui.bare_money(each.net),
                 .photo = ui.photo(each.photo),
                 .pill = pill_of(ui, each)});
    }
  }

 private:
  static std::string became(const Ui& ui, const FairGoods& each) {
    std::string said;
    const auto add = [&](std::string_view label, Quantity quantity) {
      if (quantity.is_zero()) return;
      said += (said.empty() ? "" : " · ") + say(ui, label, ui.words().quantity(quantity));
    };
    add(N_("{} brought"), each.brought);
    add(N_("{} given away"), each.given);
    add(N_("{} lost"), each.lost);
    add(N_("{} back home"), each.back);
    add(N_("{} in the box"), each.left);
    return said;
  }
  std::optional<Pill> pill_of(const Ui& ui, const FairGoods& each) const {
    if (each.ran_out_at)
      return Pill{.label = say(ui, N_("ran out {}"), ui.words().time(zone_.local(*each.ran_out_at))),
                  .tone = Tone::Warning};
    if (each.brought > Quantity{} && each.sold <= Quantity{})
      return Pill{.label = std::string(ui.words(N_("never sold"))), .tone = Tone::Neutral};
    return std::nullopt;
  }

  Id<Fair> fair_;
  Zone zone_;
  Watched<Date, std::optional<FairPage>> page_;
};

}  // namespace

std::unique_ptr<Screen> make_fair_goods(Id<Fair> fair) {
  return std::make_unique<FairGoodsScreen>(fair);
}

}  // namespace lapak
