// screens: what was written down of incomes and of hours, each to be looked at and taken back.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/books/income_store.h"

namespace lapak {

struct IncomeEntries {
  struct Entry {
    BookedIncome booked;
    std::string from;
  };
  std::vector<Entry> incomes;
  std::vector<HoursNoted> hours;
};
IncomeEntries income_entries(const Database& facts, Date from, Date to);

class IncomeEntriesSheet {
 public:
  // None: of all streams.
  void open(std::optional<Stream> stream = {});
  bool is_open() const { return is_open_; }
  // Drawn last, every frame; an income that was tapped. Names "entries.tab.<i>", "entries.<i>", "entries.hours.<i>".
  const IncomeEntries::Entry* draw(Ui& ui, Intents& out, const IncomeEntries& entries);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  const IncomeEntries::Entry* draw_incomes(Ui& ui, Rect area, const IncomeEntries& entries);
  void draw_hours(Ui& ui, Intents& out, Rect area, const IncomeEntries& entries);

  bool is_open_ = false, shows_hours_ = false, is_taking_back_ = false;
  std::optional<Stream> stream_;
};

}  // namespace lapak
