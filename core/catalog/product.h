// catalog: what is sold. Pure types and rules.
//
// A product is one thing with a price. Where it varies (colour, size) each variant is a product of its own whose
// `parent` is the card it varies; the parent itself is then not sold. A variant takes category, story, maker and tax
// class from its parent and has its own code, price, stock and photo.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/money.h"

namespace lapak {

struct Contact;  // people/contact.h
struct Product;

// The content hash of a photo, in hexadecimal; empty for none.
using PhotoName = std::string;

inline constexpr std::size_t kMostOptions = 3;
inline constexpr int kCategoryColours = 8;

struct Category {
  Id<Category> id;
  std::string name;
  int colour = 0;  // 0 … kCategoryColours − 1, a tint of the design
  int position = 0;
  bool hidden = false;
  friend bool operator==(const Category&, const Category&) = default;
};

// So much of a product in each piece of a set.
struct SetPart {
  Id<Product> product;
  Quantity quantity;
  friend bool operator==(const SetPart&, const SetPart&) = default;
};
inline constexpr std::size_t kMostSetParts = 50;

struct Product {
  Id<Product> id;
  std::optional<Id<Product>> parent;
  std::string code;     // unique where not empty; upper and lower case differ
  std::string barcode;  // unique where not empty
  std::string name;
  Money price;
  std::optional<Money> cost;
  std::optional<Money> floor;  // the owner's lowest price
  std::optional<Id<Category>> category;
  std::optional<Id<Contact>> maker;
  PhotoName photo;
  std::string story;
  std::string tax_class;
  std::vector<std::string> option_names;   // of a parent: {"Warna", "Ukuran"}
  std::vector<std::string> option_values;  // of a variant: {"Merah", "M"}
  bool tracked = true;                     // stock is counted
  bool one_of_a_kind = false;
  bool open_price = false;  // asks for the amount when tapped
  bool favourite = false;
  std::optional<Quantity> low_mark;
  int position = 0;
  bool hidden = false;
  std::vector<SetPart> parts;  // of a set: it is sold as one and taken from stock by its parts, so it is not tracked

  bool is_set() const { return !parts.empty(); }
  bool has_variants() const { return !option_names.empty(); }
  friend bool operator==(const Product&, const Product&) = default;
};

// "Merah · M" for a variant, "" for a product without options.
std::string variant_label(const Product& product);

// Checks what can be checked without the shop and gives back the product with its texts trimmed.
// Problems: NameEmpty, NameTooLong, TextNotUtf8, AmountNegative, AmountTooLarge, TooManyOptions,
// QuantityZero, QuantityNegative, QuantityTooLarge, PhotoUnreadable (a name that is no hash), SetUnfit, SetTooLarge.
Result<Product> checked_product(Product product);

}  // namespace lapak
