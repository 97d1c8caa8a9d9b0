// screens: who owes whom, as a card on a page of the books: what is open to me, with reminders as drafts, or what I
// have not paid yet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/message_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/settle_sheet.h"
#include "app/screens/watched.h"
#include "core/report/owed.h"

namespace lapak {

enum class OwedSide { ToMe, ByMe };

class OwedCard {
 public:
  explicit OwedCard(OwedSide side) : side_(side) {}
  void refresh(const Shop& shop);
  bool is_empty() const { return view_->rows.empty(); }
  // With its heading and sum, in a plate. Names "owed.list", "owed.<i>", "owed.<i>.act": a row is tapped when it was
  // paid, its button writes the reminder; of what I owe both pay it.
  void draw(Ui& ui, Rect area);
  // The sheets above the page, drawn last. Names "owed_paid.<i>" for from where or to where.
  void draw_above(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  struct Row {
    OwedRow owed;
    std::string phone, email, language;
    bool may_write = false;
  };
  struct View {
    std::vector<Row> rows;
    Money sum;
    bool is_day_open = false;
  };
  void draw_row(Ui& ui, Rect place, const Row& row, std::size_t index);
  void take_payment(Ui& ui, const OwedRow& owed);
  void remind(const Row& row);
  void draw_paid(Ui& ui, Intents& out);

  OwedSide side_;
  Watched<Date, View> view_;
  Date today_;
  MessageSheet message_;
  SettleSheet settle_;
  OwedRow paid_;  // whose sheet is open
  bool is_paying_ = false;
};

}  // namespace lapak
