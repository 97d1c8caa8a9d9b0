// screens: what earlier orders tell.
#include "app/screens/past_orders_sheet.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {

std::string past_orders_count(const Ui& ui, const std::vector<PastOrder>& past) {
  const auto count = static_cast<std::int64_t>(past.size());
  return fmt::format(fmt::runtime(ui.words().plural("{} earlier order", "{} earlier orders", count)), count);
}

std::string past_orders_said(const Ui& ui, const std::vector<PastOrder>& past) {
  if (past.empty()) return {};
  std::string said = past_orders_count(ui, past);
  if (const auto rate = hourly_rate(past)) said += " · " + say(ui, N_("{} an hour"), ui.money(*rate));
  return said;
}

std::optional<Money> PastOrdersSheet::draw(Ui& ui, const std::vector<PastOrder>& past) {
  std::optional<Money> taken;
  Sheet sheet(ui, "past", is_open_, {.title = title_, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return taken;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const auto rate = hourly_rate(past);
  text(ui, content.top_part(32),
       rate ? say(ui, N_("Earned per hour: {}"), ui.money(*rate))
            : std::string(ui.words(N_("No hours were noted yet."))),
       {.type = Type::Strong, .name = "past.rate"});
  const Punctuality kept = punctuality(past);
  text(ui, {content.x, content.y + 36, content.w, 28},
       kept.promised == 0 ? std::string(ui.words(N_("Nothing was promised for a day.")))
                          : say(ui, N_("On time: {0} of {1}"), kept.on_time, kept.promised),
       {.type = Type::Text, .color = ui.theme().ink2, .name = "past.on_time"});
  float y = content.y + 76;
  if (const auto due = raise_due(past)) {
    text(ui, {content.x, y, content.w, 52},
         say(ui, N_("{0} orders at {1} a piece or less. Time to ask for more?"), due->orders,
             ui.money(due->piece_price)),
         {.type = Type::Text, .upright = Upright::Top, .lines = 2, .name = "past.due"});
    y += 56;
    if (raise_ == Raise::Offered && button(ui, "past.raise", {content.x, y, content.w, 64},
                                           {.label = say(ui, N_("Ask {} a piece"), ui.money(due->suggested)),
                                            .icon = icon::hand_coins,
                                            .kind = ButtonKind::Primary})) {
      taken = due->suggested;
      is_open_ = false;
    }
    y += raise_ == Raise::Offered ? 80.0f : 8.0f;
  }
  caption(ui, content.x, y, content.w, ui.words(N_("What was charged")));
  y += 28;
  const RowList rows(ui, "past.list", {content.x, y, content.w, content.bottom() - y}, {.count = past.size()});
  for (const RowList::Item& item : rows.visible()) {
    const PastOrder& one = past[item.index];
    const std::string what =
        one.what.empty() ? say(ui, N_("Order #{}"), one.number) : std::string(first_line(one.what));
    std::string about =
        ui.words().short_date(one.handed_over) + " · " + say(ui, N_("{} pcs"), ui.words().quantity(one.quantity));
    if (one.minutes > 0) about += " · " + say(ui, N_("{} h"), hours_text(ui.words(), one.minutes));
    plain_row(ui, fmt::format("past.{}", item.index), item.rect,
              {.title = what, .subtitle = about, .trailing = ui.bare_money(one.price), .icon = icon::package});
  }
  return taken;
}

}  // namespace lapak
