// catalog: the rows of bundles.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/catalog/bundle_rule.h"
#include "core/db/database.h"

namespace lapak {

// By name; those that are stopped stand at the end.
std::vector<BundleRule> bundle_rules(const Database& database);
std::vector<BundleRule> bundle_rules_in_force(const Database& database);
std::optional<BundleRule> find_bundle_rule(const Database& database, Id<BundleRule> id);
// Upper and lower case alike; one in force before one that is stopped.
std::optional<BundleRule> find_bundle_rule(const Database& database, std::string_view name);

// Writing, for apply_catalog alone.
void put_bundle_rule(Database& database, const BundleRule& rule);

}  // namespace lapak
