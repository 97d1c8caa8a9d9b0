// cli: bundles from the command line.
#include "app/cli/bundles.h"

#include <nlohmann/json.hpp>

#include "app/cli/rows.h"
#include "app/cli/speech.h"
#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

Result<BundleRule> rule_named(const Shop& shop, const std::string& name) {
  std::optional<BundleRule> rule = find_bundle_rule(shop.facts(), std::string_view(name));
  if (!rule) return refuse(ProblemCode::BundleUnknown, name);
  return *std::move(rule);
}

// Of one that is known, what is not said stays.
Result<BundleRule> edited_rule(const Shop& shop, const BundleRequest& request) {
  BundleRule rule = rule_named(shop, request.name).value_or(BundleRule{.name = request.name});
  if (request.pieces != 0) rule.terms.pieces = request.pieces;
  if (!request.price.empty()) {
    const Result<Money> price = parse_amount_argument(request.price, shop.profile().money());
    if (!price) return std::unexpected(price.error());
    rule.terms.price = *price;
  } else if (rule.id.is_nil()) {
    return refuse(ProblemCode::NotAnAmount, std::string());
  }
  if (!request.category.empty()) {
    const auto category = find_category(shop.facts(), std::string_view(request.category));
    if (!category) return refuse(ProblemCode::CategoryUnknown, request.category);
    rule.category = category->id;
  }
  if (request.items.empty()) return rule;
  rule.category.reset();
  rule.products.clear();
  for (const std::string& code : request.items) {
    const std::optional<Product> product = find_product_by_code(shop.facts(), code);
    if (!product) return refuse(ProblemCode::ProductUnknown, code);
    rule.products.push_back(product->id);
  }
  return rule;
}

Result<BundleRule> wanted_rule(const Shop& shop, const BundleRequest& request) {
  if (request.act == BundleAct::Save) return edited_rule(shop, request);
  Result<BundleRule> rule = rule_named(shop, request.name);
  if (rule) rule->is_stopped = request.act == BundleAct::Stop;
  return rule;
}

OrderedJson bundles_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const BundleRule& rule : bundle_rules(shop.facts())) {
    OrderedJson items = OrderedJson::array();
    for (const Id<Product> id : rule.products) {
      const std::optional<Product> product = find_product(shop.facts(), id);
      if (product) items.push_back({{"code", product->code}, {"name", label_of(*product)}});
    }
    const auto category = rule.category ? find_category(shop.facts(), *rule.category) : std::nullopt;
    all.push_back({{"name", rule.name},
                   {"pieces", rule.terms.pieces},
                   {"price", rule.terms.price.minor},
                   {"category", category ? OrderedJson(category->name) : OrderedJson()},
                   {"items", items},
                   {"stopped", rule.is_stopped}});
  }
  return {{"bundles", all}};
}

}  // namespace

int carry_out_bundle(const BundleRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act != BundleAct::List) {
      const Result<BundleRule> rule = wanted_rule(shop, request);
      if (!rule) return speech.say(rule.error());
      if (const auto saved = shop.execute(SaveBundleRule{*rule}); !saved) return speech.say(saved.error());
    }
    const OrderedJson json = bundles_json(shop);
    print_answer(json, request.as_json, terminal.out);
    return kDone;
  });
}

}  // namespace lapak
