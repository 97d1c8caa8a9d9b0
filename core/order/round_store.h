// order: the rows of pre-order rounds, and the questions about them.
//
// An order that was called off takes nothing of a round any more: it counts nowhere here.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"
#include "core/order/order_store.h"
#include "core/order/round.h"

namespace lapak {

struct RoundRow {
  Round round;
  Quantity ordered;              // pieces, of all products
  std::optional<Quantity> left;  // of the quota in all; none: no such quota
  int people = 0;
};
// Those that take orders today first, the one that closes next on top; then the others, the newest first.
std::vector<RoundRow> rounds(const Database& database, Date today);

struct RoundItemRow {
  RoundItem item;
  std::string name;  // with the variant's label
  PhotoName photo;
  Quantity ordered;              // what is to be made
  std::optional<Quantity> left;  // of its own quota and the one in all; none: neither is set
};
struct RoundPage {
  Round round;
  std::vector<RoundItemRow> items;
  Quantity ordered;
  std::optional<Quantity> left;  // of the quota in all
  std::vector<OrderRow> orders;  // in the order of their numbers
  Money worth;                   // of all orders
  Money deposits;                // held
  Money rest;                    // that is still to come
};
std::optional<RoundPage> round_page(const Database& database, Id<Round> id);

// Of this name, in any case of letters; one that takes orders before one that does not, then the newest.
std::optional<Id<Round>> find_round(const Database& database, std::string_view name, Date today);

// The round an order is of, and what is taken of it; none of an ordinary order.
std::optional<Id<Round>> round_of(const Database& database, Id<CustomOrder> order);
std::vector<Pick> picks_of(const Database& database, Id<CustomOrder> order);
// What this client, or a card that was merged into hers, has in the round.
std::optional<CustomOrder> order_in_round(const Database& database, Id<Round> round, Id<Contact> client);

// Writing, for apply_round alone.
void put_round(Database& database, const Round& round);
void put_picks(Database& database, Id<CustomOrder> order, Id<Round> round, const std::vector<Pick>& picks);

}  // namespace lapak
