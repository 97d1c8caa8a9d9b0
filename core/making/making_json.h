// making: how its facts stand in the journal. For this room's .cpp files.
#pragma once
#include "core/journal/fact_json.h"
#include "core/making/batch.h"
#include "core/making/material_store.h"

namespace lapak {

inline void to_json(Json& json, Unit unit) {
  json = unit_code(unit);
}
inline void from_json(const Json& json, Unit& unit) {
  const auto found = find_unit(json.get_ref<const std::string&>());
  LAPAK_ASSERT(found.has_value());
  unit = *found;
}
inline void to_json(Json& json, MaterialMove move) {
  json = material_move_code(move);
}
inline void from_json(const Json& json, MaterialMove& move) {
  const auto found = find_material_move(json.get_ref<const std::string&>());
  LAPAK_ASSERT(found.has_value());
  move = *found;
}
inline void to_json(Json& json, PriceRule rule) {
  json = price_rule_code(rule);
}
inline void from_json(const Json& json, PriceRule& rule) {
  const auto found = find_price_rule(json.get_ref<const std::string&>());
  LAPAK_ASSERT(found.has_value());
  rule = *found;
}
NLOHMANN_JSON_SERIALIZE_ENUM(ShareBy, {{ShareBy::Value, "value"}, {ShareBy::Weight, "weight"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Material, id, name, unit, bought_in, used_in_one_bought, supplier,
                                                low_mark, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PurchaseLine, material, quantity, unit, price, weight, expires)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Purchase, id, supplier, business_date, shipping, share_by, lines)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MaterialMoved, id, material, move, quantity, value, purchase, batch,
                                                corrects, expires, business_date)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecipeLine, material, quantity, unit, waste_bp)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Recipe, id, product, material, yield, lines, minutes, other,
                                                ready_after_days, best_before_days, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CostRules, wage, overhead_bp, overhead_hour, rule, factor_bp, margin_bp,
                                                wanted_wage, wholesale_bp, step)
inline void to_json(Json& json, const CostBook::Need& need) {
  json = {{"material", need.material}, {"quantity", need.quantity}};
}
inline void from_json(const Json& json, CostBook::Need& need) {
  json.at("material").get_to(need.material);
  json.at("quantity").get_to(need.quantity);
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BatchPlan, id, product, material, quantity, planned_for, order,
                                                reserves, called_off, needs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(UsedMaterial, material, quantity, value)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BatchMade, id, plan, product, material, business_date, made, rejects,
                                                minutes, wage, other, used, lot, ready_from, best_before)

}  // namespace lapak
