// screens: what an hour of work brought.
#include "app/screens/order_rates.h"

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/past_orders_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array kKinds{std::pair(OrderKind::Piece, N_("Pieces")), std::pair(OrderKind::Service, N_("Services"))};
constexpr float kRow = 72;

class OrderRates final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    found_.refresh(shop, 0, rooms(&Revisions::order, &Revisions::sale, &Revisions::people), [](const Shop& s, int) {
      Found found{{}, past_clients(s.facts())};
      for (std::size_t i = 0; i < kKinds.size(); ++i) found.kinds[i] = past_orders(s.facts(), kKinds[i].first);
      return found;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Earned per hour"))});
    if (page.back) out.add(Back{});
    if (found_->clients.empty()) {
      empty_state(ui, "rates", page.content,
                  {.icon = icon::clock,
                   .sentence = ui.words(N_("Note the hours of your orders. Once they are handed over, what an hour "
                                           "brought stands here."))});
      return;
    }
    float y = page.content.y;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      if (found_->kinds[i].empty()) continue;
      draw_row(ui, fmt::format("rates.kind.{}", i), {page.content.x, y, page.content.w, kRow},
               ui.words(kKinds[i].second), found_->kinds[i], icon::kanban);
      y += kRow;
    }
    y += 16;
    caption(ui, page.content.x, y, page.content.w, ui.words(N_("By client")));
    y += 32;
    const RowList rows(ui, "rates.list", {page.content.x, y, page.content.w, page.content.bottom() - y},
                       {.count = found_->clients.size(), .row_height = kRow});
    for (const RowList::Item& item : rows.visible()) {
      const PastClient& client = found_->clients[item.index];
      draw_row(ui, fmt::format("rates.{}", item.index), item.rect, client.name, client.orders, icon::user);
    }
    (void)sheet_.draw(ui, shown_);
  }

 private:
  struct Found {
    std::array<std::vector<PastOrder>, kKinds.size()> kinds;
    std::vector<PastClient> clients;
  };

  void draw_row(Ui& ui, const std::string& name, Rect place, std::string_view title, const std::vector<PastOrder>& past,
                Icon icon) {
    const auto rate = hourly_rate(past);
    const Punctuality kept = punctuality(past);
    std::string about = past_orders_count(ui, past);
    if (kept.promised > 0) about += " · " + say(ui, N_("On time: {0} of {1}"), kept.on_time, kept.promised);
    std::optional<Pill> pill;
    if (raise_due(past)) pill = Pill{.label = std::string(ui.words(N_("Ask for more?"))), .tone = Tone::Warning};
    if (row(ui, name, place,
            {.title = title,
             .subtitle = about,
             .trailing = rate ? say(ui, N_("{} an hour"), ui.money(*rate)) : std::string(ui.words(N_("No hours"))),
             .icon = icon,
             .pill = pill,
             .has_arrow = true})) {
      shown_ = past;
      sheet_.open(std::string(title));
    }
  }

  Watched<int, Found> found_;
  std::vector<PastOrder> shown_;
  PastOrdersSheet sheet_{PastOrdersSheet::Raise::Told};
};

}  // namespace

std::unique_ptr<Screen> make_order_rates_screen() {
  return std::make_unique<OrderRates>();
}

}  // namespace lapak
