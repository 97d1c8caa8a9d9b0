// till: the rows of days, cash entries, closings and reopenings.
#include "core/till/till_store.h"

#include <map>

#include "core/till/till_json.h"

namespace lapak {
namespace {

template <class T>
std::vector<T> list_of(std::string_view text) {
  return Json::parse(text).get<std::vector<T>>();
}

std::optional<Closing> read_closing(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return Closing{.id = rows.get<Id<TillClosing>>(0),
                 .till_day = rows.get<Id<TillDay>>(1),
                 .expected = rows.get<Money>(2),
                 .counted = rows.get<Money>(3),
                 .reason = rows.get<std::string>(4),
                 .notes = list_of<NoteCount>(rows.get<std::string_view>(5)),
                 .checks = list_of<MethodCheck>(rows.get<std::string_view>(6)),
                 .at = rows.get<Instant>(7),
                 .who = rows.get<std::optional<Id<Seller>>>(8)};
}

std::optional<Closing> closing_of(const Database& database, Id<TillDay> day) {
  return read_closing(
      database.query("SELECT id, till_day, expected, counted, reason, notes, checked, at, who FROM till_closing "
                     "WHERE till_day = ? ORDER BY rowid DESC LIMIT 1",
                     day));
}

// What the day took by each method. Cash is the drawer's; the others are those of the date.
std::vector<MethodRow> methods_of(const Database& database, const TillDay& day, Money cash_payments) {
  std::map<Method, MethodRow> found;
  found[Method::Cash] = MethodRow{Method::Cash, cash_payments, {}, {}};
  for (Rows rows = database.query(
           "SELECT payment.method, payment.amount,"
           "  payment.waiting AND NOT EXISTS (SELECT 1 FROM payment_seen WHERE payment = payment.id)"
           "  AND NOT EXISTS (SELECT 1 FROM sale AS void WHERE void.corrects = sale.id AND void.kind = 'void'),"
           "  coalesce((SELECT nullif(contact.name, '') FROM sale_customer JOIN contact ON contact.id = contact"
           "    WHERE sale_customer.sale = sale.id ORDER BY sale_customer.at DESC LIMIT 1), sale.number) "
           "FROM payment JOIN sale ON sale.id = payment.sale "
           "WHERE payment.business_date = ? AND payment.method NOT IN ('cash', 'exchange', 'imported') "
           "ORDER BY payment.rowid",
           day.business_date);
       rows.next();) {
    const std::optional<Method> method = find_method(rows.get<std::string_view>(0));
    LAPAK_ASSERT(method.has_value());
    MethodRow& row = found[*method];
    row.method = *method;
    row.amount += rows.get<Money>(1);
    if (!rows.get<bool>(2)) continue;
    row.waiting += rows.get<Money>(1);
    row.waiting_for.push_back(rows.get<std::string>(3));
  }
  std::vector<MethodRow> methods;
  for (auto& [method, row] : found)
    if (method == Method::Cash || !row.amount.is_zero() || !row.waiting.is_zero()) methods.push_back(std::move(row));
  return methods;
}

void add_owed(const Database& database, Date business_date, DayView& view) {
  for (Rows rows = database.query(
           "SELECT owed.amount,"
           "  coalesce((SELECT nullif(contact.name, '') FROM sale_customer JOIN contact ON contact.id = contact"
           "    WHERE sale_customer.sale = sale.id ORDER BY sale_customer.at DESC LIMIT 1), sale.number) "
           "FROM sale JOIN owed ON owed.sale = sale.id WHERE sale.business_date = ? ORDER BY sale.rowid",
           business_date);
       rows.next();) {
    view.owed += rows.get<Money>(0);
    view.owed_by.push_back(rows.get<std::string>(1));
  }
}

DayView view_of(const Database& database, const std::optional<TillDay>& day, bool is_open) {
  DayView view;
  view.day = day;
  view.is_open = is_open;
  if (!day) return view;
  view.cash_payments = cash_payments_of(database, day->id);
  for (Rows rows =
           database.query("SELECT id, at, amount, reason FROM cash_entry WHERE till_day = ? ORDER BY rowid", day->id);
       rows.next();) {
    view.entries.push_back(CashEntry{.id = rows.get<Id<CashEntry>>(0),
                                     .till_day = day->id,
                                     .at = rows.get<Instant>(1),
                                     .amount = rows.get<Money>(2),
                                     .reason = rows.get<std::string>(3)});
    const Money amount = view.entries.back().amount;
    (amount > Money{} ? view.cash_in : view.cash_out) += amount > Money{} ? amount : -amount;
  }
  view.expected = expected_cash(day->float_amount, view.cash_payments, view.cash_in - view.cash_out);
  if (!is_open)
    if (const std::optional<Closing> closing = closing_of(database, day->id)) {
      view.expected = closing->expected;
      view.counted = closing->counted;
      view.difference_reason = closing->reason;
      view.counted_notes = closing->notes;
      view.closed_at = closing->at;
      view.closed_by = closing->who;
      view.checks = closing->checks;
    }
  view.methods = methods_of(database, *day, view.cash_payments);
  add_owed(database, day->business_date, view);
  return view;
}

}  // namespace

std::optional<TillDay> find_day(const Database& database, Id<TillDay> id) {
  Rows rows = database.query("SELECT business_date, at, float, notes FROM till_day WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  return TillDay{.id = id,
                 .business_date = rows.get<Date>(0),
                 .opened_at = rows.get<Instant>(1),
                 .float_amount = rows.get<Money>(2),
                 .notes = list_of<NoteCount>(rows.get<std::string_view>(3))};
}

std::optional<TillDay> open_day(const Database& database, std::string_view till) {
  const auto id = database.value<Id<TillDay>>("SELECT till_day FROM till_open WHERE till = ?", till);
  return id ? find_day(database, *id) : std::nullopt;
}

std::optional<Closing> last_closing(const Database& database, std::string_view till) {
  return read_closing(
      database.query("SELECT till_closing.id, till_day, expected, counted, reason, till_closing.notes, checked, "
                     "till_closing.at, till_closing.who "
                     "FROM till_closing JOIN till_day ON till_day.id = till_day WHERE till = ? "
                     "ORDER BY till_closing.rowid DESC LIMIT 1",
                     till));
}

Money cash_payments_of(const Database& database, Id<TillDay> day) {
  return database.value<Money>("SELECT sum(amount) FROM payment WHERE till_day = ? AND method = 'cash'", day)
      .value_or(Money{});
}

Money expected_now(const Database& database, const TillDay& day) {
  const Money entries =
      database.value<Money>("SELECT sum(amount) FROM cash_entry WHERE till_day = ?", day.id).value_or(Money{});
  return expected_cash(day.float_amount, cash_payments_of(database, day.id), entries);
}

DayView day_view(const Database& database) {
  const std::string till = current_epoch(database).till;
  if (const std::optional<TillDay> open = open_day(database, till)) return view_of(database, open, true);
  const std::optional<Closing> closing = last_closing(database, till);
  return view_of(database, closing ? find_day(database, closing->till_day) : std::nullopt, false);
}

DayView day_view(const Database& database, Date business_date) {
  const std::string till = current_epoch(database).till;
  const auto id = database.value<Id<TillDay>>(
      "SELECT id FROM till_day WHERE business_date = ? AND till = ? ORDER BY rowid DESC LIMIT 1", business_date, till);
  const std::optional<TillDay> open = open_day(database, till);
  return view_of(database, id ? find_day(database, *id) : std::nullopt, open && id && open->id == *id);
}

void put_day(Database& database, const TillDay& day, std::string_view till, const EntryHeader& header) {
  database.run("INSERT INTO till_day(id, till, business_date, at, who, float, notes) VALUES (?, ?, ?, ?, ?, ?, ?)",
               day.id, till, day.business_date, day.opened_at, header.who, day.float_amount, Json(day.notes).dump());
  database.run("INSERT INTO till_open(till, till_day) VALUES (?, ?)", till, day.id);
}

void put_cash_entry(Database& database, const CashEntry& entry, const std::optional<std::string>& reason,
                    const EntryHeader& header) {
  database.run("INSERT INTO cash_entry(id, till_day, at, who, amount, reason) VALUES (?, ?, ?, ?, ?, ?)", entry.id,
               entry.till_day, header.at, header.who, entry.amount, reason);
}

void put_closing(Database& database, const Closing& closing, const std::optional<std::string>& reason,
                 const EntryHeader& header) {
  database.run(
      "INSERT INTO till_closing(id, till_day, at, who, expected, counted, reason, notes, checked) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      closing.id, closing.till_day, header.at, header.who, closing.expected, closing.counted, reason,
      Json(closing.notes).dump(), Json(closing.checks).dump());
  database.run("DELETE FROM till_open WHERE till_day = ?", closing.till_day);
}

void put_reopening(Database& database, Id<TillReopening> id, const Closing& closing, std::string_view till,
                   const std::optional<std::string>& reason, const EntryHeader& header) {
  database.run("INSERT INTO till_reopening(id, closing, at, who, reason) VALUES (?, ?, ?, ?, ?)", id, closing.id,
               header.at, header.who, reason);
  database.run("INSERT INTO till_open(till, till_day) VALUES (?, ?)", till, closing.till_day);
}

}  // namespace lapak
