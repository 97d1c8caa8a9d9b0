// catalog: finding a product by any part of its name, code, barcode or category, without accents or case, best first.
//
// An index in memory over a snapshot of the catalogue: built off the frame, read from the main thread. Every word of
// the question must occur. Best: the whole code or barcode, then a name that begins with the question, then a word
// that begins with it, then anywhere; among equals favourites, then the grid's order.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"

namespace lapak {

class ProductSearch {
 public:
  // Reads the catalogue through `database`. Hidden products are not found; variants are found as their parent.
  static ProductSearch build(const Database& database);

  struct Found {
    std::vector<Id<Product>> best;  // at most `limit`
    int total = 0;                  // how many match
  };
  Found find(std::string_view question, int limit) const;

  ~ProductSearch();
  ProductSearch(ProductSearch&&) noexcept;
  ProductSearch& operator=(ProductSearch&&) noexcept;

 private:
  struct Index;
  explicit ProductSearch(std::unique_ptr<Index> index);
  std::unique_ptr<Index> index_;
};

}  // namespace lapak
