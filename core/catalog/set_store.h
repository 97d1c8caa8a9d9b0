// catalog: which sets there are. What one is made of stands in its card (product.h).
#pragma once
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"

namespace lapak {

// By name; without hidden ones.
std::vector<Product> all_sets(const Database& database);

}  // namespace lapak
