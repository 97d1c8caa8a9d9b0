// catalog: what can be done to products, categories and photos.
#include "core/catalog/catalog_commands.h"

#include <map>
#include <set>

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/catalog/catalog_json.h"
#include "core/catalog/product_store.h"

namespace lapak {

namespace {

// Codes and barcodes given in this command, so that two new products cannot take the same one.
class Claims {
 public:
  explicit Claims(const Database& database) : database_(database) {}

  Result<void> claim(const Product& product) {
    if (!product.code.empty()) {
      if (!codes_.emplace(product.code, product.name).second)
        return refuse(ProblemCode::CodeTaken, product.code, codes_.at(product.code));
      if (const auto owner = owner_of("code", product.code, product.id))
        return refuse(ProblemCode::CodeTaken, product.code, *owner);
    }
    if (!product.barcode.empty()) {
      if (!barcodes_.emplace(product.barcode, product.name).second)
        return refuse(ProblemCode::BarcodeTaken, product.barcode, barcodes_.at(product.barcode));
      if (const auto owner = owner_of("barcode", product.barcode, product.id))
        return refuse(ProblemCode::BarcodeTaken, product.barcode, *owner);
    }
    return {};
  }

 private:
  std::optional<std::string> owner_of(std::string_view column, const std::string& value, Id<Product> but) const {
    return column == "code"
               ? database_.value<std::string>("SELECT name FROM product WHERE code = ? AND code <> '' AND id <> ?",
                                              value, but)
               : database_.value<std::string>(
                     "SELECT name FROM product WHERE barcode = ? AND barcode <> '' AND id <> ?", value, but);
  }

  const Database& database_;
  std::map<std::string, std::string> codes_, barcodes_;
};

// Whether the parts of a set can be, and what is in sets still can. `others` come with the same command.
Result<void> check_sets(const Product& product, const Database& database, const std::vector<Product>& others) {
  if (product.has_variants() || product.is_set())
    if (is_in_a_set(database, product.id)) return refuse(ProblemCode::SetUnfit, product.name);
  for (const SetPart& part : product.parts) {
    const auto beside = std::ranges::find(others, part.product, &Product::id);
    const auto found = beside != others.end() ? std::optional(*beside) : find_product(database, part.product);
    if (!found) return refuse(ProblemCode::ProductUnknown, std::string());
    if (found->is_set() || found->has_variants() || found->id == product.id)
      return refuse(ProblemCode::SetUnfit, found->name);
  }
  return {};
}

// The facts that bring a product to `after`, and back.
void save_product(Decision& decision, const std::optional<Product>& before, const Product& after) {
  if (before && *before == after) return;
  decision.facts.push_back(fact_of(ProductSaved{after}));
  Product back = before.value_or(after);
  if (!before) back.hidden = true;
  decision.opposite.insert(decision.opposite.begin(), fact_of(ProductSaved{back}));
}

Result<Product> checked_card(Product product, const Deciding& deciding) {
  Result<Product> checked = checked_product(std::move(product));
  if (!checked) return checked;
  if (checked->category && !find_category(deciding.database, *checked->category))
    return refuse(ProblemCode::CategoryUnknown, std::string());
  return checked;
}

Result<Decision> decide_one(const SaveProduct& command, const Deciding& deciding) {
  Decision decision;
  Claims claims(deciding.database);
  Result<Product> card = checked_card(command.product, deciding);
  if (!card) return std::unexpected(card.error());
  const bool is_new = card->id.is_nil();
  const std::optional<Product> before = is_new ? std::nullopt : find_product(deciding.database, card->id);
  if (!is_new && !before) return refuse(ProblemCode::ProductUnknown, card->code);
  if (const Result<void> checked = check_sets(*card, deciding.database, {}); !checked)
    return std::unexpected(checked.error());
  if (is_new) card->id = deciding.ids.next<Product>();
  if (deciding.actor.role != Role::Owner && card->floor != (before ? before->floor : std::nullopt))
    return refuse(ProblemCode::OwnerOnly);
  if (command.photo) {
    card->photo = hex(command.photo->hash);
    decision.attachments.push_back(*command.photo);
    decision.facts.push_back(fact_of(PhotoKept{card->photo}));
  }
  if (Result<void> claimed = claims.claim(*card); !claimed) return std::unexpected(claimed.error());
  save_product(decision, before, *card);

  std::set<Id<Product>> kept;
  int position = 0;
  for (Product variant : command.variants) {
    variant.parent = card->id;
    variant.name = card->name;
    variant.position = position++;
    Result<Product> checked = checked_card(std::move(variant), deciding);
    if (!checked) return std::unexpected(checked.error());
    std::optional<Product> variant_before;
    if (checked->id.is_nil()) {
      checked->id = deciding.ids.next<Product>();
    } else {
      variant_before = find_product(deciding.database, checked->id);
      if (!variant_before || variant_before->parent != card->id)
        return refuse(ProblemCode::ProductUnknown, checked->code);
    }
    if (Result<void> claimed = claims.claim(*checked); !claimed) return std::unexpected(claimed.error());
    kept.insert(checked->id);
    save_product(decision, variant_before, *checked);
  }
  if (before && (before->has_variants() || card->has_variants()))
    for (Product variant : variants_of(deciding.database, card->id)) {
      if (kept.contains(variant.id)) continue;
      const Product shown = variant;
      variant.hidden = true;
      save_product(decision, shown, variant);
    }
  decision.outcome = {.kind = "save_product", .subject = card->id.bytes, .label = card->name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const HideProduct& command, const Deciding& deciding) {
  const std::optional<Product> before = find_product(deciding.database, command.product);
  if (!before) return refuse(ProblemCode::ProductUnknown, std::string());
  Product after = *before;
  after.hidden = command.hidden;
  Decision decision;
  save_product(decision, before, after);
  decision.outcome = {.kind = command.hidden ? "hide_product" : "show_product",
                      .subject = before->id.bytes,
                      .label = before->name,
                      .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const SaveCategory& command, const Deciding& deciding) {
  Category category = command.category;
  Result<std::string> name = checked_name(category.name);
  if (!name) return std::unexpected(name.error());
  category.name = *name;
  category.colour = ((category.colour % kCategoryColours) + kCategoryColours) % kCategoryColours;
  Category back = category;
  if (category.id.is_nil()) {
    category.id = deciding.ids.next<Category>();
    back = category;
    back.hidden = true;
  } else {
    const std::optional<Category> before = find_category(deciding.database, category.id);
    if (!before) return refuse(ProblemCode::CategoryUnknown, category.name);
    back = *before;
  }
  Decision decision;
  decision.facts.push_back(fact_of(CategorySaved{category}));
  decision.opposite.push_back(fact_of(CategorySaved{back}));
  decision.outcome = {
      .kind = "save_category", .subject = category.id.bytes, .label = category.name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const ArrangeCategories& command, const Deciding& deciding) {
  const std::vector<Category> all = all_categories(deciding.database);
  std::vector<Id<Category>> order = command.categories;
  for (const Category& each : all)
    if (std::ranges::find(order, each.id) == order.end()) order.push_back(each.id);
  Decision decision;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const auto before = std::ranges::find(all, order[place], &Category::id);
    if (before == all.end()) return refuse(ProblemCode::CategoryUnknown, std::string());
    Category after = *before;
    after.position = static_cast<int>(place);
    if (after == *before) continue;
    decision.facts.push_back(fact_of(CategorySaved{after}));
    decision.opposite.push_back(fact_of(CategorySaved{*before}));
  }
  decision.outcome = {.kind = "arrange_categories", .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const SaveProducts& command, const Deciding& deciding) {
  Decision decision;
  Claims claims(deciding.database);
  std::set<Id<Category>> known;
  for (const Category& category : command.new_categories) {
    Result<std::string> name = checked_name(category.name);
    if (!name) return std::unexpected(name.error());
    known.insert(category.id);
    decision.facts.push_back(fact_of(CategorySaved{category}));
  }
  for (const Product& product : command.products) {
    Result<Product> checked = checked_product(product);
    if (!checked) return std::unexpected(checked.error());
    if (checked->category && !known.contains(*checked->category)) {
      if (!find_category(deciding.database, *checked->category))
        return refuse(ProblemCode::CategoryUnknown, std::string());
      known.insert(*checked->category);
    }
    if (const Result<void> fits = check_sets(*checked, deciding.database, command.products); !fits)
      return std::unexpected(fits.error());
    std::optional<Product> before;
    if (checked->id.is_nil())
      checked->id = deciding.ids.next<Product>();
    else
      before = find_product(deciding.database, checked->id);
    if (Result<void> claimed = claims.claim(*checked); !claimed) return std::unexpected(claimed.error());
    if (!before || *before != *checked) decision.facts.push_back(fact_of(ProductSaved{*checked}));
  }
  decision.outcome = {.kind = "save_products", .label = std::to_string(command.products.size())};
  return decision;
}

Result<Decision> decide_one(const SaveBundleRule& command, const Deciding& deciding) {
  return decide_bundle_rule(command, deciding);
}

std::string text_of(const std::vector<std::string>& texts) {
  return texts.empty() ? std::string("[]") : Json(texts).dump();
}

void apply_fact(const ProductSaved& saved, Database& database) {
  const Product& p = saved.product;
  const auto photo = parse_hex(p.photo);
  LAPAK_ASSERT(photo.has_value());  // checked_product has seen it
  database.run(
      "INSERT INTO product(id, parent, code, barcode, name, price, cost, floor, category, maker, photo, story, "
      "tax_class, option_names, option_values, tracked, one_of_a_kind, open_price, favourite, low_mark, position, "
      "hidden) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
      "?22) ON CONFLICT(id) DO UPDATE SET parent = ?2, code = ?3, barcode = ?4, name = ?5, price = ?6, cost = ?7, "
      "floor = ?8, category = ?9, maker = ?10, photo = ?11, story = ?12, tax_class = ?13, option_names = ?14, "
      "option_values = ?15, tracked = ?16, one_of_a_kind = ?17, open_price = ?18, favourite = ?19, low_mark = ?20, "
      "position = ?21, hidden = ?22",
      p.id, p.parent, p.code, p.barcode, p.name, p.price, p.cost, p.floor, p.category, p.maker, Blob(*photo), p.story,
      p.tax_class, text_of(p.option_names), text_of(p.option_values), p.tracked, p.one_of_a_kind, p.open_price,
      p.favourite, p.low_mark, p.position, p.hidden);
  database.run("DELETE FROM set_part WHERE whole = ?", p.id);
  std::int64_t position = 0;
  for (const SetPart& part : p.parts)
    database.run("INSERT INTO set_part(whole, position, part, quantity) VALUES (?, ?, ?, ?)", p.id, position++,
                 part.product, part.quantity);
}

void apply_fact(const CategorySaved& saved, Database& database) {
  const Category& c = saved.category;
  database.run(
      "INSERT INTO category(id, name, colour, position, hidden) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT(id) DO UPDATE SET name = ?2, colour = ?3, position = ?4, hidden = ?5",
      c.id, c.name, c.colour, c.position, c.hidden);
}

}  // namespace

Result<Decision> decide(const CatalogCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

Fact product_saved(const Product& product) {
  return fact_of(ProductSaved{product});
}

void apply_catalog(const Fact& fact, const Applying& applying) {
  if (fact.kind == ProductSaved::kind)
    apply_fact(fact.body.get<ProductSaved>(), applying.database);
  else if (fact.kind == CategorySaved::kind)
    apply_fact(fact.body.get<CategorySaved>(), applying.database);
  else if (fact.kind == BundleRuleSaved::kind)
    apply_bundle_rule(fact, applying.database);
  else
    LAPAK_ASSERT(fact.kind == PhotoKept::kind);  // its bytes came with the command, or stand in the file already
}

}  // namespace lapak
