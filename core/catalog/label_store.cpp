// catalog: the rows of what labels say and of the sheets they are printed on.
#include "core/catalog/label_store.h"

#include <algorithm>

#include "core/base/text.h"

namespace lapak {
namespace {

LabelSheet read_sheet(const Rows& rows) {
  LabelSheet sheet{.id = rows.get<Id<LabelSheet>>(0),
                   .name = rows.get<std::string>(1),
                   .is_roll = rows.get<bool>(2),
                   .paper_width_um = rows.get<int>(3),
                   .paper_height_um = rows.get<int>(4),
                   .columns = rows.get<int>(5),
                   .rows = rows.get<int>(6),
                   .width_um = rows.get<int>(7),
                   .height_um = rows.get<int>(8),
                   .left_um = rows.get<int>(9),
                   .top_um = rows.get<int>(10),
                   .gap_x_um = rows.get<int>(11),
                   .gap_y_um = rows.get<int>(12),
                   .nudge_x_um = rows.get<int>(13),
                   .nudge_y_um = rows.get<int>(14),
                   .code = find_label_code(rows.get<std::string_view>(15)).value(),
                   .parts = {},
                   .hidden = rows.get<bool>(17)};
  const std::string parts = rows.get<std::string>(16);
  for (std::size_t at = 0; at < parts.size();) {
    const std::size_t end = std::min(parts.find(' ', at), parts.size());
    if (const auto part = find_label_part(std::string_view(parts).substr(at, end - at))) sheet.parts.push_back(*part);
    at = end + 1;
  }
  return sheet;
}

std::vector<LabelSheet> all_sheets(const Database& database) {
  std::vector<LabelSheet> all = built_in_sheets();
  const auto own = static_cast<std::ptrdiff_t>(all.size());
  for (Rows rows = database.query(
           "SELECT id, name, is_roll, paper_width, paper_height, columns, rows, width, height, left, top, gap_x, "
           "gap_y, nudge_x, nudge_y, code, parts, hidden FROM label_sheet");
       rows.next();) {
    LabelSheet sheet = read_sheet(rows);
    const auto known = std::ranges::find(all, sheet.id, &LabelSheet::id);
    if (known != all.end())
      *known = std::move(sheet);
    else
      all.push_back(std::move(sheet));
  }
  std::ranges::stable_sort(all.begin() + own, all.end(), {}, [](const LabelSheet& one) { return folded(one.name); });
  return all;
}

}  // namespace

LabelFacts label_facts(const Database& database, Id<Product> product) {
  Rows rows = database.query(
      "SELECT material, care, ingredients, allergens, net_content, registrations, story_link FROM label_facts "
      "WHERE product = ?",
      product);
  if (!rows.next()) return {};
  return {rows.get<std::string>(0), rows.get<std::string>(1), rows.get<std::string>(2), rows.get<std::string>(3),
          rows.get<std::string>(4), rows.get<std::string>(5), rows.get<std::string>(6)};
}

LabelFacts label_facts_of(const Database& database, const Product& product) {
  LabelFacts own = label_facts(database, product.id);
  return product.parent ? with_parents(std::move(own), label_facts(database, *product.parent)) : own;
}

std::vector<LabelSheet> label_sheets(const Database& database) {
  std::vector<LabelSheet> shown = all_sheets(database);
  std::erase_if(shown, &LabelSheet::hidden);
  return shown;
}

std::optional<LabelSheet> find_label_sheet(const Database& database, Id<LabelSheet> id) {
  const std::vector<LabelSheet> all = all_sheets(database);
  const auto found = std::ranges::find(all, id, &LabelSheet::id);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<LabelSheet> find_label_sheet(const Database& database, std::string_view name) {
  const std::string wanted = folded(name);
  for (LabelSheet& sheet : label_sheets(database))
    if (is_built_in(sheet.id) ? built_in_code(sheet.id) == name : folded(sheet.name) == wanted) return std::move(sheet);
  return std::nullopt;
}

int without_barcode(const Database& database) {
  return database.value<int>("SELECT count(*) FROM product WHERE hidden = 0 AND barcode = '' AND option_names = '[]'")
      .value_or(0);
}

void put_label_facts(Database& database, Id<Product> product, const LabelFacts& facts) {
  if (facts == LabelFacts{}) {
    database.run("DELETE FROM label_facts WHERE product = ?", product);
    return;
  }
  database.run(
      "INSERT INTO label_facts(product, material, care, ingredients, allergens, net_content, registrations, "
      "story_link) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(product) DO UPDATE SET material = ?2, "
      "care = ?3, ingredients = ?4, allergens = ?5, net_content = ?6, registrations = ?7, story_link = ?8",
      product, facts.material, facts.care, facts.ingredients, facts.allergens, facts.net_content, facts.registrations,
      facts.story_link);
}

void put_label_sheet(Database& database, const LabelSheet& s) {
  std::string parts;
  for (const LabelPart part : s.parts) parts += (parts.empty() ? "" : " ") + std::string(label_part_code(part));
  database.run(
      "INSERT OR REPLACE INTO label_sheet(id, name, is_roll, paper_width, paper_height, columns, rows, width, height, "
      "left, top, gap_x, gap_y, nudge_x, nudge_y, code, parts, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?)",
      s.id, s.name, s.is_roll, s.paper_width_um, s.paper_height_um, s.columns, s.rows, s.width_um, s.height_um,
      s.left_um, s.top_um, s.gap_x_um, s.gap_y_um, s.nudge_x_um, s.nudge_y_um, label_code_code(s.code), parts,
      s.hidden);
}

}  // namespace lapak
