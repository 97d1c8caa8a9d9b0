// screens: a table of a report to read, and to take along as a file.
#pragma once
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "core/report/report_tables.h"

namespace lapak {

class TableSheet {
 public:
  // The table as it is now; a file is written from the facts of the range.
  void open(ReportPart part, ReportTable table, DateRange range, Instant now);
  // Drawn last, every frame. Names "table.csv", "table.pdf", "table.close".
  void draw(Ui& ui, Intents& out);
  // Which one is open; other words, or other figures, are told by opening it again.
  std::optional<ReportPart> open_part() const { return is_open_ ? std::optional(part_) : std::nullopt; }

 private:
  void draw_rows(Ui& ui, Rect content);

  bool is_open_ = false;
  ReportPart part_ = ReportPart::Days;
  ReportTable table_;
  DateRange range_;
  Instant now_;
};

}  // namespace lapak
