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

// Those that were handed over and not taken back since, for which `condition` holds; the newest first.
template <class... Parameters>
std::vector<PastOrder> read_past(const Database& database, std::string_view condition,
                                 const Parameters&... parameters) {
  const std::string sql =
      "SELECT o.id, o.number, o.what, o.quantity, o.price, o.promised, s.business_date, "
      "coalesce((SELECT sum(minutes) FROM order_work WHERE custom_order = o.id), 0), o.client FROM custom_order o "
      "JOIN sale s ON s.custom_order = o.id AND s.kind = 'sale' "
      "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') "
      "WHERE o.stage = 'handed_over' AND " +
      std::string(condition) + " ORDER BY s.business_date DESC, o.number DESC";
  std::vector<PastOrder> past;
  for (Rows rows = database.query(sql, parameters...); rows.next();)
    past.push_back({.order = rows.get<Id<CustomOrder>>(0),
                    .number = rows.get<std::int64_t>(1),
                    .client = rows.get<Id<Contact>>(8),
                    .what = rows.get<std::string>(2),
                    .quantity = rows.get<Quantity>(3),
                    .price = rows.get<Money>(4),
                    .minutes = rows.get<std::int64_t>(7),
                    .promised = rows.get<std::optional<Date>>(5),
                    .handed_over = rows.get<Date>(6)});
  return past;
}

}  // namespace

std::vector<PastOrder> past_orders(const Database& database, Id<Contact> client) {
  std::vector<PastOrder> past;
  for (const Id<Contact>& same : same_contacts(database, client))
    std::ranges::move(read_past(database, "o.client = ?", same), std::back_inserter(past));
  std::ranges::sort(past, std::ranges::greater(),
                    [](const PastOrder& one) { return std::pair(one.handed_over, one.number); });
  return past;
}

std::vector<PastOrder> past_orders(const Database& database, OrderKind kind) {
  return read_past(database, "o.kind = ?", kind_code(kind));
}

std::vector<PastClient> past_clients(const Database& database) {
  std::map<Id<Contact>, std::vector<PastOrder>> by_client;
  for (PastOrder& one : read_past(database, "1"))
    by_client[kept_contact(database, one.client)].push_back(std::move(one));
  std::vector<PastClient> clients;
  for (auto& [client, orders] : by_client) {
    const std::string name = kept_name(database, client);
    if (name.empty()) continue;
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
