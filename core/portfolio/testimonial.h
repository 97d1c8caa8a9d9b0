// portfolio: what somebody said of a piece or a class, in her words, and whether it may be shown. Pure.
#pragma once
#include <optional>
#include <string>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/problem.h"

namespace lapak {

struct Contact;
struct CustomOrder;
struct Product;

struct Testimonial {
  Id<Testimonial> id;
  Id<Contact> contact;  // who said it
  std::string text;     // in her words
  std::string named;    // as she wants to be named: "Ratna, Yogyakarta"; empty: not at all
  // Of what: an order, a product, or in free words (a class).
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<Product>> product;
  std::string about;
  std::string photo;                 // a PhotoName; empty: the order's or the product's own
  std::optional<Date> consented_on;  // she said that it may be published; none: she did not
  std::string given_how;             // how she said so: "WhatsApp"
  Instant at;
  friend bool operator==(const Testimonial&, const Testimonial&) = default;
};

// Texts cleaned. Without consent nothing is kept of how it was given. Problems: NameEmpty (nothing was said),
// NameTooLong, TextNotUtf8.
Result<Testimonial> checked_testimonial(Testimonial testimonial);

}  // namespace lapak
