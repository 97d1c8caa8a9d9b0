// making: the rows of batches, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/journal/journal.h"
#include "core/making/batch.h"

namespace lapak {

// Whichever way it went since.
std::optional<BatchPlan> find_plan(const Database& database, Id<Batch> id);
bool is_plan_open(const Database& database, Id<Batch> id);
std::optional<BatchMade> find_batch(const Database& database, Id<Batch> id);
bool is_taken_back(const Database& database, Id<Batch> id);
// How many batches bear that day.
std::int64_t batches_on(const Database& database, Date business_date);

struct PlanRow {
  BatchPlan plan;
  std::string name;  // of what it makes
};
// Still to be made, by day.
std::vector<PlanRow> open_plans(const Database& database);

struct BatchRow {
  Id<Batch> id;
  std::string name;  // of what it made
  std::string lot;
  Date business_date;
  Quantity made, rejects;
  Money cost;
  std::optional<Date> ready_from, best_before;
  bool is_taken_back = false;
};
// Newest first.
std::vector<BatchRow> batches(const Database& database, int limit);

// A batch as the recipe says, ready to be changed to what it really was: materials, minutes, other cost, the days it is
// ready and keeps to. Of a product its own recipe's or its parent's; without a recipe only what and how many.
// `today` is the day of making.
BatchMade batch_by_recipe(const Database& database, const CostBook& book, const std::optional<Id<Product>>& product,
                          const std::optional<Id<Material>>& material, Quantity quantity, Date today);

// What can be made of what is free, by name; without what nothing can be made of.
struct MakeableRow {
  std::optional<Id<Product>> product;
  std::optional<Id<Material>> material;
  std::string name;
  std::int64_t pieces = 0;
};
std::vector<MakeableRow> makeable_now(const Database& database, const CostBook& book);

// Writing, for apply_batch alone.
void put_plan(Database& database, const BatchPlan& plan);
void put_batch(Database& database, const BatchMade& batch, const EntryHeader& header);
void put_standing(Database& database, Id<Batch> batch, BatchStanding standing);

}  // namespace lapak
