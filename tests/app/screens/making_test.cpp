// The workshop on the screens: materials bought and counted, a recipe and its price, a batch planned, made, taken back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/making/recipe_commands.h"
#include "core/making/recipe_store.h"
#include "core/stock/stock_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct Workshop : Stall {
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  Material material(std::string_view name) const { return find_material(shop->facts(), name).value(); }
  MaterialStock stock(std::string_view name) const { return material_stock(shop->facts(), material(name).id); }
  Product candle() const {
    for (const StockRow& row : stock_list(shop->facts(), {.today = shop->today()}).rows)
      if (row.name == "Lilin sereh") return find_product(shop->facts(), row.id).value();
    FAIL("no candle");
    return {};
  }
  void number(const std::string& sheet, std::string_view digits) {
    for (const char digit : digits) tap(fmt::format("{}.key.{}", sheet, digit));
    tap(sheet + ".ok");
  }
  // Wax by the kilogram, used in grams: 2 kg for Rp 80.000.
  void buy_wax() {
    tap({"rail.stock", "stock.tab.1", "save", "material_new.name"});
    type("Lilin kedelai");
    tap({"material_new.unit.1", "material_new.bought_in.2", "save", "save"});
    tap("purchase.0.quantity");
    number("purchase.number", "2");
    tap("purchase.0.price");
    number("purchase.number", "80000");
    tap("save");
  }
  // 100 g of wax and half an hour each.
  void write_recipe() {
    must(SaveCostRules{{.wage = Money{20'000}, .factor_bp = 20'000, .step = Money{1'000}}});
    must(SaveRecipe{
        {.product = candle().id,
         .yield = Quantity::of(1),
         .lines = {{.material = material("Lilin kedelai").id, .quantity = Quantity::of(100), .unit = Unit::Gram}},
         .minutes = 30,
         .ready_after_days = 7}});
  }
};

TEST_CASE("a material is written down, bought and counted by touch") {
  Workshop s;
  s.buy_wax();
  CHECK(s.material("Lilin kedelai").unit == Unit::Gram);
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(2'000));
  CHECK(s.stock("Lilin kedelai").value == Money{80'000});
  CHECK(s.rig.text_of("material.average") == "40.000 / kg");
  s.tap("material.count");
  for (const char digit : std::string_view("1500")) s.tap(fmt::format("move.key.{}", digit));
  s.tap("move.ok");
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(1'500));
  s.tap("toast.action");
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(2'000));
  s.tap({"material.more", "material_more.take_back"});
  CHECK(s.stock("Lilin kedelai").quantity == Quantity{});
}

TEST_CASE("a recipe says what a piece costs, and one tap takes the price it suggests") {
  Workshop s;
  s.buy_wax();
  s.must(SaveCostRules{{.wage = Money{20'000}, .factor_bp = 20'000, .step = Money{1'000}}});
  s.tap({"rail.stock", "search"});
  s.type("sereh");
  s.tap({"row.0", "recipe", "recipe.add", "pick_material.0"});
  s.number("recipe.number", "100");
  s.tap("recipe.minutes");
  s.number("recipe.number", "1");
  s.tap("save");
  const CostBook book = cost_book(s.shop->facts());
  const auto cost = product_cost(s.shop->facts(), book, s.candle().id);
  REQUIRE(cost->made);
  CHECK(cost->made->total() == Money{24'000});
  CHECK(s.rig.text_of("recipe.suggested") == "48.000");
  s.tap({"recipe.price", "price.take"});
  CHECK(s.candle().price == Money{48'000});
}

TEST_CASE("a recipe that would need itself says so with the way it goes") {
  Workshop s;
  s.buy_wax();
  s.tap({"material.more", "material_more.recipe", "recipe.add", "pick_material.0"});
  s.number("recipe.number", "5");
  CHECK(s.rig.text_of("recipe.ring").find("Lilin kedelai") != std::string::npos);
}

TEST_CASE("a batch goes into stock with what it took, bears what failed, and can be taken back from its record") {
  Workshop s;
  s.buy_wax();
  s.write_recipe();
  const Quantity before = on_hand(s.shop->facts(), s.candle().id);
  s.tap({"rail.stock", "stock.tab.2", "save", "pick.search"});
  s.type("sereh");
  s.tap({"pick.0", "batch.made"});
  s.number("batch.number", "10");
  s.tap("batch.failed");
  s.number("batch.number", "2");
  CHECK(s.rig.text_of("batch.cost") == "140.000");
  CHECK(s.rig.text_of("batch.each").find("17.500") != std::string::npos);
  s.tap("save");
  CHECK(on_hand(s.shop->facts(), s.candle().id) == before + Quantity::of(8));
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(1'000));
  s.tap({"making.left.1", "made.0"});
  CHECK(s.rig.text_of("record.cost") == "140.000");
  s.tap("record.take_back");
  CHECK(on_hand(s.shop->facts(), s.candle().id) == before);
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(2'000));
  s.tap("toast.action");
  CHECK(on_hand(s.shop->facts(), s.candle().id) == before + Quantity::of(8));
}

TEST_CASE("what is short is said on the batch and does not stop it; the plan puts it on the shopping list") {
  Workshop s;
  s.buy_wax();
  s.write_recipe();
  s.tap({"rail.stock", "stock.tab.2", "save", "pick.search"});
  s.type("sereh");
  s.tap({"pick.0", "batch.made"});
  s.number("batch.number", "30");
  CHECK(s.rig.text_of("batch.material.0.short").find("1.000 g") != std::string::npos);
  s.tap({"batch.plan", "batch.date.ok"});
  REQUIRE(open_plans(s.shop->facts()).size() == 1);
  REQUIRE(shopping_list(s.shop->facts()).size() == 1);
  s.tap("making.shopping");
  CHECK(s.rig.has("shopping.0"));
  s.tap({"shopping.close", "plan.0", "save"});
  CHECK(open_plans(s.shop->facts()).empty());
  CHECK(s.stock("Lilin kedelai").quantity == Quantity::of(-1'000));
}

TEST_CASE("at the till a word says that pieces still cure, and they are sold all the same") {
  Workshop s;
  s.buy_wax();
  s.write_recipe();
  s.must(CountStock{s.candle().id, Quantity{}, {}});
  s.tap({"rail.stock", "stock.tab.2", "save", "pick.search"});
  s.type("sereh");
  s.tap({"pick.0", "save", "rail.sell"});
  s.tap(s.card("Lilin sereh"));
  CHECK(s.rig.text_of("toast").find("Lilin sereh: 1 ") == 0);
  s.tap("exact");
  CHECK(last(s).lines.size() == 1);
}

}  // namespace
}  // namespace lapak::test
