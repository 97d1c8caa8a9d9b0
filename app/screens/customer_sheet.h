// screens: choosing who buys: those met last, or found by any part of name, number or tag; or someone new.
#pragma once
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"

namespace lapak {

// What whoever is at the till may see of a customer: of a helper's only the name and the pinned notes, once the owner
// has a PIN. nullopt when nobody is known by this id.
std::optional<CustomerCard> seen_card(const Shop& shop, Id<Contact> contact);

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
  bool is_helper_ = false;
  bool is_open_ = false;
  bool was_opened_ = false;
  bool waits_for_contact_ = false;
};

}  // namespace lapak
