// partner: the rows of agreements, entries and slips.
#include "core/partner/partner_store.h"

#include <algorithm>
#include <limits>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/partner/partner_json.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

PartnerEntry read_entry(const Rows& rows) {
  PartnerEntry entry;
  entry.id = rows.get<Id<PartnerEntry>>(0);
  entry.partner = rows.get<Id<Contact>>(1);
  entry.book = find_book(rows.get<std::string_view>(2)).value();
  entry.n = rows.get<std::int64_t>(3);
  entry.kind = find_entry_kind(rows.get<std::string_view>(4)).value();
  entry.at = rows.get<Instant>(5);
  entry.business_date = rows.get<Date>(6);
  entry.product = rows.get<std::optional<Id<Product>>>(7);
  entry.quantity = rows.get<Quantity>(8);
  entry.proceeds = rows.get<Money>(9);
  entry.amount = rows.get<Money>(10);
  entry.sale = rows.get<std::optional<Id<Sale>>>(11);
  entry.line = rows.get<std::optional<int>>(12);
  if (!rows.is_null(13)) entry.paid_by = find_paid_by(rows.get<std::string_view>(13));
  entry.text = rows.get<std::string>(14);
  return entry;
}

constexpr std::string_view entry_columns =
    "SELECT e.id, e.partner, e.book, e.n, e.kind, e.at, e.business_date, e.product, e.quantity, e.proceeds, e.amount, "
    "e.sale, e.line, e.paid_by, e.text FROM partner_entry e ";

std::vector<PartnerEntry> read_all(Rows rows) {
  std::vector<PartnerEntry> entries;
  while (rows.next()) entries.push_back(read_entry(rows));
  return entries;
}

// The entries of a question: a range of numbers, of moments for the slips between them, and of days.
struct Span {
  std::int64_t after_n = 0, to_n = std::numeric_limits<std::int64_t>::max();
  Instant after{std::numeric_limits<std::int64_t>::min()}, to{std::numeric_limits<std::int64_t>::max()};
  std::string first_day = "0000-00-00", last_day = "9999-99-99";

  bool is_open() const { return to_n == std::numeric_limits<std::int64_t>::max() && last_day == "9999-99-99"; }
};

Instant moment_of(const Database& database, const StatementQuestion& question, std::int64_t n, Instant otherwise) {
  return database
      .value<Instant>("SELECT at FROM partner_entry WHERE partner = ? AND book = ? AND n = ?", question.partner,
                      book_code(question.book), n)
      .value_or(otherwise);
}

Span span_of(const Database& database, const StatementQuestion& question) {
  Span span;
  if (question.from && question.to) {
    span.first_day = question.from->iso();
    span.last_day = question.to->iso();
    return span;
  }
  const std::string_view book = book_code(question.book);
  if (question.settlement) {
    span.to_n = *question.settlement;
    span.to = moment_of(database, question, span.to_n, span.to);
  }
  span.after_n = database
                     .value<std::int64_t>(
                         "SELECT max(n) FROM partner_entry WHERE partner = ? AND book = ? "
                         "AND kind = 'settled' AND n < ?",
                         question.partner, book, span.to_n)
                     .value_or(0);
  span.after = moment_of(database, question, span.after_n, span.after);
  return span;
}

GoodsRow& row_of(std::vector<GoodsRow>& goods, const Database& database, Id<Product> product) {
  const auto found = std::ranges::find(goods, product, &GoodsRow::product);
  if (found != goods.end()) return *found;
  GoodsRow row;
  row.product = product;
  row.name = product_label(database, product);
  return goods.emplace_back(std::move(row));
}

// The same when the period ended, which later movements do not change: of all goods that were ever in the book.
void add_what_was_left(const Database& database, const StatementQuestion& question, const Span& span,
                       std::vector<GoodsRow>& goods) {
  for (Rows rows = database.query(
           "SELECT m.product, sum(m.quantity) FROM movement m JOIN place p ON p.id = m.place WHERE m.product IN ("
           "SELECT product FROM partner_entry WHERE partner = ?1 AND book = ?2 AND product IS NOT NULL "
           "UNION SELECT l.product FROM slip s JOIN slip_line l ON l.slip = s.id WHERE s.partner = ?1 AND s.book = ?2 "
           "UNION SELECT product FROM consigned WHERE partner = ?1 AND ?2 = 'consignment') "
           "AND CASE ?2 WHEN 'shelf' THEN p.partner IS ?1 ELSE p.partner IS NULL END "
           "AND m.at <= ?3 AND m.business_date <= ?4 GROUP BY m.product HAVING sum(m.quantity) <> 0",
           question.partner, book_code(question.book), span.to, span.last_day);
       rows.next();)
    row_of(goods, database, rows.get<Id<Product>>(0)).left = rows.get<Quantity>(1);
}

// What of the goods is with the keeper: on hand here, or at the partner's place.
void add_what_is_left(const Database& database, const StatementQuestion& question, std::vector<GoodsRow>& goods) {
  if (question.book == Book::Shelf) {
    for (Rows rows = database.query("SELECT h.product, h.quantity FROM on_hand h JOIN place p ON p.id = h.place "
                                    "WHERE p.partner = ? AND h.quantity <> 0",
                                    question.partner);
         rows.next();)
      row_of(goods, database, rows.get<Id<Product>>(0)).left = rows.get<Quantity>(1);
    return;
  }
  // Theirs by a row of its own, or as a variant of a product that is.
  for (Rows rows = database.query(
           "SELECT h.product, sum(h.quantity) FROM own_stock h WHERE h.product IN ("
           "SELECT c.product FROM consigned c WHERE c.partner = ?1 "
           "UNION SELECT v.id FROM consigned c JOIN product v ON v.parent = c.product WHERE c.partner = ?1 "
           "AND NOT EXISTS (SELECT 1 FROM consigned o WHERE o.product = v.id AND o.partner IS NOT ?1)) "
           "GROUP BY h.product HAVING sum(h.quantity) <> 0",
           question.partner);
       rows.next();)
    row_of(goods, database, rows.get<Id<Product>>(0)).left = rows.get<Quantity>(1);
}

void add_up(const PartnerEntry& entry, GoodsRow& row) {
  switch (entry.kind) {
    case EntryKind::Sold:
    case EntryKind::Refunded:
    case EntryKind::Voided:
      row.sold += entry.quantity;
      break;
    case EntryKind::Lost:
      row.lost += entry.quantity;
      break;
    default:
      return;
  }
  row.proceeds += entry.proceeds;
  row.share += entry.amount;
}

std::vector<SlipLine> lines_of(const Database& database, Id<Slip> slip) {
  std::vector<SlipLine> lines;
  for (Rows rows = database.query(
           "SELECT product, quantity, piece_price FROM slip_line WHERE slip = ? ORDER BY position", slip);
       rows.next();)
    lines.push_back({rows.get<Id<Product>>(0), rows.get<Quantity>(1), rows.get<std::optional<Money>>(2)});
  return lines;
}

Slip read_slip(const Database& database, const Rows& rows) {
  Slip slip;
  slip.id = rows.get<Id<Slip>>(0);
  slip.partner = rows.get<Id<Contact>>(1);
  slip.book = find_book(rows.get<std::string_view>(2)).value();
  slip.kind = find_slip_kind(rows.get<std::string_view>(3)).value();
  slip.number = rows.get<std::int64_t>(4);
  slip.at = rows.get<Instant>(5);
  slip.business_date = rows.get<Date>(6);
  slip.note = rows.get<std::string>(7);
  slip.lines = lines_of(database, slip.id);
  return slip;
}

}  // namespace

std::optional<Agreement> find_agreement(const Database& database, Id<Contact> partner, Book book) {
  Rows rows = database.query(
      "SELECT kind, share_bp, tiers, discount, loss, minimum_payout, return_by, is_on_receipts, "
      "ended FROM agreement WHERE partner = ? AND book = ?",
      partner, book_code(book));
  if (!rows.next()) return std::nullopt;
  Agreement agreement;
  agreement.partner = partner;
  agreement.book = book;
  agreement.kind = Json(rows.get<std::string>(0)).get<ShareKind>();
  agreement.share_bp = rows.get<std::int64_t>(1);
  agreement.tiers = Json::parse(rows.get<std::string>(2)).get<std::vector<Tier>>();
  agreement.discount = Json(rows.get<std::string>(3)).get<Bearer>();
  agreement.loss = Json(rows.get<std::string>(4)).get<Bearer>();
  agreement.minimum_payout = rows.get<Money>(5);
  agreement.return_by = rows.get<std::optional<Date>>(6);
  agreement.is_on_receipts = rows.get<bool>(7);
  agreement.ended = rows.get<bool>(8);
  return agreement;
}

std::optional<Agreement> agreement_at(const Database& database, Id<Contact> partner, Book book, Instant at) {
  const auto terms = database.value<std::string>(
      "SELECT terms FROM agreement_history WHERE partner = ? AND book = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT "
      "1",
      partner, book_code(book), at);
  return terms ? std::optional(Json::parse(*terms).get<Agreement>()) : std::nullopt;
}

std::optional<Consigned> consigned_of(const Database& database, Id<Product> product) {
  Rows rows = database.query(
      "SELECT partner, piece_price FROM consigned "
      "WHERE product IN (?1, (SELECT parent FROM product WHERE id = ?1)) "
      "ORDER BY product = ?1 DESC LIMIT 1",
      product);
  if (!rows.next() || rows.is_null(0)) return std::nullopt;
  return Consigned{rows.get<Id<Contact>>(0), rows.get<std::optional<Money>>(1)};
}

Quantity consigned_left(const Database& database, Id<Product> product) {
  return database
      .value<Quantity>(
          "SELECT sum(quantity) FROM own_stock WHERE product = ?1 OR product IN (SELECT v.id FROM product v "
          "WHERE v.parent = ?1 AND NOT EXISTS (SELECT 1 FROM consigned c WHERE c.product = v.id))",
          product)
      .value_or(Quantity{});
}

bool has_consigned_goods(const Database& database) {
  return database.value<int>("SELECT 1 FROM consigned LIMIT 1").has_value();
}

Money shelf_price(const Database& database, Id<Contact> partner, Id<Product> product) {
  const auto agreed = database.value<Money>(
      "SELECT l.piece_price FROM slip s JOIN slip_line l ON l.slip = s.id WHERE s.partner = ? AND s.book = 'shelf' "
      "AND l.product = ? AND l.piece_price IS NOT NULL ORDER BY s.number DESC LIMIT 1",
      partner, product);
  if (agreed) return *agreed;
  const std::optional<Product> found = find_product(database, product);
  return found ? found->price : Money{};
}

BookStanding standing_of(const Database& database, Id<Contact> partner, Book book) {
  Rows rows = database.query(
      "SELECT balance, entries, settled, sold_since FROM partner_book "
      "WHERE partner = ? AND book = ?",
      partner, book_code(book));
  if (!rows.next()) return {};
  return {rows.get<Money>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2), rows.get<Quantity>(3)};
}

Money smallest_payout(const Database& database, Id<Contact> partner, Book book) {
  const std::optional<Agreement> agreement = find_agreement(database, partner, book);
  return agreement && !agreement->ended ? agreement->minimum_payout : Money{};
}

std::vector<DuePayout> due_payouts(const Database& database, Book book) {
  std::vector<DuePayout> due;
  for (const Id<Contact> partner : open_books(database, book)) {
    const Money balance = standing_of(database, partner, book).balance;
    if (balance <= Money{} || balance < smallest_payout(database, partner, book)) continue;
    due.push_back({partner, kept_name(database, partner), balance});
  }
  return due;
}

std::vector<Id<Contact>> open_books(const Database& database, Book book) {
  std::vector<Id<Contact>> partners;
  for (Rows rows = database.query("SELECT b.partner FROM partner_book b JOIN contact c ON c.id = b.partner "
                                  "WHERE b.book = ? AND b.balance <> 0 ORDER BY c.name, c.id",
                                  book_code(book));
       rows.next();)
    partners.push_back(rows.get<Id<Contact>>(0));
  return partners;
}

std::int64_t last_slip_number(const Database& database) {
  return database.value<std::int64_t>("SELECT max(number) FROM slip").value_or(0);
}

std::optional<BookedLine> booked_line(const Database& database, Id<Sale> sale, int line) {
  std::optional<BookedLine> booked;
  for (Rows rows = database.query("SELECT partner, product, kind, quantity, amount FROM partner_entry "
                                  "WHERE sale = ? AND line = ? ORDER BY kind = 'sold' DESC",
                                  sale, line);
       rows.next();) {
    if (rows.get<std::string_view>(2) == entry_code(EntryKind::Sold)) {
      booked = BookedLine{.partner = rows.get<Id<Contact>>(0),
                          .product = rows.get<Id<Product>>(1),
                          .quantity = rows.get<Quantity>(3),
                          .share = rows.get<Money>(4),
                          .back = {},
                          .taken = {}};
    } else if (booked) {
      booked->back += -rows.get<Quantity>(3);
      booked->taken -= rows.get<Money>(4);
    }
  }
  return booked;
}

Statement statement(const Database& database, const StatementQuestion& question, Date today) {
  const Span span = span_of(database, question);
  const std::string_view book = book_code(question.book);
  Statement found{.partner = question.partner,
                  .book = question.book,
                  .from = today,
                  .to = today,
                  .opening = {},
                  .closing = {},
                  .paid = {},
                  .lines = {},
                  .goods = {},
                  .agreement = {}};
  found.opening = database
                      .value<Money>(
                          "SELECT sum(amount) FROM partner_entry WHERE partner = ? AND book = ? "
                          "AND (n <= ? OR business_date < ?)",
                          question.partner, book, span.after_n, span.first_day)
                      .value_or(Money{});
  found.closing = found.opening;
  found.agreement = agreement_at(database, question.partner, question.book, span.to);
  if (span.is_open())
    add_what_is_left(database, question, found.goods);
  else
    add_what_was_left(database, question, span, found.goods);
  static const std::string sql = std::string(entry_columns) +
                                 "WHERE e.partner = ? AND e.book = ? AND e.n > ? "
                                 "AND e.n <= ? AND e.business_date BETWEEN ? AND ? "
                                 "ORDER BY e.n";
  for (Rows rows = database.query(sql, question.partner, book, span.after_n, span.to_n, span.first_day, span.last_day);
       rows.next();) {
    StatementLine line{.entry = read_entry(rows), .product = {}, .number = {}};
    const PartnerEntry& entry = line.entry;
    found.closing += entry.amount;
    if (entry.kind == EntryKind::Settled) found.paid -= entry.amount;
    if (entry.product) {
      GoodsRow& row = row_of(found.goods, database, *entry.product);
      line.product = row.name;
      add_up(entry, row);
    }
    if (entry.sale)
      line.number =
          database.value<std::string>("SELECT number FROM sale WHERE id = ?", *entry.sale).value_or(std::string());
    found.lines.push_back(std::move(line));
  }
  for (Rows rows = database.query(
           "SELECT l.product, s.kind, sum(l.quantity) FROM slip s JOIN slip_line l ON l.slip = s.id "
           "WHERE s.partner = ? AND s.book = ? AND s.at > ? AND s.at <= ? AND s.business_date BETWEEN ? AND ? "
           "GROUP BY l.product, s.kind",
           question.partner, book, span.after, span.to, span.first_day, span.last_day);
       rows.next();) {
    GoodsRow& row = row_of(found.goods, database, rows.get<Id<Product>>(0));
    (rows.get<std::string_view>(1) == slip_code(SlipKind::Taken) ? row.taken : row.given_back) += rows.get<Quantity>(2);
  }
  std::ranges::sort(found.goods, [](const GoodsRow& a, const GoodsRow& b) {
    const std::string left = folded(a.name), right = folded(b.name);
    return left != right ? left < right : a.product < b.product;
  });
  if (!found.lines.empty()) {
    found.from = found.lines.front().entry.business_date;
    found.to = found.lines.back().entry.business_date;
  }
  if (question.from && question.to) found.from = *question.from, found.to = *question.to;
  return found;
}

std::vector<PartnerEntry> settlements(const Database& database, Id<Contact> partner, Book book, int limit) {
  static const std::string sql = std::string(entry_columns) +
                                 "WHERE e.partner = ? AND e.book = ? AND e.kind = 'settled' ORDER BY e.n DESC LIMIT ?";
  return read_all(database.query(sql, partner, book_code(book), limit));
}

std::vector<PartnerEntry> settlements_of_day(const Database& database, Book book, Date business_date) {
  static const std::string sql = std::string(entry_columns) +
                                 "JOIN contact c ON c.id = e.partner "
                                 "WHERE e.business_date = ? AND e.book = ? "
                                 "AND e.kind = 'settled' ORDER BY c.name, e.n";
  return read_all(database.query(sql, business_date, book_code(book)));
}

std::optional<Slip> find_slip(const Database& database, Id<Slip> id) {
  Rows rows =
      database.query("SELECT id, partner, book, kind, number, at, business_date, note FROM slip WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  return read_slip(database, rows);
}

std::optional<OverdueGoods> overdue_goods(const Agreement& agreement, const std::vector<GoodsRow>& goods, Date today) {
  if (!agreement.return_by || *agreement.return_by >= today) return std::nullopt;
  OverdueGoods overdue{
      .partner = agreement.partner, .book = agreement.book, .return_by = *agreement.return_by, .left = {}};
  for (const GoodsRow& row : goods) overdue.left += row.left;
  return overdue.left > Quantity{} ? std::optional(overdue) : std::nullopt;
}

std::vector<OverdueGoods> overdue_goods(const Database& database, Date today) {
  std::vector<Agreement> due;
  for (Rows rows =
           database.query("SELECT partner, book FROM agreement WHERE return_by < ? ORDER BY return_by, 1, 2", today);
       rows.next();)
    due.push_back(
        find_agreement(database, rows.get<Id<Contact>>(0), find_book(rows.get<std::string_view>(1)).value()).value());
  std::vector<OverdueGoods> overdue;
  for (const Agreement& agreement : due) {
    std::vector<GoodsRow> goods;
    add_what_is_left(database, {.partner = agreement.partner, .book = agreement.book}, goods);
    if (const auto one = overdue_goods(agreement, goods, today)) overdue.push_back(*one);
  }
  return overdue;
}

std::vector<PartnerRow> partner_rows(const Database& database, const std::string& search) {
  const std::string wanted = folded(search);
  std::vector<PartnerRow> partners;
  for (Rows rows = database.query(R"(
         SELECT c.id, c.name, c.makes, c.town,
                (SELECT balance FROM partner_book WHERE partner = c.id AND book = 'consignment'),
                (SELECT balance FROM partner_book WHERE partner = c.id AND book = 'shelf'),
                (SELECT balance FROM partner_book WHERE partner = c.id AND book = 'neighbour'),
                (SELECT count(*) FROM consigned WHERE partner = c.id)
           FROM contact c WHERE c.hidden = 0 AND (c.is_partner = 1 OR c.id IN (SELECT partner FROM agreement)
                                                  OR c.id IN (SELECT partner FROM partner_book)))");
       rows.next();) {
    PartnerRow row{.id = rows.get<Id<Contact>>(0),
                   .name = rows.get<std::string>(1),
                   .makes = rows.get<std::string>(2),
                   .town = rows.get<std::string>(3),
                   .consignment = rows.get<Money>(4),
                   .shelf = rows.get<Money>(5),
                   .neighbour = rows.get<Money>(6),
                   .products = rows.get<std::int64_t>(7)};
    if (folded(row.name + ' ' + row.makes + ' ' + row.town).find(wanted) != std::string::npos)
      partners.push_back(std::move(row));
  }
  std::ranges::sort(partners, {}, [](const PartnerRow& row) { return std::pair(folded(row.name), row.id); });
  return partners;
}

Vendor vendor_of(const Database& database, Id<Contact> partner) {
  Vendor vendor{.partner = partner, .again = Again::Unsaid, .why = {}, .prices = {}};
  Rows rows = database.query("SELECT again, why, prices FROM vendor WHERE partner = ?", partner);
  if (!rows.next()) return vendor;
  vendor.again = find_again(rows.get<std::string_view>(0)).value();
  vendor.why = rows.get<std::string>(1);
  vendor.prices = rows.get<std::string>(2);
  return vendor;
}

namespace {

constexpr std::string_view together_columns =
    "SELECT id, partner, kind, at, product, follows, amount, text FROM together ";

Together read_together(const Rows& rows) {
  return Together{.id = rows.get<Id<Together>>(0),
                  .partner = rows.get<Id<Contact>>(1),
                  .kind = find_together(rows.get<std::string_view>(2)).value(),
                  .at = rows.get<Instant>(3),
                  .product = rows.get<std::optional<Id<Product>>>(4),
                  .follows = rows.get<std::optional<Id<Together>>>(5),
                  .amount = rows.get<Money>(6),
                  .text = rows.get<std::string>(7)};
}

}  // namespace

std::vector<Together> together_with(const Database& database, Id<Contact> partner, int limit) {
  std::vector<Together> facts;
  static const std::string sql = std::string(together_columns) + "WHERE partner = ? ORDER BY at DESC, id DESC LIMIT ?";
  for (Rows rows = database.query(sql, partner, limit); rows.next();) facts.push_back(read_together(rows));
  return facts;
}

std::optional<Together> find_together_fact(const Database& database, Id<Together> id) {
  static const std::string sql = std::string(together_columns) + "WHERE id = ?";
  Rows rows = database.query(sql, id);
  if (!rows.next()) return std::nullopt;
  return read_together(rows);
}

void put_agreement(Database& database, const Agreement& a, Instant at) {
  database.run(
      "INSERT INTO agreement(partner, book, kind, share_bp, tiers, discount, loss, minimum_payout, return_by, "
      "is_on_receipts, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
      "ON CONFLICT(partner, book) DO UPDATE SET kind = ?3, share_bp = ?4, tiers = ?5, discount = ?6, loss = ?7, "
      "minimum_payout = ?8, return_by = ?9, is_on_receipts = ?10, ended = ?11",
      a.partner, book_code(a.book), Json(a.kind).get<std::string>(), a.share_bp, Json(a.tiers).dump(),
      Json(a.discount).get<std::string>(), Json(a.loss).get<std::string>(), a.minimum_payout, a.return_by,
      a.is_on_receipts, a.ended);
  database.run("INSERT INTO agreement_history(partner, book, at, terms) VALUES (?, ?, ?, ?)", a.partner,
               book_code(a.book), at, Json(a).dump());
}

void put_consigned(Database& database, Id<Product> product, const std::optional<Consigned>& consigned) {
  constexpr std::string_view sql =
      "INSERT INTO consigned(product, partner, piece_price) VALUES (?1, ?2, ?3) "
      "ON CONFLICT(product) DO UPDATE SET partner = ?2, piece_price = ?3";
  if (consigned)
    database.run(sql, product, consigned->partner, consigned->piece_price);
  else
    database.run(sql, product, std::optional<Id<Contact>>(), std::optional<Money>());
}

void put_entry(Database& database, const PartnerEntry& e, const std::optional<std::string>& text,
               const EntryHeader& header) {
  const std::string_view book = book_code(e.book);
  const bool is_settled = e.kind == EntryKind::Settled;
  // What came back counts down again, as far as it was sold since the last settlement.
  const bool counts = e.kind == EntryKind::Sold || e.kind == EntryKind::Refunded || e.kind == EntryKind::Voided;
  database.run(
      "INSERT INTO partner_book(partner, book, balance, entries, settled, sold_since) VALUES (?1, ?2, 0, 0, 0, 0) "
      "ON CONFLICT(partner, book) DO NOTHING",
      e.partner, book);
  database.run(
      "UPDATE partner_book SET balance = balance + ?3, entries = entries + 1, "
      "settled = iif(?4, entries + 1, settled), sold_since = iif(?4, 0, max(0, sold_since + ?5)) "
      "WHERE partner = ?1 AND book = ?2",
      e.partner, book, e.amount, is_settled, counts ? e.quantity : Quantity{});
  database.run(
      "INSERT INTO partner_entry(id, partner, book, n, kind, at, business_date, who, product, quantity, proceeds, "
      "amount, sale, line, paid_by, text) VALUES (?1, ?2, ?3, (SELECT entries FROM partner_book WHERE partner = ?2 "
      "AND book = ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
      e.id, e.partner, book, entry_code(e.kind), e.at, e.business_date, header.who, e.product, e.quantity, e.proceeds,
      e.amount, e.sale, e.line, e.paid_by ? std::optional(paid_by_code(*e.paid_by)) : std::nullopt, text);
  if (counts || e.kind == EntryKind::Lost)
    database.run(
        "WITH period_length(letters) AS (VALUES (4), (7), (10)) "
        "INSERT INTO partner_sum(period, partner, book, quantity, proceeds, share) "
        "SELECT substr(?1, 1, letters), ?2, ?3, ?4, ?5, ?6 FROM period_length WHERE true "
        "ON CONFLICT(period, partner, book) DO UPDATE SET quantity = quantity + excluded.quantity, "
        "proceeds = proceeds + excluded.proceeds, share = share + excluded.share",
        e.business_date, e.partner, book, e.quantity, e.proceeds, e.amount);
  // Of the day of the till that sold it, whenever it came back.
  if (e.sale && e.book == Book::Consignment)
    database.run(
        "INSERT INTO till_partner_sum(till_day, amount) "
        "SELECT o.till_day, ?2 FROM sale s JOIN sale o ON o.id = coalesce(s.corrects, s.id) "
        "WHERE s.id = ?1 AND o.till_day IS NOT NULL "
        "ON CONFLICT(till_day) DO UPDATE SET amount = amount + excluded.amount",
        *e.sale, e.amount);
}

void put_vendor(Database& database, const Vendor& vendor, PersonalWords words) {
  const bool is_known = words == PersonalWords::Known;
  database.run(
      "INSERT INTO vendor(partner, again, why, prices) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT(partner) DO UPDATE SET again = ?2, why = ?3, prices = ?4",
      vendor.partner, again_code(vendor.again), is_known ? std::optional(vendor.why) : std::nullopt,
      is_known ? std::optional(vendor.prices) : std::nullopt);
}

void put_together(Database& database, const Together& together, const std::optional<std::string>& text,
                  const EntryHeader& header) {
  database.run(
      "INSERT INTO together(id, partner, kind, at, who, product, follows, amount, text) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      together.id, together.partner, together_code(together.kind), together.at, header.who, together.product,
      together.follows, together.amount, text);
}

void put_slip(Database& database, const Slip& slip, const std::optional<std::string>& note, const EntryHeader& header) {
  database.run(
      "INSERT INTO slip(id, partner, book, kind, number, at, business_date, who, note) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      slip.id, slip.partner, book_code(slip.book), slip_code(slip.kind), slip.number, slip.at, slip.business_date,
      header.who, note);
  int position = 0;
  for (const SlipLine& line : slip.lines)
    database.run("INSERT INTO slip_line(slip, position, product, quantity, piece_price) VALUES (?, ?, ?, ?, ?)",
                 slip.id, position++, line.product, line.quantity, line.piece_price);
}

void forget_words_of_partner(Database& database, Id<Contact> partner) {
  for (const Id<Contact>& id : same_contacts(database, partner)) {
    database.run("UPDATE partner_entry SET text = NULL WHERE partner = ?", id);
    database.run("UPDATE slip SET note = NULL WHERE partner = ?", id);
    database.run("UPDATE together SET text = NULL WHERE partner = ?", id);
    database.run("UPDATE vendor SET why = NULL, prices = NULL WHERE partner = ?", id);
  }
}

}  // namespace lapak
