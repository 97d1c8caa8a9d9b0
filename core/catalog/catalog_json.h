// catalog: how its facts stand in the journal. For the rooms whose entries make products; screens never see it.
#pragma once
#include "core/catalog/catalog_commands.h"
#include "core/journal/fact_json.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Category, id, name, colour, position, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SetPart, product, quantity)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Product, id, parent, code, barcode, name, price, cost, floor, category,
                                                maker, photo, story, tax_class, option_names, option_values, tracked,
                                                one_of_a_kind, open_price, favourite, low_mark, position, hidden, parts)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ProductSaved, product)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CategorySaved, category)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PhotoKept, photo)

}  // namespace lapak
