// sale: sales of another system, taken over as they are.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/text.h"
#include "core/catalog/catalog_commands.h"
#include "core/journal/fact.h"
#include "core/people/people_commands.h"
#include "core/sale/sale_commands.h"
#include "core/sale/sale_facts.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr std::size_t longest_code_bytes = kLongestName_bytes;

Result<void> check_text(const std::string& text) {
  if (text.size() > longest_code_bytes)
    return refuse(ProblemCode::NameTooLong, static_cast<std::int64_t>(text.size()),
                  static_cast<std::int64_t>(longest_code_bytes));
  if (!is_utf8(text)) return refuse(ProblemCode::TextNotUtf8);
  return {};
}

Result<void> check_quantity(Quantity quantity) {
  if (quantity > kLargestQuantity || quantity < -kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}

bool is_refund(const ImportedSale& sale) {
  for (const ImportedLine& line : sale.lines)
    if (line.amount < Money{}) return true;
  return false;
}

// Everything that could be wrong, so that nothing is once the first entry was handed out.
Result<void> check(const ImportedSale& sale) {
  for (const std::string* text : {&sale.source, &sale.number, &sale.customer})
    if (auto checked = check_text(*text); !checked) return checked;
  const bool refund = is_refund(sale);
  Money sum;
  for (const ImportedLine& line : sale.lines) {
    LAPAK_ASSERT(refund ? line.amount <= Money{} : line.amount >= Money{});
    for (const std::string* text : {&line.code, &line.name})
      if (auto checked = check_text(*text); !checked) return checked;
    if (auto checked = check_quantity(line.quantity); !checked) return checked;
    for (const Money amount : {line.price, line.amount})
      if (auto checked = bounded(amount); !checked) return std::unexpected(checked.error());
    sum += line.amount;
    if (auto checked = bounded(sum); !checked) return std::unexpected(checked.error());
  }
  return {};
}

Result<void> check(const ImportedCorrection& correction) {
  for (const std::string* text : {&correction.source, &correction.number, &correction.code, &correction.name})
    if (auto checked = check_text(*text); !checked) return checked;
  return check_quantity(correction.quantity);
}

// Products by their exact code: codes that differ only in case or blanks are different products.
class Codes {
 public:
  explicit Codes(const Deciding& deciding) : deciding_(deciding) {
    for (Rows rows = deciding.database.query("SELECT code, id FROM product WHERE code <> ''"); rows.next();)
      known_.emplace(rows.get<std::string>(0), rows.get<Id<Product>>(1));
  }

  void learn(const std::string& code, const std::string& name, Money price) {
    if (code.empty()) return;
    const auto known = known_.find(code);
    if (known != known_.end()) {
      // The first name that is one, and the price asked last.
      const auto made = made_.find(code);
      if (made == made_.end()) return;
      if (made->second.name == code && !trimmed(name).empty()) made->second.name = trimmed(name);
      if (price > Money{}) made->second.price = price;
      return;
    }
    Product product;
    product.id = deciding_.ids.next<Product>();
    product.code = code;
    product.name = trimmed(name).empty() ? code : std::string(trimmed(name));
    product.price = std::max(price, Money{});
    product.tracked = false;
    known_.emplace(code, product.id);
    order_.push_back(code);
    made_.emplace(code, std::move(product));
  }

  std::optional<Id<Product>> of(const std::string& code) const {
    if (code.empty()) return std::nullopt;
    return known_.at(code);
  }

  Decision made() const {
    Decision decision;
    for (const std::string& code : order_) decision.facts.push_back(product_saved(made_.at(code)));
    decision.outcome.kind = "import_products";
    return decision;
  }

 private:
  const Deciding& deciding_;
  std::unordered_map<std::string, Id<Product>> known_;
  std::unordered_map<std::string, Product> made_;
  std::vector<std::string> order_;
};

// What tells that a movement or a contact is that of this number of that source.
std::string known_as(const std::string& source, const std::string& number) {
  return source + " " + number;
}

// Customers by their number at the source, which makes a contact of each; where a contact of that very name stands in
// the shop already, and no second one, it is them.
class Customers {
 public:
  explicit Customers(const Deciding& deciding) : deciding_(deciding) {
    for (Rows rows = deciding.database.query("SELECT id, name, source, hidden FROM contact WHERE name IS NOT NULL");
         rows.next();) {
      const auto id = rows.get<Id<Contact>>(0);
      if (!rows.get<std::string_view>(2).empty()) known_.emplace(rows.get<std::string>(2), id);
      if (rows.get<bool>(3)) continue;
      const auto [place, is_new] = by_name_.try_emplace(rows.get<std::string>(1), id);
      if (!is_new) place->second.reset();
    }
  }

  void learn(const ImportedSale& sale) {
    if (sale.customer.empty()) return;
    const auto [place, is_new] = known_.try_emplace(known_as(sale.source, sale.customer));
    if (!is_new) {
      if (const auto made = made_.find(place->second); made != made_.end())
        made->second.met_at = std::min(made->second.met_at, sale.at);
      return;
    }
    const std::string name = checked_name(sale.customer).value_or(sale.customer);
    if (const auto namesake = by_name_.find(name); namesake != by_name_.end() && namesake->second) {
      place->second = *namesake->second;
      return;
    }
    place->second = deciding_.ids.next<Contact>();
    order_.push_back(place->second);
    made_.emplace(place->second, Contact{.id = place->second, .name = name, .met_at = sale.at, .source = place->first});
  }

  std::optional<Id<Contact>> of(const ImportedSale& sale) const {
    if (sale.customer.empty()) return std::nullopt;
    return known_.at(known_as(sale.source, sale.customer));
  }

  // An entry each, so that each can be forgotten.
  std::vector<Decision> made() const {
    std::vector<Decision> decisions;
    for (const Id<Contact>& id : order_) {
      Decision& decision = decisions.emplace_back();
      decision.facts.push_back(contact_saved(made_.at(id)));
      decision.outcome.kind = "import_customer";
    }
    return decisions;
  }

 private:
  const Deciding& deciding_;
  std::unordered_map<std::string, Id<Contact>> known_;                   // by source and number
  std::unordered_map<std::string, std::optional<Id<Contact>>> by_name_;  // nullopt: several have it
  std::unordered_map<Id<Contact>, Contact> made_;
  std::vector<Id<Contact>> order_;
};

Decision decide_sale(const ImportedSale& imported, const Codes& codes, const Customers& customers,
                     const Deciding& deciding) {
  Sale sale;
  sale.id = deciding.ids.next<Sale>();
  sale.number = imported.number;
  sale.source = imported.source;
  sale.kind = is_refund(imported) ? SaleKind::Refund : SaleKind::Sale;
  sale.at = imported.at;
  const LocalTime local = deciding.zone.local(imported.at);
  sale.business_date = local.date;
  sale.hour = local.hour;
  sale.customer = customers.of(imported);
  sale.lines.reserve(imported.lines.size());
  for (const ImportedLine& line : imported.lines) {
    sale.lines.push_back(SaleLine{.position = static_cast<int>(sale.lines.size()),
                                  .product = codes.of(line.code),
                                  .name = line.name,
                                  .quantity = line.quantity,
                                  .list_price = line.price,
                                  .agreed_price = line.price,
                                  .gross = line.amount,
                                  .line_discount = {},
                                  .cart_discount = {},
                                  .tax = {},
                                  .tax_of = {},
                                  .amount = line.amount,
                                  .returns = {},
                                  .to_stock = true,
                                  .note = {}});
    sale.gross += line.amount;
  }
  sale.total = sale.gross;
  Payment payment;
  payment.id = deciding.ids.next<Payment>();
  payment.method = Method::Imported;
  payment.amount = payment.received = sale.total;
  payment.at = sale.at;
  payment.business_date = sale.business_date;
  sale.payments.push_back(std::move(payment));
  Decision decision;
  decision.facts.push_back(sale_fact(sale, {}));
  decision.outcome = {.kind = "import_sale", .subject = sale.id.bytes, .label = sale.number, .is_undoable = false};
  return decision;
}

Decision decide_correction(const ImportedCorrection& correction, const Codes& codes, const Deciding& deciding) {
  Decision decision;
  decision.facts.push_back(moved(Movement{.id = deciding.ids.next<Movement>(),
                                          .product = codes.of(correction.code).value(),
                                          .place = home_place(deciding.database),
                                          .kind = MovementKind::Corrected,
                                          .quantity = correction.quantity,
                                          .sale = {},
                                          .source = known_as(correction.source, correction.number),
                                          .reason = {},
                                          .at = correction.at,
                                          .business_date = deciding.zone.local(correction.at).date}));
  decision.outcome.kind = "import_correction";
  return decision;
}

}  // namespace

Result<ImportCount> decide_import(const ImportSales& import, const Deciding& deciding,
                                  const std::function<void(Decision&&)>& take) {
  ImportCount count;
  Codes codes(deciding);
  Customers customers(deciding);
  std::vector<const ImportedSale*> new_sales;
  for (const ImportedSale& sale : import.sales) {
    if (auto checked = check(sale); !checked) return std::unexpected(checked.error());
    const SaleKind kind = is_refund(sale) ? SaleKind::Refund : SaleKind::Sale;
    if (is_known(deciding.database, sale.source, sale.number, kind)) {
      ++count.known;
      continue;
    }
    for (const ImportedLine& line : sale.lines) codes.learn(line.code, line.name, line.price);
    customers.learn(sale);
    new_sales.push_back(&sale);
    ++(kind == SaleKind::Refund ? count.refunds : count.sales);
  }
  std::unordered_set<std::string> known_corrections;
  if (!import.corrections.empty())
    for (Rows rows = deciding.database.query("SELECT DISTINCT source FROM movement WHERE kind = 'corrected'");
         rows.next();)
      known_corrections.insert(rows.get<std::string>(0));
  std::vector<const ImportedCorrection*> new_corrections;
  for (const ImportedCorrection& correction : import.corrections) {
    if (auto checked = check(correction); !checked) return std::unexpected(checked.error());
    if (correction.code.empty() || known_corrections.contains(known_as(correction.source, correction.number))) {
      ++count.known;
      continue;
    }
    codes.learn(correction.code, correction.name, Money{});
    new_corrections.push_back(&correction);
    ++count.corrections;
  }
  if (Decision products = codes.made(); !products.facts.empty()) {
    count.products = static_cast<std::int64_t>(products.facts.size());
    take(std::move(products));
  }
  std::vector<Decision> contacts = customers.made();
  count.customers = std::ssize(contacts);
  for (Decision& contact : contacts) take(std::move(contact));
  for (const ImportedSale* sale : new_sales) take(decide_sale(*sale, codes, customers, deciding));
  for (const ImportedCorrection* correction : new_corrections) take(decide_correction(*correction, codes, deciding));
  return count;
}

}  // namespace lapak
