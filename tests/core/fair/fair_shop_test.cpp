// fair: fairs through a whole shop: days at the till that count to them, the box that goes there and comes back.
#include <rapidcheck.h>

#include <algorithm>

#include "core/fair/fair_store.h"
#include "core/people/people_store.h"
#include "core/report/whereabouts.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/sale_store.h"
#include "core/sale/stall_terms.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct FairStall : Stall {
  Id<Product> bag = product("Tas", 85'000, 12), soap = product("Sabun", 28'000, 30);

  Id<Contact> person(const char* name) {
    return Id<Contact>{done(SaveContact{Contact{.id = {}, .name = name}, {}}).subject};
  }
  Fair card(const char* name, Date day) const {
    return {.id = {},
            .name = name,
            .stall = {},
            .town = {},
            .days = {{.date = day}, {.date = day.plus_days(1)}},
            .organiser = {},
            .fee = {.fixed = Money{350'000}, .share_bp = 500},
            .costs = {},
            .helpers = {},
            .prices = {}};
  }
  Id<Fair> fair(const char* name) { return fair(card(name, shop->today())); }
  Id<Fair> fair(const Fair& wanted) { return Id<Fair>{done(SaveFair{wanted}).subject}; }
  Fair saved(Id<Fair> id) const { return find_fair(shop->facts(), id).value(); }
  Quantity at(Id<Product> product, Id<Place> place) const { return on_hand_at(shop->facts(), product, place); }
  Quantity home(Id<Product> product) const { return at(product, home_place(shop->facts())); }
  Quantity boxed(Id<Product> product, Id<Fair> id) const { return at(product, *box_of(shop->facts(), id)); }
  BoxRow row(Id<Fair> id, Id<Product> product) const {
    const std::vector<BoxRow> rows = box_rows(shop->facts(), id);
    const auto found = std::ranges::find(rows, product, &BoxRow::product);
    REQUIRE(found != rows.end());
    return *found;
  }
  FairSold sold(Id<Fair> id, Id<Product> product) const {
    for (const FairSold& each : sold_at(shop->facts(), id))
      if (each.product == product) return each;
    return {};
  }
  Id<Contact> keeper(const char* name) {
    const Id<Contact> contact = person(name);
    done(SaveAgreement{{.partner = contact, .book = Book::Shelf, .share_bp = 7'000}});
    return contact;
  }
  void pack(Id<Fair> id, Id<Product> product, int pieces) { done(PackForFair{id, {{product, Quantity::of(pieces)}}}); }
  Problem refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error();
  }
};

TEST_CASE_FIXTURE(FairStall, "a fair's card is kept as it was typed, and is edited") {
  const Id<Contact> rini = person("Bu Rini"), dina = person("Dina");
  Fair wanted = card("Kota Lama", Date::of(2026, 11, 27));
  wanted.stall = "B-12";
  wanted.town = "Semarang";
  wanted.organiser = rini;
  wanted.fee = {.fixed = Money{100'000},
                .share_bp = 1'050,
                .minimum = Money{150'000},
                .maximum = Money{400'000},
                .deposit = Money{50'000},
                .due = Date::of(2026, 11, 20)};
  wanted.costs = {{"Transport", Money{60'000}}, {"Parkir", Money{10'000}}};
  wanted.float_planned = Money{300'000};
  wanted.helpers = {{dina, 480, Money{120'000}}};
  wanted.state = FairState::Asked;
  wanted.price_change_bp = 1'000;
  wanted.prices = {{bag, Money{95'000}}};
  wanted.tax = FairTax{.name = "PB1", .rate = {1, 10}, .included = false};
  wanted.own_minutes = 900;
  wanted.verdict = Verdict::Maybe;
  wanted.note = "Bawa terpal";
  wanted.id = fair(wanted);
  CHECK(saved(wanted.id) == wanted);
  wanted.state = FairState::Paid;
  wanted.days.pop_back();
  wanted.helpers.clear();
  done(SaveFair{wanted});
  CHECK(saved(wanted.id) == wanted);
  shop->undo().value();
  CHECK(saved(wanted.id).state == FairState::Asked);
  CHECK(saved(wanted.id).helpers.size() == 1);
  shop->undo().value();
  CHECK(fairs(shop->facts()).empty());
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "a fair names people, goods and fairs that are there") {
  Fair wanted = card("Kota Lama", shop->today());
  wanted.organiser = Id<Contact>{{9}};
  CHECK(refusal(SaveFair{wanted}).code == ProblemCode::ContactUnknown);
  wanted.organiser.reset();
  wanted.prices = {{Id<Product>{{9}}, Money{1}}};
  CHECK(refusal(SaveFair{wanted}).code == ProblemCode::ProductUnknown);
  wanted.prices.clear();
  wanted.id = Id<Fair>{{9}};
  CHECK(refusal(SaveFair{wanted}).code == ProblemCode::FairUnknown);
  CHECK(refusal(OpenFairDay{Id<Fair>{{9}}, {}}).code == ProblemCode::FairUnknown);
  CHECK(refusal(NoteAsked{.product = bag, .what = {}}).code == ProblemCode::NotAtAFair);
}

TEST_CASE_FIXTURE(FairStall, "what is sold while the day is open at a fair counts to it, and nothing else does") {
  const Id<Fair> id = fair("Kota Lama");
  sell(bag);
  done(OpenFairDay{id, {{Money{50'000}, 4}}});
  CHECK(fair_open_now(shop->facts()) == id);
  CHECK(day_view(shop->facts()).day->float_amount == Money{200'000});
  sell(bag, 2);
  sell(soap, 3);
  done(CloseDay{{{Money{50'000}, 4}}, "", {}});
  CHECK_FALSE(fair_open_now(shop->facts()).has_value());
  sell(soap);
  CHECK(sold(id, bag).quantity == Quantity::of(2));
  CHECK(sold(id, bag).net == Money{170'000});
  CHECK(sold(id, soap).quantity == Quantity::of(3));
  CHECK(till_days_of(shop->facts(), id).size() == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "a day that was opened like any other can be put down to a fair, and off it again") {
  const Id<Fair> id = fair("Kota Lama");
  const Id<TillDay> day{done(OpenDay{}).subject};
  sell(bag, 2);
  done(SetDayFair{day, id});
  CHECK(sold(id, bag).quantity == Quantity::of(2));
  sell(bag);
  CHECK(sold(id, bag).quantity == Quantity::of(3));
  done(SetDayFair{day, std::nullopt});
  CHECK(sold(id, bag).quantity == Quantity{});
  shop->undo().value();
  CHECK(sold(id, bag).quantity == Quantity::of(3));
  CHECK(refusal(SetDayFair{Id<TillDay>{{9}}, id}).code == ProblemCode::NoDayOpen);
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "what comes back later is taken off the fair that sold it, wherever it comes back") {
  const Id<Fair> id = fair("Kota Lama");
  done(OpenFairDay{id, {}});
  const Id<Sale> sale = sell(bag, 3);
  const Id<Sale> wrong = sell(soap, 5);
  done(VoidSale{wrong, "salah"});
  CHECK(sold(id, soap).quantity == Quantity{});
  CHECK(sold(id, soap).net == Money{});
  done(CloseDay{{}, "", {}});
  clock.advance_ms(3 * 86'400'000LL);
  Refund refund;
  refund.sale = sale;
  refund.lines = {{.position = 0, .quantity = Quantity::of(1)}};
  refund.tenders = {{.amount = Money{85'000}}};
  done(refund);
  CHECK(sold(id, bag).quantity == Quantity::of(2));
  CHECK(sold(id, bag).net == Money{170'000});
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "packing moves pieces from home into the fair's box, and taking out moves them back") {
  const Id<Fair> id = fair("Kota Lama");
  pack(id, bag, 10);
  CHECK(home(bag) == Quantity::of(2));
  CHECK(boxed(bag, id) == Quantity::of(10));
  CHECK(on_hand(shop->facts(), bag) == Quantity::of(12));
  pack(id, bag, 7);
  CHECK(home(bag) == Quantity::of(5));
  CHECK(row(id, bag).brought == Quantity::of(7));
  CHECK(row(id, bag).back == Quantity{});
  shop->undo().value();
  CHECK(row(id, bag).brought == Quantity::of(10));
  shop->undo().value();
  CHECK(row(id, bag).brought == Quantity{});
  CHECK(home(bag) == Quantity::of(12));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "the till at a fair takes from the fair's box while something is in it, then from home") {
  const Id<Fair> id = fair("Kota Lama");
  pack(id, bag, 3);
  sell(bag);  // at no fair
  CHECK(home(bag) == Quantity::of(8));
  done(OpenFairDay{id, {}});
  sell(bag, 2);
  CHECK(boxed(bag, id) == Quantity::of(1));
  const Id<Sale> last = sell(bag);
  CHECK(boxed(bag, id) == Quantity{});
  done(VoidSale{last, "salah"});
  CHECK(boxed(bag, id) == Quantity::of(1));
  sell(bag);
  sell(bag, 2);
  sell(soap);
  CHECK(boxed(bag, id) == Quantity{});
  CHECK(home(bag) == Quantity::of(6));
  CHECK(home(soap) == Quantity::of(29));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "unpacking takes home what was found, and what is missing is lost for a reason") {
  const Id<Fair> id = fair("Kota Lama");
  pack(id, bag, 10);
  pack(id, soap, 20);
  done(OpenFairDay{id, {}});
  sell(bag, 4);
  done(BringHome{id, {{bag, Quantity::of(5)}}, "patah"});
  const BoxRow bags = row(id, bag);
  CHECK(bags.brought == Quantity::of(10));
  CHECK(bags.lost == Quantity::of(1));
  CHECK(bags.back == Quantity::of(5));
  CHECK(bags.now == Quantity{});
  CHECK(row(id, soap).back == Quantity::of(20));
  CHECK(home(bag) == Quantity::of(7));
  CHECK(home(soap) == Quantity::of(30));
  shop->undo().value();
  CHECK(boxed(bag, id) == Quantity::of(6));
  CHECK(row(id, bag).brought == Quantity::of(10));
  CHECK(row(id, bag).lost == Quantity{});
  CHECK(row(id, bag).back == Quantity{});
  CHECK(home(soap) == Quantity::of(10));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "what was sold beyond what was packed was brought, and what is found beyond is counted") {
  const Id<Fair> id = fair("Kota Lama");
  pack(id, bag, 2);
  pack(id, soap, 2);
  done(OpenFairDay{id, {}});
  sell(bag, 3);
  done(BringHome{id, {{soap, Quantity::of(3)}}, ""});
  CHECK(row(id, bag).brought == Quantity::of(3));
  CHECK(row(id, bag).back == Quantity{});
  CHECK(row(id, soap).lost == Quantity::of(-1));
  CHECK(home(bag) == Quantity::of(9));
  CHECK(home(soap) == Quantity::of(31));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "nothing comes home from a fair nothing was packed for") {
  const Id<Fair> id = fair("Kota Lama");
  CHECK(refusal(BringHome{id, {}, ""}) == Problem{ProblemCode::NothingPacked, {"Kota Lama"}});
  pack(id, bag, 1);
  CHECK(refusal(BringHome{id, {{soap, Quantity::of(1)}}, ""}).code == ProblemCode::ProductUnknown);
  CHECK(refusal(PackForFair{id, {{bag, Quantity::of(-1)}}}).code == ProblemCode::QuantityNegative);
}

TEST_CASE_FIXTURE(FairStall, "what was asked for is tallied by what and why, and one can be taken back") {
  const Id<Fair> id = fair("Kota Lama");
  done(OpenFairDay{id, {}});
  done(NoteAsked{bag, "", AskedReason::Colour});
  done(NoteAsked{{}, "Topi anak", AskedReason::None});
  done(NoteAsked{bag, "", AskedReason::Colour});
  const auto asked = asked_at(shop->facts(), id);
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].what == "Tas");
  CHECK(asked[0].reason == AskedReason::Colour);
  CHECK(asked[0].times == 2);
  CHECK(asked[1].what == "Topi anak");
  shop->undo().value();
  CHECK(asked_at(shop->facts(), id)[0].times == 1);
  CHECK(refusal(NoteAsked{{}, " ", AskedReason::None}).code == ProblemCode::NameEmpty);
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "the fair of a day is the one held on it that was not refused") {
  const Date day = shop->today();
  Fair refused = card("Pasar Malam", day);
  refused.state = FairState::Refused;
  fair(refused);
  const Id<Fair> id = fair("Kota Lama");
  CHECK(fair_on(shop->facts(), day)->id == id);
  CHECK(fair_on(shop->facts(), day.plus_days(1))->id == id);
  CHECK_FALSE(fair_on(shop->facts(), day.plus_days(2)).has_value());
}

TEST_CASE_FIXTURE(FairStall, "the last fair here is the one of the same name that was gone to before") {
  const Date day = shop->today();
  const Id<Fair> last_year = fair(card("Kota Lama", day.plus_days(-360)));
  const Id<Fair> skipped = fair(card("kota lama", day.plus_days(-90)));
  const Id<Fair> id = fair("Kota Lama");
  const Id<TillDay> opened{done(OpenFairDay{last_year, {}}).subject};
  CHECK(last_fair_like(shop->facts(), saved(id))->id == last_year);
  CHECK_FALSE(last_fair_like(shop->facts(), saved(last_year)).has_value());
  CHECK(find_fair(shop->facts(), "KOTA LAMA", day) == id);
  CHECK(find_fair(shop->facts(), "Kota Lama", day.plus_days(-100)) == skipped);
  CHECK(fair_of_day(shop->facts(), opened) == last_year);
}

TEST_CASE_FIXTURE(FairStall, "the past's margin is that of fairs, once there was one, of goods whose cost is known") {
  done(SaveProduct{{.id = bag, .code = "Tas", .name = "Tas", .price = Money{85'000}, .cost = Money{45'000}}, {}, {}});
  sell(bag, 4);
  CHECK(past_margin(shop->facts()).net == Money{340'000});
  CHECK(past_margin(shop->facts()).gain == Money{160'000});
  const Id<Fair> id = fair("Kota Lama");
  done(OpenFairDay{id, {}});
  sell(bag);
  sell(soap);
  const PastMargin past = past_margin(shop->facts());
  CHECK(past.net == Money{85'000});
  CHECK(past.gain == Money{40'000});
  CHECK(past.pieces == Quantity::of(1));
}

TEST_CASE_FIXTURE(FairStall,
                  "while the day is open at a fair its own prices are asked, and afterwards the list's again") {
  Fair wanted = card("Kota Lama", shop->today());
  wanted.price_change_bp = 1'000;
  wanted.prices = {{soap, Money{33'333}}};
  const Id<Fair> id = fair(wanted);
  const auto asked = [&](Id<Product> product) { return item_of(shop->facts(), product)->price; };
  CHECK(asked(bag) == Money{85'000});
  done(OpenFairDay{id, {}});
  CHECK(asked(bag) == Money{93'500});
  CHECK(asked(soap) == Money{33'333});
  done(AddProduct{bag, Quantity::of(1), {}});
  done(AddProduct{soap, Quantity::of(2), {}});
  CHECK(shop->cart_totals()->total == Money{93'500 + 2 * 33'333});
  const CartLine& line = shop->cart().lines[0];
  CHECK(line.list_price == Money{93'500});  // what was asked there: haggling is measured against it
  done(SetAgreedPrice{line.id, Money{90'000}});
  CHECK(shop->cart().lines[0].list_price == Money{93'500});
  done(ClearCart{});
  done(CloseDay{{}, "", {}});
  CHECK(asked(bag) == Money{85'000});
}

TEST_CASE_FIXTURE(FairStall,
                  "a fair's own tax holds in place of the ordinary one, and goods without a tax stay without") {
  Product card_of_bag = find_product(shop->facts(), bag).value();
  card_of_bag.tax_class = std::string(kUntaxed);
  done(SaveProduct{card_of_bag});
  Profile profile = shop->profile();
  profile.tax_rates = {{.tax_class = "", .name = "PPN", .rate = {11, 100}, .included = true, .valid_from = {}}};
  done(SaveProfile{profile});
  Fair wanted = card("Kota Lama", shop->today());
  wanted.tax = FairTax{.name = "Retribusi", .rate = {1, 10}, .included = false};
  done(OpenFairDay{fair(wanted), {}});
  done(AddProduct{bag, Quantity::of(1), {}});
  done(AddProduct{soap, Quantity::of(1), {}});
  const Totals here = shop->cart_totals().value();
  CHECK(here.tax_added == Money{2'800});
  CHECK(here.tax_included == Money{});
  CHECK(here.total == Money{85'000 + 28'000 + 2'800});
  const Id<Sale> sold{done(Sell{shop->cart(), {{.method = Method::Cash, .amount = here.total}}, {}}).subject};
  const std::optional<Sale> sale = find_sale(shop->facts(), sold);
  REQUIRE(sale->taxes.size() == 1);
  CHECK(sale->taxes[0].name == "Retribusi");
  done(CloseDay{{}, "", {}});
  done(AddProduct{soap, Quantity::of(1), {}});
  CHECK(shop->cart_totals()->tax_added == Money{});
  CHECK(shop->cart_totals()->tax_included > Money{});
}

TEST_CASE_FIXTURE(FairStall, "the cards of the grid carry a fair's prices, those with variants the least of theirs") {
  const Id<Product> shirt = product("Kaos", 100'000, 0);
  Product parent = find_product(shop->facts(), shirt).value();
  parent.option_names = {"Ukuran"};
  Product small = parent, large = parent;
  small.id = large.id = {};
  small.code = large.code = "";
  small.option_names = large.option_names = {};
  small.option_values = {"S"};
  large.option_values = {"L"};
  done(SaveProduct{parent, {small, large}});
  const std::vector<Product> variants = variants_of(shop->facts(), shirt);
  REQUIRE(variants.size() == 2);
  Fair wanted = card("Kota Lama", shop->today());
  wanted.prices = {{variants[1].id, Money{120'000}}};
  const StallTerms terms = terms_at(shop->facts(), fair(wanted));
  for (const ProductCard& card : priced_by(terms, shop->facts(), cards_of(shop->facts(), {shirt, bag}))) {
    CHECK(card.price == Money{card.id == shirt ? 100'000 : 85'000});
    CHECK(card.is_from_price == (card.id == shirt));
  }
}

TEST_CASE_FIXTURE(FairStall, "goods are told by their places: home, the boxes of fairs, partners' shops") {
  const Id<Fair> first = fair("Kota Lama"), second = fair("Pasar Minggu");
  pack(first, soap, 10);
  pack(second, soap, 4);
  const std::vector<AtPlace> where = whereabouts(shop->facts(), soap);
  REQUIRE(where.size() == 3);
  CHECK(where[0].kind == PlaceKind::Home);
  CHECK(where[0].quantity == Quantity::of(16));
  CHECK(where[1].name == "Kota Lama");
  CHECK(where[2].quantity == Quantity::of(4));
  const std::vector<PlaceSum> sums = place_sums(shop->facts());
  REQUIRE(sums.size() == 3);
  CHECK(sums[0].kinds == 2);
  CHECK(sums[0].pieces == Quantity::of(28));
}

TEST_CASE_FIXTURE(FairStall, "a gift at the stall leaves the box and is told apart from what was lost") {
  const Id<Fair> id = fair("Kota Lama");
  pack(id, soap, 5);
  done(OpenFairDay{id, {}});
  done(MoveStock{soap, MovementKind::Gift, Quantity::of(1), ""});
  CHECK(row(id, soap).given == Quantity::of(1));
  CHECK(row(id, soap).lost == Quantity{});
  CHECK(boxed(soap, id) == Quantity::of(4));
  CHECK(home(soap) == Quantity::of(25));
}

TEST_CASE_FIXTURE(FairStall, "stock is the sum of its places after any packing, selling and bringing home") {
  const Id<Fair> first = fair("Kota Lama"), second = fair("Pasar Minggu");
  done(OpenFairDay{first, {}});
  CHECK(rc::check([&] {
    const int act = *rc::gen::inRange(0, 5);
    const Quantity pieces = Quantity::of(*rc::gen::inRange(0, 6));
    const Quantity before = on_hand(shop->facts(), soap);
    Quantity sold;
    if (act == 0) (void)shop->execute(PackForFair{first, {{soap, pieces}}});
    if (act == 1) (void)shop->execute(PackForFair{first, {{soap, pieces + pieces}}});
    if (act == 2) (void)shop->execute(PackForFair{second, {{soap, pieces}}});
    if (act == 3) (void)shop->execute(BringHome{second, {}, ""});
    if (act == 4) sell(soap), sold = Quantity::of(1);
    RC_ASSERT(on_hand(shop->facts(), soap) == before - sold);
    Quantity all;
    for (const AtPlace& at : whereabouts(shop->facts(), soap)) all += at.quantity;
    RC_ASSERT(all == before - sold);
  }));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "goods go from one box into another in one move, and come back by taking it back") {
  const Id<Fair> first = fair("Kota Lama"), second = fair("Pasar Minggu");
  pack(first, soap, 10);
  done(MoveGoods{{.box = first, .shop = {}}, {.box = second, .shop = {}}, {{soap, Quantity::of(4)}}, ""});
  CHECK(boxed(soap, first) == Quantity::of(6));
  CHECK(boxed(soap, second) == Quantity::of(4));
  CHECK(home(soap) == Quantity::of(20));
  REQUIRE(shop->undo().has_value());
  CHECK(boxed(soap, first) == Quantity::of(10));
  CHECK(boxed(soap, second) == Quantity{});
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "goods go from one partner's shop to another's in one move, with a slip for each") {
  const Id<Contact> wulan = keeper("Wulan"), budi = keeper("Budi");
  done(HandOver{wulan, Book::Shelf, SlipKind::Taken, {{soap, Quantity::of(10), {}}}, ""});
  done(MoveGoods{{.box = {}, .shop = wulan}, {.box = {}, .shop = budi}, {{soap, Quantity::of(3)}}, "tukar"});
  CHECK(at(soap, *place_of(shop->facts(), wulan)) == Quantity::of(7));
  CHECK(at(soap, *place_of(shop->facts(), budi)) == Quantity::of(3));
  CHECK(home(soap) == Quantity::of(20));
  const auto slips_of = [&](Id<Contact> partner) {
    return shop->facts().value<int>("SELECT count(*) FROM slip WHERE partner = ?", partner);
  };
  CHECK(slips_of(wulan) == 2);
  CHECK(slips_of(budi) == 1);
  CHECK(shop->facts().value<int>("SELECT count(DISTINCT number) FROM slip") == 3);
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "goods go from a partner's shop straight into a fair's box and back") {
  const Id<Contact> wulan = keeper("Wulan");
  const Id<Fair> id = fair("Kota Lama");
  done(HandOver{wulan, Book::Shelf, SlipKind::Taken, {{soap, Quantity::of(10), {}}}, ""});
  done(MoveGoods{{.box = {}, .shop = wulan}, {.box = id, .shop = {}}, {{soap, Quantity::of(6)}}, ""});
  CHECK(boxed(soap, id) == Quantity::of(6));
  done(MoveGoods{{.box = id, .shop = {}}, {.box = {}, .shop = wulan}, {{soap, Quantity::of(1)}}, ""});
  CHECK(boxed(soap, id) == Quantity::of(5));
  CHECK(at(soap, *place_of(shop->facts(), wulan)) == Quantity::of(5));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "a move that makes no sense is refused and no goods move") {
  const Id<Contact> wulan = keeper("Wulan"), stranger = person("Sari");
  const Id<Fair> id = fair("Kota Lama");
  const auto code = [&](const GoodsSpot& from, const GoodsSpot& to, int pieces) {
    return refusal(MoveGoods{from, to, {{soap, Quantity::of(pieces)}}, ""}).code;
  };
  const GoodsSpot home_spot, box{.box = id, .shop = {}}, shelf{.box = {}, .shop = wulan};
  CHECK(code(home_spot, home_spot, 1) == ProblemCode::SamePlace);
  CHECK(code(box, home_spot, 1) == ProblemCode::NothingPacked);
  CHECK(code(home_spot, {.box = {}, .shop = stranger}, 1) == ProblemCode::AgreementMissing);
  CHECK(code(home_spot, shelf, 0) == ProblemCode::QuantityZero);
  CHECK(code(home_spot, shelf, -1) == ProblemCode::QuantityNegative);
  CHECK(refusal(MoveGoods{home_spot, box, {}, ""}).code == ProblemCode::SlipEmpty);
  CHECK(home(soap) == Quantity::of(30));
}

TEST_CASE_FIXTURE(FairStall, "pieces are conserved over any moves between home, boxes and partners' shops") {
  const Id<Contact> wulan = keeper("Wulan"), budi = keeper("Budi");
  const Id<Fair> first = fair("Kota Lama"), second = fair("Pasar Minggu");
  const std::vector<GoodsSpot> spots{{},
                                     {.box = first, .shop = {}},
                                     {.box = second, .shop = {}},
                                     {.box = {}, .shop = wulan},
                                     {.box = {}, .shop = budi}};
  CHECK(rc::check([&] {
    const auto from = *rc::gen::elementOf(spots), to = *rc::gen::elementOf(spots);
    (void)shop->execute(MoveGoods{from, to, {{soap, Quantity::of(*rc::gen::inRange(0, 6))}}, ""});
    Quantity all;
    for (const AtPlace& at : whereabouts(shop->facts(), soap)) all += at.quantity;
    RC_ASSERT(all == Quantity::of(30));
  }));
  expect_clean();
}

TEST_CASE_FIXTURE(FairStall, "what else comes along is ticked, and the next fair begins with the last one's list") {
  const Id<Fair> first = fair("Kota Lama");
  const auto begun = [&](Id<Fair> id) { return kit_to_begin_with(shop->facts(), saved(id), shop->profile().words()); };
  CHECK(begun(first).size() > 5);
  done(SaveKit{first, {{KitKind::Equipment, " Meja lipat ", true}, {KitKind::Money, "Uang receh", false}}});
  const std::vector<KitItem> kept = kit_of(shop->facts(), first);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0] == KitItem{KitKind::Equipment, "Meja lipat", true});
  const Id<Fair> second = fair("Pasar Minggu");
  CHECK(kit_of(shop->facts(), second).empty());
  CHECK(begun(second) ==
        std::vector<KitItem>{{KitKind::Equipment, "Meja lipat", false}, {KitKind::Money, "Uang receh", false}});
  done(SaveKit{first, {}});
  REQUIRE(shop->undo().has_value());
  CHECK(kit_of(shop->facts(), first) == kept);
  CHECK(refusal(SaveKit{first, {{KitKind::Money, "  ", false}}}).code == ProblemCode::NameEmpty);
  CHECK(refusal(SaveKit{first, std::vector<KitItem>(kMostKitItems + 1, kept[0])}).code == ProblemCode::TooManyItems);
  CHECK(refusal(SaveKit{{}, {}}).code == ProblemCode::FairUnknown);
  expect_clean();
}

TEST_CASE("a fair's own price goes before its change of the list price, and no price is below nothing") {
  StallTerms terms;
  const Id<Product> bag{{1}}, soap{{2}};
  terms.price_change_bp = 1'000;
  terms.prices = {{bag, Money{95'000}}};
  CHECK(price_by(terms, bag, Money{85'000}) == Money{95'000});
  CHECK(price_by(terms, soap, Money{12'345}) == Money{13'580});
  terms.price_change_bp = -10'000;
  CHECK(price_by(terms, soap, Money{12'345}) == Money{});
}

}  // namespace
}  // namespace lapak
