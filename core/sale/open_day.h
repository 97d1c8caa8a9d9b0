// sale: the trading day a sale counts to. The till room opens and closes it; a sale only has to know which it is.
#pragma once
#include <optional>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/db/database.h"

namespace lapak {

struct TillDay;

struct TradingDay {
  Date business_date;                   // of the opened day, else the calendar day
  std::optional<Id<TillDay>> till_day;  // none: no drawer
};
TradingDay trading_day(const Database& database, Instant now, const Zone& zone);

}  // namespace lapak
