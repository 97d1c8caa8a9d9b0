// screens: selling a seat in a class: which, who takes it (a seat has a name), how many, and what is paid now. What is
// paid in full is paid at the till: the seat goes into the cart.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/contact_pick.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/class_store.h"
#include "core/sale/cart.h"

namespace lapak {

class SeatSheet {
 public:
  // None: it is chosen first, among those to come that have a seat. `buyer`: who was chosen on Sell.
  void open(std::optional<Id<ClassSession>> session, std::optional<Id<Contact>> buyer = {});
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "seat.class.<i>", "seat.other", "seat.client", "seat.count", "seat.pay.<i>",
  // "seat.by.<method>", "seat.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  enum class Paying { AtTheTill, Deposit, Later };
  const ClassRow* chosen() const;
  void draw_classes(Ui& ui, Rect area);
  void draw_seat(Ui& ui, Intents& out, Rect content, const ClassRow& row);
  void take(Ui& ui, Intents& out, const ClassRow& row);

  bool is_open_ = false;
  Date today_;
  std::string_view home_;
  Watched<Date, std::vector<ClassRow>> classes_;
  std::optional<Id<ClassSession>> session_;
  std::optional<Id<Contact>> client_;
  std::string client_name_;
  std::int64_t seats_ = 1;
  Paying paying_ = Paying::AtTheTill;
  Method method_ = Method::Cash;
  Money deposit_;  // that is taken once the seat is theirs
  bool is_joining_ = false, is_naming_ = false;
  std::optional<Id<CustomOrder>> to_pay_;  // taken, and now brought into the cart
  std::optional<Cart> cart_;
  ContactPick pick_;
};

}  // namespace lapak
