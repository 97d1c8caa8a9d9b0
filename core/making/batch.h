// making: a batch: planned, its materials reserved, made, and what it really cost. Pure.
//
// What a batch cost is what its materials were charged with, its work at the wage of the day, and what else it took.
// The good pieces bear all of it, those that failed too; of a batch that failed whole it is the failed ones'.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/making/recipe.h"

namespace lapak {

struct CustomOrder;

struct BatchPlan {
  Id<Batch> id;
  std::optional<Id<Product>> product;    // makes this …
  std::optional<Id<Material>> material;  // … or this
  Quantity quantity;
  Date planned_for;
  std::optional<Id<CustomOrder>> order;  // for which it is made
  bool reserves = true;                  // what its recipe takes is not free for others
  bool called_off = false;
  std::vector<CostBook::Need> needs;  // as the recipe said when it was planned
  friend bool operator==(const BatchPlan&, const BatchPlan&) = default;
};

enum class BatchStanding { Stands, TakenBack };

struct UsedMaterial {
  Id<Material> material;
  Quantity quantity;  // in its unit
  Money value;        // what the batch is charged with
  friend bool operator==(const UsedMaterial&, const UsedMaterial&) = default;
};
struct BatchMade {
  Id<Batch> id;
  std::optional<Id<Batch>> plan;  // which it carries out
  std::optional<Id<Product>> product;
  std::optional<Id<Material>> material;
  Date business_date;
  Quantity made;     // those that failed included
  Quantity rejects;  // that failed
  std::int64_t minutes = 0;
  Money wage;  // of an hour
  Money other;
  std::vector<UsedMaterial> used;
  std::string lot;
  std::optional<Date> ready_from;  // curing, drying: not to be sold before
  std::optional<Date> best_before;

  Quantity good() const { return made - rejects; }
  Money materials() const;
  Money work() const;  // wage × minutes, rounded half away from zero
  Money cost() const { return materials() + work() + other; }
  friend bool operator==(const BatchMade&, const BatchMade&) = default;
};

}  // namespace lapak
