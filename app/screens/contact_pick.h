// screens: choosing one of the contacts: who brought us together, a member, the other card of the same person.
#pragma once
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/people/people_store.h"

namespace lapak {

class ContactPick {
 public:
  // `except` is not offered. Somebody new is, by what was typed, where the screen makes a card of the answer.
  enum class Newcomers { Refused, Offered };
  void open(std::string title, Id<Contact> except, int question, Newcomers newcomers = Newcomers::Refused);
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  struct Answer {
    int question;
    Id<Contact> contact;  // nil: somebody new of this name or number
    std::string name;
  };
  // Drawn last, every frame. Names "pick_person.search", "pick_person.new", "pick_person.<i>".
  std::optional<Answer> draw(Ui& ui);

 private:
  std::string title_, search_;
  Id<Contact> except_;
  int question_ = 0;
  Newcomers newcomers_ = Newcomers::Refused;
  Watched<PeopleQuestion, PeopleView> people_;
  bool is_open_ = false;
  bool was_opened_ = false;
};

// A name to show for a contact that may have none.
std::string shown_name(const Contact& contact, std::string_view home_code);

}  // namespace lapak
