// screens: the books for whoever does the accounts: a double-entry journal, its postings as tables, and the year
// closed.
#pragma once
#include "app/screens/screen.h"
#include "core/base/date.h"

namespace lapak {

class AccountantSheet {
 public:
  void open(Date today) {
    today_ = today;
    year_ = today.year();
    is_open_ = true;
  }
  void refresh(const Shop& shop) { now_ = shop.now(); }
  // Drawn last, every frame. Names "books_out.year.minus", "books_out.year.plus", "books_out.ledger",
  // "books_out.csv", "books_out.xlsx", "books_out.year_paper".
  void draw(Ui& ui, Intents& out);

 private:
  Date today_;
  Instant now_;
  int year_ = 2026;
  bool is_open_ = false;
};

}  // namespace lapak
