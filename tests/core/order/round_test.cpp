// order: pre-order rounds through a whole shop: who takes how many of what, until when, and what is to be made.
#include "core/order/round.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "core/order/order_store.h"
#include "core/order/round_store.h"
#include "core/people/people_store.h"
#include "core/shop/round_papers.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct RoundStall : Stall {
  Id<Contact> ratna = person("Ratna"), joko = person("Joko");
  Id<Product> nastar = product("Nastar", 85'000, 0), kastengel = product("Kastengel", 95'000, 0);

  Id<Contact> person(const char* name) {
    return Id<Contact>{done(SaveContact{Contact{.id = {}, .name = name}, {}}).subject};
  }
  Round lebaran() const {
    return {.name = "Lebaran",
            .items = {{nastar, Money{85'000}, Quantity::of(10)}, {kastengel, Money{95'000}, {}}},
            .quota = {},
            .closes = shop->today().plus_days(3),
            .promised = Date::of(2026, 12, 20),
            .deposit_percent = 50};
  }
  Id<Round> open(const Round& round) { return Id<Round>{done(SaveRound{round}).subject}; }
  RoundPage page(Id<Round> id) const { return round_page(shop->facts(), id).value(); }
  JoinRound joining(Id<Round> round, Id<Contact> client, int nastars, int kastengels) const {
    return {.round = round,
            .client = client,
            .picks = {{nastar, Quantity::of(nastars), {}}, {kastengel, Quantity::of(kastengels), {}}},
            .notes = {}};
  }
  Id<CustomOrder> join(Id<Round> round, Id<Contact> client, int nastars, int kastengels) {
    return Id<CustomOrder>{done(joining(round, client, nastars, kastengels)).subject};
  }
  CustomOrder order(Id<CustomOrder> id) const { return *find_order(shop->facts(), id); }
  Problem refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error();
  }
};

TEST_CASE_FIXTURE(RoundStall,
                  "who takes part has an ordinary order of the round's products, and its page totals them") {
  const Id<Round> round = open(lebaran());
  const Id<CustomOrder> id = join(round, ratna, 2, 1);
  CHECK(order(id).what == "Lebaran: 2 × Nastar, 1 × Kastengel");
  CHECK(order(id).price == Money{265'000});
  CHECK(order(id).quantity == Quantity::of(3));
  CHECK(order(id).promised == Date::of(2026, 12, 20));
  CHECK(order(id).stage == OrderStage::Agreed);
  join(round, joko, 0, 4);
  done(TakeOrderDeposit{id, {{.amount = Money{132'500}}}});
  const RoundPage now = page(round);
  CHECK(now.items[0].ordered == Quantity::of(2));
  CHECK(now.items[0].left == Quantity::of(8));
  CHECK(now.items[1].ordered == Quantity::of(5));
  CHECK_FALSE(now.items[1].left.has_value());
  CHECK(now.ordered == Quantity::of(7));
  CHECK(now.orders.size() == 2);
  CHECK(now.worth == Money{645'000});
  CHECK(now.deposits == Money{132'500});
  CHECK(now.rest == Money{512'500});
  CHECK(rounds(shop->facts(), shop->today()).at(0).people == 2);
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "a client has one order of a round: taking part again changes it, at the prices it had") {
  const Id<Round> round = open(lebaran());
  const Id<CustomOrder> id = join(round, ratna, 2, 0);
  Round dearer = page(round).round;
  for (RoundItem& item : dearer.items) item.price = Money{100'000};
  done(SaveRound{dearer});
  CHECK(join(round, ratna, 3, 1) == id);
  CHECK(order(id).price == Money{3 * 85'000 + 100'000});
  CHECK(page(round).orders.size() == 1);
  shop->undo().value();
  CHECK(order(id).price == Money{170'000});
  CHECK(page(round).items[0].ordered == Quantity::of(2));
  CHECK(picks_of(shop->facts(), id).size() == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "no more is taken than the quota of a product and the one in all hold") {
  Round small = lebaran();
  small.quota = Quantity::of(12);
  const Id<Round> round = open(small);
  join(round, ratna, 8, 0);
  CHECK(refusal(joining(round, joko, 3, 0)) == Problem{ProblemCode::RoundFull, {"Nastar", std::int64_t{2'000}}});
  CHECK(refusal(joining(round, joko, 2, 3)) == Problem{ProblemCode::RoundFull, {"Lebaran", std::int64_t{4'000}}});
  join(round, joko, 2, 2);
  join(round, ratna, 6, 0);  // what she has does not stand in her own way
  CHECK(page(round).left == Quantity::of(2));
  CHECK(page(round).items[0].left == Quantity::of(2));
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "a round closes by its day or by hand, and takes nobody any more") {
  const Id<Round> round = open(lebaran());
  done(SetRoundState{round, RoundState::Closed});
  CHECK(refusal(joining(round, ratna, 1, 0)) == Problem{ProblemCode::RoundClosed, {"Lebaran"}});
  done(SetRoundState{round, RoundState::Open});
  join(round, ratna, 1, 0);
  clock.advance_ms(3 * 86'400'000LL);
  CHECK(takes_orders(page(round).round, shop->today()));
  clock.advance_ms(86'400'000);
  CHECK_FALSE(takes_orders(page(round).round, shop->today()));
  CHECK(refusal(joining(round, joko, 1, 0)).code == ProblemCode::RoundClosed);
  Round longer = page(round).round;
  longer.closes = shop->today();
  done(SaveRound{longer});
  join(round, joko, 1, 0);
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "who calls off gives the place back; who was handed hers keeps it") {
  const Id<Round> round = open(lebaran());
  const Id<CustomOrder> hers = join(round, ratna, 6, 0), his = join(round, joko, 4, 0);
  done(CallOff{.order = his, .tenders = {}, .reason = {}});
  CHECK(page(round).items[0].left == Quantity::of(4));
  CHECK(join(round, joko, 4, 0) != his);
  Sell sell{.cart = cart_of(shop->facts(), hers, shop->profile().words()).value(), .tenders = {}};
  sell.tenders.push_back({.amount = order(hers).price});
  done(sell);
  CHECK(page(round).items[0].left == Quantity{});
  CHECK(refusal(joining(round, ratna, 7, 0)).code == ProblemCode::OrderClosed);
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "what is ordered stands: its product stays in the round and no quota falls below it") {
  const Id<Round> round = open(lebaran());
  join(round, ratna, 6, 0);
  Round changed = page(round).round;
  changed.items[0].quota = Quantity::of(5);
  CHECK(refusal(SaveRound{changed}) == Problem{ProblemCode::RoundTaken, {"Nastar", std::int64_t{6'000}}});
  changed.items.erase(changed.items.begin());
  CHECK(refusal(SaveRound{changed}).code == ProblemCode::RoundTaken);
  changed = page(round).round;
  changed.quota = Quantity::of(5);
  CHECK(refusal(SaveRound{changed}) == Problem{ProblemCode::RoundTaken, {"Lebaran", std::int64_t{6'000}}});
  changed.quota = Quantity::of(6);
  changed.items.pop_back();  // nobody has any of it
  done(SaveRound{changed});
  shop->undo().value();
  CHECK(page(round).items.size() == 2);
}

TEST_CASE_FIXTURE(RoundStall, "what makes no sense is refused, and nothing is changed by it") {
  Round round = lebaran();
  round.name = " ";
  CHECK(refusal(SaveRound{round}).code == ProblemCode::NameEmpty);
  round = lebaran();
  round.items.clear();
  CHECK(refusal(SaveRound{round}).code == ProblemCode::RoundEmpty);
  round = lebaran();
  round.items[0].quota = Quantity{};
  CHECK(refusal(SaveRound{round}).code == ProblemCode::QuantityZero);
  round = lebaran();
  round.items[0].price = Money{-1};
  CHECK(refusal(SaveRound{round}).code == ProblemCode::AmountNegative);
  round = lebaran();
  round.deposit_percent = 101;
  CHECK(refusal(SaveRound{round}).code == ProblemCode::ShareOutOfRange);
  round = lebaran();
  round.items.push_back({});
  CHECK(refusal(SaveRound{round}).code == ProblemCode::ProductUnknown);
  CHECK(rounds(shop->facts(), shop->today()).empty());
  const Id<Round> id = open(lebaran());
  CHECK(refusal(joining(id, ratna, 0, 0)).code == ProblemCode::RoundEmpty);
  CHECK(refusal(joining(id, ratna, -1, 0)).code == ProblemCode::QuantityNegative);
  CHECK(refusal(joining(id, {}, 1, 0)).code == ProblemCode::ContactUnknown);
  CHECK(refusal(joining({}, ratna, 1, 0)).code == ProblemCode::RoundUnknown);
  const Id<Product> other = product("Putri salju", 5, 0);
  CHECK(refusal(JoinRound{.round = id, .client = ratna, .picks = {{other, Quantity::of(1), {}}}, .notes = {}}).code ==
        ProblemCode::ProductUnknown);
  CHECK(page(id).orders.empty());
}

TEST_CASE_FIXTURE(RoundStall, "a round that was made can be taken back, and then is nowhere") {
  const Id<Round> id = open(lebaran());
  CHECK(find_round(shop->facts(), "LEBARAN", shop->today()) == id);
  shop->undo().value();
  CHECK(rounds(shop->facts(), shop->today()).empty());
  CHECK_FALSE(find_round(shop->facts(), "Lebaran", shop->today()).has_value());
  CHECK(refusal(joining(id, ratna, 1, 0)).code == ProblemCode::RoundUnknown);
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall, "what JoinRound fixed is not changed by writing about the order") {
  const Id<Round> round = open(lebaran());
  CustomOrder changed = order(join(round, ratna, 2, 0));
  changed.client = joko;
  changed.what = "apa saja";
  changed.quantity = Quantity::of(9);
  changed.price = Money{150'000};
  changed.notes = "tanpa keju";
  done(SaveOrder{changed});
  const CustomOrder kept = order(changed.id);
  CHECK(kept.client == ratna);
  CHECK(kept.what == "Lebaran: 2 × Nastar");
  CHECK(kept.quantity == Quantity::of(2));
  CHECK(kept.price == Money{150'000});
  CHECK(kept.notes == "tanpa keju");
}

TEST_CASE_FIXTURE(RoundStall, "forgetting who took part leaves what is to be made") {
  const Id<Round> round = open(lebaran());
  const Id<CustomOrder> id = join(round, ratna, 2, 1);
  done(ForgetContact{ratna});
  CHECK(order(id).what.empty());
  CHECK(page(round).ordered == Quantity::of(3));
  expect_clean();
}

TEST_CASE_FIXTURE(RoundStall,
                  "a round takes its slots and hours of the week it is promised for, until it is handed out") {
  const Date today = shop->today(), promised = Date::of(2026, 12, 20);
  Round wanted = lebaran();
  wanted.half_slots = 6;
  wanted.minutes = 900;
  const auto week = [&](Date first_day) {
    for (const WeekLoad& load : week_loads(shop->facts(), first_day))
      if (load.monday == monday_of(std::max(promised, first_day))) return load;
    return WeekLoad{};
  };
  const Id<Round> round = open(wanted);
  CHECK(week(today).half_slots == 6);
  CHECK(week(today).minutes == 900);
  const Id<CustomOrder> hers = join(round, ratna, 2, 1), his = join(round, joko, 1, 0);
  CHECK(week(today).half_slots == 6);  // whoever takes part
  done(SaveOrder{{.client = ratna, .what = "Tas", .half_slots = 2, .minutes = 60, .promised = promised}});
  CHECK(week(today).half_slots == 8);
  CHECK(week(today).minutes == 960);
  const Date late = promised.plus_days(10);  // not closed by its day alone: it is still to be made
  CHECK(week(late).half_slots == 8);
  done(CallOff{.order = hers, .tenders = {}, .reason = {}});
  CHECK(week(late).half_slots == 8);
  done(CallOff{.order = his, .tenders = {}, .reason = {}});
  CHECK(week(late).half_slots == 2);   // it takes no orders any more, and nothing is left to make
  CHECK(week(today).half_slots == 8);  // today it still takes some
  done(SetRoundState{round, RoundState::Closed});
  CHECK(week(today).half_slots == 2);
  wanted.half_slots = -1;
  CHECK(refusal(SaveRound{wanted}).code == ProblemCode::QuantityNegative);
  expect_clean();
}

TEST_CASE("rounds that take orders come first, the one that closes next on top") {
  RoundStall stall;
  const auto named = [&](const char* name, std::optional<int> days) {
    Round round = stall.lebaran();
    round.name = name;
    round.closes = days ? std::optional(stall.shop->today().plus_days(*days)) : std::nullopt;
    return stall.open(round);
  };
  named("past", -1);
  named("any time", {});
  named("later", 9);
  named("soon", 2);
  std::string names;
  for (const RoundRow& row : rounds(stall.shop->facts(), stall.shop->today())) names += row.round.name + ", ";
  CHECK(names == "soon, later, any time, past, ");
}

TEST_CASE_FIXTURE(RoundStall, "the sheet says what to make and for whom, the message what is left") {
  const Id<Round> round = open(lebaran());
  join(round, ratna, 2, 1);
  join(round, joko, 8, 0);
  const Document document = round_paper_of(shop->facts(), shop->profile(), round, shop->now());
  CHECK(no_overlap(document));
  const std::string paper = to_text(document);
  for (const char* words : {"Lebaran", "Nastar", "Kastengel", "Ratna", "Joko", "#1", "#2"})
    CHECK_MESSAGE(paper.find(words) != std::string::npos, words);
  const std::string text = round_text(shop->facts(), shop->profile(), round, shop->today());
  CHECK(text.find("• Nastar: Rp 85.000, habis") != std::string::npos);
  CHECK(text.find("• Kastengel: Rp 95.000\n") != std::string::npos);
  CHECK_MESSAGE(text.find("Ratna") == std::string::npos, "it names nobody");
  CHECK(round_text(shop->facts(), shop->profile(), round, shop->today().plus_days(9)).find("habis") ==
        std::string::npos);
}

// What is to be made of each product is what its orders hold, never more than its quota, whatever is done in what
// order; and all of it is in the journal.
TEST_CASE("of a round exactly what its orders hold is to be made, and never more than the quota") {
  CHECK(rc::check([] {
    RoundStall stall;
    Round first = stall.lebaran();
    first.closes = {};
    first.quota = Quantity::of(14);
    const Id<Round> round = stall.open(first);
    const std::array clients{stall.ratna, stall.joko, stall.person("Dewi")};
    const int steps = *rc::gen::inRange(1, 14);
    for (int step = 0; step < steps; ++step) {
      const Id<Contact> client = clients[*rc::gen::inRange<std::size_t>(0, clients.size())];
      const auto mine = order_in_round(stall.shop->facts(), round, client);
      const RoundPage page = stall.page(round);
      Result<Outcome> done = refuse(ProblemCode::NothingToUndo);
      switch (*rc::gen::inRange(0, 7)) {
        case 0:
          done = stall.shop->undo();
          break;
        case 1:
          if (mine) done = stall.shop->execute(CallOff{.order = mine->id, .tenders = {}, .reason = {}});
          break;
        case 2: {
          Round changed = page.round;
          changed.items[0].quota = Quantity::of(*rc::gen::inRange(1, 12));
          done = stall.shop->execute(SaveRound{changed});
          break;
        }
        case 3:
          if (mine && is_open(mine->stage))
            done = stall.shop->execute(TakeOrderDeposit{mine->id, {{.amount = Money{1'000}}}});
          break;
        default:
          done = stall.shop->execute(stall.joining(round, client, *rc::gen::inRange(0, 8), *rc::gen::inRange(0, 8)));
      }
      const RoundPage now = stall.page(round);
      if (now.round.hidden) break;
      std::map<IdBytes, Quantity> held;
      Money worth;
      for (const OrderRow& row : now.orders) {
        const auto picks = picks_of(stall.shop->facts(), row.order.id);
        for (const Pick& pick : picks) held[pick.product.bytes] += pick.quantity;
        RC_ASSERT(worth_of(picks).value() == row.order.price);
        worth += row.order.price;
      }
      Quantity all;
      for (const RoundItemRow& item : now.items) {
        RC_ASSERT(item.ordered == held[item.item.product.bytes]);
        RC_ASSERT(item.ordered <= item.item.quota.value_or(kLargestQuantity));
        all += item.ordered;
      }
      RC_ASSERT(all == now.ordered);
      RC_ASSERT(all <= Quantity::of(14));
      RC_ASSERT(worth == now.worth);
    }
    RC_ASSERT(verify(stall.shop->facts()).differences.empty());
  }));
}

}  // namespace
}  // namespace lapak
