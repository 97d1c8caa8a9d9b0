// screens: a line of the bank: what it could be, each one tap away; written down anew where the books do not know it;
// not business at all; or, once it is matched, what it was and the way back.
#pragma once
#include <optional>
#include <vector>

#include "app/screens/expense_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/report/bank_book.h"

namespace lapak {

class BankMatchSheet {
 public:
  void open(Id<BankLine> line);
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "match.<i>", "match.write_down", "match.stream.<i>", "match.left_out",
  // "match.take_back".
  void draw(Ui& ui, Intents& out);
  // True when it was this sheet's.
  bool performed(const Outcome& outcome, const Words& words, Intents& out);
  void refused() { expense_.refused(); }
  bool dropped(const std::filesystem::path& file, Intents& out) { return expense_.dropped(file, out); }

 private:
  struct View {
    std::optional<BankLine> line;
    BankState state = BankState::Open;
    std::string said;
    std::vector<BankGuess> guesses;
  };
  void draw_open(Ui& ui, Rect content, Intents& out);
  void draw_guesses(Ui& ui, Rect area, Intents& out);
  void draw_settled(Ui& ui, Rect content, Intents& out);

  Id<BankLine> line_;
  Watched<Id<BankLine>, View> view_;
  ExpenseSheet expense_;
  bool is_open_ = false;
  bool is_writing_ = false;  // an expense or income that is matched once it is in the books
};

}  // namespace lapak
