// partner: makers one stands beside: what was done together, and whether one would again. Pure types.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"

namespace lapak {

struct Contact;
struct Product;
struct Together;

enum class Again { Unsaid, Yes, Perhaps, No };  // would I stand beside them again
std::string_view again_code(Again again);       // "", "yes", "perhaps", "no"
std::optional<Again> find_again(std::string_view code);

// What one keeps about a maker beside the contact. A card: the newest counts.
struct Vendor {
  Id<Contact> partner;
  Again again = Again::Unsaid;
  std::string why;
  std::string prices;  // their price list, as they told it
  friend bool operator==(const Vendor&, const Vendor&) = default;
};

enum class TogetherKind {
  Bundle,        // something made of both, perhaps a product of mine
  ReferredTo,    // I sent somebody to them
  ReferredFrom,  // they sent somebody to me
  Other,
};
std::string_view together_code(TogetherKind kind);  // "bundle", "referred_to", …
std::optional<TogetherKind> find_together(std::string_view code);

// A fact. What came of one is a fact of its own that follows it.
struct Together {
  Id<Together> id;
  Id<Contact> partner;
  TogetherKind kind = TogetherKind::Other;
  Instant at;
  std::optional<Id<Product>> product;
  std::optional<Id<Together>> follows;
  Money amount;  // what it brought, if that is known
  std::string text;
  friend bool operator==(const Together&, const Together&) = default;
};

}  // namespace lapak
