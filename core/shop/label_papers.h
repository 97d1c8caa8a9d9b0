// shop: labels and story cards filled from the facts.
//
// Questions only, in the shop's language. Any thread with its own connection.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/label.h"
#include "core/db/database.h"
#include "core/making/batch.h"
#include "core/paper/label.h"
#include "core/profile/profile.h"

namespace lapak {

struct LabelWish {
  struct Line {
    Id<Product> product;  // something that can be sold: a variant, or a product without any
    std::int64_t copies = 1;
    friend bool operator==(const Line&, const Line&) = default;
  };
  LabelSheet sheet;
  int first = 0;  // the first free label, from 0
  std::vector<Line> lines;
  std::optional<Id<Batch>> batch;  // whose lot and best-before day are printed
};

// What is wrong with the labels of some products, by the name of each.
struct LabelWarning {
  LabelTrouble trouble = LabelTrouble::TextCut;
  LabelCode code = LabelCode::None;  // which was wanted
  std::vector<std::string> products;
  friend bool operator==(const LabelWarning&, const LabelWarning&) = default;
};
struct FilledLabels {
  Document document;
  std::int64_t labels = 0;
  std::vector<LabelWarning> warnings;
};
// Problems: those of checked_sheet, NothingToLabel, QuantityTooLarge (more than kMostLabelCopies), ProductUnknown.
Result<FilledLabels> labels_of(const Database& database, const Profile& profile, const LabelWish& wish, Instant now);
// "The code of Mug would be too small to be read on these labels and is left out."
std::string label_warning(const LabelWarning& warning, const Words& words);

// The pieces in stock, whole ones, of what is named; of all that is shown where nothing is. A product with variants
// stands for those. What there is nothing of comes with 0 copies.
std::vector<LabelWish::Line> lines_in_stock(const Database& database, const std::vector<Id<Product>>& products);
// The good pieces of a batch. Problems: BatchUnknown, NothingToLabel (it made a material, or was taken back).
Result<std::vector<LabelWish::Line>> lines_of_batch(const Database& database, Id<Batch> batch);

// "A4 · 3 × 7 · 63.5 × 38.1 mm", or what she called it.
std::string label_sheet_name(const LabelSheet& sheet, const Words& words);
// "63.5"
std::string millimetres(int um, const Words& words);
std::string_view label_part_name(LabelPart part, const Words& words);
std::string_view label_code_name(LabelCode code, const Words& words);

// What the recipe says is in it; empty without one.
std::string ingredients_of(const Database& database, const Product& product);

Document label_ruler_of(const Profile& profile, const LabelSheet& sheet, Instant now);
// A card for each; of those that are not known none. Asserts: at least one is known.
Document story_cards_of(const Database& database, const Profile& profile, const std::vector<Id<Product>>& products,
                        CardPaper paper, Instant now);

}  // namespace lapak
