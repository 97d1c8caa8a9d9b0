// fair: a fair before it begins: where and when it is, what it costs, what has to be sold so that it pays. Pure.
//
// Amounts are minor units, shares hundredths of a percent (bp), hours of the day minutes after midnight.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"

namespace lapak {

struct Contact;
struct Product;
struct TillDay;

// How far the application is.
enum class FairState { Asked, Accepted, Paid, Refused };
std::string_view fair_state_code(FairState state);  // "asked", …
std::optional<FairState> find_fair_state(std::string_view code);

// Whether she would go again.
enum class Verdict { Yes, Maybe, No };
std::string_view verdict_code(Verdict verdict);  // "yes", …
std::optional<Verdict> find_verdict(std::string_view code);

struct FairDay {
  Date date;
  int opens_minute = 9 * 60;
  int closes_minute = 17 * 60;  // not after the opening: on the next day
  friend bool operator==(const FairDay&, const FairDay&) = default;
};
int minutes_open(const FairDay& day);

// What the organiser asks for: an amount, a share of what is sold, or both, never less than the minimum nor more than
// the maximum. Organisers publish all of these forms: a set-up fee and 10 % of sales (publicmarkets.freshdesk.com,
// "Vendor fees"), 5 % but at least $25 (richlandparkfarmersmarket.com, "Vendor fee schedule").
struct BoothFee {
  Money fixed;
  std::int64_t share_bp = 0;
  Money minimum;                 // 0: none
  std::optional<Money> maximum;  // not below the minimum
  Money deposit;                 // paid with the application, part of the fee
  std::optional<Date> due;       // of the rest
  friend bool operator==(const BoothFee&, const BoothFee&) = default;
};
// fixed + sales × share, rounded half away from zero, brought between minimum and maximum. Sales below zero (all came
// back) count as none. Asserts: a checked fee, sales within the bounds of an amount.
Money fee_of(const BoothFee& fee, Money sales);

struct PlannedCost {
  std::string name;
  Money amount;
  friend bool operator==(const PlannedCost&, const PlannedCost&) = default;
};

struct FairHelper {
  Id<Contact> contact;
  std::int64_t minutes = 0;
  Money pay;  // for all of it
  friend bool operator==(const FairHelper&, const FairHelper&) = default;
};

struct FairPrice {
  Id<Product> product;
  Money price;
  friend bool operator==(const FairPrice&, const FairPrice&) = default;
};

// A rate that holds at the fair in place of the ordinary one; included or added as in TaxRate.
struct FairTax {
  std::string name;
  Fraction rate;
  bool included = true;
  friend bool operator==(const FairTax&, const FairTax&) = default;
};

struct Fair {
  Id<Fair> id;
  std::string name;
  std::string stall;  // its number or place
  std::string town;
  std::vector<FairDay> days;  // by date, no date twice
  std::optional<Id<Contact>> organiser;
  BoothFee fee;
  std::vector<PlannedCost> costs;
  Money float_planned;
  std::vector<FairHelper> helpers;
  FairState state = FairState::Accepted;
  std::int64_t price_change_bp = 0;  // of the list prices, as its stall's terms read it: core/sale/stall_terms.h
  std::vector<FairPrice> prices;     // its own, for which the change is not read
  std::optional<FairTax> tax;
  std::int64_t own_minutes = 0;  // of the maker's work for it, at the stall and around it
  std::optional<Verdict> verdict;
  std::string note;  // what to think of next time
  bool hidden = false;
  friend bool operator==(const Fair&, const Fair&) = default;
};

inline constexpr std::size_t kMostFairDays = 60;
inline constexpr std::int64_t kMostFairMinutes = 60 * 24 * 60;

// Texts cleaned, days in order; of a product priced twice the last price counts.
// Problems: NameEmpty, NameTooLong, TextNotUtf8, FairDays (none, too many, or one twice), FairHours, AmountNegative,
// AmountTooLarge, ShareOutOfRange (a share, a change of prices or a tax rate), FeeBounds (the maximum is below the
// minimum), MinutesOutOfRange.
Result<Fair> checked_fair(Fair fair);

// Asserts: it has days.
Date first_day(const Fair& fair);
Date last_day(const Fair& fair);
bool is_held_on(const Fair& fair, Date day);
// Own and helpers' planned costs, without the fee.
Money planned_costs(const Fair& fair);
Money pay_of_helpers(const Fair& fair);

// What was earned on goods in the past: of `net`, what was left after their costs.
struct PastMargin {
  Money net, gain;
  Quantity pieces;
};
struct BreakEven {
  Money sales;
  std::int64_t pieces = 0;  // at the past's average price, rounded up; 0: no pieces are known
};
// The least sales S for which the goods' gain covers fee and costs:
//   S × gain / net ≥ fee(S) + costs,
// exact in whole numbers, rounded up to the minor unit. None where no sales ever do (the organiser's share is larger
// than what is left of a sale, or nothing is known of the past). `costs` ≥ 0.
std::optional<BreakEven> break_even(const BoothFee& fee, Money costs, const PastMargin& past);

}  // namespace lapak
