// books: the rows of the bank's lines.
#include "core/books/bank_store.h"

#include "core/base/text.h"

namespace lapak {
namespace {

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

std::vector<BankPayment> open_payments(const Database& database) {
  std::vector<BankPayment> all;
  for (Rows rows = database.query(
           "SELECT id, business_date, amount, method FROM payment WHERE method IN ('transfer', 'qris', 'card') "
           "AND id NOT IN (SELECT subject FROM bank_match WHERE what = 'payment') ORDER BY business_date, id");
       rows.next();)
    all.push_back({.payment = rows.get<Id<Payment>>(0),
                   .day = rows.get<Date>(1),
                   .amount = rows.get<Money>(2),
                   .by = rows.get<std::string_view>(3) == "qris"   ? BankPayment::By::Qris
                         : rows.get<std::string_view>(3) == "card" ? BankPayment::By::Card
                                                                   : BankPayment::By::Transfer});
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

bool is_matched(const Database& database, Id<BankLine> id) {
  return database.value<int>("SELECT 1 FROM bank_match WHERE line = ? LIMIT 1", id).has_value();
}

std::vector<BankLine> unmatched_bank_lines(const Database& database) {
  static const std::string sql = select_lines + "WHERE id NOT IN (SELECT line FROM bank_match) ORDER BY day, id";
  return read_all(database.query(sql));
}

std::vector<BankMatch> suggested_matches(const Database& database) {
  return matches(unmatched_bank_lines(database), open_payments(database), open_expenses(database),
                 open_incomes(database));
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
