// report: where the goods are: at home, in the boxes of fairs, in partners' shops.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/stock/stock.h"

namespace lapak {

enum class PlaceKind { Home, FairBox, PartnersShop };
std::string_view place_kind_code(PlaceKind kind);  // "home", "fair_box", "partners_shop"

// Where pieces of a product are, or are owed: home first, then boxes, then shops.
struct AtPlace {
  PlaceKind kind = PlaceKind::Home;
  std::string name;  // of the fair or the partner; empty: home
  Quantity quantity;
};
std::vector<AtPlace> whereabouts(const Database& database, Id<Product> product);

// What stands in each place that holds something, in the same order.
struct PlaceSum {
  PlaceKind kind = PlaceKind::Home;
  std::string name;
  int kinds = 0;
  Quantity pieces;
};
std::vector<PlaceSum> place_sums(const Database& database);

}  // namespace lapak
