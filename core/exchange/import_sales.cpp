// exchange: past sales from another program's table.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "core/exchange/import_reading.h"
#include "core/exchange/sales_form.h"
#include "core/words/words.h"

namespace lapak {
namespace {

// A table of past sales, row by row.
class SalesReading {
 public:
  SalesReading(const Reading& reading, const Profile& profile, SalesForm form)
      : reading_(reading), form_(form), words_(profile.words()), currency_(profile.money()), zone_(profile.clock()) {
    const CsvTable& table = reading.table;
    const auto column = [&](std::string_view field) { return reading.columns.column(field); };
    price_ = column("price");
    amount_ = column("amount");
    code_ = column("code");
    name_ = column("name");
    customer_ = column("customer");
    currency_column_ = column("currency");
    number_ = *column("number");
    quantity_ = column("quantity");
    time_ = *column("time");
    const bool is_plain = form == SalesForm::Plain;
    const NumberStyle fallback = is_plain ? profile.words().number_style() : NumberStyle::PointDecimal;
    price_style_ = number_style_of(table, price_, currency_, fallback);
    amount_style_ = number_style_of(table, amount_, currency_, price_style_);
    quantity_style_ = number_style_of(table, quantity_, currency_, price_style_);
    const bool is_american =
        form == SalesForm::EtsyItems || (currency_.code == "USD" && (!is_plain || profile.language == "en"));
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

  bool says(std::size_t row, std::string_view field) const { return !reading_.trimmed_cell(row, field).empty(); }
  bool has_time(std::size_t row) const { return !trimmed(cell(row, time_)).empty(); }
  Result<Instant> time(std::size_t row) {
    if (!has_time(row)) return std::unexpected(reading_.empty_cell("time"));
    std::string text(cell(row, time_));
    if (const auto clock = reading_.trimmed_cell(row, "clock"); !clock.empty()) (text += ' ') += clock;
    if (text == last_time_text_) return last_time_;  // the lines of one invoice
    const auto moment = parse_moment(text, date_order_, zone_);
    if (moment) {
      last_time_text_ = std::move(text);
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
    if (form_ == SalesForm::Plain) return line;
    const auto discount = money(row, "discount");
    if (!discount) return std::unexpected(discount.error());
    const Money taken_off = discount->minor < 0 ? -*discount : *discount;
    if (line.amount > Money{}) line.amount -= std::min(taken_off, line.amount);
    const bool is_refund = folded(reading_.trimmed_cell(row, "kind")).starts_with("refund");
    if (is_refund && line.amount > Money{}) line.amount = -line.amount;
    if (line.amount < Money{} && line.quantity > Quantity{}) line.quantity = -line.quantity;
    return line;
  }

  // Rows of a program that are about no piece and no money.
  bool says_nothing(std::size_t row) const {
    if (form_ == SalesForm::Plain) return false;
    const bool has_money = !trimmed(cell(row, price_)).empty() || !trimmed(cell(row, amount_)).empty();
    return !has_money && trimmed(cell(row, name_)).empty() && trimmed(cell(row, code_)).empty();
  }
  // What was never paid, or taken back before it counted.
  bool is_void(std::size_t row) const {
    constexpr std::array<std::string_view, 7> states{"pending", "authorized", "voided",  "expired",
                                                     "unpaid",  "cancelled",  "canceled"};
    return std::ranges::find(states, folded(reading_.trimmed_cell(row, "state"))) != states.end();
  }
  // Empty cells are nothing; "--" is how Etsy and Square write none, "($1.00)" less than none.
  Result<Money> money(std::size_t row, std::string_view field) const {
    const std::string text = plain_amount(reading_.trimmed_cell(row, field));
    if (text.empty()) return Money{};
    return parse_exact_money(text, price_style_, currency_);
  }

 private:
  std::string_view cell(std::size_t row, std::optional<std::size_t> column) const {
    return column ? reading_.table.cell(row, *column) : std::string_view();
  }

  Result<void> read_words(std::size_t row, ImportedLine& line) const {
    const std::string_view code = trimmed(cell(row, code_));
    std::string name(cell(row, name_));
    if (const auto variation = reading_.trimmed_cell(row, "variation");
        !variation.empty() && folded(variation) != "regular" && !trimmed(name).empty())
      (name += " · ") += variation;
    if (form_ != SalesForm::Plain && code.empty() && trimmed(name).empty()) name = words_(N_("Sale"));
    if (code.empty() && trimmed(name).empty()) return std::unexpected(reading_.empty_cell(code_ ? "code" : "name"));
    if (!code.empty()) {
      auto checked = checked_code(code);
      if (!checked) return std::unexpected(checked.error());
      line.code = std::move(*checked);
    }
    // The line keeps its blanks: they are what the other program wrote.
    if (!trimmed(name).empty())
      if (const auto checked = checked_name(name); !checked) return std::unexpected(checked.error());
    line.name = std::move(name);
    return {};
  }

  Result<void> read_quantity(std::size_t row, ImportedLine& line) const {
    if (has_whole_sales(form_)) {
      line.quantity = Quantity::of(1);
      return {};
    }
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
    if (const std::string text = plain_amount(trimmed(cell(row, price_))); !text.empty()) {
      const auto price = parse_number(text, price_style_);
      if (!price) return std::unexpected(price.error());
      const auto amount = amount_of(*price, line.quantity, currency_.decimals);
      const auto shown = amount_of(*price, Quantity::of(1), currency_.decimals);
      if (!amount || !shown) return refuse(ProblemCode::AmountTooLarge);
      line.amount = *amount;
      line.price = *shown;
      return {};
    }
    const std::string text = plain_amount(trimmed(cell(row, amount_)));
    if (text.empty()) return std::unexpected(reading_.empty_cell(price_ ? "price" : "amount"));
    const auto amount = parse_exact_money(text, amount_style_, currency_);
    if (!amount) return std::unexpected(amount.error());
    line.amount = *amount;
    line.price = part_of(*amount, Fraction{1000, std::abs(line.quantity.thousandths)});
    return {};
  }

  static std::string plain_amount(std::string_view text) {
    if (text == "--" || text == "-") return {};
    if (text.size() > 2 && text.front() == '(' && text.back() == ')')
      return "-" + std::string(text.substr(1, text.size() - 2));
    return std::string(text);
  }

  const Reading& reading_;
  SalesForm form_;
  const Words& words_;
  const Currency& currency_;
  Zone zone_;
  std::size_t number_, time_;
  std::optional<std::size_t> quantity_, price_, amount_, code_, name_, customer_, currency_column_;
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
  // Of an order as a whole, where its program says so.
  std::optional<Money> subtotal;
  Money shipping, refunded_later;
  bool is_void = false;
  std::vector<std::int64_t> rows;  // that became lines, as a spreadsheet numbers them
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
  const Invoice* find(const std::string& number) const {
    const auto place = places_.find(number);
    return place == places_.end() ? nullptr : &invoices_[place->second];
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
  ImportedBefore(const Database& database, std::string_view source) : source_(source) {
    for (Rows rows = database.query("SELECT number, kind, total FROM sale WHERE source = ?", source); rows.next();)
      totals_[rows.get<std::string>(1) == "refund"].emplace(rows.get<std::string>(0), rows.get<Money>(2));
    for (Rows rows = database.query("SELECT DISTINCT source FROM movement WHERE kind = 'corrected'"); rows.next();)
      corrections_.insert(rows.get<std::string>(0));
  }

  std::optional<Money> total(const std::string& number, Part part) const {
    const auto& totals = totals_[part == Part::Refunded];
    const auto found = totals.find(number);
    return found == totals.end() ? std::nullopt : std::optional(found->second);
  }
  bool has_correction(const std::string& number) const { return corrections_.contains(source_ + " " + number); }

 private:
  std::string source_;
  std::array<std::unordered_map<std::string, Money>, 2> totals_;  // of sales, of refunds
  std::unordered_set<std::string> corrections_;
};

Money total_of(const std::vector<ImportedLine>& lines) {
  Money total;
  for (const ImportedLine& line : lines) total += line.amount;
  return total;
}

// What an order's program says of the whole of it: a discount is shared out over its lines, shipping is a line of its
// own, and what was given back later is a refund: of every line when it was all of it.
void settle_order(Invoice& invoice, const Words& words) {
  const Money gross = total_of(invoice.sold);
  if (invoice.subtotal && *invoice.subtotal < gross) {
    std::vector<std::int64_t> weights;
    for (const ImportedLine& line : invoice.sold) weights.push_back(line.amount.minor);
    const std::vector<Money> shares = share_out(gross - *invoice.subtotal, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) invoice.sold[i].amount -= shares[i];
  }
  if (invoice.shipping > Money{})
    invoice.sold.push_back({.code = {},
                            .name = std::string(words(N_("Shipping"))),
                            .quantity = Quantity::of(1),
                            .price = invoice.shipping,
                            .amount = invoice.shipping});
  if (invoice.refunded_later <= Money{}) return;
  if (invoice.refunded_later < total_of(invoice.sold)) {
    invoice.refunded.push_back({.code = {},
                                .name = std::string(words(N_("Refund"))),
                                .quantity = Quantity::of(-1),
                                .price = invoice.refunded_later,
                                .amount = -invoice.refunded_later});
    return;
  }
  for (ImportedLine line : invoice.sold) {
    line.quantity = -line.quantity;
    line.amount = -line.amount;
    invoice.refunded.push_back(std::move(line));
  }
}

// What the first row of an order says of all of it.
Result<void> read_order(const SalesReading& sales, std::size_t row, Invoice& invoice) {
  if (sales.is_void(row)) invoice.is_void = true;
  const auto shipping = sales.money(row, "shipping"), refunded = sales.money(row, "refunded"),
             subtotal = sales.money(row, "subtotal");
  for (const auto* amount : {&shipping, &refunded, &subtotal})
    if (!*amount) return std::unexpected(amount->error());
  invoice.shipping = std::max(invoice.shipping, *shipping);  // Etsy repeats it
  invoice.refunded_later = std::max(invoice.refunded_later, *refunded);
  if (!invoice.subtotal && sales.says(row, "subtotal")) invoice.subtotal = *subtotal;
  return {};
}

// The rows of a table as invoices; what cannot be read is refused.
class InvoiceReading {
 public:
  InvoiceReading(const Reading& reading, SalesReading& sales, SalesForm form)
      : reading_(reading), sales_(sales), form_(form) {}

  void read(std::size_t row) {
    if (!reading_.has_its_cells(row)) return;
    if (sales_.says_nothing(row)) return reading_.counts.left_out.push_back(reading_.table.number(row));
    auto number = sales_.number(row);
    const Invoice* begun = number && form_ != SalesForm::Plain ? invoices_.find(*number) : nullptr;
    const auto at = begun && !sales_.has_time(row) ? Result<Instant>(begun->at) : sales_.time(row);
    auto line = sales_.line(row);
    if (!number || !at || !line)
      return reading_.refuse_row(row, !number ? number.error() : !at ? at.error() : line.error());
    if (!trimmed(line->name).empty() && !names_.contains(line->code)) names_.emplace(line->code, line->name);
    Invoice& invoice = invoices_.of(std::move(*number), row, *at);
    if (invoice.customer.empty()) invoice.customer = sales_.customer(row);
    if (const auto order = read_order(sales_, row, invoice); !order) return reading_.refuse_row(row, order.error());
    invoice.rows.push_back(reading_.table.number(row));
    lines_for(invoice, part_of_invoice(*line)).push_back(std::move(*line));
  }

  std::deque<Invoice>& invoices() { return invoices_.all(); }
  // A line without a name has that of its product elsewhere in the file, or its code.
  void name_the_nameless(std::vector<ImportedLine>& lines) const {
    for (ImportedLine& line : lines) {
      if (!trimmed(line.name).empty()) continue;
      const auto found = names_.find(line.code);
      line.name = found == names_.end() ? line.code : found->second;
    }
  }

 private:
  // Pieces that left for nothing are a correction in plain tables alone: a program's count its own stock.
  std::vector<ImportedLine>& lines_for(Invoice& invoice, Part part) const {
    if (part == Part::Refunded) return invoice.refunded;
    return part == Part::Vanished && form_ == SalesForm::Plain ? invoice.vanished : invoice.sold;
  }

  const Reading& reading_;
  SalesReading& sales_;
  SalesForm form_;
  Invoices invoices_;
  std::unordered_map<std::string, std::string> names_;  // the first one of each code
};

// What the invoices become in the shop, on top of what it has of them.
class SalesPlan {
 public:
  SalesPlan(const Database& database, const Reading& reading, const InvoiceReading& invoices, SalesForm form,
            ImportPlan<ImportSales>& plan)
      : before_(database, source_of(form)), reading_(reading), invoices_(invoices), form_(form), plan_(plan) {}

  void add(Invoice& invoice, const Words& words) {
    ImportCounts& counts = plan_.counts;
    if (invoice.is_void) {
      counts.left_out.insert(counts.left_out.end(), invoice.rows.begin(), invoice.rows.end());
      return;
    }
    const auto sold_rows = std::ssize(invoice.sold), refunded_rows = std::ssize(invoice.refunded);
    settle_order(invoice, words);
    const bool sold_is_new = add_part(invoice, Part::Sold, invoice.sold, sold_rows);
    const bool refund_is_new = add_part(invoice, Part::Refunded, invoice.refunded, refunded_rows);
    const bool is_refunded_since = refund_is_new && refunded_rows == 0 && !sold_is_new;
    if (is_refunded_since) --counts.same_rows, ++counts.changed_rows;
    add_corrections(invoice);
  }

 private:
  // Whether the shop does not have it yet. `rows`: so many of the file say it.
  bool add_part(const Invoice& invoice, Part part, std::vector<ImportedLine>& lines, std::int64_t rows) {
    if (lines.empty()) return false;
    ImportCounts& counts = plan_.counts;
    const Money total = total_of(lines);
    if (const Result<Money> kept = bounded(total); !kept) {
      reading_.refuse_row(invoice.first_row, kept.error());
      return false;
    }
    if (const auto known = before_.total(invoice.number, part)) {
      if (*known == total)
        counts.same_rows += rows;
      else
        reading_.refuse_row(invoice.first_row, {ProblemCode::ImportedDifferently, {invoice.number}});
      return false;
    }
    counts.new_rows += rows;
    invoices_.name_the_nameless(lines);
    plan_.command.sales.push_back({.source = std::string(source_of(form_)),
                                   .number = invoice.number,
                                   .at = invoice.at,
                                   .customer = invoice.customer,
                                   .lines = std::move(lines)});
    return true;
  }
  void add_corrections(Invoice& invoice) {
    if (before_.has_correction(invoice.number)) {
      plan_.counts.same_rows += std::ssize(invoice.vanished);
      return;
    }
    plan_.counts.new_rows += std::ssize(invoice.vanished);
    invoices_.name_the_nameless(invoice.vanished);
    for (ImportedLine& line : invoice.vanished)
      plan_.command.corrections.push_back({.source = std::string(source_of(form_)),
                                           .number = invoice.number,
                                           .at = invoice.at,
                                           .code = std::move(line.code),
                                           .name = std::move(line.name),
                                           .quantity = line.quantity});
  }

  ImportedBefore before_;
  const Reading& reading_;
  const InvoiceReading& invoices_;
  SalesForm form_;
  ImportPlan<ImportSales>& plan_;
};

}  // namespace

Result<ImportPlan<ImportSales>> plan_sales(const Database& database, const Profile& profile, const CsvTable& table,
                                           const ColumnChoice& choice) {
  const SalesForm form = sales_form_of(table);
  if (form == SalesForm::EtsyOrders) return refuse(ProblemCode::CsvColumnMissing, std::string("Item Name"));
  const auto columns = Columns::find(table, sales_fields(), sales_columns(table, choice));
  if (!columns) return std::unexpected(columns.error());
  if (!has_whole_sales(form) && !columns->has("quantity"))
    return refuse(ProblemCode::CsvColumnMissing, std::string("quantity"));
  for (const auto& [one, other] : {std::pair{"price", "amount"}, {"code", "name"}})
    if (!columns->has(one) && !columns->has(other)) return refuse(ProblemCode::CsvColumnMissing, std::string(one));

  ImportPlan<ImportSales> plan;
  const Reading reading{table, *columns, plan.counts};
  SalesReading sales(reading, profile, form);
  InvoiceReading invoices(reading, sales, form);
  for (std::size_t row = 0; row < table.row_count(); ++row) invoices.read(row);
  SalesPlan planned(database, reading, invoices, form, plan);
  for (Invoice& invoice : invoices.invoices()) planned.add(invoice, profile.words());
  std::ranges::stable_sort(plan.counts.refused, {}, &RefusedRow::row);
  std::ranges::sort(plan.counts.left_out);
  return plan;
}

}  // namespace lapak
