// catalog: what a label says, and the sheet it is printed on.
#include "core/catalog/label.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::string_view, kLabelParts> part_codes{
    "name",      "price",       "maker",         "material", "care",       "net_content",
    "allergens", "ingredients", "registrations", "lot",      "best_before"};
constexpr std::array<std::string_view, 3> code_codes{"none", "bars", "story"};

constexpr std::array<std::string_view, 6> built_in_codes{"a4-3x7",      "a4-2x7",     "a4-5x13",
                                                         "letter-3x10", "roll-50x30", "roll-40x30"};

constexpr int narrowest_um = 15'000, lowest_um = 8'000, longest_um = 1'000'000, most_in_a_line = 60;

Id<LabelSheet> built_in_id(std::size_t n) {
  Id<LabelSheet> id;
  id.bytes.back() = static_cast<std::uint8_t>(n + 1);
  return id;
}

LabelSheet sheet(std::size_t n, int paper_width, int paper_height, int columns, int rows, int width, int height,
                 int left, int top, int gap_x) {
  return {.id = built_in_id(n),
          .name = {},
          .is_roll = false,
          .paper_width_um = paper_width,
          .paper_height_um = paper_height,
          .columns = columns,
          .rows = rows,
          .width_um = width,
          .height_um = height,
          .left_um = left,
          .top_um = top,
          .gap_x_um = gap_x,
          .gap_y_um = 0};
}

LabelSheet roll(std::size_t n, int width, int height) {
  LabelSheet made = sheet(n, width, height, 1, 1, width, height, 0, 0, 0);
  made.is_roll = true;
  return made;
}

std::vector<LabelSheet> make_built_in_sheets() {
  constexpr int a4_width = 210'000, a4_height = 297'000, letter_width = 215'900, letter_height = 279'400;
  std::vector<LabelSheet> all{
      sheet(0, a4_width, a4_height, 3, 7, 63'500, 38'100, 7'200, 15'100, 2'500),
      sheet(1, a4_width, a4_height, 2, 7, 99'100, 38'100, 4'700, 15'100, 2'500),
      sheet(2, a4_width, a4_height, 5, 13, 38'100, 21'200, 4'700, 10'700, 2'500),
      sheet(3, letter_width, letter_height, 3, 10, 66'700, 25'400, 4'800, 12'700, 3'200),
      roll(4, 50'000, 30'000),
      roll(5, 40'000, 30'000),
  };
  using enum LabelPart;
  all[1].parts = {Name,      Price,       Maker,         Material, Care,      NetContent,
                  Allergens, Ingredients, Registrations, Lot,      BestBefore};
  return all;
}

std::uint8_t check_digit(std::string_view twelve) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<std::uint8_t>((10 - sum % 10) % 10);
}

bool is_within(int value, int low, int high) {
  return value >= low && value <= high;
}

}  // namespace

Result<LabelFacts> checked_label_facts(LabelFacts facts) {
  for (std::string* const text :
       {&facts.material, &facts.care, &facts.ingredients, &facts.allergens, &facts.net_content}) {
    Result<std::string> checked = checked_note(*text);
    if (!checked) return std::unexpected(checked.error());
    *text = std::string(trimmed(*checked));
  }
  // Numbers of registrations are as long as cards' numbers and stay as they are.
  for (std::string* const text : {&facts.registrations, &facts.story_link}) {
    if (text->size() > kLongestNote_bytes)
      return refuse(ProblemCode::NameTooLong, static_cast<std::int64_t>(text->size()),
                    static_cast<std::int64_t>(kLongestNote_bytes));
    if (!is_utf8(*text)) return refuse(ProblemCode::TextNotUtf8);
    *text = std::string(trimmed(*text));
  }
  return facts;
}

LabelFacts with_parents(LabelFacts own, const LabelFacts& parents) {
  const auto take = [&](std::string LabelFacts::*text) {
    if ((own.*text).empty()) own.*text = parents.*text;
  };
  take(&LabelFacts::material);
  take(&LabelFacts::care);
  take(&LabelFacts::ingredients);
  take(&LabelFacts::allergens);
  take(&LabelFacts::net_content);
  take(&LabelFacts::registrations);
  take(&LabelFacts::story_link);
  return own;
}

std::string_view label_part_code(LabelPart part) {
  return part_codes[static_cast<std::size_t>(part)];
}
std::optional<LabelPart> find_label_part(std::string_view code) {
  const auto found = std::ranges::find(part_codes, code);
  if (found == part_codes.end()) return std::nullopt;
  return static_cast<LabelPart>(found - part_codes.begin());
}

std::string_view label_code_code(LabelCode code) {
  return code_codes[static_cast<std::size_t>(code)];
}
std::optional<LabelCode> find_label_code(std::string_view code) {
  const auto found = std::ranges::find(code_codes, code);
  if (found == code_codes.end()) return std::nullopt;
  return static_cast<LabelCode>(found - code_codes.begin());
}

bool LabelSheet::prints(LabelPart part) const {
  return std::ranges::find(parts, part) != parts.end();
}

const std::vector<LabelSheet>& built_in_sheets() {
  static const std::vector<LabelSheet> all = make_built_in_sheets();
  return all;
}
bool is_built_in(Id<LabelSheet> sheet) {
  return !built_in_code(sheet).empty();
}
std::string_view built_in_code(Id<LabelSheet> sheet) {
  for (std::size_t n = 0; n < built_in_codes.size(); ++n)
    if (sheet == built_in_id(n)) return built_in_codes[n];
  return {};
}

Result<LabelSheet> checked_sheet(LabelSheet sheet) {
  if (!is_built_in(sheet.id)) {
    Result<std::string> name = checked_name(sheet.name);
    if (!name) return std::unexpected(name.error());
    sheet.name = std::move(*name);
  }
  if (sheet.width_um < narrowest_um || sheet.height_um < lowest_um) return refuse(ProblemCode::LabelTooSmall);
  if (sheet.is_roll) {
    sheet.columns = sheet.rows = 1;
    sheet.left_um = sheet.top_um = sheet.gap_x_um = sheet.gap_y_um = 0;
    sheet.paper_width_um = sheet.width_um;
    sheet.paper_height_um = sheet.height_um;
  }
  const bool is_sane = is_within(sheet.paper_width_um, narrowest_um, longest_um) &&
                       is_within(sheet.paper_height_um, lowest_um, longest_um) &&
                       is_within(sheet.columns, 1, most_in_a_line) && is_within(sheet.rows, 1, most_in_a_line) &&
                       sheet.width_um <= sheet.paper_width_um && sheet.height_um <= sheet.paper_height_um &&
                       is_within(sheet.left_um, 0, longest_um) && is_within(sheet.top_um, 0, longest_um) &&
                       is_within(sheet.gap_x_um, 0, longest_um) && is_within(sheet.gap_y_um, 0, longest_um);
  if (!is_sane) return refuse(ProblemCode::LabelsDoNotFit);
  const std::int64_t right =
      sheet.left_um + std::int64_t{sheet.columns} * (sheet.width_um + sheet.gap_x_um) - sheet.gap_x_um;
  const std::int64_t bottom =
      sheet.top_um + std::int64_t{sheet.rows} * (sheet.height_um + sheet.gap_y_um) - sheet.gap_y_um;
  if (right > sheet.paper_width_um || bottom > sheet.paper_height_um) return refuse(ProblemCode::LabelsDoNotFit);
  if (!is_within(sheet.nudge_x_um, -kMostNudge_um, kMostNudge_um) ||
      !is_within(sheet.nudge_y_um, -kMostNudge_um, kMostNudge_um))
    return refuse(ProblemCode::NudgeTooFar);
  std::ranges::sort(sheet.parts);
  const auto again = std::ranges::unique(sheet.parts);
  sheet.parts.erase(again.begin(), again.end());
  return sheet;
}

std::string in_store_ean13(std::int64_t item) {
  LAPAK_ASSERT(item >= 0 && item < 10'000'000'000);
  std::string digits = std::to_string(item);
  digits = "29" + std::string(10 - digits.size(), '0') + digits;
  return digits + static_cast<char>('0' + check_digit(digits));
}

bool is_ean13(std::string_view text) {
  return text.size() == 13 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
         text.back() - '0' == check_digit(text);
}

}  // namespace lapak
