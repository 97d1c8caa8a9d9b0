// exchange: products from another program's table: what the shop has of each card and what the file adds.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/catalog/product_store.h"
#include "core/exchange/goods_list.h"
#include "core/exchange/import_reading.h"
#include "core/exchange/set_cell.h"

namespace lapak {
namespace {

// The headers of the programs that makers come from, as columns.cpp plains them.
constexpr std::array fields{
    FieldName{"name", Need::Required, "name nama title itemname productname item barang titolo 商品名"},
    FieldName{"price", Need::Required, "price harga hargajual variantprice regularprice unitprice prezzo 価格"},
    FieldName{"code", Need::Optional, "code kode sku variantsku stockcode kodebarang itemcode"},
    FieldName{"barcode", Need::Optional, "barcode variantbarcode gtin ean"},
    FieldName{"cost", Need::Optional, "cost modal hargamodal costperitem"},
    FieldName{"category", Need::Optional, "category kategori categories productcategory type"},
    FieldName{"story", Need::Optional, "story cerita description bodyhtml deskripsi descrizione"},
    FieldName{"handle", Need::Optional, "handle urlhandle"},
    FieldName{"option1", Need::Optional, "option1value optionvalue1 variationname"},
    FieldName{"option2", Need::Optional, "option2value optionvalue2"},
    FieldName{"option3", Need::Optional, "option3value optionvalue3"},
    FieldName{"option1_name", Need::Optional, "option1name optionname1 attribute1name"},
    FieldName{"option2_name", Need::Optional, "option2name optionname2 attribute2name"},
    FieldName{"option3_name", Need::Optional, "option3name optionname3 attribute3name"},
    FieldName{"stock", Need::Optional, "stock stok jumlah quantity qty instock variantinventoryqty inventoryquantity"},
    FieldName{"type", Need::Optional, "type"},
    FieldName{"id", Need::Optional, "id"},
    FieldName{"parent", Need::Optional, "parent"},
    FieldName{"tax_class", Need::Optional, "taxclass"},
    FieldName{"open_price", Need::Optional, "openprice"},
    FieldName{"tracked", Need::Optional, "tracked"},
    FieldName{"favourite", Need::Optional, "favourite"},
    FieldName{"hidden", Need::Optional, "hidden"},
    FieldName{"low_mark", Need::Optional, "lowmark"},
    FieldName{"made_of", Need::Optional, "madeof"}};

// "4.80001E+12": a spreadsheet took a barcode for a number, and its digits are gone.
bool is_ruined(std::string_view barcode) {
  const std::size_t e = barcode.find_first_of("eE");
  if (e == barcode.npos || e == 0 || e + 2 >= barcode.size() || barcode[e + 1] != '+') return false;
  const auto are_digits = [](std::string_view part, std::string_view marks) {
    return std::ranges::all_of(part, [&](char c) { return (c >= '0' && c <= '9') || marks.find(c) != marks.npos; });
  };
  return are_digits(barcode.substr(0, e), ".,") && are_digits(barcode.substr(e + 2), "");
}

// What a card of the list becomes in the shop, on top of what it is there.
class ProductPlan {
 public:
  ProductPlan(const Database& database, const Profile& profile, IdSource& ids, const Reading& reading,
              ListedPieces pieces, ImportPlan<TakeInProducts>& plan)
      : database_(database), ids_(ids), reading_(reading), currency_(profile.money()), plan_(plan), pieces_(pieces) {
    const auto style_of = [&](std::string_view field, NumberStyle fallback) {
      return number_style_of(reading.table, reading.columns.column(field), currency_, fallback);
    };
    price_style_ = style_of("price", profile.words().number_style());
    cost_style_ = style_of("cost", price_style_);
    stock_style_ = style_of("stock", profile.words().number_style());
    position_ = database.value<int>("SELECT coalesce(max(position), 0) FROM product").value_or(0);
  }

  void add(const ListedCard& card) {
    if (is_garbled(card.name) || is_garbled(card.story))
      plan_.counts.garbled.push_back(reading_.table.number(card.variants.front().row));
    if (card.option_names.empty()) {
      add_one(card);
    } else {
      add_varied(card);
    }
  }

  // What sets are made of, once all the list's products are known.
  void put_sets_together() {
    for (const ListedSet& set : sets_) {
      const auto parts = parts_of(set.cell);
      auto whole = parts ? whole_of(set.product) : std::unexpected(parts.error());
      if (whole) {
        whole->parts = *parts;
        whole = checked_product(*std::move(whole));
      }
      if (!whole) {
        reading_.refuse_row(set.row, whole.error());
        continue;
      }
      auto& listed = plan_.command.products.products;
      const auto planned = std::ranges::find(listed, set.product, &Product::id);
      if (planned != listed.end()) {
        *planned = *std::move(whole);
      } else if (find_product(database_, set.product) != *whole) {
        --plan_.counts.same_rows;
        ++plan_.counts.changed_rows;
        listed.push_back(*std::move(whole));
      }
    }
  }

  std::vector<Category> take_new_categories() { return std::move(new_categories_); }

 private:
  struct ListedSet {
    Id<Product> product;
    std::size_t row;
    std::string cell;
  };
  struct Verdict {
    Product product;
    std::optional<Quantity> stock;
  };

  void add_one(const ListedCard& card) {
    const ListedVariant& variant = card.variants.front();
    Product product = known_product(database_, variant.code, card.name).value_or(Product{.tracked = false});
    if (!product.parent) product.name = card.name;  // a variant has its card's
    if (auto read = checked(std::move(product), card, variant)) settle(*read, variant.row);
  }

  void add_varied(const ListedCard& card) {
    Product parent = parent_of(card);
    const std::optional<Product> before = parent.id.is_nil() ? std::nullopt : std::optional(parent);
    parent.name = card.name;
    parent.option_names = card.option_names;
    if (!card.story.empty()) parent.story = card.story;
    std::vector<std::pair<Verdict, std::size_t>> variants;
    for (const ListedVariant& variant : card.variants) {
      Product product = known_variant(parent, variant);
      product.name = card.name;
      product.option_values = variant.option_values;
      ListedCard own = card;
      own.story.clear();  // the card's
      own.category.clear();
      if (auto read = checked(std::move(product), own, variant)) variants.emplace_back(std::move(*read), variant.row);
    }
    if (variants.empty()) return;
    const std::size_t first_row = variants.front().second;
    if (!before) parent.price = variants.front().first.product.price;
    if (!sort_into(parent, card.category, first_row)) return;
    auto checked_parent = checked_product(std::move(parent));
    if (!checked_parent) return reading_.refuse_row(first_row, checked_parent.error());
    const bool is_new = checked_parent->id.is_nil();
    if (is_new) {
      checked_parent->id = ids_.next<Product>();
      checked_parent->position = ++position_;
    }
    const bool is_changed = is_new || before != *checked_parent;
    if (is_changed) plan_.command.products.products.push_back(*checked_parent);
    for (auto& [verdict, row] : variants) {
      verdict.product.parent = checked_parent->id;
      settle(verdict, row, is_changed && row == first_row);
    }
  }

  // The card that the shop has of it: that of a variant it knows, else the one of its name.
  Product parent_of(const ListedCard& card) const {
    for (const ListedVariant& variant : card.variants)
      if (!variant.code.empty())
        if (const auto known = find_product_by_code(database_, variant.code);
            known && known->code == variant.code && known->parent)
          return find_product(database_, *known->parent).value();
    const auto id = database_.value<Id<Product>>(
        "SELECT id FROM product WHERE name = ? AND parent IS NULL AND option_names <> '[]'", card.name);
    return id ? find_product(database_, *id).value() : Product{.tracked = false};
  }
  Product known_variant(const Product& parent, const ListedVariant& variant) const {
    if (!variant.code.empty()) {
      auto known = find_product_by_code(database_, variant.code);
      if (known && known->code == variant.code && !known->has_variants()) return *known;
    } else if (!parent.id.is_nil()) {
      for (Rows rows = database_.query("SELECT id FROM product WHERE parent = ?", parent.id); rows.next();)
        if (auto known = find_product(database_, rows.get<Id<Product>>(0));
            known->option_values == variant.option_values)
          return *known;
    }
    return Product{.tracked = false};
  }

  std::optional<Verdict> checked(Product product, const ListedCard& card, const ListedVariant& variant) {
    const auto refused = [&](Problem problem) {
      reading_.refuse_row(variant.row, std::move(problem));
      return std::nullopt;
    };
    product.code = variant.code;
    if (const auto read = read_amounts(variant, product); !read) return refused(read.error());
    if (is_ruined(variant.barcode)) return refused({ProblemCode::BarcodeRuined, {variant.barcode}});
    if (!variant.barcode.empty()) product.barcode = variant.barcode;
    if (!card.story.empty()) product.story = card.story;
    read_own_columns(variant.row, product);
    auto verdict = checked_product(std::move(product));
    if (!verdict) return refused(verdict.error());
    if (const auto taken = database_.value<std::string>(
            "SELECT name FROM product WHERE barcode = ? AND barcode <> '' AND id <> ?", verdict->barcode, verdict->id))
      return refused({ProblemCode::BarcodeTaken, {verdict->barcode, *taken}});
    if (!sort_into(*verdict, card.category, variant.row)) return std::nullopt;
    const bool is_counted = verdict->tracked && !verdict->id.is_nil();
    std::optional<Quantity> stock;
    if (pieces_ == ListedPieces::TakenIn && !is_counted && !variant.stock.empty() &&
        !variant.stock.starts_with('-')) {  // sold more than there was
      const auto quantity = parse_quantity(variant.stock, stock_style_);
      if (!quantity) return refused(quantity.error());
      if (*quantity > Quantity{}) stock = *quantity;
    }
    return Verdict{std::move(*verdict), stock};
  }

  // What only a list of our own says.
  void read_own_columns(std::size_t row, Product& product) const {
    const auto says = [&](std::string_view field, bool& flag) {
      if (const auto cell = reading_.trimmed_cell(row, field); cell == "0" || cell == "1") flag = cell == "1";
    };
    if (product.id.is_nil()) says("tracked", product.tracked);
    says("open_price", product.open_price);
    says("favourite", product.favourite);
    says("hidden", product.hidden);
    if (const auto tax = reading_.trimmed_cell(row, "tax_class"); !tax.empty() && reading_.columns.has("open_price"))
      product.tax_class = tax;
    if (const auto mark = parse_quantity(reading_.trimmed_cell(row, "low_mark"), NumberStyle::PointDecimal))
      product.low_mark = *mark;
  }

  Result<void> read_amounts(const ListedVariant& variant, Product& product) const {
    if (variant.price.empty()) return std::unexpected(reading_.empty_cell("price"));
    if (folded(variant.price) == "variable") {
      product.open_price = true;
    } else {
      const auto amount = parse_exact_money(variant.price, price_style_, currency_);
      if (!amount) return std::unexpected(amount.error());
      product.price = *amount;
    }
    if (variant.cost.empty()) return {};
    const auto amount = parse_exact_money(variant.cost, cost_style_, currency_);
    if (!amount) return std::unexpected(amount.error());
    product.cost = *amount;
    return {};
  }

  bool sort_into(Product& product, const std::string& category, std::size_t row) {
    if (category.empty()) return true;
    const auto name = checked_name(category);
    if (name)
      product.category = category_of(*name);
    else
      reading_.refuse_row(row, name.error());
    return name.has_value();
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

  Result<std::vector<SetPart>> parts_of(std::string_view cell) const {
    const auto read = read_set_cell(cell);
    if (!read) return std::unexpected(read.error());
    std::vector<SetPart> parts;
    for (const SetCellPart& part : *read) {
      const auto& listed = plan_.command.products.products;
      const auto planned = std::ranges::find_if(listed, [&](const Product& one) { return is_meant(part, one); });
      const auto found = planned != listed.end() ? std::optional(*planned) : find_meant(database_, part);
      if (!found) return refuse(ProblemCode::ProductUnknown, part.label.empty() ? part.code : part.label);
      parts.push_back({found->id, part.quantity});
    }
    return parts;
  }
  Result<Product> whole_of(Id<Product> id) const {
    const auto& listed = plan_.command.products.products;
    const auto planned = std::ranges::find(listed, id, &Product::id);
    return planned != listed.end() ? *planned : find_product(database_, id).value();
  }

  // Counts the row and puts the product into the command, unless the file or the shop has it so already.
  void settle(Verdict& verdict, std::size_t row, bool has_changed_card = false) {
    Product& product = verdict.product;
    const std::int64_t number = reading_.table.number(row);
    const std::string label = label_of(product);
    const std::string& key = product.code.empty() ? label : product.code;
    if (const auto earlier = seen_.earlier((product.code.empty() ? "n" : "c") + key, product, number))
      return reading_.same_or_refused(row, key, *earlier);
    if (!product.barcode.empty())
      if (const auto earlier = seen_barcodes_.earlier(product.barcode, product, number))
        return reading_.same_or_refused(row, product.barcode, *earlier);
    const bool is_new = product.id.is_nil();
    if (is_new) {
      product.id = ids_.next<Product>();
      product.position = ++position_;
    }
    if (const std::string cell(reading_.trimmed_cell(row, "made_of")); !cell.empty())
      sets_.push_back({product.id, row, cell});
    if (!is_new && !verdict.stock && find_product(database_, product.id) == product) {
      ++(has_changed_card ? plan_.counts.changed_rows : plan_.counts.same_rows);
      return;
    }
    ++(is_new ? plan_.counts.new_rows : plan_.counts.changed_rows);
    if (verdict.stock) plan_.command.stock.push_back({product.id, *verdict.stock});
    plan_.command.products.products.push_back(std::move(product));
  }

  const Database& database_;
  IdSource& ids_;
  const Reading& reading_;
  const Currency& currency_;
  ImportPlan<TakeInProducts>& plan_;
  ListedPieces pieces_;
  NumberStyle price_style_ = NumberStyle::CommaDecimal, cost_style_ = price_style_, stock_style_ = price_style_;
  int position_ = 0;
  SeenInFile<Product> seen_, seen_barcodes_;
  std::unordered_map<std::string, Id<Category>> categories_;
  std::vector<Category> new_categories_;
  std::vector<ListedSet> sets_;
};

}  // namespace

std::span<const FieldName> product_fields() {
  return fields;
}

Result<ImportPlan<TakeInProducts>> plan_products(const Database& database, const Profile& profile, IdSource& ids,
                                                 const CsvTable& table, const ColumnChoice& choice,
                                                 ListedPieces pieces) {
  ImportPlan<TakeInProducts> plan;
  const auto list = read_goods_list(table, choice, profile.words()(N_("Variant")), plan.counts);
  if (!list) return std::unexpected(list.error());
  const Reading reading{table, list->columns, plan.counts};
  ProductPlan products(database, profile, ids, reading, pieces, plan);
  for (const ListedCard& card : list->cards) products.add(card);
  products.put_sets_together();
  plan.command.products.new_categories = products.take_new_categories();
  std::ranges::stable_sort(plan.counts.refused, {}, &RefusedRow::row);
  return plan;
}

}  // namespace lapak
