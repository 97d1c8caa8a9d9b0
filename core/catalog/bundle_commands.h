// catalog: what can be done to bundles. They are part of CatalogCommand.
#pragma once
#include <string_view>

#include "core/catalog/bundle_rule.h"
#include "core/journal/decision.h"

namespace lapak {

// Adds (nil id) or changes, stopping it too. Undoable; undoing a new one stops it.
// Problems: those of checked_bundle_rule, BundleUnknown, CategoryUnknown, ProductUnknown.
struct SaveBundleRule {
  BundleRule rule;
};

struct BundleRuleSaved {
  static constexpr std::string_view kind = "catalog.bundle_rule_saved";
  BundleRule rule;
};

Result<Decision> decide_bundle_rule(const SaveBundleRule& command, const Deciding& deciding);
void apply_bundle_rule(const Fact& fact, Database& database);

}  // namespace lapak
