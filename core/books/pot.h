// books: pots: what the day's money is put aside for, and by which rule. Pure.
//
// A pot has a share in percent of what comes in, or takes what comes until it is full. A share of 250 is 2.5 %.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"
#include "core/words/words.h"

namespace lapak {

enum class PotKind { Materials, Tax, Emergency, Wage, Fairs, Own };
inline constexpr PotKind kUsualPots[]{PotKind::Materials, PotKind::Tax, PotKind::Emergency, PotKind::Wage,
                                      PotKind::Fairs};
std::string_view pot_kind_code(PotKind kind);  // "materials", "tax", "emergency", "wage", "fairs", "own"
std::optional<PotKind> find_pot_kind(std::string_view code);

inline constexpr std::int64_t kWholeShare = 10'000;

struct Pot {
  Id<Pot> id;
  PotKind kind = PotKind::Own;
  std::string name;              // of an own one; of the others the kind's in the language
  std::int64_t share = 0;        // hundredths of a percent, 0 … kWholeShare
  std::optional<Money> full_at;  // it never gets more than what it lacks; with a share of 0 it takes all until then
  int position = 0;
  bool hidden = false;
  friend bool operator==(const Pot&, const Pot&) = default;
};
std::string pot_name(const Pot& pot, const Words& words);
// Problems: NameEmpty (an own one without name), NameTooLong, TextNotUtf8, ShareOutOfRange, AmountNegative,
// AmountTooLarge.
Result<Pot> checked_pot(Pot pot);

struct PotStanding {
  Pot pot;
  Money balance;
};

// How `amount` is shared: first the pots that only have to be full take what they lack, in their order; of what is left
// then each gets its share, at most what it lacks. What is in no pot is the rest: Σ pots + rest = amount, to the last
// unit (largest remainder). An amount ≤ 0 goes into no pot. Asserts: Σ shares ≤ kWholeShare.
struct Sharing {
  std::vector<Money> pots;  // one a standing
  Money rest;
};
Sharing shared_out(Money amount, std::span<const PotStanding> standings);

// How long the emergency pot would last, in tenths of a month, rounded down, when a month costs a third of what the
// last three did; none when they cost nothing.
std::optional<std::int64_t> months_covered_tenths(Money emergency, Money expenses_of_three_months);

}  // namespace lapak
