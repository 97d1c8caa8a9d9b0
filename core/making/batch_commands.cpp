// making: what can be done with batches.
#include "core/making/batch_commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/making/making_json.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "core/stock/stock_json.h"

namespace lapak {
namespace {

constexpr std::string_view planned = "making.batch_planned", made = "making.batch_made",
                           taken_back = "making.batch_taken_back";

Result<void> check_quantity(Quantity quantity) {
  if (quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}

// What it makes: a product without variants, or a material. Problems: ProductUnknown, SetHasNoStock, MaterialUnknown.
struct Made {
  std::optional<Product> product;
  std::optional<Material> material;
  std::string name() const { return product ? label_of(*product) : material->name; }
};
Result<Made> find_made(const std::optional<Id<Product>>& product, const std::optional<Id<Material>>& material,
                       const Database& database) {
  if (product) {
    auto found = find_product(database, *product);
    if (!found || found->has_variants()) return refuse(ProblemCode::ProductUnknown, found ? found->code : "");
    if (found->is_set()) return refuse(ProblemCode::SetHasNoStock, found->name);
    return Made{std::move(found), {}};
  }
  if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
  auto found = find_material(database, *material);
  if (!found) return refuse(ProblemCode::MaterialUnknown, std::string());
  return Made{{}, std::move(found)};
}

Result<Decision> decide_one(const PlanBatch& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  BatchPlan plan = command.plan;
  const auto known = find_plan(database, plan.id);
  if (!known && !plan.id.is_nil()) return refuse(ProblemCode::BatchUnknown);
  if (known && !is_plan_open(database, plan.id)) return refuse(ProblemCode::BatchClosed);
  const Result<Made> makes = find_made(plan.product, plan.material, database);
  if (!makes) return std::unexpected(makes.error());
  if (auto quantity = check_quantity(plan.quantity); !quantity) return std::unexpected(quantity.error());
  if (plan.order && !database.value<bool>("SELECT 1 FROM custom_order WHERE id = ?", *plan.order))
    return refuse(ProblemCode::OrderUnknown);
  if (plan.planned_for == Date{}) plan.planned_for = deciding.today();
  const CostBook book = cost_book(database);
  const Recipe* recipe =
      makes->product ? book.recipe_of(makes->product->id, makes->product->parent) : book.recipe_of(makes->material->id);
  plan.needs.clear();
  if (recipe != nullptr) {
    Result<std::vector<CostBook::Need>> needs = book.needs(*recipe, plan.quantity);
    if (!needs) return std::unexpected(needs.error());
    plan.needs = *std::move(needs);
  } else if (makes->material) {
    return refuse(ProblemCode::RecipeUnknown, makes->name());
  }
  if (!known) plan.id = deciding.ids.next<Batch>();
  BatchPlan before = known.value_or(plan);
  if (!known) before.called_off = true;
  Decision decision;
  decision.facts.push_back({std::string(planned), Json(plan), Json()});
  decision.opposite.push_back({std::string(planned), Json(before), Json()});
  decision.outcome = {.kind = "plan_batch", .subject = plan.id.bytes, .label = makes->name(), .is_undoable = true};
  return decision;
}

// Each material once, charged as it stands now.
Result<std::vector<UsedMaterial>> charged(const std::vector<UsedMaterial>& used, const Database& database) {
  std::vector<UsedMaterial> all;
  for (const UsedMaterial& one : used) {
    if (one.quantity.is_zero()) continue;
    if (auto quantity = check_quantity(one.quantity); !quantity) return std::unexpected(quantity.error());
    const auto same = std::ranges::find(all, one.material, &UsedMaterial::material);
    if (same == all.end())
      all.push_back({one.material, one.quantity, {}});
    else
      same->quantity += one.quantity;
  }
  Money sum;
  for (UsedMaterial& one : all) {
    if (!find_material(database, one.material)) return refuse(ProblemCode::MaterialUnknown, std::string());
    if (auto quantity = check_quantity(one.quantity); !quantity) return std::unexpected(quantity.error());
    const Result<Money> charge = charge_for(material_stock(database, one.material), one.quantity);
    if (!charge) return std::unexpected(charge.error());
    one.value = *charge;
    sum += one.value;
    if (const auto within = bounded(sum); !within) return std::unexpected(within.error());
  }
  return all;
}

// "261122-2": the second batch of that day.
std::string next_lot(Date day, const Database& database) {
  return fmt::format("{:02}{:02}{:02}-{}", day.year() % 100, day.month(), day.day(), batches_on(database, day) + 1);
}

Fact pieces_made(const BatchMade& batch, Quantity quantity, Date day, const Deciding& deciding) {
  return moved({.id = deciding.ids.next<Movement>(),
                .product = *batch.product,
                .place = home_place(deciding.database),
                .kind = MovementKind::Made,
                .quantity = quantity,
                .sale = {},
                .source = {},
                .reason = {},
                .at = deciding.now,
                .business_date = day});
}

// What takes the batch back: the opposites of all its moves; and what takes that back again.
struct BothWays {
  std::vector<Fact> back, again;
};
BothWays taking_back(const BatchMade& batch, const std::vector<MaterialMoved>& moves, Date day,
                     const Deciding& deciding) {
  BothWays ways;
  ways.back.push_back({std::string(taken_back), Json{{"batch", batch.id}, {"taken_back", true}}, Json()});
  ways.again.push_back({std::string(taken_back), Json{{"batch", batch.id}, {"taken_back", false}}, Json()});
  if (batch.product && batch.good() > Quantity{}) {
    ways.back.push_back(pieces_made(batch, -batch.good(), day, deciding));
    ways.again.push_back(pieces_made(batch, batch.good(), day, deciding));
  }
  for (const MaterialMoved& move : moves) {
    const MaterialMoved back = opposite_of(move, deciding.ids.next<MaterialMoved>(), day);
    ways.back.push_back(fact_of(back));
    ways.again.push_back(fact_of(opposite_of(back, deciding.ids.next<MaterialMoved>(), day)));
  }
  return ways;
}

// Checks all but the materials. Problems: those of MakeBatch.
Result<void> check_making(const BatchMade& batch, const Deciding& deciding) {
  if (batch.plan && !find_plan(deciding.database, *batch.plan)) return refuse(ProblemCode::BatchUnknown);
  if (batch.plan && !is_plan_open(deciding.database, *batch.plan)) return refuse(ProblemCode::BatchClosed);
  if (auto quantity = check_quantity(batch.made); !quantity) return quantity;
  if (batch.rejects < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (batch.rejects > batch.made) return refuse(ProblemCode::RejectsTooMany);
  if (batch.minutes < 0 || batch.minutes > kMostRecipeMinutes) return refuse(ProblemCode::MinutesOutOfRange);
  if (batch.other < Money{}) return refuse(ProblemCode::AmountNegative);
  if (batch.other > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  constexpr std::int64_t hour = 60;
  if (batch.wage.minor > kLargestMoney.minor / (batch.minutes / hour + 1)) return refuse(ProblemCode::AmountTooLarge);
  return {};
}

Result<Decision> decide_one(const MakeBatch& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  BatchMade batch = command.batch;
  batch.wage = cost_rules(database).wage;
  if (auto checked = check_making(batch, deciding); !checked) return std::unexpected(checked.error());
  const Result<Made> makes = find_made(batch.product, batch.material, database);
  if (!makes) return std::unexpected(makes.error());
  Result<std::vector<UsedMaterial>> used = charged(batch.used, database);
  if (!used) return std::unexpected(used.error());
  batch.used = *std::move(used);
  if (const auto within = bounded(batch.cost()); !within) return std::unexpected(within.error());
  batch.id = deciding.ids.next<Batch>();
  if (batch.business_date == Date{}) batch.business_date = deciding.today();
  if (trimmed(batch.lot).empty()) {
    batch.lot = next_lot(batch.business_date, database);
  } else {
    Result<std::string> lot = checked_code(batch.lot);
    if (!lot) return std::unexpected(lot.error());
    batch.lot = *std::move(lot);
  }
  Decision decision;
  decision.facts.push_back({std::string(made), Json(batch), Json()});
  std::vector<MaterialMoved> moves;
  const auto move = [&](Id<Material> material, MaterialMove kind, Quantity quantity, Money value) {
    moves.push_back({.id = deciding.ids.next<MaterialMoved>(),
                     .material = material,
                     .move = kind,
                     .quantity = quantity,
                     .value = value,
                     .batch = batch.id,
                     .business_date = batch.business_date});
    if (kind == MaterialMove::Made) moves.back().expires = batch.best_before;
  };
  for (const UsedMaterial& one : batch.used) move(one.material, MaterialMove::Used, -one.quantity, -one.value);
  const bool has_good = batch.good() > Quantity{};
  if (batch.material && has_good) move(*batch.material, MaterialMove::Made, batch.good(), batch.cost());
  for (const MaterialMoved& one : moves) decision.facts.push_back(fact_of(one));
  const bool begins_tracking = makes->product && !makes->product->tracked;
  if (begins_tracking) decision.facts.push_back(fact_of(TrackingChanged{makes->product->id, true}));
  if (batch.product && has_good)
    decision.facts.push_back(pieces_made(batch, batch.good(), batch.business_date, deciding));
  decision.opposite = taking_back(batch, moves, batch.business_date, deciding).back;
  if (begins_tracking) decision.opposite.push_back(fact_of(TrackingChanged{makes->product->id, false}));
  decision.outcome = {.kind = "make_batch", .subject = batch.id.bytes, .label = makes->name(), .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const TakeBackBatch& command, const Deciding& deciding) {
  const auto batch = find_batch(deciding.database, command.batch);
  if (!batch) return refuse(ProblemCode::BatchUnknown);
  if (is_taken_back(deciding.database, command.batch)) return refuse(ProblemCode::BatchClosed);
  Decision decision;
  BothWays ways = taking_back(*batch, net_moves_of(deciding.database, command.batch), deciding.today(), deciding);
  decision.facts = std::move(ways.back);
  decision.opposite = std::move(ways.again);
  const Result<Made> makes = find_made(batch->product, batch->material, deciding.database);
  decision.outcome = {.kind = "take_back_batch",
                      .subject = command.batch.bytes,
                      .label = makes ? makes->name() : batch->lot,
                      .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const BatchCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

std::optional<BatchSaid> batch_standing_of(const Fact& fact) {
  if (fact.kind == made) return BatchSaid{fact.body.at("id").get<Id<Batch>>(), BatchStanding::Stands};
  if (fact.kind != taken_back) return std::nullopt;
  return BatchSaid{fact.body.at("batch").get<Id<Batch>>(),
                   fact.body.at("taken_back").get<bool>() ? BatchStanding::TakenBack : BatchStanding::Stands};
}

void apply_batch(const Fact& fact, const Applying& applying) {
  if (fact.kind == planned) {
    put_plan(applying.database, fact.body.get<BatchPlan>());
  } else if (fact.kind == made) {
    put_batch(applying.database, fact.body.get<BatchMade>(), applying.header);
  } else {
    const auto said = batch_standing_of(fact);
    LAPAK_ASSERT(said.has_value());
    put_standing(applying.database, said->batch, said->standing);
  }
}

}  // namespace lapak
