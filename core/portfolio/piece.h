// portfolio: a piece that the seller chose to show: finished work of an order, or a product. Pure.
#pragma once
#include <optional>
#include <string>

#include "core/base/id.h"
#include "core/base/problem.h"

namespace lapak {

struct CustomOrder;
struct Product;

struct Piece {
  Id<Piece> id;
  // One of the two.
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<Product>> product;
  std::string title;
  std::string story;
  int year = 0;  // 0: not said
  bool hidden = false;
  friend bool operator==(const Piece&, const Piece&) = default;
};

// Texts cleaned. Problems: NameEmpty, NameTooLong, TextNotUtf8, NotADate (no year of this age).
Result<Piece> checked_piece(Piece piece);

}  // namespace lapak
