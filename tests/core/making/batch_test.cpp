// making: batches planned and reserved, made as they really were, taken back; lots and days.
#include "core/making/batch.h"

#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Soap : Workshop {
  Id<Material> oil = material("Minyak kelapa", Unit::Millilitre, Unit::Litre);
  Id<Product> bar = product("Sabun", 30'000, 0);
  Soap() {
    buy(oil, 1, Unit::Litre, 50'000);
    done(SaveCostRules{{.wage = Money{12'000}}});
    recipe({.product = bar,
            .yield = Quantity::of(10),
            .lines = {uses(oil, 500, Unit::Millilitre)},
            .minutes = 30,
            .other = Money{1'000},
            .ready_after_days = 28,
            .best_before_days = 365});
  }
};

TEST_CASE_FIXTURE(Soap,
                  "a batch puts good pieces into stock and takes materials out, the failed ones in its cost alone") {
  BatchMade batch = by_recipe(bar, 10);
  CHECK(batch.minutes == 30);
  batch.rejects = Quantity::of(2);
  batch.minutes = 45;
  const BatchMade made = find_batch(shop->facts(), make(batch)).value();
  CHECK(pieces(bar) == Quantity::of(8));
  CHECK(stock(oil).quantity == Quantity::of(500));
  CHECK(stock(oil).value == Money{25'000});
  CHECK(made.cost() == Money{25'000 + 9'000 + 1'000});
  CHECK(made.lot == "261122-1");
  CHECK(made.ready_from == Date::of(2026, 12, 20));
  CHECK(made.best_before == Date::of(2027, 11, 22));
  CHECK(find_product(shop->facts(), bar)->tracked);
  expect_clean();
}

TEST_CASE_FIXTURE(Soap, "short material never blocks: it goes below zero at the price paid last") {
  make(by_recipe(bar, 30));
  CHECK(stock(oil).quantity == Quantity::of(-500));
  CHECK(stock(oil).value == Money{-25'000});
  CHECK(material_rows(shop->facts()).front().is_short);
  CHECK(shopping_list(shop->facts()).front().buy == Quantity::of(1));
  expect_clean();
}

TEST_CASE_FIXTURE(Soap, "a plan reserves what its recipe takes until it is made or called off") {
  const auto free_for = [&] {
    const CostBook book = cost_book(shop->facts());
    const auto rows = makeable_now(shop->facts(), book);
    return rows.empty() ? 0 : rows.front().pieces;
  };
  CHECK(free_for() == 20);
  const Id<Batch> plan{done(PlanBatch{{.product = bar, .quantity = Quantity::of(15)}}).subject};
  CHECK(free_for() == 5);
  CHECK(open_plans(shop->facts()).front().name == "Sabun");
  BatchMade batch = by_recipe(bar, 14);
  batch.plan = plan;
  const Id<Batch> made = make(batch);
  CHECK(open_plans(shop->facts()).empty());
  CHECK(free_for() == 6);
  CHECK(refusal(MakeBatch{batch}) == ProblemCode::BatchClosed);
  done(TakeBackBatch{made});
  CHECK(open_plans(shop->facts()).size() == 1);
  BatchPlan off = find_plan(shop->facts(), plan).value();
  off.called_off = true;
  done(PlanBatch{off});
  CHECK(free_for() == 20);
  CHECK(refusal(PlanBatch{off}) == ProblemCode::BatchClosed);
  CHECK(refusal(PlanBatch{{.id = Id<Batch>{made.bytes}, .product = bar, .quantity = Quantity::of(1)}}) ==
        ProblemCode::BatchUnknown);
  expect_clean();
}

TEST_CASE_FIXTURE(Soap, "a batch taken back never was; undone, it stands; and undone once more, it never was") {
  const MaterialStock before = stock(oil);
  const Id<Batch> made = make(by_recipe(bar, 10));
  done(TakeBackBatch{made});
  CHECK(stock(oil) == before);
  CHECK(pieces(bar) == Quantity{});
  CHECK(batches(shop->facts(), 1).front().is_taken_back);
  CHECK(refusal(TakeBackBatch{made}) == ProblemCode::BatchClosed);
  CHECK(shop->undo().has_value());
  CHECK(pieces(bar) == Quantity::of(10));
  CHECK(stock(oil).value == Money{25'000});
  CHECK(shop->undo().has_value());
  CHECK(pieces(bar) == Quantity{});
  CHECK(stock(oil) == before);
  expect_clean();
}

TEST_CASE_FIXTURE(Soap, "what is made for other recipes goes into stock as a material, at what it cost") {
  const Id<Material> base = material("Basis");
  recipe({.material = base, .yield = Quantity::of(100), .lines = {uses(oil, 100, Unit::Millilitre)}, .minutes = 5});
  make(batch_by_recipe(shop->facts(), cost_book(shop->facts()), {}, base, Quantity::of(200), shop->today()));
  CHECK(stock(base) == MaterialStock{Quantity::of(200), Money{12'000}, Quantity::of(200), Money{12'000}});
  recipe({.product = bar, .lines = {uses(base, 50)}});
  const BatchMade made = find_batch(shop->facts(), make(by_recipe(bar, 2))).value();
  CHECK(made.cost() == Money{6'000});
  CHECK(stock(base).value == Money{6'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Soap,
                  "a batch of nothing, of more failed pieces than were made, or of a card with variants is refused") {
  BatchMade batch = by_recipe(bar, 10);
  batch.rejects = Quantity::of(11);
  CHECK(refusal(MakeBatch{batch}) == ProblemCode::RejectsTooMany);
  batch.rejects = {};
  batch.made = {};
  CHECK(refusal(MakeBatch{batch}) == ProblemCode::QuantityZero);
  batch.made = Quantity::of(1);
  batch.minutes = kMostRecipeMinutes + 1;
  CHECK(refusal(MakeBatch{batch}) == ProblemCode::MinutesOutOfRange);
  batch.minutes = 0;
  batch.used = {{Id<Material>{bar.bytes}, Quantity::of(1), {}}};
  CHECK(refusal(MakeBatch{batch}) == ProblemCode::MaterialUnknown);
  CHECK(refusal(TakeBackBatch{Id<Batch>{bar.bytes}}) == ProblemCode::BatchUnknown);
  CHECK(pieces(bar) == Quantity{});
}

}  // namespace
}  // namespace lapak
