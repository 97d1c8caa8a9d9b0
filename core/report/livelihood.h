// report: a livelihood made of several incomes: what each stream brought, and what an hour of it was worth.
//
// Goods: net sales of the days less what is of orders and of classes, and less what partners get of consigned goods;
// what partners' shops sold for us is added. Orders and Classes: what their lines brought, refunds taken off. Other
// streams: as written down. All three add up to report().net_sales where nothing is consigned or written down.
#pragma once
#include <optional>
#include <vector>

#include "core/books/income.h"
#include "core/db/database.h"

namespace lapak {

struct StreamRow {
  Stream stream = Stream::Goods;
  Money income;
  std::int64_t minutes = 0;     // noted; of orders also on their own pages
  std::optional<Money> hourly;  // none where no time was noted
  int percent = 0;              // of all income; they add up to 100 where there is any
};
struct Livelihood {
  Date from, to;
  std::vector<StreamRow> streams;  // in the order of kStreams
  Money income;
  std::int64_t minutes = 0;
  std::optional<Money> hourly;
  std::optional<Stream> biggest;  // none without income
  Money expenses;                 // of these days
};
Livelihood livelihood(const Database& database, Date from, Date to);

// What a closed day's money is there to be put into pots: its net sales less partners' shares and what was spent from
// the till, and with what came into it by other streams. May be < 0.
Money money_of_day(const Database& database, Date business_date);

}  // namespace lapak
