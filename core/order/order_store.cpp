// order: the rows of orders.
#include "core/order/order_store.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/people/people_store.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

constexpr std::string_view columns =
    "o.id, o.number, o.client, o.what, o.notes, o.quantity, o.price, o.half_slots, o.minutes, o.promised, o.stage, "
    "o.delivery, o.courier, o.tracking, o.asked_at, o.kind, o.scope, o.revisions_agreed, o.invoice_due ";
constexpr int kColumns = 19;  // of those

CustomOrder read_order(const Rows& rows) {
  return CustomOrder{.id = rows.get<Id<CustomOrder>>(0),
                     .number = rows.get<std::int64_t>(1),
                     .client = rows.get<Id<Contact>>(2),
                     .kind = find_order_kind(rows.get<std::string_view>(15)).value(),
                     .what = rows.get<std::string>(3),
                     .notes = rows.get<std::string>(4),
                     .quantity = rows.get<Quantity>(5),
                     .price = rows.get<Money>(6),
                     .half_slots = rows.get<std::int64_t>(7),
                     .minutes = rows.get<std::int64_t>(8),
                     .promised = rows.get<std::optional<Date>>(9),
                     .stage = find_stage(rows.get<std::string_view>(10)).value(),
                     .delivery = find_delivery(rows.get<std::string_view>(11)).value(),
                     .courier = rows.get<std::string>(12),
                     .tracking = rows.get<std::string>(13),
                     .asked_at = rows.get<Instant>(14),
                     .scope = rows.get<std::string>(16),
                     .revisions_agreed = rows.get<std::int64_t>(17),
                     .invoice_due = rows.get<std::optional<Date>>(18)};
}

std::optional<CustomOrder> first_of(Rows rows) {
  return rows.next() ? std::optional(read_order(rows)) : std::nullopt;
}

std::vector<OrderRow> read_rows(Rows rows) {
  std::vector<OrderRow> all;
  while (rows.next()) {
    OrderRow row{
        .order = read_order(rows), .client = rows.get<std::string>(kColumns), .deposit = rows.get<Money>(kColumns + 1)};
    row.rest = is_open(row.order.stage) ? row.order.price - row.deposit : rows.get<Money>(kColumns + 2);
    all.push_back(std::move(row));
  }
  return all;
}

// All rows, or those for which `condition` holds, in its order.
std::string select_rows(std::string_view condition) {
  return "SELECT " + std::string(columns) +
         ", coalesce(nullif(c.name, ''), c.phone), coalesce(d.amount, 0), "
         "(SELECT coalesce(sum(w.amount), 0) FROM sale s JOIN owed w ON w.sale = s.id WHERE s.custom_order = o.id) "
         "FROM custom_order o JOIN contact c ON c.id = o.client LEFT JOIN deposit d ON d.custom_order = o.id " +
         std::string(condition);
}

std::vector<OrderReceipt> receipts_of(const Database& database, Id<CustomOrder> order) {
  std::vector<OrderReceipt> receipts;
  std::vector<Id<Sale>> sales;
  for (Rows rows = database.query("SELECT id FROM sale WHERE custom_order = ? ORDER BY at, id", order); rows.next();)
    sales.push_back(rows.get<Id<Sale>>(0));
  for (const Id<Sale>& id : sales)
    if (const auto sale = find_sale(database, id))
      receipts.push_back({id, sale->number, sale->kind, sale->business_date, worth_of(*sale)});
  return receipts;
}

}  // namespace

std::optional<CustomOrder> find_order(const Database& database, Id<CustomOrder> id) {
  static const std::string sql = "SELECT " + std::string(columns) + "FROM custom_order o WHERE o.id = ?";
  return first_of(database.query(sql, id));
}

std::optional<CustomOrder> find_order(const Database& database, std::int64_t number) {
  static const std::string sql = "SELECT " + std::string(columns) + "FROM custom_order o WHERE o.number = ?";
  return first_of(database.query(sql, number));
}

std::int64_t last_order_number(const Database& database) {
  return database.value<std::int64_t>("SELECT max(number) FROM custom_order").value_or(0);
}

std::int64_t minutes_worked(const Database& database, Id<CustomOrder> id) {
  return database.value<std::int64_t>("SELECT sum(minutes) FROM order_work WHERE custom_order = ?", id).value_or(0);
}

std::vector<Date> revisions_given(const Database& database, Id<CustomOrder> id) {
  std::vector<Date> given;
  for (Rows rows =
           database.query("SELECT count, business_date FROM order_revision WHERE custom_order = ? ORDER BY id", id);
       rows.next();) {
    if (rows.get<int>(0) > 0)
      given.push_back(rows.get<Date>(1));
    else
      given.pop_back();
  }
  return given;
}

bool is_overdue(const OrderRow& row, Date today) {
  return row.order.invoice_due && *row.order.invoice_due < today && row.rest > Money{} &&
         row.order.stage != OrderStage::CalledOff;
}

std::vector<RoundLoad> round_loads(const Database& database, Date first_day) {
  std::vector<RoundLoad> loads;
  for (Rows rows = database.query(
           "SELECT r.id, r.name, max(r.promised, ?1) AS day, r.half_slots, r.minutes FROM order_round r "
           "WHERE r.hidden = 0 AND r.promised IS NOT NULL AND (r.half_slots > 0 OR r.minutes > 0) "
           "AND ((r.state = 'open' AND coalesce(r.closes, ?1) >= ?1) OR EXISTS (SELECT 1 FROM round_pick p "
           "JOIN custom_order o ON o.id = p.custom_order WHERE p.round = r.id "
           "AND o.stage NOT IN ('handed_over', 'called_off'))) ORDER BY day, r.id",
           first_day);
       rows.next();)
    loads.push_back({rows.get<Id<Round>>(0), rows.get<std::string>(1), rows.get<Date>(2), rows.get<std::int64_t>(3),
                     rows.get<std::int64_t>(4)});
  return loads;
}

std::vector<WeekLoad> week_loads(const Database& database, Date first_day, Id<CustomOrder> but) {
  std::map<Date, WeekLoad> weeks;
  const auto add = [&](Date day, std::int64_t half_slots, std::int64_t minutes) {
    WeekLoad& load = weeks[monday_of(day)];
    load.monday = monday_of(day);
    load.half_slots += half_slots;
    load.minutes += minutes;
  };
  for (Rows rows = database.query("SELECT max(promised, ?1), half_slots, minutes FROM custom_order "
                                  "WHERE stage NOT IN ('handed_over', 'called_off') AND promised IS NOT NULL "
                                  "AND id <> ?2",
                                  first_day, but);
       rows.next();)
    add(rows.get<Date>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2));
  for (const RoundLoad& round : round_loads(database, first_day)) add(round.day, round.half_slots, round.minutes);
  std::vector<WeekLoad> loads;
  for (const auto& [monday, load] : weeks) loads.push_back(load);
  return loads;
}

std::vector<OrderRow> orders(const Database& database, const OrderQuestion& question) {
  static const std::string open = select_rows(
      "WHERE o.stage NOT IN ('handed_over', 'called_off') AND o.id NOT IN (SELECT custom_order FROM class_seat) "
      "ORDER BY o.promised IS NULL, o.promised, o.number LIMIT ? OFFSET ?");
  static const std::string closed =
      select_rows("WHERE o.stage IN ('handed_over', 'called_off') ORDER BY o.number DESC LIMIT ? OFFSET ?");
  return read_rows(database.query(question.is_open ? open : closed, question.count, question.first));
}

std::vector<OrderRow> orders_of(const Database& database, Id<Contact> client) {
  static const std::string sql = select_rows("WHERE o.client = ? ORDER BY o.number DESC");
  std::vector<OrderRow> all;
  for (const Id<Contact>& same : same_contacts(database, client))
    for (OrderRow& row : read_rows(database.query(sql, same))) all.push_back(std::move(row));
  std::ranges::sort(all, std::ranges::greater(), [](const OrderRow& row) { return row.order.number; });
  return all;
}

std::vector<OrderRow> orders_of_round(const Database& database, Id<Round> round) {
  static const std::string sql = select_rows(
      "WHERE o.id IN (SELECT custom_order FROM round_pick WHERE round = ?) AND o.stage <> 'called_off' "
      "ORDER BY o.number");
  return read_rows(database.query(sql, round));
}

OrderBoard order_board(const Database& database, Date today, int most_handed_over) {
  OrderBoard board{.week = {.monday = monday_of(today)}};
  constexpr int all = -1;
  for (OrderRow& row : orders(database, {.count = all})) {
    const OrderStage stage = row.order.stage;
    auto& column = stage == OrderStage::Making ? board.making : stage == OrderStage::Ready ? board.ready : board.fresh;
    column.push_back(std::move(row));
  }
  static const std::string handed_over = select_rows(
      "JOIN (SELECT custom_order, max(id) AS step FROM order_step WHERE stage = 'handed_over' "
      "AND custom_order NOT IN (SELECT custom_order FROM class_seat) GROUP BY custom_order ORDER BY step DESC LIMIT ?) "
      "h ON h.custom_order = o.id WHERE o.stage = 'handed_over' ORDER BY h.step DESC");
  static const std::string past_due =
      select_rows("WHERE o.stage = 'handed_over' AND o.invoice_due < ? ORDER BY o.invoice_due, o.number");
  std::set<Id<CustomOrder>> told;
  for (OrderRow& row : read_rows(database.query(past_due, today)))
    if (is_overdue(row, today)) told.insert(row.order.id), board.handed_over.push_back(std::move(row));
  for (OrderRow& row : read_rows(database.query(handed_over, most_handed_over)))
    if (!told.contains(row.order.id)) board.handed_over.push_back(std::move(row));
  for (const WeekLoad& load : week_loads(database, today))
    if (load.monday == board.week.monday) board.week = load;
  return board;
}

std::optional<OrderPage> order_page(const Database& database, Id<CustomOrder> id) {
  static const std::string sql = select_rows("WHERE o.id = ?");
  std::vector<OrderRow> rows = read_rows(database.query(sql, id));
  if (rows.empty()) return std::nullopt;
  OrderPage page{.row = std::move(rows.front()),
                 .phone = {},
                 .minutes = minutes_worked(database, id),
                 .revisions = revisions_given(database, id),
                 .receipts = receipts_of(database, id)};
  const Id<Contact> client = kept_contact(database, page.row.order.client);
  if (const auto contact = find_contact(database, client)) page.phone = chat_phone(*contact);
  return page;
}

void put_order(Database& database, const CustomOrder& order, PersonalWords words) {
  const auto text = [&](const std::string& typed) -> std::optional<std::string> {
    return words == PersonalWords::Known ? std::optional(typed) : std::nullopt;
  };
  database.run(
      "INSERT INTO custom_order(id, number, client, what, notes, quantity, price, half_slots, minutes, promised, "
      "stage, delivery, courier, tracking, asked_at, kind, scope, revisions_agreed, invoice_due) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT(id) DO UPDATE SET client = excluded.client, what = excluded.what, notes = excluded.notes, "
      "quantity = excluded.quantity, price = excluded.price, half_slots = excluded.half_slots, "
      "minutes = excluded.minutes, promised = excluded.promised, delivery = excluded.delivery, "
      "courier = excluded.courier, tracking = excluded.tracking, kind = excluded.kind, scope = excluded.scope, "
      "revisions_agreed = excluded.revisions_agreed, invoice_due = excluded.invoice_due",
      order.id, order.number, order.client, text(order.what), text(order.notes), order.quantity, order.price,
      order.half_slots, order.minutes, order.promised, stage_code(order.stage), delivery_code(order.delivery),
      text(order.courier), text(order.tracking), order.asked_at, kind_code(order.kind), text(order.scope),
      order.revisions_agreed, order.invoice_due);
}

void forget_words_of_orders(Database& database, Id<Contact> client) {
  for (const Id<Contact>& same : same_contacts(database, client))
    database.run(
        "UPDATE custom_order SET what = NULL, notes = NULL, courier = NULL, tracking = NULL, scope = NULL "
        "WHERE client = ?",
        same);
}

void put_stage(Database& database, Id<CustomOrder> order, OrderStage stage, Instant at, std::optional<Id<Seller>> who) {
  database.run("UPDATE custom_order SET stage = ? WHERE id = ?", stage_code(stage), order);
  database.run("INSERT INTO order_step(custom_order, at, stage, who) VALUES (?, ?, ?, ?)", order, at, stage_code(stage),
               who);
}

void put_work(Database& database, Id<CustomOrder> order, std::int64_t minutes, Instant at, Date business_date,
              std::optional<Id<Seller>> who) {
  database.run("INSERT INTO order_work(custom_order, at, business_date, minutes, who) VALUES (?, ?, ?, ?, ?)", order,
               at, business_date, minutes, who);
}

void put_revision(Database& database, Id<CustomOrder> order, int count, Instant at, Date business_date,
                  std::optional<Id<Seller>> who) {
  database.run("INSERT INTO order_revision(custom_order, at, business_date, count, who) VALUES (?, ?, ?, ?, ?)", order,
               at, business_date, count, who);
}

}  // namespace lapak
