// screens: a sheet to say what an expense was for: a fair, an order, an item, or nothing of these.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/product_pick.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/expense.h"

namespace lapak {

struct ExpenseSubject {
  std::optional<Id<Fair>> fair;
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<Product>> product;
  friend bool operator==(const ExpenseSubject&, const ExpenseSubject&) = default;
};
ExpenseSubject subject_of(const Expense& expense);
// "Kota Lama", "#12 Tas wisuda", the item's name; empty for none.
std::string subject_name(const Database& database, const ExpenseSubject& subject);

class ExpenseSubjectSheet {
 public:
  void open() { is_open_ = true; }
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame: what was chosen. Names "subject.kind.<i>", "subject.<i>", "subject.none".
  std::optional<ExpenseSubject> draw(Ui& ui, Intents& out);

 private:
  enum class Kind { Fairs, Orders };
  struct Row {
    ExpenseSubject subject;
    std::string title, below;
  };
  struct Rows {
    std::vector<Row> fairs, orders;
  };

  Watched<Date, Rows> rows_;
  ProductPick pick_;
  Kind kind_ = Kind::Fairs;
  bool is_open_ = false;
};

}  // namespace lapak
