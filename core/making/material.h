// making: what things are made of: in which units it is bought and used, what of it is there, and what that is worth.
// Pure.
//
// Stock is kept in the unit that is used. What is there has a worth in minor units, not a price: all that was paid for
// it less all that was charged to what was made of it. So the moving average is worth / quantity, and nothing is lost
// to rounding: Σ bought − Σ taken = what is left, to the last unit.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/making/unit.h"

namespace lapak {

struct Batch;
struct Contact;

struct Material {
  Id<Material> id;
  std::string name;
  Unit unit = Unit::Piece;                     // in which it is used and counted
  Unit bought_in = Unit::Piece;                // in which it is bought
  std::optional<Fraction> used_in_one_bought;  // "1 sheet = 600 cm²", where the units measure different things
  std::optional<Id<Contact>> supplier;
  std::optional<Quantity> low_mark;  // in `unit`
  bool hidden = false;
  friend bool operator==(const Material&, const Material&) = default;
};
// Name cleaned; a factor of its own is dropped where the units measure the same.
// Problems: NameEmpty, NameTooLong, TextNotUtf8, ConversionMissing, QuantityZero (a factor of nothing),
// QuantityNegative, QuantityTooLarge.
Result<Material> checked_material(Material material);

// In the unit it is used in. Problems: ConversionMissing, QuantityTooLarge.
Result<Quantity> in_used_unit(const Material& material, Quantity quantity, Unit unit);
// In the unit it is bought in, rounded up to whole ones.
Quantity to_buy(const Material& material, Quantity used);

struct MaterialStock {
  Quantity quantity;  // below zero: more was used than was written down as bought
  Money value;
  // What was paid last, shipping included: so much for so much. A quantity of 0: it was never bought.
  Quantity last_quantity;
  Money last_value;
  friend bool operator==(const MaterialStock&, const MaterialStock&) = default;
};
// So much of something is worth so much.
struct Worth {
  Quantity quantity;
  Money value;
};
// The moving average where something is there, else what was paid last; a quantity of 0: nobody knows.
Worth worth_now(const MaterialStock& stock);
// What `taken` > 0 is charged with: its share of the worth, rounded half away from zero, all of it with the last of it,
// never less than nothing; what goes beyond what is there costs what was paid last. Problems: AmountTooLarge.
Result<Money> charge_for(const MaterialStock& stock, Quantity taken);

enum class MaterialMove { Opening, Bought, Used, Made, Lost, OwnUse, Counted, Corrected };
std::string_view material_move_code(MaterialMove kind);  // "opening", "own_use", …
std::optional<MaterialMove> find_material_move(std::string_view code);

enum class ShareBy { Value, Weight };
struct PurchaseLine {
  Id<Material> material;
  Quantity quantity;  // in `unit`
  Unit unit = Unit::Piece;
  Money price;      // of all of it
  Quantity weight;  // in grams, of what is not bought by weight
  std::optional<Date> expires;
  friend bool operator==(const PurchaseLine&, const PurchaseLine&) = default;
};
struct Purchase {
  Id<Purchase> id;
  std::optional<Id<Contact>> supplier;
  Date business_date;
  Money shipping;
  ShareBy share_by = ShareBy::Value;
  std::vector<PurchaseLine> lines;
  friend bool operator==(const Purchase&, const Purchase&) = default;
};
// What each line came to with its part of the shipping: by price, or by weight; by price too where nothing has a
// weight. The parts add up to the shipping to the last unit (largest remainder).
std::vector<Money> landed(const Purchase& purchase);

}  // namespace lapak
