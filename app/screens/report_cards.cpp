// screens: drawing the cards of the sales report.
#include "app/screens/report_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "app/parts/chart.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/wording.h"
#include "core/sale/sale.h"

namespace lapak {
namespace {

constexpr std::size_t kMostBars = 31;
constexpr float kCard = 304, kCardGap = 16, kShadow = 4, kHead = 48, kRankedRow = 40, kAttentionRow = 60;
constexpr std::ptrdiff_t kMostRanked = static_cast<std::ptrdiff_t>((kCard - kHead) / kRankedRow);

// In pairs: how much and how paid, what sells and what needs her, when and who, what of and at what price, whose it was
// and what lies, what waits and who sold.
constexpr std::array kCards{ReportPart::Days,     ReportPart::Payments, ReportPart::Products,   ReportPart::Attention,
                            ReportPart::Hours,    ReportPart::Buyers,   ReportPart::Categories, ReportPart::Bargains,
                            ReportPart::Partners, ReportPart::StockAge, ReportPart::Weeks,      ReportPart::Sellers};

bool needs_worker(ReportPart part) {
  return part == ReportPart::Buyers || part == ReportPart::Attention || part == ReportPart::StockAge ||
         part == ReportPart::Weeks;
}

}  // namespace

void ReportCards::forget_touched() {
  day_.reset();
  hour_.reset();
}

bool ReportCards::head(Ui& ui, Rect card, ReportPart part, std::string_view said) {
  const Theme& t = ui.theme();
  const Rect line = card.top_part(kHead);
  const std::string_view name = ui.words(report_part_name(part));
  const ControlState state = ui.control({.name = fmt::format("report.card.{}", report_part_code(part)),
                                         .rect = line,
                                         .kind = ControlKind::Row,
                                         .label = name});
  if (state.press > 0) ui.paint().fill(line, t.ink.faded(0.08f * state.press), kCardRadius, Corners::Top);
  if (state.focused) ui.draw_focus_ring(line, kCardRadius);
  const float width = ui.paint().width(Type::SmallStrong, name);
  text(ui, {line.x + 16, line.y, width + 2, line.h}, name, {.type = Type::SmallStrong, .color = t.ink2});
  ui.paint().icon({line.right() - 24, line.centre().y}, icon::caret_right, t.ink2);
  if (!said.empty())
    text(ui, {line.x + width + 32, line.y, line.w - width - 80, line.h}, said,
         {.type = Type::SmallStrong, .align = Side::Right, .name = fmt::format("{}.said", report_part_code(part))});
  return state.tapped;
}

void ReportCards::draw_ranking(Ui& ui, Rect inside, const std::vector<Ranked>& rows, std::string_view when_empty) {
  const Theme& t = ui.theme();
  if (rows.empty()) {
    text(ui, inside.top_part(64), when_empty, {.type = Type::Body, .color = t.ink2, .lines = 2});
    return;
  }
  const auto room = static_cast<std::size_t>(inside.h / kRankedRow);
  const std::size_t count = std::min(rows.size(), room);
  std::int64_t longest = 1;
  float figures = 0, besides = 0;
  for (std::size_t i = 0; i < count; ++i) {
    longest = std::max(longest, rows[i].length);
    figures = std::max(figures, ui.paint().width(Type::Strong, rows[i].figure) + 2);
    besides = std::max(besides, ui.paint().width(Type::Body, rows[i].beside) + 2);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Ranked& each = rows[i];
    const Rect line{inside.x, inside.y + static_cast<float>(i) * kRankedRow, inside.w, kRankedRow};
    text(ui, {line.x, line.y, line.w - figures - besides - 24, 26}, each.name, {.type = Type::Body, .cut = Cut::Names});
    text(ui, {line.right() - figures - besides - 12, line.y, besides, 26}, each.beside,
         {.type = Type::Body, .color = t.ink2, .align = Side::Right});
    text(ui, {line.right() - figures, line.y, figures, 26}, each.figure, {.type = Type::Strong, .align = Side::Right});
    const float part = static_cast<float>(each.length) / static_cast<float>(longest);
    if (each.length > 0) ui.paint().fill({line.x, line.y + 29, std::max(6.0f, line.w * part), 6}, t.c1, 3);
  }
}

std::vector<ReportCards::Ranked> ReportCards::ranking(const Ui& ui, const ReportCardsView& view,
                                                      ReportPart part) const {
  const auto shown = std::views::take(kMostRanked);
  std::vector<Ranked> rows;
  const auto pieces = [&](Quantity quantity) { return ui.words().quantity(quantity); };
  const auto add = [&](std::string name, std::string beside, Money figure) {
    rows.push_back({std::move(name), std::move(beside), ui.bare_money(figure), figure.minor});
  };
  switch (part) {
    case ReportPart::Payments:
      for (const ReportByMethod& row : view.report.by_payment | shown) {
        const bool has_share = row.amount > Money{} && view.report.net_sales > Money{};
        add(std::string(method_name(row.method, ui.words())),
            has_share && row.amount <= view.report.net_sales
                ? ui.words().percent({row.amount.minor, view.report.net_sales.minor})
                : std::string(),
            row.amount);
      }
      break;
    case ReportPart::Products:
      for (const ReportByProduct& row : view.report.by_product | shown)
        add(row.name.empty() ? std::string(ui.words(N_("Misc item"))) : row.name, pieces(row.quantity), row.net_sales);
      break;
    case ReportPart::Categories:
      for (const ReportByCategory& row : view.report.by_category | shown)
        add(row.name.empty() ? std::string(ui.words(N_("Without a category"))) : row.name, pieces(row.quantity),
            row.net_sales);
      break;
    case ReportPart::Partners:
      for (const ReportByPartner& row : view.report.by_partner | shown)
        add(row.name, pieces(row.quantity), row.proceeds);
      break;
    case ReportPart::Sellers:
      for (const ReportBySeller& row : view.report.by_seller | shown)
        add(row.name.empty() ? std::string(ui.words(N_("Nobody named"))) : row.name, ui.words().count(row.sales_count),
            row.net_sales);
      break;
    case ReportPart::Bargains:
      for (const ReportBargain& row : view.report.bargains | shown) add(row.name, pieces(row.quantity), row.given_up());
      break;
    case ReportPart::Buyers:
      for (const auto& [name, group] : {std::pair(N_("Came again"), view.wider->buyers.returning),
                                        std::pair(N_("For the first time"), view.wider->buyers.fresh),
                                        std::pair(N_("Not known by name"), view.wider->buyers.unknown)})
        add(std::string(ui.words(name)), group.buyers > 0 ? ui.words().count(group.buyers) : std::string(),
            group.sales);
      break;
    case ReportPart::StockAge:
      for (const StockAgeBand& band : view.wider->stock.bands)
        add(band.up_to_days ? say(ui, N_("up to {} days"), *band.up_to_days) : std::string(ui.words(N_("older"))),
            pieces(band.quantity), band.worth);
      break;
    default:
      break;
  }
  return rows;
}

std::string ReportCards::draw_days(Ui& ui, Rect inside, const ReportCardsView& view) {
  const Report& report = view.report;
  // The last ones, when there are more than can be told apart.
  const auto length = static_cast<std::size_t>(report.to.days - report.from.days + 1);
  const bool is_months = length > 2 * kMostBars;
  const bool is_week = length <= 8;
  std::vector<Bar> bars;
  std::vector<std::string> said;
  const auto add = [&](std::string label, std::string when, Money sold, bool highlighted) {
    bars.push_back({.label = std::move(label),
                    .value = static_cast<double>(sold.minor),
                    .shown = (is_week || is_months) && !sold.is_zero() ? ui.bare_money(sold) : std::string(),
                    .highlighted = highlighted});
    said.push_back(fmt::format("{}: {}", when, ui.money(sold)));
  };
  if (is_months) {
    for (Date month = report.from.first_of_month(); month <= report.to; month = month.last_of_month().plus_days(1)) {
      Money sold;
      for (const ReportByDay& day : report.by_day)
        if (day.date.first_of_month() == month) sold += day.net_sales;
      add(ui.words().month(month).substr(0, 3), ui.words().month(month), sold, month == view.today.first_of_month());
    }
    if (bars.size() > kMostBars) {
      const auto extra = static_cast<std::ptrdiff_t>(bars.size() - kMostBars);
      bars.erase(bars.begin(), bars.begin() + extra);
      said.erase(said.begin(), said.begin() + extra);
    }
  } else {
    const Date first = length > kMostBars ? report.to.plus_days(1 - static_cast<int>(kMostBars)) : report.from;
    for (Date day = first; day <= report.to; day = day.plus_days(1)) {
      const auto found = std::ranges::find(report.by_day, day, &ReportByDay::date);
      add(!is_week            ? fmt::format("{}", day.day())
          : day == view.today ? std::string(ui.words(N_("Today")))
                              : std::string(ui.words().weekday_name(day.weekday())),
          ui.words().weekday_date(day), found == report.by_day.end() ? Money{} : found->net_sales, day == view.today);
    }
  }
  if (const auto tapped =
          read_bars(ui, "report.days", ui.words(report_part_name(ReportPart::Days)), inside, bars, day_))
    day_ = tapped;
  return day_ && *day_ < said.size() ? said[*day_] : std::string();
}

std::string ReportCards::draw_hours(Ui& ui, Rect inside, const ReportCardsView& view) {
  const WeekMap sold = week_map(view.report);
  if (sold.hours == 0) {
    text(ui, inside.top_part(32), ui.words(N_("Nothing sold")), {.type = Type::Body, .color = ui.theme().ink2});
    return {};
  }
  HeatMap map;
  for (int hour = 0; std::cmp_less(hour, sold.hours); ++hour)
    map.columns.push_back(fmt::format("{}", sold.first_hour + hour));
  for (int day = 0; day < kDaysOfWeek; ++day) map.rows.emplace_back(ui.words().weekday_name(weekday_of_row(day)));
  for (const Money amount : sold.net_sales) map.values.push_back(static_cast<double>(amount.minor));
  if (const auto tapped =
          heat_map(ui, "report.hours", ui.words(report_part_name(ReportPart::Hours)), inside, map, hour_))
    hour_ = tapped;
  if (!hour_ || *hour_ >= sold.net_sales.size()) return {};
  const int hour = sold.first_hour + static_cast<int>(*hour_ % sold.hours);
  return fmt::format("{} {}–{}: {}", map.rows[*hour_ / sold.hours], hour, hour + 1, ui.money(sold.net_sales[*hour_]));
}

void ReportCards::draw_attention(Ui& ui, Intents& out, Rect inside, const Attention& needs) {
  float y = inside.y;
  const auto line = [&](std::string_view name, Icon icon, std::string_view label, const std::string& figure,
                        Section leads_to) {
    const Rect place{inside.x, y, inside.w, kAttentionRow};
    y += kAttentionRow;
    if (y <= inside.bottom() + 1 && row(ui, fmt::format("attention.{}", name), place,
                                        {.title = label, .trailing = figure, .icon = icon, .has_arrow = true}))
      out.add(GoTo{leads_to});
  };
  const auto count = [&](int n) { return ui.words().count(n); };
  if (needs.late_orders > 0)
    line("late", icon::kanban, ui.words(N_("Late orders")), count(needs.late_orders), Section::Orders);
  if (needs.out > 0) line("out", icon::package, ui.words(N_("Items that ran out")), count(needs.out), Section::Stock);
  if (needs.low > 0) line("low", icon::package, ui.words(N_("Items that run low")), count(needs.low), Section::Stock);
  if (!needs.owed_to_partners.is_zero())
    line("partners", icon::handshake, ui.words(N_("Partners to be paid")), ui.bare_money(needs.owed_to_partners),
         Section::People);
  if (y == inside.y)
    text(ui, inside.top_part(32), ui.words(N_("All is well.")), {.type = Type::Body, .color = ui.theme().ink2});
}

void ReportCards::draw_weeks(Ui& ui, Rect inside, const WiderReport& wider) {
  std::vector<Bar> bars;
  for (const OrderWeek& week : wider.weeks) {
    const bool has_cap = week.cap.half_slots > 0 || week.cap.minutes > 0;
    bars.push_back({.label = ui.words().short_date(week.load.monday),
                    .value = has_cap ? static_cast<double>(fullness(week.load, week.cap))
                                     : static_cast<double>(week.load.half_slots),
                    .shown = slots_text(ui.words(), week.load.half_slots)});
  }
  bar_chart(ui, "report.weeks", inside, bars);
}

std::optional<ReportPart> ReportCards::draw(Ui& ui, Intents& out, Rect area, const ReportCardsView& view) {
  std::optional<ReportPart> asked;
  const int lines = (static_cast<int>(kCards.size()) + 1) / 2;
  ScrollArea scroll(ui, "report.cards", area, static_cast<double>(lines) * (kCard + kCardGap));
  const Point origin = scroll.origin();
  for (std::size_t i = 0; i < kCards.size(); ++i) {
    const ReportPart part = kCards[i];
    const Rect line{area.x + kShadow, origin.y + kShadow + static_cast<float>(i / 2) * (kCard + kCardGap),
                    area.w - 2 * kShadow, kCard};
    const Rect card = line.column(static_cast<int>(i % 2), 2, kCardGap);
    const Rect inside{card.x + 16, card.y + kHead + kGap, card.w - 32, card.h - kHead - kGap - 12};
    std::string said;
    if (part == ReportPart::Bargains && !view.report.given_up.is_zero()) said = ui.money(view.report.given_up);
    if (part == ReportPart::Partners && !view.report.partners_share.is_zero())
      said = say(ui, N_("Their share {}"), ui.bare_money(view.report.partners_share));
    if (part == ReportPart::StockAge && view.wider) said = ui.money(view.wider->stock.worth);
    plate(ui, card);
    if (!needs_worker(part) || view.wider) draw_one(ui, out, inside, part, view, said);
    if (head(ui, card, part, said)) asked = part;
  }
  return asked;
}

void ReportCards::draw_one(Ui& ui, Intents& out, Rect inside, ReportPart part, const ReportCardsView& view,
                           std::string& said) {
  switch (part) {
    case ReportPart::Days:
      said = draw_days(ui, inside, view);
      break;
    case ReportPart::Hours:
      said = draw_hours(ui, inside, view);
      break;
    case ReportPart::Weeks:
      draw_weeks(ui, inside, *view.wider);
      break;
    case ReportPart::Attention:
      draw_attention(ui, out, inside, view.wider->attention);
      break;
    case ReportPart::Bargains:
      draw_ranking(ui, inside, ranking(ui, view, part), ui.words(N_("Everything went at its list price.")));
      break;
    case ReportPart::Partners:
      draw_ranking(ui, inside, ranking(ui, view, part), ui.words(N_("Nothing of partners was sold.")));
      break;
    default:
      draw_ranking(ui, inside, ranking(ui, view, part), ui.words(N_("Nothing sold")));
  }
}

}  // namespace lapak
