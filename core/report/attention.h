// report: what needs the seller: what runs out, what is late, what is owed, what nobody has explained yet.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/db/database.h"
#include "core/profile/profile.h"

namespace lapak {

struct Attention {
  int low = 0, out = 0;  // products
  int late_orders = 0;   // promised before today, not handed over
  Money owed_to_partners;
  Money owed_to_me;  // bills and invoices
  int unexplained_bank_lines = 0;
};
// Slow over a large catalogue: for the worker.
Attention attention(const Database& database, const Profile& profile, Date today);

}  // namespace lapak
