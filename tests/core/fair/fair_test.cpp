// fair: fees, break-even and prices, without a shop.
#include "core/fair/fair.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace lapak {
namespace {

__extension__ typedef __int128 Wide;

Fair some_fair() {
  return {.id = {},
          .name = "Kota Lama",
          .stall = "B-12",
          .town = "Semarang",
          .days = {{.date = Date::of(2026, 11, 28)}, {.date = Date::of(2026, 11, 27)}},
          .organiser = {},
          .fee = {.fixed = Money{350'000}},
          .costs = {{"Transport", Money{60'000}}},
          .helpers = {},
          .prices = {}};
}

ProblemCode why(const Fair& fair) {
  const Result<Fair> checked = checked_fair(fair);
  REQUIRE_FALSE(checked.has_value());
  return checked.error().code;
}

Money amount(std::int64_t least, std::int64_t most) {
  return Money{*rc::gen::inRange<std::int64_t>(least, most)};
}

BoothFee any_fee() {
  BoothFee fee{.fixed = amount(0, 2'000'000), .share_bp = *rc::gen::inRange<std::int64_t>(0, 4'001)};
  if (*rc::gen::arbitrary<bool>()) fee.minimum = amount(0, 1'000'000);
  if (*rc::gen::arbitrary<bool>()) fee.maximum = fee.minimum + amount(0, 3'000'000);
  return fee;
}

TEST_CASE("a booth fee is its fixed part and its share of the sales, rounded half away from zero") {
  const BoothFee fee{.fixed = Money{100'000}, .share_bp = 1'000};
  CHECK(fee_of(fee, Money{}) == Money{100'000});
  CHECK(fee_of(fee, Money{1'234'565}) == Money{100'000 + 123'457});
  CHECK(fee_of(fee, Money{1'234'564}) == Money{100'000 + 123'456});
  CHECK(fee_of(fee, Money{-50'000}) == Money{100'000});
}

TEST_CASE("a booth fee stays between its minimum and its maximum") {
  const BoothFee fee{.share_bp = 500, .minimum = Money{25'000}, .maximum = Money{80'000}};
  CHECK(fee_of(fee, Money{100'000}) == Money{25'000});
  CHECK(fee_of(fee, Money{1'000'000}) == Money{50'000});
  CHECK(fee_of(fee, Money{9'000'000}) == Money{80'000});
}

TEST_CASE("whatever is sold, a fee is never below its minimum nor above its maximum, and grows with the sales") {
  CHECK(rc::check([] {
    const BoothFee fee = any_fee();
    const Money less = amount(-1'000'000, 50'000'000), more = less + amount(0, 10'000'000);
    RC_ASSERT(fee_of(fee, less) >= fee.minimum);
    const bool is_below_maximum = !fee.maximum || fee_of(fee, less) <= *fee.maximum;
    RC_ASSERT(is_below_maximum);
    RC_ASSERT(fee_of(fee, less) <= fee_of(fee, more));
  }));
}

TEST_CASE("break-even is the first amount of sales at which what is earned covers the fee and the costs") {
  // 40 of 100 are left of a sale. 350,000 + 60,000 = 410,000 = 0.4 × 1,025,000; at 50,000 apiece that is 20.5 pieces.
  const PastMargin past{.net = Money{10'000'000}, .gain = Money{4'000'000}, .pieces = Quantity::of(200)};
  const auto even = break_even({.fixed = Money{350'000}}, Money{60'000}, past);
  REQUIRE(even.has_value());
  CHECK(even->sales == Money{1'025'000});
  CHECK(even->pieces == 21);
  // With a tenth for the organiser 30 of 100 are left for 410,000.
  CHECK(break_even({.fixed = Money{350'000}, .share_bp = 1'000}, Money{60'000}, past)->sales == Money{1'366'667});
}

TEST_CASE(
    "no sales break even when the organiser takes more of a sale than is left of it, unless the fee has a limit") {
  const PastMargin past{.net = Money{100}, .gain = Money{10}, .pieces = {}};
  BoothFee fee{.share_bp = 2'000, .minimum = Money{50'000}};
  CHECK_FALSE(break_even(fee, Money{}, past).has_value());
  fee.maximum = Money{50'000};
  CHECK(break_even(fee, Money{}, past)->sales == Money{500'000});
  CHECK_FALSE(break_even({.fixed = Money{1}}, Money{}, PastMargin{}).has_value());
  CHECK(break_even({}, Money{}, PastMargin{})->sales == Money{});
}

TEST_CASE("at break-even the fee and the costs are covered, and at less they are not") {
  CHECK(rc::check([] {
    const BoothFee fee = any_fee();
    const Money costs = amount(0, 3'000'000);
    const PastMargin past{.net = amount(1, 20'000'000), .gain = {}, .pieces = {}};
    const PastMargin known{.net = past.net, .gain = amount(1, past.net.minor + 1), .pieces = {}};
    // Exact, in parts of net × 10,000: what is earned at `sales` less fee and costs.
    const auto left = [&](Money sales) {
      const Wide part = Wide{known.net.minor} * 10'000;
      const Wide share = (Wide{fee.fixed.minor} * 10'000 + Wide{sales.minor} * fee.share_bp) * known.net.minor;
      const Wide at_least = std::max<Wide>(share, fee.minimum.minor * part);
      const Wide asked = fee.maximum ? std::min<Wide>(at_least, fee.maximum->minor * part) : at_least;
      return Wide{sales.minor} * known.gain.minor * 10'000 - asked - costs.minor * part;
    };
    const auto even = break_even(fee, costs, known);
    if (!even) {
      RC_ASSERT(left(kLargestMoney) < 0);
      return;
    }
    RC_ASSERT(left(even->sales) >= 0);
    const bool is_first = even->sales.is_zero() || left(even->sales - Money{1}) < 0;
    RC_ASSERT(is_first);
  }));
}

TEST_CASE("a fair has days in order, each once, and hours of the clock") {
  CHECK(first_day(*checked_fair(some_fair())) == Date::of(2026, 11, 27));
  CHECK(last_day(*checked_fair(some_fair())) == Date::of(2026, 11, 28));
  Fair fair = some_fair();
  fair.days.push_back(fair.days.front());
  CHECK(why(fair) == ProblemCode::FairDays);
  fair.days.clear();
  CHECK(why(fair) == ProblemCode::FairDays);
  fair = some_fair();
  fair.days[0].closes_minute = 24 * 60;
  CHECK(why(fair) == ProblemCode::FairHours);
  CHECK(minutes_open({.date = {}, .opens_minute = 600, .closes_minute = 1'020}) == 420);
  CHECK(minutes_open({.date = {}, .opens_minute = 1'080, .closes_minute = 60}) == 420);
}

TEST_CASE("a fair without a name, or with figures that cannot be, is refused") {
  Fair fair = some_fair();
  fair.name = "  ";
  CHECK(why(fair) == ProblemCode::NameEmpty);
  fair = some_fair();
  fair.fee.maximum = Money{1};
  fair.fee.minimum = Money{2};
  CHECK(why(fair) == ProblemCode::FeeBounds);
  fair = some_fair();
  fair.fee.share_bp = 10'001;
  CHECK(why(fair) == ProblemCode::ShareOutOfRange);
  fair = some_fair();
  fair.costs.push_back({"Parkir", Money{-1}});
  CHECK(why(fair) == ProblemCode::AmountNegative);
  fair = some_fair();
  fair.own_minutes = -1;
  CHECK(why(fair) == ProblemCode::MinutesOutOfRange);
  fair = some_fair();
  fair.tax = FairTax{.name = "PPN", .rate = {3, 2}};
  CHECK(why(fair) == ProblemCode::ShareOutOfRange);
}

}  // namespace
}  // namespace lapak
