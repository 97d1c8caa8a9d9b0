// exchange: what a set is made of, as a cell of our own list says it.
#include "core/exchange/set_cell.h"

#include "core/base/currency.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"

namespace lapak {
namespace {

std::string plain(Quantity quantity) {
  std::string digits = plain_decimal(quantity.thousandths, 3);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

}  // namespace

std::string set_cell(const Database& database, const Product& set) {
  std::string cell;
  for (const SetPart& part : set.parts) {
    const Product made_of = find_product(database, part.product).value();
    if (!cell.empty()) cell += '\n';
    cell += plain(part.quantity) + " " + (made_of.code.empty() ? "\"" + label_of(made_of) + "\"" : made_of.code);
  }
  return cell;
}

Result<std::vector<SetCellPart>> read_set_cell(std::string_view cell) {
  std::vector<SetCellPart> parts;
  while (!cell.empty()) {
    const std::string_view line = trimmed(cell.substr(0, cell.find('\n')));
    cell.remove_prefix(std::min(cell.find('\n'), cell.size() - 1) + 1);
    if (line.empty()) continue;
    const auto blank = line.find(' ');
    const Result<Quantity> quantity = parse_quantity(line.substr(0, blank), NumberStyle::PointDecimal);
    if (!quantity || blank == line.npos) return refuse(ProblemCode::NotAQuantity, std::string(line));
    const std::string_view what = trimmed(line.substr(blank));
    const bool is_label = what.size() > 2 && what.starts_with('"') && what.ends_with('"');
    SetCellPart& part = parts.emplace_back();
    part.quantity = *quantity;
    (is_label ? part.label : part.code) = is_label ? what.substr(1, what.size() - 2) : what;
  }
  return parts;
}

bool is_meant(const SetCellPart& part, const Product& product) {
  if (product.has_variants()) return false;
  return part.label.empty() ? product.code == part.code : product.code.empty() && label_of(product) == part.label;
}

std::optional<Product> find_meant(const Database& database, const SetCellPart& part) {
  if (part.label.empty()) return find_product_by_code(database, part.code);
  for (Rows rows = database.query("SELECT id FROM product WHERE code = '' AND option_names = '[]'"); rows.next();)
    if (auto product = find_product(database, rows.get<Id<Product>>(0)); product && is_meant(part, *product))
      return product;
  return std::nullopt;
}

}  // namespace lapak
