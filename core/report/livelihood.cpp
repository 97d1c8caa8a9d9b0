// report: a livelihood made of several incomes.
#include "core/report/livelihood.h"

#include <algorithm>

#include "core/books/expense_store.h"
#include "core/books/income_store.h"
#include "core/report/period_cover.h"
#include "core/report/report.h"

namespace lapak {
namespace {

struct Ordered {
  Money orders, classes;
};
// What the ordered lines of these days' sales brought, less refunds; a voided sale counts nowhere.
// Orders are few and sales many: CROSS JOIN has the search begin at the orders.
Ordered ordered(const Database& database, Date from, Date to) {
  Ordered sums;
  for (Rows rows = database.query(
           "SELECT of.custom_order IN (SELECT custom_order FROM class_seat), sum(l.amount) "
           "FROM sale of CROSS JOIN sale s ON s.id = of.id OR (s.corrects = of.id AND s.kind = 'refund') "
           "CROSS JOIN sale_line l ON l.sale = s.id AND l.product IS NULL "
           "WHERE of.custom_order IS NOT NULL AND of.kind = 'sale' AND s.business_date BETWEEN ? AND ? "
           "AND NOT EXISTS (SELECT 1 FROM sale void WHERE void.corrects = of.id AND void.kind = 'void') GROUP BY 1",
           from, to);
       rows.next();)
    (rows.get<bool>(0) ? sums.classes : sums.orders) += rows.get<Money>(1);
  return sums;
}

// What the shop owes partners more for what these days sold and lost of theirs, or, < 0, they owe the shop.
Money partners_shares(const Database& database, Date from, Date to) {
  Money shares;
  for (const auto& [period, sign] : period_cover(from, to)) {
    const auto sum = database.value<Money>(
        "SELECT sum(share) FROM partner_sum WHERE period = ? AND book IN ('consignment', 'shelf')", period);
    shares += Money{sign * sum.value_or(Money{}).minor};
  }
  return shares;
}

std::int64_t minutes_on_orders(const Database& database, Date from, Date to) {
  return database
      .value<std::int64_t>("SELECT sum(minutes) FROM order_work WHERE business_date BETWEEN ? AND ?", from, to)
      .value_or(0);
}

void add_percents(std::vector<StreamRow>& rows) {
  std::vector<std::int64_t> weights;
  bool is_any = false;
  for (const StreamRow& row : rows) {
    weights.push_back(std::clamp<std::int64_t>(row.income.minor, 0, kLargestMoney.minor));
    is_any = is_any || weights.back() > 0;
  }
  if (!is_any) return;
  const std::vector<Money> percents = share_out(Money{100}, weights);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].percent = static_cast<int>(percents[i].minor);
}

}  // namespace

Livelihood livelihood(const Database& database, Date from, Date to) {
  Livelihood life{.from = from, .to = to, .streams = {}, .income = {}, .hourly = {}, .biggest = {}, .expenses = {}};
  const Ordered of_orders = ordered(database, from, to);
  const Money goods = report_totals(database, from, to).net_sales - of_orders.orders - of_orders.classes -
                      partners_shares(database, from, to);
  for (const StreamSum& sum : written_down(database, from, to)) {
    StreamRow row{.stream = sum.stream, .income = sum.income, .minutes = sum.minutes, .hourly = {}};
    if (row.stream == Stream::Goods) row.income += goods;
    if (row.stream == Stream::Classes) row.income += of_orders.classes;
    if (row.stream == Stream::Orders) {
      row.income += of_orders.orders;
      row.minutes += minutes_on_orders(database, from, to);
    }
    row.hourly = hourly_rate(row.income, row.minutes);
    life.income += row.income;
    life.minutes += row.minutes;
    life.streams.push_back(row);
  }
  add_percents(life.streams);
  life.hourly = hourly_rate(life.income, life.minutes);
  const auto biggest = std::ranges::max_element(life.streams, {}, &StreamRow::income);
  if (biggest->income > Money{}) life.biggest = biggest->stream;
  life.expenses = expenses_sum(database, {.from = from, .to = to});
  return life;
}

Money money_of_day(const Database& database, Date business_date) {
  const Money moved =
      database
          .value<Money>(
              "SELECT sum(cash_entry.amount) FROM cash_entry JOIN till_day ON till_day.id = cash_entry.till_day "
              "WHERE business_date = ?1 AND (cash_entry.id IN (SELECT cash_entry FROM expense_cash) "
              "OR cash_entry.id IN (SELECT cash_entry FROM income_cash))",
              business_date)
          .value_or(Money{});
  return report_totals(database, business_date, business_date).net_sales -
         partners_shares(database, business_date, business_date) + moved;
}

}  // namespace lapak
