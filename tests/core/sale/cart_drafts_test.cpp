// sale: carts that are not sales yet survive whatever happens.
#include "core/sale/cart_drafts.h"

#include "tests/core/fixture.h"
#include "tests/core/sale/shop_fixture.h"

namespace lapak {
namespace {

struct Counter : ShopFixture {
  Product bag = product("TAS", 85'000), key = product("KUNCI", 15'000);
  Database file = Database::in_memory();

  // The drafts live in the shop's own memory here: a second object over the same rows is a restart.
  CartDrafts& drafts() {
    if (!drafts_) {
      migrate(file);
      drafts_.emplace(std::move(file), database, ids, profile);
    }
    return *drafts_;
  }
  CartChange must_change(const CartCommand& command) {
    const auto changed = drafts().change(command, clock.now());
    if (!changed) FAIL("refused with problem " << static_cast<int>(changed.error().code));
    return *changed;
  }
  ProblemCode refusal(const CartCommand& command) {
    const Cart before = drafts().open_cart();
    const auto changed = drafts().change(command, clock.now());
    REQUIRE_FALSE(changed.has_value());
    CHECK(drafts().open_cart() == before);
    return changed.error().code;
  }
  const Cart& open() { return drafts().open_cart(); }
  std::optional<CartDrafts> drafts_;
};

TEST_CASE_FIXTURE(Counter, "what is tapped goes into the open cart, and undo takes it out again") {
  must(MoveStock{bag.id, MovementKind::Opening, Quantity::of(1), {}});
  CHECK_FALSE(must_change(AddProduct{bag.id, Quantity::of(1), {}}).is_out_of_stock);
  const CartChange second = must_change(AddProduct{bag.id, Quantity::of(1), {}});
  CHECK(second.is_out_of_stock);
  CHECK(second.label == bag.name);
  CHECK(second.line == open().lines.front().id);
  must_change(AddAmount{"Ongkir", Money{5'000}});
  REQUIRE(open().lines.size() == 2);
  must_change(SetAgreedTotal{Money{170'000}});
  must_change(ClearCart{});
  CHECK(open().lines.empty());
  must_change(UndoCart{});
  CHECK(open().agreed_total == Money{170'000});
  must_change(UndoCart{});
  must_change(UndoCart{});
  CHECK(open().lines.size() == 1);
  must_change(RedoCart{});
  CHECK(open().lines.size() == 2);
  must_change(UndoCart{});
  must_change(UndoCart{});
  must_change(UndoCart{});
  CHECK(refusal(UndoCart{}) == ProblemCode::NothingToUndo);
}

TEST_CASE_FIXTURE(Counter, "twenty steps can be taken back") {
  for (int i = 0; i < 30; ++i) must_change(AddProduct{bag.id, Quantity::of(1), {}});
  for (int i = 0; i < 20; ++i) must_change(UndoCart{});
  CHECK(open().lines.front().quantity == Quantity::of(10));
  CHECK(refusal(UndoCart{}) == ProblemCode::NothingToUndo);
}

TEST_CASE_FIXTURE(Counter, "a price agreed at once has a line of its own and remembers the list price") {
  must_change(AddProduct{bag.id, Quantity::of(1), {}});
  must_change(AddProduct{bag.id, Quantity::of(1), Money{80'000}});
  REQUIRE(open().lines.size() == 2);
  CHECK(open().lines[1].list_price == Money{85'000});
  CHECK(open().lines[1].agreed_price == Money{80'000});
}

TEST_CASE_FIXTURE(Counter, "carts are held, named, dropped, restored and brought back with their steps") {
  must_change(AddProduct{bag.id, Quantity::of(1), {}});
  must_change(AddProduct{key.id, Quantity::of(2), {}});
  const Id<Sale> first = *must_change(HoldCart{""}).held;
  CHECK(open().lines.empty());
  CHECK(open().id != first);
  must_change(NameHeldCart{first, "Ibu baju kuning"});
  const auto held = drafts().held(Date{20'000});
  REQUIRE(held.size() == 1);
  CHECK(held.front().name == "Ibu baju kuning");
  CHECK(held.front().items == Quantity::of(3));
  CHECK(held.front().total == Money{115'000});
  must_change(DropHeldCart{first});
  CHECK(drafts().held(Date{20'000}).empty());
  CHECK(refusal(ResumeCart{first}) == ProblemCode::CartUnknown);
  must_change(RestoreHeldCart{first});
  must_change(AddProduct{key.id, Quantity::of(1), {}});
  const CartChange resumed = must_change(ResumeCart{first});
  CHECK(open().id == first);
  CHECK(resumed.held.has_value());
  CHECK(drafts().held(Date{20'000}).size() == 1);
  must_change(UndoCart{});
  CHECK(open().lines.size() == 1);
  CHECK(refusal(HoldCart{"\xff"}) == ProblemCode::TextNotUtf8);
}

TEST_CASE_FIXTURE(Counter, "a refused change leaves the cart as it was") {
  must_change(AddProduct{bag.id, Quantity::of(1), {}});
  const Id<CartLine> line = open().lines.front().id;
  CHECK(refusal(AddProduct{Id<Product>{}, Quantity::of(1), {}}) == ProblemCode::ProductUnknown);
  CHECK(refusal(AddProduct{bag.id, Quantity{}, {}}) == ProblemCode::QuantityZero);
  CHECK(refusal(AddAmount{"x", Money{-1}}) == ProblemCode::AmountNegative);
  CHECK(refusal(AddAmount{"x", Money{INT64_MAX}}) == ProblemCode::AmountTooLarge);
  CHECK(refusal(AddAmount{std::string("\xc3"), Money{1}}) == ProblemCode::TextNotUtf8);
  CHECK(refusal(SetQuantity{line, Quantity{INT64_MAX}}) == ProblemCode::QuantityTooLarge);
  CHECK(refusal(SetCartDiscount{Discount{Money{85'001}, {}}}) == ProblemCode::DiscountTooLarge);
  CHECK(refusal(SetTip{Money{-1}}) == ProblemCode::AmountNegative);
  CHECK(refusal(SetLineNote{Id<CartLine>{}, "x"}) == ProblemCode::LineUnknown);
  CHECK(refusal(ReopenAsCart{Id<Sale>{}}) == ProblemCode::SaleUnknown);
}

TEST_CASE_FIXTURE(Counter, "a paid cart is forgotten, and a sale can be opened again as it was agreed") {
  must_change(AddProduct{bag.id, Quantity::of(2), {}});
  must_change(SetAgreedTotal{Money{150'000}});
  const Sale kept = sale(must(Sell{open(), {Tender{Method::Cash, Money{150'000}, {}, false, {}}}, {}}));
  drafts().forget(kept.id, clock.now());
  CHECK(open().lines.empty());
  must_change(AddProduct{key.id, Quantity::of(1), {}});
  const CartChange reopened = must_change(ReopenAsCart{kept.id});
  CHECK(reopened.held.has_value());
  CHECK(open().id != kept.id);
  CHECK(totals(open(), {}, Date{20'000})->total == Money{150'000});
}

TEST_CASE("an open cart and its steps survive a restart; one that was paid meanwhile does not") {
  ShopFixture shop;
  const Product bag = shop.product("TAS", 85'000);
  const TestFolder folder;
  const auto connection = [&] {
    Database file = Database::open(folder / "drafts", Durability::Normal);
    migrate(file);
    return file;
  };
  Cart left;
  {
    CartDrafts drafts(connection(), shop.database, shop.ids, shop.profile);
    REQUIRE(drafts.change(AddProduct{bag.id, Quantity::of(1), {}}, shop.clock.now()).has_value());
    REQUIRE(drafts.change(SetCartNote{"besok"}, shop.clock.now()).has_value());
    left = drafts.open_cart();
  }
  {
    CartDrafts drafts(connection(), shop.database, shop.ids, shop.profile);
    CHECK(drafts.open_cart() == left);
    REQUIRE(drafts.change(UndoCart{}, shop.clock.now()).has_value());
    CHECK(drafts.open_cart().note.empty());
    shop.must(Sell{drafts.open_cart(), {Tender{Method::Cash, Money{85'000}, {}, false, {}}}, {}});
  }
  CartDrafts drafts(connection(), shop.database, shop.ids, shop.profile);
  CHECK(drafts.open_cart().lines.empty());
  CHECK(drafts.open_cart().id != left.id);
}

}  // namespace
}  // namespace lapak
