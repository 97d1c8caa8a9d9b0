// order: a pre-order round.
#include "core/order/round.h"

#include <algorithm>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::int64_t kMostHalfSlots = 2'000, kMostMinutes = 31 * 24 * 60;

Result<void> check_quota(const std::optional<Quantity>& quota) {
  if (!quota) return {};
  if (quota->is_zero()) return refuse(ProblemCode::QuantityZero);
  if (*quota < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (*quota > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}

}  // namespace

std::string_view state_code(RoundState state) {
  return state == RoundState::Open ? "open" : "closed";
}

std::optional<RoundState> find_round_state(std::string_view code) {
  for (const RoundState state : {RoundState::Open, RoundState::Closed})
    if (state_code(state) == code) return state;
  return std::nullopt;
}

Result<Round> checked_round(Round round) {
  Result<std::string> name = checked_name(round.name);
  if (!name) return std::unexpected(name.error());
  round.name = std::move(*name);
  std::vector<RoundItem> items;
  for (const RoundItem& item : round.items) {
    if (item.price < Money{}) return refuse(ProblemCode::AmountNegative);
    if (const auto price = bounded(item.price); !price) return std::unexpected(price.error());
    if (const auto quota = check_quota(item.quota); !quota) return std::unexpected(quota.error());
    const auto same = std::ranges::find(items, item.product, &RoundItem::product);
    if (same == items.end())
      items.push_back(item);
    else
      *same = item;
  }
  if (items.empty()) return refuse(ProblemCode::RoundEmpty);
  round.items = std::move(items);
  if (const auto quota = check_quota(round.quota); !quota) return std::unexpected(quota.error());
  if (round.half_slots < 0 || round.minutes < 0) return refuse(ProblemCode::QuantityNegative);
  if (round.half_slots > kMostHalfSlots || round.minutes > kMostMinutes) return refuse(ProblemCode::QuantityTooLarge);
  if (round.deposit_percent < 0 || round.deposit_percent > 100) return refuse(ProblemCode::ShareOutOfRange);
  return round;
}

bool takes_orders(const Round& round, Date today) {
  return round.state == RoundState::Open && (!round.closes || today <= *round.closes);
}

Quantity pieces_of(const std::vector<Pick>& picks) {
  Quantity pieces;
  for (const Pick& pick : picks) pieces += pick.quantity;
  return pieces;
}

Result<Money> worth_of(const std::vector<Pick>& picks) {
  Money worth;
  for (const Pick& pick : picks) {
    const Result<Money> part = times(pick.price, pick.quantity);
    if (!part) return part;
    worth += *part;
  }
  return bounded(worth);
}

}  // namespace lapak
