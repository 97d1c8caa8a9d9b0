// making: the units materials are bought and used in.
#include "core/making/unit.h"

#include <array>
#include <numeric>

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

enum class Measures { Pieces, Mass, Volume, Length, Area, Sheets };
struct UnitRow {
  Unit unit;
  std::string_view code;
  Measures measures;
  std::int64_t size;  // in the smallest of its kind
};
constexpr std::array<UnitRow, 10> rows{{{Unit::Piece, "piece", Measures::Pieces, 1},
                                        {Unit::Gram, "g", Measures::Mass, 1},
                                        {Unit::Kilogram, "kg", Measures::Mass, 1'000},
                                        {Unit::Millilitre, "ml", Measures::Volume, 1},
                                        {Unit::Litre, "l", Measures::Volume, 1'000},
                                        {Unit::Centimetre, "cm", Measures::Length, 1},
                                        {Unit::Metre, "m", Measures::Length, 100},
                                        {Unit::SquareCentimetre, "cm2", Measures::Area, 1},
                                        {Unit::SquareMetre, "m2", Measures::Area, 10'000},
                                        {Unit::Sheet, "sheet", Measures::Sheets, 1}}};

const UnitRow& row_of(Unit unit) {
  for (const UnitRow& row : rows)
    if (row.unit == unit) return row;
  LAPAK_ASSERT(false);
}

}  // namespace

std::string_view unit_code(Unit unit) {
  return row_of(unit).code;
}

std::optional<Unit> find_unit(std::string_view code) {
  for (const UnitRow& row : rows)
    if (row.code == code) return row.unit;
  return std::nullopt;
}

std::string_view unit_name(Unit unit, const Words& words) {
  switch (unit) {
    case Unit::Piece:
      return words("piece");
    case Unit::Sheet:
      return words("sheet");
    case Unit::SquareCentimetre:
      return "cm²";
    case Unit::SquareMetre:
      return "m²";
    default:
      return unit_code(unit);
  }
}

std::optional<Fraction> units_in_one(Unit from, Unit to) {
  const UnitRow &one = row_of(from), &other = row_of(to);
  if (one.measures != other.measures) return std::nullopt;
  const std::int64_t common = std::gcd(one.size, other.size);
  return Fraction{one.size / common, other.size / common};
}

Result<Quantity> times(Quantity quantity, Fraction factor) {
  LAPAK_ASSERT(factor.denominator > 0);
  const Wide product = Wide{quantity.thousandths} * factor.numerator;
  const Wide magnitude = product < 0 ? -product : product;
  const Wide rounded = (2 * magnitude + factor.denominator) / (2 * Wide{factor.denominator});
  if (rounded > kLargestQuantity.thousandths) return refuse(ProblemCode::QuantityTooLarge);
  const auto within = static_cast<std::int64_t>(rounded);
  return Quantity{product < 0 ? -within : within};
}

}  // namespace lapak
