// catalog: the rows of products, categories and photos, and the questions screens ask about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"

namespace lapak {

std::optional<Product> find_product(const Database& database, Id<Product> id);
// Its own photo, else its parent's; empty for none.
PhotoName photo_of(const Database& database, const Product& product);
// Its name with its variant: "Mug · Biru"; empty when it is not known.
std::string label_of(const Product& product);
std::string product_label(const Database& database, Id<Product> id);
// By exact code, else by barcode.
std::optional<Product> find_product_by_code(const Database& database, std::string_view code);
// Whether it is a part of some set.
bool is_in_a_set(const Database& database, Id<Product> id);
std::vector<Product> variants_of(const Database& database, Id<Product> parent);  // not hidden, in order
std::optional<Category> find_category(const Database& database, Id<Category> id);
std::optional<Category> find_category(const Database& database, std::string_view name);
std::vector<Category> categories(const Database& database);      // not hidden, in order
std::vector<Category> all_categories(const Database& database);  // then those that are hidden

// Photo bytes by name; empty when unknown.
std::string photo_jpeg(const Database& database, const PhotoName& photo);
std::string photo_thumbnail(const Database& database, const PhotoName& photo);

// A card of the selling grid.
struct ProductCard {
  Id<Product> id;
  std::string code;
  std::string name;
  Money price;
  bool is_from_price = false;  // variants differ: "from 85.000"
  bool has_variants = false;
  bool open_price = false;
  PhotoName photo;
  int tint = 0;  // category colour
  bool tracked = false;
  Quantity on_hand;  // of all variants, at all places
  bool is_low = false;
  bool is_out = false;
  bool one_of_a_kind = false;
  bool is_set = false;  // on_hand: as many as its parts allow
  friend bool operator==(const ProductCard&, const ProductCard&) = default;
};

// Cards of these products, in this order; unknown and hidden ones are left out.
std::vector<ProductCard> cards_of(const Database& database, const std::vector<Id<Product>>& products);

enum class GridFilter { All, BestSellers, Category };

// One page of the grid. BestSellers are those sold most since `since`.
struct GridQuestion {
  GridFilter filter = GridFilter::All;
  Id<Category> category;
  Date since;
  int first = 0;
  int count = 60;
  friend bool operator==(const GridQuestion&, const GridQuestion&) = default;
};
struct GridView {
  std::vector<ProductCard> cards;
  int total = 0;
};
GridView grid(const Database& database, const GridQuestion& question);

// A row of the stock list: a sellable thing (a variant, or a product without variants).
struct StockRow {
  Id<Product> id;
  Id<Product> card;  // the product whose page it opens: itself, or its parent
  std::string code;
  std::string name;  // with the variant's label
  PhotoName photo;
  int tint = 0;
  Money price;
  std::optional<Money> cost;
  bool tracked = false;
  Quantity on_hand;
  std::optional<Quantity> low_mark;
  bool is_low = false;
  bool is_out = false;
  bool hidden = false;
  bool is_set = false;   // on_hand: as many as its parts allow
  Quantity sold_lately;  // in the last 30 days
  Money value;           // on hand × cost, 0 where the cost is unknown or nothing is there
};

enum class StockFilter { All, Low, Out, Partners, Hidden };

struct StockQuestion {
  StockFilter filter = StockFilter::All;
  std::string search;
  Date today;
  int first = 0;
  int count = 60;
  friend bool operator==(const StockQuestion&, const StockQuestion&) = default;
};

struct StockView {
  std::vector<StockRow> rows;
  int total = 0;  // rows of the filter and the search
  int all_count = 0, low_count = 0, out_count = 0, partners_count = 0;
  Money value;  // of all products
};
StockView stock_list(const Database& database, const StockQuestion& question);

}  // namespace lapak
