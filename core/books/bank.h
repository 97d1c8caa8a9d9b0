// books: what the bank says came and went, and what each line was for. Pure.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"

namespace lapak {

struct Expense;
struct Income;
struct Payment;
struct Sale;

struct BankLine {
  Id<BankLine> id;
  std::string account;  // as the shop calls it: "BCA"
  Date day;
  Money amount;      // + came in, − went out
  std::string text;  // the bank's own words
  friend bool operator==(const BankLine&, const BankLine&) = default;
};

// Of `incoming`, those that `known` does not hold yet: of lines of one account, day and amount as many as there are
// more of, those with other words first. So a file read twice, or one that overlaps the last, adds nothing twice, also
// where a line's words were forgotten.
std::vector<BankLine> new_lines(std::span<const BankLine> known, std::span<const BankLine> incoming);

// What may have moved money at the bank.
struct BankPayment {
  Id<Payment> payment;
  Date day;
  Money amount;  // < 0 given back
  enum class By { Transfer, Qris, Card } by = By::Transfer;
};
struct BankExpense {
  Id<Expense> expense;
  Date day;
  Money amount;  // > 0
};
struct BankIncome {
  Id<Income> income;
  Date day;
  Money amount;
};
struct BankBill {
  Id<Sale> sale;
  Date day;
  Money amount;  // still owed
};
struct BankMatch {
  Id<BankLine> line;
  std::vector<Id<Payment>> payments;
  std::optional<Id<Expense>> expense;
  std::optional<Id<Income>> income;
  Money fee;  // what the bank kept of the payments
  // A receipt that is still owed; the line becomes a payment of it, which is what it was for from then on.
  std::optional<Id<Sale>> bill = {};
  friend bool operator==(const BankMatch&, const BankMatch&) = default;
};

// Which line is what. A transfer, an expense or an income is a line of the same amount within kBankDays of it, the
// nearest day first. What came by QRIS or card on one day is settled in one line on that day or within kBankDays after
// it, less a fee of at most kLargestFee_percent. Each line and each payment is matched at most once; what fits nothing
// is left.
inline constexpr int kBankDays = 3;
inline constexpr int kLargestFee_percent = 3;
std::vector<BankMatch> matches(std::span<const BankLine> lines, std::span<const BankPayment> payments,
                               std::span<const BankExpense> expenses, std::span<const BankIncome> incomes);
// All that one line may have been, the nearest day first: whatever is of its amount, on any day, and what may be
// settled in it.
std::vector<BankMatch> possible_matches(const BankLine& line, std::span<const BankPayment> payments,
                                        std::span<const BankExpense> expenses, std::span<const BankIncome> incomes,
                                        std::span<const BankBill> bills);

}  // namespace lapak
