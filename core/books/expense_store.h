// books: the rows of expenses, and the questions about them. What was taken back is in no answer but find_expense.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/books/expense.h"
#include "core/db/database.h"
#include "core/people/people_store.h"

namespace lapak {

// An expense and what became of it.
struct BookedExpense {
  Expense expense;
  std::optional<PaidFrom> paid_later;  // of NotYet, once it was paid
  std::optional<Date> paid_on;         // the business date it was paid; none: it is owed
  bool withdrawn = false;

  // Whether money went from there for it.
  bool was_paid_from(PaidFrom from) const { return paid_later.value_or(expense.paid_from) == from; }
};
std::optional<BookedExpense> find_expense(const Database& database, Id<Expense> id);

struct ExpenseQuestion {
  std::optional<Date> from, to;  // business dates, inclusive
  std::optional<Id<Fair>> fair;
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<Product>> product;
  std::optional<std::string> category;
  int first = 0;
  int count = 1'000;
  friend bool operator==(const ExpenseQuestion&, const ExpenseQuestion&) = default;
};
// Newest first.
std::vector<BookedExpense> expenses(const Database& database, const ExpenseQuestion& question);
// Of a fair, order or product, or of days; those not paid yet count too. `first` and `count` are not read.
Money expenses_sum(const Database& database, const ExpenseQuestion& question);
struct CategorySum {
  std::string category;
  Money amount;
  std::int64_t count = 0;
};
// The largest first.
std::vector<CategorySum> expenses_by_category(const Database& database, const ExpenseQuestion& question);

// Owed by the shop: the earliest due first, those without a day last.
std::vector<BookedExpense> expenses_to_pay(const Database& database);

// Categories of the shop's own, the most used first.
std::vector<std::string> own_expense_categories(const Database& database, int limit);

std::optional<RecurringExpense> find_recurring(const Database& database, Id<RecurringExpense> id);
// Those not hidden, by their first day.
std::vector<RecurringExpense> recurring_expenses(const Database& database);
// What comes back by `today` and was neither booked nor skipped, the earliest first.
struct DueExpense {
  RecurringExpense recurring;
  Date day;
};
std::vector<DueExpense> recurring_due(const Database& database, Date today);
// Whether an occurrence was booked (and not taken back) or skipped.
bool is_settled(const Database& database, Id<RecurringExpense> recurring, Date day);

// Writing, for apply_books alone.
void put_expense(Database& database, const Expense& expense, std::optional<Id<Seller>> who, PersonalWords words);
void put_expense_cash(Database& database, Id<Expense> expense, Id<CashEntry> cash_entry);
struct ExpensePayment {
  PaidFrom paid_from = PaidFrom::Bank;
  Date business_date;
};
// None: it is owed again.
void put_expense_paid(Database& database, Id<Expense> expense, const std::optional<ExpensePayment>& payment);
enum class Withdrawn { Yes, No };
void put_expense_withdrawn(Database& database, Id<Expense> expense, Withdrawn withdrawn);
void put_recurring(Database& database, const RecurringExpense& recurring);
enum class Skipped { Yes, No };
void put_skipped(Database& database, Id<RecurringExpense> recurring, Date day, Skipped skipped);
// Words and pictures of what was paid to a person or for her orders become NULL; also of those merged into her.
void forget_expenses(Database& database, Id<Contact> contact);

}  // namespace lapak
