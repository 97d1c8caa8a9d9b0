// The whole shop behind one door: what a command leaves behind, what a refusal leaves untouched, and that the journal
// alone gives the same tables again.
#include "core/shop/shop.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "core/base/text.h"
#include "core/report/report.h"
#include "core/safety/backup.h"
#include "core/sale/sale_store.h"
#include "core/shop/demo.h"
#include "core/shop/documents.h"
#include "core/shop/jobs.h"
#include "core/shop/replay.h"
#include "tests/core/shop/stall.h"

using namespace lapak;

TEST_CASE("a new shop has its card, its owner and a place, and verifies") {
  Stall stall;
  CHECK(stall.shop->profile().name == "Rumah Benang");
  CHECK(sellers(stall.shop->facts()).at(0).name == "Siti");
  CHECK(stall.shop->actor().role == Role::Owner);
  stall.expect_clean();
}

TEST_CASE("a sale takes its pieces from stock, empties the cart and gets the next number") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  const Id<Sale> first = stall.sell(mug, 2);
  const Id<Sale> second = stall.sell(mug);
  CHECK(find_sale(stall.shop->facts(), first)->number == "A1-000001");
  CHECK(find_sale(stall.shop->facts(), second)->number == "A1-000002");
  CHECK(on_hand(stall.shop->facts(), mug) == Quantity::of(2));
  CHECK(stall.shop->cart().lines.empty());
  stall.expect_clean();
}

TEST_CASE("stock may fall below zero: what was handed over was sold") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 1);
  stall.sell(mug, 3);
  CHECK(on_hand(stall.shop->facts(), mug) == Quantity::of(-2));
  stall.expect_clean();
}

TEST_CASE("a refused command leaves no trace") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  const auto entries = stall.count("journal"), movements = stall.count("movement");
  const Revisions before = stall.shop->revisions();
  CHECK(stall.shop->execute(MoveStock{mug, MovementKind::Lost, Quantity{}, ""}).error().code ==
        ProblemCode::QuantityZero);
  CHECK(stall.shop->execute(SaveProduct{{.code = "Mug", .name = "Other"}, {}, {}}).error().code ==
        ProblemCode::CodeTaken);
  CHECK(stall.shop->execute(Sell{stall.shop->cart(), {}}).error().code == ProblemCode::CartEmpty);
  CHECK(stall.count("journal") == entries);
  CHECK(stall.count("movement") == movements);
  CHECK(stall.shop->revisions() == before);
}

TEST_CASE("paying the same cart twice is one sale") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  stall.done(AddProduct{mug, Quantity::of(1), {}});
  const Cart cart = stall.shop->cart();
  stall.done(Sell{cart, {{.amount = Money{75'000}}}});
  CHECK(stall.shop->execute(Sell{cart, {{.amount = Money{75'000}}}}).error().code == ProblemCode::PaidAlready);
  CHECK(stall.count("sale") == 1);
}

TEST_CASE("a photo's name that is no hash is refused") {
  Stall stall;
  for (const char* name : {"x", "zz", "00 1"}) {
    const auto saved = stall.shop->execute(SaveProduct{{.name = "Mug", .price = Money{1}, .photo = name}, {}, {}});
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == ProblemCode::PhotoUnreadable);
  }
  CHECK(stall.count("product") == 0);
}

TEST_CASE("a changed product is taken back by undo, and the journal tells both") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 0);
  Product changed = *find_product(stall.shop->facts(), mug);
  changed.price = Money{80'000};
  changed.name = "Big mug";
  stall.done(SaveProduct{changed, {}, {}});
  const auto entries = stall.count("journal");
  CHECK(stall.shop->undo()->kind == "undo_save_product");
  CHECK(find_product(stall.shop->facts(), mug)->price == Money{75'000});
  CHECK(find_product(stall.shop->facts(), mug)->name == "Mug");
  CHECK(stall.count("journal") == entries + 1);
  stall.expect_clean();
}

TEST_CASE("a paid sale is not undone") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  while (stall.shop->can_undo()) REQUIRE(stall.shop->undo().has_value());
  stall.sell(mug);
  CHECK_FALSE(stall.shop->can_undo());
  CHECK(stall.shop->undo().error().code == ProblemCode::NothingToUndo);
}

TEST_CASE("variants that are left out are hidden, not lost") {
  Stall stall;
  Product bag{.name = "Bag", .price = Money{85'000}, .option_names = {"Colour"}};
  Product red{.code = "R", .price = Money{85'000}, .option_values = {"Red"}};
  Product blue{.code = "B", .price = Money{90'000}, .option_values = {"Blue"}};
  const Id<Product> id{stall.done(SaveProduct{bag, {red, blue}, {}}).subject};
  std::vector<Product> variants = variants_of(stall.shop->facts(), id);
  REQUIRE(variants.size() == 2);
  CHECK(grid(stall.shop->facts(), {}).cards.at(0).is_from_price);
  stall.done(SaveProduct{*find_product(stall.shop->facts(), id), {variants[1]}, {}});
  CHECK(variants_of(stall.shop->facts(), id).size() == 1);
  CHECK(find_product(stall.shop->facts(), variants[0].id)->hidden);
  CHECK(stall.shop->undo().has_value());
  CHECK(variants_of(stall.shop->facts(), id).size() == 2);
  stall.expect_clean();
}

TEST_CASE("a product is found as soon as it is there, and no more once it is hidden") {
  Stall stall;
  const Id<Product> earrings = stall.product("Anting resin", 35'000, 3);
  CHECK(stall.shop->search("anting", 10).cards.size() == 1);
  stall.done(HideProduct{earrings, true});
  CHECK(stall.shop->search("anting", 10).cards.empty());
}

TEST_CASE("however many products change before a frame, the index of a file is built once") {
  const TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{5};
  SystemFiles files;
  auto made = Shop::create(folder / "benang.lapak", demo_card(Language::Indonesian), Seams{clock, random, files});
  REQUIRE(made.has_value());
  Shop& shop = **made;
  const auto save = [&](const std::string& name) {
    REQUIRE(shop.execute(SaveProduct{{.name = name, .price = Money{1'000}}, {}, {}}).has_value());
  };
  const std::uint64_t before = shop.revisions().search;
  for (int i = 0; i < 10; ++i) save("Anting " + std::to_string(i));
  shop.take_in_finished_work();
  shop.jobs().finish();
  CHECK(shop.revisions().search == before + 1);
  CHECK(shop.search("anting", 100).total == 10);

  save("Anting 10");
  shop.take_in_finished_work();
  save("Anting 11");  // while the worker may be reading
  shop.jobs().finish();
  shop.take_in_finished_work();
  shop.jobs().finish();
  CHECK(shop.search("anting", 100).total == 12);
  const std::uint64_t settled = shop.revisions().search;
  shop.take_in_finished_work();
  shop.jobs().finish();
  CHECK_MESSAGE(shop.revisions().search == settled, "nothing new, nothing built");
}

TEST_CASE("a helper may not change the shop's card, but may choose how the screen looks") {
  Stall stall;
  const Id<Seller> helper{stall.done(SaveSeller{{.name = "Dina", .role = Role::Helper}, "1234"}).subject};
  stall.done(SaveSeller{sellers(stall.shop->facts()).at(0), "9876"});
  CHECK(stall.shop->is_guarded());
  CHECK(stall.shop->sign_in(helper, "0000").error().code == ProblemCode::PinWrong);
  REQUIRE(stall.shop->sign_in(helper, "1234").has_value());
  Profile profile = stall.shop->profile();
  profile.name = "Mine now";
  CHECK(stall.shop->execute(SaveProfile{profile}).error().code == ProblemCode::OwnerOnly);
  profile = stall.shop->profile();
  profile.theme = "terik";
  CHECK(stall.shop->execute(SaveProfile{profile}).has_value());
  CHECK(stall.shop->check_owner_pin("9876").has_value());
}

TEST_CASE(
    "where the owner has a PIN, a helper changes no price, gives nothing back, and voids only what was just sold") {
  Stall stall;
  const Id<Product> earrings = stall.product("Anting resin", 35'000, 9);
  const Id<Seller> helper{stall.done(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""}).subject};
  stall.done(SaveSeller{sellers(stall.shop->facts()).at(0), "9876"});
  REQUIRE(stall.shop->sign_in(helper, "").has_value());
  const Id<Sale> sale = stall.sell(earrings);
  stall.done(AddProduct{.product = earrings, .price = {}});
  const Id<CartLine> line = stall.shop->cart().lines.at(0).id;
  const SetAgreedPrice cheaper{line, Money{30'000}};
  CHECK(stall.shop->execute(cheaper).error().code == ProblemCode::OwnerOnly);
  CHECK(stall.shop->execute_as_owner(cheaper, "9876").has_value());
  CHECK(stall.shop->cart().lines.at(0).agreed_price == Money{30'000});
  CHECK(stall.shop->execute(SetAgreedPrice{line, Money{35'000}}).has_value());
  const Refund refund{sale, {{0, Quantity::of(1), true}}, {{.method = Method::Cash, .amount = Money{35'000}}}, ""};
  CHECK(stall.shop->execute(refund).error().code == ProblemCode::OwnerOnly);
  stall.clock.advance_ms(kVoidedByAnyone_ms + 1);
  CHECK(stall.shop->execute(VoidSale{sale, "salah"}).error().code == ProblemCode::OwnerOnly);
  CHECK(stall.shop->execute_as_owner(VoidSale{sale, "salah"}, "9876").has_value());
  stall.done(ClearCart{});
  CHECK(stall.shop->execute(VoidSale{stall.sell(earrings), "salah"}).has_value());
}

TEST_CASE("five wrong PINs ask for a pause") {
  Stall stall;
  stall.done(SaveSeller{sellers(stall.shop->facts()).at(0), "9876"});
  for (int n = 0; n < 5; ++n) CHECK(stall.shop->check_owner_pin("0000").error().code == ProblemCode::PinWrong);
  CHECK(stall.shop->check_owner_pin("9876").error().code == ProblemCode::PinTooSoon);
  stall.clock.advance_ms(31'000);
  CHECK(stall.shop->check_owner_pin("9876").has_value());
}

TEST_CASE("cash that was moved is taken back until the drawer is counted, and no more after") {
  Stall stall;
  stall.done(OpenDay{{{Money{10'000}, 10}}});
  stall.done(MoveCash{Money{-5'000}, "parkir"});
  REQUIRE(stall.shop->undo().has_value());
  CHECK(day_view(stall.shop->facts()).expected == Money{100'000});
  stall.done(MoveCash{Money{-5'000}, "parkir"});
  stall.done(CloseDay{{{Money{95'000}, 1}}, "", {}});
  CHECK_FALSE(stall.shop->can_undo());
  CHECK(day_view(stall.shop->facts()).entries.size() == 3);
  stall.expect_clean();
}

TEST_CASE("the clock set back three days leaves the order, the numbers and the shop whole") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  stall.sell(mug);
  stall.clock.advance_ms(-3 * 24 * 3'600'000LL);
  const Id<Sale> later = stall.sell(mug);
  CHECK(find_sale(stall.shop->facts(), later)->number == "A1-000002");
  CHECK(last_sale(stall.shop->facts()) == later);
  stall.expect_clean();
}

TEST_CASE("a clock five years ahead and back again leaves the order, the numbers and the shop whole") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 75'000, 5);
  stall.sell(mug);
  const std::int64_t five_years_ms = 5 * 365 * 24 * 3'600'000LL;
  stall.clock.advance_ms(five_years_ms);
  const Date ahead = stall.shop->today();
  stall.sell(mug);
  stall.clock.advance_ms(-five_years_ms);
  const Id<Sale> last = stall.sell(mug);
  CHECK(find_sale(stall.shop->facts(), last)->number == "A1-000003");
  CHECK(find_sale(stall.shop->facts(), last)->business_date < ahead);
  CHECK(last_sale(stall.shop->facts()) == last);
  stall.expect_clean();
}

TEST_CASE("sales across a change of the clocks count to their days, and none is lost or counted twice") {
  Stall stall;
  Profile profile = stall.shop->profile();
  profile.zone = "Europe/London";
  stall.done(SaveProfile{profile});
  const Id<Product> mug = stall.product("Mug", 1'000, 100);
  // In 2026 the hour from 1 to 2 is missing on 29 March and comes twice on 25 October.
  for (const Date day : {Date::of(2026, 3, 29), Date::of(2026, 10, 25)}) {
    const Instant midnight = Zone::named("Europe/London").value().instant({.date = day});
    for (int half_hour = 0; half_hour < 12; ++half_hour) {
      stall.clock.set(Instant{midnight.utc_ms + half_hour * 1'800'000LL});
      const Sale sale = *find_sale(stall.shop->facts(), stall.sell(mug));
      CHECK(sale.business_date == day);
    }
    CHECK(report_totals(stall.shop->facts(), day, day).net_sales == Money{12'000});
    CHECK(report_totals(stall.shop->facts(), day.plus_days(-1), day.plus_days(1)).net_sales == Money{12'000});
  }
  stall.expect_clean();
}

TEST_CASE("after a journey the days are those of the place that was chosen, and what was sold before keeps its own") {
  Stall stall;
  const Id<Product> mug = stall.product("Mug", 1'000, 9);
  stall.clock.set(Instant{1'795'365'400'000});  // 23:36 in Jakarta on the 22nd, 1:36 on the 23rd in Jayapura
  const Id<Sale> before = stall.sell(mug);
  Profile profile = stall.shop->profile();
  profile.zone = "Asia/Jayapura";
  stall.done(SaveProfile{profile});
  const Id<Sale> after = stall.sell(mug);
  const Date day = find_sale(stall.shop->facts(), before)->business_date;
  CHECK(find_sale(stall.shop->facts(), after)->business_date == day.plus_days(1));
  CHECK(find_sale(stall.shop->facts(), after)->number == "A1-000002");
  CHECK(report_totals(stall.shop->facts(), day, day).net_sales == Money{1'000});
  stall.expect_clean();
}

TEST_CASE("texts that mean something to SQL, a spreadsheet or a terminal are texts") {
  Stall stall;
  for (const std::string name : {"'; DROP TABLE sale; --", "=1+1", "%s%n", "Kopi 😀 ☕", "مرحبا", "中文",
                                 "a\u202e"
                                 "b"}) {
    const Id<Product> id = stall.product(name, 1'000, 1);
    CHECK(find_product(stall.shop->facts(), id)->name == name);
    stall.sell(id);
  }
  const Id<Product> huge = stall.product(std::string(10'000, 'x'), 1'000, 1);
  stall.sell(huge);
  CHECK(stall.count("sale") == 8);
  stall.expect_clean();
}

TEST_CASE("hostile texts stay texts in every field that takes one, and come back letter for letter") {
  Stall stall;
  const Database& facts = stall.shop->facts();
  int n = 0;
  for (const std::string text :
       {"'; DROP TABLE sale; --", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "%s%n{0}", "Kopi 😀 ☕",
        "\u202egnitset", "مرحبا \u200f!", "{\"a\":[1]}", "a\\b\"c", "<b>&amp;"}) {
    CAPTURE(text);
    const std::string unique = text + std::to_string(++n);
    const Id<Category> category{stall.done(SaveCategory{{.name = unique}}).subject};
    const Id<Product> product{
        stall
            .done(SaveProduct{{.code = unique,
                               .barcode = unique,
                               .name = text,
                               .price = Money{1'000},
                               .category = category,
                               .story = text,
                               .option_names = {text}},
                              {{.code = unique + "v", .price = Money{1'000}, .option_values = {text}}},
                              {}})
            .subject};
    const Product variant = variants_of(facts, product).at(0);
    stall.done(MoveStock{variant.id, MovementKind::Gift, Quantity::of(1), text});
    const Id<Contact> contact{
        stall.done(SaveContact{{.name = text, .town = text, .makes = text, .tags = {text}}, ""}).subject};
    stall.done(AddNote{contact, {}, text, true});
    stall.done(AddProduct{variant.id, Quantity::of(1), {}});
    stall.done(SetCustomer{contact});
    stall.done(HoldCart{text});
    CHECK(stall.shop->held_carts().back().name == text);
    stall.done(ResumeCart{stall.shop->held_carts().back().id});
    const Id<Sale> sale{
        stall.done(Sell{stall.shop->cart(), {{.method = Method::Transfer, .amount = Money{1'000}, .reference = text}}})
            .subject};
    stall.done(Refund{sale, {{0, Quantity::of(1)}}, {{.amount = Money{1'000}}}, text});

    CHECK(find_category(facts, category)->name == unique);
    CHECK(find_product(facts, product)->story == text);
    CHECK(find_product(facts, product)->option_names.at(0) == text);
    CHECK(find_product_by_code(facts, unique)->id == product);
    CHECK(variant.option_values.at(0) == text);
    CHECK(movements_of(facts, variant.id, 5).back().reason == text);
    CHECK(find_contact(facts, contact)->town == text);
    CHECK(find_contact(facts, contact)->tags.at(0) == text);
    CHECK(notes_of(facts, contact, 1).at(0).text == text);
    CHECK(find_sale(facts, sale)->payments.at(0).reference == text);
    CHECK(refunds_of(facts, sale).at(0).reason == text);
    for (const ReceiptPaper paper : {ReceiptPaper::Roll58mm, ReceiptPaper::A6})
      CHECK_FALSE(receipt_of(facts, stall.shop->profile(), *find_sale(facts, sale), paper).pages.empty());
    stall.shop->search(text, 5);
    history(facts, {.search = text});
    people(facts, {.search = text});
  }
  stall.expect_clean();
}

TEST_CASE("a name is refused when it is empty, no text, or longer than any name; 10,000 letters are a name") {
  Stall stall;
  const auto code = [&](const std::string& name) {
    const auto saved = stall.shop->execute(SaveProduct{{.name = name, .price = Money{1}}, {}, {}});
    return saved ? std::nullopt : std::optional(saved.error().code);
  };
  CHECK(code("") == ProblemCode::NameEmpty);
  CHECK(code(" \t\u3000") == ProblemCode::NameEmpty);
  CHECK(code("\xff") == ProblemCode::TextNotUtf8);
  CHECK(code(std::string(kLongestName_bytes + 1, 'x')) == ProblemCode::NameTooLong);
  CHECK(stall.count("product") == 0);
  CHECK_FALSE(code(std::string(10'000, 'x')).has_value());
  CHECK_FALSE(code("a\x01\x7f\nb").has_value());
  CHECK(stall.shop->facts().value<int>("SELECT count(*) FROM product WHERE name LIKE '%' || char(1) || '%'") == 0);
  stall.expect_clean();
}

TEST_CASE("the demo is forty products and three weeks of sales, and verifies") {
  FixedClock clock(Instant{1'795'315'200'000});
  SeededRandom random(5);
  SystemFiles files;
  const Instant now = clock.now();
  clock.advance_ms(-23LL * 24 * 3'600'000);
  const auto shop = Shop::in_memory(demo_card(Language::Indonesian), Seams{clock, random, files});
  fill_demo(*shop, clock, now);
  CHECK(clock.now() == now);
  CHECK(grid(shop->facts(), {.count = 100}).total == 40);
  const DateRange range = *traded_range(shop->facts());
  const Report all = report(shop->facts(), shop->profile(), range.from, range.to);
  CHECK(all.sales_count > 100);
  CHECK(all.net_sales == all.gross_sales - all.discounts - all.refunds);
  CHECK(shop->held_carts().size() == 1);
  CHECK(verify(shop->facts()).is_clean());
  const Document page = end_of_day_of(shop->facts(), shop->profile(), shop->today(), shop->held_carts(), now);
  CHECK(page.pages.size() == 1);
  const Sale last = *find_sale(shop->facts(), *last_sale(shop->facts()));
  CHECK_FALSE(receipt_of(shop->facts(), shop->profile(), last, ReceiptPaper::Roll58mm).pages.empty());
}

TEST_CASE("a demo that is made at night goes on from the evening before: nothing in it is yet to come") {
  FixedClock clock(Instant{1'795'315'200'000});
  SeededRandom random(5);
  SystemFiles files;
  const auto shop = Shop::in_memory(demo_card(Language::Indonesian), Seams{clock, random, files});
  const Instant night = shop->profile().clock().instant({shop->today().plus_days(30), 1, 30, 0});
  fill_demo(*shop, clock, night);
  CHECK(clock.now() == night);
  CHECK(shop->facts().value<Instant>("SELECT max(at) FROM sale").value() <= night);
}

TEST_CASE("a shop on disk is opened again as it was left, cart and all") {
  const TestFolder folder;
  SystemClock clock;
  SystemRandom random;
  SystemFiles files;
  const auto path = folder / "benang.lapak";
  NewShop card;
  card.profile.name = "Benang";
  {
    auto shop = Shop::create(path, card, Seams{clock, random, files});
    REQUIRE(shop.has_value());
    REQUIRE((*shop)->execute(AddAmount{"Jasa jahit", Money{45'000}}).has_value());
    CHECK(Shop::create(path, card, Seams{clock, random, files}).error().code == ProblemCode::FileExists);
  }
  {
    auto shop = Shop::open(path, Seams{clock, random, files});
    REQUIRE_MESSAGE(shop.has_value(), "code ", shop ? 0 : static_cast<int>(shop.error().code));
    CHECK((*shop)->profile().name == "Benang");
    REQUIRE((*shop)->cart().lines.size() == 1);
    CHECK((*shop)->cart().lines[0].name == "Jasa jahit");
    (*shop)->jobs().finish();
  }
  CHECK(Shop::open(folder / "none.lapak", Seams{clock, random, files}).error().code == ProblemCode::FileMissing);
  card.profile.currency = "XYZ";
  CHECK(Shop::create(folder / "x.lapak", card, Seams{clock, random, files}).error().code ==
        ProblemCode::UnknownCurrency);
  CHECK_FALSE(std::filesystem::exists(folder / "x.lapak"));
}

TEST_CASE("a shop that is open already or older than it was is not opened; a copy sells with numbers of its own") {
  const TestFolder folder;
  FixedClock clock{Instant{1'795'315'200'000}};
  SeededRandom random{3};
  SystemFiles files;
  const Seams seams{clock, random, files};
  const auto path = folder / "benang.lapak";
  NewShop card;
  card.profile.name = "Benang";
  const auto sell = [&](Shop& shop) {
    REQUIRE(shop.execute(AddAmount{"Jasa jahit", Money{45'000}}).has_value());
    const Result<Outcome> sold = shop.execute(Sell{shop.cart(), {{.amount = Money{45'000}}}});
    REQUIRE(sold.has_value());
    return sold->label;
  };
  {
    auto shop = Shop::create(path, card, seams);
    REQUIRE(shop.has_value());
    CHECK(sell(**shop) == "A1-000001");
    CHECK(Shop::open(path, seams).error().code == ProblemCode::ShopOpenElsewhere);
    REQUIRE(write_verified_copy(path, folder / "copy.lapak").has_value());
    CHECK(sell(**shop) == "A1-000002");
  }
  {
    auto copy = Shop::open(folder / "copy.lapak", seams);
    REQUIRE(copy.has_value());
    CHECK(sell(**copy) == "A2-000001");
    CHECK(verify((*copy)->facts()).is_clean());
  }
  std::filesystem::rename(folder / "copy.lapak", path);
  CHECK(Shop::open(path, seams).error().code == ProblemCode::ShopOlderThanSeen);
}
