// screens: what was found in a list from another program: whether it can be taken, and each row that cannot.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/ui.h"
#include "core/exchange/import.h"

namespace lapak {

// A sentence with a mark before it that says whether it is good.
void draw_verdict(Ui& ui, Rect rect, std::string_view sentence, bool is_good, std::string_view name);
// A line a row, with its number and what is wrong. Names "<name>.rows", "<name>.row.<number>".
void draw_refused_rows(Ui& ui, std::string_view name, Rect list, const std::vector<RefusedRow>& refused);
// "3 of 5 columns understood: nama, harga, kode"
std::string columns_said(const Ui& ui, const std::vector<std::string>& understood, std::size_t all);

}  // namespace lapak
