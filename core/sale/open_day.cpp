// sale: the trading day a sale counts to.
#include "core/sale/open_day.h"

#include "core/stock/stock_commands.h"

namespace lapak {

TradingDay trading_day(const Database& database, Instant now, const Zone& zone) {
  Rows rows = database.query(
      "SELECT d.business_date, d.id, p.id FROM till_open o JOIN till_day d ON d.id = o.till_day "
      "LEFT JOIN fair_till_day f ON f.till_day = d.id LEFT JOIN place p ON p.fair = f.fair "
      "WHERE o.till = (SELECT till FROM epoch ORDER BY rowid DESC LIMIT 1)");
  if (rows.next())
    return TradingDay{rows.get<Date>(0), rows.get<Id<TillDay>>(1), rows.get<std::optional<Id<Place>>>(2)};
  return TradingDay{zone.local(now).date, std::nullopt, std::nullopt};
}

Id<Place> place_to_sell_from(const Database& database, const TradingDay& day, Id<Product> product) {
  if (day.box && on_hand_at(database, product, *day.box) > Quantity{}) return *day.box;
  return home_place(database);
}

Id<Place> place_to_return_to(const Database& database, const TradingDay& day, Id<Product> product) {
  if (day.box && is_kept_at(database, product, *day.box)) return *day.box;
  return home_place(database);
}

}  // namespace lapak
