// books: which lines of the bank are new, and what they were for.
#include "core/books/bank.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace lapak {
namespace {

using Key = std::tuple<std::string, Date, Money>;
Key key_of(const BankLine& line) {
  return {line.account, line.day, line.amount};
}

// Of those of this amount, near enough and not taken, the nearest by day.
template <class Thing, class AmountOf>
const Thing* nearest(std::span<const Thing> things, const BankLine& line, const std::set<const void*>& taken,
                     AmountOf amount_of) {
  const Thing* best = nullptr;
  const auto away = [&](const Thing& thing) { return std::abs(thing.day.days - line.day.days); };
  for (const Thing& thing : things) {
    if (taken.contains(&thing) || amount_of(thing) != line.amount || away(thing) > kBankDays) continue;
    if (!best || away(thing) < away(*best)) best = &thing;
  }
  return best;
}

// What came on one day by QRIS, or by card.
struct Settlement {
  Date day;
  Money amount;
  std::vector<const BankPayment*> payments;
};
std::vector<Settlement> settlements_of(std::span<const BankPayment> payments) {
  std::map<std::pair<Date, BankPayment::By>, Settlement> days;
  for (const BankPayment& payment : payments) {
    if (payment.by == BankPayment::By::Transfer) continue;
    Settlement& settlement = days[{payment.day, payment.by}];
    settlement.day = payment.day;
    settlement.amount += payment.amount;
    settlement.payments.push_back(&payment);
  }
  std::vector<Settlement> all;
  for (auto& [day, settlement] : days) all.push_back(std::move(settlement));
  return all;
}

bool settles(const BankLine& line, const Settlement& settlement) {
  const int later = line.day.days - settlement.day.days;
  if (later < 0 || later > kBankDays || line.amount <= Money{}) return false;
  const Money fee = settlement.amount - line.amount;
  return fee >= Money{} && fee.minor <= settlement.amount.minor / 100 * kLargestFee_percent;
}

}  // namespace

std::vector<BankLine> new_lines(std::span<const BankLine> known, std::span<const BankLine> incoming) {
  std::map<Key, std::vector<const BankLine*>> unseen;  // known lines that none of the incoming was yet
  for (const BankLine& line : known) unseen[key_of(line)].push_back(&line);
  const auto take = [&](const BankLine& line, auto is_it) {
    auto& candidates = unseen[key_of(line)];
    const auto found = std::ranges::find_if(candidates, is_it);
    if (found == candidates.end()) return false;
    candidates.erase(found);
    return true;
  };
  std::vector<const BankLine*> other_words;
  for (const BankLine& line : incoming)
    if (!take(line, [&](const BankLine* old) { return old->text == line.text; })) other_words.push_back(&line);
  std::vector<BankLine> added;
  for (const BankLine* line : other_words)
    if (!take(*line, [](const BankLine*) { return true; })) added.push_back(*line);
  return added;
}

std::vector<BankMatch> matches(std::span<const BankLine> lines, std::span<const BankPayment> payments,
                               std::span<const BankExpense> expenses, std::span<const BankIncome> incomes) {
  std::vector<BankPayment> transfers;
  std::ranges::copy_if(payments, std::back_inserter(transfers),
                       [](const BankPayment& payment) { return payment.by == BankPayment::By::Transfer; });
  std::vector<Settlement> settlements = settlements_of(payments);
  std::set<const void*> taken;
  std::vector<BankMatch> found;
  for (const BankLine& line : lines) {
    BankMatch match{.line = line.id, .payments = {}, .expense = {}, .income = {}, .fee = {}};
    if (const auto* transfer = nearest(std::span<const BankPayment>(transfers), line, taken,
                                       [](const BankPayment& payment) { return payment.amount; })) {
      taken.insert(transfer);
      match.payments.push_back(transfer->payment);
    } else if (const auto* income = nearest(incomes, line, taken, [](const BankIncome& one) { return one.amount; })) {
      taken.insert(income);
      match.income = income->income;
    } else if (const auto* expense =
                   nearest(expenses, line, taken, [](const BankExpense& one) { return -one.amount; })) {
      taken.insert(expense);
      match.expense = expense->expense;
    } else {
      const auto settled =
          std::ranges::find_if(settlements, [&](const Settlement& settlement) { return settles(line, settlement); });
      if (settled == settlements.end()) continue;
      for (const BankPayment* payment : settled->payments) match.payments.push_back(payment->payment);
      match.fee = settled->amount - line.amount;
      settlements.erase(settled);
    }
    found.push_back(std::move(match));
  }
  return found;
}

std::vector<BankMatch> possible_matches(const BankLine& line, std::span<const BankPayment> payments,
                                        std::span<const BankExpense> expenses, std::span<const BankIncome> incomes,
                                        std::span<const BankBill> bills) {
  std::vector<std::pair<int, BankMatch>> found;  // with how many days lie between
  const auto add = [&](Date day) -> BankMatch& {
    found.emplace_back(std::abs(line.day.days - day.days),
                       BankMatch{.line = line.id, .payments = {}, .expense = {}, .income = {}, .fee = {}});
    return found.back().second;
  };
  for (const BankPayment& payment : payments)
    if (payment.by == BankPayment::By::Transfer && payment.amount == line.amount)
      add(payment.day).payments = {payment.payment};
  for (const BankIncome& income : incomes)
    if (income.amount == line.amount) add(income.day).income = income.income;
  for (const BankBill& bill : bills)
    if (bill.amount == line.amount) add(bill.day).bill = bill.sale;
  for (const BankExpense& expense : expenses)
    if (-expense.amount == line.amount) add(expense.day).expense = expense.expense;
  for (const Settlement& settlement : settlements_of(payments)) {
    if (!settles(line, settlement)) continue;
    BankMatch& match = add(settlement.day);
    for (const BankPayment* payment : settlement.payments) match.payments.push_back(payment->payment);
    match.fee = settlement.amount - line.amount;
  }
  std::ranges::stable_sort(found, {}, &std::pair<int, BankMatch>::first);
  std::vector<BankMatch> all;
  for (auto& [days, match] : found) all.push_back(std::move(match));
  return all;
}

}  // namespace lapak
