// sale: the trading day a sale counts to, and the place it takes from. The till room opens and closes the day, the fair
// room says where it is; a sale only has to know.
#pragma once
#include <optional>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/db/database.h"

namespace lapak {

struct Place;
struct Product;
struct TillDay;

struct TradingDay {
  Date business_date;                   // of the opened day, else the calendar day
  std::optional<Id<TillDay>> till_day;  // none: no drawer
  std::optional<Id<Place>> box;         // of the fair where it is open, once something was packed for it
};
TradingDay trading_day(const Database& database, Instant now, const Zone& zone);

// Where a piece that is sold now comes from: the fair's box as long as something of it is there, else home.
Id<Place> place_to_sell_from(const Database& database, const TradingDay& day, Id<Product> product);
// Where a piece goes that comes back now: the fair's box where it was packed, else home.
Id<Place> place_to_return_to(const Database& database, const TradingDay& day, Id<Product> product);

}  // namespace lapak
