// books: the rows of classes.
#include "core/books/class_store.h"

#include "core/base/text.h"

namespace lapak {
namespace {

const std::string select_classes =
    "SELECT id, name, place, day, begins, minutes, seats, price, called_off, deposit_percent, note FROM class_session ";

// What came back of a seat that was sold, from its line on the receipt that handed it over: the first that is no goods.
std::string returned(std::string_view what) {
  return "coalesce((SELECT " + std::string(what) +
         " FROM sale sold JOIN sale_line line ON line.sale = sold.id AND line.position = (SELECT min(position) FROM "
         "sale_line WHERE sale_line.sale = sold.id AND product IS NULL) JOIN sale refund ON refund.corrects = sold.id "
         "AND refund.kind = 'refund' JOIN sale_line back ON back.sale = refund.id AND back.returns = line.position "
         "WHERE sold.custom_order = class_seat.custom_order AND sold.kind = 'sale'), 0) ";
}

// A seat is free again once the whole of it came back.
const std::string kept_seats =
    "class_seat.seats - " + returned("class_seat.seats * -sum(back.quantity) / line.quantity");

ClassSession read_class(const Rows& rows) {
  return {.id = rows.get<Id<ClassSession>>(0),
          .name = rows.get<std::string>(1),
          .place = rows.get<std::string>(2),
          .day = rows.get<Date>(3),
          .begins_minutes = rows.get<int>(4),
          .minutes = rows.get<std::int64_t>(5),
          .seats = rows.get<std::int64_t>(6),
          .price = rows.get<Money>(7),
          .deposit_percent = rows.get<std::int64_t>(9),
          .note = rows.get<std::string>(10),
          .called_off = rows.get<bool>(8)};
}

std::vector<ClassRow> with_seats(const Database& database, Rows rows) {
  std::vector<ClassRow> all;
  while (rows.next()) all.push_back({.session = read_class(rows)});
  for (ClassRow& row : all) row.taken = seats_taken(database, row.session.id);
  return all;
}

}  // namespace

std::optional<ClassSession> find_class(const Database& database, Id<ClassSession> id) {
  static const std::string sql = select_classes + "WHERE id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_class(rows)) : std::nullopt;
}

std::optional<ClassSession> find_class(const Database& database, std::string_view name, Date today) {
  for (const ClassRow& row : classes(database, today))
    if (folded(row.session.name) == folded(name)) return row.session;
  return std::nullopt;
}

std::vector<ClassRow> classes_to_settle(const Database& database) {
  static const std::string sql =
      select_classes +
      "WHERE called_off AND EXISTS (SELECT 1 FROM class_seat JOIN custom_order ON custom_order.id = "
      "class_seat.custom_order WHERE session = class_session.id AND stage NOT IN ('called_off', 'handed_over')) "
      "ORDER BY day DESC, id";
  return with_seats(database, database.query(sql));
}

std::vector<ClassRow> classes(const Database& database, Date today) {
  static const std::string sql = select_classes +
                                 "WHERE NOT called_off ORDER BY day < ?1, CASE WHEN day < ?1 THEN -julianday(day) ELSE "
                                 "julianday(day) END, begins, id";
  return with_seats(database, database.query(sql, today));
}

std::vector<Participant> participants(const Database& database, Id<ClassSession> session) {
  std::vector<Participant> all;
  static const std::string sql = "SELECT custom_order, " + kept_seats + ", attended, " + returned("-sum(back.amount)") +
                                 "FROM class_seat WHERE session = ? "
                                 "ORDER BY (SELECT number FROM custom_order WHERE id = custom_order)";
  for (Rows rows = database.query(sql, session); rows.next();) {
    if (rows.get<std::int64_t>(1) == 0) continue;
    const auto page = order_page(database, rows.get<Id<CustomOrder>>(0));
    LAPAK_ASSERT(page.has_value());
    if (page->row.order.stage == OrderStage::CalledOff) continue;
    const auto attended = rows.get<std::optional<std::int64_t>>(2);
    all.push_back({.row = page->row,
                   .seats = rows.get<std::int64_t>(1),
                   .attendance = !attended        ? Attendance::Unknown
                                 : *attended != 0 ? Attendance::Came
                                                  : Attendance::Missed,
                   .given_back = rows.get<Money>(3)});
  }
  return all;
}

std::int64_t seats_taken(const Database& database, Id<ClassSession> session) {
  static const std::string sql = "SELECT sum(" + kept_seats +
                                 ") FROM class_seat JOIN custom_order ON custom_order.id = class_seat.custom_order "
                                 "WHERE session = ? AND stage <> 'called_off'";
  return database.value<std::int64_t>(sql, session).value_or(0);
}

std::optional<Id<ClassSession>> class_of(const Database& database, Id<CustomOrder> order) {
  return database.value<Id<ClassSession>>("SELECT session FROM class_seat WHERE custom_order = ?", order);
}

void put_class(Database& database, const ClassSession& session) {
  database.run(
      "INSERT INTO class_session(id, name, place, day, begins, minutes, seats, price, called_off, "
      "deposit_percent, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT(id) DO UPDATE SET name "
      "= ?2, place = ?3, day = ?4, "
      "begins = ?5, minutes = ?6, seats = ?7, price = ?8, called_off = ?9, "
      "deposit_percent = ?10, note = ?11",
      session.id, session.name, session.place, session.day, session.begins_minutes, session.minutes, session.seats,
      session.price, session.called_off, session.deposit_percent, session.note);
}

void put_seat(Database& database, Id<CustomOrder> order, Id<ClassSession> session, std::int64_t seats) {
  database.run("INSERT INTO class_seat(custom_order, session, seats) VALUES (?, ?, ?)", order, session, seats);
}

void put_attendance(Database& database, Id<CustomOrder> order, Attendance attendance) {
  std::optional<bool> attended;
  if (attendance != Attendance::Unknown) attended = attendance == Attendance::Came;
  database.run("UPDATE class_seat SET attended = ? WHERE custom_order = ?", attended, order);
}

}  // namespace lapak
