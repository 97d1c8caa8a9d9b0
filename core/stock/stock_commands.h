// stock: what can be done to stock by hand. Sales move stock by their own entries.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/catalog/catalog_commands.h"
#include "core/journal/decision.h"
#include "core/stock/stock.h"

namespace lapak {

// Pieces that came or went. `quantity` is positive for what arrives (Opening, Received, Made, Returned) and for what
// leaves (Lost, Gift, OwnUse) alike; the kind gives the sign. Starts to track the product. Undoable.
// Problems: ProductUnknown, QuantityZero, QuantityNegative, QuantityTooLarge.
struct MoveStock {
  Id<Product> product;
  MovementKind kind = MovementKind::Received;
  Quantity quantity;
  std::string reason;
};
// What was found when counting; the difference becomes a movement (none when it is right). Starts to track. Undoable.
// Problems: ProductUnknown, QuantityNegative, QuantityTooLarge.
struct CountStock {
  Id<Product> product;
  Quantity counted;
  std::string reason;
};

// Products that come from elsewhere, with the pieces there are of some of them, in one entry: what an import does.
// The pieces arrive as Opening, of products that were not counted; those are from now on.
// Problems: those of SaveProducts, QuantityNegative, QuantityTooLarge. Asserts: a product of `stock` is in `products`.
struct OpeningStock {
  Id<Product> product;
  Quantity quantity;
};
struct TakeInProducts {
  SaveProducts products;
  std::vector<OpeningStock> stock;
};

using StockCommand = std::variant<MoveStock, CountStock, TakeInProducts>;

struct PlaceSaved {
  static constexpr std::string_view kind = "stock.place_saved";
  Place place;
};
struct StockMoved {
  static constexpr std::string_view kind = "stock.moved";
  Movement movement;
};
struct TrackingChanged {
  static constexpr std::string_view kind = "stock.tracking_changed";
  Id<Product> product;
  bool tracked = true;
};

Result<Decision> decide(const StockCommand& command, const Deciding& deciding);
void apply_stock(const Fact& fact, const Applying& applying);
// The fact of a movement, for the rooms that move stock by their own entries.
Fact moved(const Movement& movement);

// Where deliveries go, and sales take from that are made at no fair. Asserts: the shop has one.
Id<Place> home_place(const Database& database);
// Home or a fair's box: what stands there is on hand.
bool is_own_place(const Database& database, Id<Place> place);
// The place that is this partner's shop, once goods went there.
std::optional<Id<Place>> place_of(const Database& database, Id<Contact> partner);
// At all places of our own.
Quantity on_hand(const Database& database, Id<Product> product);
Quantity on_hand_at(const Database& database, Id<Product> product, Id<Place> place);
// Whether it ever moved there, even if none is left.
bool is_kept_at(const Database& database, Id<Product> product, Id<Place> place);
// Whether it ever moved in parts of a piece, as fabric by the metre does.
bool moves_in_parts(const Database& database, Id<Product> product);
// Newest first.
std::vector<Movement> movements_of(const Database& database, Id<Product> product, int limit);

}  // namespace lapak
