// report: who bought in a range of days.
#include "core/report/buyers.h"

namespace lapak {

Buyers buyers(const Database& database, Date from, Date to) {
  Buyers found;
  // The join begins at the sales of the range; a card that was merged counts as the one it was merged into.
  for (Rows rows = database.query(
           "SELECT iif(bought.buyer IS NULL, 2, EXISTS (SELECT 1 FROM contact_clock k WHERE k.contact = bought.buyer "
           "AND k.first_bought < ?1)), count(*), sum(bought.times), sum(bought.brought) FROM ("
           "SELECT coalesce(c.merged_into, c.id) AS buyer, count(*) AS times, sum(s.gross - s.discount) AS brought "
           "FROM sale s LEFT JOIN sale_customer k ON k.sale = s.id AND NOT EXISTS "
           "(SELECT 1 FROM sale_customer l WHERE l.sale = s.id AND l.at > k.at) "
           "LEFT JOIN contact c ON c.id = k.contact "
           "WHERE s.business_date BETWEEN ?1 AND ?2 AND s.kind = 'sale' AND NOT EXISTS "
           "(SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') GROUP BY 1) bought GROUP BY 1",
           from, to);
       rows.next();) {
    const int group = rows.get<int>(0);
    BuyerGroup& into = group == 2 ? found.unknown : group == 1 ? found.returning : found.fresh;
    into = {.buyers = group == 2 ? 0 : rows.get<std::int64_t>(1),
            .sales_count = rows.get<std::int64_t>(2),
            .sales = rows.get<Money>(3)};
  }
  return found;
}

}  // namespace lapak
