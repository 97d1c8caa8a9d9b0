// making: how a thing is made, what it costs, and what it should be sold for. Pure.
//
// A recipe makes a product or a material of one's own (a base, a dough), which other recipes use. A variant without a
// recipe is made by its parent's. A cost is reckoned in thousandths of a minor unit and rounded once, half away from
// zero, for each of its parts, so that the parts add up to what is shown.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/catalog/product.h"
#include "core/making/material.h"

namespace lapak {

inline constexpr std::int64_t kWholeBp = 10'000;  // shares are hundredths of a percent
inline constexpr std::size_t kMostRecipeLines = 200;
inline constexpr std::int64_t kMostRecipeMinutes = 60 * 24 * 60;

struct RecipeLine {
  Id<Material> material;
  Quantity quantity;  // for the whole yield
  Unit unit = Unit::Piece;
  std::int64_t waste_bp = 0;  // on top of it: 500 is 5 %
  friend bool operator==(const RecipeLine&, const RecipeLine&) = default;
};
struct Recipe {
  Id<Recipe> id;
  std::optional<Id<Product>> product;    // what it makes: this …
  std::optional<Id<Material>> material;  // … or this
  Quantity yield = Quantity::of(1);      // so many come of it
  std::vector<RecipeLine> lines;
  std::int64_t minutes = 0;  // of work, for the whole yield
  Money other;               // for the whole yield: firing, postage of a sample
  int ready_after_days = 0;  // curing, drying
  int best_before_days = 0;  // 0: it keeps
  bool hidden = false;       // removed
  friend bool operator==(const Recipe&, const Recipe&) = default;
};
// Problems: RecipeEmpty (neither materials nor work nor other cost), QuantityZero, QuantityNegative, QuantityTooLarge,
// AmountNegative, AmountTooLarge, ShareOutOfRange (waste), MinutesOutOfRange.
Result<Recipe> checked_recipe(Recipe recipe);
// With its waste. Problems: QuantityTooLarge.
Result<Quantity> with_waste(Quantity quantity, std::int64_t waste_bp);

enum class PriceRule { Times, Margin, Wage };
std::string_view price_rule_code(PriceRule rule);  // "times", "margin", "wage"
std::optional<PriceRule> find_price_rule(std::string_view code);
// How the shop reckons.
struct CostRules {
  Money wage;                    // of an hour
  std::int64_t overhead_bp = 0;  // of materials and work
  Money overhead_hour;           // and for each hour of work
  PriceRule rule = PriceRule::Times;
  std::int64_t factor_bp = 20'000;    // Times: 20,000 is ×2
  std::int64_t margin_bp = 5'000;     // Margin: of the price
  Money wanted_wage;                  // Wage: of an hour, in place of `wage`
  std::int64_t wholesale_bp = 7'000;  // of the suggested price, never below the cost
  Money step;                         // prices are rounded up to it; 0: none
  friend bool operator==(const CostRules&, const CostRules&) = default;
};
// Problems: AmountNegative, AmountTooLarge, ShareOutOfRange.
Result<CostRules> checked_rules(CostRules rules);

struct PieceCost {
  Money materials, work, other, overhead;
  std::int64_t minute_thousandths = 0;
  bool is_complete = true;  // else the cost of a material is not known, and counted at nothing
  Money total() const { return materials + work + other + overhead; }
  friend bool operator==(const PieceCost&, const PieceCost&) = default;
};
struct SuggestedPrice {
  Money retail, wholesale;
};
SuggestedPrice suggested_price(const PieceCost& cost, const CostRules& rules);

struct MaterialOnHand {
  Material material;
  MaterialStock stock;
  Quantity reserved;  // by batches that are planned
};

// All that costs are reckoned from, and the costs.
class CostBook {
 public:
  // `recipes` without hidden ones, and without a ring.
  CostBook(std::vector<MaterialOnHand> materials, std::vector<Recipe> recipes, CostRules rules);

  const CostRules& rules() const { return rules_; }
  const std::vector<MaterialOnHand>& materials() const { return materials_; }
  const std::vector<Recipe>& recipes() const { return recipes_; }
  const MaterialOnHand* material(Id<Material> id) const;
  // Its own, else its parent's; nullptr for none.
  const Recipe* recipe_of(Id<Product> product, const std::optional<Id<Product>>& parent) const;
  const Recipe* recipe_of(Id<Material> material) const;
  // Of one piece, or of one unit of a material.
  const PieceCost& cost_of(const Recipe& recipe) const;
  // How much of each material of the recipe `quantity` takes, waste included, rounded half away from zero.
  // Problems: QuantityTooLarge.
  struct Need {
    Id<Material> material;
    Quantity quantity;
    friend bool operator==(const Need&, const Need&) = default;
  };
  Result<std::vector<Need>> needs(const Recipe& recipe, Quantity quantity) const;
  // How many whole ones the free stock is enough for, what is reserved left alone; none where no material limits it.
  std::optional<std::int64_t> makeable(const Recipe& recipe) const;
  // "Base → Wax → Base" where `recipe`, were it saved, used itself; empty where it does not.
  std::string ring_with(const Recipe& recipe) const;

 private:
  struct Load {  // of the whole yield
    std::int64_t materials_thousandths = 0, other_thousandths = 0, minute_thousandths = 0;
    bool is_complete = true;
  };
  const Load& load_of(std::size_t recipe);
  std::size_t index_of(const Recipe& recipe) const;

  std::vector<MaterialOnHand> materials_;
  std::vector<Recipe> recipes_;
  CostRules rules_;
  std::unordered_map<Id<Material>, std::size_t> material_at_;
  std::unordered_map<Id<Product>, std::size_t> by_product_;
  std::unordered_map<Id<Material>, std::size_t> by_material_;
  std::vector<std::optional<Load>> loads_;
  std::vector<PieceCost> costs_;
};

}  // namespace lapak
