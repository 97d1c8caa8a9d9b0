// catalog: the rows of bundles.
#include "core/catalog/bundle_store.h"

#include <algorithm>

#include "core/base/text.h"

namespace lapak {
namespace {

std::vector<Id<Product>> products_of(const Database& database, Id<BundleRule> rule) {
  std::vector<Id<Product>> products;
  for (Rows rows = database.query("SELECT product FROM bundle_rule_product WHERE rule = ? ORDER BY position", rule);
       rows.next();)
    products.push_back(rows.get<Id<Product>>(0));
  return products;
}

}  // namespace

std::vector<BundleRule> bundle_rules(const Database& database) {
  std::vector<BundleRule> rules;
  for (Rows rows = database.query("SELECT id, name, pieces, price, category, stopped FROM bundle_rule ORDER BY id");
       rows.next();)
    rules.push_back(BundleRule{.id = rows.get<Id<BundleRule>>(0),
                               .name = rows.get<std::string>(1),
                               .terms = {rows.get<std::int64_t>(2), rows.get<Money>(3)},
                               .category = rows.get<std::optional<Id<Category>>>(4),
                               .products = products_of(database, rows.get<Id<BundleRule>>(0)),
                               .is_stopped = rows.get<bool>(5)});
  std::ranges::stable_sort(rules, {},
                           [](const BundleRule& rule) { return std::pair(rule.is_stopped, folded(rule.name)); });
  return rules;
}

std::vector<BundleRule> bundle_rules_in_force(const Database& database) {
  std::vector<BundleRule> rules = bundle_rules(database);
  std::erase_if(rules, &BundleRule::is_stopped);
  return rules;
}

std::optional<BundleRule> find_bundle_rule(const Database& database, Id<BundleRule> id) {
  std::vector<BundleRule> rules = bundle_rules(database);
  const auto found = std::ranges::find(rules, id, &BundleRule::id);
  return found == rules.end() ? std::nullopt : std::optional(std::move(*found));
}

std::optional<BundleRule> find_bundle_rule(const Database& database, std::string_view name) {
  const std::string wanted = folded(name);
  for (BundleRule& rule : bundle_rules(database))
    if (folded(rule.name) == wanted) return std::move(rule);
  return std::nullopt;
}

void put_bundle_rule(Database& database, const BundleRule& rule) {
  database.run(
      "INSERT INTO bundle_rule(id, name, pieces, price, category, stopped) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT(id) DO UPDATE SET name = ?2, pieces = ?3, price = ?4, category = ?5, stopped = ?6",
      rule.id, rule.name, rule.terms.pieces, rule.terms.price, rule.category, rule.is_stopped);
  database.run("DELETE FROM bundle_rule_product WHERE rule = ?", rule.id);
  std::int64_t position = 0;
  for (const Id<Product> product : rule.products)
    database.run("INSERT INTO bundle_rule_product(rule, position, product) VALUES (?, ?, ?)", rule.id, position++,
                 product);
}

}  // namespace lapak
