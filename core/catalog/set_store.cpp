// catalog: which sets there are.
#include "core/catalog/set_store.h"

#include "core/catalog/product_store.h"

namespace lapak {

std::vector<Product> all_sets(const Database& database) {
  std::vector<Product> sets;
  for (Rows rows = database.query("SELECT id FROM product WHERE hidden = 0 AND id IN (SELECT whole FROM set_part) "
                                  "ORDER BY name, id");
       rows.next();)
    sets.push_back(find_product(database, rows.get<Id<Product>>(0)).value());
  return sets;
}

}  // namespace lapak
