// screens: ⋮ on Sell.
#include "app/screens/more_sheet.h"

#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/end_of_day.h"
#include "app/screens/open_day.h"
#include "app/screens/order_editor.h"
#include "app/screens/product_editor.h"

namespace lapak {
namespace {

// What lies in the cart, as somebody wants it made.
NewOrder order_of(const CartView& cart, const Words& words) {
  NewOrder order{.client = cart.cart.customer, .what = {}, .price = cart.totals.total, .is_the_cart = true};
  for (const CartLine& line : cart.cart.lines) {
    if (!order.what.empty()) order.what += ", ";
    if (line.quantity != Quantity::of(1)) order.what += words.quantity(line.quantity) + " × ";
    order.what += line_name(line);
  }
  return order;
}

}  // namespace

void MoreSheet::draw(Ui& ui, Intents& out, const CartView& cart, DrawerState drawer) {
  const bool has_lines = !cart.is_empty();
  cash_.draw(ui, out);
  favour_.draw(ui, out);
  Sheet sheet(ui, "more", is_open_, {.title = ui.words(N_("More")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  float y = 80;
  const auto entry = [&](std::string_view name, std::string_view label, Icon icon, bool enabled = true) {
    const Rect place{content.x, y, content.w, 72};
    y += 72;
    const bool tapped =
        row(ui, name, place, {.title = ui.words(label), .icon = icon, .enabled = enabled, .has_arrow = true});
    if (tapped) is_open_ = false;
    return tapped;
  };
  if (entry("more.item", N_("New item"), icon::package)) out.add(Open{make_product_editor(std::nullopt)});
  if (entry("more.receipts", N_("Receipts, refunds"), icon::receipt)) out.add(GoTo{Section::History});
  if (drawer == DrawerState::Open) {
    if (entry("more.cash", N_("Cash in / out"), icon::coins)) cash_.open();
    if (entry("more.day", N_("Close the day"), icon::cash_register)) out.add(Open{make_end_of_day_screen()});
  } else if (entry("more.open_day", N_("Open the day"), icon::cash_register)) {
    out.add(Open{make_open_day_screen()});
  }
  if (!cart.cart.order && entry("more.order", has_lines ? N_("Order from this cart") : N_("New order"), icon::kanban))
    out.add(Open{make_order_editor(has_lines ? order_of(cart, ui.words()) : NewOrder{.client = cart.cart.customer})});
  if (entry("more.neighbours", N_("Neighbour book, partners"), icon::handshake)) favour_.open();
  if (entry("more.undo", N_("Undo the last tap in the cart"), icon::arrow_u_up_left))
    out.perform(CartCommand(UndoCart{}));
  if (entry("more.redo", N_("Redo"), icon::arrow_u_up_right)) out.perform(CartCommand(RedoCart{}));
  if (entry("more.clear", N_("Empty the cart"), icon::trash, has_lines)) out.perform(CartCommand(ClearCart{}));
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
