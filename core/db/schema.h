// db: the schema and its history: numbered SQL, only ever appended.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "core/db/database.h"

namespace lapak {

inline constexpr std::int64_t kApplicationId = 0x4C70616B;  // "Lpak"

// The schema number this program writes.
std::int64_t current_schema();
// The number of the file (`user_version`); 0 for an empty one.
std::int64_t schema_of(const Database& database);
// Whether the file says it is a shop of Lapak.
bool is_shop(const Database& database);

// Brings the file from its schema to ours in one transaction, `user_version` included: the old or the new one, never
// between. Asserts: the file is not newer than the program.
void migrate(Database& database);

// Tables that hold facts, for Database::guard_facts.
std::span<const std::string_view> fact_tables();
// Every table that `verify` compares after a replay, each with its order.
std::span<const std::string_view> replayed_tables();

}  // namespace lapak
