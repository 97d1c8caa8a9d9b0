// order: what earlier orders tell.
#include "core/order/past_orders.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

Money piece_price(const PastOrder& order) {
  return part_of(order.price, {1'000, order.quantity.thousandths});
}

// Up to two digits that count.
Money rounded_up(Money amount) {
  Money step{1};
  while (amount.minor / step.minor >= 100) step.minor *= 10;
  return rounded_to_step(amount, step, RoundingDirection::Up);
}

struct Past {
  Id<Contact> client;
  PastOrder order;
};

// Those that were handed over and not taken back since, for which `condition` holds.
std::string select_past(std::string_view condition) {
  return "SELECT o.id, o.number, o.what, o.quantity, o.price, o.promised, s.business_date, "
         "coalesce((SELECT sum(minutes) FROM order_work WHERE custom_order = o.id), 0), o.client FROM custom_order o "
         "JOIN sale s ON s.custom_order = o.id AND s.kind = 'sale' "
         "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') "
         "WHERE o.stage = 'handed_over' AND " +
         std::string(condition);
}

std::vector<Past> read_past(Rows rows) {
  std::vector<Past> past;
  while (rows.next())
    past.push_back({rows.get<Id<Contact>>(8),
                    {.order = rows.get<Id<CustomOrder>>(0),
                     .number = rows.get<std::int64_t>(1),
                     .what = rows.get<std::string>(2),
                     .quantity = rows.get<Quantity>(3),
                     .price = rows.get<Money>(4),
                     .minutes = rows.get<std::int64_t>(7),
                     .promised = rows.get<std::optional<Date>>(5),
                     .handed_over = rows.get<Date>(6)}});
  return past;
}

void sort_newest_first(std::vector<PastOrder>& past) {
  std::ranges::sort(past, std::ranges::greater(),
                    [](const PastOrder& one) { return std::pair(one.handed_over, one.number); });
}

}  // namespace

std::vector<PastOrder> past_orders(const Database& database, Id<Contact> client) {
  std::vector<PastOrder> past;
  for (const Id<Contact>& same : same_contacts(database, client))
    for (Past& one : read_past(database.query(select_past("o.client = ?"), same))) past.push_back(std::move(one.order));
  sort_newest_first(past);
  return past;
}

std::vector<PastOrder> past_orders(const Database& database, OrderKind kind) {
  std::vector<PastOrder> past;
  for (Past& one : read_past(database.query(select_past("o.kind = ?"), kind_code(kind))))
    past.push_back(std::move(one.order));
  sort_newest_first(past);
  return past;
}

std::vector<PastClient> past_clients(const Database& database) {
  std::map<Id<Contact>, std::vector<PastOrder>> by_client;
  for (Past& one : read_past(database.query(select_past("1"))))
    by_client[kept_contact(database, one.client)].push_back(std::move(one.order));
  std::vector<PastClient> clients;
  for (auto& [client, orders] : by_client) {
    const std::string name = kept_name(database, client);
    if (name.empty()) continue;
    sort_newest_first(orders);
    clients.push_back({client, name, std::move(orders)});
  }
  std::ranges::sort(clients, {}, [](const PastClient& one) { return std::pair(folded(one.name), one.client); });
  return clients;
}

std::optional<Money> hourly_rate(std::span<const PastOrder> orders) {
  Money brought;
  std::int64_t minutes = 0;
  for (const PastOrder& one : orders) {
    if (one.minutes <= 0) continue;
    brought += one.price;
    minutes += one.minutes;
  }
  if (minutes == 0 || !bounded(brought)) return std::nullopt;
  return part_of(brought, {60, minutes});
}

Punctuality punctuality(std::span<const PastOrder> orders) {
  Punctuality kept;
  for (const PastOrder& one : orders) {
    if (!one.promised) continue;
    ++kept.promised;
    if (one.handed_over <= *one.promised) ++kept.on_time;
  }
  return kept;
}

std::optional<RaiseDue> raise_due(std::span<const PastOrder> orders) {
  if (orders.empty()) return std::nullopt;
  RaiseDue due{.piece_price = piece_price(orders.front())};
  Money next = due.piece_price;
  for (const PastOrder& one : orders) {
    const Money price = piece_price(one);
    if (price < next) break;  // here it rose
    next = price;
    ++due.orders;
  }
  if (due.orders < kOrdersBeforeRaise || due.piece_price <= Money{}) return std::nullopt;
  due.suggested = rounded_up(part_of(due.piece_price, {11, 10}));
  return due;
}

}  // namespace lapak
