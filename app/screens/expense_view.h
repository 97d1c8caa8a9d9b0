// screens: all that is known of an expense: looked at, said anew, taken back.
#pragma once
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/expense_store.h"

namespace lapak {

class ExpenseView {
 public:
  void open(Id<Expense> expense);
  void close() { is_open_ = false; }
  void refresh(const Shop& shop);
  // Drawn last, every frame: the expense that is to be said anew. Names "spent.change", "spent.take_back".
  std::optional<Expense> draw(Ui& ui, Intents& out);
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  struct View {
    std::optional<BookedExpense> booked;
    std::string subject, contact;
    bool is_matched = false;  // with a line of the bank
  };

  Id<Expense> expense_;
  Watched<Id<Expense>, View> view_;
  bool is_open_ = false;
};

}  // namespace lapak
