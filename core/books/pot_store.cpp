// books: the rows of pots.
#include "core/books/pot_store.h"

#include "core/books/expense_store.h"

namespace lapak {
namespace {

const std::string select_pots =
    "SELECT id, kind, name, share, full_at, position, hidden, "
    "coalesce((SELECT sum(amount) FROM pot_move WHERE pot = pot.id), 0) FROM pot WHERE ";

PotStanding read_pot(const Rows& rows) {
  return {.pot = {.id = rows.get<Id<Pot>>(0),
                  .kind = find_pot_kind(rows.get<std::string_view>(1)).value(),
                  .name = rows.get<std::string>(2),
                  .share = rows.get<std::int64_t>(3),
                  .full_at = rows.get<std::optional<Money>>(4),
                  .position = rows.get<int>(5),
                  .hidden = rows.get<bool>(6)},
          .balance = rows.get<Money>(7)};
}

}  // namespace

std::vector<PotStanding> pots(const Database& database) {
  static const std::string sql = select_pots + "NOT hidden ORDER BY position, id";
  std::vector<PotStanding> all;
  for (Rows rows = database.query(sql); rows.next();) all.push_back(read_pot(rows));
  return all;
}

std::optional<PotStanding> find_pot(const Database& database, Id<Pot> id) {
  static const std::string sql = select_pots + "id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_pot(rows)) : std::nullopt;
}

bool is_shared_out(const Database& database, Date business_date) {
  return database.value<std::int64_t>("SELECT sum(amount) FROM pot_move WHERE of_day = ?", business_date).value_or(0) !=
         0;
}

PotsView pots_view(const Database& database, Date today) {
  PotsView view{.pots = pots(database)};
  Money emergency;
  for (const auto& [pot, balance] : view.pots) {
    view.together += balance;
    if (pot.kind == PotKind::Wage) view.wage += balance;
    if (pot.kind == PotKind::Emergency) emergency += balance;
  }
  const Date last = today.first_of_month().plus_days(-1);
  const Date first = last.first_of_month().plus_days(-1).first_of_month().plus_days(-1).first_of_month();
  const Money spent = expenses_sum(database, {.from = first, .to = last});
  view.monthly_expenses = Money{spent.minor / 3};
  view.cover_tenths = months_covered_tenths(emergency, spent);
  return view;
}

std::vector<PotMoveRow> pot_moves(const Database& database, Id<Pot> pot, int limit) {
  std::vector<PotMoveRow> all;
  for (Rows rows = database.query(
           "SELECT id, business_date, amount, of_day FROM pot_move WHERE pot = ? ORDER BY rowid DESC LIMIT ?", pot, limit);
       rows.next();)
    all.push_back({.id = rows.get<Id<PotMove>>(0),
                   .pot = pot,
                   .business_date = rows.get<Date>(1),
                   .amount = rows.get<Money>(2),
                   .of_day = rows.get<std::optional<Date>>(3)});
  return all;
}

void put_pot(Database& database, const Pot& pot) {
  database.run(
      "INSERT INTO pot(id, kind, name, share, full_at, position, hidden) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT(id) DO UPDATE SET kind = ?2, name = ?3, share = ?4, full_at = ?5, position = ?6, hidden = ?7",
      pot.id, pot_kind_code(pot.kind), pot.name, pot.share, pot.full_at, pot.position, pot.hidden);
}

void put_pot_move(Database& database, const PotMoveRow& move, Instant at, std::optional<Id<Seller>> who) {
  database.run("INSERT INTO pot_move(id, pot, at, business_date, who, amount, of_day) VALUES (?, ?, ?, ?, ?, ?, ?)",
               move.id, move.pot, at, move.business_date, who, move.amount, move.of_day);
}

}  // namespace lapak
