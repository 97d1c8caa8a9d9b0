// report: questions that cross rooms: a day, a range. All figures come from one set of sums (sale/sale_sums.h).
//
//   gross_sales = Σ quantity × agreed price of sales; net_sales = gross_sales − discounts − refunds.
// Voided sales count nowhere. Tips stand beside turnover. Both dates are inclusive business dates.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/profile/profile.h"
#include "core/sale/sale.h"

namespace lapak {

struct ReportByMethod {
  std::string method;
  std::int64_t count = 0;
  Money amount;
  Money fee;  // by the profile's percentage
};
struct ReportByDay {
  Date date;
  Money net_sales;
  std::int64_t sales_count = 0;
};
struct ReportByProduct {
  Id<Product> product;  // nil: typed amounts
  std::string code, name;
  Quantity quantity;
  Money net_sales;
};
struct ReportByCategory {
  std::string name;
  Quantity quantity;
  Money net_sales;
};
struct ReportByHour {
  int hour = 0;
  std::int64_t sales_count = 0;
  Money net_sales;
};
struct ReportBySeller {
  std::string name;
  std::int64_t sales_count = 0;
  Money net_sales;
};

struct Report {
  Date from, to;
  std::int64_t sales_count = 0, refund_count = 0, void_count = 0;
  Quantity items_sold;
  Money gross_sales, discounts, refunds, net_sales, tax, rounding, tips;
  Money owed;  // still, by sales of the range
  std::vector<ReportByMethod> by_payment;
  std::vector<ReportByDay> by_day;          // days with a fact
  std::vector<ReportByProduct> by_product;  // most money first
  std::vector<ReportByCategory> by_category;
  std::vector<ReportByHour> by_hour;
  std::vector<ReportBySeller> by_seller;
};
Report report(const Database& database, const Profile& profile, Date from, Date to);

struct DateRange {
  Date from, to;
};
// The first and last business date with a fact; nullopt for a shop that never sold.
std::optional<DateRange> traded_range(const Database& database);

// A refund or void with its reason, and a product that ran out: for the end of the day.
struct TakenBack {
  std::string number;
  SaleKind kind = SaleKind::Refund;
  Money amount;
  std::string reason;
};
std::vector<TakenBack> taken_back(const Database& database, Date from, Date to);
std::vector<std::string> ran_out(const Database& database, Date day);

}  // namespace lapak
