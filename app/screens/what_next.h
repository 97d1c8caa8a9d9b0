// screens: what may follow once an order was handed over: how is it, may I quote you, what else. One tap each.
#pragma once
#include <optional>
#include <string>

#include "app/screens/testimonial_sheet.h"
#include "app/screens/watched.h"
#include "core/order/custom_order.h"

namespace lapak {

class WhatNext {
 public:
  static constexpr float kHeight = 72;

  // Nothing is offered for no order, before it is handed over, of who was forgotten, and to a helper.
  void refresh(const Shop& shop, std::optional<Id<CustomOrder>> order);
  bool offers() const { return view_.has_value() && view_->offers; }
  bool is_open() const { return testimonial_.is_open(); }
  // Three buttons beside each other. Names "next.how", "next.quote",
  // "next.else".
  void draw(Ui& ui, Intents& out, Rect row);
  void draw_sheets(Ui& ui, Intents& out) { testimonial_.draw(ui, out); }
  // Says what was done, when it was done here.
  void performed(const Outcome& outcome, Intents& out);

 private:
  struct View {
    bool offers = false;
    CustomOrder order;
    std::string what;                 // its first line
    std::optional<Date> reminded_on;  // how is it: the day it is asked
    TestimonialSheet::Wanted quote;
  };
  static View ask(const Shop& shop, Id<CustomOrder> order);

  std::optional<View> view_;
  Watched<Id<CustomOrder>, View> watched_;
  TestimonialSheet testimonial_;
  Date today_;
  bool is_reminding_ = false;
  std::string reminded_, written_;
};

}  // namespace lapak
