// screens: the open orders week by week.
#include "app/screens/order_weeks.h"

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/order_page.h"
#include "app/screens/order_rates.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/rounds.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kFewestWeeks = 6;
constexpr float kRow = 72;

// Which orders are shown: all of them, or those of a stage.
constexpr std::array kStages{OrderStage::Asked, OrderStage::Making, OrderStage::Ready};

// What a line of the list is: the head of a group, or an order of it.
struct Line {
  enum class Kind { Late, Week, NoDay, Order, Round } kind = Kind::Week;
  WeekLoad week;
  std::size_t order = 0;  // or round
};

struct Question {
  Date today;
  std::size_t shown = 0;  // 0: all; else the stage of this place
  friend bool operator==(const Question&, const Question&) = default;
};

bool is_shown(const OrderRow& row, std::size_t shown) {
  const OrderStage stage = row.order.stage == OrderStage::Agreed ? OrderStage::Asked : row.order.stage;
  return shown == 0 || kStages[shown - 1] == stage;
}

// The late ones, every week from this one to the last with an order, and those without a day.
std::vector<Line> laid_out(const std::vector<OrderRow>& orders, const std::vector<RoundLoad>& rounds,
                           const std::vector<WeekLoad>& loads, const Question& question) {
  const Date today = question.today;
  std::vector<Line> lines;
  const auto add = [&](Line head, auto&& belongs) {
    lines.push_back(head);
    for (std::size_t i = 0; i < orders.size(); ++i)
      if (belongs(orders[i].order) && is_shown(orders[i], question.shown))
        lines.push_back({.kind = Line::Kind::Order, .week = {}, .order = i});
  };
  const auto is_late = [&](const CustomOrder& order) { return order.promised && *order.promised < today; };
  if (std::ranges::any_of(orders, is_late, &OrderRow::order)) add({.kind = Line::Kind::Late, .week = {}}, is_late);
  Date last = monday_of(today).plus_days(7 * (kFewestWeeks - 1));
  for (const OrderRow& row : orders)
    if (row.order.promised) last = std::max(last, monday_of(*row.order.promised));
  for (const RoundLoad& round : rounds) last = std::max(last, monday_of(round.day));
  for (Date monday = monday_of(today); monday <= last; monday = monday.plus_days(7)) {
    const auto load = std::ranges::find(loads, monday, &WeekLoad::monday);
    add({.week = load == loads.end() ? WeekLoad{.monday = monday} : *load}, [&](const CustomOrder& order) {
      return order.promised && !is_late(order) && monday_of(*order.promised) == monday;
    });
    for (std::size_t i = 0; i < rounds.size(); ++i)
      if (monday_of(rounds[i].day) == monday) lines.push_back({.kind = Line::Kind::Round, .week = {}, .order = i});
  }
  const auto has_no_day = [](const CustomOrder& order) { return !order.promised; };
  if (std::ranges::any_of(orders, has_no_day, &OrderRow::order))
    add({.kind = Line::Kind::NoDay, .week = {}}, has_no_day);
  return lines;
}

class OrderWeeks final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    cap_ = week_cap_of(shop.profile());
    today_ = shop.today();
    found_.refresh(shop, {today_, shown_}, rooms(&Revisions::order, &Revisions::sale, &Revisions::people),
                   [](const Shop& s, const Question& question) {
                     constexpr int all = -1;
                     Found found{orders(s.facts(), {.count = all}), round_loads(s.facts(), question.today), {}};
                     found.lines =
                         laid_out(found.orders, found.rounds, week_loads(s.facts(), question.today), question);
                     return found;
                   });
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Week by week")), .side = 272});
    if (page.back) out.add(Back{});
    if (button(ui, "weeks.rates", page.side, {.label = ui.words(N_("Earned per hour")), .icon = icon::clock}))
      out.add(Open{make_order_rates_screen()});
    std::vector<std::string> labels{std::string(ui.words(N_("All")))};
    for (const OrderStage stage : kStages)
      labels.emplace_back(stage == OrderStage::Asked ? ui.words(N_("New orders")) : stage_name(stage, ui.words()));
    if (const auto shown = chips(ui, "weeks.show", page.content.top_part(48), labels, shown_)) shown_ = *shown;
    const std::vector<Line>& lines = found_->lines;
    const RowList rows(ui, "weeks.list", {page.content.x, page.content.y + 64, page.content.w, page.content.h - 64},
                       {.count = lines.size(), .row_height = kRow});
    for (const RowList::Item& item : rows.visible()) draw_line(ui, out, item, lines[item.index]);
  }

 private:
  struct Found {
    std::vector<OrderRow> orders;  // the earliest promise first, those without a day last
    std::vector<RoundLoad> rounds;
    std::vector<Line> lines;
  };

  void draw_line(Ui& ui, Intents& out, const RowList::Item& item, const Line& line) {
    const Rect place = item.rect;
    const std::string name = fmt::format("weeks.{}", item.index);
    if (line.kind == Line::Kind::Order) {
      const OrderRow& row = found_->orders[line.order];
      if (lapak::row(ui, name, {place.x + 24, place.y, place.w - 24, place.h},
                     {.title = order_title(row),
                      .subtitle = row.order.what,
                      .trailing = paid_text(ui, row),
                      .pill = due_pill(row.order, today_, ui.words()),
                      .has_arrow = true}))
        out.add(Open{make_order_page(row.order.id)});
      return;
    }
    if (line.kind == Line::Kind::Round) {
      const RoundLoad& round = found_->rounds[line.order];
      std::string takes = say(ui, N_("{} slots"), slots_text(ui.words(), round.half_slots));
      if (round.minutes > 0) takes += " · " + say(ui, N_("{} h"), hours_text(ui.words(), round.minutes));
      if (lapak::row(
              ui, name, {place.x + 24, place.y, place.w - 24, place.h},
              {.title = round.name, .subtitle = ui.words(N_("Pre-order")), .trailing = takes, .has_arrow = true}))
        out.add(Open{make_round_page(round.round)});
      return;
    }
    const Theme& t = ui.theme();
    const std::string said = line.kind == Line::Kind::Late    ? std::string(ui.words(N_("Late")))
                             : line.kind == Line::Kind::NoDay ? std::string(ui.words(N_("No day promised")))
                                                              : week_text(ui.words(), line.week, cap_);
    const float lower = line.kind == Line::Kind::Week ? 16 : 32;
    text(ui, {place.x, place.y + lower, place.w, 28}, said,
         {.type = Type::Strong, .color = line.kind == Line::Kind::Late ? t.danger : t.ink, .name = name + ".said"});
    if (line.kind != Line::Kind::Week || (cap_.half_slots == 0 && cap_.minutes == 0)) return;
    const float full = fullness(line.week, cap_);
    progress(ui, name + ".bar", {place.x, place.y + 48, std::min(place.w, 480.0f), 12}, full,
             full >= 1 ? t.warning : t.primary);
  }

  Watched<Question, Found> found_;
  WeekCap cap_;
  Date today_;
  std::size_t shown_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_order_weeks_screen() {
  return std::make_unique<OrderWeeks>();
}

}  // namespace lapak
