// exchange: products from another program's table.
#include <array>

#include "core/catalog/product_store.h"
#include "core/exchange/import_reading.h"

namespace lapak {
namespace {

// The headers of the programs that makers come from, as columns.cpp plains them.
constexpr std::array fields{
    FieldName{"name", Need::Required, "name nama title itemname productname item barang titolo"},
    FieldName{"price", Need::Required, "price harga hargajual variantprice regularprice unitprice prezzo"},
    FieldName{"code", Need::Optional, "code kode sku variantsku stockcode kodebarang itemcode"},
    FieldName{"barcode", Need::Optional, "barcode variantbarcode gtin ean"},
    FieldName{"cost", Need::Optional, "cost modal hargamodal costperitem"},
    FieldName{"category", Need::Optional, "category kategori categories productcategory type"},
    FieldName{"story", Need::Optional, "story cerita description deskripsi descrizione"},
    FieldName{"handle", Need::Optional, "handle urlhandle"},
    FieldName{"option1", Need::Optional, "option1value optionvalue1 variationname"},
    FieldName{"option2", Need::Optional, "option2value optionvalue2"},
    FieldName{"option3", Need::Optional, "option3value optionvalue3"}};

// Programs that keep variants write one row for each, and the name only in the first.
std::string product_name(const Reading& reading, std::size_t row, std::string& last_handle, std::string& last_name) {
  std::string name(reading.trimmed_cell(row, "name"));
  const std::string handle(reading.cell(row, "handle"));
  if (name.empty() && !handle.empty() && handle == last_handle) name = last_name;
  last_handle = handle;
  last_name = name;
  std::string label;
  for (const char* option : {"option1", "option2", "option3"}) {
    const std::string_view value = reading.trimmed_cell(row, option);
    if (value.empty() || value == "Default Title") continue;
    label += (label.empty() ? "" : " · ") + std::string(value);
  }
  return label.empty() || name.empty() ? name : name + " · " + label;
}

std::optional<Product> known_product(const Database& database, const std::string& code, const std::string& name) {
  if (!code.empty()) {
    auto product = find_product_by_code(database, code);
    return product && product->code == code ? product : std::nullopt;
  }
  const auto id =
      database.value<Id<Product>>("SELECT id FROM product WHERE name = ? AND code = '' AND parent IS NULL", name);
  return id ? find_product(database, *id) : std::nullopt;
}

class CategoriesOfFile {
 public:
  CategoriesOfFile(const Database& database, IdSource& ids) : database_(database), ids_(ids) {}

  Id<Category> id_of(const std::string& name) {
    const auto [at, is_new] = known_.try_emplace(name);
    if (!is_new) return at->second;
    if (const auto found = find_category(database_, name)) return at->second = found->id;
    const int position = static_cast<int>(categories(database_).size() + fresh.size());
    fresh.push_back(Category{
        .id = ids_.next<Category>(), .name = name, .colour = position % kCategoryColours, .position = position});
    return at->second = fresh.back().id;
  }

  std::vector<Category> fresh;

 private:
  const Database& database_;
  IdSource& ids_;
  std::unordered_map<std::string, Id<Category>> known_;
};

}  // namespace

Result<ImportPlan<SaveProducts>> plan_products(const Database& database, const Profile& profile, IdSource& ids,
                                               const CsvTable& table, const ColumnChoice& choice) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  const Currency& currency = profile.money();
  const NumberStyle fallback = profile.words().number_style();
  const NumberStyle price_style = number_style_of(table, columns->column("price"), currency, fallback);
  const NumberStyle cost_style = number_style_of(table, columns->column("cost"), currency, price_style);

  ImportPlan<SaveProducts> plan;
  const Reading reading{table, *columns, plan.counts};
  CategoriesOfFile categories_of_file(database, ids);
  SeenInFile<Product> seen;
  std::string last_handle, last_name;

  // The product that a row says, on top of what the shop knows of it.
  const auto product_of = [&](std::size_t row, const std::string& name) -> Result<Product> {
    Product product{.name = name, .tracked = false};
    const std::string code(reading.trimmed_cell(row, "code"));
    if (auto known = known_product(database, code, name)) product = std::move(*known);
    if (!product.parent) product.name = name;  // a variant has its card's
    product.code = code;
    const std::string_view price = reading.trimmed_cell(row, "price");
    if (price.empty()) return std::unexpected(reading.empty_cell("price"));
    if (folded(price) == "variable") {
      product.open_price = true;
    } else {
      const auto amount = parse_exact_money(price, price_style, currency);
      if (!amount) return std::unexpected(amount.error());
      product.price = *amount;
    }
    if (const std::string_view cost = reading.trimmed_cell(row, "cost"); !cost.empty()) {
      const auto amount = parse_exact_money(cost, cost_style, currency);
      if (!amount) return std::unexpected(amount.error());
      product.cost = *amount;
    }
    if (const auto barcode = reading.trimmed_cell(row, "barcode"); !barcode.empty()) product.barcode = barcode;
    if (const auto story = reading.trimmed_cell(row, "story"); !story.empty()) product.story = story;
    auto checked = checked_product(std::move(product));
    if (!checked) return checked;
    if (const auto category = reading.trimmed_cell(row, "category"); !category.empty()) {
      const auto category_name = checked_name(category);
      if (!category_name) return std::unexpected(category_name.error());
      checked->category = categories_of_file.id_of(*category_name);
    }
    return checked;
  };

  std::unordered_map<std::string, std::int64_t> barcode_rows;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!reading.has_its_cells(row)) continue;
    const std::string name = product_name(reading, row, last_handle, last_name);
    // A further picture of the product above has a row of its own in some programs.
    const bool is_picture_only = reading.trimmed_cell(row, "name").empty() && !reading.cell(row, "handle").empty() &&
                                 reading.trimmed_cell(row, "price").empty();
    if (is_picture_only) continue;
    auto product = product_of(row, name);
    if (!product) {
      reading.refuse_row(row, product.error());
      continue;
    }
    const std::string& key = product->code.empty() ? product->name : product->code;
    if (const auto earlier = seen.earlier((product->code.empty() ? "n" : "c") + key, *product, table.number(row))) {
      if (earlier->says_the_same)
        ++plan.counts.same_rows;
      else
        reading.refuse_row(row, {ProblemCode::CsvTwiceInFile, {key, earlier->row}});
      continue;
    }
    if (!product->barcode.empty()) {
      const auto [at, is_new] = barcode_rows.try_emplace(product->barcode, table.number(row));
      if (!is_new) {
        reading.refuse_row(row, {ProblemCode::CsvTwiceInFile, {product->barcode, at->second}});
        continue;
      }
    }
    if (product->id.is_nil()) {
      ++plan.counts.new_rows;
    } else if (*find_product(database, product->id) == *product) {
      ++plan.counts.same_rows;
      continue;
    } else {
      ++plan.counts.changed_rows;
    }
    plan.command.products.push_back(std::move(*product));
  }
  plan.command.new_categories = std::move(categories_of_file.fresh);
  return plan;
}

}  // namespace lapak
