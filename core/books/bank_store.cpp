// books: the rows of the bank's lines.
#include "core/books/bank_store.h"

#include "core/base/text.h"
#include "core/books/expense_store.h"
#include "core/books/income_store.h"

namespace lapak {
namespace {

constexpr int kGuess_days = 30;  // a bill is paid within a month

const std::string unsettled =
    "FROM bank_line WHERE id NOT IN (SELECT line FROM bank_match) AND id NOT IN (SELECT line FROM bank_left_out) ";
const std::string select_lines = "SELECT id, account, day, amount, coalesce(text, '') FROM bank_line ";

std::vector<BankLine> read_all(Rows rows) {
  std::vector<BankLine> all;
  while (rows.next())
    all.push_back({.id = rows.get<Id<BankLine>>(0),
                   .account = rows.get<std::string>(1),
                   .day = rows.get<Date>(2),
                   .amount = rows.get<Money>(3),
                   .text = rows.get<std::string>(4)});
  return all;
}

std::vector<BankExpense> open_expenses(const Database& database) {
  std::vector<BankExpense> all;
  for (Rows rows = database.query(
           "SELECT e.id, coalesce(p.business_date, e.business_date), e.amount FROM expense e "
           "LEFT JOIN expense_paid p ON p.expense = e.id WHERE coalesce(p.paid_from, e.paid_from) = 'bank' "
           "AND e.id NOT IN (SELECT expense FROM expense_withdrawn) "
           "AND e.id NOT IN (SELECT subject FROM bank_match WHERE what = 'expense') ORDER BY 2, 1");
       rows.next();)
    all.push_back({rows.get<Id<Expense>>(0), rows.get<Date>(1), rows.get<Money>(2)});
  return all;
}

std::vector<BankIncome> open_incomes(const Database& database) {
  std::vector<BankIncome> all;
  for (Rows rows = database.query(
           "SELECT i.id, coalesce(p.business_date, i.business_date), i.amount FROM income i "
           "LEFT JOIN income_paid p ON p.income = i.id WHERE coalesce(p.paid_into, i.paid_into) = 'bank' "
           "AND i.id NOT IN (SELECT income FROM income_withdrawn) "
           "AND i.id NOT IN (SELECT subject FROM bank_match WHERE what = 'income') ORDER BY 2, 1");
       rows.next();)
    all.push_back({rows.get<Id<Income>>(0), rows.get<Date>(1), rows.get<Money>(2)});
  return all;
}

}  // namespace

std::vector<BankLine> bank_lines(const Database& database, Date from, Date to) {
  static const std::string sql = select_lines + "WHERE day BETWEEN ? AND ? ORDER BY day, id";
  return read_all(database.query(sql, from, to));
}

std::vector<BankLine> bank_lines_of(const Database& database, std::string_view account, Date from, Date to) {
  static const std::string sql = select_lines + "WHERE account = ? AND day BETWEEN ? AND ? ORDER BY day, id";
  return read_all(database.query(sql, account, from, to));
}

std::optional<BankLine> find_bank_line(const Database& database, Id<BankLine> id) {
  static const std::string sql = select_lines + "WHERE id = ?";
  std::vector<BankLine> found = read_all(database.query(sql, id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<BankMatch> find_match(const Database& database, Id<BankLine> line) {
  std::optional<BankMatch> match;
  for (Rows rows = database.query("SELECT what, subject FROM bank_match WHERE line = ?", line); rows.next();) {
    if (!match) match = BankMatch{.line = line, .payments = {}, .expense = {}, .income = {}, .fee = {}};
    const auto what = rows.get<std::string_view>(0);
    if (what == "payment")
      match->payments.push_back(rows.get<Id<Payment>>(1));
    else if (what == "expense")
      match->expense = rows.get<Id<Expense>>(1);
    else
      match->income = rows.get<Id<Income>>(1);
  }
  return match;
}

bool is_left_out(const Database& database, Id<BankLine> line) {
  return database.value<int>("SELECT 1 FROM bank_left_out WHERE line = ?", line).has_value();
}

bool is_settled(const Database& database, Id<BankLine> line) {
  return is_left_out(database, line) ||
         database.value<int>("SELECT 1 FROM bank_match WHERE line = ? LIMIT 1", line).has_value();
}

std::optional<Id<BankLine>> line_of(const Database& database, const IdBytes& subject) {
  return database.value<Id<BankLine>>("SELECT line FROM bank_match WHERE subject = ?", Blob(subject));
}

std::vector<BankLine> unmatched_bank_lines(const Database& database) {
  static const std::string sql =
      "SELECT id, account, day, amount, coalesce(text, '') " + unsettled + "ORDER BY day, id";
  return read_all(database.query(sql));
}

std::int64_t count_unmatched_bank_lines(const Database& database) {
  static const std::string sql = "SELECT count(*) " + unsettled;
  return database.value<std::int64_t>(sql).value_or(0);
}

std::vector<BankPayment> payments_to_match(const Database& database, Date from, Date to) {
  std::vector<BankPayment> all;
  for (Rows rows = database.query(
           "SELECT id, business_date, amount, method FROM payment WHERE business_date BETWEEN ? AND ? "
           "AND method IN ('transfer', 'qris', 'card') "
           "AND NOT EXISTS (SELECT 1 FROM bank_match WHERE subject = payment.id) "
           // A payment of what was owed that was taken back, and what took it back.
           "AND NOT (later AND EXISTS (SELECT 1 FROM payment back WHERE back.sale = payment.sale AND back.later AND "
           "back.method = payment.method AND back.amount = -payment.amount)) ORDER BY business_date, id",
           from, to);
       rows.next();)
    all.push_back({.payment = rows.get<Id<Payment>>(0),
                   .day = rows.get<Date>(1),
                   .amount = rows.get<Money>(2),
                   .by = rows.get<std::string_view>(3) == "qris"   ? BankPayment::By::Qris
                         : rows.get<std::string_view>(3) == "card" ? BankPayment::By::Card
                                                                   : BankPayment::By::Transfer});
  return all;
}

std::vector<BankMatch> suggested_matches(const Database& database) {
  const std::vector<BankLine> lines = unmatched_bank_lines(database);
  if (lines.empty()) return {};
  return matches(
      lines,
      payments_to_match(database, lines.front().day.plus_days(-kBankDays), lines.back().day.plus_days(kBankDays)),
      open_expenses(database), open_incomes(database));
}

std::vector<BankMatch> possible_matches(const Database& database, const BankLine& line) {
  std::vector<BankExpense> expenses = open_expenses(database);
  for (const BookedExpense& booked : expenses_to_pay(database))
    expenses.push_back(
        {booked.expense.id, booked.expense.due.value_or(booked.expense.business_date), booked.expense.amount});
  std::vector<BankIncome> incomes = open_incomes(database);
  for (const BookedIncome& booked : incomes_to_receive(database))
    incomes.push_back(
        {booked.income.id, booked.income.due.value_or(booked.income.business_date), booked.income.amount});
  std::vector<BankBill> bills;
  for (Rows rows = database.query("SELECT sale.id, business_date, amount FROM owed JOIN sale ON sale.id = owed.sale "
                                  "WHERE amount = ?",
                                  line.amount);
       rows.next();)
    bills.push_back({.sale = rows.get<Id<Sale>>(0), .day = rows.get<Date>(1), .amount = rows.get<Money>(2)});
  return possible_matches(
      line, payments_to_match(database, line.day.plus_days(-kGuess_days), line.day.plus_days(kGuess_days)), expenses,
      incomes, bills);
}

std::vector<std::string> bank_accounts(const Database& database) {
  std::vector<std::string> accounts;
  for (Rows rows = database.query("SELECT DISTINCT account FROM bank_line ORDER BY account"); rows.next();)
    accounts.push_back(rows.get<std::string>(0));
  return accounts;
}

Money bank_balance(const Database& database, Date until) {
  return database.value<Money>("SELECT sum(amount) FROM bank_line WHERE day <= ?", until).value_or(Money{});
}

void put_bank_line(Database& database, const BankLine& line, const std::optional<std::string>& text, Instant at,
                   std::optional<Id<Seller>> who) {
  database.run("INSERT INTO bank_line(id, account, day, amount, at, who, text) VALUES (?, ?, ?, ?, ?, ?, ?)", line.id,
               line.account, line.day, line.amount, at, who, text);
}

void put_bank_match(Database& database, const BankMatch& match, Matched matched) {
  if (matched == Matched::No) return database.run("DELETE FROM bank_match WHERE line = ?", match.line);
  const auto put = [&](std::string_view what, const auto& subject) {
    database.run("INSERT INTO bank_match(line, what, subject) VALUES (?, ?, ?)", match.line, what, subject);
  };
  for (const Id<Payment>& payment : match.payments) put("payment", payment);
  if (match.expense) put("expense", *match.expense);
  if (match.income) put("income", *match.income);
}

void put_left_out(Database& database, Id<BankLine> line, LeftOut left_out) {
  if (left_out == LeftOut::Yes)
    database.run("INSERT INTO bank_left_out(line) VALUES (?) ON CONFLICT DO NOTHING", line);
  else
    database.run("DELETE FROM bank_left_out WHERE line = ?", line);
}

void forget_bank_lines(Database& database, Id<Contact> contact) {
  constexpr std::size_t shortest_name_bytes = 3;
  for (const Id<Contact>& same : same_contacts(database, contact)) {
    database.run(
        "UPDATE bank_line SET text = NULL WHERE text IS NOT NULL AND id IN (SELECT line FROM bank_match WHERE "
        "subject IN (SELECT id FROM expense WHERE contact = ?1) OR subject IN (SELECT id FROM income WHERE contact = "
        "?1) "
        "OR subject IN (SELECT payment.id FROM payment JOIN sale_customer ON sale_customer.sale = payment.sale "
        "WHERE contact = ?1))",
        same);
    const auto card = find_contact(database, same);
    const std::string name = card ? folded(card->name) : std::string();
    if (name.size() < shortest_name_bytes) continue;
    std::vector<Id<BankLine>> named;
    for (Rows rows = database.query("SELECT id, text FROM bank_line WHERE text IS NOT NULL"); rows.next();)
      if (folded(rows.get<std::string_view>(1)).find(name) != std::string::npos)
        named.push_back(rows.get<Id<BankLine>>(0));
    for (const Id<BankLine>& line : named) database.run("UPDATE bank_line SET text = NULL WHERE id = ?", line);
  }
}

std::vector<Id<BankLine>> forgotten_bank_lines(const Database& database) {
  std::vector<Id<BankLine>> lines;
  for (Rows rows = database.query("SELECT id FROM bank_line WHERE text IS NULL"); rows.next();)
    lines.push_back(rows.get<Id<BankLine>>(0));
  return lines;
}

}  // namespace lapak
