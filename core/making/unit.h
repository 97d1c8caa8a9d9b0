// making: the units materials are bought and used in, and how one is turned into another. Pure.
//
// Quantities are thousandths of their unit; what is turned into another unit is rounded half away from zero.
#pragma once
#include <optional>
#include <string_view>

#include "core/base/money.h"
#include "core/words/words.h"

namespace lapak {

enum class Unit {
  Piece,
  Gram,
  Kilogram,
  Millilitre,
  Litre,
  Centimetre,
  Metre,
  SquareCentimetre,
  SquareMetre,
  Sheet,
};
std::string_view unit_code(Unit unit);  // "piece", "g", "kg", "ml", "l", "cm", "m", "cm2", "m2", "sheet"
std::optional<Unit> find_unit(std::string_view code);
std::string_view unit_name(Unit unit, const Words& words);  // "kg", "cm²", "lembar"

// How many of `to` one `from` is; none where they measure different things.
std::optional<Fraction> units_in_one(Unit from, Unit to);
// quantity × factor. Problems: QuantityTooLarge.
Result<Quantity> times(Quantity quantity, Fraction factor);

}  // namespace lapak
