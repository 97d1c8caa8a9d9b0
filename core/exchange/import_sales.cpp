// exchange: past sales from another program's table.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "core/exchange/import_reading.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"number", Need::Required,
              "number nomor nostruk invoiceno invoicenumber receiptnumber orderid transactionid"},
    FieldName{"quantity", Need::Required, "quantity qty jumlah jml lineitemquantity"},
    FieldName{"time", Need::Required, "invoicedate createdat saledate datetime date tanggal time waktu"},
    FieldName{"code", Need::Optional, "code kode sku stockcode lineitemsku"},
    FieldName{"name", Need::Optional, "lineitemname itemname description deskripsi item name nama barang"},
    FieldName{"price", Need::Optional, "price harga unitprice hargasatuan lineitemprice"},
    FieldName{"amount", Need::Optional, "amount netsales itemtotal linetotal grosssales"},
    FieldName{"customer", Need::Optional, "customer customerid pembeli pelanggan customername buyer"},
    FieldName{"currency", Need::Optional, "currency matauang"}};

// A table of past sales, row by row.
class SalesReading {
 public:
  SalesReading(const Reading& reading, const Profile& profile)
      : reading_(reading), currency_(profile.money()), zone_(profile.clock()) {
    const CsvTable& table = reading.table;
    const auto column = [&](std::string_view field) { return reading.columns.column(field); };
    price_ = column("price");
    amount_ = column("amount");
    code_ = column("code");
    name_ = column("name");
    customer_ = column("customer");
    currency_column_ = column("currency");
    number_ = *column("number");
    quantity_ = *column("quantity");
    time_ = *column("time");
    const NumberStyle fallback = profile.words().number_style();
    price_style_ = number_style_of(table, price_, currency_, fallback);
    amount_style_ = number_style_of(table, amount_, currency_, price_style_);
    quantity_style_ = number_style_of(table, quantity_, currency_, price_style_);
    const bool is_american = currency_.code == "USD" && profile.language == "en";
    date_order_ = date_order_of(table, time_, is_american ? DateOrder::MonthFirst : DateOrder::DayFirst);
  }

  Result<std::string> number(std::size_t row) const {
    const std::string_view text = cell(row, number_);
    if (trimmed(text).empty()) return std::unexpected(reading_.empty_cell("number"));
    return checked_name(text);
  }
  // A number that went through a program of floating points: "17850.0" is 17850.
  std::string_view customer(std::size_t row) const {
    const std::string_view text = trimmed(cell(row, customer_));
    const std::string_view whole = text.substr(0, text.size() - std::min<std::size_t>(text.size(), 2));
    const bool is_decimal =
        text.ends_with(".0") && !whole.empty() && whole.find_first_not_of("0123456789") == whole.npos;
    return is_decimal ? whole : text;
  }

  Result<Instant> time(std::size_t row) {
    const std::string_view text = cell(row, time_);
    if (trimmed(text).empty()) return std::unexpected(reading_.empty_cell("time"));
    if (text == last_time_text_) return last_time_;  // the lines of one invoice
    const auto moment = parse_moment(text, date_order_, zone_);
    if (moment) {
      last_time_text_ = text;
      last_time_ = *moment;
    }
    return moment;
  }

  Result<ImportedLine> line(std::size_t row) const {
    const std::string_view its_currency = trimmed(cell(row, currency_column_));
    if (!its_currency.empty() && find_currency(its_currency) != &currency_)
      return refuse(ProblemCode::CsvCurrencyDiffers, std::string(its_currency));
    ImportedLine line;
    if (const auto words = read_words(row, line); !words) return std::unexpected(words.error());
    if (const auto quantity = read_quantity(row, line); !quantity) return std::unexpected(quantity.error());
    if (const auto money = read_money(row, line); !money) return std::unexpected(money.error());
    return line;
  }

 private:
  std::string_view cell(std::size_t row, std::optional<std::size_t> column) const {
    return column ? reading_.table.cell(row, *column) : std::string_view();
  }

  Result<void> read_words(std::size_t row, ImportedLine& line) const {
    const std::string_view code = trimmed(cell(row, code_)), name = cell(row, name_);
    if (code.empty() && trimmed(name).empty()) return std::unexpected(reading_.empty_cell(code_ ? "code" : "name"));
    if (!code.empty()) {
      auto checked = checked_code(code);
      if (!checked) return std::unexpected(checked.error());
      line.code = std::move(*checked);
    }
    // The line keeps its blanks: they are what the other program wrote.
    if (!trimmed(name).empty())
      if (const auto checked = checked_name(name); !checked) return std::unexpected(checked.error());
    line.name = name;
    return {};
  }

  Result<void> read_quantity(std::size_t row, ImportedLine& line) const {
    const std::string_view text = trimmed(cell(row, quantity_));
    if (text.empty()) return std::unexpected(reading_.empty_cell("quantity"));
    const auto quantity = parse_quantity(text, quantity_style_);
    if (!quantity) return std::unexpected(quantity.error());
    if (quantity->is_zero()) return refuse(ProblemCode::QuantityZero);
    line.quantity = *quantity;
    return {};
  }

  // The price of one piece and the amount of the line, from whichever the file has.
  Result<void> read_money(std::size_t row, ImportedLine& line) const {
    if (const std::string_view text = trimmed(cell(row, price_)); !text.empty()) {
      const auto price = parse_number(text, price_style_);
      if (!price) return std::unexpected(price.error());
      const auto amount = amount_of(*price, line.quantity, currency_.decimals);
      const auto shown = amount_of(*price, Quantity::of(1), currency_.decimals);
      if (!amount || !shown) return refuse(ProblemCode::AmountTooLarge);
      line.amount = *amount;
      line.price = *shown;
      return {};
    }
    const std::string_view text = trimmed(cell(row, amount_));
    if (text.empty()) return std::unexpected(reading_.empty_cell(price_ ? "price" : "amount"));
    const auto amount = parse_exact_money(text, amount_style_, currency_);
    if (!amount) return std::unexpected(amount.error());
    line.amount = *amount;
    line.price = part_of(*amount, Fraction{1000, std::abs(line.quantity.thousandths)});
    return {};
  }

  const Reading& reading_;
  const Currency& currency_;
  Zone zone_;
  std::size_t number_, quantity_, time_;
  std::optional<std::size_t> price_, amount_, code_, name_, customer_, currency_column_;
  NumberStyle price_style_, amount_style_, quantity_style_;
  DateOrder date_order_;
  std::string last_time_text_;
  Instant last_time_;
};

enum class Part { Sold, Refunded, Vanished };

Part part_of_invoice(const ImportedLine& line) {
  if (line.amount < Money{}) return Part::Refunded;
  const bool left_for_nothing = line.amount.is_zero() && line.price.is_zero() && line.quantity < Quantity{};
  return left_for_nothing && !line.code.empty() ? Part::Vanished : Part::Sold;
}

struct Invoice {
  std::string number;
  std::size_t first_row = 0;
  Instant at;
  std::string customer;
  std::vector<ImportedLine> sold, refunded, vanished;
};

// The invoices of a file in the order they begin, each with its lines from wherever they stand.
class Invoices {
 public:
  Invoice& of(std::string number, std::size_t row, Instant at) {
    if (last_ && last_->number == number) return *last_;
    const auto [place, is_new] = places_.try_emplace(number, invoices_.size());
    if (is_new) invoices_.push_back(Invoice{.number = std::move(number), .first_row = row, .at = at});
    return *(last_ = &invoices_[place->second]);
  }
  std::deque<Invoice>& all() { return invoices_; }

 private:
  std::deque<Invoice> invoices_;  // grows without moving what stands in it
  Invoice* last_ = nullptr;
  std::unordered_map<std::string, std::size_t> places_;
};

// What was imported before, by number: whether as sale, refund or correction, and its total.
class ImportedBefore {
 public:
  explicit ImportedBefore(const Database& database) {
    for (Rows rows = database.query("SELECT number, kind, total FROM sale WHERE source = ?", kCsvSource); rows.next();)
      totals_[rows.get<std::string>(1) == "refund"].emplace(rows.get<std::string>(0), rows.get<Money>(2));
    for (Rows rows = database.query("SELECT DISTINCT source FROM movement WHERE kind = 'corrected'"); rows.next();)
      corrections_.insert(rows.get<std::string>(0));
  }

  std::optional<Money> total(const std::string& number, Part part) const {
    const auto& totals = totals_[part == Part::Refunded];
    const auto found = totals.find(number);
    return found == totals.end() ? std::nullopt : std::optional(found->second);
  }
  bool has_correction(const std::string& number) const {
    return corrections_.contains(std::string(kCsvSource) + " " + number);
  }

 private:
  std::array<std::unordered_map<std::string, Money>, 2> totals_;  // of sales, of refunds
  std::unordered_set<std::string> corrections_;
};

// A line without a name has that of its product elsewhere in the file, or its code.
void name_the_nameless(std::vector<ImportedLine>& lines, const std::unordered_map<std::string, std::string>& names) {
  for (ImportedLine& line : lines) {
    if (!trimmed(line.name).empty()) continue;
    const auto found = names.find(line.code);
    line.name = found == names.end() ? line.code : found->second;
  }
}

}  // namespace

Result<ImportPlan<ImportSales>> plan_sales(const Database& database, const Profile& profile, const CsvTable& table,
                                           const ColumnChoice& choice) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  for (const auto& [one, other] : {std::pair{"price", "amount"}, {"code", "name"}})
    if (!columns->has(one) && !columns->has(other)) return refuse(ProblemCode::CsvColumnMissing, std::string(one));

  ImportPlan<ImportSales> plan;
  ImportCounts& counts = plan.counts;
  const Reading reading{table, *columns, counts};
  SalesReading sales(reading, profile);
  Invoices invoices;
  std::unordered_map<std::string, std::string> names;  // the first one of each code
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!reading.has_its_cells(row)) continue;
    auto number = sales.number(row);
    const auto at = sales.time(row);
    auto line = sales.line(row);
    if (!number || !at || !line) {
      reading.refuse_row(row, !number ? number.error() : !at ? at.error() : line.error());
      continue;
    }
    if (!trimmed(line->name).empty() && !names.contains(line->code)) names.emplace(line->code, line->name);
    Invoice& invoice = invoices.of(std::move(*number), row, *at);
    if (invoice.customer.empty()) invoice.customer = sales.customer(row);
    switch (part_of_invoice(*line)) {
      case Part::Sold:
        invoice.sold.push_back(std::move(*line));
        break;
      case Part::Refunded:
        invoice.refunded.push_back(std::move(*line));
        break;
      case Part::Vanished:
        invoice.vanished.push_back(std::move(*line));
        break;
    }
  }

  const ImportedBefore before(database);
  for (Invoice& invoice : invoices.all()) {
    for (const auto& [part, lines] : {std::pair{Part::Sold, &invoice.sold}, {Part::Refunded, &invoice.refunded}}) {
      if (lines->empty()) continue;
      Money total;
      for (const ImportedLine& line : *lines) total += line.amount;
      if (const Result<Money> kept = bounded(total); !kept) {
        reading.refuse_row(invoice.first_row, kept.error());
        continue;
      }
      if (const auto known = before.total(invoice.number, part)) {
        if (*known == total)
          counts.same_rows += std::ssize(*lines);
        else
          reading.refuse_row(invoice.first_row, {ProblemCode::ImportedDifferently, {invoice.number}});
        continue;
      }
      counts.new_rows += std::ssize(*lines);
      name_the_nameless(*lines, names);
      plan.command.sales.push_back({.source = std::string(kCsvSource),
                                    .number = invoice.number,
                                    .at = invoice.at,
                                    .customer = invoice.customer,
                                    .lines = std::move(*lines)});
    }
    if (before.has_correction(invoice.number)) {
      counts.same_rows += std::ssize(invoice.vanished);
      continue;
    }
    counts.new_rows += std::ssize(invoice.vanished);
    name_the_nameless(invoice.vanished, names);
    for (ImportedLine& line : invoice.vanished)
      plan.command.corrections.push_back({.source = std::string(kCsvSource),
                                          .number = invoice.number,
                                          .at = invoice.at,
                                          .code = std::move(line.code),
                                          .name = std::move(line.name),
                                          .quantity = line.quantity});
  }
  std::ranges::stable_sort(counts.refused, {}, &RefusedRow::row);
  return plan;
}

}  // namespace lapak
