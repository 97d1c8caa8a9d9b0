// exchange: what the three imports share while they go through a table. Internal to the room.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/exchange/import.h"

namespace lapak {

// What each of the imports understands.
std::span<const FieldName> product_fields();
std::span<const FieldName> contact_fields();

// An earlier row of the file about the same thing.
struct EarlierRow {
  bool says_the_same;
  std::int64_t row;
};

// One table being read: its columns, and what has been found out about its rows.
struct Reading {
  const CsvTable& table;
  const Columns& columns;
  ImportCounts& counts;

  std::string_view cell(std::size_t row, std::string_view field) const { return columns.cell(table, row, field); }
  std::string_view trimmed_cell(std::size_t row, std::string_view field) const { return trimmed(cell(row, field)); }
  void refuse_row(std::size_t row, Problem reason) const {
    counts.refused.push_back({table.number(row), std::move(reason)});
  }
  Problem empty_cell(std::string_view field) const {
    return Problem{ProblemCode::CsvCellEmpty, {columns.header(table, field)}};
  }

  // The same thing twice is one thing if both rows say the same.
  void same_or_refused(std::size_t row, const std::string& key, const EarlierRow& earlier) const {
    if (earlier.says_the_same)
      ++counts.same_rows;
    else
      refuse_row(row, {ProblemCode::CsvTwiceInFile, {key, earlier.row}});
  }

  // A row has the header's cells; more are forgiven when they are empty.
  bool has_its_cells(std::size_t row) const {
    const std::size_t expected = table.header().size(), found = table.cell_count(row);
    bool is_right = found >= expected;
    for (std::size_t i = expected; i < found; ++i) is_right = is_right && table.cell(row, i).empty();
    if (!is_right)
      refuse_row(row,
                 {ProblemCode::CsvCellCount, {static_cast<std::int64_t>(found), static_cast<std::int64_t>(expected)}});
    return is_right;
  }
};

// The product of a row: by its code, or by its name where neither has one.
inline std::optional<Product> known_product(const Database& database, const std::string& code,
                                            const std::string& name) {
  if (!code.empty()) {
    auto product = find_product_by_code(database, code);  // or its barcode
    return product && product->code == code ? product : std::nullopt;
  }
  const auto id =
      database.value<Id<Product>>("SELECT id FROM product WHERE name = ? AND code = '' AND parent IS NULL", name);
  return id ? find_product(database, *id) : std::nullopt;
}

// What the rows of a file are told apart by, and where each stood first.
template <class Thing>
class SeenInFile {
 public:
  // Nullopt: new to the file.
  std::optional<EarlierRow> earlier(const std::string& key, const Thing& thing, std::int64_t row) {
    const auto [at, is_new] = seen_.try_emplace(key, Entry{thing, row});
    if (is_new) return std::nullopt;
    return EarlierRow{at->second.thing == thing, at->second.row};
  }

 private:
  struct Entry {
    Thing thing;
    std::int64_t row;
  };
  std::unordered_map<std::string, Entry> seen_;
};

}  // namespace lapak
