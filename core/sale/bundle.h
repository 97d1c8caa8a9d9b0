// sale: "any 3 for 100.000": which pieces of a cart go for which rule's price. Pure: values in, values out; any thread.
//
// Best for the buyer is exactly: of all ways to put pieces into bundles, each piece into one at most and each bundle
// full, one that saves the most. Rules that share no goods are always chosen so. For rules that do it is a packing
// problem: exact up to kMostBundleSteps, beyond it the bundle that saves most, over and over.
#pragma once
#include <cstdint>
#include <vector>

#include "core/catalog/bundle_rule.h"

namespace lapak {

// One line of the cart, as far as it may be bundled: a line that was haggled over has no pieces here.
struct BundleGoods {
  Money price;                     // of one piece
  std::int64_t pieces = 0;         // whole ones
  std::vector<std::size_t> rules;  // which of the rules name it, each once
};

struct BundlePart {
  std::size_t line = 0;
  std::int64_t pieces = 0;
  Money amount;  // what these pieces come to: their share of the bundle's price, by what they cost alone
  friend bool operator==(const BundlePart&, const BundlePart&) = default;
};

// `times` bundles of the same make, parts and all told for one of them.
struct Bundle {
  std::size_t rule = 0;
  std::int64_t times = 0;
  std::vector<BundlePart> parts;  // Σ pieces and Σ amount are the rule's; no part costs more than alone
  Money saved;                    // by one of them, > 0
  friend bool operator==(const Bundle&, const Bundle&) = default;
};

struct BundleChoice {
  std::vector<Bundle> bundles;
  Money saved;          // by all of them
  bool is_best = true;  // false: rules overlap in a cart too large to weigh every way
};

// The pieces of a group of lines that share rules × what its rules can be filled to × (rules + 1). Some milliseconds.
inline constexpr std::int64_t kMostBundleSteps = 1'000'000;

// Nobody ever pays more for it. In the order of the rules' groups; the same goods give the same answer.
// Asserts: the rules and lines are as said above, each price within bounds, and each line's worth too.
BundleChoice best_bundles(const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules);

}  // namespace lapak
