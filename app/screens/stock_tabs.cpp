// screens: the tabs of Stock. The one file that knows which pages there are.
#include "app/screens/stock_tabs.h"

#include <fmt/format.h>

#include <array>
#include <memory>

#include "app/parts/button.h"
#include "app/screens/making.h"
#include "app/screens/materials.h"
#include "app/screens/screen.h"
#include "app/screens/stock.h"
#include "app/screens/stocktake.h"

namespace lapak {
namespace {

constexpr float kHeight = 48;

struct TabCard {
  StockTab tab;
  std::string_view label;  // a message
  float width;
  std::unique_ptr<Screen> (*make)();
};
// In the order they stand; only what works is in it.
constexpr std::array kTabs{TabCard{StockTab::Goods, N_("Items"), 140, make_stock_screen},
                           TabCard{StockTab::Materials, N_("Materials"), 140, make_materials_screen},
                           TabCard{StockTab::Making, N_("Production"), 140, make_making_screen},
                           TabCard{StockTab::Count, N_("Count stock"), 168, make_stocktake_screen}};

}  // namespace

StockTabs draw_stock_tabs(Ui& ui, Rect content, StockTab here, Intents& out) {
  float x = content.x;
  for (const TabCard& card : kTabs) {
    const bool is_here = card.tab == here;
    if (button(ui, fmt::format("stock.tab.{}", static_cast<int>(card.tab)), {x, content.y, card.width, kHeight},
               {.label = ui.words(card.label), .kind = choice_kind(is_here), .selected = is_here}) &&
        !is_here)
      out.add(GoTo{Section::Stock, card.make()});
    x += card.width + kGap;
  }
  if (ui.size() == SizeClass::Compact) {
    const Rect below{content.x, content.y + kHeight + kGap, content.w, kHeight};
    return {below, below.bottom()};
  }
  x += kGap;
  return {{x, content.y, content.right() - x, kHeight}, content.y + kHeight};
}

}  // namespace lapak
