// books: which tax the shop reckons by.
#include "core/books/tax_commands.h"

#include <algorithm>

#include "core/books/expense_commands.h"
#include "core/journal/fact_json.h"
#include "core/profile/profile.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxChoice, valid_from, code, rate, free_each_year, due_day, source)

namespace {

struct TaxChosen {
  static constexpr std::string_view kind = "books.tax_chosen";
  Date day;
  std::optional<TaxChoice> choice;  // none: nothing is chosen for that day any more
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxChosen, day, choice)
struct TaxPaid {
  static constexpr std::string_view kind = "books.tax_paid";
  Id<Expense> expense;
  Date month;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxPaid, expense, month)

Result<Decision> decide_one(const ChooseTax& command, const Deciding& deciding) {
  const Result<TaxChoice> choice = checked_tax_choice(command.choice);
  if (!choice) return std::unexpected(choice.error());
  const std::vector<TaxChoice> known = tax_choices(deciding.database);
  const auto before = std::ranges::find(known, choice->valid_from, &TaxChoice::valid_from);
  Decision decision;
  decision.facts.push_back(fact_of(TaxChosen{choice->valid_from, *choice}));
  decision.opposite.push_back(
      fact_of(TaxChosen{choice->valid_from, before == known.end() ? std::nullopt : std::optional(*before)}));
  const auto rule = std::ranges::find(tax_rules(), choice->code, &TaxRule::code);
  decision.outcome = {
      .kind = "choose_tax", .label = std::string(deciding.profile.words()(rule->name)), .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const PayTax& command, const Deciding& deciding) {
  const Date month = command.month.first_of_month();
  const std::vector<PaidTax> paid = paid_taxes(deciding.database, month.year());
  if (std::ranges::find(paid, month, &PaidTax::month) != paid.end())
    return refuse(ProblemCode::NotInTheBooks);
  const Words& words = deciding.profile.words();
  Result<Decision> decision = decide(ExpenseCommand(BookExpense{{.category = std::string(kTaxCategory),
                                                                 .amount = command.amount,
                                                                 .paid_from = command.from,
                                                                 .note = words.month(month)}}),
                                     deciding);
  if (!decision) return decision;
  decision->facts.push_back(tax_paid_fact(Id<Expense>{decision->outcome.subject}, month));
  decision->outcome.kind = "pay_tax";
  decision->outcome.label = words.month(month);
  return decision;
}

}  // namespace

Fact tax_paid_fact(Id<Expense> expense, Date month) {
  return fact_of(TaxPaid{expense, month});
}

Result<Decision> decide(const TaxCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_tax(const Fact& fact, const Applying& applying) {
  if (fact.kind == TaxPaid::kind) {
    const auto paid = fact.body.get<TaxPaid>();
    return applying.database.run("INSERT INTO tax_paid(expense, month) VALUES (?, ?)", paid.expense, paid.month);
  }
  LAPAK_ASSERT(fact.kind == TaxChosen::kind);
  const auto chosen = fact.body.get<TaxChosen>();
  applying.database.run("DELETE FROM tax_choice WHERE valid_from = ?", chosen.day);
  if (!chosen.choice) return;
  const TaxChoice& choice = *chosen.choice;
  applying.database.run(
      "INSERT INTO tax_choice(valid_from, code, numerator, denominator, free_each_year, due_day, source) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      chosen.day, choice.code, choice.rate.numerator, choice.rate.denominator, choice.free_each_year, choice.due_day,
      choice.source);
}

std::vector<TaxChoice> tax_choices(const Database& database) {
  std::vector<TaxChoice> all;
  for (Rows rows = database.query("SELECT valid_from, code, numerator, denominator, free_each_year, due_day, source "
                                  "FROM tax_choice ORDER BY valid_from");
       rows.next();)
    all.push_back({.valid_from = rows.get<Date>(0),
                   .code = rows.get<std::string>(1),
                   .rate = {rows.get<std::int64_t>(2), rows.get<std::int64_t>(3)},
                   .free_each_year = rows.get<Money>(4),
                   .due_day = rows.get<int>(5),
                   .source = rows.get<std::string>(6)});
  return all;
}

std::vector<PaidTax> paid_taxes(const Database& database, int year) {
  std::vector<PaidTax> all;
  for (Rows rows = database.query("SELECT t.month, e.id, e.amount, e.business_date FROM tax_paid t "
                                  "JOIN expense e ON e.id = t.expense WHERE t.month BETWEEN ? AND ? "
                                  "AND e.id NOT IN (SELECT expense FROM expense_withdrawn) ORDER BY t.month",
                                  Date::of(year, 1, 1), Date::of(year, 12, 31));
       rows.next();)
    all.push_back({rows.get<Date>(0), rows.get<Id<Expense>>(1), rows.get<Money>(2), rows.get<Date>(3)});
  return all;
}

std::optional<Date> tax_month_of(const Database& database, Id<Expense> expense) {
  return database.value<Date>("SELECT month FROM tax_paid WHERE expense = ?", expense);
}

}  // namespace lapak
