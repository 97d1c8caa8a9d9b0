// books: pots, and how money is shared out among them.
#include "core/books/pot.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<PotKind, std::string_view>, 6> kinds{{{PotKind::Materials, "materials"},
                                                                     {PotKind::Tax, "tax"},
                                                                     {PotKind::Emergency, "emergency"},
                                                                     {PotKind::Wage, "wage"},
                                                                     {PotKind::Fairs, "fairs"},
                                                                     {PotKind::Own, "own"}}};

// What still goes in; nullopt: any amount.
std::optional<Money> room_in(const PotStanding& standing) {
  if (!standing.pot.full_at) return std::nullopt;
  return std::max(Money{}, *standing.pot.full_at - standing.balance);
}

}  // namespace

std::string_view pot_kind_code(PotKind kind) {
  return std::ranges::find(kinds, kind, &std::pair<PotKind, std::string_view>::first)->second;
}

std::optional<PotKind> find_pot_kind(std::string_view code) {
  for (const auto& [kind, known] : kinds)
    if (known == code) return kind;
  return std::nullopt;
}

std::string pot_name(const Pot& pot, const Words& words) {
  switch (pot.kind) {
    case PotKind::Materials:
      return std::string(words(N_("Materials")));
    case PotKind::Tax:
      return std::string(words(N_("Tax")));
    case PotKind::Emergency:
      return std::string(words(N_("Emergencies")));
    case PotKind::Wage:
      return std::string(words(N_("My wage")));
    case PotKind::Fairs:
      return std::string(words(N_("Fairs to come")));
    case PotKind::Own:
      return pot.name;
  }
  LAPAK_ASSERT(false);
}

Result<Pot> checked_pot(Pot pot) {
  if (pot.kind == PotKind::Own) {
    Result<std::string> name = checked_name(pot.name);
    if (!name) return std::unexpected(name.error());
    pot.name = *std::move(name);
  } else {
    pot.name.clear();
  }
  if (pot.share < 0 || pot.share > kWholeShare) return refuse(ProblemCode::ShareOutOfRange);
  if (pot.full_at) {
    if (*pot.full_at < Money{}) return refuse(ProblemCode::AmountNegative);
    if (const auto within = bounded(*pot.full_at); !within) return std::unexpected(within.error());
  }
  return pot;
}

Sharing shared_out(Money amount, std::span<const PotStanding> standings) {
  Sharing sharing{.pots = std::vector<Money>(standings.size()), .rest = amount};
  if (amount <= Money{}) return sharing;
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const auto room = room_in(standings[i]);
    if (!room || standings[i].pot.share != 0) continue;
    sharing.pots[i] = std::min(*room, sharing.rest);
    sharing.rest -= sharing.pots[i];
  }
  std::vector<std::int64_t> weights;
  std::int64_t unshared = kWholeShare;
  for (const PotStanding& standing : standings) {
    weights.push_back(standing.pot.share);
    unshared -= standing.pot.share;
  }
  LAPAK_ASSERT(unshared >= 0);
  weights.push_back(unshared);
  const std::vector<Money> parts = share_out(sharing.rest, weights);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    if (standings[i].pot.share == 0) continue;
    const Money part = std::min(parts[i], room_in(standings[i]).value_or(parts[i]));
    sharing.pots[i] = part;
    sharing.rest -= part;
  }
  return sharing;
}

std::optional<std::int64_t> months_covered_tenths(Money emergency, Money expenses_of_three_months) {
  if (expenses_of_three_months <= Money{}) return std::nullopt;
  std::int64_t thirty_fold = 0;
  if (__builtin_mul_overflow(std::max(emergency, Money{}).minor, std::int64_t{30}, &thirty_fold)) return std::nullopt;
  return thirty_fold / expenses_of_three_months.minor;
}

}  // namespace lapak
