// report: what needs the seller.
#include "core/report/attention.h"

#include "core/books/bank_store.h"
#include "core/catalog/product_store.h"
#include "core/report/owed.h"

namespace lapak {

Attention attention(const Database& database, const Profile& profile, Date today) {
  const StockView stock = stock_list(database, {.today = today, .count = 0});
  return {
      .low = stock.low_count,
      .out = stock.out_count,
      .late_orders =
          database
              .value<int>("SELECT count(*) FROM custom_order WHERE stage NOT IN ('handed_over', 'called_off') "
                          "AND promised < ?",
                          today)
              .value_or(0),
      .owed_to_partners =
          database.value<Money>("SELECT sum(balance) FROM partner_book WHERE balance > 0").value_or(Money{}),
      .owed_to_me = owed(database, profile).to_me_sum,
      .unexplained_bank_lines = static_cast<int>(unmatched_bank_lines(database).size()),
  };
}

}  // namespace lapak
