// making: materials bought in one unit and used in another, worth what was paid for them, shipping shared out.
#include "core/making/material.h"

#include <rapidcheck.h>

#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

TEST_CASE("a unit is turned into another of its kind, and into no other without a factor of the material") {
  const Material wax{.name = "Lilin", .unit = Unit::Gram, .bought_in = Unit::Kilogram};
  CHECK(in_used_unit(wax, Quantity{2'500}, Unit::Kilogram) == Quantity::of(2'500));
  CHECK(in_used_unit(wax, Quantity::of(1), Unit::Litre).error().code == ProblemCode::ConversionMissing);
  const Material leather{.name = "Kulit",
                         .unit = Unit::SquareCentimetre,
                         .bought_in = Unit::Sheet,
                         .used_in_one_bought = Fraction{600, 1}};
  CHECK(in_used_unit(leather, Quantity::of(3), Unit::Sheet) == Quantity::of(1'800));
  CHECK(in_used_unit(leather, Quantity{250}, Unit::SquareMetre) == Quantity::of(2'500));
  CHECK(to_buy(leather, Quantity::of(601)) == Quantity::of(2));
  CHECK(to_buy(leather, Quantity::of(600)) == Quantity::of(1));
  CHECK(in_used_unit(wax, kLargestQuantity, Unit::Kilogram).error().code == ProblemCode::QuantityTooLarge);
}

TEST_CASE("shipping is shared out by price or by weight, to the last unit") {
  Purchase purchase{
      .shipping = Money{100},
      .lines = {
          {.quantity = Quantity::of(1), .unit = Unit::Kilogram, .price = Money{1'000}},
          {.quantity = Quantity::of(10), .unit = Unit::Piece, .price = Money{2'000}, .weight = Quantity::of(500)}}};
  CHECK(landed(purchase) == std::vector{Money{1'033}, Money{2'067}});
  purchase.share_by = ShareBy::Weight;
  CHECK(landed(purchase) == std::vector{Money{1'067}, Money{2'033}});
}

TEST_CASE_FIXTURE(Workshop, "a supplier who is forgotten is nobody's name, and what was bought of her stays") {
  const Id<Material> wax = material("Lilin");
  const Id<Contact> shopkeeper{done(SaveContact{Contact{.id = {}, .name = "Bu Wayan"}, {}}).subject};
  Material card = find_material(shop->facts(), wax).value();
  card.supplier = shopkeeper;
  done(SaveMaterial{card});
  done(BuyMaterials{
      {.supplier = shopkeeper,
       .lines = {{.material = wax, .quantity = Quantity::of(10), .unit = Unit::Gram, .price = Money{500}}}}});
  CHECK(material_rows(shop->facts()).front().supplier == "Bu Wayan");
  done(ForgetContact{shopkeeper});
  CHECK(material_rows(shop->facts()).front().supplier.empty());
  CHECK(purchases(shop->facts(), 1).front().supplier.empty());
  CHECK(stock(wax).value == Money{500});
  expect_clean();
}

TEST_CASE(
    "what is taken bears its share of what was paid, the last of it all that is left, and more costs the last price") {
  const MaterialStock stock{Quantity::of(3), Money{100}, Quantity::of(1), Money{40}};
  CHECK(charge_for(stock, Quantity::of(1)) == Money{33});
  CHECK(charge_for(stock, Quantity::of(3)) == Money{100});
  CHECK(charge_for(stock, Quantity::of(5)) == Money{180});
}

TEST_CASE_FIXTURE(Workshop, "a material is bought by the sheet, counted in cm², and knows average and last cost") {
  const Id<Material> leather = material("Kulit", Unit::SquareCentimetre, Unit::Sheet, Fraction{600, 1});
  buy(leather, 2, Unit::Sheet, 60'000);
  buy(leather, 1, Unit::Sheet, 60'000);
  CHECK(stock(leather) == MaterialStock{Quantity::of(1'800), Money{120'000}, Quantity::of(600), Money{60'000}});
  CHECK(refusal(BuyMaterials{{.lines = {{.material = leather, .quantity = Quantity::of(1), .unit = Unit::Litre}}}}) ==
        ProblemCode::ConversionMissing);
  CHECK(refusal(BuyMaterials{}) == ProblemCode::PurchaseEmpty);
  CHECK(refusal(SaveMaterial{{.name = "KULIT"}}) == ProblemCode::MaterialTaken);
  Material other = find_material(shop->facts(), leather).value();
  other.unit = Unit::Piece;
  other.used_in_one_bought = Fraction{4, 1};
  CHECK(refusal(SaveMaterial{other}) == ProblemCode::UnitsInUse);
  expect_clean();
}

TEST_CASE_FIXTURE(Workshop, "a purchase that is taken back never was, and stands again when that is undone") {
  const Id<Material> wax = material("Lilin");
  buy(wax, 100, Unit::Gram, 1'000);
  const MaterialStock before = stock(wax);
  const Id<Purchase> second = buy(wax, 100, Unit::Gram, 3'000);
  const MaterialStock with_it = stock(wax);
  done(TakeBackPurchase{second});
  CHECK(stock(wax) == before);
  CHECK(purchases(shop->facts(), 10).front().is_taken_back);
  CHECK(refusal(TakeBackPurchase{second}) == ProblemCode::NotInTheBooks);
  CHECK(shop->undo().has_value());
  CHECK(stock(wax) == with_it);
  CHECK_FALSE(purchases(shop->facts(), 10).front().is_taken_back);
  CHECK(shop->undo().has_value());
  CHECK(stock(wax) == before);
  expect_clean();
}

TEST_CASE_FIXTURE(Workshop, "what is lost or missed at a count is charged, what turns up is worth what the rest is") {
  const Id<Material> wax = material("Lilin");
  buy(wax, 100, Unit::Gram, 1'000);
  done(MoveMaterial{wax, MaterialMove::Lost, Quantity::of(10), {}});
  CHECK(stock(wax).value == Money{900});
  done(CountMaterial{wax, Quantity::of(45)});
  CHECK(stock(wax).value == Money{450});
  done(CountMaterial{wax, Quantity::of(90)});
  CHECK(stock(wax).value == Money{900});
  CHECK(shop->undo().has_value());
  CHECK(stock(wax).value == Money{450});
  CHECK(material_moves(shop->facts(), wax, 1).front().kind == MaterialMove::Corrected);
  expect_clean();
}

TEST_CASE_FIXTURE(Workshop, "the list says what is low and what expires first of what is still there") {
  const Id<Material> oil = material("Minyak", Unit::Millilitre);
  Material card = find_material(shop->facts(), oil).value();
  card.low_mark = Quantity::of(50);
  done(SaveMaterial{card});
  const auto bought = [&](std::int64_t quantity, Date expires) {
    done(BuyMaterials{{.lines = {{.material = oil,
                                  .quantity = Quantity::of(quantity),
                                  .unit = Unit::Millilitre,
                                  .price = Money{500},
                                  .expires = expires}}}});
  };
  bought(100, Date::of(2026, 12, 1));
  bought(100, Date::of(2027, 6, 1));
  CHECK(material_rows(shop->facts()).front().expires == Date::of(2026, 12, 1));
  done(MoveMaterial{oil, MaterialMove::OwnUse, Quantity::of(120), {}});
  CHECK(material_rows(shop->facts()).front().expires == Date::of(2027, 6, 1));
  CHECK_FALSE(material_rows(shop->facts()).front().is_low);
  done(MoveMaterial{oil, MaterialMove::Lost, Quantity::of(40), {}});
  CHECK(material_rows(shop->facts()).front().is_low);
  const auto list = shopping_list(shop->facts());
  REQUIRE(list.size() == 1);
  CHECK(list.front().buy == Quantity::of(10));
  CHECK(list.front().about == Money{50});
}

TEST_CASE(
    "whatever is bought and taken, what is left is worth what was paid less what was charged, and no less than none") {
  CHECK(rc::check([] {
    MaterialStock stock;
    Money bought, charged;
    for (const std::int64_t step :
         *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-50'000, 100'000))) {
      if (step == 0) continue;
      if (step > 0) {
        const Money paid{*rc::gen::inRange<std::int64_t>(0, 1'000'000)};
        stock.quantity += Quantity{step};
        stock.value += paid;
        bought += paid;
        if (paid > Money{}) stock.last_quantity = Quantity{step}, stock.last_value = paid;
        continue;
      }
      const Money charge = charge_for(stock, Quantity{-step}).value();
      RC_ASSERT(charge >= Money{});
      const bool is_within = stock.quantity < Quantity{-step} || stock.value < Money{} || charge <= stock.value;
      RC_ASSERT(is_within);
      stock.quantity += Quantity{step};
      stock.value -= charge;
      charged += charge;
    }
    RC_ASSERT(stock.value == bought - charged);
  }));
}

}  // namespace
}  // namespace lapak
