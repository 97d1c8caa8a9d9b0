// books: what the shop spends: on what, for which fair, order or product, and from where it was paid. Pure types and
// rules; an expense is a fact: a correction is a new one, after the former was taken back.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"
#include "core/words/words.h"

namespace lapak {

struct CashEntry;
struct Contact;
struct CustomOrder;
struct Fair;
struct Product;
struct RecurringExpense;

// NotYet: owed by the shop until PayExpense.
enum class PaidFrom { Till, Bank, OwnPocket, NotYet };
std::string_view paid_from_code(PaidFrom from);  // "till", "bank", "own", "later"
std::optional<PaidFrom> find_paid_from(std::string_view code);
std::string_view paid_from_name(PaidFrom from, const Words& words);

// The codes of the usual categories, in the order of a list: "materials", "booth", "transport", "food", "packaging",
// "tools", "fees", "tax", "other". A category of the shop's own is any other name.
std::span<const std::string_view> usual_expense_categories();
inline constexpr std::string_view kFeesCategory = "fees", kTaxCategory = "tax";
// The usual ones in the language, others as they were typed.
std::string expense_category_name(std::string_view category, const Words& words);

struct Expense {
  Id<Expense> id;
  Instant at;
  Date business_date;
  std::string category = "other";
  Money amount;  // > 0
  std::optional<Id<Fair>> fair;
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<Product>> product;
  std::optional<Id<Contact>> contact;  // to whom it was, or is to be, paid
  PaidFrom paid_from = PaidFrom::Till;
  std::optional<Date> due;                        // of NotYet: when it is to be paid
  std::optional<Id<RecurringExpense>> recurring;  // which it is an occurrence of
  std::optional<Date> recurring_day;              // and of which day
  std::string photo;                              // a PhotoName, or empty
  std::string note;
  friend bool operator==(const Expense&, const Expense&) = default;
};

// Texts cleaned; a category typed as a usual one's code becomes it; a due day only of what is not paid yet.
// Problems: QuantityZero (no amount), AmountNegative, AmountTooLarge, NameEmpty (no category), NameTooLong,
// TextNotUtf8.
Result<Expense> checked_expense(Expense expense);

// What comes back every week or month: rent, a subscription. A card: it proposes, and books nothing by itself.
enum class Every { Week, Month };
std::string_view every_code(Every every);  // "week", "month"
std::optional<Every> find_every(std::string_view code);

struct RecurringExpense {
  Id<RecurringExpense> id;
  std::string category = "other";
  Money amount;  // as it usually is
  PaidFrom paid_from = PaidFrom::Bank;
  Every every = Every::Month;
  Date first_day;
  std::string name;  // "Sewa kios"; may be empty
  bool hidden = false;
  friend bool operator==(const RecurringExpense&, const RecurringExpense&) = default;
};
// Problems: those of checked_expense.
Result<RecurringExpense> checked_recurring(RecurringExpense recurring);
// Its n-th day, counted from 0. Every month on the day of the first one, or the last of a shorter month.
Date recurring_day(const RecurringExpense& recurring, int n);

}  // namespace lapak
