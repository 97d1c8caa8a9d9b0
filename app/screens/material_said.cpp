// screens: what is said of materials and of what they cost.
#include "app/screens/material_said.h"

#include <fmt/format.h>

namespace lapak {

std::string measured(Quantity quantity, Unit unit, const Words& words) {
  const std::int64_t whole = quantity == Quantity::of(1) ? 1 : 2;
  if (unit == Unit::Piece)
    return fmt::format(fmt::runtime(words.plural("{} piece", "{} pieces", whole)), words.quantity(quantity));
  if (unit == Unit::Sheet)
    return fmt::format(fmt::runtime(words.plural("{} sheet", "{} sheets", whole)), words.quantity(quantity));
  return fmt::format("{} {}", words.quantity(quantity), unit_name(unit, words));
}

std::string counted(Quantity quantity, Unit unit, const Words& words) {
  return unit == Unit::Piece ? words.quantity(quantity) : measured(quantity, unit, words);
}

std::string day_of(Date day, Date today, const Words& words) {
  std::string said = words.short_date(day);
  if (day.year() != today.year()) said += fmt::format(" {}", day.year());
  return said;
}

std::string cost_of_one(const Material& material, Worth worth, const Words& words, const Currency& currency) {
  if (worth.quantity <= Quantity{} || worth.value < Money{}) return "\u2013";
  const Result<Quantity> one = in_used_unit(material, Quantity::of(1), material.bought_in);
  if (!one) return "\u2013";
  return fmt::format(
      "{} / {}",
      words.money(part_of(worth.value, {one->thousandths, worth.quantity.thousandths}), currency, Symbol::Hidden),
      unit_name(material.bought_in, words));
}

Pill material_pill(const MaterialRow& row, Date today, const Words& words) {
  const bool is_there = row.stock.quantity > Quantity{};
  if (is_there && row.expires && *row.expires <= today) return {std::string(words(N_("Expired"))), Tone::Danger};
  if (row.is_short) return {std::string(words(N_("Short"))), Tone::Danger};
  if (row.is_low) return {std::string(words("Low")), Tone::Warning};
  if (!is_there) return {std::string(words("Sold out")), Tone::Neutral};
  return {std::string(words(N_("Enough"))), Tone::Success};
}

std::string_view material_move_name(MaterialMove kind, const Words& words) {
  switch (kind) {
    case MaterialMove::Opening:
      return words("At the start");
    case MaterialMove::Bought:
      return words(N_("Bought"));
    case MaterialMove::Used:
      return words(N_("Used in a batch"));
    case MaterialMove::Made:
      return words("Made");
    case MaterialMove::Lost:
      return words(N_("Spoilt, lost or expired"));
    case MaterialMove::OwnUse:
      return words("Own use");
    case MaterialMove::Counted:
      return words("Counted");
    case MaterialMove::Corrected:
      return words("Corrected");
  }
  return {};
}

std::string basis_points_text(std::int64_t basis_points, const Words& words) {
  return words.quantity(Quantity{basis_points * 10});
}

}  // namespace lapak
