// screens: a fair that goes on.
#include "app/screens/fair_overview.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/chart.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_said.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kNightEnds_hour = 5;  // what is sold before belongs to the evening

void draw_figures(Ui& ui, Rect area, const FairPage& page) {
  const Words& words = ui.words();
  const bool is_today = page.is_open;
  const Money sales = is_today ? page.today : page.figures.sales;
  const int count = is_today ? page.today_count : page.figures.sales_count;
  fair_figure(ui, area.column(0, 4, kGap), "fair.sales", words(is_today ? N_("Sales today") : N_("Sales")),
              ui.money(sales),
              page.last_by_now ? say(ui, N_("last time by now {}"), ui.bare_money(*page.last_by_now)) : std::string());
  fair_figure(ui, area.column(1, 4, kGap), "fair.count", words(N_("Transactions")), words.count(count),
              count == 0 ? std::string() : say(ui, N_("average {}"), ui.bare_money(part_of(sales, {1, count}))));
  const std::string pieces = say(ui, N_("{} pieces"), words.quantity(page.figures.pieces));
  if (page.drawer)
    fair_figure(ui, area.column(2, 4, kGap), "fair.drawer", words(N_("Cash in the drawer")), ui.money(*page.drawer),
                pieces);
  else
    fair_figure(ui, area.column(2, 4, kGap), "fair.pieces", words(N_("Pieces sold")),
                words.quantity(page.figures.pieces));
  fair_figure(ui, area.column(3, 4, kGap), "fair.profit",
              words(page.phase == FairPhase::Over ? N_("Profit") : N_("Profit so far")), ui.money(page.figures.profit),
              say(ui, N_("fee {}"), ui.bare_money(page.figures.fee)));
}

std::string even_said(const Ui& ui, const FairPage& page, const Zone& zone) {
  const Money even = page.break_even->sales;
  const std::string pays = say(ui, N_("Pays from {}"), ui.bare_money(even));
  if (page.figures.sales < even)
    return pays + " · " + say(ui, N_("still {}"), ui.bare_money(even - page.figures.sales));
  if (!page.covered_at) return pays;
  return pays + " · " + say(ui, N_("reached at {}"), ui.words().time(zone.local(*page.covered_at)));
}

// Hours since the night ended, so that what is sold after midnight comes last.
int place_of(int hour) {
  return (hour + 24 - kNightEnds_hour) % 24;
}

// The day's sales as they add up, hour by hour, over those of the same day the last time, and the line they must reach.
class RunningChart {
 public:
  RunningChart(Ui& ui, Rect area, const FairPage& page) : ui_(ui), area_(area) {
    first_ = 24;
    for (const RunningSales* running : {page.now ? &*page.now : nullptr, page.then ? &*page.then : nullptr}) {
      if (!running) continue;
      Money sum = running->before;
      most_ = std::max(most_, sum);
      for (const FairHour& hour : running->hours) {
        first_ = std::min(first_, place_of(hour.hour));
        last_ = std::max(last_, place_of(hour.hour) + 1);
        most_ = std::max(most_, sum += hour.sales);
      }
    }
    if (page.break_even) most_ = std::max(most_, page.break_even->sales);
  }

  void draw(const FairPage& page) const {
    const Theme& t = ui_.theme();
    const float base = plot().bottom();
    ui_.paint().line({plot().x, base}, {plot().right(), base}, t.divider, 2);
    const int step = last_ - first_ > 10 ? 2 : 1;
    for (int at = first_; at <= last_; at += step)
      text(ui_, {x_of(at) - 24, base + 2, 48, 22}, fmt::format("{}", (at + kNightEnds_hour) % 24),
           {.type = Type::Small, .color = t.ink2, .align = Side::Centre});
    if (page.break_even) draw_even(page.break_even->sales);
    if (page.then) draw_line(*page.then, t.ink2, 2, ui_.words(N_("last time")), "fair.then");
    draw_line(*page.now, t.primary, 4, ui_.words(N_("today")), "fair.now");
  }

 private:
  Rect plot() const { return {area_.x + 8, area_.y + 16, area_.w - 112, area_.h - 16 - 26}; }
  float x_of(int at) const {
    return plot().x + plot().w * static_cast<float>(at - first_) / static_cast<float>(std::max(last_ - first_, 1));
  }
  float y_of(Money sum) const {
    const auto part =
        static_cast<float>(std::max(sum, Money{}).minor) / static_cast<float>(std::max(most_.minor, std::int64_t{1}));
    return plot().bottom() - plot().h * part;
  }
  void draw_even(Money even) const {
    constexpr float kDash = 8;
    const float y = y_of(even);
    for (float x = plot().x; x < plot().right(); x += 2 * kDash)
      ui_.paint().line({x, y}, {std::min(x + kDash, plot().right()), y}, ui_.theme().success, 2);
  }
  void draw_line(const RunningSales& running, Color color, float width, std::string_view label,
                 std::string_view name) const {
    Money sum = running.before;
    Point from{x_of(first_), y_of(sum)};
    for (const FairHour& hour : running.hours) {
      const Point begin{x_of(place_of(hour.hour)), from.y};
      sum += hour.sales;
      const Point end{x_of(place_of(hour.hour) + 1), y_of(sum)};
      ui_.paint().line(from, begin, color, width);
      ui_.paint().line(begin, end, color, width);
      from = end;
    }
    ui_.paint().circle(from, width + 1, color);
    const float side = from.x + 12 + 92 > area_.right() ? area_.right() - 92 : from.x + 12;
    text(ui_, {side, from.y - 24, 92, 22}, label, {.type = Type::SmallStrong, .color = color, .name = name});
  }

  Ui& ui_;
  Rect area_;
  int first_ = 0, last_ = 0;
  Money most_;
};

void draw_run(Ui& ui, Rect area, const FairPage& page, const Zone& zone) {
  const bool is_running = page.now && !page.now->hours.empty();
  const Rect inside = fair_card(ui, area, ui.words(is_running ? N_("How sales run") : N_("By hour")));
  const float foot = page.break_even ? 26.0f : 0.0f;
  const Rect chart{inside.x, inside.y, inside.w, inside.h - foot};
  if (is_running) {
    RunningChart(ui, chart, page).draw(page);
  } else if (page.hours.empty()) {
    text(ui, chart, ui.words(N_("Nothing sold")), {.type = Type::Body, .align = Side::Centre});
  } else {
    std::vector<Bar> bars;
    for (const FairHour& hour : page.hours)
      bars.push_back(
          {.label = fmt::format("{}", hour.hour), .value = static_cast<double>(hour.sales.minor), .shown = {}});
    bar_chart(ui, "fair.by_hour", chart, bars);
  }
  if (page.break_even)
    text(ui, inside.bottom_part(22), even_said(ui, page, zone),
         {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names, .name = "fair.even"});
}

void draw_best(Ui& ui, Rect area, const FairPage& page) {
  const Rect inside = fair_card(ui, area, ui.words(N_("Best sellers")));
  float y = inside.y;
  for (const FairGoods& each : page.goods) {
    if (each.sold <= Quantity{} || y + 32 > inside.bottom()) break;
    text(ui, {inside.x, y, inside.w - 72, 32}, each.name, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {inside.right() - 64, y, 64, 32}, ui.words().quantity(each.sold),
         {.type = Type::Strong, .align = Side::Right});
    y += 36;
  }
  if (y == inside.y) text(ui, inside.top_part(32), ui.words(N_("Nothing sold")), {.type = Type::Body});
}

bool draw_costs(Ui& ui, Rect area, const FairPage& page) {
  const Words& words = ui.words();
  const FairFigures& figures = page.figures;
  const Rect card = fair_card(ui, area, words(N_("Costs")));
  const Rect add{area.right() - 16 - 160, area.y + 12, 160, 48};
  const bool is_asked = button(ui, "fair.add_expense", add, {.label = words(N_("Expense")), .icon = icon::plus});
  const Rect inside{card.x, card.y, card.w, card.h};
  float y = inside.y;
  const auto line = [&](std::string_view label, Money sum) {
    if (sum.is_zero() || y + 28 > inside.bottom()) return;
    const float room = y < add.bottom() ? add.x - 8 - inside.x : inside.w;
    text(ui, {inside.x, y, room - 124, 28}, label, {.type = Type::Body, .cut = Cut::Names});
    text(ui, {inside.x + room - 124, y, 124, 28}, ui.bare_money(sum), {.type = Type::Strong, .align = Side::Right});
    y += 30;
  };
  line(words(N_("Booth fee")), figures.fee);
  line(words(N_("Helpers")), figures.helpers);
  Money booked;
  for (const CategorySum& each : page.spent)
    if (each.category != "booth") booked += each.amount;
  if (booked < figures.costs) line(words(N_("Planned")), figures.costs - booked);
  for (const CategorySum& each : page.spent)
    if (each.category != "booth") line(expense_category_name(each.category, words), each.amount);
  return is_asked;
}

void draw_people(Ui& ui, Rect area, const FairPage& page) {
  const Words& words = ui.words();
  const Rect inside = fair_card(ui, area, words(N_("People and goods")));
  float y = inside.y;
  const auto line = [&](std::string_view name, const std::string& said) {
    if (said.empty() || y + 28 > inside.bottom()) return;
    text(ui, {inside.x, y, inside.w, 28}, said, {.type = Type::Body, .cut = Cut::Names, .name = name});
    y += 30;
  };
  Quantity brought, sold;
  for (const FairGoods& each : page.goods) {
    if (each.brought <= Quantity{}) continue;
    brought += each.brought;
    sold += std::min(each.sold, each.brought);
  }
  if (!brought.is_zero())
    line("fair.unsold",
         say(ui, N_("Not sold yet: {0} of {1}"), words.quantity(brought - sold), words.quantity(brought)));
  const auto met = std::ssize(page.met);
  line("fair.met", say(ui, words.plural("{} new contact", "{} new contacts", met), met));
  for (const AskedRow& asked : page.asked)
    line("fair.asked",
         say(ui, N_("Asked for {0}, {1} × {2}"), asked.what, asked.times, asked_name(asked.reason, words)));
}

}  // namespace

bool draw_fair_overview(Ui& ui, Rect area, const FairPage& page, const Zone& zone) {
  draw_figures(ui, area.top_part(112), page);
  const float below = area.h - 128, upper = (below - 16) * 0.58f;
  const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
  const float y = area.y + 128;
  draw_run(ui, {area.x, y, area.w - side - 16, upper}, page, zone);
  draw_best(ui, {area.right() - side, y, side, upper}, page);
  const Rect lower{area.x, y + upper + 16, area.w, below - 16 - upper};
  draw_people(ui, lower.column(1, 2, 16), page);
  return draw_costs(ui, lower.column(0, 2, 16), page);
}

}  // namespace lapak
