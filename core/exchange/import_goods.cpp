// exchange: whose goods the products of a table are.
#include <array>

#include "core/base/check.h"
#include "core/catalog/product_store.h"
#include "core/exchange/goods_list.h"
#include "core/exchange/import_reading.h"
#include "core/exchange/sales_form.h"
#include "core/words/words.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"owner", Need::Required, "owner pemilik mitra vendor maker pembuat consignor perajin"},
    FieldName{"code", Need::Optional, "code kode sku variantsku"},
    FieldName{"name", Need::Optional, "name nama title itemname productname"},
    FieldName{"quantity", Need::Optional, "quantity jumlah qty stock stok instock"},
    FieldName{"owner_price", Need::Optional, "ownerprice hargapemilik hargamitra"}};

}  // namespace

std::span<const FieldName> fields_of(ListKind kind) {
  switch (kind) {
    case ListKind::Items:
      return product_fields();
    case ListKind::People:
      return contact_fields();
    case ListKind::Goods:
      return fields;
    case ListKind::Sales:
      return sales_fields();
  }
  LAPAK_ASSERT(false);
}

ListKind likely_kind(const CsvTable& table) {
  // Theirs have a "Vendor" too, who is the shop itself.
  if (dialect_of(table) != Dialect::Plain) return ListKind::Items;
  if (sales_form_of(table) != SalesForm::Plain) return ListKind::Sales;
  if (const auto sales = Columns::find(table, sales_fields(), {}); sales && sales->has("quantity"))
    return ListKind::Sales;
  for (const ListKind kind : {ListKind::Goods, ListKind::Items})
    if (Columns::find(table, fields_of(kind), {})) return kind;
  return ListKind::People;
}

Result<ImportPlan<TakeInGoods>> plan_goods(const Database& database, const Profile& profile, const CsvTable& table,
                                           const ColumnChoice& choice, std::int64_t share_bp) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  ImportPlan<TakeInGoods> plan;
  plan.command.terms.share_bp = share_bp;
  const Reading reading{table, *columns, plan.counts};
  const Currency& currency = profile.money();
  const NumberStyle words_style = profile.words().number_style();
  const NumberStyle price_style = number_style_of(table, columns->column("owner_price"), currency, words_style);
  const NumberStyle quantity_style = number_style_of(table, columns->column("quantity"), currency, words_style);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!reading.has_its_cells(row)) continue;
    TakenIn taken{
        .product = {}, .owner = std::string(reading.trimmed_cell(row, "owner")), .quantity = {}, .piece_price = {}};
    if (taken.owner.empty()) {
      reading.refuse_row(row, reading.empty_cell("owner"));
      continue;
    }
    const std::string code(reading.trimmed_cell(row, "code"));
    const auto product = known_product(database, code, std::string(reading.trimmed_cell(row, "name")));
    if (!product) {
      reading.refuse_row(row, {ProblemCode::ProductUnknown, {code}});
      continue;
    }
    taken.product = product->id;
    if (const auto text = reading.trimmed_cell(row, "quantity"); !text.empty()) {
      const auto pieces = parse_quantity(text, quantity_style);
      if (!pieces) {
        reading.refuse_row(row, pieces.error());
        continue;
      }
      taken.quantity = *pieces;
    }
    if (const auto text = reading.trimmed_cell(row, "owner_price"); !text.empty()) {
      const auto price = parse_exact_money(text, price_style, currency);
      if (!price) {
        reading.refuse_row(row, price.error());
        continue;
      }
      taken.piece_price = *price;
    }
    ++(consigned_of(database, product->id) ? plan.counts.same_rows : plan.counts.new_rows);
    plan.command.goods.push_back(std::move(taken));
  }
  return plan;
}

}  // namespace lapak
