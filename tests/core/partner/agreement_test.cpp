// partner: how a line's worth is shared by an agreement.
#include "core/partner/agreement.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace lapak {
namespace {

Agreement percent(std::int64_t share_bp, Bearer discount = Bearer::Both) {
  Agreement agreement;
  agreement.share_bp = share_bp;
  agreement.discount = discount;
  return agreement;
}
Agreement per_piece(Bearer discount) {
  Agreement agreement;
  agreement.kind = ShareKind::PerPiece;
  agreement.discount = discount;
  return agreement;
}
LineOfGoods line(std::int64_t pieces, std::int64_t worth, std::int64_t proceeds, std::int64_t piece_price = 0) {
  return {Quantity::of(pieces), Money{worth}, Money{proceeds}, Money{piece_price}, {}};
}
std::int64_t share(const Agreement& agreement, const LineOfGoods& goods) {
  return owner_share(agreement, goods).value().minor;
}

TEST_CASE("a share by percent is of what the line brought, and a price cut is borne as agreed") {
  CHECK(share(percent(7'000), line(2, 100'000, 100'000)) == 70'000);
  CHECK(share(percent(7'000), line(2, 100'000, 80'000)) == 56'000);
  CHECK(share(percent(7'000, Bearer::Keeper), line(2, 100'000, 80'000)) == 70'000);
  CHECK(share(percent(7'000, Bearer::Owner), line(2, 100'000, 80'000)) == 50'000);
  CHECK(share(percent(7'000, Bearer::Owner), line(2, 100'000, 10'000)) == 0);  // never less than nothing
  CHECK(share(percent(7'000, Bearer::Keeper), line(2, 100'000, 0)) == 70'000);
  CHECK(share(percent(6'667), line(1, 10'001, 10'001)) == 6'668);
}

TEST_CASE("more than the list price is shared like the list price") {
  for (const Bearer bearer : {Bearer::Both, Bearer::Owner, Bearer::Keeper})
    CHECK(share(percent(7'000, bearer), line(1, 0, 50'000)) == 35'000);
}

TEST_CASE("a fixed amount for each piece does not follow the price, except where a cut is shared or the owner's") {
  CHECK(share(per_piece(Bearer::Keeper), line(3, 90'000, 60'000, 20'000)) == 60'000);
  CHECK(share(per_piece(Bearer::Owner), line(3, 90'000, 60'000, 20'000)) == 30'000);
  CHECK(share(per_piece(Bearer::Both), line(3, 90'000, 60'000, 20'000)) == 40'000);
  CHECK(share(per_piece(Bearer::Both), line(3, 0, 0, 20'000)) == 60'000);
}

TEST_CASE("a line that reaches over tiers has of each piece its own share") {
  Agreement agreement = percent(6'000);
  agreement.tiers = {{Quantity::of(10), 7'000}, {Quantity::of(20), 8'000}};
  LineOfGoods goods = line(15, 150'000, 150'000);
  CHECK(share(agreement, goods) == 95'000);
  goods.sold_before = Quantity::of(8);
  CHECK(share(agreement, goods) == 2 * 6'000 + 10 * 7'000 + 3 * 8'000);
  goods.sold_before = Quantity::of(100);
  CHECK(share(agreement, goods) == 120'000);
}

TEST_CASE("what is lost is owed by who bears it, without tiers") {
  Agreement agreement = percent(7'000);
  agreement.tiers = {{Quantity::of(1), 9'000}};
  const auto owed = [&](Bearer bearer) {
    agreement.loss = bearer;
    return share_of_loss(agreement, Quantity::of(2), Money{100'000}, {}).value();
  };
  CHECK(owed(Bearer::Keeper) == Money{70'000});
  CHECK(owed(Bearer::Both) == Money{35'000});
  CHECK(owed(Bearer::Owner) == Money{});
}

TEST_CASE("an agreement that cannot be meant is refused") {
  const auto refusal = [](Agreement agreement) { return checked_agreement(std::move(agreement)).error().code; };
  CHECK(refusal(percent(10'001)) == ProblemCode::ShareOutOfRange);
  CHECK(refusal(percent(-1)) == ProblemCode::ShareOutOfRange);
  Agreement tiers = percent(5'000);
  tiers.tiers = {{Quantity::of(10), 6'000}, {Quantity::of(10), 7'000}};
  CHECK(refusal(tiers) == ProblemCode::TiersNotRising);
  tiers.tiers = {{Quantity{}, 6'000}};
  CHECK(refusal(tiers) == ProblemCode::TiersNotRising);
  Agreement payout = percent(5'000);
  payout.minimum_payout = Money{-1};
  CHECK(refusal(payout) == ProblemCode::AmountNegative);
  CHECK(checked_agreement(percent(10'000)).has_value());
}

TEST_CASE("an agreement reads the same from both sides, in both languages") {
  Agreement agreement = percent(7'000);
  agreement.tiers = {{Quantity::of(20), 7'550}};
  agreement.minimum_payout = Money{50'000};
  const Currency& rupiah = *find_currency("IDR");
  const auto english = said(agreement, "Wulan", Words::in(Language::English), rupiah);
  CHECK(english[0] == "Wulan gets 70%, you keep 30%.");
  CHECK(english[1] == "After 20 pieces: Wulan gets 75.5%, you keep 24.5%.");
  CHECK(english[2] == "You share discounts.");
  CHECK(english[3] == "You cover losses.");
  CHECK(english[4] == "Paid out from Rp 50.000 on.");
  CHECK(said(agreement, "Wulan", Words::in(Language::Indonesian), rupiah)[0] == "Wulan dapat 70 %, Anda dapat 30 %.");
  agreement.book = Book::Shelf;
  CHECK(said(agreement, "Toko Sari", Words::in(Language::English), rupiah)[0] == "You get 70%, Toko Sari keeps 30%.");
  CHECK(said(agreement, "Toko Sari", Words::in(Language::English), rupiah)[3] == "Toko Sari covers losses.");
}

TEST_CASE("over any sequence of returns exactly the share falls back") {
  CHECK(rc::check([] {
    const Money whole{*rc::gen::inRange<std::int64_t>(0, 1'000'000)};
    const auto pieces = *rc::gen::inRange<std::int64_t>(1, 60);
    Quantity before;
    Money taken;
    for (std::int64_t left = pieces; left > 0;) {
      const auto now = *rc::gen::inRange<std::int64_t>(1, left + 1);
      taken += share_back(whole, Quantity::of(pieces), before, taken, Quantity::of(now));
      before += Quantity::of(now);
      left -= now;
    }
    RC_ASSERT(taken == whole);
  }));
}

TEST_CASE("whoever bears the cut bears all of it and no more") {
  CHECK(rc::check([] {
    const auto share_bp = *rc::gen::inRange<std::int64_t>(0, kWhole_bp + 1);
    const Money worth{*rc::gen::inRange<std::int64_t>(0, 10'000'000)};
    const Money proceeds{*rc::gen::inRange<std::int64_t>(0, worth.minor + 1)};
    const LineOfGoods cut{Quantity::of(3), worth, proceeds, {}, {}}, full{Quantity::of(3), worth, worth, {}, {}};
    const Money at_list = owner_share(percent(share_bp), full).value();
    RC_ASSERT(owner_share(percent(share_bp, Bearer::Keeper), cut).value() == at_list);
    const Money owners = owner_share(percent(share_bp, Bearer::Owner), cut).value();
    RC_ASSERT(owners == std::max(at_list - (worth - proceeds), Money{}));
    const Money both = owner_share(percent(share_bp), cut).value();
    RC_ASSERT(both >= Money{});
    RC_ASSERT(both <= proceeds);
  }));
}

}  // namespace
}  // namespace lapak
