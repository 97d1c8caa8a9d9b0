// report: questions that cross rooms, answered from the sums that sales keep.
#include "core/report/report.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "core/catalog/product_store.h"
#include "core/report/period_cover.h"

namespace lapak {
namespace {

using Cover = std::vector<CoveredPeriod>;

void add_totals(const Database& database, const Cover& cover, Report& report) {
  for (const auto& [period, sign] : cover) {
    Rows rows = database.query(
        "SELECT sales_count, refund_count, void_count, items_sold, gross, discount, refund, tax, rounding, tip, "
        "tax_included FROM period_sum WHERE period = ?",
        period);
    if (!rows.next()) continue;
    const auto sum = [&, s = sign](int column) { return s * rows.get<std::int64_t>(column); };
    report.sales_count += sum(0);
    report.refund_count += sum(1);
    report.void_count += sum(2);
    report.items_sold += Quantity{sum(3)};
    report.gross_sales += Money{sum(4)};
    report.discounts += Money{sum(5)};
    report.refunds += Money{sum(6)};
    report.tax += Money{sum(7)};
    report.rounding += Money{sum(8)};
    report.tips += Money{sum(9)};
    report.tax_included += Money{sum(10)};
  }
  report.net_sales = report.gross_sales - report.discounts - report.refunds;
}

struct CountAndMoney {
  std::int64_t count = 0;
  Money amount;
  bool is_nothing() const { return count == 0 && amount.is_zero(); }
};

// Rows of (key, count, amount) added up over the cover; what came to nothing is left out.
template <class Key>
std::map<Key, CountAndMoney> summed(const Database& database, const Cover& cover, std::string_view sql) {
  std::map<Key, CountAndMoney> sums;
  for (const auto& [period, sign] : cover)
    for (Rows rows = database.query(sql, period); rows.next();) {
      CountAndMoney& sum = sums[rows.get<Key>(0)];
      sum.count += sign * rows.get<std::int64_t>(1);
      sum.amount += Money{sign * rows.get<std::int64_t>(2)};
    }
  std::erase_if(sums, [](const auto& sum) { return sum.second.is_nothing(); });
  return sums;
}

void add_methods(const Database& database, const Profile& profile, const Cover& cover, Report& report) {
  for (const auto& [method, sum] :
       summed<std::string>(database, cover, "SELECT method, count, amount FROM method_sum WHERE period = ?")) {
    const auto fee = std::ranges::find(profile.fees, method, &MethodFee::method);
    report.by_payment.push_back({find_method(method).value(), sum.count, sum.amount,
                                 fee == profile.fees.end() ? Money{} : part_of(sum.amount, fee->fee)});
  }
  std::ranges::stable_sort(report.by_payment, std::ranges::greater{}, &ReportByMethod::amount);
}

void add_hours(const Database& database, const Cover& cover, Report& report) {
  std::map<std::pair<int, int>, CountAndMoney> week;  // by weekday and hour
  std::map<int, CountAndMoney> hours;
  for (const auto& [period, sign] : cover)
    for (Rows rows = database.query("SELECT weekday, hour, count, net FROM hour_sum WHERE period = ?", period);
         rows.next();)
      for (CountAndMoney* sum : {&week[{rows.get<int>(0), rows.get<int>(1)}], &hours[rows.get<int>(1)]}) {
        sum->count += sign * rows.get<std::int64_t>(2);
        sum->amount += Money{sign * rows.get<std::int64_t>(3)};
      }
  for (const auto& [when, sum] : week)
    if (!sum.is_nothing()) report.by_weekday_hour.push_back({when.first, when.second, sum.count, sum.amount});
  for (const auto& [hour, sum] : hours)
    if (!sum.is_nothing()) report.by_hour.push_back({hour, sum.count, sum.amount});
}

void add_sellers(const Database& database, const Cover& cover, Report& report) {
  for (const auto& [seller, sum] :
       summed<Id<Seller>>(database, cover, "SELECT seller, count, net FROM seller_sum WHERE period = ?"))
    report.by_seller.push_back(
        {database.value<std::string>("SELECT name FROM seller WHERE id = ?", seller).value_or(std::string()), sum.count,
         sum.amount});
  std::ranges::stable_sort(report.by_seller, std::ranges::greater{}, &ReportBySeller::net_sales);
}

void add_partners(const Database& database, const Cover& cover, Report& report) {
  std::map<Id<Contact>, ReportByPartner> sums;
  for (const auto& [period, sign] : cover)
    for (Rows rows = database.query(
             "SELECT partner, quantity, proceeds, share FROM partner_sum WHERE period = ? AND book = 'consignment'",
             period);
         rows.next();) {
      ReportByPartner& sum = sums[rows.get<Id<Contact>>(0)];
      sum.quantity += Quantity{sign * rows.get<std::int64_t>(1)};
      sum.proceeds += Money{sign * rows.get<std::int64_t>(2)};
      sum.share += Money{sign * rows.get<std::int64_t>(3)};
    }
  for (auto& [partner, sum] : sums) {
    if (sum.quantity.is_zero() && sum.proceeds.is_zero() && sum.share.is_zero()) continue;
    report.partners_share += sum.share;
    sum.partner = partner;
    sum.name = database.value<std::string>("SELECT coalesce(name, '') FROM contact WHERE id = ?", partner)
                   .value_or(std::string());
    report.by_partner.push_back(std::move(sum));
  }
  std::ranges::stable_sort(report.by_partner, std::ranges::greater{}, &ReportByPartner::proceeds);
}

void add_bargains(const Database& database, const Cover& cover, Report& report) {
  std::map<Id<Product>, ReportBargain> sums;
  for (const auto& [period, sign] : cover)
    for (Rows rows = database.query("SELECT product, quantity, list, agreed FROM bargain_sum WHERE period = ?", period);
         rows.next();) {
      ReportBargain& sum = sums[rows.get<Id<Product>>(0)];
      sum.quantity += Quantity{sign * rows.get<std::int64_t>(1)};
      sum.at_list += Money{sign * rows.get<std::int64_t>(2)};
      sum.agreed += Money{sign * rows.get<std::int64_t>(3)};
    }
  for (auto& [product, sum] : sums) {
    if (sum.quantity.is_zero() && sum.given_up().is_zero()) continue;
    report.given_up += sum.given_up();
    sum.product = product;
    sum.name = product_label(database, product);
    report.bargains.push_back(std::move(sum));
  }
  std::ranges::stable_sort(report.bargains, std::ranges::greater{}, &ReportBargain::given_up);
}

void add_days(const Database& database, Report& report) {
  for (Rows rows = database.query("SELECT period, gross - discount - refund, sales_count FROM period_sum "
                                  "WHERE period BETWEEN ? AND ? AND length(period) = 10 "
                                  "AND sales_count + refund_count > 0",
                                  report.from, report.to);
       rows.next();)
    report.by_day.push_back({rows.get<Date>(0), rows.get<Money>(1), rows.get<std::int64_t>(2)});
}

void add_products(const Database& database, const Cover& cover, Report& report) {
  struct Sum {
    Quantity quantity;
    Money net;
    Quantity of_lots;  // pieces that a batch made
    Money lot_cost;    // what those cost
    bool is_nothing() const { return quantity.is_zero() && net.is_zero() && lot_cost.is_zero(); }
  };
  std::unordered_map<Id<Product>, Sum> sums;
  for (const auto& [period, sign] : cover)
    for (Rows rows = database.query(
             "SELECT product, quantity, net, lot_quantity, lot_cost FROM product_sum WHERE period = ?", period);
         rows.next();) {
      Sum& sum = sums[rows.get<Id<Product>>(0)];
      sum.quantity += Quantity{sign * rows.get<std::int64_t>(1)};
      sum.net += Money{sign * rows.get<std::int64_t>(2)};
      sum.of_lots += Quantity{sign * rows.get<std::int64_t>(3)};
      sum.lot_cost += Money{sign * rows.get<std::int64_t>(4)};
    }
  std::erase_if(sums, [](const auto& sum) { return sum.second.is_nothing(); });

  std::map<std::string, Sum, std::less<>> categories;
  report.by_product.reserve(sums.size());
  const auto add = [&](ReportByProduct row, const std::string& category, const Sum& sum) {
    row.quantity = sum.quantity;
    row.net_sales = sum.net;
    Sum& of_category = categories[category];
    of_category.quantity += sum.quantity;
    of_category.net += sum.net;
    if (row.cost) {
      report.goods_cost += *row.cost;
    } else if (!row.is_consigned) {
      report.goods_cost += sum.lot_cost;
      report.pieces_of_unknown_cost += sum.quantity - sum.of_lots;
    }
    report.by_product.push_back(std::move(row));
  };
  const auto add_named = [&](const Rows& rows, const Sum& sum) {
    ReportByProduct row{
        .product = rows.get<Id<Product>>(0), .code = rows.get<std::string>(1), .name = rows.get<std::string>(2)};
    if (rows.get<bool>(3)) row.name = product_label(database, row.product);
    row.is_consigned = rows.get<bool>(6);
    const auto cost = rows.get<std::optional<Money>>(5);
    const Quantity others = sum.quantity - sum.of_lots;
    if ((cost || others.is_zero()) && !row.is_consigned && (cost || !sum.of_lots.is_zero() || !sum.lot_cost.is_zero()))
      row.cost = sum.lot_cost + times(cost.value_or(Money{}), others).value_or(kLargestMoney);
    add(std::move(row), rows.get<std::string>(4), sum);
  };
  // A variant stands in its parent's category, and costs and belongs as that does unless it says otherwise.
  constexpr std::string_view named =
      "SELECT p.id, p.code, p.name, p.option_values <> '[]', c.name, coalesce(p.cost, parent.cost), "
      "coalesce(iif(own.product IS NULL, family.partner, own.partner) IS NOT NULL, 0) FROM product p "
      "LEFT JOIN product parent ON parent.id = p.parent "
      "LEFT JOIN consigned own ON own.product = p.id LEFT JOIN consigned family ON family.product = p.parent "
      "LEFT JOIN category c ON c.id = coalesce(parent.category, p.category) ";
  // Where much of the catalogue was sold, going through it once beats looking up each product.
  const auto products = database.value<std::int64_t>("SELECT count(*) FROM product").value_or(0);
  if (static_cast<std::int64_t>(sums.size()) * 4 > products) {
    for (Rows rows = database.query(named); rows.next();)
      if (const auto sum = sums.find(rows.get<Id<Product>>(0)); sum != sums.end()) add_named(rows, sum->second);
  } else {
    static const std::string one = std::string(named) + "WHERE p.id = ?";
    for (const auto& [id, sum] : sums)
      if (Rows rows = database.query(one, id); rows.next()) add_named(rows, sum);
  }
  if (const auto typed = sums.find(Id<Product>{}); typed != sums.end()) add({}, {}, typed->second);
  std::ranges::sort(report.by_product, [](const ReportByProduct& a, const ReportByProduct& b) {
    return a.net_sales != b.net_sales ? a.net_sales > b.net_sales : a.product < b.product;
  });
  for (const auto& [name, sum] : categories) report.by_category.push_back({name, sum.quantity, sum.net});
  std::ranges::stable_sort(report.by_category, std::ranges::greater{}, &ReportByCategory::net_sales);
}

}  // namespace

Report report_totals(const Database& database, Date from, Date to) {
  Report totals;
  totals.from = from;
  totals.to = to;
  add_totals(database, period_cover(from, to), totals);
  return totals;
}

Report report(const Database& database, const Profile& profile, Date from, Date to) {
  Report report;
  report.from = from;
  report.to = to;
  const std::optional<DateRange> traded = traded_range(database);
  if (!traded || traded->to < from || traded->from > to) return report;
  const Cover cover = period_cover(std::max(from, traded->from), std::min(to, traded->to));
  add_totals(database, cover, report);
  add_methods(database, profile, cover, report);
  add_hours(database, cover, report);
  add_sellers(database, cover, report);
  add_days(database, report);
  add_products(database, cover, report);
  add_partners(database, cover, report);
  add_bargains(database, cover, report);
  report.profit = report.net_sales - report.tax_included - report.goods_cost - report.partners_share;
  // From the few that are owed to their sales: SQLite left to itself goes through every sale of the range.
  report.owed = database
                    .value<Money>(
                        "SELECT sum(o.amount) FROM owed o CROSS JOIN sale s ON s.id = o.sale "
                        "WHERE s.business_date BETWEEN ? AND ?",
                        from, to)
                    .value_or(Money{});
  return report;
}

DateRange range_before(DateRange range, Date today) {
  const Date from = range.from, to = range.to;
  const auto so_far = [&](Date last) { return to == last || to == today; };
  const auto as_far = [&](Date month) {  // into the month that begins on this day
    const Date last = month.last_of_month();
    return to == to.last_of_month() ? last : std::min(last, month.plus_days(to.day() - 1));
  };
  const bool is_of_month = from.day() == 1 && from == to.first_of_month() && so_far(from.last_of_month());
  if (is_of_month) {
    const Date before = from.plus_days(-1).first_of_month();
    return {before, as_far(before)};
  }
  if (from == Date::of(from.year(), 1, 1) && to.year() == from.year() && so_far(Date::of(from.year(), 12, 31)))
    return {Date::of(from.year() - 1, 1, 1), as_far(Date::of(from.year() - 1, to.month(), 1))};
  const int length = to.days - from.days + 1;
  return {from.plus_days(-length), from.plus_days(-1)};
}

std::optional<DateRange> traded_range(const Database& database) {
  const auto first =
      database.value<Date>("SELECT period FROM period_sum WHERE length(period) = 10 ORDER BY period LIMIT 1");
  const auto last =
      database.value<Date>("SELECT period FROM period_sum WHERE length(period) = 10 ORDER BY period DESC LIMIT 1");
  if (!first) return std::nullopt;
  return DateRange{*first, *last};
}

std::vector<TakenBack> taken_back(const Database& database, Date from, Date to) {
  std::vector<TakenBack> all;
  for (Rows rows = database.query("SELECT number, kind, -total, reason FROM sale "
                                  "WHERE business_date BETWEEN ? AND ? AND kind IN ('refund', 'void') ORDER BY rowid",
                                  from, to);
       rows.next();)
    all.push_back({rows.get<std::string>(0),
                   rows.get<std::string_view>(1) == "void" ? SaleKind::Void : SaleKind::Refund, rows.get<Money>(2),
                   rows.get<std::string>(3)});
  return all;
}

std::vector<std::string> ran_out(const Database& database, Date day) {
  // The hours of a business day lie within these three calendar days, in whatever zone.
  constexpr std::int64_t day_ms = 86'400'000;
  const std::int64_t around = std::int64_t{day.days} * day_ms;
  std::vector<std::string> names;
  for (Rows rows = database.query("SELECT p.id FROM product p JOIN own_stock h ON h.product = p.id "
                                  "WHERE p.tracked = 1 AND p.hidden = 0 AND EXISTS (SELECT 1 FROM movement m "
                                  "WHERE m.product = p.id AND m.at BETWEEN ? AND ? AND m.business_date = ? "
                                  "AND m.quantity < 0) "
                                  "GROUP BY p.id HAVING sum(h.quantity) <= 0 ORDER BY p.name, p.position",
                                  around - day_ms, around + 3 * day_ms, day);
       rows.next();)
    names.push_back(product_label(database, rows.get<Id<Product>>(0)));
  return names;
}

}  // namespace lapak
