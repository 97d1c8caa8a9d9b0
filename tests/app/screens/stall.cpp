// tests/app: the stall.
#include "tests/app/screens/stall.h"

#include <doctest/doctest.h>

#include "app/screens/lock.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"

namespace lapak::test {
namespace {

Product item(std::string name, std::string code, std::int64_t price) {
  Product product;
  product.name = std::move(name);
  product.code = std::move(code);
  product.price = Money{price};
  return product;
}

void stock_up(Shop& shop, std::string_view code, int pieces) {
  const auto product = find_product_by_code(shop.facts(), code);
  REQUIRE(product);
  if (pieces > 0) {
    REQUIRE(shop.execute(StockCommand(MoveStock{
        .product = product->id, .kind = MovementKind::Opening, .quantity = Quantity::of(pieces), .reason = {}})));
  }
}

}  // namespace

Sale last(const Stall& stall) {
  const auto id = last_sale(stall.shop->facts());
  REQUIRE(id);
  return *find_sale(stall.shop->facts(), *id);
}

void pick_three(Stall& stall) {
  stall.tap(stall.card("Tas rajut"));
  stall.tap(stall.card("Gantungan kunci"));
  stall.tap(stall.card("Lilin sereh"));
}

std::string test_qris() {
  return "00020101021126580011ID.DANA.WWW0118936009159990000000021099900000000303UMI51440014ID.CO.QRIS."
         "WWW0215ID10999999999"
         "000303UMI5204594753033605802ID5915Rajut Bu Melati6011Kab. Sleman61055528162070703A0163049FF0";
}

Stall::Stall(const RigOptions& options, Shelves shelves) : rig(options) {
  NewShop card;
  card.profile.name = "Rumah Benang";
  card.profile.qris = test_qris();
  card.profile.qris_amount_tested = true;
  card.profile.language = language_code(options.language) == "xx" ? "en" : std::string(language_code(options.language));
  card.profile.accounts = {{"BCA", "123 456 7890", "Siti Rahma"}, {"DANA", "0812-3456-7890", "Siti Rahma"}};
  shop = Shop::in_memory(card, {clock, random, files});
  if (shelves == Shelves::Stocked) fill_shelves();
  app_.emplace(*shop, files, shop_places(), make_lock_screen);
  rig.draw_with([this](Ui& ui) {
    app_->finish(ui.now_s(), ui.touch());  // what the last frame asked for
    app_->refresh(ui.now_s(), textures_);
    app_->draw(ui);
  });
  settle();
}

void Stall::fill_shelves() {
  const auto save = [this](Product product, std::vector<Product> variants = {}) {
    REQUIRE(shop->execute(CatalogCommand(SaveProduct{std::move(product), std::move(variants), std::nullopt})));
  };
  save(item("Tas rajut", "TR", 85'000));
  save(item("Gantungan kunci", "GK", 15'000));
  save(item("Lilin sereh", "LS", 45'000));
  Product hat = item("Topi anak", "TA", 58'000);
  hat.option_names = {"Ukuran"};
  std::vector<Product> sizes;
  for (const char* size : {"S", "M", "L"}) {
    Product variant = item("Topi anak", std::string("TA-") + size, 58'000);
    variant.option_values = {size};
    sizes.push_back(variant);
  }
  save(hat, sizes);
  Product repair = item("Permak", "PM", 0);
  repair.open_price = true;
  repair.tracked = false;
  save(repair);
  save(item("Boneka gajah", "BG", 95'000));
  for (const char* code : {"TR", "GK", "LS", "TA-S", "TA-M", "TA-L"}) stock_up(*shop, code, 9);
}

void Stall::settle() {
  for (int i = 0; i < 6; ++i) rig.frame();
  rig.settle();
  for (int i = 0; i < 3; ++i) rig.frame();
  rig.settle();
}

void Stall::helper_at_the_till() {
  const auto dina = shop->execute(PeopleCommand(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""}));
  REQUIRE(dina);
  for (const Seller& seller : sellers(shop->facts())) {
    if (seller.role == Role::Owner) REQUIRE(shop->execute(PeopleCommand(SaveSeller{seller, "2580"})));
  }
  REQUIRE(shop->sign_in(Id<Seller>{dina->subject}, ""));
  settle();
}

void Stall::tap(std::string_view name) {
  ++taps_;
  rig.tap(name);
  settle();
}

void Stall::type(std::string_view text) {
  rig.type(text);
  settle();
}

void Stall::key(Key key, bool ctrl, bool shift) {
  rig.key(key, ctrl, shift);
  settle();
}

void Stall::scan(std::string_view code) {
  rig.wait(0.5);
  rig.scan(code);
  rig.wait(0.2);
  settle();
}

std::string Stall::card(std::string_view title) const {
  for (const Control& control : const_cast<Rig&>(rig).stage().registry().controls()) {
    if (control.kind == ControlKind::Card && control.label == title) return control.name;
  }
  FAIL("no card " << title);
  return {};
}

}  // namespace lapak::test
