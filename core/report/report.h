// report: questions that cross rooms: a day, a range. All figures come from one set of sums (sale/sale_sums.h).
//
//   gross_sales = Σ quantity × agreed price of sales; net_sales = gross_sales − discounts − refunds.
// Voided sales count nowhere. Tips stand beside turnover. Both dates are inclusive business dates.
//
//   profit = net_sales − tax_included − goods_cost − partners_share
// What goods cost is what the batch that made them cost (first in, first out: sale/goods_cost.h), of pieces of no batch
// what their product costs now; of consigned goods it is the partner's share. Pieces of unknown cost, typed amounts and
// orders too, are counted at nothing, and said.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/profile/profile.h"
#include "core/sale/sale.h"

namespace lapak {

struct Contact;

struct ReportByMethod {
  Method method = Method::Cash;
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
  std::optional<Money> cost;  // of all of them; none where nobody knows it, or they are a partner's
  bool is_consigned = false;
};
// Sold beside its list price: what was agreed instead, discounts on the line and the cart taken off.
struct ReportBargain {
  Id<Product> product;
  std::string name;
  Quantity quantity;
  Money at_list, agreed;
  Money given_up() const { return at_list - agreed; }  // < 0: more than the list price
};
// Of goods that stand here for others.
struct ReportByPartner {
  Id<Contact> partner;
  std::string name;  // empty of one who was forgotten
  Quantity quantity;
  Money proceeds;  // an included tax apart
  Money share;     // the partner's
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
struct ReportByWeekdayHour {
  int weekday = 0;  // 0 = Sunday
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
  Money tax_included, goods_cost, partners_share, profit;
  Quantity pieces_of_unknown_cost;
  Money given_up;  // Σ of the bargains
  std::vector<ReportByMethod> by_payment;
  std::vector<ReportByDay> by_day;          // days with a fact
  std::vector<ReportByProduct> by_product;  // most money first
  std::vector<ReportByCategory> by_category;
  std::vector<ReportByHour> by_hour;
  std::vector<ReportByWeekdayHour> by_weekday_hour;  // by weekday and hour; what came to nothing is left out
  std::vector<ReportBySeller> by_seller;
  std::vector<ReportByPartner> by_partner;  // most money first
  std::vector<ReportBargain> bargains;      // what was given up most first
};
Report report(const Database& database, const Profile& profile, Date from, Date to);
// Of it the figures that need no list, from sales_count to tips, and tax_included: a few sums, however long the range.
Report report_totals(const Database& database, Date from, Date to);

struct DateRange {
  Date from, to;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};
// What a range is compared with: of a whole month or year, and of one that goes on, the same days of the one before; of
// any other as many days right before it.
DateRange range_before(DateRange range, Date today);
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
