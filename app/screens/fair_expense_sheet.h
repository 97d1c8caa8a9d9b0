// screens: an expense at the fair where one sells: what for, how much, out of the till. Its photo can follow.
#pragma once
#include <optional>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "core/fair/fair.h"

namespace lapak {

class FairExpenseSheet {
 public:
  // Of `fair`; none: of the one that is open at the till.
  void open(std::optional<Id<Fair>> fair = std::nullopt);
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Asks for BookExpense. Names "expense.what.<i>", "expense.from.<i>", "expense.7",
  // "expense.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  void begin(const Ui& ui);

  bool is_open_ = false;
  bool is_begun_ = false;
  bool has_drawer_ = false;
  bool is_from_till_ = true;
  std::optional<Id<Fair>> wanted_, fair_;
  std::optional<std::size_t> category_;
  NumberEntry amount_{0, 9};
};

}  // namespace lapak
