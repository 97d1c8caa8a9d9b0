// screens: a report taken along: on paper, as tables, or all of the shop's tables.
#pragma once
#include <string>
#include <vector>

#include "app/screens/print_sheet.h"
#include "app/screens/screen.h"
#include "core/report/report.h"
#include "core/sale/cart_drafts.h"

namespace lapak {

// What is shown: its days, and what else its paper needs.
struct ReportShown {
  DateRange range;
  Instant now;
  std::vector<HeldCart> held;
};

class ReportExport {
 public:
  void open() { is_open_ = true; }
  // Straight to the printers.
  void print(const Ui& ui, const ReportShown& shown, Intents& out);
  // Drawn last, every frame. Names "export.pdf", "export.print", "export.report", "export.workbook", "export.sales", …,
  // "export.everything", "export.shopify", ….
  void draw(Ui& ui, const ReportShown& shown, Intents& out);

 private:
  bool is_open_ = false;
  PrintSheet print_;
};

}  // namespace lapak
