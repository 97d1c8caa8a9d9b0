// screens: the head and the tabs of Reports. The one file that knows which pages there are.
#include "app/screens/reports_frame.h"

#include <algorithm>
#include <array>
#include <memory>

#include "app/screens/report.h"

namespace lapak {
namespace {

struct TabCard {
  ReportsTab tab;
  std::string_view label;  // a message
  std::unique_ptr<Screen> (*make)(Gate gate);
};
// In the order they stand; only what works is in it.
constexpr std::array kTabs{TabCard{ReportsTab::Sales, N_("Sales"), make_sales_report}};

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
  std::vector<std::string> labels;
  for (const TabCard& card : kTabs) labels.emplace_back(ui.words(card.label));
  const auto here = static_cast<std::size_t>(std::ranges::find(kTabs, here_, &TabCard::tab) - kTabs.begin());
  constexpr float kTop = 72, kHeight = 48;
  const auto tapped = segments(ui, "reports.tab", {page.content.x, kTop, page.content.w, kHeight}, labels, here);
  if (tapped && *tapped != here) out.add(GoTo{Section::Day, kTabs[*tapped].make(gate_.gate())});
  const float top = kTop + kHeight + 16;
  page.content = {page.content.x, top, page.content.w, page.content.bottom() - top};
  return page;
}

}  // namespace lapak
