// report: who bought in a range of days.
#include "core/report/buyers.h"

namespace lapak {

Buyers buyers(const Database& database, Date from, Date to) {
  Buyers found;
  BuyerGroup known;
  // A sale belongs to whom it was attributed to last; a card that was merged counts as the one it was merged into.
  for (Rows rows = database.query(
           "SELECT EXISTS (SELECT 1 FROM contact_clock k WHERE k.contact = bought.buyer AND k.first_bought < ?1), "
           "count(*), sum(bought.times), sum(bought.brought) FROM ("
           "SELECT coalesce(c.merged_into, c.id) AS buyer, sum(named.times) AS times, sum(named.brought) AS brought "
           "FROM (SELECT k.contact, count(*) AS times, sum(k.brought) AS brought FROM sale_customer k "
           "WHERE k.bought BETWEEN ?1 AND ?2 AND k.brought IS NOT NULL "
           "AND NOT EXISTS (SELECT 1 FROM sale_customer l WHERE l.sale = k.sale AND l.at > k.at) "
           "AND k.sale NOT IN (SELECT corrects FROM sale WHERE corrects IS NOT NULL AND kind = 'void') GROUP BY "
           "k.contact) named "
           "JOIN contact c ON c.id = named.contact GROUP BY 1) bought GROUP BY 1",
           from, to);
       rows.next();) {
    BuyerGroup& group = rows.get<bool>(0) ? found.returning : found.fresh;
    group = {
        .buyers = rows.get<std::int64_t>(1), .sales_count = rows.get<std::int64_t>(2), .sales = rows.get<Money>(3)};
    known.sales_count += group.sales_count;
    known.sales += group.sales;
  }
  const Report all = report_totals(database, from, to);
  found.unknown.sales_count = all.sales_count - known.sales_count;
  found.unknown.sales = all.gross_sales - all.discounts - known.sales;
  return found;
}

}  // namespace lapak
