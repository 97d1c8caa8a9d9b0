// screens: the places of Sell.
#include "app/screens/sell_layout.h"

namespace lapak {
namespace {

float cart_width(const Ui& ui) {
  switch (ui.size()) {
    case SizeClass::Compact:
      return 336;
    case SizeClass::Regular:
      return 400;
    case SizeClass::Wide:
      return 440;
  }
  return 400;
}

}  // namespace

SellLayout sell_layout(const Ui& ui) {
  SellLayout at;
  const float width = cart_width(ui);
  at.cart = ui.mirrored({ui.width() - width, 0, width, ui.height()});
  const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width() - width, ui.height()}).inset(16, 0);
  at.more = {page.right() - 56, 8, 56, 56};
  at.sun = at.more.moved(-64, 0);
  at.quick = {at.sun.x - 8 - 168, 8, 168, 56};
  at.search = {page.x, 8, at.quick.x - 8 - page.x, 56};
  at.chips = {page.x, 76, page.w, 48};
  at.grid = {page.x, 136, page.w, page.h - 136 - 16};

  const Rect inside = at.cart.inset(16, 0);
  const float bottom = ui.height();
  at.customer = {inside.x, 8, inside.w - 64, 56};
  at.held = {inside.right() - 56, 8, 56, 56};
  at.lines = {inside.x, 72, inside.w, bottom - 248 - 72};
  at.total = {inside.x, bottom - 240, inside.w, 64};
  const Rect tools{inside.x, bottom - 176, inside.w, 56};
  at.hold = tools.column(0, 3, kGap);
  at.discount = tools.column(1, 3, kGap);
  at.note = tools.column(2, 3, kGap);
  at.exact = {inside.x, bottom - 108, 120, 80};
  at.pay = {inside.x + 128, bottom - 108, inside.w - 128, 80};
  return at;
}

}  // namespace lapak
