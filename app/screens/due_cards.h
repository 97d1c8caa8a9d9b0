// screens: the list of who may be written to now (ux.md §2.17): a card each, with what was said last and what to do.
#pragma once
#include <optional>
#include <string>

#include "app/screens/message_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/report/due_list.h"

namespace lapak {

class DueCards {
 public:
  void refresh(const Shop& shop);
  int due_count() const { return list_->due_count; }
  // The contact whose name was tapped. Names "due.<i>", "due.<i>.write", "due.<i>.talked", "due.<i>.later",
  // "due.<i>.let_go".
  std::optional<Id<Contact>> draw(Ui& ui, Rect area, Intents& out);
  // The sheet above it, drawn last.
  void draw_above(Ui& ui, Intents& out) { message_.draw(ui, out); }

 private:
  // The card at `place`; true when its name was tapped.
  bool draw_card(Ui& ui, Intents& out, Rect place, const DueCard& card, int index);

  Watched<DueQuestion, DueList> list_;
  MessageSheet message_;
  Date today_;
  float length_ = 800;
};

// Why she may be written to, in a few words.
std::string reason_of(const Ui& ui, const DueCard& card);

}  // namespace lapak
