// screens: what is said of materials and of what they cost.
#pragma once
#include <optional>
#include <string>

#include "app/parts/badge.h"
#include "core/making/material_store.h"

namespace lapak {

// "2,4 kg".
std::string measured(Quantity quantity, Unit unit, const Words& words);
// The same, pieces without their word: where it is plain what is counted.
std::string counted(Quantity quantity, Unit unit, const Words& words);
// "22 Nov", with its year where it is another than today's.
std::string day_of(Date day, Date today, const Words& words);
// "40.000 / kg" for one of what it is bought in; a dash where nobody knows.
std::string cost_of_one(const Material& material, Worth worth, const Words& words, const Currency& currency);
// Expired, short, low or enough.
Pill material_pill(const MaterialRow& row, Date today, const Words& words);
std::string_view material_move_name(MaterialMove kind, const Words& words);
// "1,5" percent of a waste in hundredths of a percent, as it is typed.
std::string basis_points_text(std::int64_t basis_points, const Words& words);

}  // namespace lapak
