// sale: sums kept as sales are written, so that no report has to add up history.
//
// Rows of period_sum, product_sum, bargain_sum, method_sum, hour_sum and seller_sum for the day, the month and the year; and of
// till_hour_sum and till_product_sum for the day of the till. Called by apply_sale inside its transaction. Amounts of
// refunds come in negative; a voided sale is taken back from its own day. A day of the till is what it brought in the
// end: what came back later, wherever that was, is taken off the day and the hour that sold it.
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
