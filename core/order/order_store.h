// order: the rows of orders, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/order/custom_order.h"

namespace lapak {

struct Seller;

std::optional<CustomOrder> find_order(const Database& database, Id<CustomOrder> id);
std::optional<CustomOrder> find_order(const Database& database, std::int64_t number);
std::int64_t last_order_number(const Database& database);
// Minutes of work that were noted.
std::int64_t minutes_worked(const Database& database, Id<CustomOrder> id);

// What the open orders promised from `first_day` on take of each week, in the order of the weeks; orders without a day
// count nowhere, those promised before it are late and count to its week. `but` is left out.
std::vector<WeekLoad> week_loads(const Database& database, Date first_day, Id<CustomOrder> but = {});

struct OrderRow {
  CustomOrder order;
  std::string client;  // name, or phone
  Money deposit;       // what is held
  Money rest;          // price − deposit, of open ones
};
struct OrderQuestion {
  bool is_open = true;  // else those handed over and called off
  int first = 0;
  int count = 100;
  friend bool operator==(const OrderQuestion&, const OrderQuestion&) = default;
};
// Open ones: the earliest promise first, those without a day last. Closed ones: the newest first.
std::vector<OrderRow> orders(const Database& database, const OrderQuestion& question);
std::vector<OrderRow> orders_of(const Database& database, Id<Contact> client);  // newest first

// Writing, for apply_order alone.
enum class OrderWords { Known, Forgotten };
void put_order(Database& database, const CustomOrder& order, OrderWords words);
void put_stage(Database& database, Id<CustomOrder> order, OrderStage stage, Instant at, std::optional<Id<Seller>> who);
void put_work(Database& database, Id<CustomOrder> order, std::int64_t minutes, Instant at, Date business_date,
              std::optional<Id<Seller>> who);

}  // namespace lapak
