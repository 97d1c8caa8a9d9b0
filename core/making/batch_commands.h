// making: what can be done with batches. All of it is undoable.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/making/batch.h"

namespace lapak {

// Plans a batch or changes its plan; a nil id makes one. What its recipe takes is written down with it.
// Problems: BatchUnknown, BatchClosed, ProductUnknown (a parent of variants is none), MaterialUnknown, RecipeUnknown
// (of a material), OrderUnknown, QuantityZero, QuantityNegative, QuantityTooLarge.
struct PlanBatch {
  BatchPlan plan;
};
// A batch was made, as it really was: `made` counts those that failed too. Pieces go into stock, materials out, in one
// entry; what is short goes below zero. The id, the charges and the wage are filled in, and the day and the lot where
// none is said.
// Problems: BatchUnknown, BatchClosed, ProductUnknown, MaterialUnknown, QuantityZero, QuantityNegative,
// QuantityTooLarge, RejectsTooMany, MinutesOutOfRange, AmountNegative, AmountTooLarge, NameTooLong, TextNotUtf8.
struct MakeBatch {
  BatchMade batch;
};
// It never was: pieces out, materials in as they were charged, its plan open again. What was sold of it costs what its
// product costs.
// Problems: BatchUnknown, BatchClosed.
struct TakeBackBatch {
  Id<Batch> batch;
};
using BatchCommand = std::variant<PlanBatch, MakeBatch, TakeBackBatch>;

// What a fact says of a batch: that it was made or stands again, or that it was taken back; nullopt for any other fact.
struct BatchSaid {
  Id<Batch> batch;
  BatchStanding standing = BatchStanding::Stands;
};
std::optional<BatchSaid> batch_standing_of(const Fact& fact);

Result<Decision> decide(const BatchCommand& command, const Deciding& deciding);
void apply_batch(const Fact& fact, const Applying& applying);

}  // namespace lapak
