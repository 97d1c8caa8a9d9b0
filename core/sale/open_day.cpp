// sale: the trading day a sale counts to.
#include "core/sale/open_day.h"

namespace lapak {

TradingDay trading_day(const Database& database, Instant now, const Zone& zone) {
  Rows rows = database.query(
      "SELECT d.business_date, d.id FROM till_open o JOIN till_day d ON d.id = o.till_day "
      "WHERE o.till = (SELECT till FROM epoch ORDER BY rowid DESC LIMIT 1)");
  if (rows.next()) return TradingDay{rows.get<Date>(0), rows.get<Id<TillDay>>(1)};
  return TradingDay{zone.local(now).date, std::nullopt};
}

}  // namespace lapak
