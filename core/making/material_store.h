// making: the rows of materials, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/journal/journal.h"
#include "core/making/recipe.h"

namespace lapak {

// Also hidden ones.
std::optional<Material> find_material(const Database& database, Id<Material> id);
// Of that name, in any case of letters; none that is hidden.
std::optional<Material> find_material(const Database& database, std::string_view name);
MaterialStock material_stock(const Database& database, Id<Material> id);
bool has_moved(const Database& database, Id<Material> id);
// All that are not hidden, and hidden ones that a recipe still uses; by name.
std::vector<MaterialOnHand> materials_on_hand(const Database& database);

// A row of the list.
struct MaterialRow {
  Material material;
  std::string supplier;  // name; empty for none, or one who was forgotten
  MaterialStock stock;
  Quantity reserved;
  std::optional<Date> expires;  // the first day on which something that may still be there does
  bool is_low = false;
  bool is_short = false;  // less is there than is reserved
};
// By name, hidden ones left out. What was bought first is taken to be used first.
std::vector<MaterialRow> material_rows(const Database& database);

struct MaterialMoved;
struct MaterialMoveRow {
  Id<MaterialMoved> id;
  MaterialMove kind = MaterialMove::Bought;
  Quantity quantity;
  Money value;
  Date business_date;
  std::optional<Id<Purchase>> purchase;
  std::optional<Id<Batch>> batch;
  std::optional<Id<MaterialMoved>> corrects;
  std::optional<Date> expires;
};
// Newest first.
std::vector<MaterialMoveRow> material_moves(const Database& database, Id<Material> id, int limit);

struct PurchaseRow {
  Id<Purchase> id;
  Date business_date;
  std::string supplier;
  Money amount;  // shipping included
  int lines = 0;
  bool is_taken_back = false;
};
// Newest first.
std::vector<PurchaseRow> purchases(const Database& database, int limit);

// What is to be bought so that every plan can be made and nothing is low.
struct ShoppingRow {
  Id<Material> material;
  std::string name, supplier;
  Quantity missing;  // in the unit it is used in
  Quantity buy;      // in the unit it is bought in, whole ones
  Unit unit = Unit::Piece, bought_in = Unit::Piece;
  Money about;  // at what was paid last; 0 where nobody knows
};
// By supplier and name.
std::vector<ShoppingRow> shopping_list(const Database& database);

// One move, as it stands in a fact.
struct MaterialMoved {
  static constexpr std::string_view kind = "making.material_moved";
  Id<MaterialMoved> id;
  Id<Material> material;
  MaterialMove move = MaterialMove::Used;
  Quantity quantity;  // signed
  Money value;        // signed
  std::optional<Id<Purchase>> purchase;
  std::optional<Id<Batch>> batch;
  std::optional<Id<MaterialMoved>> corrects;
  std::optional<Date> expires;
  Date business_date;
};
// The move that takes one back: its opposite, which names it.
MaterialMoved opposite_of(const MaterialMoved& move, Id<MaterialMoved> id, Date business_date);
// What a purchase, or a batch, comes to now, one move a material; nothing of one that was taken back.
std::vector<MaterialMoved> net_moves_of(const Database& database, Id<Purchase> purchase);
std::vector<MaterialMoved> net_moves_of(const Database& database, Id<Batch> batch);

// Writing, for apply_material alone.
void put_material(Database& database, const Material& material);
void put_purchase(Database& database, const Purchase& purchase, const EntryHeader& header);
void put_material_move(Database& database, const MaterialMoved& move, const EntryHeader& header);

}  // namespace lapak
