// screens: ⋮ on Sell: what is seldom needed (ux.md §1.2).
#pragma once
#include "app/screens/asked_sheet.h"
#include "app/screens/cart_view.h"
#include "app/screens/cash_move.h"
#include "app/screens/fair_expense_sheet.h"
#include "app/screens/favour_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/seat_sheet.h"

namespace lapak {

enum class DrawerState { Open, Closed };

class MoreSheet {
 public:
  void open() { is_open_ = true; }
  void refresh(const Shop& shop) {
    favour_.refresh(shop);
    asked_.refresh(shop);
    expense_.refresh(shop);
    seat_.refresh(shop);
  }
  // Drawn last, every frame; the sheets it leads to stand above it.
  void draw(Ui& ui, Intents& out, const CartView& cart, DrawerState drawer);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out) {
    cash_.performed(outcome, words, out);
    favour_.performed(outcome, words, out);
    asked_.performed(outcome, words, out);
    expense_.performed(outcome, words, out);
    seat_.performed(outcome, words, out);
  }

 private:
  bool is_open_ = false;
  CashMoveSheet cash_;
  FavourSheet favour_;
  AskedSheet asked_;
  FairExpenseSheet expense_;
  SeatSheet seat_;
};

}  // namespace lapak
