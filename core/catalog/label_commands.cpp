// catalog: what can be done to bar codes, to what labels say, and to the sheets they are printed on.
#include "core/catalog/label_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/catalog_json.h"
#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LabelFacts, material, care, ingredients, allergens, net_content,
                                                registrations, story_link)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LabelFactsSaved, product, facts)

void to_json(Json& json, LabelPart part) {
  json = label_part_code(part);
}
void from_json(const Json& json, LabelPart& part) {
  part = find_label_part(json.get_ref<const std::string&>()).value();
}
void to_json(Json& json, LabelCode code) {
  json = label_code_code(code);
}
void from_json(const Json& json, LabelCode& code) {
  code = find_label_code(json.get_ref<const std::string&>()).value();
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LabelSheet, id, name, is_roll, paper_width_um, paper_height_um, columns,
                                                rows, width_um, height_um, left_um, top_um, gap_x_um, gap_y_um,
                                                nudge_x_um, nudge_y_um, code, parts, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LabelSheetSaved, sheet)

namespace {

constexpr std::int64_t in_store_items = 10'000'000'000;

// Numbers of the in-store range that nothing has, in order, after the highest that is given; from the first one again
// where somebody typed the last.
class FreeNumbers {
 public:
  explicit FreeNumbers(const Database& database)
      : database_(database),
        item_(database
                  .value<std::int64_t>("SELECT coalesce(max(CAST(substr(barcode, 3, 10) AS INTEGER)), 0) FROM product "
                                       "WHERE barcode GLOB '29[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'")
                  .value_or(0)) {}

  std::string next() {
    for (;;) {
      item_ = item_ + 1 < in_store_items ? item_ + 1 : 1;
      std::string number = in_store_ean13(item_);
      // A code may look like it: whoever scans it would get the other product.
      if (!find_product_by_code(database_, number)) return number;
    }
  }

 private:
  const Database& database_;
  std::int64_t item_;
};

std::vector<Id<Product>> all_shown(const Database& database) {
  std::vector<Id<Product>> all;
  for (Rows rows = database.query(
           "SELECT id FROM product WHERE hidden = 0 AND barcode = '' AND option_names = '[]' ORDER BY name, position, "
           "id");
       rows.next();)
    all.push_back(rows.get<Id<Product>>(0));
  return all;
}

Result<Decision> decide_one(const GiveBarcodes& command, const Deciding& deciding) {
  Decision decision;
  FreeNumbers free(deciding.database);
  std::vector<Id<Product>> given;
  const auto give = [&](Product product) {
    if (!product.barcode.empty() || std::ranges::find(given, product.id) != given.end()) return;
    given.push_back(product.id);
    decision.opposite.insert(decision.opposite.begin(), fact_of(ProductSaved{product}));
    product.barcode = free.next();
    decision.outcome.subject = product.id.bytes;
    decision.outcome.label = product.barcode;
    decision.facts.push_back(fact_of(ProductSaved{std::move(product)}));
  };
  for (const Id<Product> id : command.products.empty() ? all_shown(deciding.database) : command.products) {
    const std::optional<Product> product = find_product(deciding.database, id);
    if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
    if (!product->has_variants()) give(*product);
    for (const Product& variant : product->has_variants() ? variants_of(deciding.database, id) : std::vector<Product>())
      give(variant);
  }
  if (given.empty()) return refuse(ProblemCode::AllHaveBarcodes);
  if (given.size() > 1) decision.outcome.label = std::to_string(given.size());
  decision.outcome.kind = given.size() > 1 ? "give_barcodes" : "give_barcode";
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const SaveLabelFacts& command, const Deciding& deciding) {
  const std::optional<Product> product = find_product(deciding.database, command.product);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  Result<LabelFacts> facts = checked_label_facts(command.facts);
  if (!facts) return std::unexpected(facts.error());
  const LabelFacts before = label_facts(deciding.database, product->id);
  Decision decision;
  if (before != *facts) {
    decision.facts.push_back(fact_of(LabelFactsSaved{product->id, *facts}));
    decision.opposite.push_back(fact_of(LabelFactsSaved{product->id, before}));
  }
  decision.outcome = {
      .kind = "save_label_facts", .subject = product->id.bytes, .label = product->name, .is_undoable = true};
  return decision;
}

bool same_measures(const LabelSheet& a, LabelSheet b) {
  b.nudge_x_um = a.nudge_x_um;
  b.nudge_y_um = a.nudge_y_um;
  b.code = a.code;
  b.parts = a.parts;
  return a == b;
}

Result<Decision> decide_one(const SaveLabelSheet& command, const Deciding& deciding) {
  Result<LabelSheet> sheet = checked_sheet(command.sheet);
  if (!sheet) return std::unexpected(sheet.error());
  LabelSheet before = *sheet;
  if (sheet->id.is_nil()) {
    sheet->id = deciding.ids.next<LabelSheet>();
    before = *sheet;
    before.hidden = true;
  } else {
    const std::optional<LabelSheet> known = find_label_sheet(deciding.database, sheet->id);
    if (!known) return refuse(ProblemCode::LabelSheetUnknown, sheet->name);
    if (is_built_in(sheet->id) && !same_measures(*known, *sheet)) return refuse(ProblemCode::LabelSheetFixed);
    before = *known;
  }
  Decision decision;
  if (before != *sheet) {
    decision.facts.push_back(fact_of(LabelSheetSaved{*sheet}));
    decision.opposite.push_back(fact_of(LabelSheetSaved{before}));
  }
  decision.outcome = {
      .kind = "save_label_sheet", .subject = sheet->id.bytes, .label = sheet->name, .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const LabelCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_label(const Fact& fact, const Applying& applying) {
  if (fact.kind == LabelFactsSaved::kind) {
    const auto saved = fact.body.get<LabelFactsSaved>();
    put_label_facts(applying.database, saved.product, saved.facts);
  } else {
    LAPAK_ASSERT(fact.kind == LabelSheetSaved::kind);
    put_label_sheet(applying.database, fact.body.get<LabelSheetSaved>().sheet);
  }
}

}  // namespace lapak
