// order: the rows of orders, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/order/custom_order.h"
#include "core/order/round.h"
#include "core/people/people_store.h"
#include "core/sale/sale.h"

namespace lapak {

std::optional<CustomOrder> find_order(const Database& database, Id<CustomOrder> id);
std::optional<CustomOrder> find_order(const Database& database, std::int64_t number);
std::int64_t last_order_number(const Database& database);
// Minutes of work that were noted.
std::int64_t minutes_worked(const Database& database, Id<CustomOrder> id);

// The days revisions were given, oldest first; without those taken back.
std::vector<Date> revisions_given(const Database& database, Id<CustomOrder> id);

// A pre-order round that is still to be made, or still takes orders, and takes something of a week.
struct RoundLoad {
  Id<Round> round;
  std::string name;
  Date day;  // promised, or the first asked for where that is past
  std::int64_t half_slots = 0;
  std::int64_t minutes = 0;
};
// By their days. A round without a day counts nowhere, and one no more when it takes no orders and all it gathered are
// handed over or called off.
std::vector<RoundLoad> round_loads(const Database& database, Date first_day);

// What the open orders and the rounds promised from `first_day` on take of each week, in the order of the weeks; those
// without a day count nowhere, those promised before it are late and count to its week. The order `but` is left out.
std::vector<WeekLoad> week_loads(const Database& database, Date first_day, Id<CustomOrder> but = {});

struct OrderRow {
  CustomOrder order;
  std::string client;  // name, or phone; empty of one who was forgotten
  Money deposit;       // what is held
  Money rest;          // price − deposit of open ones; of those handed over what is still owed
};
// Its invoice was to be paid by now, and is not.
bool is_overdue(const OrderRow& row, Date today);
struct OrderQuestion {
  bool is_open = true;  // else those handed over and called off
  int first = 0;
  int count = 100;
  friend bool operator==(const OrderQuestion&, const OrderQuestion&) = default;
};
// Open ones: the earliest promise first, those without a day last; no seats of classes. Closed ones: the newest first.
std::vector<OrderRow> orders(const Database& database, const OrderQuestion& question);
// Newest first; also of the cards that were merged into this one.
std::vector<OrderRow> orders_of(const Database& database, Id<Contact> client);

// Of a pre-order round, in the order of their numbers; without those called off.
std::vector<OrderRow> orders_of_round(const Database& database, Id<Round> round);

// The board: who waits for what, and what this week is to hold. Seats of classes are not on it.
struct OrderBoard {
  std::vector<OrderRow> fresh, making, ready;  // the earliest promise first, those without a day last
  // The newest first, as many as were asked for; before them those whose invoice is overdue.
  std::vector<OrderRow> handed_over;
  WeekLoad week;  // this one, with those that are late
};
OrderBoard order_board(const Database& database, Date today, int most_handed_over);

// What was paid for an order, deposits and the bill it was handed over with.
struct OrderReceipt {
  Id<Sale> sale;
  std::string number;
  SaleKind kind = SaleKind::Sale;
  Date business_date;
  Money amount;  // of a deposit what was taken, < 0 what was given back
};
struct OrderPage {
  OrderRow row;
  std::string phone;                   // the client's, to write to
  std::int64_t minutes = 0;            // of work that were noted
  std::vector<Date> revisions;         // given, oldest first
  std::vector<OrderReceipt> receipts;  // oldest first
};
std::optional<OrderPage> order_page(const Database& database, Id<CustomOrder> id);

// Writing, for apply_order alone.
void put_order(Database& database, const CustomOrder& order, PersonalWords words);
// Words about the orders of a person and of those merged into her become NULL.
void forget_words_of_orders(Database& database, Id<Contact> client);
void put_stage(Database& database, Id<CustomOrder> order, OrderStage stage, Instant at, std::optional<Id<Seller>> who);
void put_work(Database& database, Id<CustomOrder> order, std::int64_t minutes, Instant at, Date business_date,
              std::optional<Id<Seller>> who);
// `count`: 1, or −1 for the newest taken back.
void put_revision(Database& database, Id<CustomOrder> order, int count, Instant at, Date business_date,
                  std::optional<Id<Seller>> who);

}  // namespace lapak
