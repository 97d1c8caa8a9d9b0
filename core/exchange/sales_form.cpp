// exchange: past sales as the program wrote them that they come from.
#include "core/exchange/sales_form.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace lapak {
namespace {

// The fields without headers are those of the programs below alone.
constexpr std::array kFields{
    FieldName{"number", Need::Required,
              "number nomor nostruk invoiceno invoicenumber receiptnumber orderid transactionid"},
    FieldName{"quantity", Need::Optional, "quantity qty jumlah jml lineitemquantity"},
    FieldName{"time", Need::Required, "invoicedate createdat saledate datetime date tanggal time waktu"},
    FieldName{"code", Need::Optional, "code kode sku stockcode lineitemsku"},
    FieldName{"name", Need::Optional, "lineitemname itemname description deskripsi item name nama barang"},
    FieldName{"price", Need::Optional, "price harga unitprice hargasatuan lineitemprice"},
    FieldName{"amount", Need::Optional, "amount netsales itemtotal linetotal grosssales"},
    FieldName{"customer", Need::Optional, "customer customerid pembeli pelanggan customername buyer"},
    FieldName{"currency", Need::Optional, "currency matauang"},
    FieldName{"clock", Need::Optional, ""},
    FieldName{"variation", Need::Optional, ""},
    FieldName{"kind", Need::Optional, ""},
    FieldName{"state", Need::Optional, ""},
    FieldName{"discount", Need::Optional, ""},
    FieldName{"subtotal", Need::Optional, ""},
    FieldName{"shipping", Need::Optional, ""},
    FieldName{"refunded", Need::Optional, ""}};

struct OwnColumn {
  SalesForm form;
  std::string_view field, header;
};
constexpr std::array kOwnColumns{OwnColumn{SalesForm::ShopifyOrders, "number", "name"},
                                 OwnColumn{SalesForm::ShopifyOrders, "name", "lineitemname"},
                                 OwnColumn{SalesForm::ShopifyOrders, "time", "createdat"},
                                 OwnColumn{SalesForm::ShopifyOrders, "customer", "billingname"},
                                 OwnColumn{SalesForm::ShopifyOrders, "state", "financialstatus"},
                                 OwnColumn{SalesForm::ShopifyOrders, "discount", "lineitemdiscount"},
                                 OwnColumn{SalesForm::ShopifyOrders, "subtotal", "subtotal"},
                                 OwnColumn{SalesForm::ShopifyOrders, "shipping", "shipping"},
                                 OwnColumn{SalesForm::ShopifyOrders, "refunded", "refundedamount"},
                                 OwnColumn{SalesForm::EtsyItems, "number", "orderid"},
                                 OwnColumn{SalesForm::EtsyItems, "customer", "buyer"},
                                 OwnColumn{SalesForm::EtsyItems, "variation", "variations"},
                                 OwnColumn{SalesForm::EtsyItems, "discount", "discountamount"},
                                 OwnColumn{SalesForm::EtsyItems, "shipping", "ordershipping"},
                                 OwnColumn{SalesForm::SquareItems, "time", "date"},
                                 OwnColumn{SalesForm::SquareItems, "clock", "time"},
                                 OwnColumn{SalesForm::SquareItems, "name", "item"},
                                 OwnColumn{SalesForm::SquareItems, "variation", "pricepointname"},
                                 OwnColumn{SalesForm::SquareItems, "kind", "eventtype"},
                                 OwnColumn{SalesForm::SquareItems, "customer", "customername"},
                                 OwnColumn{SalesForm::SquareTransactions, "time", "date"},
                                 OwnColumn{SalesForm::SquareTransactions, "clock", "time"},
                                 OwnColumn{SalesForm::SquareTransactions, "kind", "eventtype"},
                                 OwnColumn{SalesForm::SquareTransactions, "customer", "customername"},
                                 OwnColumn{SalesForm::LoyverseItems, "name", "item"},
                                 OwnColumn{SalesForm::LoyverseItems, "variation", "variant"},
                                 OwnColumn{SalesForm::LoyverseItems, "kind", "receipttype"},
                                 OwnColumn{SalesForm::LoyverseItems, "state", "status"},
                                 OwnColumn{SalesForm::LoyverseItems, "customer", "customername"},
                                 OwnColumn{SalesForm::LoyverseReceipts, "kind", "receipttype"},
                                 OwnColumn{SalesForm::LoyverseReceipts, "state", "status"},
                                 OwnColumn{SalesForm::LoyverseReceipts, "customer", "customername"}};

}  // namespace

SalesForm sales_form_of(const CsvTable& table) {
  std::set<std::string, std::less<>> headers;
  for (const std::string& header : table.header()) headers.insert(plain_header(header));
  const auto has = [&](auto... wanted) { return (headers.contains(std::string_view(wanted)) && ...); };
  if (has("lineitemname", "lineitemquantity", "lineitemprice", "name", "createdat")) return SalesForm::ShopifyOrders;
  if (has("saledate", "itemname", "orderid", "price", "quantity")) return SalesForm::EtsyItems;
  if (has("saledate", "orderid", "numberofitems", "ordervalue")) return SalesForm::EtsyOrders;
  if (has("transactionid", "item", "qty", "netsales", "date", "time")) return SalesForm::SquareItems;
  if (has("transactionid", "netsales", "totalcollected", "date", "time")) return SalesForm::SquareTransactions;
  if (has("receiptnumber", "receipttype", "item", "quantity", "netsales")) return SalesForm::LoyverseItems;
  if (has("receiptnumber", "receipttype", "netsales", "totalcollected")) return SalesForm::LoyverseReceipts;
  return SalesForm::Plain;
}

Dialect program_of(SalesForm form) {
  constexpr std::array programs{Dialect::Plain,  Dialect::Shopify, Dialect::Etsy,     Dialect::Etsy,
                                Dialect::Square, Dialect::Square,  Dialect::Loyverse, Dialect::Loyverse};
  return programs[static_cast<std::size_t>(form)];
}

std::string_view source_of(SalesForm form) {
  constexpr std::array sources{kCsvSource,
                               std::string_view("shopify"),
                               std::string_view("etsy"),
                               std::string_view("etsy"),
                               std::string_view("square"),
                               std::string_view("square"),
                               std::string_view("loyverse"),
                               std::string_view("loyverse")};
  return sources[static_cast<std::size_t>(form)];
}

bool has_whole_sales(SalesForm form) {
  return form == SalesForm::SquareTransactions || form == SalesForm::LoyverseReceipts;
}

std::span<const FieldName> sales_fields() {
  return kFields;
}

ColumnChoice sales_columns(const CsvTable& table, const ColumnChoice& said) {
  const SalesForm form = sales_form_of(table);
  ColumnChoice choice = said;
  for (const OwnColumn& own : kOwnColumns) {
    if (own.form != form || std::ranges::find(choice, own.field, &ColumnChoice::value_type::first) != choice.end())
      continue;
    const auto header = std::ranges::find(table.header(), own.header, plain_header);
    if (header != table.header().end()) choice.emplace_back(own.field, *header);
  }
  return choice;
}

}  // namespace lapak
