// catalog: what is sold.
#include "core/catalog/product.h"

#include <algorithm>

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

// A set with each part once; what varies is no set.
Result<void> check_parts(Product& product) {
  if (!product.is_set()) return {};
  if (product.has_variants() || product.parent) return refuse(ProblemCode::SetUnfit, product.name);
  std::vector<SetPart> once;
  for (const SetPart& part : product.parts) {
    if (part.quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
    if (part.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    const auto same = std::ranges::find(once, part.product, &SetPart::product);
    SetPart& kept = same == once.end() ? once.emplace_back(SetPart{part.product, {}}) : *same;
    if (part.quantity > kLargestQuantity - kept.quantity) return refuse(ProblemCode::QuantityTooLarge);
    kept.quantity += part.quantity;
  }
  if (once.size() > kMostSetParts) return refuse(ProblemCode::SetTooLarge, static_cast<std::int64_t>(kMostSetParts));
  product.parts = std::move(once);
  product.tracked = false;
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
  if (Result<void> checked = check_parts(product); !checked) return std::unexpected(checked.error());
  return product;
}

}  // namespace lapak
