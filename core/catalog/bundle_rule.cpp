// catalog: bundles: any so many pieces of some goods for one price.
#include "core/catalog/bundle_rule.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/words/filled.h"
#include "core/words/words.h"

namespace lapak {

Result<BundleRule> checked_bundle_rule(BundleRule rule) {
  if (rule.terms.pieces < 2) return refuse(ProblemCode::BundleTooSmall);
  if (rule.terms.pieces > kMostBundlePieces) return refuse(ProblemCode::BundleTooLarge, kMostBundlePieces);
  if (rule.terms.price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (rule.terms.price > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  if (rule.category) rule.products.clear();
  std::vector<Id<Product>> once;
  for (const Id<Product> product : rule.products)
    if (std::ranges::find(once, product) == once.end()) once.push_back(product);
  rule.products = std::move(once);
  if (!rule.category && rule.products.empty()) return refuse(ProblemCode::BundleOfNothing);
  Result<std::string> name = checked_name(rule.name);
  if (!name) return std::unexpected(name.error());
  rule.name = *name;
  return rule;
}

bool names(const BundleRule& rule, const Product& product, const std::optional<Product>& parent) {
  if (product.is_set() || product.open_price || (parent && parent->open_price)) return false;
  if (rule.category) return (parent ? parent->category : product.category) == rule.category;
  return std::ranges::any_of(rule.products,
                             [&](Id<Product> id) { return id == product.id || (parent && id == parent->id); });
}

std::string bundle_terms(const BundleTerms& terms, const Words& words, const Currency& currency) {
  return filled(words(N_("any {0} for {1}")), words.count(terms.pieces),
                words.money(terms.price, currency, Symbol::Hidden));
}

}  // namespace lapak
