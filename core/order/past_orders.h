// order: what earlier orders tell before the next one is priced: what an hour brought, whether promises were kept, and
// whether it is time to ask for more.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/db/database.h"
#include "core/order/custom_order.h"

namespace lapak {

// An order that was handed over.
struct PastOrder {
  Id<CustomOrder> order;
  std::int64_t number = 0;
  Id<Contact> client;  // as the order has it, also when that card was merged into another since
  std::string what;    // empty of a client who was forgotten
  Quantity quantity = Quantity::of(1);
  Money price;               // agreed, for all of it
  std::int64_t minutes = 0;  // of work that were noted; 0: none were
  std::optional<Date> promised;
  Date handed_over;
};
// Newest first. Of a client also what was ordered under cards that were merged into this one.
std::vector<PastOrder> past_orders(const Database& database, Id<Contact> client);
std::vector<PastOrder> past_orders(const Database& database, OrderKind kind);

struct PastClient {
  Id<Contact> client;  // the card that was kept
  std::string name;
  std::vector<PastOrder> orders;  // newest first
};
// All for whom something was made, by name; those who were forgotten are left out.
std::vector<PastClient> past_clients(const Database& database);

// What an hour of work brought: Σ price × 60 / Σ minutes over those whose hours were noted, rounded half away from
// zero; none where no hours were, or the sum is beyond kLargestMoney.
std::optional<Money> hourly_rate(std::span<const PastOrder> orders);

struct Punctuality {
  std::int64_t promised = 0;  // with a day promised
  std::int64_t on_time = 0;   // handed over by it
};
Punctuality punctuality(std::span<const PastOrder> orders);

inline constexpr std::int64_t kOrdersBeforeRaise = 3;
// After kOrdersBeforeRaise orders in which the price of a piece did not rise it is time to ask for more.
struct RaiseDue {
  std::int64_t orders = 0;  // since it last rose
  Money piece_price;        // of the newest
  Money suggested;          // a tenth more, up to two digits that count: 85.000 → 94.000
};
// `orders` newest first, of one client or one kind. None: not yet, or nothing was charged.
std::optional<RaiseDue> raise_due(std::span<const PastOrder> orders);

}  // namespace lapak
