// sale: sums kept as sales are written, so that no report has to add up history.
//
// Rows of period_sum, product_sum, method_sum, hour_sum and seller_sum for the day, the month and the year. Called by
// apply_sale inside its transaction. Amounts of refunds come in negative; a voided sale is taken back from its own day.
#pragma once
#include "core/db/database.h"
#include "core/sale/sale.h"

namespace lapak {

enum class Sums { Add, TakeBack };

// The sale with the payments made with it.
void sum_up_sale(Database& database, const Sale& sale, Sums sums);
// A payment of what was owed.
void sum_up_payment(Database& database, const Payment& payment, Sums sums);

}  // namespace lapak
