// books: what can be done with expenses.
#include "core/books/expense_commands.h"

#include "core/base/hex.h"
#include "core/books/bank_commands.h"
#include "core/books/books_facts.h"
#include "core/books/expense_store.h"
#include "core/books/tax_commands.h"
#include "core/catalog/product_store.h"
#include "core/order/order_store.h"
#include "core/sale/open_day.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(PaidFrom, {{PaidFrom::Till, "till"},
                                        {PaidFrom::Bank, "bank"},
                                        {PaidFrom::OwnPocket, "own"},
                                        {PaidFrom::NotYet, "later"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Every, {{Every::Week, "week"}, {Every::Month, "month"}})
// Without its words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Expense, id, business_date, category, amount, fair, order, product,
                                                contact, paid_from, due, recurring, recurring_day)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecurringExpense, id, category, amount, paid_from, every, first_day,
                                                name, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExpensePayment, paid_from, business_date)

namespace {

struct ExpenseBooked {
  static constexpr std::string_view kind = "books.expense_booked";
  Expense expense;
  std::optional<Id<CashEntry>> cash_entry;
};
struct ExpenseText {
  std::string note, photo;
};
struct ExpenseWithdrawn {
  static constexpr std::string_view kind = "books.expense_withdrawn";
  Id<Expense> expense;
  bool withdrawn = true;
  std::optional<Id<CashEntry>> cash_entry;
};
struct ExpensePaid {
  static constexpr std::string_view kind = "books.expense_paid";
  Id<Expense> expense;
  std::optional<ExpensePayment> payment;  // none: it is owed again
  std::optional<Id<CashEntry>> cash_entry;
};
struct RecurringSkipped {
  static constexpr std::string_view kind = "books.recurring_skipped";
  Id<RecurringExpense> recurring;
  Date day;
  bool skipped = true;
};
constexpr std::string_view recurring_saved = "books.recurring_saved";

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExpenseBooked, expense, cash_entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExpenseText, note, photo)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExpenseWithdrawn, expense, withdrawn, cash_entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExpensePaid, expense, payment, cash_entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecurringSkipped, recurring, day, skipped)

// One change of the books, with what takes it back.
class Writing {
 public:
  explicit Writing(const Deciding& deciding)
      : deciding_(deciding), day_(trading_day(deciding.database, deciding.now, deciding.zone).business_date) {}

  Date day() const { return day_; }

  Result<void> book(const Expense& expense) {
    const auto cash = drawer(expense, expense.paid_from, -expense.amount);
    if (!cash) return std::unexpected(cash.error());
    add_both_ways(
        decision_, *cash,
        personal_fact(ExpenseBooked{expense, entry_of(cash->there)}, ExpenseText{expense.note, expense.photo}),
        fact_of(ExpenseWithdrawn{expense.id, true, entry_of(cash->back)}));
    return {};
  }
  Result<void> withdraw(const BookedExpense& booked) {
    const Expense& expense = booked.expense;
    const auto cash = drawer(expense, booked.paid_later.value_or(expense.paid_from), expense.amount);
    if (!cash) return std::unexpected(cash.error());
    loosened_ = loosen_match(decision_, deciding_.database, expense.id.bytes);
    add_both_ways(decision_, *cash, fact_of(ExpenseWithdrawn{expense.id, true, entry_of(cash->there)}),
                  fact_of(ExpenseWithdrawn{expense.id, false, entry_of(cash->back)}));
    return {};
  }
  // What was said of the former holds of the one in its place: the tax it paid, and the bank's line while the amount is
  // the same.
  void inherit(const BookedExpense& former, const Expense& expense) {
    if (const auto month = tax_month_of(deciding_.database, former.expense.id))
      decision_.facts.push_back(tax_paid_fact(expense.id, *month));
    if (!loosened_ || expense.amount != former.expense.amount || expense.paid_from != PaidFrom::Bank) return;
    loosened_->expense = expense.id;
    match_again(decision_, *loosened_);
  }
  Result<void> pay(const Expense& expense, PaidFrom from) {
    const auto cash = drawer(expense, from, -expense.amount);
    if (!cash) return std::unexpected(cash.error());
    add_both_ways(decision_, *cash, fact_of(ExpensePaid{expense.id, ExpensePayment{from, day_}, entry_of(cash->there)}),
                  fact_of(ExpensePaid{expense.id, std::nullopt, entry_of(cash->back)}));
    return {};
  }
  Decision decision(std::string_view kind, const Expense& expense) {
    decision_.outcome = {.kind = std::string(kind),
                         .subject = expense.id.bytes,
                         .label = expense_category_name(expense.category, deciding_.profile.words()),
                         .is_undoable = true};
    return std::move(decision_);
  }
  void attach(const Attachment& photo) { decision_.attachments.push_back(photo); }

 private:
  Result<Drawer> drawer(const Expense& expense, PaidFrom from, Money amount) const {
    return through_drawer(from == PaidFrom::Till ? ByTill::Yes : ByTill::No, amount,
                          expense_category_name(expense.category, deciding_.profile.words()), deciding_);
  }

  const Deciding& deciding_;
  Date day_;
  Decision decision_;
  std::optional<BankMatch> loosened_;  // by a withdrawal
};

// An expense that still counts. Problems: NotInTheBooks.
Result<BookedExpense> standing_expense(const Database& database, Id<Expense> id) {
  std::optional<BookedExpense> booked = find_expense(database, id);
  if (!booked || booked->withdrawn) return refuse(ProblemCode::NotInTheBooks);
  return *std::move(booked);
}

Result<void> check_subjects(const Expense& expense, const Database& database) {
  if (expense.order && !find_order(database, *expense.order)) return refuse(ProblemCode::OrderUnknown);
  if (expense.product && !find_product(database, *expense.product))
    return refuse(ProblemCode::ProductUnknown, std::string());
  if (expense.contact && !find_contact(database, *expense.contact)) return refuse(ProblemCode::ContactUnknown);
  return {};
}

bool falls_on(const RecurringExpense& recurring, Date day) {
  int n = 0;
  while (recurring_day(recurring, n) < day) ++n;
  return recurring_day(recurring, n) == day;
}

// Whether the occurrence that `expense` is of is still to be booked, by itself or in place of `former`.
Result<void> check_occurrence(const Expense& expense, const std::optional<BookedExpense>& former,
                              const Database& database) {
  if (expense.recurring.has_value() != expense.recurring_day.has_value()) return refuse(ProblemCode::NotInTheBooks);
  if (!expense.recurring) return {};
  const auto recurring = find_recurring(database, *expense.recurring);
  if (!recurring || !falls_on(*recurring, *expense.recurring_day)) return refuse(ProblemCode::NotInTheBooks);
  const bool is_the_same = former && former->expense.recurring == expense.recurring &&
                           former->expense.recurring_day == expense.recurring_day;
  if (!is_the_same && is_settled(database, *expense.recurring, *expense.recurring_day))
    return refuse(ProblemCode::NotInTheBooks);
  return {};
}

Result<Decision> decide_one(const BookExpense& command, const Deciding& deciding) {
  Result<Expense> expense = checked_expense(command.expense);
  if (!expense) return std::unexpected(expense.error());
  if (auto known = check_subjects(*expense, deciding.database); !known) return std::unexpected(known.error());
  std::optional<BookedExpense> former;
  if (!expense->id.is_nil()) {
    Result<BookedExpense> found = standing_expense(deciding.database, expense->id);
    if (!found) return std::unexpected(found.error());
    former = *std::move(found);
  }
  if (auto open = check_occurrence(*expense, former, deciding.database); !open) return std::unexpected(open.error());
  Writing writing(deciding);
  if (former)
    if (auto withdrawn = writing.withdraw(*former); !withdrawn) return std::unexpected(withdrawn.error());
  expense->id = deciding.ids.next<Expense>();
  if (expense->paid_from == PaidFrom::Till || expense->business_date == Date{}) expense->business_date = writing.day();
  if (command.photo) {
    expense->photo = hex(command.photo->hash);
    writing.attach(*command.photo);
  }
  if (auto booked = writing.book(*expense); !booked) return std::unexpected(booked.error());
  if (former) writing.inherit(*former, *expense);
  return writing.decision("book_expense", *expense);
}

Result<Decision> decide_one(const TakeBackExpense& command, const Deciding& deciding) {
  const Result<BookedExpense> booked = standing_expense(deciding.database, command.expense);
  if (!booked) return std::unexpected(booked.error());
  Writing writing(deciding);
  if (auto withdrawn = writing.withdraw(*booked); !withdrawn) return std::unexpected(withdrawn.error());
  return writing.decision("take_back_expense", booked->expense);
}

Result<Decision> decide_one(const PayExpense& command, const Deciding& deciding) {
  LAPAK_ASSERT(command.from != PaidFrom::NotYet);
  const Result<BookedExpense> booked = standing_expense(deciding.database, command.expense);
  if (!booked) return std::unexpected(booked.error());
  if (booked->paid_on) return refuse(ProblemCode::NotInTheBooks);
  Writing writing(deciding);
  if (auto paid = writing.pay(booked->expense, command.from); !paid) return std::unexpected(paid.error());
  return writing.decision("pay_expense", booked->expense);
}

Decision recurring_decision(std::string_view kind, const RecurringExpense& recurring, const Words& words) {
  Decision decision;
  decision.outcome = {
      .kind = std::string(kind),
      .subject = recurring.id.bytes,
      .label = recurring.name.empty() ? expense_category_name(recurring.category, words) : recurring.name,
      .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const SaveRecurring& command, const Deciding& deciding) {
  Result<RecurringExpense> recurring = checked_recurring(command.recurring);
  if (!recurring) return std::unexpected(recurring.error());
  const std::optional<RecurringExpense> before = find_recurring(deciding.database, recurring->id);
  if (!before && !recurring->id.is_nil()) return refuse(ProblemCode::NotInTheBooks);
  if (!before) recurring->id = deciding.ids.next<RecurringExpense>();
  RecurringExpense opposite = before.value_or(*recurring);
  if (!before) opposite.hidden = true;
  Decision decision = recurring_decision("save_recurring", *recurring, deciding.profile.words());
  decision.facts.push_back({std::string(recurring_saved), Json(*recurring), Json()});
  decision.opposite.push_back({std::string(recurring_saved), Json(opposite), Json()});
  return decision;
}

Result<Decision> decide_one(const SkipRecurring& command, const Deciding& deciding) {
  const std::optional<RecurringExpense> recurring = find_recurring(deciding.database, command.recurring);
  if (!recurring || !falls_on(*recurring, command.day) || is_settled(deciding.database, command.recurring, command.day))
    return refuse(ProblemCode::NotInTheBooks);
  Decision decision = recurring_decision("skip_recurring", *recurring, deciding.profile.words());
  decision.facts.push_back(fact_of(RecurringSkipped{command.recurring, command.day, true}));
  decision.opposite.push_back(fact_of(RecurringSkipped{command.recurring, command.day, false}));
  return decision;
}

void apply_booked(const Fact& fact, const Applying& applying) {
  auto booked = fact.body.get<ExpenseBooked>();
  booked.expense.at = applying.header.at;
  const auto text = personal_words<ExpenseText>(fact);
  if (text) {
    booked.expense.note = text->note;
    booked.expense.photo = text->photo;
  }
  put_expense(applying.database, booked.expense, applying.header.who,
              text ? PersonalWords::Known : PersonalWords::Forgotten);
  if (booked.cash_entry) put_expense_cash(applying.database, booked.expense.id, *booked.cash_entry);
}

}  // namespace

Result<Decision> decide(const ExpenseCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_expense(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == ExpenseBooked::kind) return apply_booked(fact, applying);
  if (fact.kind == ExpensePaid::kind) {
    const auto paid = fact.body.get<ExpensePaid>();
    put_expense_paid(database, paid.expense, paid.payment);
    if (paid.cash_entry) put_expense_cash(database, paid.expense, *paid.cash_entry);
    return;
  }
  if (fact.kind == recurring_saved) return put_recurring(database, fact.body.get<RecurringExpense>());
  if (fact.kind == RecurringSkipped::kind) {
    const auto skip = fact.body.get<RecurringSkipped>();
    return put_skipped(database, skip.recurring, skip.day, skip.skipped ? Skipped::Yes : Skipped::No);
  }
  LAPAK_ASSERT(fact.kind == ExpenseWithdrawn::kind);
  const auto withdrawn = fact.body.get<ExpenseWithdrawn>();
  put_expense_withdrawn(database, withdrawn.expense, withdrawn.withdrawn ? Withdrawn::Yes : Withdrawn::No);
  if (withdrawn.cash_entry) put_expense_cash(database, withdrawn.expense, *withdrawn.cash_entry);
}

std::optional<ExpenseWords> words_of_expense(const Fact& fact) {
  if (fact.kind != ExpenseBooked::kind) return std::nullopt;
  const auto booked = fact.body.get<ExpenseBooked>();
  return ExpenseWords{booked.expense.contact, booked.expense.order};
}

}  // namespace lapak
