// screens: ⋮ on Sell.
#include "app/screens/more_sheet.h"

#include "app/parts/menu.h"
#include "app/parts/sheet.h"
#include "app/screens/end_of_day.h"
#include "app/screens/open_day.h"
#include "app/screens/order_editor.h"
#include "app/screens/product_editor.h"

namespace lapak {
namespace {

constexpr int kMostEntries = 12;

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
  asked_.draw(ui, out);
  expense_.draw(ui, out);
  seat_.draw(ui, out);
  Sheet sheet(ui, "more", is_open_, {.title = ui.words(N_("More")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  SheetMenu menu(ui, sheet, is_open_, kMostEntries);
  if (menu.entry("more.item", ui.words(N_("New item")), icon::package))
    out.add(Open{make_product_editor(std::nullopt)});
  if (asked_.is_at_a_fair() && menu.entry("more.asked", ui.words(N_("Asked for, had none")), icon::question))
    asked_.open();
  if (asked_.is_at_a_fair() && menu.entry("more.expense", ui.words(N_("Expense at the fair")), icon::receipt))
    expense_.open();
  if (menu.entry("more.receipts", ui.words(N_("Receipts, refunds")), icon::receipt)) out.add(GoTo{Section::History});
  if (drawer == DrawerState::Open) {
    if (menu.entry("more.cash", ui.words(N_("Cash in / out")), icon::coins)) cash_.open();
    if (menu.entry("more.day", ui.words(N_("Close the day")), icon::cash_register))
      out.add(Open{make_end_of_day_screen()});
  } else if (menu.entry("more.open_day", ui.words(N_("Open the day")), icon::cash_register)) {
    out.add(Open{make_open_day_screen()});
  }
  if (!cart.cart.order &&
      menu.entry("more.order", ui.words(has_lines ? N_("Order from this cart") : N_("New order")), icon::kanban))
    out.add(Open{make_order_editor(has_lines ? order_of(cart, ui.words()) : NewOrder{.client = cart.cart.customer})});
  if (!cart.cart.order && menu.entry("more.seat", ui.words(N_("Seat in a class")), icon::graduation_cap))
    seat_.open({}, cart.cart.customer);
  if (menu.entry("more.neighbours", ui.words(N_("Neighbour book, partners")), icon::handshake)) favour_.open();
  if (menu.entry("more.undo", ui.words(N_("Undo the last tap in the cart")), icon::arrow_u_up_left))
    out.perform(CartCommand(UndoCart{}));
  if (menu.entry("more.redo", ui.words(N_("Redo")), icon::arrow_u_up_right)) out.perform(CartCommand(RedoCart{}));
  if (menu.entry("more.clear", ui.words(N_("Empty the cart")), icon::trash,
                 has_lines ? SheetMenu::Use::Now : SheetMenu::Use::NotNow))
    out.perform(CartCommand(ClearCart{}));
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
