// making: recipes, of recipes too, what a piece costs by them, and what it should be sold for.
#include "core/making/recipe.h"

#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Candles : Workshop {
  Id<Material> wax = material("Lilin kedelai", Unit::Gram, Unit::Kilogram);
  Id<Material> oil = material("Minyak sereh", Unit::Millilitre);
  Id<Material> scented = material("Lilin wangi");
  Id<Product> candle = product("Lilin aroma", 45'000, 0);

  Candles() {
    buy(wax, 10, Unit::Kilogram, 400'000);    // 40 a gram
    buy(oil, 100, Unit::Millilitre, 50'000);  // 500 a millilitre
    done(SaveCostRules{{.wage = Money{15'000}, .overhead_bp = 1'000}});
    // A kilogram of it: 1,000 g of wax with 5 % waste = 42,000, 20 ml = 10,000, half an hour.
    recipe({.material = scented,
            .yield = Quantity::of(1'000),
            .lines = {uses(wax, 1, Unit::Kilogram, 500), uses(oil, 20, Unit::Millilitre)},
            .minutes = 30});
    // Ten of them: 1,200 g of that, 60 minutes, 5,000 for boxes.
    recipe({.product = candle,
            .yield = Quantity::of(10),
            .lines = {uses(scented, 1'200)},
            .minutes = 60,
            .other = Money{5'000}});
  }
};

TEST_CASE_FIXTURE(Candles,
                  "a piece costs its materials with waste, work with that of the recipes it uses, and overhead") {
  // Materials 52 × 120 = 6,240; work (36 + 60) minutes / 10 at 15,000 = 2,400; other 500; overhead 10 % of 8,640.
  const PieceCost made = cost(candle);
  CHECK(made.materials == Money{6'240});
  CHECK(made.work == Money{2'400});
  CHECK(made.other == Money{500});
  CHECK(made.overhead == Money{864});
  CHECK(made.total() == Money{10'004});
  CHECK(made.is_complete);
}

TEST_CASE_FIXTURE(Candles, "a variant is made by its parent's recipe until it has one of its own") {
  Product parent = find_product(shop->facts(), candle).value();
  parent.option_names = {"Ukuran"};
  done(SaveProduct{parent, {{.name = "Lilin aroma", .price = Money{9'000}, .option_values = {"Kecil"}}}, {}});
  const Id<Product> small = variants_of(shop->facts(), candle).front().id;
  CHECK(cost(small).total() == Money{10'004});
  CHECK(sold_below_cost(shop->facts(), cost_book(shop->facts())).size() == 1);
  recipe({.product = small, .lines = {uses(scented, 60)}});
  CHECK(cost(small).materials == Money{3'120});
  CHECK(sold_below_cost(shop->facts(), cost_book(shop->facts())).empty());
}

TEST_CASE_FIXTURE(Candles,
                  "a recipe that would need itself is refused with the ring by name, and nothing has changed") {
  const Result<Outcome> refused =
      shop->execute(SaveRecipe{{.material = wax, .yield = Quantity::of(1), .lines = {uses(scented, 1)}}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error() ==
        Problem{ProblemCode::RecipeRing, {std::string("Lilin kedelai → Lilin wangi → Lilin kedelai")}});
  CHECK(refusal(SaveRecipe{{.material = wax, .lines = {uses(wax, 1)}}}) == ProblemCode::RecipeRing);
  CHECK(refusal(SaveRecipe{{.product = candle}}) == ProblemCode::RecipeEmpty);
  CHECK(refusal(SaveRecipe{{.product = candle, .lines = {uses(wax, 1, Unit::Litre)}}}) ==
        ProblemCode::ConversionMissing);
  CHECK(cost(candle).total() == Money{10'004});
}

TEST_CASE_FIXTURE(Candles,
                  "a recipe is removed and comes back by undo; a cost of a material nobody paid for is not whole") {
  const Id<Recipe> known = recipe_for(shop->facts(), candle)->id;
  done(RemoveRecipe{known});
  CHECK_FALSE(product_cost(shop->facts(), cost_book(shop->facts()), candle)->made.has_value());
  CHECK(refusal(RemoveRecipe{known}) == ProblemCode::RecipeUnknown);
  CHECK(shop->undo().has_value());
  CHECK(cost(candle).total() == Money{10'004});
  const Id<Material> wick = material("Sumbu", Unit::Piece);
  recipe({.product = candle, .lines = {uses(wick, 1, Unit::Piece), uses(wax, 10)}});
  CHECK_FALSE(cost(candle).is_complete);
  CHECK(cost(candle).materials == Money{400});
  expect_clean();
}

TEST_CASE("the price is suggested by the maker's rule, wholesale beside it and never below cost") {
  const PieceCost cost{
      .materials = Money{6'000}, .work = Money{3'000}, .overhead = Money{1'000}, .minute_thousandths = 12'000};
  CHECK(suggested_price(cost, {.factor_bp = 25'000}).retail == Money{25'000});
  CHECK(suggested_price(cost, {.factor_bp = 25'000}).wholesale == Money{17'500});
  CHECK(suggested_price(cost, {.factor_bp = 20'000, .wholesale_bp = 4'000}).wholesale == Money{10'000});
  CHECK(suggested_price(cost, {.rule = PriceRule::Margin, .margin_bp = 6'000}).retail == Money{25'000});
  CHECK(suggested_price(cost, {.rule = PriceRule::Wage, .wanted_wage = Money{50'000}}).retail == Money{17'000});
  CHECK(suggested_price(cost, {.factor_bp = 20'100, .step = Money{500}}).retail == Money{20'500});
  CHECK(checked_rules({.margin_bp = 10'000}).error().code == ProblemCode::ShareOutOfRange);
}

}  // namespace
}  // namespace lapak
