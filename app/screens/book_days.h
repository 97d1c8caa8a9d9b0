// screens: which days a page of the books is about: chips for the usual spans, and a sheet to choose others.
#pragma once
#include <string_view>

#include "app/screens/screen.h"
#include "core/base/date.h"

namespace lapak {

class BookDays {
 public:
  struct Span {
    Date from, to;
    friend bool operator==(const Span&, const Span&) = default;
  };
  // This month, the last three or twelve with it, or what was chosen.
  Span span(Date today) const;
  // Chips 48 high. Names "days.<i>", "days.choose".
  void draw(Ui& ui, Rect line, Date today);
  // Drawn last, every frame. Names "days.day.2026-11-22", "days.ok".
  void draw_sheet(Ui& ui, Date today);

 private:
  enum class Choice { Month, Quarter, Year, Chosen };
  Choice choice_ = Choice::Month;
  Span chosen_, choosing_;
  Date month_;             // that is seen
  bool is_begun_ = false;  // its first day was tapped, its last comes next
  bool is_open_ = false;
};

}  // namespace lapak
