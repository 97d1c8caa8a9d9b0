// screens: what lies in the drawer, counted note by note: rows with − and +, a pad for larger numbers, loose coins as a
// sum.
#pragma once
#include <string>
#include <vector>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"
#include "core/sale/cash.h"

namespace lapak {

class DrawerPad {
 public:
  // Rows for the currency's notes, biggest first, and one for the coins.
  void begin(const Currency& currency, const std::vector<NoteCount>& counted);
  bool has_begun() const { return !rows_.empty(); }
  int row_count() const { return static_cast<int>(rows_.size()); }
  // The row the pad types into, and what it says: "50.000 × 3".
  int chosen() const { return chosen_; }
  std::string chosen_row(const Ui& ui) const;

  // One row: −, the note with its count, +, and what it comes to when `sum` has room. Names "note.<i>.minus" ….
  // True when the note itself was tapped: where no pad stands beside, this is to open one.
  bool draw_row(Ui& ui, int index, Rect minus, Rect box, Rect plus, Rect sum = {});
  void draw_pad(Ui& ui, Rect rect);

  std::vector<NoteCount> counted() const;
  Money sum() const;

 private:
  struct Row {
    Money value;  // 0: loose coins, whose entry is an amount
    NumberEntry entry;
  };
  static Money worth(const Row& row);
  struct Said {
    std::string name, count;
  };
  static Said said_of(const Ui& ui, const Row& row);
  std::vector<Row> rows_;
  int chosen_ = 0;
};

}  // namespace lapak
