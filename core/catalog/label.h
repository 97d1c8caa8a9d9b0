// catalog: what a label says about a product, and the sheet it is printed on. Pure types and rules.
//
// Lengths are whole micrometres, so that a sheet is as exact as its maker's leaflet: 38.1 mm is 38,100.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"

namespace lapak {

// What the law or the buyer wants to read, as the seller writes it. Empty: not known.
struct LabelFacts {
  std::string material;     // "100 % cotton"
  std::string care;         // "Wash by hand, cold"
  std::string ingredients;  // empty: made of the recipe where there is one
  std::string allergens;
  std::string net_content;    // "250 g", "30 ml"
  std::string registrations;  // a line each: "P-IRT 2063374010012-28"
  std::string story_link;     // where the story can be read; empty: the shop's own address
  friend bool operator==(const LabelFacts&, const LabelFacts&) = default;
};
// Trimmed. Problems: NameTooLong, TextNotUtf8.
Result<LabelFacts> checked_label_facts(LabelFacts facts);
// A variant's own; what it leaves empty is its parent's.
LabelFacts with_parents(LabelFacts own, const LabelFacts& parents);

enum class LabelPart {
  Name,
  Price,
  Maker,
  Material,
  Care,
  NetContent,
  Allergens,
  Ingredients,
  Registrations,
  Lot,
  BestBefore,
};
inline constexpr int kLabelParts = 11;
std::string_view label_part_code(LabelPart part);  // "name", "price", …, "best_before"
std::optional<LabelPart> find_label_part(std::string_view code);

// Bars: the product's EAN-13, else its barcode or its code as Code 128. Story: a QR that leads to its story.
enum class LabelCode { None, Bars, Story };
std::string_view label_code_code(LabelCode code);  // "none", "bars", "story"
std::optional<LabelCode> find_label_code(std::string_view code);

struct LabelSheet {
  Id<LabelSheet> id;
  std::string name;      // empty for those that come with the program: they are named by their measures
  bool is_roll = false;  // a page is one label
  int paper_width_um = 210'000, paper_height_um = 297'000;
  int columns = 3, rows = 7;
  int width_um = 63'500, height_um = 38'100;  // of one label
  int left_um = 7'200, top_um = 15'100;       // of the first one
  int gap_x_um = 2'500, gap_y_um = 0;
  int nudge_x_um = 0, nudge_y_um = 0;  // what the printer is off by, taken back: right and down
  LabelCode code = LabelCode::Bars;
  std::vector<LabelPart> parts{LabelPart::Name, LabelPart::Price};  // in this order, once each
  bool hidden = false;

  int labels() const { return columns * rows; }
  int label_left_um(int column) const { return left_um + column * (width_um + gap_x_um) + nudge_x_um; }
  int label_top_um(int row) const { return top_um + row * (height_um + gap_y_um) + nudge_y_um; }
  bool prints(LabelPart part) const;
  friend bool operator==(const LabelSheet&, const LabelSheet&) = default;
};
inline constexpr int kMostNudge_um = 20'000;
inline constexpr int kMostLabelCopies = 10'000;  // in one printing

// Those that come with the program, with fixed ids.
const std::vector<LabelSheet>& built_in_sheets();
bool is_built_in(Id<LabelSheet> sheet);
// "a4-3x7", "a4-2x7", "a4-5x13", "letter-3x10", "roll-50x30", "roll-40x30"; empty for the seller's own.
std::string_view built_in_code(Id<LabelSheet> sheet);

// A sheet whose labels lie on its paper; a roll's paper becomes its label. Parts are put in order.
// Problems: NameEmpty, NameTooLong (of her own), LabelsDoNotFit, LabelTooSmall, NudgeTooFar.
Result<LabelSheet> checked_sheet(LabelSheet sheet);

// The n-th number of the range that shops may use within their walls: 29, ten digits, the check digit.
// Asserts: 0 ≤ item < 10,000,000,000.
std::string in_store_ean13(std::int64_t item);
// Thirteen digits whose last checks the others.
bool is_ean13(std::string_view text);

}  // namespace lapak
