// screens: bundles: any so many pieces of some goods for one price.
#pragma once
#include <memory>
#include <optional>

#include "app/screens/screen.h"
#include "core/catalog/bundle_rule.h"

namespace lapak {

std::unique_ptr<Screen> make_bundles_page();
// Of a new one where none is named. Goes Back when it was saved.
std::unique_ptr<Screen> make_bundle_editor(std::optional<Id<BundleRule>> rule);

}  // namespace lapak
