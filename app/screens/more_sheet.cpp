// screens: ⋮ on Sell.
#include "app/screens/more_sheet.h"

#include <algorithm>

#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/places.h"

namespace lapak {

void MoreSheet::open() {
  is_open_ = true;
  const std::vector<PlaceCard> places = shop_places();
  has_history_ = std::ranges::find(places, Section::History, &PlaceCard::section) != places.end();
  has_day_ = std::ranges::find(places, Section::Day, &PlaceCard::section) != places.end();
}

void MoreSheet::draw(Ui& ui, Intents& out, bool has_lines) {
  Sheet sheet(ui, "more", is_open_, {.title = ui.words(N_("More")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  float y = 80;
  const auto entry = [&](std::string_view name, std::string_view label, Icon icon, bool enabled = true) {
    const Rect place{content.x, y, content.w, 72};
    y += 72;
    const bool tapped = row(ui, name, place, {.title = ui.words(label), .icon = icon, .enabled = enabled, .has_arrow = true});
    if (tapped) is_open_ = false;
    return tapped;
  };
  if (has_history_ && entry("more.receipts", N_("Receipts, refunds"), icon::receipt)) out.add(GoTo{Section::History});
  if (has_day_ && entry("more.cash", N_("Cash in and out"), icon::coins)) out.add(GoTo{Section::Day});
  if (has_day_ && entry("more.day", N_("Close the day"), icon::cash_register)) out.add(GoTo{Section::Day});
  if (entry("more.undo", N_("Undo the last tap in the cart"), icon::arrow_u_up_left)) out.perform(CartCommand(UndoCart{}));
  if (entry("more.redo", N_("Redo"), icon::arrow_u_up_right)) out.perform(CartCommand(RedoCart{}));
  if (entry("more.clear", N_("Empty the cart"), icon::trash, has_lines)) out.perform(CartCommand(ClearCart{}));
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
