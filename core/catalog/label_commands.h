// catalog: what can be done to bar codes, to what labels say, and to the sheets they are printed on.
#pragma once
#include <variant>
#include <vector>

#include "core/catalog/label.h"
#include "core/journal/decision.h"

namespace lapak {

// A number of the in-store range for each of these that has no bar code yet, or for its variants; for all that are
// shown where none is named. Undoable. Problems: ProductUnknown, AllHaveBarcodes.
struct GiveBarcodes {
  std::vector<Id<Product>> products;
};
// Undoable. Problems: ProductUnknown, those of checked_label_facts.
struct SaveLabelFacts {
  Id<Product> product;
  LabelFacts facts;
};
// Adds (nil id) or changes; of one that comes with the program everything but its measures. Undoable.
// Problems: LabelSheetUnknown, LabelSheetFixed, those of checked_sheet.
struct SaveLabelSheet {
  LabelSheet sheet;
};

using LabelCommand = std::variant<GiveBarcodes, SaveLabelFacts, SaveLabelSheet>;

struct LabelFactsSaved {
  static constexpr std::string_view kind = "label.facts_saved";
  Id<Product> product;
  LabelFacts facts;
};
struct LabelSheetSaved {
  static constexpr std::string_view kind = "label.sheet_saved";
  LabelSheet sheet;
};

Result<Decision> decide(const LabelCommand& command, const Deciding& deciding);
void apply_label(const Fact& fact, const Applying& applying);

}  // namespace lapak
