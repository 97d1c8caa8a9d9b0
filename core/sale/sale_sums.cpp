// sale: sums kept as sales are written.
#include "core/sale/sale_sums.h"

#include <array>
#include <string>

namespace lapak {
namespace {

std::array<std::string, 3> periods_of(Date day) {
  const std::string iso = day.iso();
  return {iso, iso.substr(0, 7), iso.substr(0, 4)};
}

void sum_up_method(Database& database, std::string_view period, const Payment& payment, std::int64_t sign) {
  database.run(
      "INSERT INTO method_sum(period, method, count, amount) VALUES (?, ?, ?, ?) "
      "ON CONFLICT(period, method) DO UPDATE SET count = count + excluded.count, amount = amount + excluded.amount",
      period, method_code(payment.method), sign, sign * payment.amount.minor);
}

void sum_up_period(Database& database, std::string_view period, const Sale& sale, Money net, std::int64_t sign) {
  const bool is_sale = sale.kind == SaleKind::Sale, is_refund = sale.kind == SaleKind::Refund;
  Quantity items;
  for (const SaleLine& line : sale.lines) items += line.quantity;
  database.run(
      "INSERT INTO period_sum(period, sales_count, refund_count, void_count, items_sold, gross, discount, refund, tax, "
      "rounding, tip, tax_included) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT(period) DO UPDATE SET sales_count = sales_count + excluded.sales_count, "
      "refund_count = refund_count + excluded.refund_count, items_sold = items_sold + excluded.items_sold, "
      "gross = gross + excluded.gross, discount = discount + excluded.discount, refund = refund + excluded.refund, "
      "tax = tax + excluded.tax, rounding = rounding + excluded.rounding, tip = tip + excluded.tip, "
      "tax_included = tax_included + excluded.tax_included",
      period, is_sale ? sign : 0, is_refund ? sign : 0, is_sale ? sign * items.thousandths : 0,
      is_sale ? sign * sale.gross.minor : 0, is_sale ? sign * sale.discount.minor : 0,
      is_refund ? -sign * net.minor : 0, sign * (sale.tax_included + sale.tax_added).minor, sign * sale.rounding.minor,
      sign * sale.tip.minor, sign * sale.tax_included.minor);
}

// What was agreed beside the price on the list, by line or for the cart; a line at its list price, or without one,
// leaves no row. The list's price of a bundle's pieces is the bundle's, and that of a set's parts the set's.
Money at_list_price(const Sale& sale, const SaleLine& line) {
  const bool is_by_rule = line.bundle && sale.bundles[static_cast<std::size_t>(*line.bundle)].rule;
  if (is_by_rule) return line.gross - line.line_discount;
  // The price of one of a set's parts is rounded, for show.
  if (line.bundle && line.list_price == line.agreed_price) return line.gross;
  return times(line.list_price, line.quantity).value_or(kLargestMoney);
}

void sum_up_bargain(Database& database, std::string_view period, const Sale& sale, const SaleLine& line,
                    std::int64_t sign) {
  if (!line.product || line.list_price.is_zero()) return;
  const Money at_list = at_list_price(sale, line);
  if (at_list == line.amount) return;
  database.run(
      "INSERT INTO bargain_sum(period, product, quantity, list, agreed) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT(period, product) DO UPDATE SET quantity = quantity + excluded.quantity, "
      "list = list + excluded.list, agreed = agreed + excluded.agreed",
      period, *line.product, sign * line.quantity.thousandths, sign * at_list.minor, sign * line.amount.minor);
}

void count_void(Database& database, std::string_view period) {
  database.run(
      "INSERT INTO period_sum(period, sales_count, refund_count, void_count, items_sold, gross, discount, refund, tax, "
      "rounding, tip) VALUES (?, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0) "
      "ON CONFLICT(period) DO UPDATE SET void_count = void_count + 1",
      period);
}

// Where a sale was made, or, of a refund, the sale it takes back; none: at no drawer.
struct SoldIn {
  Id<TillDay> till_day;
  int hour = 0;
};
std::optional<SoldIn> sold_in(const Database& database, const Sale& sale) {
  std::optional<Id<TillDay>> till_day = sale.till_day;
  int hour = sale.hour;
  if (sale.corrects) {
    Rows rows = database.query("SELECT till_day, hour FROM sale WHERE id = ?", *sale.corrects);
    if (!rows.next()) return std::nullopt;
    till_day = rows.get<std::optional<Id<TillDay>>>(0);
    hour = rows.get<int>(1);
  }
  return till_day ? std::optional(SoldIn{*till_day, hour}) : std::nullopt;
}

void sum_up_till_day(Database& database, const Sale& sale, Money net, std::int64_t sign) {
  if (sale.kind != SaleKind::Sale && sale.kind != SaleKind::Refund) return;
  const std::optional<SoldIn> sold = sold_in(database, sale);
  if (!sold) return;
  database.run(
      "INSERT INTO till_hour_sum(till_day, hour, count, net, tax_included) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT(till_day, hour) DO UPDATE SET count = count + excluded.count, net = net + excluded.net, "
      "tax_included = tax_included + excluded.tax_included",
      sold->till_day, sold->hour, sale.kind == SaleKind::Sale ? sign : 0, sign * net.minor,
      sign * sale.tax_included.minor);
  for (const SaleLine& line : sale.lines)
    database.run(
        "INSERT INTO till_product_sum(till_day, product, quantity, net) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(till_day, product) DO UPDATE SET quantity = quantity + excluded.quantity, "
        "net = net + excluded.net",
        sold->till_day, line.product.value_or(Id<Product>{}), sign * line.quantity.thousandths,
        sign * line.amount.minor);
}

}  // namespace

void sum_up_sale(Database& database, const Sale& sale, Sums sums) {
  const std::int64_t sign = sums == Sums::Add ? 1 : -1;
  const std::int64_t sales = sale.kind == SaleKind::Sale ? sign : 0;
  const Money net = net_of(sale);
  sum_up_till_day(database, sale, net, sign);
  for (const std::string& period : periods_of(sale.business_date)) {
    if (sale.kind == SaleKind::Void) {
      count_void(database, period);
      continue;
    }
    sum_up_period(database, period, sale, net, sign);
    for (const SaleLine& line : sale.lines)
      database.run(
          "INSERT INTO product_sum(period, product, quantity, net) VALUES (?, ?, ?, ?) "
          "ON CONFLICT(period, product) DO UPDATE SET quantity = quantity + excluded.quantity, "
          "net = net + excluded.net",
          period, line.product.value_or(Id<Product>{}), sign * line.quantity.thousandths, sign * line.amount.minor);
    if (sale.kind == SaleKind::Sale)
      for (const SaleLine& line : sale.lines) sum_up_bargain(database, period, sale, line, sign);
    for (const Payment& payment : sale.payments) sum_up_method(database, period, payment, sign);
    database.run(
        "INSERT INTO hour_sum(period, weekday, hour, count, net) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT(period, weekday, hour) DO UPDATE SET count = count + excluded.count, net = net + excluded.net",
        period, sale.business_date.weekday(), sale.hour, sales, sign * net.minor);
    database.run(
        "INSERT INTO seller_sum(period, seller, count, net) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(period, seller) DO UPDATE SET count = count + excluded.count, net = net + excluded.net",
        period, sale.who.value_or(Id<Seller>{}), sales, sign * net.minor);
  }
}

void sum_up_payment(Database& database, const Payment& payment, Sums sums) {
  for (const std::string& period : periods_of(payment.business_date))
    sum_up_method(database, period, payment, sums == Sums::Add ? 1 : -1);
}

}  // namespace lapak
