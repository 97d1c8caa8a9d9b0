// exchange: past sales as the program wrote them that they come from: which file of which program it is, and which of
// its columns say what. Pure.
//
//   Shopify orders        a row a line; subtotal, shipping, state and refunds stand in the first row of an order
//   Etsy sold items       a row a line, with its own discount; the order's shipping in every row. Months come first
//   Square items          a row a line, date and time apart; refunds are rows of their own
//   Square transactions   a row a sale, its items in words
//   Loyverse by item      a row a line; refunds by "Receipt type", what was cancelled by "Status"
//   Loyverse receipts     a row a sale, its items in words
//   any other             a row a line: core/exchange/import.h
//
// The headers: those that the programs' exports had in 2017 to 2026. Etsy's file of whole orders has no items: it is
// known, so that the column that it lacks is named.
#pragma once
#include <span>
#include <string_view>

#include "core/exchange/goods_list.h"

namespace lapak {

enum class SalesForm {
  Plain,
  ShopifyOrders,
  EtsyItems,
  EtsyOrders,
  SquareItems,
  SquareTransactions,
  LoyverseItems,
  LoyverseReceipts
};
SalesForm sales_form_of(const CsvTable& table);
Dialect program_of(SalesForm form);
// What its sales are filed under, so that numbers of two programs never meet.
std::string_view source_of(SalesForm form);
// A row is a whole sale, without its lines.
bool has_whole_sales(SalesForm form);

std::span<const FieldName> sales_fields();
// What the headers of that program mean, on top of what was said by hand: to be given to Columns::find.
ColumnChoice sales_columns(const CsvTable& table, const ColumnChoice& said = {});

}  // namespace lapak
