// books: pots: shared out to the last unit, moved as facts, undone, and what they say of a livelihood.
#include "core/books/pot.h"

#include <rapidcheck.h>

#include "core/books/pot_store.h"
#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

struct Pots : Books {
  Id<Pot> pot(PotKind kind, std::int64_t share, std::optional<Money> full_at = {}) {
    return Id<Pot>{done(SavePot{{.kind = kind, .name = "Kompor", .share = share, .full_at = full_at}}).subject};
  }
  Money in(Id<Pot> id) const { return find_pot(shop->facts(), id)->balance; }
};

TEST_CASE("money is shared by percent, an own pot until it is full, and the rest is in none") {
  const std::vector<PotStanding> standings{{{.share = 3'000}, Money{}},
                                           {{.share = 1'000, .full_at = Money{50'000}}, Money{45'000}},
                                           {{.share = 0, .full_at = Money{20'000}}, Money{12'000}},
                                           {{.share = 0}, Money{}}};
  // 8,000 fill the third; of 92,000 the first gets 27,600, the second of its 9,200 what it lacks.
  const Sharing sharing = shared_out(Money{100'000}, standings);
  CHECK(sharing.pots == std::vector<Money>{Money{27'600}, Money{5'000}, Money{8'000}, Money{}});
  CHECK(sharing.rest == Money{59'400});
  CHECK(shared_out(Money{-5}, standings).rest == Money{-5});
}

TEST_CASE("whatever the rules, the pots and the rest are the amount, and no pot gets more than it lacks") {
  CHECK(rc::check([] {
    std::vector<PotStanding> standings;
    std::int64_t left = kWholeShare;
    const int count = *rc::gen::inRange(0, 7);
    for (int i = 0; i < count; ++i) {
      PotStanding standing;
      standing.pot.share = *rc::gen::inRange<std::int64_t>(0, left + 1);
      left -= standing.pot.share;
      if (*rc::gen::inRange(0, 2) == 1) standing.pot.full_at = Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000)};
      standing.balance = Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000)};
      standings.push_back(standing);
    }
    const Money amount{*rc::gen::inRange<std::int64_t>(-100, kLargestMoney.minor)};
    const Sharing sharing = shared_out(amount, standings);
    Money sum = sharing.rest;
    for (std::size_t i = 0; i < standings.size(); ++i) {
      RC_ASSERT(sharing.pots[i] >= Money{});
      sum += sharing.pots[i];
      if (!standings[i].pot.full_at) continue;
      RC_ASSERT(sharing.pots[i] <= std::max(Money{}, *standings[i].pot.full_at - standings[i].balance));
    }
    RC_ASSERT(sum == amount);
    const bool rest_is_there = amount <= Money{} || sharing.rest >= Money{};
    RC_ASSERT(rest_is_there);
  }));
}

TEST_CASE_FIXTURE(Pots, "moves are facts: into pots, out of them, never more than is in one, and undone") {
  const Id<Pot> tax = pot(PotKind::Tax, 1'000), wage = pot(PotKind::Wage, 5'000);
  done(MovePots{{{tax, Money{10'000}}, {wage, Money{50'000}}}, shop->today()});
  CHECK(is_shared_out(shop->facts(), shop->today()));
  CHECK(refusal(MovePots{{{wage, Money{-50'001}}}, {}}) == ProblemCode::PotTooSmall);
  CHECK(in(wage) == Money{50'000});
  done(MovePots{{{wage, Money{-20'000}}, {tax, Money{20'000}}}, {}});
  CHECK(in(wage) == Money{30'000});
  CHECK(in(tax) == Money{30'000});
  REQUIRE(shop->undo().has_value());
  REQUIRE(shop->undo().has_value());
  CHECK(in(wage) == Money{});
  CHECK_FALSE(is_shared_out(shop->facts(), shop->today()));
  CHECK(refusal(MovePots{{{wage, Money{}}}, {}}) == ProblemCode::QuantityZero);
  CHECK(refusal(MovePots{{{ids.next<Pot>(), Money{1}}}, {}}) == ProblemCode::NotInTheBooks);
  expect_clean();
}

TEST_CASE_FIXTURE(Pots, "shares never come to more than the whole, a usual pot is there once, and a full one stays") {
  Pot wage{.kind = PotKind::Wage, .share = 6'000};
  wage.id = Id<Pot>{done(SavePot{wage}).subject};
  CHECK(refusal(SavePot{{.kind = PotKind::Own, .name = "Kompor", .share = 4'001}}) == ProblemCode::ShareOutOfRange);
  CHECK(refusal(SavePot{{.kind = PotKind::Wage}}) == ProblemCode::NotInTheBooks);
  CHECK(refusal(SavePot{{.kind = PotKind::Own}}) == ProblemCode::NameEmpty);
  done(MovePots{{{wage.id, Money{1}}}, {}});
  wage.hidden = true;
  CHECK(refusal(SavePot{wage}) == ProblemCode::PotNotEmpty);
  done(MovePots{{{wage.id, Money{-1}}}, {}});
  done(SavePot{wage});
  CHECK(pots(shop->facts()).empty());
  REQUIRE(shop->undo().has_value());
  CHECK(pots(shop->facts()).size() == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(Pots, "the emergency pot covers months of what the last three months cost") {
  const Id<Pot> emergency = pot(PotKind::Emergency, 1'000), wage = pot(PotKind::Wage, 1'000);
  done(MovePots{{{emergency, Money{500'000}}, {wage, Money{70'000}}}, {}});
  CHECK_FALSE(pots_view(shop->facts(), shop->today()).cover_tenths.has_value());
  for (const auto& [day, amount] : {std::pair(Date::of(2026, 7, 31), 999'999), std::pair(Date::of(2026, 8, 1), 300'000),
                                    std::pair(Date::of(2026, 10, 31), 300'000), std::pair(Date::of(2026, 11, 1), 7)}) {
    Expense expense = cost("materials", amount);
    expense.business_date = day;
    book(expense);
  }
  const PotsView view = pots_view(shop->facts(), shop->today());  // November: August, September, October
  CHECK(view.monthly_expenses == Money{200'000});
  CHECK(view.cover_tenths == 25);
  CHECK(view.wage == Money{70'000});
  CHECK(view.together == Money{570'000});
}

}  // namespace
}  // namespace lapak
