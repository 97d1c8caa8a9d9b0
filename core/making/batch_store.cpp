// making: the rows of batches.
#include "core/making/batch_store.h"

#include <algorithm>

#include "core/catalog/product_store.h"
#include "core/making/material_store.h"

namespace lapak {
namespace {

std::string name_of_made(const Database& database, const std::optional<Id<Product>>& product,
                         const std::optional<Id<Material>>& material) {
  if (product) return product_label(database, *product);
  const auto known = find_material(database, *material);
  return known ? known->name : std::string();
}

const std::string select_batches =
    "SELECT id, plan, product, material, business_date, made, rejects, minutes, wage, other, lot, ready_from, "
    "best_before FROM batch_made ";

BatchMade read_batch(const Rows& rows) {
  return {.id = rows.get<Id<Batch>>(0),
          .plan = rows.get<std::optional<Id<Batch>>>(1),
          .product = rows.get<std::optional<Id<Product>>>(2),
          .material = rows.get<std::optional<Id<Material>>>(3),
          .business_date = rows.get<Date>(4),
          .made = rows.get<Quantity>(5),
          .rejects = rows.get<Quantity>(6),
          .minutes = rows.get<std::int64_t>(7),
          .wage = rows.get<Money>(8),
          .other = rows.get<Money>(9),
          .used = {},
          .lot = rows.get<std::string>(10),
          .ready_from = rows.get<std::optional<Date>>(11),
          .best_before = rows.get<std::optional<Date>>(12)};
}

}  // namespace

std::optional<BatchPlan> find_plan(const Database& database, Id<Batch> id) {
  Rows rows = database.query(
      "SELECT product, material, quantity, planned_for, custom_order, reserves, called_off FROM batch_plan WHERE id = "
      "?",
      id);
  if (!rows.next()) return std::nullopt;
  BatchPlan plan{.id = id,
                 .product = rows.get<std::optional<Id<Product>>>(0),
                 .material = rows.get<std::optional<Id<Material>>>(1),
                 .quantity = rows.get<Quantity>(2),
                 .planned_for = rows.get<Date>(3),
                 .order = rows.get<std::optional<Id<CustomOrder>>>(4),
                 .reserves = rows.get<bool>(5),
                 .called_off = rows.get<bool>(6),
                 .needs = {}};
  for (Rows needs = database.query("SELECT material, quantity FROM batch_need WHERE batch = ? ORDER BY position", id);
       needs.next();)
    plan.needs.push_back({needs.get<Id<Material>>(0), needs.get<Quantity>(1)});
  return plan;
}

bool is_plan_open(const Database& database, Id<Batch> id) {
  return database.value<bool>("SELECT 1 FROM batch_open WHERE batch = ?", id).has_value();
}

std::optional<BatchMade> find_batch(const Database& database, Id<Batch> id) {
  static const std::string sql = select_batches + "WHERE id = ?";
  Rows rows = database.query(sql, id);
  if (!rows.next()) return std::nullopt;
  BatchMade batch = read_batch(rows);
  for (Rows used =
           database.query("SELECT material, quantity, value FROM batch_used WHERE batch = ? ORDER BY position", id);
       used.next();)
    batch.used.push_back({used.get<Id<Material>>(0), used.get<Quantity>(1), used.get<Money>(2)});
  return batch;
}

bool is_taken_back(const Database& database, Id<Batch> id) {
  return database.value<bool>("SELECT 1 FROM batch_taken_back WHERE batch = ?", id).has_value();
}

std::int64_t batches_on(const Database& database, Date business_date) {
  return database.value<std::int64_t>("SELECT count(*) FROM batch_made WHERE business_date = ?", business_date)
      .value_or(0);
}

std::vector<PlanRow> open_plans(const Database& database) {
  std::vector<PlanRow> all;
  for (Rows rows = database.query(
           "SELECT p.id FROM batch_open o JOIN batch_plan p ON p.id = o.batch ORDER BY p.planned_for, p.id");
       rows.next();) {
    const std::optional<BatchPlan> plan = find_plan(database, rows.get<Id<Batch>>(0));
    all.push_back({*plan, name_of_made(database, plan->product, plan->material)});
  }
  return all;
}

std::vector<BatchRow> batches(const Database& database, int limit) {
  std::vector<BatchRow> all;
  static const std::string sql = select_batches + "ORDER BY rowid DESC LIMIT ?";
  for (Rows rows = database.query(sql, limit); rows.next();) {
    const BatchMade batch = find_batch(database, rows.get<Id<Batch>>(0)).value();
    all.push_back({.id = batch.id,
                   .name = name_of_made(database, batch.product, batch.material),
                   .lot = batch.lot,
                   .business_date = batch.business_date,
                   .made = batch.made,
                   .rejects = batch.rejects,
                   .cost = batch.cost(),
                   .ready_from = batch.ready_from,
                   .best_before = batch.best_before,
                   .is_taken_back = is_taken_back(database, batch.id)});
  }
  return all;
}

BatchMade batch_by_recipe(const Database& database, const CostBook& book, const std::optional<Id<Product>>& product,
                          const std::optional<Id<Material>>& material, Quantity quantity, Date today) {
  BatchMade batch{.product = product,
                  .material = material,
                  .business_date = today,
                  .made = quantity,
                  .rejects = {},
                  .wage = book.rules().wage};
  const Recipe* recipe = nullptr;
  if (product) {
    const auto card = find_product(database, *product);
    recipe = book.recipe_of(*product, card ? card->parent : std::nullopt);
  } else if (material) {
    recipe = book.recipe_of(*material);
  }
  if (recipe == nullptr || quantity <= Quantity{}) return batch;
  if (const auto needs = book.needs(*recipe, quantity))
    for (const CostBook::Need& need : *needs) batch.used.push_back({need.material, need.quantity, {}});
  const Fraction part{quantity.thousandths, recipe->yield.thousandths};
  const Result<Quantity> minutes = times(Quantity{recipe->minutes}, part);
  batch.minutes = std::min(minutes ? minutes->thousandths : kMostRecipeMinutes, kMostRecipeMinutes);
  const Result<Quantity> other = times(Quantity{recipe->other.minor}, part);
  batch.other = Money{std::min(other ? other->thousandths : kLargestMoney.minor, kLargestMoney.minor)};
  if (recipe->ready_after_days > 0) batch.ready_from = today.plus_days(recipe->ready_after_days);
  if (recipe->best_before_days > 0) batch.best_before = today.plus_days(recipe->best_before_days);
  return batch;
}

std::vector<MakeableRow> makeable_now(const Database& database, const CostBook& book) {
  std::vector<MakeableRow> all;
  for (const Recipe& recipe : book.recipes()) {
    const auto pieces = book.makeable(recipe);
    if (!pieces || *pieces == 0) continue;
    all.push_back({recipe.product, recipe.material, name_of_made(database, recipe.product, recipe.material), *pieces});
  }
  std::ranges::stable_sort(all, {}, &MakeableRow::name);
  return all;
}

void put_plan(Database& database, const BatchPlan& plan) {
  database.run(
      "INSERT INTO batch_plan(id, product, material, quantity, planned_for, custom_order, reserves, called_off) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET product = ?2, material = ?3, quantity = "
      "?4, "
      "planned_for = ?5, custom_order = ?6, reserves = ?7, called_off = ?8",
      plan.id, plan.product, plan.material, plan.quantity, plan.planned_for, plan.order, plan.reserves,
      plan.called_off);
  database.run("DELETE FROM batch_need WHERE batch = ?", plan.id);
  int position = 0;
  for (const CostBook::Need& need : plan.needs)
    database.run("INSERT INTO batch_need(batch, position, material, quantity) VALUES (?, ?, ?, ?)", plan.id, position++,
                 need.material, need.quantity);
  if (plan.called_off)
    database.run("DELETE FROM batch_open WHERE batch = ?", plan.id);
  else
    database.run("INSERT INTO batch_open(batch) VALUES (?) ON CONFLICT DO NOTHING", plan.id);
}

void put_batch(Database& database, const BatchMade& batch, const EntryHeader& header) {
  database.run(
      "INSERT INTO batch_made(id, plan, product, material, at, business_date, who, made, rejects, minutes, wage, "
      "materials, work, other, lot, ready_from, best_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?)",
      batch.id, batch.plan, batch.product, batch.material, header.at, batch.business_date, header.who, batch.made,
      batch.rejects, batch.minutes, batch.wage, batch.materials(), batch.work(), batch.other, batch.lot,
      batch.ready_from, batch.best_before);
  int position = 0;
  for (const UsedMaterial& used : batch.used)
    database.run("INSERT INTO batch_used(batch, position, material, quantity, value) VALUES (?, ?, ?, ?, ?)", batch.id,
                 position++, used.material, used.quantity, used.value);
  if (batch.plan) database.run("DELETE FROM batch_open WHERE batch = ?", *batch.plan);
}

void put_standing(Database& database, Id<Batch> batch, BatchStanding standing) {
  if (standing == BatchStanding::TakenBack) {
    database.run("INSERT INTO batch_taken_back(batch) VALUES (?)", batch);
    database.run("INSERT INTO batch_open(batch) SELECT plan FROM batch_made WHERE id = ? AND plan IS NOT NULL", batch);
  } else {
    database.run("DELETE FROM batch_taken_back WHERE batch = ?", batch);
    database.run("DELETE FROM batch_open WHERE batch = (SELECT plan FROM batch_made WHERE id = ?)", batch);
  }
}

}  // namespace lapak
