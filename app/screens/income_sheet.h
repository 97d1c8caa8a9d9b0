// screens: an income that was earned beside the till, written down, said anew, taken back, or paid at last.
#pragma once
#include <optional>
#include <string>

#include "app/screens/contact_pick.h"
#include "app/screens/day_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/books/income_store.h"

namespace lapak {

class IncomeSheet {
 public:
  // A new one.
  void open();
  void open(const BookedIncome& known, std::string from);
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "income.amount", "income.stream.<i>", "income.from", "income.into.<i>",
  // "income.due", "income.day", "income.hours", "income.note", "income.received", "income.withdraw", "income.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  bool is_known() const { return !income_.id.is_nil(); }
  void draw_fields(Ui& ui, Intents& out, Rect area);
  float draw_money(Ui& ui, float x, float y, float width);
  void save(Ui& ui, Intents& out);
  void take(const ContactPick::Answer& picked, Intents& out);

  bool is_open_ = false, is_day_open_ = false, is_naming_ = false, is_asking_ = false;
  bool is_owed_ = false;  // a known one that was not received yet
  Income income_;
  std::string from_;
  std::int64_t minutes_ = 0;
  Date today_;
  float height_ = 640;
  ContactPick pick_;
  DaySheet day_{"income.day_sheet"};
  NumberSheet pad_{"income.pad"};
};

}  // namespace lapak
