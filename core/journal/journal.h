// journal: every change of the shop, in the order it happened, each chained to the one before.
//
// An entry is one command's worth of facts. The tables are its shadow: replaying all entries into an empty file gives
// the same tables. `body` never holds a person's name, contact or words; those stand in `personal`, which can be
// forgotten without breaking the chain, because the chain holds only its hash.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/db/database.h"

namespace lapak {

struct Seller;  // people/seller.h
struct Epoch;
struct Fact;  // journal/fact.h
struct JournalEntry;

using Hash = std::array<std::uint8_t, 32>;

// What is the same for all facts of an entry.
struct EntryHeader {
  Id<JournalEntry> id;
  Instant at;
  std::optional<Id<Seller>> who;
  std::string kind;  // the command: "sell", "refund", "save_product"
};

struct Entry {
  EntryHeader header;
  std::vector<Fact> facts;
};

// One unbroken life of one till. A restored backup or a copied file begins a new one.
struct EpochCard {
  Id<Epoch> id;
  std::int64_t number = 1;
  std::string till = "A";
};

// The epoch that entries are written to now. Throws DatabaseError, damaged: there is none.
EpochCard current_epoch(const Database& database);
// Begins a new epoch, numbered one higher than any this file knows for the till. Inside the caller's transaction.
EpochCard begin_epoch(Database& database, IdSource& ids, Instant at, std::string_view till, std::string_view reason);

// Appends inside the caller's transaction. `salt` keeps the hash of personal words from being guessed.
// Returns the entry's hash, the new head of the chain.
Hash append_entry(Database& database, const Entry& entry, const std::array<std::uint8_t, 16>& salt);

struct Head {
  std::int64_t seq = 0;  // 0: no entries
  Hash hash{};
};
Head journal_head(const Database& database);

// Calls `visit` with each entry from the first on, after checking its hash. Stops at the first broken one.
// Returns the number of entries visited, or the seq of the broken entry.
struct Walk {
  std::int64_t entries = 0;
  std::optional<std::int64_t> broken_at;
};
Walk walk_journal(const Database& database, const std::function<void(const Entry&)>& visit);

}  // namespace lapak
