// books: the rows of incomes and of hours.
#include "core/books/income_store.h"

namespace lapak {
namespace {

const std::string select_incomes =
    "SELECT i.id, i.at, i.business_date, i.stream, i.amount, i.contact, i.paid_into, i.due, coalesce(i.note, ''), "
    "p.paid_into, CASE WHEN i.paid_into = 'later' THEN p.business_date ELSE i.business_date END, "
    "w.income IS NOT NULL "
    "FROM income i LEFT JOIN income_paid p ON p.income = i.id LEFT JOIN income_withdrawn w ON w.income = i.id WHERE ";

std::vector<BookedIncome> read_all(Rows rows) {
  std::vector<BookedIncome> all;
  while (rows.next()) {
    BookedIncome& booked = all.emplace_back();
    booked.income = {.id = rows.get<Id<Income>>(0),
                     .at = rows.get<Instant>(1),
                     .business_date = rows.get<Date>(2),
                     .stream = find_stream(rows.get<std::string_view>(3)).value(),
                     .amount = rows.get<Money>(4),
                     .contact = rows.get<std::optional<Id<Contact>>>(5),
                     .paid_into = find_paid_into(rows.get<std::string_view>(6)).value(),
                     .due = rows.get<std::optional<Date>>(7),
                     .note = rows.get<std::string>(8)};
    if (!rows.is_null(9)) booked.paid_later = find_paid_into(rows.get<std::string_view>(9));
    booked.paid_on = rows.get<std::optional<Date>>(10);
    booked.withdrawn = rows.get<bool>(11);
  }
  return all;
}

}  // namespace

std::optional<BookedIncome> find_income(const Database& database, Id<Income> id) {
  static const std::string sql = select_incomes + "i.id = ?";
  std::vector<BookedIncome> found = read_all(database.query(sql, id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<BookedIncome> incomes(const Database& database, Date from, Date to) {
  static const std::string sql =
      select_incomes + "w.income IS NULL AND i.business_date BETWEEN ? AND ? ORDER BY i.business_date DESC, i.id DESC";
  return read_all(database.query(sql, from, to));
}

std::vector<BookedIncome> incomes_to_receive(const Database& database) {
  static const std::string sql =
      select_incomes +
      "i.paid_into = 'later' AND p.income IS NULL AND w.income IS NULL ORDER BY coalesce(i.due, '9999'), i.id";
  return read_all(database.query(sql));
}

std::vector<StreamSum> written_down(const Database& database, Date from, Date to) {
  std::vector<StreamSum> sums;
  for (const Stream stream : kStreams)
    sums.push_back(
        {.stream = stream,
         .income =
             database
                 .value<Money>("SELECT sum(amount) FROM income WHERE stream = ? AND business_date BETWEEN ? AND ? "
                               "AND id NOT IN (SELECT income FROM income_withdrawn)",
                               stream_code(stream), from, to)
                 .value_or(Money{}),
         .minutes = database
                        .value<std::int64_t>(
                            "SELECT sum(minutes) FROM work_time WHERE stream = ? AND business_date BETWEEN ? AND ?",
                            stream_code(stream), from, to)
                        .value_or(0)});
  return sums;
}

std::vector<HoursNoted> hours_noted(const Database& database, Date from, Date to) {
  std::vector<HoursNoted> all;
  for (Rows rows = database.query("SELECT business_date, stream, sum(minutes) FROM work_time "
                                  "WHERE business_date BETWEEN ? AND ? GROUP BY business_date, stream "
                                  "HAVING sum(minutes) <> 0 ORDER BY business_date DESC, stream",
                                  from, to);
       rows.next();)
    all.push_back({rows.get<Date>(0), find_stream(rows.get<std::string_view>(1)).value(), rows.get<std::int64_t>(2)});
  return all;
}

void put_income(Database& database, const Income& income, std::optional<Id<Seller>> who, PersonalWords words) {
  database.run(
      "INSERT INTO income(id, at, business_date, who, stream, amount, contact, paid_into, due, note) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      income.id, income.at, income.business_date, who, stream_code(income.stream), income.amount, income.contact,
      paid_into_code(income.paid_into), income.due,
      words == PersonalWords::Known ? std::optional(income.note) : std::nullopt);
}

void put_income_cash(Database& database, Id<Income> income, Id<CashEntry> cash_entry) {
  database.run("INSERT INTO income_cash(cash_entry, income) VALUES (?, ?)", cash_entry, income);
}

void put_income_paid(Database& database, Id<Income> income, const std::optional<IncomePayment>& payment) {
  if (!payment) return database.run("DELETE FROM income_paid WHERE income = ?", income);
  database.run("INSERT INTO income_paid(income, business_date, paid_into) VALUES (?, ?, ?)", income,
               payment->business_date, paid_into_code(payment->paid_into));
}

void put_income_withdrawn(Database& database, Id<Income> income, TakenBackIncome withdrawn) {
  if (withdrawn == TakenBackIncome::No) return database.run("DELETE FROM income_withdrawn WHERE income = ?", income);
  database.run("INSERT INTO income_withdrawn(income) VALUES (?)", income);
}

void put_work_time(Database& database, const WorkTime& time, std::optional<Id<Seller>> who) {
  database.run("INSERT INTO work_time(id, business_date, who, stream, minutes) VALUES (?, ?, ?, ?, ?)", time.id,
               time.business_date, who, stream_code(time.stream), time.minutes);
}

void forget_incomes(Database& database, Id<Contact> contact) {
  for (const Id<Contact>& same : same_contacts(database, contact))
    database.run("UPDATE income SET note = NULL WHERE contact = ?", same);
}

}  // namespace lapak
