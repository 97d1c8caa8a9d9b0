// screens: the head and the tabs of Reports. The one file that knows which pages there are.
#include "app/screens/reports_frame.h"

#include <fmt/format.h>

#include <array>
#include <memory>

#include "app/screens/cash_book_page.h"
#include "app/screens/expenses.h"
#include "app/screens/income_page.h"
#include "app/screens/pots.h"
#include "app/screens/report.h"
#include "app/screens/tax_page.h"

namespace lapak {
namespace {

struct TabCard {
  ReportsTab tab;
  std::string_view label;  // a message
  std::unique_ptr<Screen> (*make)(Gate gate);
};
// In the order they stand; only what works is in it.
constexpr std::array kTabs{TabCard{ReportsTab::Sales, N_("Sales"), make_sales_report},
                           TabCard{ReportsTab::Income, N_("Income"), make_income_screen},
                           TabCard{ReportsTab::Expenses, N_("Expenses"), make_expenses_screen},
                           TabCard{ReportsTab::CashBook, N_("Cash book"), make_cash_book_screen},
                           TabCard{ReportsTab::Pots, N_("Pots"), make_pots_screen},
                           TabCard{ReportsTab::Tax, N_("Tax"), make_tax_screen}};

}  // namespace

std::optional<PageFrame> ReportsFrame::draw(Ui& ui, PageSpec spec, Intents& out) {
  spec.title = ui.words(N_("Reports"));
  spec.has_back = false;
  if (gate_.is_shut()) {
    const PageFrame empty = draw_page(ui, {.title = spec.title, .has_back = false});
    gate_.draw(ui, empty.area, out);
    return std::nullopt;
  }
  PageFrame page = draw_page(ui, spec);
  constexpr float kTop = 72, kHeight = 48;
  const Rect line{page.content.x, kTop, page.content.w, kHeight};
  for (std::size_t i = 0; i < kTabs.size(); ++i) {
    const TabCard& card = kTabs[i];
    const bool is_here = card.tab == here_;
    if (button(ui, fmt::format("reports.tab.{}", static_cast<int>(card.tab)),
               line.column(static_cast<int>(i), static_cast<int>(kTabs.size()), kGap),
               {.label = ui.words(card.label), .kind = choice_kind(is_here), .selected = is_here}) &&
        !is_here)
      out.add(GoTo{Section::Day, card.make(gate_.gate())});
  }
  const float top = kTop + kHeight + 16;
  page.content = {page.content.x, top, page.content.w, page.content.bottom() - top};
  return page;
}

}  // namespace lapak
