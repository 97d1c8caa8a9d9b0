// screens: the right side of Sell: who buys, what, for how much, and the two ways on.
#pragma once
#include <optional>
#include <string>

#include "app/screens/cart_view.h"
#include "app/screens/screen.h"
#include "app/screens/sell_layout.h"

namespace lapak {

// What was asked for that is more than a change of the cart.
enum class CartWish {
  None,
  Customer,
  Held,
  Line,
  AgreedTotal,
  Hold,
  Discount,
  Note,
  Exact,
  Pay,
  Receipt,
  PaidNote,
  TakeBack,
  PickFirst,
};

// The sale that "exact cash" has just made: shown in the empty cart until the next item.
struct PaidCard {
  Id<Sale> sale;
  std::string number;
  Money total;
};

class SellCart {
 public:
  // Flashes this line and brings it into view at the next drawing.
  void show_change(Id<CartLine> line) { changed_ = line; }
  // The line of CartWish::Line.
  Id<CartLine> wished_line() const { return wished_; }
  CartWish draw(Ui& ui, Intents& out, const SellLayout& at, const CartView& view, const std::optional<PaidCard>& paid);

 private:
  CartWish draw_lines(Ui& ui, Intents& out, Rect area, const CartView& view);
  CartWish draw_pieces(Ui& ui, Intents& out, Rect row, std::size_t index, const CartPart& pieces, const CartView& view);
  CartWish draw_paid(Ui& ui, Rect area, const PaidCard& paid);
  CartWish draw_foot(Ui& ui, const SellLayout& at, const CartView& view);

  std::optional<Id<CartLine>> changed_;
  Id<CartLine> wished_;
};

// One line of what matters about a customer: owed money, the pinned note, what was bought last.
std::string what_matters(const Ui& ui, const CustomerCard& customer);

}  // namespace lapak
