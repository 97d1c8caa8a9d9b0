// screens: picking what is sold.
#include "app/screens/product_pick.h"

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/wording.h"

namespace lapak {

void ProductPick::open(std::string title) {
  title_ = std::move(title);
  question_.search.clear();
  is_open_ = true;
}

void ProductPick::refresh(const Shop& shop) {
  if (!is_open_) return;
  question_.today = shop.today();
  found_.refresh(shop, question_, rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale));
}

std::optional<StockRow> ProductPick::draw(Ui& ui, Intents& out) {
  std::optional<StockRow> picked;
  if (is_open_)
    found_.read(out,
                [](const Database& facts, const Profile&, const StockQuestion& q) { return stock_list(facts, q); });
  Sheet sheet(ui, "pick", is_open_,
              {.title = title_.empty() ? ui.words(N_("What goes out instead?")) : std::string_view(title_),
               .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return picked;
  const Rect content = sheet.content();
  const bool is_typed =
      search_field(ui, "pick.search", content.top_part(56), question_.search, ui.words(N_("Search"))).edited;
  if (const auto& scan = ui.scan()) question_.search = *scan;
  if (is_typed || ui.scan()) scroll_to_start(ui, "pick.list");
  const StockView& view = found_.view();
  const Rect list{content.x, content.y + 64, content.w, content.h - 64};
  if (view.rows.empty() && found_.has_view()) {
    empty_state(ui, "pick.none", list,
                {icon::magnifying_glass, say(ui, N_("Nothing is called “{}”."), question_.search)});
  }
  RowList rows(ui, "pick.list", list, {.count = view.rows.size()});
  for (const RowList::Item& item : rows.visible()) {
    const StockRow& each = view.rows[item.index];
    const std::string left = each.tracked ? say(ui, N_("{} left"), ui.words().quantity(each.on_hand)) : std::string();
    if (row(ui, fmt::format("pick.{}", item.index), item.rect,
            {.title = each.name,
             .subtitle = left,
             .trailing = ui.bare_money(each.price),
             .icon = icon::tag,
             .photo = ui.photo(each.photo)})) {
      picked = each;
      is_open_ = false;
    }
  }
  if (sheet.dismissed()) is_open_ = false;
  return picked;
}

}  // namespace lapak
