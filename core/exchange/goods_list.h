// exchange: a list of goods as the program wrote it that it comes from: which program that is, and which of its rows
// make one product with its variants. Pure.
//
//   Shopify, Loyverse   rows of one handle are one product; its name stands in the first; rows of pictures alone
//   Etsy                one row a listing; its variants are in cells "Red,Blue", its codes too. Headers are of the
//                       shop's language, so that columns are known by where they stand
//   Square              a row a variation; rows of one item stand below each other
//   WooCommerce         "variation" rows name their parent by its code or as "id:44"
//   any other           a row a product, or as Shopify's where it has handles; rows with options and one name are one
// The headers: those that the programs' exports had in 2017 to 2026.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/import.h"

namespace lapak {

enum class Dialect { Plain, Shopify, Etsy, Square, Loyverse, WooCommerce };
// As the program calls itself; "" of Plain.
std::string_view dialect_name(Dialect dialect);
Dialect dialect_of(const CsvTable& table);
// Which of its columns the headers of that program alone would mean: to be given to Columns::find with product fields.
ColumnChoice dialect_columns(const CsvTable& table, const ColumnChoice& said = {});

// Cells are trimmed and as they are written.
struct ListedVariant {
  std::size_t row = 0;  // of the table
  std::string code, barcode, price, cost, stock;
  std::vector<std::string> option_values;  // as many as its card has names
};
struct ListedCard {
  std::string name, story, category;
  std::vector<std::string> option_names;  // empty: it has no variants
  std::vector<ListedVariant> variants;    // one where it has none
};
struct GoodsList {
  Dialect dialect = Dialect::Plain;
  Columns columns;
  std::vector<ListedCard> cards;
};
// What every row says goes into `counts`: refused rows, and rows of nothing of their own (pictures, a product's head,
// parts of sets), which are left out. `option_word` names what varies where the list does not.
// Problems of a row: CsvCellCount, ParentUnknown. Problems: those of Columns::find.
Result<GoodsList> read_goods_list(const CsvTable& table, const ColumnChoice& choice, std::string_view option_word,
                                  ImportCounts& counts);

// "<p>soft &amp; warm</p>" as people read it; a text without tags stays as it is.
std::string without_markup(std::string_view html);

}  // namespace lapak
