// order: the rows of pre-order rounds.
#include "core/order/round_store.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"

namespace lapak {
namespace {

constexpr std::string_view columns =
    "r.id, r.name, r.quota, r.closes, r.promised, r.deposit_percent, r.state, r.hidden, r.half_slots, r.minutes ";

Round read_round(const Rows& rows) {
  return Round{.id = rows.get<Id<Round>>(0),
               .name = rows.get<std::string>(1),
               .items = {},
               .quota = rows.get<std::optional<Quantity>>(2),
               .closes = rows.get<std::optional<Date>>(3),
               .promised = rows.get<std::optional<Date>>(4),
               .half_slots = rows.get<std::int64_t>(8),
               .minutes = rows.get<std::int64_t>(9),
               .deposit_percent = rows.get<std::int64_t>(5),
               .state = find_round_state(rows.get<std::string_view>(6)).value(),
               .hidden = rows.get<int>(7) != 0};
}

std::optional<Round> find_round(const Database& database, Id<Round> id) {
  static const std::string sql = "SELECT " + std::string(columns) + "FROM order_round r WHERE r.id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_round(rows)) : std::nullopt;
}

// What is left of `quota`; none where there is none.
std::optional<Quantity> left_of(const std::optional<Quantity>& quota, Quantity ordered) {
  return quota ? std::optional(*quota - ordered) : std::nullopt;
}

}  // namespace

std::vector<RoundRow> rounds(const Database& database, Date today) {
  static const std::string sql =
      "SELECT " + std::string(columns) +
      ", coalesce(sum(p.quantity) FILTER (WHERE o.stage <> 'called_off'), 0), "
      "count(DISTINCT o.id) FILTER (WHERE o.stage <> 'called_off') "
      "FROM order_round r LEFT JOIN round_pick p ON p.round = r.id LEFT JOIN custom_order o ON o.id = p.custom_order "
      "WHERE r.hidden = 0 GROUP BY r.id ORDER BY r.id DESC";
  std::vector<RoundRow> all;
  for (Rows rows = database.query(sql); rows.next();) {
    RoundRow row{.round = read_round(rows), .ordered = rows.get<Quantity>(10), .left = {}, .people = rows.get<int>(11)};
    row.left = left_of(row.round.quota, row.ordered);
    all.push_back(std::move(row));
  }
  const auto closed =
      std::ranges::stable_partition(all, [&](const RoundRow& row) { return takes_orders(row.round, today); });
  const std::ranges::subrange open(all.begin(), closed.begin());
  std::ranges::stable_sort(open, std::ranges::less(), [](const RoundRow& row) {
    return std::pair(!row.round.closes.has_value(), row.round.closes.value_or(Date{}));
  });
  return all;
}

std::optional<RoundPage> round_page(const Database& database, Id<Round> id) {
  std::optional<Round> round = find_round(database, id);
  if (!round) return std::nullopt;
  RoundPage page{
      .round = *std::move(round), .items = {}, .ordered = {}, .left = {}, .orders = orders_of_round(database, id)};
  for (Rows rows =
           database.query("SELECT i.product, i.price, i.quota, coalesce((SELECT sum(p.quantity) FROM round_pick p "
                          "JOIN custom_order o ON o.id = p.custom_order "
                          "WHERE p.round = i.round AND p.product = i.product AND o.stage <> 'called_off'), 0) "
                          "FROM round_item i WHERE i.round = ? ORDER BY i.position",
                          id);
       rows.next();) {
    RoundItemRow row{.item = {rows.get<Id<Product>>(0), rows.get<Money>(1), rows.get<std::optional<Quantity>>(2)},
                     .name = {},
                     .photo = {},
                     .ordered = rows.get<Quantity>(3),
                     .left = {}};
    page.ordered += row.ordered;
    page.round.items.push_back(row.item);
    page.items.push_back(std::move(row));
  }
  page.left = left_of(page.round.quota, page.ordered);
  for (RoundItemRow& row : page.items) {
    if (const auto product = find_product(database, row.item.product)) {
      row.name = label_of(*product);
      row.photo = photo_of(database, *product);
    }
    row.left = left_of(row.item.quota, row.ordered);
    if (page.left) row.left = std::min(row.left.value_or(*page.left), *page.left);
  }
  for (const OrderRow& order : page.orders) {
    page.worth += order.order.price;
    page.deposits += order.deposit;
    page.rest += std::max(order.rest, Money{});
  }
  return page;
}

std::optional<Id<Round>> find_round(const Database& database, std::string_view name, Date today) {
  const std::string wanted = folded(name);
  for (const RoundRow& row : rounds(database, today))
    if (folded(row.round.name) == wanted) return row.round.id;
  return std::nullopt;
}

std::optional<Id<Round>> round_of(const Database& database, Id<CustomOrder> order) {
  return database.value<Id<Round>>("SELECT round FROM round_pick WHERE custom_order = ? LIMIT 1", order);
}

std::vector<Pick> picks_of(const Database& database, Id<CustomOrder> order) {
  std::vector<Pick> picks;
  for (Rows rows = database.query(
           "SELECT product, quantity, price FROM round_pick WHERE custom_order = ? ORDER BY position", order);
       rows.next();)
    picks.push_back({rows.get<Id<Product>>(0), rows.get<Quantity>(1), rows.get<Money>(2)});
  return picks;
}

std::optional<CustomOrder> order_in_round(const Database& database, Id<Round> round, Id<Contact> client) {
  for (const Id<Contact>& same : same_contacts(database, client))
    if (const auto id = database.value<Id<CustomOrder>>(
            "SELECT o.id FROM custom_order o JOIN round_pick p ON p.custom_order = o.id "
            "WHERE p.round = ? AND o.client = ? AND o.stage <> 'called_off' ORDER BY o.number DESC LIMIT 1",
            round, same))
      return find_order(database, *id);
  return std::nullopt;
}

void put_round(Database& database, const Round& round) {
  database.run(
      "INSERT INTO order_round(id, name, quota, closes, promised, deposit_percent, state, hidden, half_slots, minutes) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, quota = "
      "excluded.quota, "
      "closes = excluded.closes, promised = excluded.promised, deposit_percent = excluded.deposit_percent, "
      "state = excluded.state, hidden = excluded.hidden, half_slots = excluded.half_slots, minutes = excluded.minutes",
      round.id, round.name, round.quota, round.closes, round.promised, round.deposit_percent, state_code(round.state),
      round.hidden ? 1 : 0, round.half_slots, round.minutes);
  database.run("DELETE FROM round_item WHERE round = ?", round.id);
  int position = 0;
  for (const RoundItem& item : round.items)
    database.run("INSERT INTO round_item(round, position, product, price, quota) VALUES (?, ?, ?, ?, ?)", round.id,
                 position++, item.product, item.price, item.quota);
}

void put_picks(Database& database, Id<CustomOrder> order, Id<Round> round, const std::vector<Pick>& picks) {
  database.run("DELETE FROM round_pick WHERE custom_order = ?", order);
  int position = 0;
  for (const Pick& pick : picks)
    database.run(
        "INSERT INTO round_pick(custom_order, position, round, product, quantity, price) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        order, position++, round, pick.product, pick.quantity, pick.price);
}

}  // namespace lapak
