// catalog: what is sold.
#include "core/catalog/product.h"

#include "core/base/hex.h"
#include "core/base/text.h"

namespace lapak {
namespace {

Result<void> check_amount(const std::optional<Money>& amount) {
  if (!amount) return {};
  if (amount->minor < 0) return refuse(ProblemCode::AmountNegative);
  if (*amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  return {};
}

Result<std::string> optional_code(const std::string& text) {
  return trimmed(text).empty() ? Result<std::string>(std::string()) : checked_code(text);
}

}  // namespace

std::string variant_label(const Product& product) {
  std::string label;
  for (const std::string& value : product.option_values) {
    if (value.empty()) continue;
    if (!label.empty()) label += " · ";
    label += value;
  }
  return label;
}

Result<Product> checked_product(Product product) {
  Result<std::string> name = checked_name(product.name);
  if (!name) return std::unexpected(name.error());
  product.name = *name;
  for (std::string* text : {&product.code, &product.barcode, &product.tax_class}) {
    Result<std::string> checked = optional_code(*text);
    if (!checked) return std::unexpected(checked.error());
    *text = *checked;
  }
  Result<std::string> story = checked_note(product.story);
  if (!story) return std::unexpected(story.error());
  product.story = *story;
  for (const std::optional<Money>& amount : {std::optional(product.price), product.cost, product.floor})
    if (Result<void> checked = check_amount(amount); !checked) return std::unexpected(checked.error());
  if (!parse_hex(product.photo)) return refuse(ProblemCode::PhotoUnreadable, product.photo);
  if (product.option_names.size() > kMostOptions || product.option_values.size() > kMostOptions)
    return refuse(ProblemCode::TooManyOptions, static_cast<std::int64_t>(kMostOptions));
  for (auto* options : {&product.option_names, &product.option_values})
    for (std::string& option : *options) {
      Result<std::string> checked = optional_code(option);
      if (!checked) return std::unexpected(checked.error());
      option = *checked;
    }
  if (product.low_mark && product.low_mark->thousandths < 0) return refuse(ProblemCode::QuantityNegative);
  if (product.low_mark && *product.low_mark > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return product;
}

}  // namespace lapak
