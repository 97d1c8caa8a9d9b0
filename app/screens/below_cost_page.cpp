// screens: what is sold for less than it costs, and the price that would be right.
#include <fmt/format.h>

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/making.h"
#include "app/screens/page.h"
#include "app/screens/product_editor.h"
#include "app/screens/read_aside.h"
#include "app/screens/screen.h"
#include "app/screens/wording.h"
#include "core/making/recipe_store.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

class BelowCostPage final : public Screen {
 public:
  void refresh(const Shop& shop) override { list_.refresh(shop, 0, rooms(&Revisions::making, &Revisions::catalog)); }

  void draw(Ui& ui, Intents& out) override {
    list_.read(out,
               [](const Database& facts, const Profile&, int) { return sold_below_cost(facts, cost_book(facts)); });
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Sold below cost"))});
    if (page.back) out.add(Back{});
    if (!list_.has_view()) return;
    if (list_->empty()) {
      empty_state(ui, "below.none", page.content,
                  {icon::check_circle, ui.words(N_("Nothing is sold for less than it costs, as far as is known."))});
      return;
    }
    const RowList rows(ui, "below.list", page.content, {.count = list_->size()});
    for (const RowList::Item& item : rows.visible()) {
      const ProductCost& one = list_.view()[item.index];
      const Money loss = *one.cost() - one.price;
      std::string below = say(ui, N_("sold at {0}, costs {1}"), ui.bare_money(one.price), ui.bare_money(*one.cost()));
      if (one.made) below += " · " + say(ui, N_("suggested {}"), ui.bare_money(one.suggested.retail));
      if (row(ui, fmt::format("below.{}", item.index), item.rect,
              {.title = one.name,
               .subtitle = below,
               .trailing = "\u2212" + ui.bare_money(loss),
               .trailing_sub = ui.words(N_("a piece")),
               .has_arrow = true}))
        out.add(Open{one.made ? make_recipe_page(one.product) : make_product_editor(one.product)});
    }
  }

 private:
  ReadAside<int, std::vector<ProductCost>> list_;
};

}  // namespace

std::unique_ptr<Screen> make_below_cost_page() {
  return std::make_unique<BelowCostPage>();
}

}  // namespace lapak
