// catalog: bundles: any so many pieces of some goods for one price. Pure types and rules.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/catalog/product.h"

namespace lapak {

class Words;
struct Currency;

inline constexpr std::int64_t kMostBundlePieces = 1'000;

struct BundleTerms {
  std::int64_t pieces = 0;  // ≥ 2
  Money price;              // for that many
  friend bool operator==(const BundleTerms&, const BundleTerms&) = default;
};

// A card: edited, and stopped instead of deleted.
struct BundleRule {
  Id<BundleRule> id;
  std::string name;  // what the buyer reads: "Gantungan kunci"
  BundleTerms terms;
  std::optional<Id<Category>> category;
  std::vector<Id<Product>> products;  // where there is no category; one that varies stands for all its variants
  bool is_stopped = false;
  friend bool operator==(const BundleRule&, const BundleRule&) = default;
};

// With its name trimmed, and no product twice or beside a category. Problems: NameEmpty, NameTooLong, TextNotUtf8,
// AmountNegative, AmountTooLarge, BundleTooSmall, BundleTooLarge, BundleOfNothing.
Result<BundleRule> checked_bundle_rule(BundleRule rule);

// Whether pieces of `product`, a variant of `parent` where it is one, go into its bundles. Not those whose price is
// asked at the till: it was agreed for that very piece; nor sets, which have a price together already.
bool names(const BundleRule& rule, const Product& product, const std::optional<Product>& parent);

// "any 3 for 100.000".
std::string bundle_terms(const BundleTerms& terms, const Words& words, const Currency& currency);

}  // namespace lapak
