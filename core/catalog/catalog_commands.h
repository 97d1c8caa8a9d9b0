// catalog: what can be done to products, categories and photos.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/catalog/bundle_commands.h"
#include "core/catalog/product.h"
#include "core/journal/decision.h"

namespace lapak {

// Adds a product (nil id) or changes one, together with its variants: those in `variants` with a nil id are added,
// the others changed; variants left out are hidden. Undoable.
// Problems: those of checked_product, CodeTaken, BarcodeTaken, CategoryUnknown, ProductUnknown, OwnerOnly (floor),
// SetUnfit (a part of a set varies or is a set; what is in a set begins to).
struct SaveProduct {
  Product product;
  std::vector<Product> variants;
  std::optional<Attachment> photo;  // new bytes for product.photo
};
struct HideProduct {
  Id<Product> product;
  bool hidden = true;
};
// Adds (nil id) or changes. Undoable. Problems: NameEmpty, NameTooLong, CategoryUnknown.
struct SaveCategory {
  Category category;
};
// The categories that are shown, in this order from now on; those not named stand after them. Undoable. Problems:
// CategoryUnknown.
struct ArrangeCategories {
  std::vector<Id<Category>> categories;
};
// Many at once, in one entry: what an import does. Products with a nil id are added; categories come with their ids.
struct SaveProducts {
  std::vector<Product> products;
  std::vector<Category> new_categories;
};

using CatalogCommand =
    std::variant<SaveProduct, HideProduct, SaveCategory, ArrangeCategories, SaveProducts, SaveBundleRule>;

struct ProductSaved {
  static constexpr std::string_view kind = "catalog.product_saved";
  Product product;
};
struct CategorySaved {
  static constexpr std::string_view kind = "catalog.category_saved";
  Category category;
};
// A picture came into the file; its bytes stand beside the journal, under this name.
struct PhotoKept {
  static constexpr std::string_view kind = "catalog.photo_kept";
  PhotoName photo;
};

Result<Decision> decide(const CatalogCommand& command, const Deciding& deciding);
void apply_catalog(const Fact& fact, const Applying& applying);
// The fact that a product is as given, for rooms that make products by their own entries (an import of sales).
Fact product_saved(const Product& product);

}  // namespace lapak
