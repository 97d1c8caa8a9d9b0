// books: the rows of expenses.
#include "core/books/expense_store.h"

#include <algorithm>

namespace lapak {
namespace {

const std::string select_expenses =
    "SELECT e.id, e.at, e.business_date, e.category, e.amount, e.fair, e.custom_order, e.product, e.contact, "
    "e.paid_from, e.due, e.recurring, e.recurring_day, coalesce(e.photo, ''), coalesce(e.note, ''), p.paid_from, "
    "CASE WHEN e.paid_from = 'later' THEN p.business_date ELSE e.business_date END, w.expense IS NOT NULL "
    "FROM expense e LEFT JOIN expense_paid p ON p.expense = e.id LEFT JOIN expense_withdrawn w ON w.expense = e.id ";

// What a question asks for, with its seven parameters.
constexpr std::string_view asked =
    " w.expense IS NULL AND e.business_date BETWEEN coalesce(?1, '') AND coalesce(?2, '9999') "
    "AND (?3 IS NULL OR e.fair = ?3) AND (?4 IS NULL OR e.custom_order = ?4) AND (?5 IS NULL OR e.product = ?5) "
    "AND (?6 IS NULL OR e.category = ?6) ";
const std::string counted_expenses =
    "FROM expense e LEFT JOIN expense_withdrawn w ON w.expense = e.id WHERE" + std::string(asked);

BookedExpense read_expense(const Rows& rows) {
  BookedExpense booked{.expense = {.id = rows.get<Id<Expense>>(0),
                                   .at = rows.get<Instant>(1),
                                   .business_date = rows.get<Date>(2),
                                   .category = rows.get<std::string>(3),
                                   .amount = rows.get<Money>(4),
                                   .fair = rows.get<std::optional<Id<Fair>>>(5),
                                   .order = rows.get<std::optional<Id<CustomOrder>>>(6),
                                   .product = rows.get<std::optional<Id<Product>>>(7),
                                   .contact = rows.get<std::optional<Id<Contact>>>(8),
                                   .paid_from = find_paid_from(rows.get<std::string_view>(9)).value(),
                                   .due = rows.get<std::optional<Date>>(10),
                                   .recurring = rows.get<std::optional<Id<RecurringExpense>>>(11),
                                   .recurring_day = rows.get<std::optional<Date>>(12),
                                   .photo = rows.get<std::string>(13),
                                   .note = rows.get<std::string>(14)},
                       .paid_later = {},
                       .paid_on = rows.get<std::optional<Date>>(16),
                       .withdrawn = rows.get<bool>(17)};
  if (!rows.is_null(15)) booked.paid_later = find_paid_from(rows.get<std::string_view>(15));
  return booked;
}

std::vector<BookedExpense> read_all(Rows rows) {
  std::vector<BookedExpense> all;
  while (rows.next()) all.push_back(read_expense(rows));
  return all;
}

const std::string select_recurring =
    "SELECT id, category, amount, paid_from, every, first_day, name, hidden FROM recurring_expense WHERE ";

RecurringExpense read_recurring(const Rows& rows) {
  return {.id = rows.get<Id<RecurringExpense>>(0),
          .category = rows.get<std::string>(1),
          .amount = rows.get<Money>(2),
          .paid_from = find_paid_from(rows.get<std::string_view>(3)).value(),
          .every = find_every(rows.get<std::string_view>(4)).value(),
          .first_day = rows.get<Date>(5),
          .name = rows.get<std::string>(6),
          .hidden = rows.get<bool>(7)};
}

}  // namespace

std::optional<BookedExpense> find_expense(const Database& database, Id<Expense> id) {
  static const std::string sql = select_expenses + "WHERE e.id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_expense(rows)) : std::nullopt;
}

std::vector<BookedExpense> expenses(const Database& database, const ExpenseQuestion& question) {
  static const std::string sql =
      select_expenses + "WHERE" + std::string(asked) + "ORDER BY e.business_date DESC, e.id DESC LIMIT ?8 OFFSET ?7";
  return read_all(database.query(sql, question.from, question.to, question.fair, question.order, question.product,
                                 question.category, question.first, question.count));
}

Money expenses_sum(const Database& database, const ExpenseQuestion& question) {
  static const std::string sql = "SELECT sum(e.amount) " + counted_expenses;
  return database
      .value<Money>(sql, question.from, question.to, question.fair, question.order, question.product, question.category)
      .value_or(Money{});
}

std::vector<CategorySum> expenses_by_category(const Database& database, const ExpenseQuestion& question) {
  static const std::string sql =
      "SELECT e.category, sum(e.amount), count(*) " + counted_expenses + "GROUP BY e.category ORDER BY 2 DESC, 1";
  std::vector<CategorySum> all;
  for (Rows rows = database.query(sql, question.from, question.to, question.fair, question.order, question.product,
                                  question.category);
       rows.next();)
    all.push_back({rows.get<std::string>(0), rows.get<Money>(1), rows.get<std::int64_t>(2)});
  return all;
}

std::vector<BookedExpense> expenses_to_pay(const Database& database) {
  static const std::string sql =
      select_expenses +
      "WHERE e.paid_from = 'later' AND p.expense IS NULL AND w.expense IS NULL ORDER BY coalesce(e.due, '9999'), e.id";
  return read_all(database.query(sql));
}

std::vector<std::string> own_expense_categories(const Database& database, int limit) {
  std::vector<std::string> own;
  for (Rows rows = database.query("SELECT category FROM expense GROUP BY category ORDER BY count(*) DESC, category");
       rows.next() && std::ssize(own) < limit;) {
    auto category = rows.get<std::string>(0);
    if (std::ranges::find(usual_expense_categories(), category) == usual_expense_categories().end())
      own.push_back(std::move(category));
  }
  return own;
}

std::optional<RecurringExpense> find_recurring(const Database& database, Id<RecurringExpense> id) {
  static const std::string sql = select_recurring + "id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_recurring(rows)) : std::nullopt;
}

std::vector<RecurringExpense> recurring_expenses(const Database& database) {
  static const std::string sql = select_recurring + "NOT hidden ORDER BY first_day, id";
  std::vector<RecurringExpense> all;
  for (Rows rows = database.query(sql); rows.next();) all.push_back(read_recurring(rows));
  return all;
}

std::vector<DueExpense> recurring_due(const Database& database, Date today) {
  std::vector<DueExpense> due;
  for (const RecurringExpense& recurring : recurring_expenses(database))
    for (int n = 0; recurring_day(recurring, n) <= today; ++n)
      if (const Date day = recurring_day(recurring, n); !is_settled(database, recurring.id, day))
        due.push_back({recurring, day});
  std::ranges::stable_sort(due, {}, &DueExpense::day);
  return due;
}

bool is_settled(const Database& database, Id<RecurringExpense> recurring, Date day) {
  return database
      .value<int>(
          "SELECT 1 FROM expense WHERE recurring = ?1 AND recurring_day = ?2 "
          "AND id NOT IN (SELECT expense FROM expense_withdrawn) "
          "UNION ALL SELECT 1 FROM recurring_skipped WHERE recurring = ?1 AND day = ?2 LIMIT 1",
          recurring, day)
      .has_value();
}

void put_expense(Database& database, const Expense& expense, std::optional<Id<Seller>> who, PersonalWords words) {
  const bool is_known = words == PersonalWords::Known;
  database.run(
      "INSERT INTO expense(id, at, business_date, who, category, amount, fair, custom_order, product, contact, "
      "paid_from, due, recurring, recurring_day, photo, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      expense.id, expense.at, expense.business_date, who, expense.category, expense.amount, expense.fair, expense.order,
      expense.product, expense.contact, paid_from_code(expense.paid_from), expense.due, expense.recurring,
      expense.recurring_day, is_known ? std::optional(expense.photo) : std::nullopt,
      is_known ? std::optional(expense.note) : std::nullopt);
}

void put_expense_cash(Database& database, Id<Expense> expense, Id<CashEntry> cash_entry) {
  database.run("INSERT INTO expense_cash(cash_entry, expense) VALUES (?, ?)", cash_entry, expense);
}

void put_expense_paid(Database& database, Id<Expense> expense, const std::optional<ExpensePayment>& payment) {
  if (!payment) return database.run("DELETE FROM expense_paid WHERE expense = ?", expense);
  database.run("INSERT INTO expense_paid(expense, business_date, paid_from) VALUES (?, ?, ?)", expense,
               payment->business_date, paid_from_code(payment->paid_from));
}

void put_expense_withdrawn(Database& database, Id<Expense> expense, Withdrawn withdrawn) {
  if (withdrawn == Withdrawn::No) return database.run("DELETE FROM expense_withdrawn WHERE expense = ?", expense);
  database.run("INSERT INTO expense_withdrawn(expense) VALUES (?)", expense);
}

void put_recurring(Database& database, const RecurringExpense& recurring) {
  database.run(
      "INSERT INTO recurring_expense(id, category, amount, paid_from, every, first_day, name, hidden) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET category = ?2, amount = ?3, "
      "paid_from = ?4, every = ?5, first_day = ?6, name = ?7, hidden = ?8",
      recurring.id, recurring.category, recurring.amount, paid_from_code(recurring.paid_from),
      every_code(recurring.every), recurring.first_day, recurring.name, recurring.hidden);
}

void put_skipped(Database& database, Id<RecurringExpense> recurring, Date day, Skipped skipped) {
  if (skipped == Skipped::Yes)
    database.run("INSERT INTO recurring_skipped(recurring, day) VALUES (?, ?) ON CONFLICT DO NOTHING", recurring, day);
  else
    database.run("DELETE FROM recurring_skipped WHERE recurring = ? AND day = ?", recurring, day);
}

void forget_expenses(Database& database, Id<Contact> contact) {
  constexpr std::string_view hers =
      "(contact = ?1 OR custom_order IN (SELECT id FROM custom_order WHERE client = ?1)) AND note IS NOT NULL";
  for (const Id<Contact>& same : same_contacts(database, contact)) {
    std::vector<std::string> photos;
    for (Rows rows = database.query("SELECT photo FROM expense WHERE photo <> '' AND " + std::string(hers), same);
         rows.next();)
      photos.push_back(rows.get<std::string>(0));
    database.run("UPDATE expense SET photo = NULL, note = NULL WHERE " + std::string(hers), same);
    for (const std::string& photo : photos) let_go_of_photo(database, photo);
  }
}

}  // namespace lapak
