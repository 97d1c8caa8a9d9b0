// order: custom orders through a whole shop: what is asked, paid before, made, handed over and called off.
#include <rapidcheck.h>

#include <algorithm>

#include "core/order/order_store.h"
#include "core/people/people_store.h"
#include "core/report/report.h"
#include "core/sale/sale_store.h"
#include "core/shop/documents.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct OrderStall : Stall {
  Id<Contact> ratna{done(SaveContact{Contact{.id = {}, .name = "Ratna"}, {}}).subject};

  CustomOrder bag(std::int64_t price = 250'000) const {
    CustomOrder order;
    order.client = ratna;
    order.what = "Tas rajut biru tua, inisial R";
    order.price = Money{price};
    return order;
  }
  Id<CustomOrder> ask(const CustomOrder& order) { return Id<CustomOrder>{done(SaveOrder{order}).subject}; }
  CustomOrder order(Id<CustomOrder> id) const { return *find_order(shop->facts(), id); }
  void deposit(Id<CustomOrder> id, std::int64_t amount, Method method = Method::Cash) {
    done(TakeOrderDeposit{id, {{.method = method, .amount = Money{amount}}}});
  }
  Money held(Id<CustomOrder> id) const { return deposit_held(shop->facts(), id); }
  Sell hand_over(Id<CustomOrder> id) const {
    Sell sell{.cart = cart_of(shop->facts(), id, shop->profile().words()).value(), .tenders = {}};
    const Money rest = order(id).price - held(id);
    if (rest > Money{}) sell.tenders.push_back({.amount = rest});
    return sell;
  }
  Report today() const { return report(shop->facts(), shop->profile(), shop->today(), shop->today()); }
  Money by(Method method) const {
    const Report now = today();
    const auto found = std::ranges::find(now.by_payment, method, &ReportByMethod::method);
    return found == now.by_payment.end() ? Money{} : found->amount;
  }
  ProblemCode refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

TEST_CASE_FIXTURE(OrderStall, "a deposit is in the drawer at once, and turnover with the goods") {
  const Id<CustomOrder> id = ask(bag());
  CHECK(order(id).number == 1);
  CHECK(order(id).stage == OrderStage::Asked);
  deposit(id, 125'000);
  CHECK(order(id).stage == OrderStage::Agreed);
  CHECK(held(id) == Money{125'000});
  CHECK(today().net_sales == Money{});
  CHECK(today().sales_count == 0);
  CHECK(by(Method::Cash) == Money{125'000});
  CHECK(by(Method::Deposit) == Money{-125'000});
  done(MoveOrder{id, OrderStage::Making});
  done(MoveOrder{id, OrderStage::Ready});
  done(hand_over(id));
  CHECK(order(id).stage == OrderStage::HandedOver);
  CHECK(held(id) == Money{});
  CHECK(today().net_sales == Money{250'000});
  CHECK(today().sales_count == 1);
  CHECK(by(Method::Cash) == Money{250'000});
  CHECK(by(Method::Deposit) == Money{});
  expect_clean();
}

TEST_CASE_FIXTURE(
    OrderStall,
    "the receipt of a deposit says what was paid before and the rest as they were, whenever it is printed") {
  const Id<CustomOrder> id = ask(bag());
  const auto said = [&] {
    const auto newest = shop->facts().value<Id<Sale>>("SELECT id FROM sale ORDER BY id DESC LIMIT 1");
    const Sale sale = find_sale(shop->facts(), newest.value()).value();
    return [this, sale] { return to_text(receipt_of(shop->facts(), shop->profile(), sale, ReceiptPaper::Roll80mm)); };
  };
  deposit(id, 50'000);
  const auto first = said();
  const std::string as_given = first();
  CHECK(as_given.find("sisa Rp 200.000") != std::string::npos);
  deposit(id, 75'000);
  CHECK(said()().find("sisa Rp 125.000") != std::string::npos);
  done(hand_over(id));
  CHECK(first() == as_given);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "an order goes on one bill with goods from the table, and is handed over once") {
  const Id<CustomOrder> id = ask(bag());
  deposit(id, 250'000, Method::Transfer);
  const Id<Product> keychain = product("Gantungan", 15'000, 5);
  Sell sell = hand_over(id);
  CHECK(sell.tenders.empty());
  sell.cart.lines.push_back(CartLine{.product = keychain,
                                     .name = "Gantungan",
                                     .quantity = Quantity::of(1),
                                     .list_price = Money{15'000},
                                     .agreed_price = Money{15'000},
                                     .tracked = true});
  CHECK(refusal(sell) == ProblemCode::PaymentMissing);
  sell.tenders.push_back({.amount = Money{15'000}});
  done(sell);
  CHECK(today().net_sales == Money{265'000});
  sell.cart.id = {};
  sell.tenders = {{.amount = Money{265'000}}};
  CHECK(refusal(sell) == ProblemCode::OrderClosed);
  CHECK(refusal(MoveOrder{id, OrderStage::Making}) == ProblemCode::OrderClosed);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "a void of the handing over holds the deposit again, and the order is ready") {
  const Id<CustomOrder> id = ask(bag());
  deposit(id, 100'000);
  const Id<Sale> sale{done(hand_over(id)).subject};
  done(VoidSale{sale, ""});
  CHECK(order(id).stage == OrderStage::Ready);
  CHECK(held(id) == Money{100'000});
  CHECK(by(Method::Cash) == Money{100'000});
  done(hand_over(id));
  CHECK(today().net_sales == Money{250'000});
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "a deposit is no more than the price, and not more comes back than is held") {
  const Id<CustomOrder> id = ask(bag());
  CHECK(refusal(TakeOrderDeposit{id, {{.amount = Money{250'001}}}}) == ProblemCode::DepositTooMuch);
  CHECK(refusal(TakeOrderDeposit{id, {}}) == ProblemCode::PaymentMissing);
  CHECK(refusal(TakeOrderDeposit{id, {{.amount = Money{-5}}}}) == ProblemCode::AmountNegative);
  CHECK(refusal(TakeOrderDeposit{id, {{.method = Method::Deposit, .amount = Money{5}}}}) == ProblemCode::MethodUnknown);
  deposit(id, 50'000);
  CHECK(refusal(ReturnOrderDeposit{id, {{.amount = Money{50'001}}}, ""}) == ProblemCode::PaymentTooMuch);
  done(ReturnOrderDeposit{id, {{.amount = Money{20'000}}}, "kurang"});
  CHECK(held(id) == Money{30'000});
  CustomOrder cheaper = order(id);
  cheaper.price = Money{25'000};
  done(SaveOrder{cheaper});
  Sell sell{.cart = cart_of(shop->facts(), id, shop->profile().words()).value(), .tenders = {}};
  CHECK(refusal(sell) == ProblemCode::PaymentTooMuch);  // some of it goes back first
  done(ReturnOrderDeposit{id, {{.amount = Money{5'000}}}, ""});
  done(sell);
  CHECK(by(Method::Cash) == Money{25'000});
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "an order is called off: what is held goes back whole, or is kept as turnover of today") {
  const Id<CustomOrder> one = ask(bag()), other = ask(bag()), third = ask(bag());
  deposit(one, 100'000);
  CHECK(refusal(CallOff{one, HeldDeposit::GivenBack, {{.amount = Money{60'000}}}, ""}) == ProblemCode::PaymentMissing);
  done(CallOff{one, HeldDeposit::GivenBack, {{.amount = Money{100'000}}}, "pindah"});
  CHECK(order(one).stage == OrderStage::CalledOff);
  CHECK(by(Method::Cash) == Money{});
  CHECK(today().net_sales == Money{});
  deposit(other, 100'000);
  done(CallOff{other, HeldDeposit::Kept, {}, "tidak datang"});
  CHECK(order(other).stage == OrderStage::CalledOff);
  CHECK(by(Method::Cash) == Money{100'000});
  CHECK(today().net_sales == Money{100'000});
  CHECK(held(other) == Money{});
  done(CallOff{third, HeldDeposit::GivenBack, {}, ""});
  shop->undo().value();
  CHECK(order(third).stage == OrderStage::Asked);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "what was agreed and how far it is can be taken back") {
  const Id<CustomOrder> id = ask(bag());
  CustomOrder dearer = order(id);
  dearer.price = Money{300'000};
  done(SaveOrder{dearer});
  done(MoveOrder{id, OrderStage::Making});
  shop->undo().value();
  CHECK(order(id).stage == OrderStage::Asked);
  shop->undo().value();
  CHECK(order(id).price == Money{250'000});
  done(NoteWork{id, 90});
  done(NoteWork{id, -30});
  CHECK(minutes_worked(shop->facts(), id) == 60);
  CHECK(refusal(NoteWork{id, 0}) == ProblemCode::QuantityZero);
  CHECK(refusal(NoteWork{Id<CustomOrder>{}, 5}) == ProblemCode::OrderUnknown);
  CustomOrder blank = bag();
  blank.what = "  ";
  CHECK(refusal(SaveOrder{blank}) == ProblemCode::NameEmpty);
  blank = bag(-1);
  CHECK(refusal(SaveOrder{blank}) == ProblemCode::AmountNegative);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall,
                  "revisions of a service are noted by their day, also beyond what was agreed, and taken back") {
  CustomOrder logo = bag(750'000);
  logo.kind = OrderKind::Service;
  logo.scope = " Tiga sketsa, tanpa cetak ";
  logo.revisions_agreed = 1;
  logo.invoice_due = shop->today().plus_days(14);
  const Id<CustomOrder> id = ask(logo);
  CHECK(order(id).scope == "Tiga sketsa, tanpa cetak");
  done(NoteRevision{id});
  const Date first = shop->today();
  clock.advance_ms(86'400'000);
  done(NoteRevision{id});
  CHECK(revisions_given(shop->facts(), id) == std::vector<Date>{first, shop->today()});
  CHECK(order_page(shop->facts(), id)->revisions.size() == 2);
  shop->undo().value();
  CHECK(revisions_given(shop->facts(), id) == std::vector<Date>{first});
  done(CallOff{.order = id, .tenders = {}, .reason = {}});
  CHECK(refusal(NoteRevision{id}) == ProblemCode::OrderClosed);
  CHECK(refusal(NoteRevision{{}}) == ProblemCode::OrderUnknown);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "a piece has no scope, no revisions and no day for its invoice") {
  CustomOrder order = bag();
  order.scope = "apa";
  order.revisions_agreed = 3;
  order.invoice_due = shop->today();
  const Id<CustomOrder> id = ask(order);
  const CustomOrder kept = this->order(id);
  CHECK(kept.scope.empty());
  CHECK(kept.revisions_agreed == 0);
  CHECK_FALSE(kept.invoice_due.has_value());
  CHECK(refusal(NoteRevision{id}) == ProblemCode::NotAService);
  CHECK(shop->facts().value<std::int64_t>("SELECT count(*) FROM order_revision") == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall,
                  "an invoice is overdue from the day after its day until it is paid; the board has it first") {
  CustomOrder logo = bag();
  logo.kind = OrderKind::Service;
  logo.invoice_due = shop->today();
  const Id<CustomOrder> id = ask(logo);
  const auto row = [&] { return order_page(shop->facts(), id)->row; };
  const Date today = shop->today();
  CHECK_FALSE(is_overdue(row(), today));
  CHECK(is_overdue(row(), today.plus_days(1)));
  Sell sell{.cart = cart_of(shop->facts(), id, shop->profile().words()).value(), .tenders = {}};
  sell.remainder = Remainder::Owed;
  const Id<Sale> bill{done(sell).subject};
  CHECK(is_overdue(row(), today.plus_days(1)));
  done(hand_over(ask(bag())));
  const auto first = [&](Date day) { return order_board(shop->facts(), day, 1).handed_over; };
  CHECK(first(today).size() == 1);
  CHECK(first(today).front().order.number == 2);
  CHECK(first(today.plus_days(1)).size() == 2);
  CHECK(first(today.plus_days(1)).front().order.number == 1);
  done(SettleOwed{bill, {.amount = Money{250'000}}});
  CHECK_FALSE(is_overdue(row(), today.plus_days(1)));
  const Id<CustomOrder> off = ask(logo);
  done(CallOff{.order = off, .tenders = {}, .reason = {}});
  CHECK_FALSE(is_overdue(order_page(shop->facts(), off)->row, today.plus_days(1)));
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "what was agreed before money was taken is not taken back behind it") {
  const Id<CustomOrder> id = ask(bag());
  done(MoveOrder{id, OrderStage::Ready});
  deposit(id, 100'000);
  CHECK(shop->undo()->kind == "undo_save_contact");
  CHECK(order(id).stage == OrderStage::Ready);
  done(MoveOrder{id, OrderStage::Making});
  done(MoveOrder{id, OrderStage::Ready});
  done(hand_over(id));
  CHECK_FALSE(shop->can_undo());
  CHECK(order(id).stage == OrderStage::HandedOver);
}

TEST_CASE_FIXTURE(OrderStall, "a tracking number is written down once the parcel is on its way, and taken back") {
  CustomOrder sent = bag();
  sent.delivery = Delivery::Shipped;
  sent.courier = "JNE";
  const Id<CustomOrder> id = ask(sent);
  done(hand_over(id));
  CHECK(refusal(SaveOrder{order(id)}) == ProblemCode::OrderClosed);
  done(NoteShipping{id, "JNE", " CGK123 "});
  CHECK(order(id).tracking == "CGK123");
  CHECK(order(id).stage == OrderStage::HandedOver);
  REQUIRE(shop->undo().has_value());
  CHECK(order(id).tracking.empty());
  expect_clean();
}

TEST_CASE_FIXTURE(OrderStall, "a full week is refused, unless the owner takes it on all the same") {
  Profile profile = shop->profile();
  profile.week_half_slots = 4;
  done(SaveProfile{profile});
  const Date day = monday_of(shop->today()).plus_days(9);
  CustomOrder wanted = bag();
  wanted.promised = day;
  ask(wanted);
  ask(wanted);
  CHECK(refusal(SaveOrder{wanted}) == ProblemCode::WeekFull);
  const auto loads = week_loads(shop->facts(), shop->today());
  REQUIRE(loads.size() == 1);
  CHECK(loads[0].half_slots == 4);
  CHECK(suggested_day(loads, {4, 0}, day, 2, 0) == monday_of(day).plus_days(7));
  CHECK(suggested_day(loads, {4, 0}, shop->today(), 2, 0) == shop->today());
  done(SaveOrder{wanted, Overbooking::Allowed});
  const std::vector<OrderRow> open = orders(shop->facts(), {});
  CHECK(open.size() == 3);
  CHECK(open[0].client == "Ratna");
  CHECK(open[0].rest == Money{250'000});
}

TEST_CASE_FIXTURE(OrderStall, "what a full week holds already can still be written about, but grows no more") {
  Profile profile = shop->profile();
  CustomOrder wanted = bag();
  wanted.promised = shop->today().plus_days(8);
  ask(wanted);
  wanted.id = ask(wanted);
  profile.week_half_slots = 2;
  done(SaveProfile{profile});
  wanted.courier = "JNE";
  done(SaveOrder{wanted});
  CHECK(order(wanted.id).courier == "JNE");
  wanted.half_slots = 3;
  CHECK(refusal(SaveOrder{wanted}) == ProblemCode::WeekFull);
}

TEST_CASE_FIXTURE(OrderStall, "the board has who waits by stage, the late ones first, and what this week holds") {
  const auto promised = [&](int days) {
    CustomOrder one = bag();
    one.promised = shop->today().plus_days(days);
    return ask(one);
  };
  const Id<CustomOrder> someday = ask(bag()), late = promised(-2), soon = promised(0), ready = promised(30),
                        fetched = promised(31), off = promised(32);
  for (const Id<CustomOrder> id : {late, soon}) done(MoveOrder{id, OrderStage::Making});
  done(MoveOrder{ready, OrderStage::Ready});
  deposit(ready, 100'000);
  Sell sell = hand_over(fetched);
  sell.tenders = {{.amount = Money{50'000}}};
  sell.remainder = Remainder::Owed;
  const Id<Sale> bill{done(sell).subject};
  done(CallOff{off, HeldDeposit::GivenBack, {}, ""});
  const OrderBoard board = order_board(shop->facts(), shop->today(), 10);
  REQUIRE(board.fresh.size() == 1);
  CHECK(board.fresh[0].order.id == someday);
  REQUIRE(board.making.size() == 2);
  CHECK(board.making[0].order.id == late);
  CHECK(board.ready.at(0).rest == Money{150'000});
  REQUIRE(board.handed_over.size() == 1);
  CHECK(board.handed_over[0].rest == Money{200'000});
  CHECK(board.week.half_slots == 4);
  const OrderPage page = order_page(shop->facts(), fetched).value();
  REQUIRE(page.receipts.size() == 1);
  CHECK(page.receipts[0].sale == bill);
  CHECK(order_page(shop->facts(), ready)->receipts.at(0).amount == Money{100'000});
  CHECK_FALSE(order_page(shop->facts(), {}).has_value());
}

TEST_CASE_FIXTURE(OrderStall, "orders are found on the card that was kept") {
  const Id<CustomOrder> first = ask(bag());
  const Id<Contact> kept{done(SaveContact{Contact{.id = {}, .name = "Ratna Dewi"}, {}}).subject};
  done(MergeContacts{ratna, kept});
  CustomOrder second = bag();
  second.client = kept;
  const Id<CustomOrder> id = ask(second);
  const std::vector<OrderRow> all = orders_of(shop->facts(), kept);
  REQUIRE(all.size() == 2);
  CHECK(all[0].order.id == id);
  CHECK(all[1].order.id == first);
}

TEST_CASE_FIXTURE(OrderStall, "an order in the cart is one line beside others, and leaves the cart with it") {
  const Id<CustomOrder> id = ask(bag()), other = ask(bag());
  deposit(id, 100'000);
  const Id<Product> keychain = product("Gantungan", 15'000, 5);
  const auto cart = [&](Id<CustomOrder> of) { return cart_of(shop->facts(), of, shop->profile().words()).value(); };
  done(AddProduct{keychain, Quantity::of(1), {}});
  done(AddOrder{cart(id)});
  done(AddOrder{cart(id)});  // it lies there already
  REQUIRE(shop->cart().lines.size() == 2);
  CHECK(shop->cart().customer == ratna);
  const Id<CartLine> line = shop->cart().lines[0].id;
  done(SetQuantity{line, Quantity::of(3)});
  CHECK(shop->cart().lines[0].quantity == Quantity::of(1));
  done(SetQuantity{line, {}});
  CHECK_FALSE(shop->cart().order.has_value());
  done(UndoCart{});
  CHECK(shop->cart().order == id);
  done(AddOrder{cart(other)});  // another is another bill
  CHECK(shop->cart().order == other);
  REQUIRE(shop->held_carts().size() == 1);
  done(ResumeCart{shop->held_carts()[0].id});
  const Id<Sale> sale{done(Sell{shop->cart(), {{.amount = Money{165'000}}}}).subject};
  CHECK(order(id).stage == OrderStage::HandedOver);
  done(VoidSale{sale, ""});
  done(ReopenAsCart{sale});
  CHECK(shop->cart().order == id);
  done(Sell{shop->cart(), {{.amount = Money{165'000}}}});
  CHECK(by(Method::Cash) == Money{265'000});
  expect_clean();
}

TEST_CASE("the day that is suggested lies in the first week that holds the work") {
  CHECK(rc::check([] {
    const Date earliest = Date::of(2026, 11, 22).plus_days(*rc::gen::inRange(0, 7));
    const WeekCap cap{*rc::gen::inRange<std::int64_t>(0, 9), *rc::gen::inRange<std::int64_t>(0, 600)};
    std::vector<WeekLoad> loads;
    for (int week = 0; week < 6; ++week)
      if (*rc::gen::inRange(0, 3) > 0)
        loads.push_back({monday_of(earliest).plus_days(7 * week), *rc::gen::inRange<std::int64_t>(0, 12),
                         *rc::gen::inRange<std::int64_t>(0, 700)});
    const std::int64_t half_slots = *rc::gen::inRange<std::int64_t>(0, 6),
                       minutes = *rc::gen::inRange<std::int64_t>(0, 400);
    const Date day = suggested_day(loads, cap, earliest, half_slots, minutes);
    const auto holds = [&](Date monday) {
      const auto found = std::ranges::find(loads, monday, &WeekLoad::monday);
      return fits(found == loads.end() ? WeekLoad{.monday = monday} : *found, cap, half_slots, minutes);
    };
    RC_ASSERT(day >= earliest);
    RC_ASSERT(holds(monday_of(day)));
    for (Date monday = monday_of(earliest); monday < monday_of(day); monday = monday.plus_days(7))
      RC_ASSERT(!holds(monday));
  }));
}

TEST_CASE(
    "whatever is paid before, given back, handed over and called off: the drawer holds the turnover and the deposits") {
  CHECK(rc::check([] {
    OrderStall s;
    std::vector<Id<CustomOrder>> all;
    for (int i = 0; i < 3; ++i) all.push_back(s.ask(s.bag(*rc::gen::inRange<std::int64_t>(1, 400) * 1'000)));
    for (int step = *rc::gen::inRange(1, 20); step > 0; --step) {
      const Id<CustomOrder> id = all[*rc::gen::inRange<std::size_t>(0, all.size())];
      const Money some{*rc::gen::inRange<std::int64_t>(1, 200) * 1'000};
      Command command = MoveOrder{id, OrderStage::Making};
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
          command = TakeOrderDeposit{id, {{.amount = some}}};
          break;
        case 1:
          command = ReturnOrderDeposit{id, {{.amount = some}}, ""};
          break;
        case 2:
          if (is_open(s.order(id).stage) && s.held(id) <= s.order(id).price) command = s.hand_over(id);
          break;
        case 3:
          command = CallOff{id, HeldDeposit::Kept, {}, ""};
          break;
        default:
          command = CallOff{id, HeldDeposit::GivenBack, {{.amount = s.held(id)}}, ""};
      }
      const bool is_done = s.shop->execute(command).has_value();
      s.clock.advance_ms(1'000);
      RC_CLASSIFY(is_done);
      Money held;
      for (const Id<CustomOrder> each : all) {
        RC_ASSERT(s.held(each) >= Money{});
        held += s.held(each);
      }
      RC_ASSERT(s.by(Method::Cash) == s.today().net_sales + held);
      RC_ASSERT(s.by(Method::Deposit) == -held);
    }
    RC_ASSERT(verify(s.shop->facts()).is_clean());
  }));
}

}  // namespace
}  // namespace lapak
