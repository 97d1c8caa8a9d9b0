// sale: the shop's bundles as an open cart sees them.
#include "core/sale/cart_rules.h"

#include <algorithm>

#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"

namespace lapak {

Cart with_rules_here(const Database& shop, Cart cart) {
  std::vector<std::vector<std::size_t>> named(cart.lines.size());
  std::vector<BundleRule> rules;
  if (!cart.lines.empty()) rules = bundle_rules_in_force(shop);
  if (rules.empty()) return with_rules(std::move(cart), {}, std::move(named));
  std::vector<std::size_t> place(rules.size(), rules.size());  // of a rule that names a line: where it stands
  std::vector<CartRule> kept;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    const auto product = cart.lines[i].product ? find_product(shop, *cart.lines[i].product) : std::nullopt;
    if (!product) continue;
    const auto parent = product->parent ? find_product(shop, *product->parent) : std::nullopt;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (!names(rules[rule], *product, parent)) continue;
      if (place[rule] == rules.size()) {
        place[rule] = kept.size();
        kept.push_back({rules[rule].id, rules[rule].name, rules[rule].terms});
      }
      named[i].push_back(place[rule]);
    }
  }
  return with_rules(std::move(cart), std::move(kept), std::move(named));
}

}  // namespace lapak
