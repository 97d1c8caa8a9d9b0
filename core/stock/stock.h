// stock: where pieces are. The number on hand is the sum of movements and nothing else. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/catalog/product.h"

namespace lapak {

struct Fair;
struct Sale;

struct Place {
  Id<Place> id;
  std::string name;
  int position = 0;
  std::optional<Id<Contact>> partner;  // whose shop it is; what stands there is ours, but not on hand
  std::optional<Id<Fair>> fair;        // whose box it is
};

enum class MovementKind {
  Opening,
  Received,
  Made,
  Sold,
  Returned,  // by a buyer
  Lost,
  Gift,
  OwnUse,
  Counted,
  Corrected,
  GivenBack,  // to the partner whose goods they are
  Moved,      // from one place to another: a movement each
};
std::string_view movement_code(MovementKind kind);  // "opening", "own_use", …
std::optional<MovementKind> find_movement(std::string_view code);

struct Movement {
  Id<Movement> id;
  Id<Product> product;
  Id<Place> place;
  MovementKind kind = MovementKind::Received;
  Quantity quantity;  // signed: + arrives, − leaves
  std::optional<Id<Sale>> sale;
  std::string source;  // where an imported correction came from and its number there: "csv 536589"
  std::string reason;  // as somebody typed it
  Instant at;
  Date business_date;
};

}  // namespace lapak
