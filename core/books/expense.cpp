// books: what makes an expense whole, and when a recurring one comes back.
#include "core/books/expense.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<PaidFrom, std::string_view>, 4> sources{
    {{PaidFrom::Till, "till"}, {PaidFrom::Bank, "bank"}, {PaidFrom::OwnPocket, "own"}, {PaidFrom::NotYet, "later"}}};
constexpr std::array<std::pair<Every, std::string_view>, 2> rhythms{{{Every::Week, "week"}, {Every::Month, "month"}}};

constexpr std::array<std::string_view, 9> usual_codes{"materials", "booth",       "transport",  "food", "packaging",
                                                      "tools",     kFeesCategory, kTaxCategory, "other"};
constexpr std::array<std::string_view, 9> usual_names{N_("Materials"), N_("Booth"),     N_("Transport"),
                                                      N_("Food"),      N_("Packaging"), N_("Tools"),
                                                      N_("Fees"),      N_("Tax paid"),  N_("Other expenses")};

Result<void> check_cost(std::string& category, Money amount, std::string& note) {
  if (amount.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (amount < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto within = bounded(amount); !within) return std::unexpected(within.error());
  Result<std::string> named = checked_name(category);
  if (!named) return std::unexpected(named.error());
  category = std::move(*named);
  Result<std::string> cleaned = checked_note(trimmed(note));
  if (!cleaned) return std::unexpected(cleaned.error());
  note = std::move(*cleaned);
  return {};
}

}  // namespace

std::string_view paid_from_code(PaidFrom from) {
  return std::ranges::find(sources, from, &std::pair<PaidFrom, std::string_view>::first)->second;
}

std::optional<PaidFrom> find_paid_from(std::string_view code) {
  for (const auto& [from, known] : sources)
    if (known == code) return from;
  return std::nullopt;
}

std::string_view paid_from_name(PaidFrom from, const Words& words) {
  switch (from) {
    case PaidFrom::Till:
      return words(N_("From the till"));
    case PaidFrom::Bank:
      return words(N_("From the bank"));
    case PaidFrom::OwnPocket:
      return words(N_("From my own pocket"));
    case PaidFrom::NotYet:
      return words(N_("Not paid yet"));
  }
  LAPAK_ASSERT(false);
}

std::span<const std::string_view> usual_expense_categories() {
  return usual_codes;
}

std::string expense_category_name(std::string_view category, const Words& words) {
  const auto usual = std::ranges::find(usual_codes, category);
  if (usual == usual_codes.end()) return std::string(category);
  return std::string(words(usual_names[static_cast<std::size_t>(usual - usual_codes.begin())]));
}

Result<Expense> checked_expense(Expense expense) {
  if (auto checked = check_cost(expense.category, expense.amount, expense.note); !checked)
    return std::unexpected(checked.error());
  if (expense.paid_from != PaidFrom::NotYet) expense.due.reset();
  return expense;
}

std::string_view every_code(Every every) {
  return std::ranges::find(rhythms, every, &std::pair<Every, std::string_view>::first)->second;
}

std::optional<Every> find_every(std::string_view code) {
  for (const auto& [every, known] : rhythms)
    if (known == code) return every;
  return std::nullopt;
}

Result<RecurringExpense> checked_recurring(RecurringExpense recurring) {
  if (auto checked = check_cost(recurring.category, recurring.amount, recurring.name); !checked)
    return std::unexpected(checked.error());
  return recurring;
}

Date recurring_day(const RecurringExpense& recurring, int n) {
  if (recurring.every == Every::Week) return recurring.first_day.plus_days(7 * n);
  const int months = recurring.first_day.month() - 1 + n;
  const Date month = Date::of(recurring.first_day.year() + months / 12, months % 12 + 1, 1);
  return Date::of(month.year(), month.month(), std::min(recurring.first_day.day(), month.last_of_month().day()));
}

}  // namespace lapak
