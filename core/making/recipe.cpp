// making: how a thing is made, what it costs, and what it should be sold for.
#include "core/making/recipe.h"

#include <algorithm>
#include <array>

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::array<std::pair<PriceRule, std::string_view>, 3> rule_codes{
    {{PriceRule::Times, "times"}, {PriceRule::Margin, "margin"}, {PriceRule::Wage, "wage"}}};

constexpr std::int64_t kLargestThousandths = kLargestMoney.minor * 1'000;

// n / d, rounded half away from zero, brought within the bounds of an amount in thousandths; n ≥ 0, d > 0.
std::int64_t divided(Wide n, Wide d) {
  return static_cast<std::int64_t>(std::min((2 * n + d) / (2 * d), Wide{kLargestThousandths}));
}
std::int64_t added(std::int64_t a, std::int64_t b) {
  return std::min(a + b, kLargestThousandths);
}
Money rounded(Wide thousandths) {
  return Money{std::min(divided(thousandths, 1'000), kLargestMoney.minor)};
}
Money at_most(Wide minor) {
  return Money{static_cast<std::int64_t>(std::min(minor, Wide{kLargestMoney.minor}))};
}

// Of minutes in thousandths at a wage of an hour.
Wide work_thousandths(std::int64_t minute_thousandths, Money wage) {
  return Wide{minute_thousandths} * wage.minor / 60;
}

}  // namespace

Result<Quantity> with_waste(Quantity quantity, std::int64_t waste_bp) {
  return times(quantity, Fraction{kWholeBp + waste_bp, kWholeBp});
}

Result<Recipe> checked_recipe(Recipe recipe) {
  LAPAK_ASSERT(recipe.product.has_value() != recipe.material.has_value());
  const auto checked = [](Quantity quantity) -> Result<void> {
    if (quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
    if (quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    if (quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    return {};
  };
  if (auto yield = checked(recipe.yield); !yield) return std::unexpected(yield.error());
  if (recipe.lines.empty() && recipe.minutes == 0 && recipe.other.is_zero()) return refuse(ProblemCode::RecipeEmpty);
  if (recipe.lines.size() > kMostRecipeLines) return refuse(ProblemCode::QuantityTooLarge);
  for (const RecipeLine& line : recipe.lines) {
    if (auto quantity = checked(line.quantity); !quantity) return std::unexpected(quantity.error());
    if (line.waste_bp < 0 || line.waste_bp > 10 * kWholeBp) return refuse(ProblemCode::ShareOutOfRange);
  }
  if (recipe.minutes < 0 || recipe.minutes > kMostRecipeMinutes) return refuse(ProblemCode::MinutesOutOfRange);
  if (recipe.other < Money{}) return refuse(ProblemCode::AmountNegative);
  if (recipe.other > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  constexpr int most_days = 3'650;
  recipe.ready_after_days = std::clamp(recipe.ready_after_days, 0, most_days);
  recipe.best_before_days = std::clamp(recipe.best_before_days, 0, most_days);
  return recipe;
}

std::string_view price_rule_code(PriceRule rule) {
  for (const auto& [known, code] : rule_codes)
    if (known == rule) return code;
  LAPAK_ASSERT(false);
}

std::optional<PriceRule> find_price_rule(std::string_view code) {
  for (const auto& [rule, known] : rule_codes)
    if (known == code) return rule;
  return std::nullopt;
}

Result<CostRules> checked_rules(CostRules rules) {
  for (const Money amount : {rules.wage, rules.overhead_hour, rules.wanted_wage, rules.step}) {
    if (amount < Money{}) return refuse(ProblemCode::AmountNegative);
    if (amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  }
  if (rules.overhead_bp < 0 || rules.overhead_bp > 10 * kWholeBp || rules.factor_bp < kWholeBp ||
      rules.factor_bp > 100 * kWholeBp || rules.margin_bp < 0 || rules.margin_bp >= kWholeBp ||
      rules.wholesale_bp < 0 || rules.wholesale_bp > kWholeBp)
    return refuse(ProblemCode::ShareOutOfRange);
  return rules;
}

SuggestedPrice suggested_price(const PieceCost& cost, const CostRules& rules) {
  const Wide total = cost.total().minor;
  Wide retail = 0;
  switch (rules.rule) {
    case PriceRule::Times:
      retail = divided(total * rules.factor_bp, kWholeBp);
      break;
    case PriceRule::Margin:
      retail = divided(total * kWholeBp, kWholeBp - rules.margin_bp);
      break;
    case PriceRule::Wage:
      retail = total - cost.work.minor + rounded(work_thousandths(cost.minute_thousandths, rules.wanted_wage)).minor;
      break;
  }
  const Money price = rounded_to_step(at_most(retail), rules.step, RoundingDirection::Up);
  const Money wholesale =
      rounded_to_step(part_of(price, {rules.wholesale_bp, kWholeBp}), rules.step, RoundingDirection::Up);
  return {price, std::max(wholesale, std::min(cost.total(), kLargestMoney))};
}

CostBook::CostBook(std::vector<MaterialOnHand> materials, std::vector<Recipe> recipes, CostRules rules)
    : materials_(std::move(materials)),
      recipes_(std::move(recipes)),
      rules_(rules),
      loads_(recipes_.size()),
      costs_(recipes_.size()) {
  for (std::size_t i = 0; i < materials_.size(); ++i) material_at_.emplace(materials_[i].material.id, i);
  for (std::size_t i = 0; i < recipes_.size(); ++i) {
    if (recipes_[i].product) by_product_.emplace(*recipes_[i].product, i);
    if (recipes_[i].material) by_material_.emplace(*recipes_[i].material, i);
  }
  for (std::size_t i = 0; i < recipes_.size(); ++i) {
    const Load load = load_of(i);
    const Wide yield = recipes_[i].yield.thousandths;
    PieceCost& cost = costs_[i];
    cost.is_complete = load.is_complete;
    cost.minute_thousandths = divided(Wide{load.minute_thousandths} * 1'000, yield);
    cost.materials = rounded(divided(Wide{load.materials_thousandths} * 1'000, yield));
    cost.other = rounded(divided(Wide{load.other_thousandths} * 1'000, yield));
    const Wide work = work_thousandths(load.minute_thousandths, rules_.wage) * 1'000;
    cost.work = rounded(divided(work, yield));
    const Wide by_hour = work_thousandths(load.minute_thousandths, rules_.overhead_hour) * 1'000 / yield;
    const Wide by_share = (Wide{load.materials_thousandths} * 1'000 + work) / yield * rules_.overhead_bp / kWholeBp;
    cost.overhead = rounded(by_hour + by_share);
  }
}

const CostBook::Load& CostBook::load_of(std::size_t index) {
  if (loads_[index]) return *loads_[index];
  const Recipe& recipe = recipes_[index];
  Load load{.other_thousandths = recipe.other.minor * 1'000, .minute_thousandths = recipe.minutes * 1'000};
  for (const RecipeLine& line : recipe.lines) {
    const MaterialOnHand* used = material(line.material);
    LAPAK_ASSERT(used != nullptr);
    const Result<Quantity> in_unit = in_used_unit(used->material, line.quantity, line.unit);
    const Result<Quantity> need = in_unit ? with_waste(*in_unit, line.waste_bp) : in_unit;
    if (!need) {
      load.is_complete = false;
      continue;
    }
    if (const auto own = by_material_.find(line.material); own != by_material_.end()) {
      const Load part = load_of(own->second);
      const Wide yield = recipes_[own->second].yield.thousandths;
      const auto of = [&](std::int64_t all) { return divided(Wide{all} * need->thousandths, yield); };
      load.materials_thousandths = added(load.materials_thousandths, of(part.materials_thousandths));
      load.other_thousandths = added(load.other_thousandths, of(part.other_thousandths));
      load.minute_thousandths = added(load.minute_thousandths, of(part.minute_thousandths));
      load.is_complete = load.is_complete && part.is_complete;
      continue;
    }
    const Worth worth = worth_now(used->stock);
    if (worth.quantity <= Quantity{}) {
      load.is_complete = false;
      continue;
    }
    load.materials_thousandths =
        added(load.materials_thousandths,
              divided(Wide{worth.value.minor} * 1'000 * need->thousandths, worth.quantity.thousandths));
  }
  return loads_[index].emplace(load);
}

const MaterialOnHand* CostBook::material(Id<Material> id) const {
  const auto found = material_at_.find(id);
  return found == material_at_.end() ? nullptr : &materials_[found->second];
}

const Recipe* CostBook::recipe_of(Id<Product> product, const std::optional<Id<Product>>& parent) const {
  auto found = by_product_.find(product);
  if (found == by_product_.end() && parent) found = by_product_.find(*parent);
  return found == by_product_.end() ? nullptr : &recipes_[found->second];
}

const Recipe* CostBook::recipe_of(Id<Material> material) const {
  const auto found = by_material_.find(material);
  return found == by_material_.end() ? nullptr : &recipes_[found->second];
}

std::size_t CostBook::index_of(const Recipe& recipe) const {
  const std::ptrdiff_t index = &recipe - recipes_.data();
  LAPAK_ASSERT(index >= 0 && index < static_cast<std::ptrdiff_t>(recipes_.size()));
  return static_cast<std::size_t>(index);
}

const PieceCost& CostBook::cost_of(const Recipe& recipe) const {
  return costs_[index_of(recipe)];
}

Result<std::vector<CostBook::Need>> CostBook::needs(const Recipe& recipe, Quantity quantity) const {
  std::vector<Need> all;
  for (const RecipeLine& line : recipe.lines) {
    const MaterialOnHand* used = material(line.material);
    LAPAK_ASSERT(used != nullptr);
    const Result<Quantity> in_unit = in_used_unit(used->material, line.quantity, line.unit);
    if (!in_unit) return std::unexpected(in_unit.error());
    const Result<Quantity> of_yield = with_waste(*in_unit, line.waste_bp);
    if (!of_yield) return std::unexpected(of_yield.error());
    const Result<Quantity> need = times(*of_yield, Fraction{quantity.thousandths, recipe.yield.thousandths});
    if (!need) return std::unexpected(need.error());
    const auto same = std::ranges::find(all, line.material, &Need::material);
    if (same == all.end())
      all.push_back({line.material, *need});
    else
      same->quantity += *need;
  }
  for (const Need& need : all)
    if (need.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return all;
}

std::optional<std::int64_t> CostBook::makeable(const Recipe& recipe) const {
  const Result<std::vector<Need>> of_yield = needs(recipe, recipe.yield);
  if (!of_yield) return 0;
  std::optional<std::int64_t> most;
  for (const Need& need : *of_yield) {
    if (need.quantity.is_zero()) continue;
    const MaterialOnHand* there = material(need.material);
    const Quantity free = std::max(there->stock.quantity - there->reserved, Quantity{});
    const Wide enough = Wide{free.thousandths} * recipe.yield.thousandths / need.quantity.thousandths / 1'000;
    const auto pieces = static_cast<std::int64_t>(std::min(enough, Wide{kLargestQuantity.thousandths / 1'000}));
    most = most ? std::min(*most, pieces) : pieces;
  }
  return most;
}

std::string CostBook::ring_with(const Recipe& recipe) const {
  if (!recipe.material) return {};
  std::vector<Id<Material>> way{*recipe.material};
  std::map<Id<Material>, bool> seen;
  const auto leads_back = [&](const auto& self, const Recipe& from) -> bool {
    for (const RecipeLine& line : from.lines) {
      way.push_back(line.material);
      if (line.material == *recipe.material) return true;
      const auto own = by_material_.find(line.material);
      if (own != by_material_.end() && seen.emplace(line.material, true).second && self(self, recipes_[own->second]))
        return true;
      way.pop_back();
    }
    return false;
  };
  if (!leads_back(leads_back, recipe)) return {};
  std::string ring;
  for (const Id<Material>& id : way) {
    const MaterialOnHand* one = material(id);
    ring += (ring.empty() ? "" : " → ") + (one == nullptr ? std::string("?") : one->material.name);
  }
  return ring;
}

}  // namespace lapak
