// fair: the rules of fees, prices and break-even.
#include "core/fair/fair.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::int64_t whole_bp = 10'000, minutes_a_day = 24 * 60;

constexpr std::array<std::pair<FairState, std::string_view>, 4> states{{{FairState::Asked, "asked"},
                                                                        {FairState::Accepted, "accepted"},
                                                                        {FairState::Paid, "paid"},
                                                                        {FairState::Refused, "refused"}}};
constexpr std::array<std::pair<Verdict, std::string_view>, 3> verdicts{
    {{Verdict::Yes, "yes"}, {Verdict::Maybe, "maybe"}, {Verdict::No, "no"}}};

template <class Table, class Value>
std::string_view code_in(const Table& table, Value value) {
  for (const auto& [known, code] : table)
    if (known == value) return code;
  LAPAK_ASSERT(false);
}
template <class Value, std::size_t n>
std::optional<Value> value_in(const std::array<std::pair<Value, std::string_view>, n>& table, std::string_view code) {
  for (const auto& [value, known] : table)
    if (known == code) return value;
  return std::nullopt;
}

Result<void> check_amount(Money amount) {
  if (amount < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto checked = bounded(amount); !checked) return std::unexpected(checked.error());
  return {};
}

Result<void> check_minutes(std::int64_t minutes) {
  if (minutes < 0 || minutes > kMostFairMinutes) return refuse(ProblemCode::MinutesOutOfRange);
  return {};
}

Result<void> check_fee(const BoothFee& fee) {
  for (const Money amount : {fee.fixed, fee.minimum, fee.maximum.value_or(Money{}), fee.deposit})
    if (auto checked = check_amount(amount); !checked) return checked;
  if (fee.share_bp < 0 || fee.share_bp > whole_bp) return refuse(ProblemCode::ShareOutOfRange);
  if (fee.maximum && *fee.maximum < fee.minimum) return refuse(ProblemCode::FeeBounds);
  return {};
}

Result<void> check_days(std::vector<FairDay>& days) {
  std::ranges::sort(days, {}, &FairDay::date);
  if (days.empty() || days.size() > kMostFairDays || std::ranges::adjacent_find(days, {}, &FairDay::date) != days.end())
    return refuse(ProblemCode::FairDays);
  for (const FairDay& day : days)
    for (const int minute : {day.opens_minute, day.closes_minute})
      if (minute < 0 || minute >= minutes_a_day) return refuse(ProblemCode::FairHours);
  return {};
}

Result<void> clean(std::string& text, Result<std::string> (*check)(std::string_view)) {
  Result<std::string> checked = check(trimmed(text));
  if (!checked) return std::unexpected(checked.error());
  text = *std::move(checked);
  return {};
}

Result<void> check_texts(Fair& fair) {
  if (auto checked = clean(fair.name, checked_name); !checked) return checked;
  for (std::string* text : {&fair.stall, &fair.town, &fair.note})
    if (auto checked = clean(*text, checked_note); !checked) return checked;
  for (PlannedCost& cost : fair.costs)
    if (auto checked = clean(cost.name, checked_name); !checked) return checked;
  if (!fair.tax) return {};
  return clean(fair.tax->name, checked_name);
}

Result<void> check_figures(const Fair& fair) {
  if (auto checked = check_amount(fair.float_planned); !checked) return checked;
  for (const PlannedCost& cost : fair.costs)
    if (auto checked = check_amount(cost.amount); !checked) return checked;
  for (const FairHelper& helper : fair.helpers) {
    if (auto checked = check_amount(helper.pay); !checked) return checked;
    if (auto checked = check_minutes(helper.minutes); !checked) return checked;
  }
  if (auto checked = check_minutes(fair.own_minutes); !checked) return checked;
  for (const FairPrice& price : fair.prices)
    if (auto checked = check_amount(price.price); !checked) return checked;
  if (fair.price_change_bp < -whole_bp || fair.price_change_bp > 10 * whole_bp)
    return refuse(ProblemCode::ShareOutOfRange);
  if (fair.tax) {
    const auto [numerator, denominator] = fair.tax->rate;
    if (numerator <= 0 || denominator <= 0 || numerator > denominator) return refuse(ProblemCode::ShareOutOfRange);
  }
  return {};
}

// From which S ≥ 0 on S × numerator / denominator ≥ amount holds; none where it does not, or not within an amount.
std::optional<Money> sales_from(Money amount, Wide numerator, Wide denominator) {
  if (numerator < 0 || (numerator == 0 && amount > Money{})) return std::nullopt;
  if (amount.is_zero()) return Money{};
  const Wide sales = (Wide{amount.minor} * denominator + numerator - 1) / numerator;
  if (sales > kLargestMoney.minor) return std::nullopt;
  return Money{static_cast<std::int64_t>(sales)};
}

}  // namespace

std::string_view fair_state_code(FairState state) {
  return code_in(states, state);
}
std::optional<FairState> find_fair_state(std::string_view code) {
  return value_in(states, code);
}
std::string_view verdict_code(Verdict verdict) {
  return code_in(verdicts, verdict);
}
std::optional<Verdict> find_verdict(std::string_view code) {
  return value_in(verdicts, code);
}

int minutes_open(const FairDay& day) {
  const int minutes = day.closes_minute - day.opens_minute;
  return minutes > 0 ? minutes : minutes + static_cast<int>(minutes_a_day);
}

Money fee_of(const BoothFee& fee, Money sales) {
  const Money asked = fee.fixed + part_of(std::max(sales, Money{}), {fee.share_bp, whole_bp});
  const Money at_least = std::max(asked, fee.minimum);
  return fee.maximum ? std::min(at_least, *fee.maximum) : at_least;
}

Result<Fair> checked_fair(Fair fair) {
  if (const auto checked = check_texts(fair); !checked) return std::unexpected(checked.error());
  if (const auto checked = check_days(fair.days); !checked) return std::unexpected(checked.error());
  if (const auto checked = check_fee(fair.fee); !checked) return std::unexpected(checked.error());
  if (const auto checked = check_figures(fair); !checked) return std::unexpected(checked.error());
  std::vector<FairPrice> prices;
  for (const FairPrice& price : fair.prices) {
    std::erase_if(prices, [&](const FairPrice& earlier) { return earlier.product == price.product; });
    prices.push_back(price);
  }
  std::ranges::sort(prices, {}, &FairPrice::product);
  fair.prices = std::move(prices);
  return fair;
}

Date first_day(const Fair& fair) {
  LAPAK_ASSERT(!fair.days.empty());
  return fair.days.front().date;
}

Date last_day(const Fair& fair) {
  LAPAK_ASSERT(!fair.days.empty());
  return fair.days.back().date;
}

bool is_held_on(const Fair& fair, Date day) {
  return std::ranges::find(fair.days, day, &FairDay::date) != fair.days.end();
}

Money planned_costs(const Fair& fair) {
  Money sum;
  for (const PlannedCost& cost : fair.costs) sum += cost.amount;
  return sum;
}

Money pay_of_helpers(const Fair& fair) {
  Money sum;
  for (const FairHelper& helper : fair.helpers) sum += helper.pay;
  return sum;
}

std::optional<BreakEven> break_even(const BoothFee& fee, Money costs, const PastMargin& past) {
  if ((fee_of(fee, Money{}) + costs).is_zero()) return BreakEven{};
  if (past.net <= Money{} || past.gain <= Money{}) return std::nullopt;
  const Wide gain = past.gain.minor, net = past.net.minor;
  // The fee is the lesser of its maximum and of what it is without one; and that is the greater of the minimum and of
  // what share and fixed part come to. So S covers it when it covers the maximum, or both of the others.
  const std::optional<Money> covers_minimum = sales_from(fee.minimum + costs, gain, net);
  const std::optional<Money> covers_share =
      sales_from(fee.fixed + costs, gain * whole_bp - net * fee.share_bp, net * whole_bp);
  std::optional<Money> sales;
  if (covers_minimum && covers_share) sales = std::max(*covers_minimum, *covers_share);
  if (fee.maximum)
    if (const auto covers_maximum = sales_from(*fee.maximum + costs, gain, net))
      sales = std::min(sales.value_or(*covers_maximum), *covers_maximum);
  if (!sales) return std::nullopt;
  BreakEven even{.sales = *sales};
  if (past.pieces > Quantity{}) {
    // pieces = S / (net / pieces of the past), of whole pieces.
    const Wide thousandths = Wide{sales->minor} * past.pieces.thousandths;
    even.pieces = static_cast<std::int64_t>((thousandths + net * 1000 - 1) / (net * 1000));
  }
  return even;
}

}  // namespace lapak
