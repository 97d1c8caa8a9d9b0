// report: the age of what lies in stock.
#include "core/report/stock_age.h"

#include <algorithm>
#include <iterator>

#include "core/catalog/product_store.h"

namespace lapak {
namespace {

StockAgeBand& band_of(StockAge& age, int days) {
  return *std::ranges::find_if(age.bands,
                               [&](const StockAgeBand& band) { return !band.up_to_days || days <= *band.up_to_days; });
}

}  // namespace

StockAge stock_age(const Database& database, Date today) {
  StockAge age;
  for (const int days : kStockAges) age.bands.push_back({.up_to_days = days, .quantity = {}, .worth = {}});
  age.bands.push_back({.up_to_days = std::nullopt, .quantity = {}, .worth = {}});
  for (Rows lying = database.query(
           "SELECT p.id, coalesce(p.cost, parent.cost), sum(h.quantity) FROM own_stock h JOIN product p ON p.id = "
           "h.product "
           "LEFT JOIN product parent ON parent.id = p.parent "
           "LEFT JOIN consigned own ON own.product = p.id LEFT JOIN consigned family ON family.product = p.parent "
           "WHERE p.tracked = 1 AND p.hidden = 0 AND iif(own.product IS NULL, family.partner, own.partner) IS NULL "
           "GROUP BY p.id HAVING sum(h.quantity) > 0");
       lying.next();) {
    const auto product = lying.get<Id<Product>>(0);
    const auto cost = lying.get<std::optional<Money>>(1);
    Quantity left = lying.get<Quantity>(2);
    StockAgeRow row{.product = product,
                    .name = product_label(database, product),
                    .quantity = left,
                    .worth = cost ? std::optional(times(*cost, left).value_or(kLargestMoney)) : std::nullopt};
    const auto count = [&](Quantity pieces) {
      StockAgeBand& band = band_of(age, row.oldest_days);
      band.quantity += pieces;
      if (cost) band.worth += times(*cost, pieces).value_or(kLargestMoney);
    };
    for (Rows came = database.query("SELECT business_date, quantity FROM movement WHERE product = ? AND quantity > 0 "
                                    "AND kind IN ('opening', 'received', 'made', 'counted', 'corrected') "
                                    "ORDER BY at DESC, rowid DESC",
                                    product);
         left > Quantity{} && came.next();) {
      row.oldest_days = std::max(0, today.days - came.get<Date>(0).days);
      const Quantity of_these = std::min(left, came.get<Quantity>(1));
      count(of_these);
      left = left - of_these;
    }
    if (left > Quantity{}) count(left);
    age.quantity += row.quantity;
    if (row.worth)
      age.worth += *row.worth;
    else
      age.pieces_of_unknown_cost += row.quantity;
    age.rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(age.rows, std::ranges::greater{}, &StockAgeRow::oldest_days);
  return age;
}

}  // namespace lapak
