// sale: the rows of sales.
#include "core/sale/sale_store.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/db/damage.h"
#include "core/people/follow_up_store.h"
#include "core/people/people_store.h"
#include "core/sale/sale_json.h"

namespace lapak {
namespace {

// What nobody wrote is NULL, as what was forgotten is.
std::optional<std::string> words_or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void insert_payment(Database& database, Id<Sale> sale, const Payment& payment, std::optional<Id<Seller>> who,
                    bool is_later) {
  database.run(
      "INSERT INTO payment(id, sale, at, business_date, till_day, who, method, amount, received, change, waiting, "
      "later, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      payment.id, sale, payment.at, payment.business_date, payment.till_day, who, method_code(payment.method),
      payment.amount, payment.received, payment.change, payment.is_waiting, is_later, words_or_null(payment.reference));
}

std::vector<Payment> payments_of(const Database& database, Id<Sale> sale, bool is_later) {
  std::vector<Payment> payments;
  for (Rows rows = database.query("SELECT id, method, amount, received, change, waiting, reference, at, business_date, "
                                  "till_day FROM payment WHERE sale = ? AND later = ? ORDER BY rowid",
                                  sale, is_later);
       rows.next();)
    payments.push_back(Payment{.id = rows.get<Id<Payment>>(0),
                               .method = find_method(rows.get<std::string_view>(1)).value_or(Method::Cash),
                               .amount = rows.get<Money>(2),
                               .received = rows.get<Money>(3),
                               .change = rows.get<Money>(4),
                               .is_waiting = rows.get<bool>(5),
                               .reference = rows.get<std::string>(6),
                               .at = rows.get<Instant>(7),
                               .business_date = rows.get<Date>(8),
                               .till_day = rows.get<std::optional<Id<TillDay>>>(9)});
  return payments;
}

std::vector<SaleLine> lines_of(const Database& database, Id<Sale> sale) {
  std::vector<SaleLine> lines;
  for (Rows rows = database.query("SELECT position, product, name, quantity, list_price, agreed_price, gross, "
                                  "line_discount, cart_discount, tax, tax_of, amount, returns, to_stock, note, bundle "
                                  "FROM sale_line WHERE sale = ? ORDER BY position",
                                  sale);
       rows.next();)
    lines.push_back(SaleLine{.position = rows.get<int>(0),
                             .product = rows.get<std::optional<Id<Product>>>(1),
                             .name = rows.get<std::string>(2),
                             .quantity = rows.get<Quantity>(3),
                             .list_price = rows.get<Money>(4),
                             .agreed_price = rows.get<Money>(5),
                             .gross = rows.get<Money>(6),
                             .line_discount = rows.get<Money>(7),
                             .cart_discount = rows.get<Money>(8),
                             .tax = rows.get<Money>(9),
                             .tax_of = rows.get<std::optional<int>>(10),
                             .amount = rows.get<Money>(11),
                             .returns = rows.get<std::optional<int>>(12),
                             .to_stock = rows.get<bool>(13),
                             .bundle = rows.get<std::optional<int>>(15),
                             .note = rows.get<std::string>(14)});
  return lines;
}

std::vector<SaleBundle> bundles_of(const Database& database, Id<Sale> sale) {
  std::vector<SaleBundle> bundles;
  for (Rows rows = database.query("SELECT rule, name, pieces, price, times, product FROM sale_bundle WHERE sale = ? "
                                  "ORDER BY position",
                                  sale);
       rows.next();)
    bundles.push_back({.rule = rows.get<std::optional<Id<BundleRule>>>(0),
                       .product = rows.get<std::optional<Id<Product>>>(5),
                       .name = rows.get<std::string>(1),
                       .terms = {rows.get<std::int64_t>(2), rows.get<Money>(3)},
                       .times = rows.get<std::int64_t>(4)});
  return bundles;
}

std::vector<TaxTotal> taxes_of(const Database& database, Id<Sale> sale) {
  std::vector<TaxTotal> taxes;
  for (Rows rows = database.query("SELECT name, numerator, denominator, included, base, amount FROM sale_tax "
                                  "WHERE sale = ? ORDER BY position",
                                  sale);
       rows.next();)
    taxes.push_back(TaxTotal{rows.get<std::string>(0),
                             {rows.get<std::int64_t>(1), rows.get<std::int64_t>(2)},
                             rows.get<bool>(3),
                             rows.get<Money>(4),
                             rows.get<Money>(5)});
  return taxes;
}

// `%` and `_` as they stand, found anywhere.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

std::string_view sale_kind_code(SaleKind kind) {
  switch (kind) {
    case SaleKind::Sale:
      return "sale";
    case SaleKind::Refund:
      return "refund";
    case SaleKind::Void:
      return "void";
    case SaleKind::Deposit:
      return "deposit";
  }
  LAPAK_ASSERT(false);
}

SaleKind sale_kind_of(std::string_view code) {
  for (const SaleKind kind : {SaleKind::Sale, SaleKind::Refund, SaleKind::Void, SaleKind::Deposit})
    if (sale_kind_code(kind) == code) return kind;
  LAPAK_ASSERT(false);
}

void insert_sale(Database& database, const Sale& sale) {
  LAPAK_ASSERT(adds_up(sale));
  database.run(
      "INSERT INTO sale(id, number, source, kind, corrects, at, business_date, hour, till, till_day, who, "
      "custom_order, gross, discount, tax_included, tax_added, rounding, tip, total, owed, note, reason) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      sale.id, sale.number, sale.source, sale_kind_code(sale.kind), sale.corrects, sale.at, sale.business_date,
      sale.hour, sale.till, sale.till_day, sale.who, sale.order, sale.gross, sale.discount, sale.tax_included,
      sale.tax_added, sale.rounding, sale.tip, sale.total, sale.owed, words_or_null(sale.note),
      words_or_null(sale.reason));
  for (const SaleLine& line : sale.lines)
    database.run(
        "INSERT INTO sale_line(sale, position, product, name, quantity, list_price, agreed_price, gross, "
        "line_discount, cart_discount, tax, tax_of, amount, returns, to_stock, note, bundle) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sale.id, line.position, line.product, line.name, line.quantity, line.list_price, line.agreed_price, line.gross,
        line.line_discount, line.cart_discount, line.tax, line.tax_of, line.amount, line.returns, line.to_stock,
        words_or_null(line.note), line.bundle);
  std::int64_t position = 0;
  for (const SaleBundle& bundle : sale.bundles)
    database.run(
        "INSERT INTO sale_bundle(sale, position, rule, product, name, pieces, price, times) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        sale.id, position++, bundle.rule, bundle.product, bundle.name, bundle.terms.pieces, bundle.terms.price,
        bundle.times);
  for (std::size_t i = 0; i < sale.taxes.size(); ++i) {
    const TaxTotal& tax = sale.taxes[i];
    database.run(
        "INSERT INTO sale_tax(sale, position, name, numerator, denominator, included, base, amount) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        sale.id, static_cast<std::int64_t>(i), tax.name, tax.rate.numerator, tax.rate.denominator, tax.included,
        tax.base, tax.amount);
  }
  for (const Payment& payment : sale.payments) insert_payment(database, sale.id, payment, sale.who, false);
  if (sale.customer)
    put_customer(database, sale.id, *sale.customer, sale.at,
                 sale.kind == SaleKind::Sale ? std::optional(sale.business_date) : std::nullopt);
  if (sale.kind == SaleKind::Sale && !sale.owed.is_zero())
    database.run("INSERT INTO owed(sale, amount) VALUES (?, ?)", sale.id, sale.owed);
}

void insert_later_payment(Database& database, Id<Sale> sale, const Payment& payment, std::optional<Id<Seller>> who) {
  insert_payment(database, sale, payment, who, true);
}

std::int64_t last_number(const Database& database, std::string_view till, std::int64_t epoch) {
  return database.value<std::int64_t>("SELECT last FROM series WHERE till = ? AND epoch = ?", till, epoch).value_or(0);
}

void take_number(Database& database, std::string_view till, std::int64_t epoch, std::int64_t n) {
  database.run(
      "INSERT INTO series(till, epoch, last) VALUES (?, ?, ?) "
      "ON CONFLICT(till, epoch) DO UPDATE SET last = excluded.last",
      till, epoch, n);
}

Money deposit_held(const Database& database, Id<CustomOrder> order) {
  return database.value<Money>("SELECT amount FROM deposit WHERE custom_order = ?", order).value_or(Money{});
}

Money deposit_paid(const Database& database, Id<CustomOrder> order, Id<Sale> until) {
  return -database
              .value<Money>(
                  "SELECT sum(p.amount) FROM sale s JOIN payment p ON p.sale = s.id "
                  "WHERE s.custom_order = ? AND s.id <= ? AND p.method = ?",
                  order, until, method_code(Method::Deposit))
              .value_or(Money{});
}

void take_from_deposit(Database& database, Id<CustomOrder> order, Money amount) {
  const Money left = deposit_held(database, order) - amount;
  LAPAK_ASSERT(left >= Money{});
  if (left.is_zero())
    database.run("DELETE FROM deposit WHERE custom_order = ?", order);
  else
    database.run(
        "INSERT INTO deposit(custom_order, amount) VALUES (?, ?) "
        "ON CONFLICT(custom_order) DO UPDATE SET amount = excluded.amount",
        order, left);
}

void reduce_owed(Database& database, Id<Sale> sale, Money by) {
  const Money left = owed_now(database, sale) - by;
  LAPAK_ASSERT(left >= Money{});
  if (left.is_zero())
    database.run("DELETE FROM owed WHERE sale = ?", sale);
  else
    database.run(
        "INSERT INTO owed(sale, amount) VALUES (?, ?) ON CONFLICT(sale) DO UPDATE SET amount = excluded.amount", sale,
        left);
}

std::optional<Sale> find_sale(const Database& database, Id<Sale> id) {
  Rows rows = database.query(
      "SELECT number, source, kind, corrects, at, business_date, hour, till, till_day, who, gross, discount, "
      "tax_included, tax_added, rounding, tip, total, owed, note, reason, custom_order FROM sale WHERE id = ?",
      id);
  if (!rows.next()) return std::nullopt;
  Sale sale{.id = id,
            .number = rows.get<std::string>(0),
            .source = rows.get<std::string>(1),
            .kind = sale_kind_of(rows.get<std::string_view>(2)),
            .corrects = rows.get<std::optional<Id<Sale>>>(3),
            .at = rows.get<Instant>(4),
            .business_date = rows.get<Date>(5),
            .hour = rows.get<int>(6),
            .till = rows.get<std::string>(7),
            .till_day = rows.get<std::optional<Id<TillDay>>>(8),
            .who = rows.get<std::optional<Id<Seller>>>(9),
            .customer = customer_of(database, id),
            .order = rows.get<std::optional<Id<CustomOrder>>>(20),
            .lines = lines_of(database, id),
            .bundles = bundles_of(database, id),
            .taxes = taxes_of(database, id),
            .payments = payments_of(database, id, false),
            .gross = rows.get<Money>(10),
            .discount = rows.get<Money>(11),
            .tax_included = rows.get<Money>(12),
            .tax_added = rows.get<Money>(13),
            .rounding = rows.get<Money>(14),
            .tip = rows.get<Money>(15),
            .total = rows.get<Money>(16),
            .owed = rows.get<Money>(17),
            .note = rows.get<std::string>(18),
            .reason = rows.get<std::string>(19)};
  if (!adds_up(sale)) throw_damaged("a sale does not add up");
  return sale;
}

std::optional<Sale> find_sale(const Database& database, std::string_view number) {
  const auto id = database.value<Id<Sale>>(
      "SELECT id FROM sale WHERE number = ? ORDER BY source <> '', kind <> 'sale', rowid LIMIT 1", number);
  return id ? find_sale(database, *id) : std::nullopt;
}

std::optional<Id<Sale>> last_sale(const Database& database) {
  return database.value<Id<Sale>>(
      "SELECT id FROM sale WHERE source = '' AND kind IN ('sale', 'refund') "
      "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = sale.id AND v.kind = 'void') "
      "ORDER BY rowid DESC LIMIT 1");
}

Money owed_now(const Database& database, Id<Sale> sale) {
  return database.value<Money>("SELECT amount FROM owed WHERE sale = ?", sale).value_or(Money{});
}

std::optional<Id<Sale>> voided_by(const Database& database, Id<Sale> sale) {
  return database.value<Id<Sale>>("SELECT id FROM sale WHERE corrects = ? AND kind = 'void'", sale);
}

bool is_voided(const Database& database, Id<Sale> sale) {
  return voided_by(database, sale).has_value();
}

bool is_known(const Database& database, std::string_view source, std::string_view number, SaleKind kind) {
  return database
      .value<bool>("SELECT 1 FROM sale WHERE number = ? AND source = ? AND kind = ?", number, source,
                   sale_kind_code(kind))
      .value_or(false);
}

std::vector<Sale> refunds_of(const Database& database, Id<Sale> sale) {
  std::vector<Sale> refunds;
  for (Rows rows = database.query("SELECT id FROM sale WHERE corrects = ? AND kind = 'refund' ORDER BY rowid", sale);
       rows.next();)
    refunds.push_back(*find_sale(database, rows.get<Id<Sale>>(0)));
  return refunds;
}

SaleStanding standing_of(const Database& database, const Sale& sale) {
  SaleStanding standing;
  standing.voided_by = voided_by(database, sale.id);
  standing.owed_now = owed_now(database, sale.id);
  const bool can_come_back = sale.kind == SaleKind::Sale && !standing.is_voided();
  for (const SaleLine& line : sale.lines) standing.refundable.push_back(can_come_back ? line.quantity : Quantity{});
  for (const Sale& refund : refunds_of(database, sale.id)) {
    standing.refunds.push_back(refund.id);
    for (const SaleLine& line : refund.lines)
      standing.refundable[static_cast<std::size_t>(*line.returns)] += line.quantity;
  }
  for (Rows rows = database.query("SELECT id FROM payment WHERE sale = ? AND waiting = 1 AND NOT EXISTS "
                                  "(SELECT 1 FROM payment_seen s WHERE s.payment = payment.id) ORDER BY rowid",
                                  sale.id);
       rows.next();)
    if (!standing.is_voided()) standing.waiting.push_back(rows.get<Id<Payment>>(0));
  standing.later_payments = payments_of(database, sale.id, true);
  return standing;
}

namespace {

std::string name_of_customer(const Database& database, Id<Sale> sale) {
  const std::optional<Id<Contact>> customer = customer_of(database, sale);
  return customer ? kept_name(database, *customer) : std::string();
}

}  // namespace

std::vector<WaitingPayment> waiting_payments(const Database& database, Date business_date) {
  std::vector<WaitingPayment> waiting;
  for (Rows rows = database.query(
           "SELECT p.method, p.amount, s.number, s.id FROM payment p JOIN sale s ON s.id = p.sale "
           "WHERE p.business_date = ? AND p.waiting = 1 "
           "AND NOT EXISTS (SELECT 1 FROM payment_seen e WHERE e.payment = p.id) "
           "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') ORDER BY p.rowid",
           business_date);
       rows.next();)
    waiting.push_back(WaitingPayment{find_method(rows.get<std::string_view>(0)).value_or(Method::Transfer),
                                     rows.get<Money>(1), rows.get<std::string>(2),
                                     name_of_customer(database, rows.get<Id<Sale>>(3))});
  return waiting;
}

namespace {

// The rows a question of the history is about; ?1 a pattern, or '%' for all.
constexpr std::string_view history_filter(HistoryFilter filter) {
  switch (filter) {
    case HistoryFilter::All:
      return "1";
    case HistoryFilter::Refunds:
      return "s.kind IN ('refund', 'void')";
    case HistoryFilter::Owed:
      return "s.id IN (SELECT sale FROM owed)";
    case HistoryFilter::Waiting:
      return "s.id IN (SELECT p.sale FROM payment p WHERE p.waiting = 1 "
             "AND NOT EXISTS (SELECT 1 FROM payment_seen e WHERE e.payment = p.id)) "
             "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void')";
  }
  LAPAK_ASSERT(false);
}

constexpr std::string_view history_search =
    " AND (s.number LIKE ?1 ESCAPE '\\' "
    "OR s.id IN (SELECT l.sale FROM sale_line l WHERE l.name LIKE ?1 ESCAPE '\\') "
    "OR s.id IN (SELECT k.sale FROM sale_customer k JOIN contact c ON c.id = k.contact "
    "WHERE c.name LIKE ?1 ESCAPE '\\' OR c.phone LIKE ?1 ESCAPE '\\'))";

constexpr std::string_view history_columns =
    "SELECT s.id, s.number, s.kind, s.at, CASE s.kind WHEN 'deposit' THEN (SELECT -sum(p.amount) FROM payment p "
    "WHERE p.sale = s.id AND p.method = 'deposit') ELSE s.total END, coalesce((SELECT o.amount FROM owed o WHERE "
    "o.sale = s.id), 0), "
    "EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void'), "
    "EXISTS (SELECT 1 FROM payment p WHERE p.sale = s.id AND p.waiting = 1 "
    "AND NOT EXISTS (SELECT 1 FROM payment_seen e WHERE e.payment = p.id)), "
    "(SELECT l.name FROM sale_line l WHERE l.sale = s.id ORDER BY l.position LIMIT 1), "
    "(SELECT coalesce(sum(l.quantity), 0) FROM sale_line l WHERE l.sale = s.id) ";

std::vector<Method> methods_of(const Database& database, Id<Sale> sale) {
  std::vector<Method> methods;
  for (Rows rows =
           database.query("SELECT method FROM payment WHERE sale = ? GROUP BY method ORDER BY min(rowid)", sale);
       rows.next();)
    methods.push_back(find_method(rows.get<std::string_view>(0)).value_or(Method::Cash));
  return methods;
}

}  // namespace

HistoryView history(const Database& database, const HistoryQuestion& question) {
  // The cache of statements knows each of these few texts by heart.
  const bool searches = !question.search.empty();
  const std::string from = "FROM sale s WHERE " + std::string(history_filter(question.filter)) +
                           (searches ? std::string(history_search) : std::string(" AND ?1 IS NOT NULL"));
  const std::string pattern = like_pattern(question.search);
  HistoryView view;
  view.total = database.value<int>("SELECT count(*) " + from, pattern).value_or(0);
  const std::string page = std::string(history_columns) + from + " ORDER BY s.at DESC, s.rowid DESC LIMIT ?2 OFFSET ?3";
  for (Rows rows = database.query(page, pattern, question.count, question.first); rows.next();)
    view.rows.push_back(HistoryRow{.id = rows.get<Id<Sale>>(0),
                                   .number = rows.get<std::string>(1),
                                   .kind = sale_kind_of(rows.get<std::string_view>(2)),
                                   .at = rows.get<Instant>(3),
                                   .total = rows.get<Money>(4),
                                   .owed_now = rows.get<Money>(5),
                                   .is_voided = rows.get<bool>(6),
                                   .is_waiting = rows.get<bool>(7) && !rows.get<bool>(6),
                                   .methods = methods_of(database, rows.get<Id<Sale>>(0)),
                                   .first_item = rows.get<std::string>(8),
                                   .items = rows.get<Quantity>(9),
                                   .customer = name_of_customer(database, rows.get<Id<Sale>>(0))});
  return view;
}

std::vector<Id<Product>> most_sold_variants(const Database& database, Id<Product> parent, int count) {
  std::vector<Id<Product>> variants;
  for (Rows rows =
           database.query("SELECT v.id FROM product v CROSS JOIN product_sum s ON s.product = v.id "
                          "AND s.period IN (SELECT period FROM period_sum WHERE length(period) = 4) "
                          "WHERE v.parent = ? AND v.hidden = 0 "
                          "GROUP BY v.id HAVING sum(s.quantity) > 0 ORDER BY sum(s.quantity) DESC, v.position LIMIT ?",
                          parent, count);
       rows.next();)
    variants.push_back(rows.get<Id<Product>>(0));
  return variants;
}

std::vector<std::string> typed_labels(const Database& database, const std::vector<std::string>& fallback, int count) {
  std::vector<std::string> labels;
  const auto add = [&](const std::string& label) {
    const bool is_known =
        std::ranges::any_of(labels, [&](const std::string& known) { return folded(known) == folded(label); });
    if (!is_known && std::ssize(labels) < count) labels.push_back(label);
  };
  // Ids grow with time, and lines are kept in their order.
  for (Rows rows = database.query("SELECT l.name FROM (SELECT sale, name, product FROM sale_line "
                                  "ORDER BY sale DESC LIMIT 2000) l JOIN sale s ON s.id = l.sale "
                                  "WHERE l.product IS NULL AND l.name <> '' AND s.source = '' AND s.kind = 'sale' "
                                  "GROUP BY l.name ORDER BY count(*) DESC, max(l.sale) DESC LIMIT ?",
                                  2 * count);
       rows.next();)
    add(rows.get<std::string>(0));
  for (const std::string& label : fallback) add(label);
  return labels;
}

std::vector<Id<Sale>> sales_of(const Database& database, Id<Contact> contact) {
  std::vector<Id<Sale>> sales;
  for (Rows rows = database.query("SELECT DISTINCT sale FROM sale_customer WHERE contact = ?", contact); rows.next();)
    sales.push_back(rows.get<Id<Sale>>(0));
  return sales;
}

void forget_words_of_sales(Database& database, Id<Contact> contact) {
  for (const Id<Contact>& id : same_contacts(database, contact))
    for (const Id<Sale>& sale : sales_of(database, id)) {
      database.run("UPDATE sale SET note = NULL WHERE id = ?", sale);
      database.run("UPDATE sale SET reason = NULL WHERE id = ?", sale);
      database.run("UPDATE sale_line SET note = NULL WHERE sale = ?", sale);
      database.run("UPDATE payment SET reference = NULL WHERE sale = ?", sale);
    }
}

namespace {

// A sale is the customer's it was attributed to last.
constexpr std::string_view bought_by =
    "FROM sale s JOIN sale_customer k ON k.sale = s.id WHERE k.contact = ? AND s.kind = 'sale' "
    "AND NOT EXISTS (SELECT 1 FROM sale_customer l WHERE l.sale = s.id AND l.at > k.at) "
    "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') ";

}  // namespace

LastPurchase last_purchase_of(const Database& database, Id<Contact> contact) {
  static const std::string last = "SELECT s.id, s.at " + std::string(bought_by) + "ORDER BY s.at DESC LIMIT 1";
  LastPurchase purchase;
  std::optional<Id<Sale>> sale;
  for (const Id<Contact>& same : same_contacts(database, contact)) {
    Rows rows = database.query(last, same);
    if (!rows.next() || (purchase.at && rows.get<Instant>(1) < *purchase.at)) continue;
    sale = rows.get<Id<Sale>>(0);
    purchase.at = rows.get<Instant>(1);
  }
  if (!sale) return purchase;
  for (Rows names = database.query("SELECT name FROM sale_line WHERE sale = ? ORDER BY position LIMIT 3", *sale);
       names.next();)
    purchase.pieces += (purchase.pieces.empty() ? "" : ", ") + names.get<std::string>(0);
  return purchase;
}

std::optional<CustomerCard> customer_card(const Database& database, Id<Contact> id) {
  std::optional<Contact> contact = find_contact(database, id);
  if (!contact) return std::nullopt;
  LastPurchase purchase = last_purchase_of(database, id);
  CustomerCard card{.contact = *std::move(contact),
                    .notes = notes_of(database, id, 5),
                    .last_purchase = std::move(purchase.pieces),
                    .last_purchase_at = purchase.at,
                    .owed = {},
                    .promise = {},
                    .promise_due = {}};
  static const std::string owed =
      "SELECT sum(o.amount) FROM owed o WHERE o.sale IN (SELECT s.id " + std::string(bought_by) + ")";
  for (const Id<Contact>& same : same_contacts(database, id))
    card.owed += database.value<Money>(owed, same).value_or(Money{});
  if (const auto reminder = next_reminder(database, id)) {
    card.promise = reminder->text;
    card.promise_due = reminder->due;
  }
  return card;
}

}  // namespace lapak
