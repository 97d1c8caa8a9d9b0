// catalog: what can be done to bundles.
#include "core/catalog/bundle_commands.h"

#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"
#include "core/journal/fact_json.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BundleTerms, pieces, price)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BundleRule, id, name, terms, category, products, is_stopped)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BundleRuleSaved, rule)

Result<Decision> decide_bundle_rule(const SaveBundleRule& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  Result<BundleRule> rule = checked_bundle_rule(command.rule);
  if (!rule) return std::unexpected(rule.error());
  if (rule->category && !find_category(database, *rule->category))
    return refuse(ProblemCode::CategoryUnknown, std::string());
  for (const Id<Product> product : rule->products)
    if (!find_product(database, product)) return refuse(ProblemCode::ProductUnknown, std::string());
  BundleRule before = *rule;
  if (rule->id.is_nil()) {
    before.id = rule->id = deciding.ids.next<BundleRule>();
    before.is_stopped = true;
  } else {
    const std::optional<BundleRule> known = find_bundle_rule(database, rule->id);
    if (!known) return refuse(ProblemCode::BundleUnknown, rule->name);
    before = *known;
  }
  Decision decision;
  if (before != *rule || command.rule.id.is_nil()) {
    decision.facts.push_back(fact_of(BundleRuleSaved{*rule}));
    decision.opposite.push_back(fact_of(BundleRuleSaved{before}));
  }
  decision.outcome = {.kind = "save_bundle_rule", .subject = rule->id.bytes, .label = rule->name, .is_undoable = true};
  return decision;
}

void apply_bundle_rule(const Fact& fact, Database& database) {
  put_bundle_rule(database, fact.body.get<BundleRuleSaved>().rule);
}

}  // namespace lapak
