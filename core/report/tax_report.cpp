// report: the figures a tax adviser asks for.
#include "core/report/tax_report.h"

#include "core/books/income_store.h"
#include "core/books/tax_commands.h"
#include "core/report/report.h"

namespace lapak {
namespace {

Money turnover_of(const Database& database, Date from, Date to) {
  const Report sums = report_totals(database, from, to);
  Money turnover = sums.gross_sales - sums.refunds;
  for (const StreamSum& sum : written_down(database, from, to)) turnover += sum.income;
  return turnover;
}

std::vector<ValueAddedTax> value_added(const Database& database, Date from, Date to) {
  std::vector<ValueAddedTax> taxes;
  if (!database.value<int>("SELECT 1 FROM sale_tax LIMIT 1")) return taxes;  // most shops add none
  for (Rows rows = database.query("SELECT t.name, t.numerator, t.denominator, t.included, sum(t.base), sum(t.amount) "
                                  "FROM sale_tax t JOIN sale s ON s.id = t.sale WHERE s.business_date BETWEEN ? AND ? "
                                  "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
                                  from, to);
       rows.next();)
    taxes.push_back({rows.get<std::string>(0),
                     {rows.get<std::int64_t>(1), rows.get<std::int64_t>(2)},
                     rows.get<bool>(3),
                     rows.get<Money>(4),
                     rows.get<Money>(5)});
  return taxes;
}

}  // namespace

std::vector<TaxReportMonth> tax_report(const Database& database, int year, Date today) {
  std::vector<Money> turnovers;
  for (int month = 1; month <= 12 && Date::of(year, month, 1) <= today; ++month) {
    const Date first = Date::of(year, month, 1);
    turnovers.push_back(turnover_of(database, first, first.last_of_month()));
  }
  std::vector<TaxReportMonth> months;
  for (const TaxMonth& month : tax_months(year, turnovers, tax_choices(database)))
    months.push_back({month, value_added(database, month.month, month.month.last_of_month())});
  return months;
}

}  // namespace lapak
