// sale: what the goods sold cost: the lots their pieces are of, as sums beside what was sold.
//
// Called for every fact after its own room applied it, in the same transaction. A sale takes its pieces from the lots
// of its products, first in, first out; a refund into stock and a void give them back; what came back broken stays paid
// for. What was lost, given away or missed at a count leaves its lot too, and comes back with what turns up. A batch
// that is written down after some of it was sold is the cost of those pieces; one that is taken back was nobody's.
// product_sum and till_product_sum hold of what was sold the pieces of lots (lot_quantity) and what they cost
// (lot_cost); the others, quantity - lot_quantity, cost what their product costs now.
#pragma once
#include "core/journal/decision.h"

namespace lapak {

void follow_goods(const Fact& fact, const Applying& applying);

}  // namespace lapak
