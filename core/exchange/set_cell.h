// exchange: what a set is made of, as a cell of our own list says it: a part to a line, "2 KUNCI-1". A part without a
// code stands there by its name, in quotation marks.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"

namespace lapak {

std::string set_cell(const Database& database, const Product& set);

struct SetCellPart {
  Quantity quantity;
  std::string code;   // or
  std::string label;  // its name with its variant
};
// Problems: NotAQuantity.
Result<std::vector<SetCellPart>> read_set_cell(std::string_view cell);

// Whether that is what the cell means.
bool is_meant(const SetCellPart& part, const Product& product);
// Of the shop's.
std::optional<Product> find_meant(const Database& database, const SetCellPart& part);

}  // namespace lapak
