// screens: labels for what is in stock or was just made, and what the labels of an item say.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "app/screens/screen.h"
#include "core/making/batch.h"

namespace lapak {

// What the page begins with: these items as many as are in stock, or the good pieces of a batch with its lot; all that
// is in stock where neither is said.
struct LabelsBegun {
  std::vector<Id<Product>> products = {};
  std::optional<Id<Batch>> batch = std::nullopt;
};
std::unique_ptr<Screen> make_labels_page(LabelsBegun begun);
// Goes Back when it was saved.
std::unique_ptr<Screen> make_label_facts_page(Id<Product> product);

}  // namespace lapak
