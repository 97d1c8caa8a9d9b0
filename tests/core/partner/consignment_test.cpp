// partner: their goods on my table, through a whole shop: what is sold, cut, taken back, lost and paid out.
#include <rapidcheck.h>

#include <map>

#include "core/partner/partner_page.h"
#include "core/people/people_store.h"
#include "core/report/report.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "core/words/sentences.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct ConsignmentStall : Stall {
  Id<Contact> wulan = contact("Wulan");
  Id<Product> bowl, mine;

  ConsignmentStall() {
    agree({});
    bowl = product("Mangkuk", 50'000, 0);
    mine = product("Tas", 85'000, 10);
    take(bowl, 20);
  }

  Id<Contact> contact(const std::string& name) {
    return Id<Contact>{done(SaveContact{Contact{.id = {}, .name = name}, {}}).subject};
  }
  void agree(Agreement agreement) {
    agreement.partner = wulan;
    done(SaveAgreement{agreement});
  }
  Id<Slip> take(Id<Product> product, int pieces) {
    return Id<Slip>{
        done(HandOver{wulan, Book::Consignment, SlipKind::Taken, {{product, Quantity::of(pieces), {}}}, {}}).subject};
  }
  BookStanding standing() const { return standing_of(shop->facts(), wulan, Book::Consignment); }
  std::int64_t balance() const { return standing().balance.minor; }
  Statement open_period() const { return statement(shop->facts(), {.partner = wulan}, shop->today()); }
  void refund(Id<Sale> sale, int pieces, bool to_stock = true) {
    const std::vector<RefundLine> lines{{0, Quantity::of(pieces), to_stock}};
    const Money worth = refund_worth(shop->facts(), sale, lines).value();
    done(Refund{sale, lines, {{.amount = worth}}, {}});
  }
  void open_till(std::int64_t float_amount) { done(OpenDay{{{Money{}, float_amount}}}); }
  ProblemCode refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

TEST_CASE_FIXTURE(ConsignmentStall, "a sale books the owner's share in the very entry of the sale") {
  const std::int64_t before = count("journal");
  sell(bowl, 3);
  CHECK(count("journal") == before + 1);
  CHECK(balance() == 105'000);
  sell(mine);
  CHECK(balance() == 105'000);
  CHECK(shop->facts().value<std::string>("SELECT kind FROM journal ORDER BY seq DESC LIMIT 1") == "sell");
  const Statement now = open_period();
  REQUIRE(now.lines.size() == 1);
  CHECK(now.lines[0].number == "A1-000001");
  CHECK(now.lines[0].product == "Mangkuk");
  CHECK(now.lines[0].entry.proceeds == Money{150'000});
  REQUIRE(now.goods.size() == 1);
  CHECK(now.goods[0].taken == Quantity::of(20));
  CHECK(now.goods[0].sold == Quantity::of(3));
  CHECK(now.goods[0].left == Quantity::of(17));
  CHECK(now.goods[0].share == Money{105'000});
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "a variant is its parent's owner's, unless it has one of its own") {
  Product parent{.id = {}, .name = "Vas", .price = Money{40'000}, .option_names = {"Warna"}};
  Product red{.id = {}, .name = "Vas", .price = Money{40'000}, .option_values = {"Merah"}};
  Product blue{.id = {}, .name = "Vas", .price = Money{40'000}, .option_values = {"Biru"}};
  const Id<Product> vase{done(SaveProduct{parent, {red, blue}, {}}).subject};
  const auto variants = variants_of(shop->facts(), vase);
  done(ConsignProduct{vase, wulan, {}});
  done(ConsignProduct{variants[1].id, {}, {}});
  sell(variants[0].id);
  CHECK(balance() == 28'000);
  sell(variants[1].id);
  CHECK(balance() == 28'000);
  REQUIRE(shop->undo().has_value());
  sell(variants[1].id);
  CHECK(balance() == 56'000);
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "goods stay their owner's while some are here, and say so") {
  const Id<Contact> rina = contact("Rina");
  done(SaveAgreement{{.partner = rina}});
  for (const std::optional<Id<Contact>>& other : {std::optional<Id<Contact>>(), std::optional(rina)}) {
    const Result<Outcome> refused = shop->execute(ConsignProduct{bowl, other, {}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(sentence(refused.error(), Words::in(Language::English), shop->profile().money()) ==
          "Mangkuk belongs to Wulan, and 20 are still here. They go back on a slip first, or are sold.");
  }
  CHECK(consigned_of(shop->facts(), bowl)->partner == wulan);
  done(ConsignProduct{bowl, wulan, Money{30'000}});  // hers still, at her price
  done(HandOver{wulan, Book::Consignment, SlipKind::GivenBack, {{bowl, Quantity::of(20), {}}}, {}});
  done(ConsignProduct{bowl, rina, {}});
  CHECK(consigned_of(shop->facts(), bowl)->partner == rina);
  sell(bowl);
  CHECK(balance() == 0);
  CHECK(standing_of(shop->facts(), rina, Book::Consignment).balance == Money{35'000});
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "a refund and a void take back what was booked, whatever is agreed meanwhile") {
  const Id<Sale> three = sell(bowl, 3);
  const Id<Sale> one = sell(bowl);
  CHECK(balance() == 140'000);
  Agreement dear;
  dear.share_bp = 9'000;
  agree(dear);
  refund(three, 1);
  CHECK(balance() == 105'000);
  done(VoidSale{one, {}});
  CHECK(balance() == 70'000);
  refund(three, 2);
  CHECK(balance() == 0);
  CHECK(standing().sold_since == Quantity{});
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall,
                  "what falls back late falls into the next period; the settled one stays as it was") {
  open_till(500'000);
  const Id<Sale> sale = sell(bowl, 4);
  done(Settle{.partner = wulan, .by = PaidBy::Cash});
  CHECK(balance() == 0);
  const std::int64_t settled = standing().settled;
  const auto period = [&] {
    return statement(shop->facts(), {.partner = wulan, .settlement = settled}, shop->today());
  };
  const Statement before = period();
  CHECK(before.paid == Money{140'000});
  CHECK(before.closing == Money{});
  CHECK(day_view(shop->facts()).cash_out == Money{140'000});
  CHECK(shop->facts().value<std::string>("SELECT reason FROM cash_entry") == "Disetor ke mitra");
  CHECK(shop->facts().value<int>("SELECT count(*) FROM journal WHERE kind = 'settle' AND personal LIKE '%Wulan%'") ==
        0);
  refund(sale, 2);
  sell(bowl);
  const Statement after = period();
  CHECK(after.lines.size() == before.lines.size());
  CHECK(after.closing == before.closing);
  CHECK(balance() == -35'000);
  const Statement next = open_period();
  CHECK(next.opening == Money{});
  CHECK(next.lines.size() == 2);
  CHECK(next.closing == Money{-35'000});
  done(Settle{.partner = wulan, .by = PaidBy::Transfer});  // she gives it back
  CHECK(balance() == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall,
                  "pieces that are lost, given away or broken are owed as agreed, and undone with the act") {
  done(MoveStock{bowl, MovementKind::Lost, Quantity::of(2), {}});
  CHECK(balance() == 70'000);
  REQUIRE(shop->undo().has_value());
  CHECK(balance() == 0);
  Agreement hers;
  hers.loss = Bearer::Owner;
  agree(hers);
  done(MoveStock{bowl, MovementKind::Lost, Quantity::of(2), {}});
  CHECK(balance() == 0);
  CHECK(open_period().goods[0].lost == Quantity::of(2));
  done(MoveStock{bowl, MovementKind::Gift, Quantity::of(1), {}});  // who gives away somebody's bowl pays it
  CHECK(balance() == 35'000);
  agree({});
  done(CountStock{bowl, Quantity::of(16), {}});
  CHECK(balance() == 70'000);
  done(CountStock{bowl, Quantity::of(17), {}});
  CHECK(balance() == 35'000);
  refund(sell(bowl), 1, false);  // came back in pieces: not sold after all, but lost
  CHECK(balance() == 70'000);
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall,
                  "a line that comes back in parts at once, some of them broken, gives back its share and no more") {
  Agreement odd;
  odd.share_bp = 3'333;
  odd.loss = Bearer::Owner;
  agree(odd);
  done(AddProduct{bowl, Quantity::of(7), {}});
  Cart cart = shop->cart();
  cart.agreed_total = Money{100'001};
  const Id<Sale> sale{done(Sell{cart, {{.amount = Money{100'001}}}, {}}).subject};
  CHECK(balance() == 33'330);
  const std::vector<RefundLine> parts{
      {0, Quantity::of(3), true}, {0, Quantity::of(2), false}, {0, Quantity::of(2), true}};
  done(Refund{sale, parts, {{.amount = Money{100'001}}}, {}});
  CHECK(balance() == 0);
  CHECK(open_period().goods[0].lost == Quantity::of(2));
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "an included tax is nobody's share") {
  Profile taxed = shop->profile();
  taxed.tax_rates = {TaxRate{.tax_class = {}, .name = "PPN", .rate = {11, 100}, .included = true}};
  done(SaveProfile{taxed});
  Agreement keeper;
  keeper.discount = Bearer::Keeper;
  agree(keeper);
  sell(bowl, 2);  // 100,000 with 9,910 tax
  CHECK(open_period().goods[0].proceeds == Money{90'090});
  CHECK(balance() == 63'063);
}

TEST_CASE_FIXTURE(ConsignmentStall, "goods come and go back on numbered slips, which move stock") {
  const Id<Slip> first = take(bowl, 5);
  CHECK(on_hand(shop->facts(), bowl) == Quantity::of(25));
  const Slip slip = find_slip(shop->facts(), first).value();
  CHECK(slip.number == 2);
  CHECK(slip.lines == std::vector<SlipLine>{{bowl, Quantity::of(5), {}}});
  const Id<Slip> last{
      done(HandOver{wulan, Book::Consignment, SlipKind::GivenBack, {{bowl, Quantity::of(25), {}}}, "habis bazar"})
          .subject};
  CHECK(on_hand(shop->facts(), bowl) == Quantity{});
  CHECK(balance() == 0);
  CHECK(open_period().goods[0].given_back == Quantity::of(25));
  CHECK(find_slip(shop->facts(), last).value().note == "habis bazar");
  CHECK(shop->facts().value<int>("SELECT count(*) FROM journal WHERE body LIKE '%bazar%'") == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "goods that did not go back by the agreed day are told, until they have") {
  agree({.return_by = shop->today().plus_days(30)});
  const Date agreed = shop->today().plus_days(30), later = agreed.plus_days(1);
  const auto told_on_page = [&](Date today) {
    return partner_page(shop->facts(), {.partner = wulan, .today = today}, "62").value().overdue;
  };
  CHECK(overdue_goods(shop->facts(), agreed).empty());
  CHECK_FALSE(told_on_page(agreed));
  const std::vector<OverdueGoods> overdue = overdue_goods(shop->facts(), later);
  REQUIRE(overdue.size() == 1);
  CHECK(overdue.front().partner == wulan);
  CHECK(overdue.front().left == Quantity::of(20));
  REQUIRE(told_on_page(later));
  CHECK(told_on_page(later)->left == Quantity::of(20));
  CHECK(told_on_page(later)->return_by == agreed);
  done(HandOver{wulan, Book::Consignment, SlipKind::GivenBack, {{bowl, Quantity::of(20), {}}}, {}});
  CHECK(overdue_goods(shop->facts(), later).empty());
  CHECK_FALSE(told_on_page(later));
}

TEST_CASE_FIXTURE(ConsignmentStall, "what cannot be meant is refused and leaves nothing behind") {
  const Id<Contact> rina = contact("Rina");
  const auto slip = [&](Id<Contact> partner, std::vector<SlipLine> lines) {
    return HandOver{partner, Book::Consignment, SlipKind::Taken, std::move(lines), {}};
  };
  const std::int64_t before = count("journal");
  CHECK(refusal(slip(rina, {{mine, Quantity::of(1), {}}})) == ProblemCode::AgreementMissing);
  CHECK(refusal(slip(wulan, {})) == ProblemCode::SlipEmpty);
  CHECK(refusal(slip(wulan, {{mine, Quantity{}, {}}})) == ProblemCode::QuantityZero);
  CHECK(refusal(slip(wulan, {{mine, Quantity::of(-1), {}}})) == ProblemCode::QuantityNegative);
  CHECK(refusal(slip(wulan, {{Id<Product>{}, Quantity::of(1), {}}})) == ProblemCode::ProductUnknown);
  CHECK(refusal(slip(wulan, {{mine, Quantity::of(1), Money{-1}}})) == ProblemCode::AmountNegative);
  CHECK(refusal(ConsignProduct{mine, rina, {}}) == ProblemCode::AgreementMissing);
  CHECK(refusal(Settle{.partner = wulan}) == ProblemCode::NothingToSettle);
  CHECK(refusal(SettleAll{}) == ProblemCode::NothingToSettle);
  CHECK(refusal(Settle{.partner = Id<Contact>{}}) == ProblemCode::ContactUnknown);
  CHECK(count("journal") == before);
  done(SaveAgreement{{.partner = rina}});
  CHECK(refusal(slip(rina, {{bowl, Quantity::of(1), {}}})) == ProblemCode::ConsignedElsewhere);
}

TEST_CASE_FIXTURE(ConsignmentStall,
                  "a payout is not more than the balance, nor less than was agreed, nor without a drawer") {
  Agreement agreement;
  agreement.minimum_payout = Money{100'000};
  agree(agreement);
  sell(bowl, 2);
  CHECK(refusal(Settle{.partner = wulan, .by = PaidBy::Transfer}) == ProblemCode::PayoutTooSmall);
  CHECK(refusal(SettleAll{.by = PaidBy::Transfer}) == ProblemCode::NothingToSettle);
  CHECK(refusal(Settle{.partner = wulan, .by = PaidBy::Transfer, .amount = Money{70'001}}) ==
        ProblemCode::PaymentTooMuch);
  CHECK(refusal(Settle{.partner = wulan, .by = PaidBy::Transfer, .amount = Money{-1}}) == ProblemCode::PaymentTooMuch);
  sell(bowl);
  CHECK(refusal(Settle{.partner = wulan, .by = PaidBy::Cash}) == ProblemCode::NoDayOpen);
  done(Settle{.partner = wulan, .by = PaidBy::Transfer, .amount = Money{100'000}, .text = "BCA"});
  CHECK(balance() == 5'000);
  CHECK(open_period().opening == Money{5'000});
  agreement.ended = true;
  agree(agreement);
  done(Settle{.partner = wulan, .by = PaidBy::Transfer});
  CHECK(balance() == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "all partners are paid at once, with one sum from the drawer") {
  const Id<Contact> rina = contact("Rina");
  done(SaveAgreement{{.partner = rina, .share_bp = 5'000}});
  const Id<Product> candle = product("Lilin", 20'000, 0);
  done(HandOver{rina, Book::Consignment, SlipKind::Taken, {{candle, Quantity::of(5), {}}}, {}});
  open_till(200'000);
  sell(bowl, 2);
  sell(candle, 3);
  done(SettleAll{.by = PaidBy::Cash});
  CHECK(balance() == 0);
  CHECK(standing_of(shop->facts(), rina, Book::Consignment).balance == Money{});
  CHECK(count("cash_entry") == 1);
  CHECK(day_view(shop->facts()).cash_out == Money{100'000});
  const auto paid = settlements_of_day(shop->facts(), Book::Consignment, shop->today());
  REQUIRE(paid.size() == 2);
  CHECK(paid[0].amount == Money{-30'000});
  CHECK(paid[1].amount == Money{-70'000});
  expect_clean();
}

TEST_CASE_FIXTURE(ConsignmentStall, "agreements and payouts are the owner's once a PIN tells who that is") {
  const Id<Seller> owner = sellers(shop->facts()).front().id;
  done(SaveSeller{{.id = owner, .name = "Siti", .role = Role::Owner}, "1234"});
  const Id<Seller> helper{done(SaveSeller{{.id = {}, .name = "Dita"}, {}}).subject};
  sell(bowl);
  REQUIRE(shop->sign_in(helper, {}).has_value());
  CHECK(refusal(SaveAgreement{{.partner = wulan}}) == ProblemCode::OwnerOnly);
  CHECK(refusal(ConsignProduct{mine, wulan, {}}) == ProblemCode::OwnerOnly);
  CHECK(refusal(Settle{.partner = wulan, .by = PaidBy::Transfer}) == ProblemCode::OwnerOnly);
  CHECK(refusal(SettleAll{.by = PaidBy::Transfer}) == ProblemCode::OwnerOnly);
  sell(bowl);  // selling her goods is everybody's
  CHECK(balance() == 70'000);
}

// Everything that can happen to consigned goods, in any order, against sums made by hand.
TEST_CASE("the partner's share and mine are the line to the last unit, over any sequence") {
  CHECK(rc::check([] {
    ConsignmentStall stall;
    Shop& shop = *stall.shop;
    const Id<Contact> rina = stall.contact("Rina");
    stall.done(SaveAgreement{{.partner = rina, .kind = ShareKind::PerPiece, .discount = Bearer::Owner}});
    const Id<Product> candle = stall.product("Lilin", 33'333, 0);
    stall.done(HandOver{rina, Book::Consignment, SlipKind::Taken, {{candle, Quantity::of(50), Money{21'111}}}, {}});
    stall.open_till(10'000'000);
    Agreement odd;
    odd.share_bp = *rc::gen::inRange<std::int64_t>(0, kWhole_bp + 1);
    odd.tiers = {{Quantity::of(4), 8'123}};
    odd.discount = *rc::gen::element(Bearer::Both, Bearer::Owner, Bearer::Keeper);
    stall.agree(odd);
    const std::array products{stall.bowl, candle, stall.mine};
    std::vector<Id<Sale>> sales;
    std::map<Id<Contact>, Money> paid;
    const int steps = *rc::gen::inRange(1, 14);
    for (int step = 0; step < steps; ++step) {
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
        case 1: {
          const int lines = *rc::gen::inRange(1, 4);
          for (int i = 0; i < lines; ++i)
            stall.done(AddProduct{*rc::gen::elementOf(products), Quantity::of(*rc::gen::inRange(1, 5)), {}});
          Cart cart = shop.cart();
          const Money asked = shop.cart_totals().value().total;
          if (*rc::gen::arbitrary<bool>())
            cart.agreed_total = Money{*rc::gen::inRange<std::int64_t>(1, asked.minor + 1)};
          const Money total = totals(cart, {}, shop.today()).value().total;
          sales.push_back(Id<Sale>{stall.done(Sell{cart, {{.amount = total}}, {}}).subject});
          break;
        }
        case 2:
        case 3: {
          if (sales.empty()) break;
          const Sale sale = find_sale(shop.facts(), *rc::gen::elementOf(sales)).value();
          const SaleStanding standing = lapak::standing_of(shop.facts(), sale);
          const int position = *rc::gen::inRange(0, static_cast<int>(sale.lines.size()));
          const auto left = standing.refundable[static_cast<std::size_t>(position)].thousandths / 1000;
          if (standing.is_voided()) break;
          if (standing.refunds.empty() && *rc::gen::arbitrary<bool>()) {
            stall.done(VoidSale{sale.id, {}});
          } else if (left > 0) {
            const std::vector<RefundLine> lines{{position, Quantity::of(*rc::gen::inRange<std::int64_t>(1, left + 1))}};
            const Money worth = refund_worth(shop.facts(), sale.id, lines).value();
            stall.done(Refund{sale.id, lines, {{.amount = worth}}, {}});
          }
          break;
        }
        default: {
          const Id<Contact> partner = *rc::gen::element(stall.wulan, rina);
          const Money balance = lapak::standing_of(shop.facts(), partner, Book::Consignment).balance;
          if (shop.execute(Settle{.partner = partner, .by = PaidBy::Cash}).has_value()) paid[partner] += balance;
        }
      }
    }
    // Line by line: what it brought is what the sale says; what all of it brought less what came back, shared.
    for (const auto& [partner, product] : {std::pair(stall.wulan, stall.bowl), {rina, candle}}) {
      Money brought, booked, shares;
      for (Rows rows = shop.facts().query("SELECT amount FROM sale_line WHERE product = ?", product); rows.next();)
        brought += rows.get<Money>(0);
      for (Rows rows = shop.facts().query("SELECT proceeds, amount FROM partner_entry WHERE partner = ? "
                                          "AND kind IN ('sold', 'refunded', 'voided')",
                                          partner);
           rows.next();)
        booked += rows.get<Money>(0), shares += rows.get<Money>(1);
      RC_ASSERT(booked == brought);
      RC_ASSERT(lapak::standing_of(shop.facts(), partner, Book::Consignment).balance == shares - paid[partner]);
      const Report sums = report(shop.facts(), shop.profile(), shop.today(), shop.today());
      const auto row = std::ranges::find(sums.by_partner, partner, &ReportByPartner::partner);
      const bool is_known = row != sums.by_partner.end();
      RC_ASSERT((is_known ? row->proceeds : Money{}) == brought);
      RC_ASSERT((is_known ? row->share : Money{}) == shares);
    }
    // A line that came back wholly left nothing of its share behind.
    for (const Id<Sale>& sale : sales) {
      const Sale kept = find_sale(shop.facts(), sale).value();
      for (const SaleLine& line : kept.lines) {
        const auto line_booked = booked_line(shop.facts(), sale, line.position);
        RC_ASSERT(line_booked.has_value() == (line.product != stall.mine));
        if (!line_booked || line_booked->back != line_booked->quantity) continue;
        RC_ASSERT(line_booked->taken == line_booked->share);
      }
    }
    RC_ASSERT(verify(shop.facts()).is_clean());
  }));
}

}  // namespace
}  // namespace lapak
