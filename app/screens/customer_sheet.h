// screens: choosing who buys: those met last, or found by any part of name, number or tag; or someone new.
#pragma once
#include <string>

#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/people/people_store.h"

namespace lapak {

class CustomerSheet {
 public:
  void open();
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  void draw(Ui& ui, Intents& out, bool has_customer);
  // A contact it asked for was made: it is the customer now.
  void performed(const Outcome& outcome, Intents& out);

 private:
  // Above the people: nobody, or who was typed, as somebody new.
  void draw_first(Ui& ui, Intents& out, Rect place);

  std::string search_;
  Watched<PeopleQuestion, PeopleView> people_;
  std::string home_code_;
  bool is_open_ = false;
  bool was_opened_ = false;
  bool waits_for_contact_ = false;
};

}  // namespace lapak
