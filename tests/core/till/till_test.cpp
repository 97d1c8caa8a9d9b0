// till: a day's drawer, from the float to the count.
#include <rapidcheck.h>

#include "core/sale/sale.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

const OpenDay kFloat{{{Money{50'000}, 4}, {Money{10'000}, 20}, {Money{0}, 10'000}}};  // Rp 410.000

// What the sale room writes, as far as the drawer is concerned.
struct Paid {
  std::string method = "cash";
  std::int64_t amount = 0;
  bool is_waiting = false;
  std::int64_t owed = 0;
  std::string kind = "sale";
  std::optional<Id<Sale>> corrects = {};
};
Id<Sale> put_sale(TestShop& shop, const Paid& paid) {
  const auto sale = shop.ids.next<Sale>();
  const auto day = open_day(shop.database, "A");
  const Date date = day ? day->business_date : shop.zone.local(shop.clock.now()).date;
  std::optional<Id<TillDay>> drawer;
  if (day) drawer = day->id;
  static int number = 0;
  shop.database.run(
      "INSERT INTO sale(id, number, source, kind, corrects, at, business_date, hour, till, till_day, gross, discount, "
      "tax_included, tax_added, rounding, tip, total, owed, reason) "
      "VALUES (?, ?, '', ?, ?, ?, ?, 10, 'A', ?, ?, 0, 0, 0, 0, 0, ?, ?, '')",
      sale, "A1-" + std::to_string(++number), paid.kind, paid.corrects, shop.clock.now(), date, drawer,
      paid.amount + paid.owed, paid.amount + paid.owed, paid.owed);
  if (paid.amount != 0)
    shop.database.run(
        "INSERT INTO payment(id, sale, at, business_date, till_day, method, amount, received, change, waiting, "
        "reference) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, '')",
        shop.ids.next<Payment>(), sale, shop.clock.now(), date,
        paid.method == "cash" ? drawer : std::optional<Id<TillDay>>(), paid.method, paid.amount, paid.is_waiting);
  if (paid.owed != 0) shop.database.run("INSERT INTO owed(sale, amount) VALUES (?, ?)", sale, paid.owed);
  return sale;
}

const MethodRow* row_of(const DayView& view, Method method) {
  const auto found = std::ranges::find(view.methods, method, &MethodRow::method);
  return found == view.methods.end() ? nullptr : &*found;
}

TEST_CASE("counted notes and loose coins add up, and absurd counts are refused") {
  CHECK(counted_sum(kFloat.notes) == Money{410'000});
  CHECK(counted_sum({}) == Money{0});
  CHECK(counted_sum({{Money{1'000}, -1}}).error().code == ProblemCode::QuantityNegative);
  CHECK(counted_sum({{Money{-1'000}, 1}}).error().code == ProblemCode::QuantityNegative);
  CHECK(counted_sum({{Money{100'000}, 9'000'000'000'000'000'000}}).error().code == ProblemCode::AmountTooLarge);
  CHECK(counted_sum({{Money{100'000}, 1'000'000}, {Money{1}, 1}}).error().code == ProblemCode::AmountTooLarge);
}

TEST_CASE("a day is opened with its float and is then the open one") {
  TestShop shop;
  CHECK_FALSE(day_view(shop.database).day.has_value());
  REQUIRE(shop.execute(kFloat).has_value());
  const DayView view = day_view(shop.database);
  REQUIRE(view.day.has_value());
  CHECK(view.is_open);
  CHECK(view.day->business_date == Date::of(2026, 11, 22));
  CHECK(view.day->float_amount == Money{410'000});
  CHECK(view.day->notes == kFloat.notes);
  CHECK(view.expected == Money{410'000});
  CHECK_FALSE(view.counted.has_value());
  CHECK(shop.execute(kFloat).error() == Problem{ProblemCode::DayOpenAlready, {}});
  shop.check_replay();
}

TEST_CASE("cash in and out needs an open day, an amount and a reason") {
  TestShop shop;
  CHECK(shop.execute(MoveCash{Money{5'000}, "parkir"}).error().code == ProblemCode::NoDayOpen);
  REQUIRE(shop.execute(kFloat).has_value());
  CHECK(shop.execute(MoveCash{Money{0}, "parkir"}).error().code == ProblemCode::QuantityZero);
  CHECK(shop.execute(MoveCash{Money{-5'000}, "  "}).error().code == ProblemCode::ReasonMissing);
  CHECK(shop.execute(MoveCash{Money{100'000'000'001}, "x"}).error().code == ProblemCode::AmountTooLarge);
  REQUIRE(shop.execute(MoveCash{Money{-95'000}, "makan siang"}).has_value());
  REQUIRE(shop.execute(MoveCash{Money{50'000}, "tukar uang"})->is_undoable);
  DayView view = day_view(shop.database);
  CHECK(view.cash_out == Money{95'000});
  CHECK(view.cash_in == Money{50'000});
  CHECK(view.expected == Money{365'000});
  shop.undo();
  view = day_view(shop.database);
  CHECK_MESSAGE(view.entries.size() == 3, "the opposite entry stands beside the first");
  CHECK(view.expected == Money{315'000});
  shop.check_replay();
}

TEST_CASE("the drawer should hold the float, the cash of sales less refunds, and what was put in or taken out") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  put_sale(shop, {.amount = 230'000});
  put_sale(shop, {.method = "qris", .amount = 85'000});
  put_sale(shop, {.amount = -30'000, .kind = "refund"});
  REQUIRE(shop.execute(MoveCash{Money{-10'000}, "parkir"}).has_value());
  const DayView view = day_view(shop.database);
  CHECK(view.cash_payments == Money{200'000});
  CHECK(view.expected == Money{600'000});
  REQUIRE(view.methods.size() == 2);
  CHECK(view.methods[0].method == Method::Cash);
  CHECK(view.methods[0].amount == Money{200'000});
  CHECK(row_of(view, Method::Qris)->amount == Money{85'000});
}

TEST_CASE("a closing keeps what was expected, counted and said, and the day is over") {
  TestShop shop;
  CHECK(shop.execute(CloseDay{}).error().code == ProblemCode::NoDayOpen);
  REQUIRE(shop.execute(kFloat).has_value());
  put_sale(shop, {.amount = 100'000});
  const CloseDay close{{{Money{100'000}, 5}}, "kembalian kurang", {{"qris", true}, {"card", false}}};
  REQUIRE(shop.execute(close).has_value());
  DayView view = day_view(shop.database);
  CHECK_FALSE(view.is_open);
  CHECK(view.expected == Money{510'000});
  CHECK(view.counted == Money{500'000});
  CHECK(view.difference_reason == "kembalian kurang");
  CHECK(view.counted_notes == close.notes);
  CHECK(view.checks == close.checks);
  CHECK(shop.execute(CloseDay{}).error().code == ProblemCode::NoDayOpen);
  CHECK(shop.execute(MoveCash{Money{1}, "x"}).error().code == ProblemCode::NoDayOpen);
  // A sale afterwards goes to no drawer and leaves the closing as it was.
  put_sale(shop, {.amount = 40'000});
  view = day_view(shop.database);
  CHECK(view.expected == Money{510'000});
  CHECK(view.cash_payments == Money{100'000});
  CHECK(day_view(shop.database, Date::of(2026, 11, 22)).counted == Money{500'000});
  CHECK_FALSE(day_view(shop.database, Date::of(2026, 11, 21)).day.has_value());
}

TEST_CASE("an owner opens the day again that was closed last") {
  TestShop shop;
  CHECK(shop.execute(ReopenDay{"x"}).error().code == ProblemCode::NoDayOpen);
  REQUIRE(shop.execute(kFloat).has_value());
  CHECK(shop.execute(ReopenDay{"x"}).error().code == ProblemCode::DayOpenAlready);
  const Id<TillDay> day = day_view(shop.database).day->id;
  REQUIRE(shop.execute(CloseDay{kFloat.notes, "", {}}).has_value());
  shop.actor.role = Role::Helper;
  CHECK(shop.execute(ReopenDay{"x"}).error().code == ProblemCode::OwnerOnly);
  shop.actor.role = Role::Owner;
  REQUIRE(shop.execute(ReopenDay{"lupa satu penjualan"}).has_value());
  DayView view = day_view(shop.database);
  CHECK(view.is_open);
  CHECK(view.day->id == day);
  CHECK_FALSE(view.counted.has_value());
  REQUIRE(shop.execute(MoveCash{Money{5'000}, "ketemu"}).has_value());
  REQUIRE(shop.execute(CloseDay{{{Money{5'000}, 83}}, "", {}}).has_value());
  view = day_view(shop.database);
  CHECK(view.counted == Money{415'000});
  CHECK(view.expected == Money{415'000});
  shop.check_replay();
}

TEST_CASE("a day that is still open after midnight keeps its date") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  shop.clock.advance_ms(15 * 3'600'000LL);  // 01:42 on the 23rd
  put_sale(shop, {.amount = 60'000});
  CHECK(day_view(shop.database).day->business_date == Date::of(2026, 11, 22));
  CHECK(day_view(shop.database).expected == Money{470'000});
  REQUIRE(shop.execute(CloseDay{{{Money{10'000}, 47}}, "", {}}).has_value());
  REQUIRE(shop.execute(OpenDay{}).has_value());
  CHECK(day_view(shop.database).day->business_date == Date::of(2026, 11, 23));
  CHECK_FALSE(day_view(shop.database, Date::of(2026, 11, 22)).is_open);
  CHECK(day_view(shop.database, Date::of(2026, 11, 23)).is_open);
}

TEST_CASE("a day may be opened twice; the last one opened on a date is shown for it") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  REQUIRE(shop.execute(CloseDay{kFloat.notes, "", {}}).has_value());
  REQUIRE(shop.execute(OpenDay{{{Money{1'000}, 1}}}).has_value());
  CHECK(day_view(shop.database, Date::of(2026, 11, 22)).day->float_amount == Money{1'000});
}

TEST_CASE("sales, change, refunds, settlements and voids of a whole day reach the drawer") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  const Result<Outcome> saved = shop.execute(SaveContact{{.name = "Bu Yani"}, ""});
  const auto cart_of = [&](std::int64_t price) {
    CartLine line;
    line.id = shop.ids.next<CartLine>();
    line.name = "Tas rajut";
    line.quantity = Quantity::of(1);
    line.list_price = line.agreed_price = Money{price};
    Cart cart;
    cart.id = shop.ids.next<Sale>();
    cart.lines = {line};
    return cart;
  };
  const auto tender = [](Method method, std::int64_t amount, std::int64_t received = 0, bool is_waiting = false) {
    return Tender{method, Money{amount}, Money{received}, is_waiting, {}};
  };
  const auto must = [&](const SaleCommand& command) { REQUIRE(shop.execute(command).has_value()); };
  const Cart first = cart_of(230'000), gone = cart_of(70'000);
  Cart owing = cart_of(60'000);
  owing.customer = Id<Contact>{saved->subject};
  must(Sell{first, {tender(Method::Cash, 230'000, 300'000)}, {}});
  must(Sell{cart_of(85'000), {tender(Method::Qris, 85'000)}, {}});
  must(Sell{owing, {}, Remainder::Owed});
  must(Sell{gone, {tender(Method::Transfer, 70'000, 0, true)}, {}});
  DayView view = day_view(shop.database);
  CHECK(view.expected == Money{640'000});
  CHECK(view.owed == Money{60'000});
  CHECK(view.owed_by == std::vector<std::string>{"Bu Yani"});
  CHECK(row_of(view, Method::Qris)->amount == Money{85'000});
  CHECK(row_of(view, Method::Transfer)->waiting_for == std::vector<std::string>{"A1-000004"});

  must(VoidSale{gone.id, "salah"});
  must(SettleOwed{owing.id, tender(Method::Cash, 20'000)});
  must(Refund{first.id, {{0, Quantity::of(1), true}}, {tender(Method::Cash, 230'000)}, "robek"});
  view = day_view(shop.database);
  CHECK(view.cash_payments == Money{20'000});
  CHECK(view.expected == Money{430'000});
  CHECK(view.owed == Money{40'000});
  CHECK_MESSAGE(row_of(view, Method::Transfer) == nullptr, "nothing came that way and nothing is awaited");
  REQUIRE(shop.execute(CloseDay{{{Money{10'000}, 43}}, "", {}}).has_value());

  // What is settled on another day is that day's cash, and no longer owed of this one.
  shop.clock.advance_ms(86'400'000);
  REQUIRE(shop.execute(kFloat).has_value());
  must(SettleOwed{owing.id, tender(Method::Cash, 40'000)});
  CHECK(day_view(shop.database).expected == Money{450'000});
  view = day_view(shop.database, Date::of(2026, 11, 22));
  CHECK(view.owed == Money{0});
  CHECK(view.counted == Money{430'000});
  shop.check_replay();
}

TEST_CASE("why cash was moved can be forgotten") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  REQUIRE(shop.execute(MoveCash{Money{-5'000}, "pinjam Pak Joko"}).has_value());
  REQUIRE(shop.execute(CloseDay{{}, "Joko belum bayar", {}}).has_value());
  REQUIRE(shop.execute(ReopenDay{"Joko datang"}).has_value());
  for (Rows rows = shop.database.query("SELECT body FROM journal"); rows.next();)
    CHECK(rows.get<std::string>(0).find("Joko") == std::string::npos);
  shop.database.run("UPDATE journal SET personal = NULL");
  for (const char* table : {"cash_entry", "till_closing", "till_reopening"})
    shop.database.run(std::string("UPDATE ") + table + " SET reason = NULL");
  shop.check_replay();
  CHECK(day_view(shop.database).entries.at(0).reason.empty());
}

TEST_CASE(
    "over any order of cash moved, taken back, closed and opened again the drawer should hold what went through it") {
  CHECK(rc::check([] {
    TestShop shop;
    RC_ASSERT(shop.execute(kFloat).has_value());
    Money oracle{410'000};
    bool is_open = true;
    for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-9, 12))) {
      if (step == 9 || step == 10) {
        RC_ASSERT(shop.execute(CloseDay{kFloat.notes, "", {}}).has_value() == is_open);
        is_open = false;
      } else if (step == 11) {
        RC_ASSERT(shop.execute(ReopenDay{"lagi"}).has_value() == !is_open);
        is_open = true;
      } else {
        const Money amount{step * 1'000};
        const bool moves = is_open && step != 0;
        RC_ASSERT(shop.execute(MoveCash{amount, "x"}).has_value() == moves);
        if (moves && step % 3 == 0)
          shop.undo();
        else if (moves)
          oracle += amount;
      }
      const DayView view = day_view(shop.database);
      RC_ASSERT(view.is_open == is_open);
      RC_ASSERT(view.expected == oracle);
      RC_ASSERT(view.day->float_amount + view.cash_in - view.cash_out == oracle);
      RC_ASSERT(view.counted.has_value() == !is_open);
    }
  }));
}

TEST_CASE("who waits and who owes is named, by the receipt's number when nobody knows") {
  TestShop shop;
  REQUIRE(shop.execute(kFloat).has_value());
  const Id<Sale> joko = put_sale(shop, {.method = "transfer", .amount = 130'000, .is_waiting = true});
  REQUIRE(
      shop
          .execute(RememberBuyer{
              .sale = joko, .contact = {}, .name_or_phone = "Pak Joko", .fallback_name = "", .tags = {}, .note = ""})
          .has_value());
  const Id<Sale> nobody = put_sale(shop, {.method = "transfer", .amount = 20'000, .is_waiting = true});
  const auto number = shop.database.value<std::string>("SELECT number FROM sale WHERE id = ?", nobody).value();
  const Id<Sale> seen = put_sale(shop, {.method = "transfer", .amount = 240'000, .is_waiting = true});
  shop.database.run("INSERT INTO payment_seen(payment, at) SELECT id, at FROM payment WHERE sale = ?", seen);
  const Id<Sale> gone = put_sale(shop, {.method = "transfer", .amount = 70'000, .is_waiting = true});
  put_sale(shop, {.method = "transfer", .amount = -70'000, .kind = "void", .corrects = gone});
  const Id<Sale> owing = put_sale(shop, {.owed = 60'000});
  REQUIRE(
      shop
          .execute(RememberBuyer{
              .sale = owing, .contact = {}, .name_or_phone = "Bu Yani", .fallback_name = "", .tags = {}, .note = ""})
          .has_value());

  const DayView view = day_view(shop.database);
  const MethodRow* transfer = row_of(view, Method::Transfer);
  REQUIRE(transfer != nullptr);
  CHECK(transfer->amount == Money{390'000});
  CHECK(transfer->waiting == Money{150'000});
  CHECK(transfer->waiting_for == std::vector<std::string>{"Pak Joko", number});
  CHECK(view.owed == Money{60'000});
  CHECK(view.owed_by == std::vector<std::string>{"Bu Yani"});
  CHECK_MESSAGE(shop.execute(CloseDay{}).has_value(), "a day may be closed with points open");
}

}  // namespace
}  // namespace lapak
