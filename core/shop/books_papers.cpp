// shop: papers about the books.
#include "core/shop/books_papers.h"

#include <fmt/format.h>

#include "core/books/tax_commands.h"
#include "core/paper/table_paper.h"
#include "core/report/accounts.h"
#include "core/report/tax_report.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

Document finished(TablePaper view, const Database& database, const Profile& profile, Instant now) {
  const LocalTime made_at = profile.clock().local(now);
  view.head = letterhead_of(database, profile);
  view.beside = {profile.words().full_date(made_at.date)};
  Document document = table_paper(view, SheetPaper::A4, profile.words());
  document.made_at = made_at;
  return document;
}

PaperTable months_table(const std::vector<TaxReportMonth>& months, const Profile& profile) {
  const Words& words = profile.words();
  const auto amount = [&](Money money) { return words.money(money, profile.money(), Symbol::Hidden); };
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Month"))), Align::Left, 4},
                               {std::string(words(N_("Turnover"))), Align::Right, 4},
                               {std::string(words(N_("Taxable"))), Align::Right, 4},
                               {std::string(words(N_("Tax"))), Align::Right, 3},
                               {std::string(words(N_("Due by"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = {}};
  Money turnover, taxable, tax;
  for (const TaxReportMonth& month : months) {
    const TaxMonth& one = month.turnover;
    turnover += one.turnover;
    taxable += one.taxable;
    tax += one.tax;
    table.rows.push_back({{words.month(one.month), amount(one.turnover), amount(one.taxable), amount(one.tax),
                           one.due ? words.short_date(*one.due) : std::string()},
                          RowTone::Plain});
  }
  table.rows.push_back(
      {{std::string(words(N_("All"))), amount(turnover), amount(taxable), amount(tax), {}}, RowTone::Strong});
  return table;
}

PaperTable value_added_table(const std::vector<TaxReportMonth>& months, const Profile& profile) {
  const Words& words = profile.words();
  PaperTable table{.heading = std::string(words(N_("Taxes on the sales"))),
                   .columns = {{std::string(words(N_("Month"))), Align::Left, 4},
                               {std::string(words(N_("Tax"))), Align::Left, 4},
                               {std::string(words(N_("Of"))), Align::Right, 4},
                               {std::string(words(N_("Amount"))), Align::Right, 4}},
                   .rows = {},
                   .when_empty = {}};
  for (const TaxReportMonth& month : months)
    for (const ValueAddedTax& tax : month.value_added)
      table.rows.push_back(
          {{words.month(month.turnover.month), tax.name, words.money(tax.base, profile.money(), Symbol::Hidden),
            words.money(tax.amount, profile.money(), Symbol::Hidden)},
           RowTone::Plain});
  return table;
}

// The accounts under one root, what they came to as a reader expects it, and their sum.
PaperTable accounts_table(const std::vector<Posting>& balances, std::string_view root, std::string_view heading,
                          int sign, const Profile& profile, Money& sum) {
  const Words& words = profile.words();
  PaperTable table{.heading = std::string(words(heading)),
                   .columns = {{std::string(words(N_("Account"))), Align::Left, 8},
                               {std::string(words(N_("Amount"))), Align::Right, 4}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nothing")))};
  for (const Posting& posting : balances) {
    if (!posting.account.starts_with(root) || posting.amount.is_zero()) continue;
    const Money amount{sign * posting.amount.minor};
    sum += amount;
    table.rows.push_back(
        {{posting.account.substr(root.size()), words.money(amount, profile.money(), Symbol::Hidden)}, RowTone::Plain});
  }
  if (!table.rows.empty())
    table.rows.push_back(
        {{std::string(words(N_("All"))), words.money(sum, profile.money(), Symbol::Hidden)}, RowTone::Strong});
  return table;
}

}  // namespace

Document tax_paper_of(const Database& database, const Profile& profile, int year, Instant now) {
  const Words& words = profile.words();
  const Date today = profile.clock().local(now).date;
  const std::vector<TaxReportMonth> months = tax_report(database, year, today);
  TablePaper view{.head = {},
                  .kind = std::string(words(N_("Tax"))),
                  .title = std::to_string(year),
                  .beside = {},
                  .figure = {},
                  .said = {std::string(words(N_("A help, not tax advice.")))},
                  .tables = {months_table(months, profile)},
                  .note = {},
                  .signers = {}};
  const auto choice = choice_on(tax_choices(database), std::min(today, Date::of(year, 12, 31)));
  const TaxRule* rule = choice ? tax_rule_on(choice->code, choice->valid_from) : nullptr;
  if (rule) view.said.push_back(std::string(words(rule->name)));
  if (rule && rule->free_each_year > Money{})
    view.said.push_back(fmt::format(fmt::runtime(words(N_("the first {} of a year free"))),
                                    words.money(rule->free_each_year, profile.money())));
  if (rule && !rule->source.empty()) view.said.push_back(std::string(rule->source));
  PaperTable added = value_added_table(months, profile);
  if (!added.rows.empty()) view.tables.push_back(std::move(added));
  return finished(std::move(view), database, profile, now);
}

Document year_paper_of(const Database& database, const Profile& profile, int year, Instant now) {
  const Words& words = profile.words();
  const std::vector<Posting> balances =
      account_balances(bookings(database, profile, Date::of(year, 1, 1), Date::of(year, 12, 31)));
  Money income, expenses, assets, liabilities, equity;
  TablePaper view{.head = {},
                  .kind = std::string(words(N_("Year in the books"))),
                  .title = std::to_string(year),
                  .beside = {},
                  .figure = {},
                  .said = {std::string(words(N_("What each account came to over the year.")))},
                  .tables = {},
                  .note = {},
                  .signers = {}};
  view.tables = {accounts_table(balances, "Income:", N_("Income"), -1, profile, income),
                 accounts_table(balances, "Expenses:", N_("Expenses"), 1, profile, expenses),
                 accounts_table(balances, "Assets:", N_("Assets"), 1, profile, assets),
                 accounts_table(balances, "Liabilities:", N_("Liabilities"), -1, profile, liabilities),
                 accounts_table(balances, "Equity:", N_("Put in by the owner"), -1, profile, equity)};
  LAPAK_ASSERT(assets == liabilities + equity + income - expenses);
  view.figure = PaperFigure{std::string(words(N_("Result"))), words.money(income - expenses, profile.money())};
  return finished(std::move(view), database, profile, now);
}

}  // namespace lapak
