// screens: one item: its name, price, photo, stock, variants (ux.md §2.10, §2.11).
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace lapak {

// What a new item begins with: a word that was searched for, a barcode that was scanned.
struct NewItem {
  std::string name = {};
  std::string barcode = {};
};

// A new item, or one that is changed. Goes Back when it was saved.
std::unique_ptr<Screen> make_product_editor(std::optional<Id<Product>> product, NewItem begun = {});

}  // namespace lapak
