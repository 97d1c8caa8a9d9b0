// report: the tables behind the charts of a report.
#include "core/report/report_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/check.h"
#include "core/order/order_store.h"
#include "core/sale/sale.h"

namespace lapak {
namespace {

constexpr std::int64_t kMinutesOfAnHour = 60;
constexpr std::int64_t kThousandths = 1'000;

Quantity hours_of(std::int64_t minutes) {
  return Quantity{minutes * kThousandths / kMinutesOfAnHour};
}
Quantity slots_of(std::int64_t half_slots) {
  return Quantity{half_slots * kThousandths / 2};
}

// Builds one; a head is a message.
class Writer {
 public:
  Writer(ReportPart part, const Words& words, std::initializer_list<std::string_view> columns)
      : table_{.heading = report_part_name(part), .columns = {}, .rows = {}} {
    for (const std::string_view column : columns) table_.columns.emplace_back(words(column));
  }
  template <class... Cells>
  void row(Cells... cells) {
    table_.rows.push_back({ReportCell(std::move(cells))...});
    LAPAK_ASSERT(table_.rows.back().size() == table_.columns.size());
  }
  ReportTable take() { return std::move(table_); }

 private:
  ReportTable table_;
};

ReportTable totals(const Report& report, const Words& words) {
  Writer table(ReportPart::Totals, words, {N_("What"), N_("Amount")});
  const auto row = [&](std::string_view name, auto cell) { table.row(std::string(words(name)), cell); };
  row(N_("Sales"), report.sales_count);
  row(N_("Pieces sold"), report.items_sold);
  row(N_("Gross sales"), report.gross_sales);
  row(N_("Discounts"), report.discounts);
  row(N_("Refunds"), report.refunds);
  row(N_("Net sales"), report.net_sales);
  row(N_("Tax in the prices"), report.tax_included);
  row(N_("Cost of goods"), report.goods_cost);
  row(N_("Partners' shares"), report.partners_share);
  row(N_("Profit"), report.profit);
  row(N_("Pieces of unknown cost"), report.pieces_of_unknown_cost);
  row(N_("Given up in haggling"), report.given_up);
  row(N_("Tips"), report.tips);
  row(N_("Owed by customer"), report.owed);
  return table.take();
}

ReportTable stock(const StockAge& age, const Words& words) {
  Writer table(ReportPart::StockAge, words, {N_("Item"), N_("Days"), N_("Pcs"), N_("Worth at cost")});
  for (const StockAgeRow& row : age.rows)
    table.row(row.name, std::int64_t{row.oldest_days}, row.quantity, row.worth.value_or(Money{}));
  return table.take();
}

}  // namespace

std::string_view report_part_code(ReportPart part) {
  constexpr std::string_view codes[]{"totals",     "days",      "payments", "products", "hours",
                                     "categories", "partners",  "sellers",  "bargains", "buyers",
                                     "attention",  "stock_age", "weeks"};
  return codes[static_cast<std::size_t>(part)];
}

std::string_view report_part_name(ReportPart part) {
  constexpr std::string_view names[]{N_("All figures"),
                                     N_("Sales per day"),
                                     N_("How it was paid"),
                                     N_("Best sellers"),
                                     N_("When people buy"),
                                     N_("By category"),
                                     N_("For partners"),
                                     N_("By seller"),
                                     N_("What haggling costs"),
                                     N_("Who buys"),
                                     N_("Needs you"),
                                     N_("Stock and its age"),
                                     N_("Orders in the weeks to come")};
  return names[static_cast<std::size_t>(part)];
}

WiderReport wider_report(const Database& database, const Profile& profile, DateRange range, Date today) {
  WiderReport wider{.buyers = buyers(database, range.from, range.to),
                    .stock = stock_age(database, today),
                    .attention = attention(database, profile, today),
                    .weeks = {}};
  const Date first = monday_of(today);
  const std::vector<WeekLoad> loads = week_loads(database, first);
  const WeekCap cap{.half_slots = profile.week_half_slots, .minutes = profile.week_minutes};
  for (int week = 0; week < kWeeksAhead; ++week) {
    const Date monday = first.plus_days(7 * week);
    const auto load = std::ranges::find(loads, monday, &WeekLoad::monday);
    wider.weeks.push_back({.load = load == loads.end() ? WeekLoad{.monday = monday} : *load, .cap = cap});
  }
  return wider;
}

ReportTable table_of(const Report& report, const WiderReport& wider, ReportPart part, const Words& words) {
  switch (part) {
    case ReportPart::Totals:
      return totals(report, words);
    case ReportPart::Days: {
      Writer table(part, words, {N_("Day"), N_("Sales"), N_("Net sales")});
      for (const ReportByDay& row : report.by_day)
        table.row(words.weekday_date(row.date), row.sales_count, row.net_sales);
      return table.take();
    }
    case ReportPart::Payments: {
      Writer table(part, words, {N_("Paid by"), N_("Payments"), N_("Amount"), N_("Fee")});
      for (const ReportByMethod& row : report.by_payment)
        table.row(std::string(method_name(row.method, words)), row.count, row.amount, row.fee);
      return table.take();
    }
    case ReportPart::Products: {
      Writer table(part, words, {N_("Item"), N_("Pcs"), N_("Net sales"), N_("Cost")});
      for (const ReportByProduct& row : report.by_product)
        table.row(row.name.empty() ? std::string(words(N_("Misc item"))) : row.name, row.quantity, row.net_sales,
                  row.cost.value_or(Money{}));
      return table.take();
    }
    case ReportPart::Hours: {
      Writer table(part, words, {N_("Day"), N_("Hour"), N_("Sales"), N_("Net sales")});
      for (int day = 0; day < kDaysOfWeek; ++day)
        for (const ReportByWeekdayHour& row : report.by_weekday_hour)
          if (row.weekday == weekday_of_row(day))
            table.row(std::string(words.weekday_name(row.weekday)), std::int64_t{row.hour}, row.sales_count,
                      row.net_sales);
      return table.take();
    }
    case ReportPart::Categories: {
      Writer table(part, words, {N_("Category"), N_("Pcs"), N_("Net sales")});
      for (const ReportByCategory& row : report.by_category)
        table.row(row.name.empty() ? std::string(words(N_("Without a category"))) : row.name, row.quantity,
                  row.net_sales);
      return table.take();
    }
    case ReportPart::Partners: {
      Writer table(part, words, {N_("Partner"), N_("Pcs"), N_("Proceeds"), N_("Their share")});
      for (const ReportByPartner& row : report.by_partner) table.row(row.name, row.quantity, row.proceeds, row.share);
      return table.take();
    }
    case ReportPart::Sellers: {
      Writer table(part, words, {N_("Seller"), N_("Sales"), N_("Net sales")});
      for (const ReportBySeller& row : report.by_seller)
        table.row(row.name.empty() ? std::string(words(N_("Nobody named"))) : row.name, row.sales_count, row.net_sales);
      return table.take();
    }
    case ReportPart::Bargains: {
      Writer table(part, words, {N_("Item"), N_("Pcs"), N_("List price"), N_("Agreed"), N_("Given up")});
      for (const ReportBargain& row : report.bargains)
        table.row(row.name, row.quantity, row.at_list, row.agreed, row.given_up());
      return table.take();
    }
    case ReportPart::Buyers: {
      Writer table(part, words, {N_("Buyers"), N_("People"), N_("Sales"), N_("Amount")});
      const auto row = [&](std::string_view name, const BuyerGroup& group) {
        table.row(std::string(words(name)), group.buyers, group.sales_count, group.sales);
      };
      row(N_("Came again"), wider.buyers.returning);
      row(N_("For the first time"), wider.buyers.fresh);
      row(N_("Not known by name"), wider.buyers.unknown);
      return table.take();
    }
    case ReportPart::Attention: {
      Writer table(part, words, {N_("What"), N_("Amount")});
      const Attention& needs = wider.attention;
      table.row(std::string(words(N_("Items that run low"))), std::int64_t{needs.low});
      table.row(std::string(words(N_("Items that ran out"))), std::int64_t{needs.out});
      table.row(std::string(words(N_("Late orders"))), std::int64_t{needs.late_orders});
      table.row(std::string(words(N_("Partners to be paid"))), needs.owed_to_partners);
      table.row(std::string(words(N_("Owed to me"))), needs.owed_to_me);
      table.row(std::string(words(N_("Bank lines without a reason"))), std::int64_t{needs.unexplained_bank_lines});
      return table.take();
    }
    case ReportPart::StockAge:
      return stock(wider.stock, words);
    case ReportPart::Weeks: {
      Writer table(part, words, {N_("Week of"), N_("Slots"), N_("At most"), N_("Hours"), N_("At most")});
      for (const OrderWeek& week : wider.weeks)
        table.row(words.short_date(week.load.monday), slots_of(week.load.half_slots), slots_of(week.cap.half_slots),
                  hours_of(week.load.minutes), hours_of(week.cap.minutes));
      return table.take();
    }
  }
  LAPAK_ASSERT(false);
  return {};
}

std::vector<ReportTable> every_table(const Report& report, const WiderReport& wider, const Words& words) {
  std::vector<ReportTable> tables;
  for (const ReportPart part : kReportParts) tables.push_back(table_of(report, wider, part, words));
  return tables;
}

WeekMap week_map(const Report& report) {
  const auto& cells = report.by_weekday_hour;
  if (cells.empty()) return {};
  const auto [low, high] = std::ranges::minmax(cells, {}, &ReportByWeekdayHour::hour);
  WeekMap map{.first_hour = low.hour, .hours = static_cast<std::size_t>(high.hour - low.hour + 1), .net_sales = {}};
  map.net_sales.resize(map.hours * kDaysOfWeek);
  for (const ReportByWeekdayHour& cell : cells) {
    const auto row = static_cast<std::size_t>((cell.weekday + kDaysOfWeek - kFirstWeekday) % kDaysOfWeek);
    map.net_sales[row * map.hours + static_cast<std::size_t>(cell.hour - low.hour)] = cell.net_sales;
  }
  return map;
}

std::string shown(const ReportCell& cell, const Words& words, const Currency& currency) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return words.count(*count);
  if (const auto* quantity = std::get_if<Quantity>(&cell)) return words.quantity(*quantity);
  return words.money(std::get<Money>(cell), currency, Symbol::Hidden);
}

}  // namespace lapak
