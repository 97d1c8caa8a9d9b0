// books: taxes on what comes in, as data: each rule from the day it began, with where it is written. Pure.
//
// Value added tax stands on each sale (profile: TaxRate) and is no rule here. A help, not advice: the seller chooses a
// rule, and nothing is booked by it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/problem.h"

namespace lapak {

// A part of the turnover of a month, once `free_each_year` of the year's turnover is used up.
struct TaxRule {
  std::string_view code;      // "pph-final-person"; "percent" takes its rate from the choice
  std::string_view name;      // a message
  std::string_view currency;  // whose law it is; empty: any
  Date valid_from;
  Fraction rate;
  Money free_each_year;
  int due_day = 0;  // of the next month; 0: none
  std::string_view source;
};
// The newest version of each comes last.
std::span<const TaxRule> tax_rules();
inline constexpr std::string_view kNoTax = "none", kPercentTax = "percent";
// The version that was in force on a day; nullptr for none.
const TaxRule* tax_rule_on(std::string_view code, Date day);

// From a day on, the shop reckons by this rule.
struct TaxChoice {
  Date valid_from;
  std::string code = std::string(kNoTax);
  // Of "percent" alone, as the seller has read them in the law; of the other rules they are the rule's.
  Fraction rate = {};
  Money free_each_year = {};
  int due_day = 0;
  std::string source = {};
  friend bool operator==(const TaxChoice&, const TaxChoice&) = default;
};
// Problems: NotInTheBooks (no such rule), ShareOutOfRange (a percentage below 0 or above 100), AmountNegative,
// AmountTooLarge, NameTooLong, TextNotUtf8 (the source). Asserts: a due day of 0 … 28.
Result<TaxChoice> checked_tax_choice(TaxChoice choice);
// The choice of a day: the latest that has begun; none: no tax.
std::optional<TaxChoice> choice_on(std::span<const TaxChoice> choices, Date day);

struct TaxMonth {
  Date month;             // its first day
  std::string code;       // of the rule; kNoTax
  Money turnover;         // before discounts, less what was given back
  Money turnover_so_far;  // of the year, this month too
  Money taxable;          // beyond what is free
  Money tax;
  std::optional<Date> due;
};
// What a choice comes to on a day: the rule in force, or what the choice itself says. Nothing where it taxes nothing.
struct TaxInForce {
  std::string code;
  Fraction rate;
  Money free_each_year;
  int due_day = 0;
  std::string source;
};
std::optional<TaxInForce> tax_in_force(const std::optional<TaxChoice>& choice, Date day);
// The months of a year, one for each turnover given from January on. A month is reckoned by the choice and the rule of
// its first day; what is free is used up by all turnover of the year, whichever rule it fell under.
std::vector<TaxMonth> tax_months(int year, std::span<const Money> turnovers, std::span<const TaxChoice> choices);

}  // namespace lapak
