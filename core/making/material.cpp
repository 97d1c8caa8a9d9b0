// making: what things are made of.
#include "core/making/material.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::array<std::pair<MaterialMove, std::string_view>, 8> move_codes{{{MaterialMove::Opening, "opening"},
                                                                               {MaterialMove::Bought, "bought"},
                                                                               {MaterialMove::Used, "used"},
                                                                               {MaterialMove::Made, "made"},
                                                                               {MaterialMove::Lost, "lost"},
                                                                               {MaterialMove::OwnUse, "own_use"},
                                                                               {MaterialMove::Counted, "counted"},
                                                                               {MaterialMove::Corrected, "corrected"}}};

// value × part / whole, rounded half away from zero; all ≥ 0, whole > 0.
Wide share(Money value, Quantity part, Quantity whole) {
  return (2 * Wide{value.minor} * part.thousandths + whole.thousandths) / (2 * Wide{whole.thousandths});
}

// How many used units one `unit` of it is; none where nothing says so.
std::optional<Fraction> used_in_one(const Material& material, Unit unit) {
  if (const auto same = units_in_one(unit, material.unit)) return same;
  const auto bought = units_in_one(unit, material.bought_in);
  if (!bought || !material.used_in_one_bought) return std::nullopt;
  const Fraction& own = *material.used_in_one_bought;
  return Fraction{bought->numerator * own.numerator, bought->denominator * own.denominator};
}

Problem conversion_missing(const Material& material, Unit unit) {
  return {ProblemCode::ConversionMissing,
          {material.name, std::string(unit_code(unit)), std::string(unit_code(material.unit))}};
}

// In thousandths of a gram where it is bought by weight; else as it was said.
Quantity weight_of(const PurchaseLine& line) {
  const auto grams = units_in_one(line.unit, Unit::Gram);
  if (!grams) return line.weight;
  return times(line.quantity, *grams).value_or(kLargestQuantity);
}

}  // namespace

Result<Material> checked_material(Material material) {
  Result<std::string> name = checked_name(material.name);
  if (!name) return std::unexpected(name.error());
  material.name = *std::move(name);
  if (units_in_one(material.bought_in, material.unit)) {
    material.used_in_one_bought.reset();
  } else if (!material.used_in_one_bought) {
    return std::unexpected(conversion_missing(material, material.bought_in));
  } else {
    const auto& [numerator, denominator] = *material.used_in_one_bought;
    if (numerator < 0 || denominator < 0) return refuse(ProblemCode::QuantityNegative);
    if (numerator == 0 || denominator == 0) return refuse(ProblemCode::QuantityZero);
    constexpr std::int64_t largest = 1'000'000'000'000;
    if (numerator > largest || denominator > largest) return refuse(ProblemCode::QuantityTooLarge);
  }
  if (material.low_mark) {
    if (*material.low_mark < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    if (*material.low_mark > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  }
  return material;
}

Result<Quantity> in_used_unit(const Material& material, Quantity quantity, Unit unit) {
  const auto factor = used_in_one(material, unit);
  if (!factor) return std::unexpected(conversion_missing(material, unit));
  return times(quantity, *factor);
}

Quantity to_buy(const Material& material, Quantity used) {
  if (used <= Quantity{}) return Quantity{};
  const auto factor = used_in_one(material, material.bought_in);
  LAPAK_ASSERT(factor.has_value());  // checked_material
  const Wide thousandths = Wide{used.thousandths} * factor->denominator;
  const Wide whole = (thousandths + Wide{factor->numerator} * 1'000 - 1) / (Wide{factor->numerator} * 1'000);
  return Quantity::of(static_cast<std::int64_t>(std::min(whole, Wide{kLargestQuantity.thousandths / 1'000})));
}

Worth worth_now(const MaterialStock& stock) {
  if (stock.quantity > Quantity{} && stock.value >= Money{}) return {stock.quantity, stock.value};
  return {stock.last_quantity, stock.last_value};
}

Result<Money> charge_for(const MaterialStock& stock, Quantity taken) {
  LAPAK_ASSERT(taken > Quantity{});
  const Quantity there = std::max(stock.quantity, Quantity{}), of_it = std::min(there, taken);
  Wide charge = 0;
  if (of_it > Quantity{}) charge = share(std::max(stock.value, Money{}), of_it, there);
  if (of_it < taken && stock.last_quantity > Quantity{})
    charge += share(stock.last_value, taken - of_it, stock.last_quantity);
  if (charge > kLargestMoney.minor) return refuse(ProblemCode::AmountTooLarge);
  return Money{static_cast<std::int64_t>(charge)};
}

std::string_view material_move_code(MaterialMove kind) {
  for (const auto& [known, code] : move_codes)
    if (known == kind) return code;
  LAPAK_ASSERT(false);
}

std::optional<MaterialMove> find_material_move(std::string_view code) {
  for (const auto& [kind, known] : move_codes)
    if (known == code) return kind;
  return std::nullopt;
}

std::vector<Money> landed(const Purchase& purchase) {
  std::vector<std::int64_t> prices, weights;
  bool has_weight = false;
  for (const PurchaseLine& line : purchase.lines) {
    prices.push_back(line.price.minor);
    weights.push_back(weight_of(line).thousandths);
    has_weight = has_weight || weights.back() > 0;
  }
  const bool by_weight = purchase.share_by == ShareBy::Weight && has_weight;
  std::vector<Money> amounts = share_out(purchase.shipping, by_weight ? weights : prices);
  for (std::size_t i = 0; i < amounts.size(); ++i) amounts[i] += purchase.lines[i].price;
  return amounts;
}

}  // namespace lapak
