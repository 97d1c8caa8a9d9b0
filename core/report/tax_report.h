// report: the figures a tax adviser asks for. A help, not advice.
#pragma once
#include <string>
#include <vector>

#include "core/books/tax.h"
#include "core/db/database.h"
#include "core/profile/profile.h"

namespace lapak {

struct ValueAddedTax {  // of the sales of a month, refunds and voids taken off
  std::string name;
  Fraction rate;
  bool included = true;
  Money base, amount;
};
struct TaxReportMonth {
  TaxMonth turnover;
  std::vector<ValueAddedTax> value_added;  // by name and rate
};
// The months of `year` up to and with that of `today`. The turnover is what was sold at agreed prices, before
// discounts, less refunds, and what was written down of other streams.
std::vector<TaxReportMonth> tax_report(const Database& database, int year, Date today);

}  // namespace lapak
