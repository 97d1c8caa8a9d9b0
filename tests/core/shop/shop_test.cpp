// The whole shop behind one door: what a command leaves behind, what a refusal leaves untouched, and that the journal
// alone gives the same tables again.
#include "core/shop/shop.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "core/report/report.h"
#include "core/safety/backup.h"
#include "core/sale/sale_store.h"
#include "core/shop/demo.h"
#include "core/shop/documents.h"
#include "core/shop/jobs.h"
#include "core/shop/replay.h"

using namespace lapak;

namespace {

struct Stall {
  FixedClock clock{Instant{1'795'315'200'000}};  // 2026-11-22 08:00 UTC
  SeededRandom random{11};
  SystemFiles files;
  std::unique_ptr<Shop> shop;

  Stall() {
    NewShop card;
    card.profile.name = "Rumah Benang";
    card.owner_name = "Siti";
    shop = Shop::in_memory(card, Seams{clock, random, files});
  }

  Outcome done(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_MESSAGE(outcome.has_value(), "refused with code ",
                    outcome ? 0 : static_cast<int>(outcome.error().code));
    clock.advance_ms(1'000);
    return *outcome;
  }
  Id<Product> product(std::string_view name, std::int64_t price, int stock) {
    const Id<Product> id{
        done(SaveProduct{{.code = std::string(name), .name = std::string(name), .price = Money{price}}, {}, {}}).subject};
    if (stock > 0) done(MoveStock{id, MovementKind::Opening, Quantity::of(stock), ""});
    return id;
  }
  Id<Sale> sell(Id<Product> product, int pieces = 1) {
    done(AddProduct{product, Quantity::of(pieces), {}});
    return Id<Sale>{done(Sell{shop->cart(), {{.amount = shop->cart_totals()->total}}}).subject};
  }
  void expect_clean() {
    const Verification result = verify(shop->facts());
    for (const std::string& difference : result.differences) MESSAGE(difference);
    CHECK(result.is_clean());
    CHECK(result.entries > 0);
  }
  std::int64_t count(std::string_view table) {
    return shop->facts().value<std::int64_t>("SELECT count(*) FROM " + std::string(table)).value_or(-1);
  }
};

}  // namespace

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

TEST_CASE("where the owner has a PIN, a helper changes no price, gives nothing back, and voids only what was just sold") {
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

TEST_CASE("texts that mean something to SQL, a spreadsheet or a terminal are texts") {
  Stall stall;
  for (const std::string name : {"'; DROP TABLE sale; --", "=1+1", "%s%n", "Kopi 😀 ☕", "مرحبا", "中文", "a\u202e" "b"}) {
    const Id<Product> id = stall.product(name, 1'000, 1);
    CHECK(find_product(stall.shop->facts(), id)->name == name);
    stall.sell(id);
  }
  const Id<Product> huge = stall.product(std::string(10'000, 'x'), 1'000, 1);
  stall.sell(huge);
  CHECK(stall.count("sale") == 8);
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

TEST_CASE("a shop on disk is opened again as it was left, cart and all") {
  const auto folder = std::filesystem::temp_directory_path() / "lapak-shop-test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
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
  std::filesystem::remove_all(folder);
}

TEST_CASE("a shop that is open already or older than it was is not opened; a copy sells with numbers of its own") {
  const auto folder = std::filesystem::temp_directory_path() / "lapak-shop-copies-test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
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
  std::filesystem::remove_all(folder);
}
