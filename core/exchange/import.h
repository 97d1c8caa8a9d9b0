// exchange: products, customers and past sales that come from another program's table.
//
// A plan reads the whole file against the shop and changes nothing: it says of each row whether it is new, changed,
// there already, or refused and why, and holds the one command that carries the rest out. A plan with refused rows is
// not to be carried out: nothing is imported by halves. Planning the same file again finds nothing new.
// Reads the shop's database; call on its thread.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/catalog/catalog_commands.h"
#include "core/db/database.h"
#include "core/exchange/columns.h"
#include "core/exchange/csv.h"
#include "core/partner/partner_commands.h"
#include "core/people/people_commands.h"
#include "core/profile/profile.h"
#include "core/sale/sale_commands.h"
#include "core/stock/stock_commands.h"

namespace lapak {

struct RefusedRow {
  std::int64_t row;  // as a spreadsheet numbers it
  Problem reason;
};

struct ImportCounts {
  std::int64_t new_rows = 0, changed_rows = 0, same_rows = 0;
  std::vector<RefusedRow> refused;     // in the order of the file
  std::vector<std::int64_t> left_out;  // rows that say nothing of their own: further pictures, parts of sets
  std::vector<std::int64_t> garbled;   // taken as they are, but their letters were spoilt on the way (is_garbled)
};

template <class Command>
struct ImportPlan {
  ImportCounts counts;
  Command command;

  bool is_empty() const { return counts.new_rows + counts.changed_rows == 0; }
};

// What a table is about, as its columns tell; a list of goods is one of items with their owners.
enum class ListKind { Items, People, Goods, Sales };
ListKind likely_kind(const CsvTable& table);
// To say which of a table's columns were understood.
std::span<const FieldName> fields_of(ListKind kind);

// What imported sales are filed under, so that their numbers never meet our own series.
inline constexpr std::string_view kCsvSource = "csv";

// Whether the pieces that a list speaks of are taken in with its products, or come with their owners by plan_goods.
enum class ListedPieces { TakenIn, OfOwners };

// Columns: name and price; code, barcode, cost, category, story, option1 … option3 and their names, handle, stock, and
// what only our own lists have: tax_class, open_price, tracked, favourite, hidden, low_mark, made_of. Which rows make
// one product with its variants: core/exchange/goods_list.h. A product is known by its code, without one by its name; a
// variant by its code, else by its options. What the file does not say stays as it is. Pieces are taken in of products
// that were not counted yet: what is there is counted at the stall. Without them new products are not counted until
// they are. Problems of a row: CsvCellCount, CsvCellEmpty, CsvTwiceInFile, NotAnAmount, NotAQuantity, BarcodeRuined,
// BarcodeTaken, ParentUnknown, and those of checked_product. Problems: those of Columns::find.
Result<ImportPlan<TakeInProducts>> plan_products(const Database& database, const Profile& profile, IdSource& ids,
                                                 const CsvTable& table, const ColumnChoice& choice,
                                                 ListedPieces pieces = ListedPieces::TakenIn);

// Columns: name (or first_name, last_name), phone, whatsapp, instagram, email, address, town, birthday, language,
// prefers, met_where, tags, makes. A row is known by its phone, else by its name; what it does not say stays as it is.
// Problems of a row: CsvCellCount, CsvTwiceInFile, NameEmpty, NameTooLong, TextNotUtf8, PhoneIncomplete,
// EmailIncomplete, NotADate.
Result<ImportPlan<SaveContacts>> plan_customers(const Database& database, const Profile& profile, const CsvTable& table,
                                                const ColumnChoice& choice);

// Whose goods the products of a list are: read once they are in the shop. Columns: owner; code or name; quantity, and
// owner_price (what the owner gets for a piece). Goods that are the owner's already count as the same. `share_bp` is
// the owner's share where nothing was agreed yet. Problems of a row: CsvCellCount, CsvCellEmpty (no owner),
// ProductUnknown, NotAQuantity, NotAnAmount. Problems: those of Columns::find.
Result<ImportPlan<TakeInGoods>> plan_goods(const Database& database, const Profile& profile, const CsvTable& table,
                                           const ColumnChoice& choice, std::int64_t share_bp);

// The same of the vCards of a file (core/exchange/vcard.h); a row is the line where a card begins. Problems: CsvEmpty.
Result<ImportPlan<SaveContacts>> plan_vcards(const Database& database, const Profile& profile, std::string_view bytes);

// The programs whose files are read as they are: core/exchange/sales_form.h; of any other table these
// columns: number, code, quantity, time, and price (of one piece) or amount (of the line); name, customer, currency.
// Rows of one number are one invoice, wherever they stand; its time is that of its first row. Lines of zero or more
// are a sale, lines below zero a refund of the same number, and pieces that left for nothing a stock correction. A
// line's amount is quantity × price rounded half away from zero, whatever decimals the price has. A program's discounts
// are taken off its lines, shipping is a line, tax that comes on top is left out as it was never the seller's.
// Sales are filed under their program and number: planned again they are the same, and only what is new is added.
// Problems of a row: CsvCellCount, CsvCellEmpty, CsvCurrencyDiffers, NotAnAmount, NotAQuantity, QuantityZero,
// NotADate, AmountTooLarge, TextNotUtf8, NameTooLong, ImportedDifferently.
Result<ImportPlan<ImportSales>> plan_sales(const Database& database, const Profile& profile, const CsvTable& table,
                                           const ColumnChoice& choice);

}  // namespace lapak
