// exchange: the shop's tables as CSV and as sheets of a workbook.
#include "core/exchange/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/check.h"
#include "core/catalog/product_store.h"
#include "core/exchange/csv.h"
#include "core/exchange/set_cell.h"
#include "core/exchange/xlsx.h"
#include "core/words/words.h"

namespace lapak {
namespace {

// One table being written, as text or as a sheet of a workbook.
class Sheet {
 public:
  explicit Sheet(const Profile& profile, XlsxSheet* book = nullptr)
      : book_(book), decimals_(profile.money().decimals), zone_(profile.clock()) {}

  void head(const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) text(name);
    end_row();
  }
  Sheet& text(std::string_view text) {
    if (!book_) return writer_.text(text), *this;
    return add(std::string(text));
  }
  Sheet& money(std::optional<Money> amount) { return amount ? number(amount->minor, decimals_) : nothing(); }
  Sheet& quantity(std::optional<Quantity> quantity) {
    if (!quantity) return nothing();
    if (book_) return number(quantity->thousandths, 3);
    std::string plain = plain_decimal(quantity->thousandths, 3);
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.ends_with('.')) plain.pop_back();
    return written(plain);
  }
  Sheet& count(std::int64_t count) { return number(count, 0); }
  Sheet& yes_or_no(bool yes) { return number(yes ? 1 : 0, 0); }
  Sheet& moment(Instant at) {
    const LocalTime local = zone_.local(at);
    return written(fmt::format("{} {:02}:{:02}:{:02}", local.date.iso(), local.hour, local.minute, local.second));
  }
  void end_row() {
    if (!book_) return writer_.end_row();
    book_->rows.push_back(std::move(row_));
    row_.clear();
  }
  const std::string& bytes() const { return writer_.bytes(); }

 private:
  Sheet& add(XlsxCell cell) {
    row_.push_back(std::move(cell));
    return *this;
  }
  Sheet& number(std::int64_t value, int decimals) {
    if (book_) return add(XlsxNumber{value, decimals});
    return written(plain_decimal(value, decimals));
  }
  // What we wrote ourselves.
  Sheet& written(const std::string& plain) {
    if (book_) return add(plain);
    writer_.number(plain);
    return *this;
  }
  Sheet& nothing() { return written({}); }

  XlsxSheet* book_;
  CsvWriter writer_;
  std::vector<XlsxCell> row_;
  int decimals_;
  Zone zone_;
};

void write_products(Sheet& sheet, const Database& database) {
  std::vector<std::string_view> head{"code",         "name",          "price",         "cost",          "category",
                                     "barcode",      "option1_value", "option2_value", "option3_value", "story",
                                     "open_price",   "tracked",       "hidden",        "option1_name",  "option2_name",
                                     "option3_name", "tax_class",     "favourite",     "low_mark",      "stock"};
  // A shop without sets keeps the list it always had.
  const bool has_sets = database.value<bool>("SELECT 1 FROM set_part LIMIT 1").has_value();
  if (has_sets) head.push_back("made_of");
  sheet.head(head);
  constexpr std::string_view sql = R"(
    SELECT p.code, p.name, p.price, p.cost, c.name, p.barcode,
           json_extract(p.option_values, '$[0]'), json_extract(p.option_values, '$[1]'),
           json_extract(p.option_values, '$[2]'), iif(p.story = '', coalesce(card.story, ''), p.story), p.open_price,
           p.tracked, p.hidden, json_extract(card.option_names, '$[0]'), json_extract(card.option_names, '$[1]'),
           json_extract(card.option_names, '$[2]'), p.tax_class, p.favourite, p.low_mark,
           iif(p.tracked, coalesce((SELECT sum(h.quantity) FROM own_stock h WHERE h.product = p.id), 0), NULL),
           p.id, EXISTS (SELECT 1 FROM set_part s WHERE s.whole = p.id)
      FROM product p LEFT JOIN product card ON card.id = p.parent
           LEFT JOIN category c ON c.id = coalesce(card.category, p.category)
     WHERE p.parent IS NOT NULL OR p.option_names = '[]'
     ORDER BY coalesce(card.position, p.position), coalesce(card.name, p.name), p.parent, p.position, p.name, p.code)";
  for (Rows row = database.query(sql); row.next();) {
    sheet.text(row.get<std::string_view>(0)).text(row.get<std::string_view>(1)).money(row.get<Money>(2));
    sheet.money(row.get<std::optional<Money>>(3));
    for (int i = 4; i <= 9; ++i) sheet.text(row.get<std::string_view>(i));
    for (int i = 10; i <= 12; ++i) sheet.yes_or_no(row.get<bool>(i));
    for (int i = 13; i <= 16; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.yes_or_no(row.get<bool>(17)).quantity(row.get<std::optional<Quantity>>(18));
    sheet.quantity(row.get<std::optional<Quantity>>(19));
    if (has_sets)
      sheet.text(row.get<bool>(21) ? set_cell(database, find_product(database, row.get<Id<Product>>(20)).value()) : "");
    sheet.end_row();
  }
}

void write_sales(Sheet& sheet, const Database& database) {
  sheet.head({"number", "source", "kind", "time", "date", "customer", "gross", "discount", "tax", "rounding", "tip",
              "total", "owed", "payments", "voided", "reason", "note"});
  constexpr std::string_view sql = R"(
    SELECT s.number, s.source, s.kind, s.at, s.business_date,
           (SELECT c.name FROM sale_customer b JOIN contact c ON c.id = b.contact WHERE b.sale = s.id ORDER BY b.at DESC LIMIT 1),
           s.gross, s.discount,
           s.tax_included + s.tax_added, s.rounding, s.tip, s.total, coalesce(o.amount, 0),
           (SELECT group_concat(method, ' ') FROM (SELECT method FROM payment WHERE sale = s.id ORDER BY at, id)),
           EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void'), s.reason, s.note
      FROM sale s LEFT JOIN owed o ON o.sale = s.id
     ORDER BY s.at, s.id)";
  for (Rows row = database.query(sql); row.next();) {
    for (int i = 0; i <= 2; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.moment(row.get<Instant>(3));
    for (int i = 4; i <= 5; ++i) sheet.text(row.get<std::string_view>(i));
    for (int i = 6; i <= 12; ++i) sheet.money(row.get<Money>(i));
    sheet.text(row.get<std::string_view>(13)).yes_or_no(row.get<bool>(14));
    sheet.text(row.get<std::string_view>(15)).text(row.get<std::string_view>(16)).end_row();
  }
}

void write_lines(Sheet& sheet, const Database& database) {
  std::vector<std::string_view> head{"number",     "kind",  "time",  "line",     "code", "name",   "quantity",
                                     "list_price", "price", "gross", "discount", "tax",  "amount", "note"};
  const bool has_bundles = database.value<bool>("SELECT 1 FROM sale_bundle LIMIT 1").has_value();
  if (has_bundles) head.push_back("bundle");
  sheet.head(head);
  constexpr std::string_view sql = R"(
    SELECT s.number, s.kind, s.at, l.position, p.code, l.name, l.quantity, l.list_price, l.agreed_price, l.gross,
           l.line_discount + l.cart_discount, l.tax, l.amount, l.note,
           (SELECT b.name FROM sale_bundle b WHERE b.sale = l.sale AND b.position = l.bundle)
      FROM sale s JOIN sale_line l ON l.sale = s.id LEFT JOIN product p ON p.id = l.product
     ORDER BY s.at, s.id, l.position)";
  for (Rows row = database.query(sql); row.next();) {
    sheet.text(row.get<std::string_view>(0)).text(row.get<std::string_view>(1)).moment(row.get<Instant>(2));
    sheet.count(row.get<std::int64_t>(3)).text(row.get<std::string_view>(4)).text(row.get<std::string_view>(5));
    sheet.quantity(row.get<Quantity>(6));
    for (int i = 7; i <= 12; ++i) sheet.money(row.get<Money>(i));
    sheet.text(row.get<std::string_view>(13));
    if (has_bundles) sheet.text(row.get<std::string_view>(14));
    sheet.end_row();
  }
}

void write_customers(Sheet& sheet, const Database& database) {
  sheet.head({"name", "phone", "whatsapp", "instagram", "email", "address", "town", "birthday", "language", "prefers",
              "tags", "makes", "met_where", "partner", "roles", "consent_how", "met", "hidden"});
  constexpr std::string_view sql = R"(
    SELECT c.name, c.phone, c.whatsapp, c.instagram, c.email, c.address, c.town, c.birthday, c.language, c.prefers,
           (SELECT group_concat(tag, ', ') FROM (SELECT tag FROM contact_tag WHERE contact = c.id ORDER BY tag)),
           c.makes, c.met_where, c.is_partner, c.roles, c.consent_how, c.met_at, c.hidden
      FROM contact c WHERE c.name IS NOT NULL AND c.merged_into IS NULL ORDER BY c.name, c.met_at)";
  for (Rows row = database.query(sql); row.next();) {
    for (int i = 0; i <= 12; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.yes_or_no(row.get<bool>(13)).text(row.get<std::string_view>(14)).text(row.get<std::string_view>(15));
    sheet.moment(row.get<Instant>(16)).yes_or_no(row.get<bool>(17)).end_row();
  }
}

void write_notes(Sheet& sheet, const Database& database) {
  sheet.head({"name", "phone", "time", "kind", "text", "pinned", "due"});
  constexpr std::string_view sql = R"(
    SELECT c.name, c.phone, n.at, 'note', n.text, coalesce(m.pinned, n.pinned), NULL
      FROM note n JOIN contact c ON c.id = n.contact LEFT JOIN note_mark m ON m.note = n.id
     WHERE n.text IS NOT NULL AND coalesce(m.withdrawn, 0) = 0
    UNION ALL
    SELECT c.name, c.phone, e.at, e.way, e.text, 0, NULL FROM encounter e JOIN contact c ON c.id = e.contact
     WHERE e.text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM encounter_withdrawn w WHERE w.encounter = e.id)
    UNION ALL
    SELECT c.name, c.phone, r.at, 'promise', r.text, 0, o.due
      FROM reminder r JOIN contact c ON c.id = r.contact LEFT JOIN reminder_open o ON o.reminder = r.id
     WHERE r.text IS NOT NULL
     ORDER BY 3)";
  for (Rows row = database.query(sql); row.next();) {
    sheet.text(row.get<std::string_view>(0)).text(row.get<std::string_view>(1)).moment(row.get<Instant>(2));
    sheet.text(row.get<std::string_view>(3)).text(row.get<std::string_view>(4)).yes_or_no(row.get<bool>(5));
    sheet.text(row.get<std::string_view>(6)).end_row();
  }
}

void write_stock(Sheet& sheet, const Database& database) {
  sheet.head({"code", "name", "options", "place", "on_hand", "low_mark", "cost", "price"});
  constexpr std::string_view sql = R"(
    SELECT p.code, p.name, (SELECT group_concat(value, ' · ') FROM json_each(p.option_values)),
           coalesce((SELECT name FROM contact WHERE id = pl.partner), pl.name), coalesce(h.quantity, 0), p.low_mark, p.cost, p.price
      FROM product p CROSS JOIN place pl LEFT JOIN on_hand h ON h.product = p.id AND h.place = pl.id
     WHERE p.tracked = 1 AND p.hidden = 0 AND (p.parent IS NOT NULL OR p.option_names = '[]')
       AND (pl.partner IS NULL OR h.quantity <> 0)
     ORDER BY p.position, p.name, p.code, pl.position, pl.id)";
  for (Rows row = database.query(sql); row.next();) {
    for (int i = 0; i <= 3; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.quantity(row.get<Quantity>(4)).quantity(row.get<std::optional<Quantity>>(5));
    sheet.money(row.get<std::optional<Money>>(6)).money(row.get<Money>(7)).end_row();
  }
}

// Every entry between the shop and its partners, of all books, oldest first.
void write_orders(Sheet& sheet, const Database& database, const Profile& profile) {
  sheet.head({"number",          "asked",         "client",       "what",     "notes",    "stage",
              "promised",        "delivery",      "courier",      "tracking", "quantity", "price",
              "deposit",         "hours_planned", "hours_worked", "kind",     "scope",    "revisions_agreed",
              "revisions_given", "invoice_due"});
  const Zone zone = profile.clock();
  constexpr std::string_view sql = R"(
    SELECT o.number, o.asked_at, coalesce(nullif(c.name, ''), c.phone), o.what, o.notes, o.stage, o.promised, o.delivery,
           o.courier, o.tracking, o.quantity, o.price, coalesce(d.amount, 0), o.minutes,
           (SELECT coalesce(sum(w.minutes), 0) FROM order_work w WHERE w.custom_order = o.id),
           o.kind, o.scope, o.revisions_agreed,
           (SELECT coalesce(sum(r.count), 0) FROM order_revision r WHERE r.custom_order = o.id), o.invoice_due
      FROM custom_order o JOIN contact c ON c.id = o.client LEFT JOIN deposit d ON d.custom_order = o.id
     ORDER BY o.number)";
  for (Rows row = database.query(sql); row.next();) {
    sheet.text(std::to_string(row.get<std::int64_t>(0))).text(zone.local(row.get<Instant>(1)).date.iso());
    for (int i = 2; i <= 9; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.quantity(row.get<Quantity>(10)).money(row.get<Money>(11)).money(row.get<Money>(12));
    for (int i = 13; i <= 14; ++i) sheet.quantity(Quantity{row.get<std::int64_t>(i) * 1'000 / 60});
    sheet.text(row.get<std::string_view>(15)).text(row.get<std::string_view>(16));
    for (int i = 17; i <= 18; ++i) sheet.text(std::to_string(row.get<std::int64_t>(i)));
    sheet.text(row.get<std::string_view>(19)).end_row();
  }
}

void write_consignment(Sheet& sheet, const Database& database) {
  sheet.head({"date", "partner", "book", "number", "kind", "code", "name", "options", "receipt", "quantity", "proceeds",
              "amount", "paid_by", "text"});
  constexpr std::string_view sql = R"(
    SELECT e.business_date, coalesce(c.name, c.phone), e.book, e.n, e.kind, p.code, p.name,
           (SELECT group_concat(value, ' · ') FROM json_each(p.option_values)), s.number, e.quantity, e.proceeds,
           e.amount, e.paid_by, e.text
      FROM partner_entry e JOIN contact c ON c.id = e.partner LEFT JOIN product p ON p.id = e.product
      LEFT JOIN sale s ON s.id = e.sale
     ORDER BY e.rowid)";
  for (Rows row = database.query(sql); row.next();) {
    for (int i = 0; i <= 8; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.quantity(row.get<Quantity>(9)).money(row.get<Money>(10)).money(row.get<Money>(11));
    for (int i = 12; i <= 13; ++i) sheet.text(row.get<std::string_view>(i));
    sheet.end_row();
  }
}

void write_payments(Sheet& sheet, const Database& database) {
  sheet.head(
      {"number", "kind", "time", "date", "method", "amount", "received", "change", "waiting", "later", "reference"});
  constexpr std::string_view sql = R"(
    SELECT s.number, s.kind, p.at, p.business_date, p.method, p.amount, p.received, p.change,
           p.waiting AND NOT EXISTS (SELECT 1 FROM payment_seen e WHERE e.payment = p.id), p.later, p.reference
      FROM payment p JOIN sale s ON s.id = p.sale
     ORDER BY p.at, p.id)";
  for (Rows row = database.query(sql); row.next();) {
    sheet.text(row.get<std::string_view>(0)).text(row.get<std::string_view>(1)).moment(row.get<Instant>(2));
    sheet.text(row.get<std::string_view>(3)).text(row.get<std::string_view>(4));
    for (int i = 5; i <= 7; ++i) sheet.money(row.get<Money>(i));
    sheet.yes_or_no(row.get<bool>(8)).yes_or_no(row.get<bool>(9)).text(row.get<std::string_view>(10)).end_row();
  }
}

void write_table(Sheet& sheet, const Database& database, const Profile& profile, ExportTable table) {
  switch (table) {
    case ExportTable::Products:
      return write_products(sheet, database);
    case ExportTable::Sales:
      return write_sales(sheet, database);
    case ExportTable::Lines:
      return write_lines(sheet, database);
    case ExportTable::Payments:
      return write_payments(sheet, database);
    case ExportTable::Customers:
      return write_customers(sheet, database);
    case ExportTable::Stock:
      return write_stock(sheet, database);
    case ExportTable::Orders:
      return write_orders(sheet, database, profile);
    case ExportTable::Consignment:
      return write_consignment(sheet, database);
    case ExportTable::Notes:
      return write_notes(sheet, database);
  }
  LAPAK_ASSERT(false);
}

struct Subject {
  ExportTable table;
  std::string_view code, name;
};
constexpr std::array kSubjects{Subject{ExportTable::Products, "products", N_("Items and prices")},
                               Subject{ExportTable::Sales, "sales", N_("Sales")},
                               Subject{ExportTable::Lines, "lines", N_("Items sold")},
                               Subject{ExportTable::Payments, "payments", N_("Payments")},
                               Subject{ExportTable::Customers, "contacts", N_("People")},
                               Subject{ExportTable::Notes, "notes", N_("Notes")},
                               Subject{ExportTable::Stock, "stock", N_("Stock")},
                               Subject{ExportTable::Orders, "orders", N_("Orders")},
                               Subject{ExportTable::Consignment, "consignment", N_("Goods of makers")}};

XlsxSheet sheet_of(const Database& database, const Profile& profile, const Subject& subject) {
  XlsxSheet made{std::string(profile.words()(subject.name)), {}};
  Sheet sheet(profile, &made);
  write_table(sheet, database, profile, subject.table);
  return made;
}

}  // namespace

std::optional<ExportTable> find_export_table(std::string_view name) {
  if (name == "customers") return ExportTable::Customers;
  const auto subject = std::ranges::find(kSubjects, name, &Subject::code);
  return subject == kSubjects.end() ? std::nullopt : std::optional(subject->table);
}

std::string export_csv(const Database& database, const Profile& profile, ExportTable table) {
  Sheet sheet(profile);
  write_table(sheet, database, profile, table);
  return sheet.bytes();
}

std::string export_xlsx(const Database& database, const Profile& profile, std::optional<ExportTable> table) {
  std::vector<XlsxSheet> sheets;
  for (const Subject& subject : kSubjects)
    if (!table || subject.table == *table) sheets.push_back(sheet_of(database, profile, subject));
  return xlsx(sheets);
}

std::string report_csv(const Report& report, const Profile& profile) {
  const int decimals = profile.money().decimals;
  CsvWriter csv;
  for (const char* name : {"section", "key", "name", "count", "quantity", "amount"}) csv.text(name);
  csv.end_row();
  const auto row = [&](std::string_view section, std::string_view key, std::string_view name,
                       std::optional<std::int64_t> count, std::optional<Quantity> quantity,
                       std::optional<Money> amount) {
    csv.text(section);
    csv.text(key);
    csv.text(name);
    csv.number(count ? std::to_string(*count) : "");
    csv.number(quantity ? plain_decimal(quantity->thousandths, 3) : "");
    csv.number(amount ? plain_decimal(amount->minor, decimals) : "");
    csv.end_row();
  };
  row("total", "sales", "", report.sales_count, report.items_sold, report.gross_sales);
  row("total", "discounts", "", {}, {}, report.discounts);
  row("total", "refunds", "", report.refund_count, {}, report.refunds);
  row("total", "net_sales", "", {}, {}, report.net_sales);
  row("total", "tax", "", {}, {}, report.tax);
  row("total", "rounding", "", {}, {}, report.rounding);
  row("total", "tips", "", {}, {}, report.tips);
  row("total", "owed", "", {}, {}, report.owed);
  for (const auto& r : report.by_payment) row("payment", std::string(method_code(r.method)), "", r.count, {}, r.amount);
  for (const auto& r : report.by_day) row("day", r.date.iso(), "", r.sales_count, {}, r.net_sales);
  for (const auto& r : report.by_product) row("product", r.code, r.name, {}, r.quantity, r.net_sales);
  for (const auto& r : report.by_category) row("category", "", r.name, {}, r.quantity, r.net_sales);
  for (const auto& r : report.by_hour) row("hour", std::to_string(r.hour), "", r.sales_count, {}, r.net_sales);
  for (const auto& r : report.by_seller) row("seller", "", r.name, r.sales_count, {}, r.net_sales);
  return csv.bytes();
}

std::string table_csv(const ReportTable& table, const Profile& profile) {
  CsvWriter csv;
  for (const std::string& column : table.columns) csv.text(column);
  csv.end_row();
  for (const std::vector<ReportCell>& row : table.rows) {
    for (const ReportCell& cell : row) {
      if (const auto* text = std::get_if<std::string>(&cell)) csv.text(*text);
      if (const auto* count = std::get_if<std::int64_t>(&cell)) csv.number(std::to_string(*count));
      if (const auto* quantity = std::get_if<Quantity>(&cell)) csv.number(plain_decimal(quantity->thousandths, 3));
      if (const auto* amount = std::get_if<Money>(&cell))
        csv.number(plain_decimal(amount->minor, profile.money().decimals));
    }
    csv.end_row();
  }
  return csv.bytes();
}

}  // namespace lapak
