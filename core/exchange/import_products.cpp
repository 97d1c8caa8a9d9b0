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

// A table of products, row by row.
class ProductReading {
 public:
  ProductReading(const Database& database, const Profile& profile, IdSource& ids, const Reading& reading)
      : database_(database), ids_(ids), reading_(reading), currency_(profile.money()) {
    const auto style_of = [&](std::string_view field, NumberStyle fallback) {
      return number_style_of(reading.table, reading.columns.column(field), currency_, fallback);
    };
    price_style_ = style_of("price", profile.words().number_style());
    cost_style_ = style_of("cost", price_style_);
  }

  // A further picture of the product above has a row of its own in some programs.
  bool is_picture_only(std::size_t row) const {
    return text(row, "name").empty() && text(row, "price").empty() && !text(row, "handle").empty();
  }

  // The product that a row says, on top of what the shop knows of it.
  Result<Product> product(std::size_t row) {
    const std::string name = name_of(row), code(text(row, "code"));
    Product product = known_product(database_, code, name).value_or(Product{.tracked = false});
    if (!product.parent) product.name = name;  // a variant has its card's
    product.code = code;
    if (const auto read = read_amounts(row, product); !read) return std::unexpected(read.error());
    if (const auto barcode = text(row, "barcode"); !barcode.empty()) product.barcode = barcode;
    if (const auto story = text(row, "story"); !story.empty()) product.story = story;
    auto checked = checked_product(std::move(product));
    if (!checked) return checked;
    if (const auto taken = database_.value<std::string>(
            "SELECT name FROM product WHERE barcode = ? AND barcode <> '' AND id <> ?", checked->barcode, checked->id))
      return refuse(ProblemCode::BarcodeTaken, checked->barcode, *taken);
    if (const auto category = text(row, "category"); !category.empty()) {
      const auto category_name = checked_name(category);
      if (!category_name) return std::unexpected(category_name.error());
      checked->category = category_of(*category_name);
    }
    return checked;
  }

  std::vector<Category> take_new_categories() { return std::move(new_categories_); }

 private:
  std::string_view text(std::size_t row, std::string_view field) const { return reading_.trimmed_cell(row, field); }

  // Programs that keep variants write one row for each, and the name only in the first.
  std::string name_of(std::size_t row) {
    std::string name(text(row, "name"));
    const std::string handle(text(row, "handle"));
    if (name.empty() && !handle.empty() && handle == last_handle_) name = last_name_;
    last_handle_ = handle;
    last_name_ = name;
    std::string label;
    for (const char* option : {"option1", "option2", "option3"}) {
      const std::string_view value = text(row, option);
      if (value.empty() || value == "Default Title") continue;
      label += (label.empty() ? "" : " · ") + std::string(value);
    }
    return label.empty() || name.empty() ? name : name + " · " + label;
  }

  Result<void> read_amounts(std::size_t row, Product& product) const {
    const std::string_view price = text(row, "price"), cost = text(row, "cost");
    if (price.empty()) return std::unexpected(reading_.empty_cell("price"));
    if (folded(price) == "variable") {
      product.open_price = true;
    } else {
      const auto amount = parse_exact_money(price, price_style_, currency_);
      if (!amount) return std::unexpected(amount.error());
      product.price = *amount;
    }
    if (cost.empty()) return {};
    const auto amount = parse_exact_money(cost, cost_style_, currency_);
    if (!amount) return std::unexpected(amount.error());
    product.cost = *amount;
    return {};
  }

  Id<Category> category_of(const std::string& name) {
    const auto [at, is_new] = categories_.try_emplace(name);
    if (!is_new) return at->second;
    if (const auto found = find_category(database_, name)) return at->second = found->id;
    const int position = static_cast<int>(categories(database_).size() + new_categories_.size());
    new_categories_.push_back(Category{
        .id = ids_.next<Category>(), .name = name, .colour = position % kCategoryColours, .position = position});
    return at->second = new_categories_.back().id;
  }

  const Database& database_;
  IdSource& ids_;
  const Reading& reading_;
  const Currency& currency_;
  NumberStyle price_style_, cost_style_;
  std::string last_handle_, last_name_;
  std::unordered_map<std::string, Id<Category>> categories_;
  std::vector<Category> new_categories_;
};

}  // namespace

std::span<const FieldName> product_fields() {
  return fields;
}

Result<ImportPlan<SaveProducts>> plan_products(const Database& database, const Profile& profile, IdSource& ids,
                                               const CsvTable& table, const ColumnChoice& choice) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  ImportPlan<SaveProducts> plan;
  const Reading reading{table, *columns, plan.counts};
  ProductReading products(database, profile, ids, reading);
  SeenInFile<Product> seen, seen_barcodes;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!reading.has_its_cells(row) || products.is_picture_only(row)) continue;
    auto product = products.product(row);
    if (!product) {
      reading.refuse_row(row, product.error());
      continue;
    }
    const std::string& key = product->code.empty() ? product->name : product->code;
    if (const auto earlier = seen.earlier((product->code.empty() ? "n" : "c") + key, *product, table.number(row))) {
      reading.same_or_refused(row, key, *earlier);
      continue;
    }
    if (!product->barcode.empty())
      if (const auto earlier = seen_barcodes.earlier(product->barcode, *product, table.number(row))) {
        reading.same_or_refused(row, product->barcode, *earlier);
        continue;
      }
    if (product->id.is_nil()) {
      ++plan.counts.new_rows;
    } else if (find_product(database, product->id) == product.value()) {
      ++plan.counts.same_rows;
      continue;
    } else {
      ++plan.counts.changed_rows;
    }
    plan.command.products.push_back(std::move(*product));
  }
  plan.command.new_categories = products.take_new_categories();
  return plan;
}

}  // namespace lapak
