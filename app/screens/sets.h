// screens: sets: what an item is made of, and the same item by the dozen.
#pragma once
#include <memory>

#include "app/screens/screen.h"
#include "core/catalog/product.h"

namespace lapak {

// What a product is made of. Goes Back when it was saved.
std::unique_ptr<Screen> make_set_page(Id<Product> product);
// A new item: twelve of this one, from the same stock. Goes Back when it was saved.
std::unique_ptr<Screen> make_dozen_page(Id<Product> of);

}  // namespace lapak
