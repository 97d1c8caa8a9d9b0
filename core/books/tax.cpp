// books: taxes on what comes in.
#include "core/books/tax.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/words/words.h"

namespace lapak {
namespace {

// Date::of cannot be reckoned while compiling; a few dates made once can.
const std::vector<TaxRule>& rules() {
  static const std::vector<TaxRule> all{
      {.code = kNoTax,
       .name = N_("No tax"),
       .currency = "",
       .valid_from = {},
       .rate = {},
       .free_each_year = {},
       .source = ""},
      {.code = "pph-final-person",
       .name = N_("PPh final 0.5 %, a person"),
       .currency = "IDR",
       .valid_from = Date::of(2022, 1, 1),
       .rate = {5, 1000},
       .free_each_year = Money{500'000'000},
       .due_day = 15,
       .source = "PP 55/2022, UU 7/2021 (HPP)"},
      {.code = "pph-final-company",
       .name = N_("PPh final 0.5 %, a company"),
       .currency = "IDR",
       .valid_from = Date::of(2018, 7, 1),
       .rate = {5, 1000},
       .free_each_year = {},
       .due_day = 15,
       .source = "PP 23/2018, PP 55/2022"},
      {.code = kPercentTax,
       .name = N_("A percentage of your own"),
       .currency = "",
       .valid_from = {},
       .rate = {},
       .free_each_year = {},
       .source = ""}};
  return all;
}

}  // namespace

std::span<const TaxRule> tax_rules() {
  return rules();
}

const TaxRule* tax_rule_on(std::string_view code, Date day) {
  const TaxRule* in_force = nullptr;
  for (const TaxRule& rule : rules())
    if (rule.code == code && rule.valid_from <= day) in_force = &rule;
  return in_force;
}

Result<TaxChoice> checked_tax_choice(TaxChoice choice) {
  if (std::ranges::find(rules(), choice.code, &TaxRule::code) == rules().end())
    return refuse(ProblemCode::NotInTheBooks);
  if (choice.code != kPercentTax) choice = {.valid_from = choice.valid_from, .code = choice.code};
  LAPAK_ASSERT(choice.due_day >= 0 && choice.due_day <= 28);
  if (choice.free_each_year < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto within = bounded(choice.free_each_year); !within) return std::unexpected(within.error());
  Result<std::string> source = checked_note(trimmed(choice.source));
  if (!source) return std::unexpected(source.error());
  choice.source = *std::move(source);
  if (choice.rate.denominator <= 0 || choice.rate.numerator < 0 || choice.rate.numerator > choice.rate.denominator)
    return refuse(ProblemCode::ShareOutOfRange);
  return choice;
}

std::optional<TaxChoice> choice_on(std::span<const TaxChoice> choices, Date day) {
  std::optional<TaxChoice> latest;
  for (const TaxChoice& choice : choices)
    if (choice.valid_from <= day && (!latest || choice.valid_from > latest->valid_from)) latest = choice;
  return latest;
}

std::optional<TaxInForce> tax_in_force(const std::optional<TaxChoice>& choice, Date day) {
  const TaxRule* rule = choice ? tax_rule_on(choice->code, day) : nullptr;
  if (!rule || rule->code == kNoTax) return std::nullopt;
  if (rule->code == kPercentTax)
    return TaxInForce{choice->code, choice->rate, choice->free_each_year, choice->due_day, choice->source};
  return TaxInForce{choice->code, rule->rate, rule->free_each_year, rule->due_day, std::string(rule->source)};
}

std::vector<TaxMonth> tax_months(int year, std::span<const Money> turnovers, std::span<const TaxChoice> choices) {
  LAPAK_ASSERT(turnovers.size() <= 12);
  std::vector<TaxMonth> months;
  Money so_far;
  for (std::size_t i = 0; i < turnovers.size(); ++i) {
    TaxMonth month{
        .month = Date::of(year, static_cast<int>(i) + 1, 1), .code = std::string(kNoTax), .turnover = turnovers[i]};
    const Money before = so_far;
    so_far += turnovers[i];
    month.turnover_so_far = so_far;
    const auto rule = tax_in_force(choice_on(choices, month.month), month.month);
    if (rule) {
      month.code = rule->code;
      // What was beyond the free part already is not taxed again, and what fell back below it is given back.
      const auto beyond = [&](Money turnover) { return std::max(Money{}, turnover - rule->free_each_year); };
      month.taxable = beyond(so_far) - beyond(before);
      month.tax = part_of(month.taxable, rule->rate);
      if (rule->due_day > 0) month.due = month.month.last_of_month().plus_days(rule->due_day);
    }
    months.push_back(month);
  }
  return months;
}

}  // namespace lapak
