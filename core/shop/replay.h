// shop: the journal is the shop, and the tables are its shadow. Here the shadow is cast again and compared.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/journal/decision.h"

namespace lapak {

// Hands a fact to the room it belongs to ("sale.sold" → sale).
void apply_fact(const Fact& fact, const Applying& applying);

struct Verification {
  std::int64_t entries = 0;
  std::int64_t tables = 0;
  std::int64_t rows = 0;
  std::vector<std::string> differences;  // in English: for us and for `lapak verify`
  bool is_clean() const { return differences.empty(); }
};

// Checks the chain, replays every entry into an empty file in memory and compares every table row by row; hashes every
// photo again. Words about a forgotten person are NULL on both sides. Reads only; any thread with its own connection.
// Asks `is_stopped` often: true ends it early, with nothing compared that was not replayed to its end.
using IsStopped = std::function<bool()>;
Verification verify(const Database& shop, const IsStopped& is_stopped = {});

}  // namespace lapak
