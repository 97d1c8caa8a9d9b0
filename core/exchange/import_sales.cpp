// exchange: past sales from another program's table.
#include <array>
#include <deque>

#include "core/exchange/import_reading.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"number", Need::Required, "number nomor nostruk invoiceno invoicenumber receiptnumber orderid transactionid"},
    FieldName{"quantity", Need::Required, "quantity qty jumlah jml lineitemquantity"},
    FieldName{"time", Need::Required, "invoicedate createdat saledate datetime date tanggal time waktu"},
    FieldName{"code", Need::Optional, "code kode sku stockcode lineitemsku"},
    FieldName{"name", Need::Optional, "lineitemname itemname description deskripsi item name nama barang"},
    FieldName{"price", Need::Optional, "price harga unitprice hargasatuan lineitemprice"},
    FieldName{"amount", Need::Optional, "amount netsales itemtotal linetotal grosssales"},
    FieldName{"customer", Need::Optional, "customer customerid pembeli pelanggan customername buyer"},
    FieldName{"currency", Need::Optional, "currency matauang"}};

// How a sales file writes things and where, decided once for all its rows.
struct Writing {
  const Currency& currency;
  Zone zone;
  NumberStyle quantities, prices, amounts;
  DateOrder dates;
};

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
  std::string_view customer(std::size_t row) const { return cell(row, customer_); }

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
      auto checked = checked_name(code);
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
      line.is_free = price->value == 0;
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

struct InvoiceLine {
  std::size_t row = 0;
  ImportedLine line;
};
enum class Part { Sold, Refunded, Vanished };

Part part_of_line(const ImportedLine& line);

struct Invoice {
  std::string number;
  std::size_t first_row = 0;
  Instant at;
  std::string customer;
  std::vector<ImportedLine> sold, refunded, vanished;
};

}  // namespace
}  // namespace lapak
