// partner: the neighbour book, my goods in other shops, many makers at one table, and what was done together.
#include <algorithm>

#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/shop/partner_papers.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct Neighbours : Stall {
  Id<Contact> rina{done(SaveContact{Contact{.id = {}, .name = "Rina"}, {}}).subject};

  Neighbours() { done(OpenDay{{{Money{}, 500'000}}}); }
  std::int64_t balance(Book book = Book::Neighbour) const {
    return standing_of(shop->facts(), rina, book).balance.minor;
  }
  Money drawer() const { return day_view(shop->facts()).expected; }
  ProblemCode refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

TEST_CASE_FIXTURE(Neighbours,
                  "what neighbours lend and sell for each other is one balance, and the drawer stays right") {
  const auto note = [&](EntryKind kind, std::int64_t amount, Through through, std::int64_t things, const char* text) {
    done(NoteFavour{rina, kind, Quantity::of(things), Money{amount}, through, text});
  };
  note(EntryKind::Change, -50'000, Through::Drawer, 0, "");
  CHECK(drawer() == Money{450'000});
  note(EntryKind::Favour, 120'000, Through::Drawer, 0, "2 mug");
  CHECK(drawer() == Money{570'000});
  note(EntryKind::Favour, -30'000, Through::Elsewhere, 0, "1 lilin");
  note(EntryKind::Things, 0, Through::Elsewhere, 4, "kantong kertas");
  CHECK(drawer() == Money{570'000});
  CHECK(balance() == 40'000);
  REQUIRE(shop->undo().has_value());
  REQUIRE(shop->undo().has_value());
  CHECK(balance() == 70'000);
  note(EntryKind::Things, 0, Through::Elsewhere, 4, "kantong kertas");
  const std::string slip =
      statement_text(shop->facts(), shop->profile(), {rina, Book::Neighbour, {}, {}, {}}, shop->now());
  CAPTURE(slip);
  CHECK(slip.find("2 mug") != std::string::npos);
  CHECK(slip.find("Dikembalikan ke Rina: 4 × kantong kertas") != std::string::npos);
  CHECK(slip.find("Harus dibayar ke Rina: Rp 70.000") != std::string::npos);
  done(Settle{.partner = rina, .book = Book::Neighbour, .by = PaidBy::Cash});
  CHECK(balance() == 0);
  CHECK(drawer() == Money{500'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Neighbours, "a slip that is carried over begins the next one") {
  done(NoteFavour{rina, EntryKind::Change, {}, Money{-20'000}, Through::Elsewhere, {}});
  done(Settle{.partner = rina, .book = Book::Neighbour, .by = PaidBy::CarriedOver});
  const Statement next = statement(shop->facts(), {rina, Book::Neighbour, {}, {}, {}}, shop->today());
  CHECK(next.opening == Money{-20'000});
  CHECK(next.lines.empty());
  done(Settle{.partner = rina, .book = Book::Neighbour, .by = PaidBy::Cash});  // she pays
  CHECK(drawer() == Money{520'000});
  CHECK(refusal(Settle{.partner = rina, .book = Book::Neighbour, .by = PaidBy::Cash}) == ProblemCode::NothingToSettle);
  CHECK(refusal(NoteFavour{rina, EntryKind::Things, {}, {}, {}, {}}) == ProblemCode::QuantityZero);
  expect_clean();
}

TEST_CASE_FIXTURE(Neighbours, "a payment in days asked for is what was brought forward and what those days brought") {
  done(NoteFavour{rina, EntryKind::Change, {}, Money{-20'000}, Through::Elsewhere, {}});
  const Date first = shop->today();
  clock.advance_ms(std::int64_t{2} * 86'400'000);
  done(CloseDay{});
  done(OpenDay{});
  done(NoteFavour{rina, EntryKind::Change, {}, Money{5'000}, Through::Elsewhere, {}});
  const Date last = shop->today();
  REQUIRE(last > first);
  const Statement days =
      statement(shop->facts(), {.partner = rina, .book = Book::Neighbour, .from = last, .to = last}, last);
  CHECK(days.opening == Money{-20'000});
  CHECK(days.lines.size() == 1);
  CHECK(days.closing == Money{-15'000});
}

struct Shelves : Neighbours {
  Id<Product> bag = product("Tas", 100'000, 10);
  Shelves() {
    Agreement agreement;
    agreement.partner = rina;
    agreement.book = Book::Shelf;
    agreement.share_bp = 6'000;
    done(SaveAgreement{agreement});
    done(HandOver{rina, Book::Shelf, SlipKind::Taken, {{bag, Quantity::of(6), {}}}, {}});
  }
  Quantity there() const { return on_hand_at(shop->facts(), bag, place_of(shop->facts(), rina).value()); }
};

TEST_CASE_FIXTURE(Shelves, "goods in a partner's shop are mine but not on hand") {
  CHECK(on_hand(shop->facts(), bag) == Quantity::of(4));
  CHECK(there() == Quantity::of(6));
  CHECK(grid(shop->facts(), {}).cards.front().on_hand == Quantity::of(4));
  CHECK(stock_list(shop->facts(), {.today = shop->today()}).rows.front().on_hand == Quantity::of(4));
  done(HandOver{rina, Book::Shelf, SlipKind::GivenBack, {{bag, Quantity::of(1), {}}}, {}});
  CHECK(on_hand(shop->facts(), bag) == Quantity::of(5));
  CHECK(there() == Quantity::of(5));
  sell(bag);
  CHECK(balance(Book::Shelf) == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(Shelves, "what they say was sold is checked against what stands there, then owed") {
  const ReportSold report{rina, {{bag, Quantity::of(3), Money{270'000}, Quantity::of(2)}}, "nota 12"};
  const ReportCheck check = check_report(shop->facts(), report).value();
  CHECK(check.lines[0].there_before == Quantity::of(6));
  CHECK(check.lines[0].expected == Money{300'000});
  CHECK(check.lines[0].missing == Quantity::of(1));
  CHECK(check.share == Money{162'000 + 60'000});
  CHECK(balance(Book::Shelf) == 0);
  done(report);
  CHECK(balance(Book::Shelf) == -222'000);
  CHECK(there() == Quantity::of(2));
  const Statement now = statement(shop->facts(), {rina, Book::Shelf, {}, {}, {}}, shop->today());
  REQUIRE(now.goods.size() == 1);
  CHECK(now.goods[0].sold == Quantity::of(3));
  CHECK(now.goods[0].lost == Quantity::of(1));
  CHECK(now.goods[0].left == Quantity::of(2));
  done(Settle{.partner = rina, .book = Book::Shelf, .by = PaidBy::Transfer});
  CHECK(balance(Book::Shelf) == 0);
  CHECK(refusal(ReportSold{rina, {}, {}}) == ProblemCode::SlipEmpty);
  CHECK(refusal(ReportSold{rina, {{bag, Quantity::of(-1), {}, {}}}, {}}) == ProblemCode::QuantityNegative);
  expect_clean();
}

TEST_CASE_FIXTURE(Shelves, "somebody else's goods do not go on to a third shop") {
  const Id<Contact> wulan{done(SaveContact{Contact{.id = {}, .name = "Wulan"}, {}}).subject};
  done(SaveAgreement{{.partner = wulan}});
  const Id<Product> bowl = product("Mangkuk", 50'000, 0);
  done(HandOver{wulan, Book::Consignment, SlipKind::Taken, {{bowl, Quantity::of(2), {}}}, {}});
  CHECK(refusal(HandOver{rina, Book::Shelf, SlipKind::Taken, {{bowl, Quantity::of(1), {}}}, {}}) ==
        ProblemCode::ConsignedElsewhere);
}

TEST_CASE_FIXTURE(Neighbours, "a list of many makers' goods is taken in once, however often it is read") {
  const Id<Product> mug = product("Mug", 60'000, 0), candle = product("Lilin", 20'000, 0),
                    soap = product("Sabun", 15'000, 0);
  const TakeInGoods list{{{mug, "rina", Quantity::of(5), {}},
                          {candle, "Ibu Tuti", Quantity::of(10), {}},
                          {soap, "Ibu Tuti", Quantity{}, {}}},
                         {}};
  done(list);
  CHECK(count("slip") == 2);
  CHECK(count("agreement") == 2);
  CHECK(on_hand(shop->facts(), candle) == Quantity::of(10));
  CHECK(consigned_of(shop->facts(), mug)->partner == rina);
  CHECK(people(shop->facts(), {}).total == 2);
  done(list);
  CHECK(count("slip") == 2);
  CHECK(on_hand(shop->facts(), candle) == Quantity::of(10));
  sell(mug, 2);
  sell(candle, 3);
  sell(soap);
  done(SettleAll{});
  CHECK(settlements_of_day(shop->facts(), Book::Consignment, shop->today()).size() == 2);
  CHECK(refusal(TakeInGoods{{{mug, "Ibu Tuti", Quantity::of(1), {}}}, {}}) == ProblemCode::ConsignedElsewhere);
  expect_clean();
}

TEST_CASE_FIXTURE(Neighbours, "what was done together, and what came of it, are facts whose words can be forgotten") {
  done(NoteTogether{.partner = rina, .kind = TogetherKind::ReferredTo, .text = "Bu Ani mencari cangkir"});
  const Together sent = together_with(shop->facts(), rina, 9).front();
  done(NoteTogether{.partner = rina, .follows = sent.id, .amount = Money{300'000}, .text = "pesan enam cangkir"});
  const auto all = together_with(shop->facts(), rina, 9);
  REQUIRE(all.size() == 2);
  CHECK(all[0].follows == sent.id);
  CHECK(all[0].kind == TogetherKind::ReferredTo);
  CHECK(refusal(NoteTogether{.partner = rina}) == ProblemCode::NameEmpty);
  const Id<Contact> other{done(SaveContact{Contact{.id = {}, .name = "Tuti"}, {}}).subject};
  CHECK(refusal(NoteTogether{.partner = other, .follows = sent.id, .text = "x"}) == ProblemCode::LineUnknown);
  done(SaveVendor{{rina, Again::Yes, "rapi dan ramah", "mug 60 ribu"}});
  CHECK(vendor_of(shop->facts(), rina).why == "rapi dan ramah");
  CHECK(shop->facts().value<int>("SELECT count(*) FROM journal WHERE body LIKE '%cangkir%' OR body LIKE '%ramah%'") ==
        0);
  REQUIRE(shop->undo().has_value());
  CHECK(vendor_of(shop->facts(), rina).again == Again::Unsaid);
  expect_clean();
}

}  // namespace
}  // namespace lapak
