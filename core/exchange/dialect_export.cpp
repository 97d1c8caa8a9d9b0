// exchange: the shop's goods as another program takes them in.
//
//   Shopify       a product is known by its handle, which is its name unless she wrote another
//   Etsy          a row a listing: one price, the lowest; the pieces of all its variants
//   Square        what stands under "New Quantity" becomes the stock of the place that bears the shop's name
//   Loyverse      the shop's name stands for the store's
//   WooCommerce   known by SKU; a parent without one has its handle, so that its variations find it
#include "core/exchange/dialect_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "core/base/check.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::string_view kShopify =
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 "
    "Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory "
    "Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant "
    "Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google "
    "Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / "
    "MPN,Google Shopping / AdWords Grouping,Google Shopping / AdWords Labels,Google Shopping / Condition,Google "
    "Shopping / Custom Product,Google Shopping / Custom Label 0,Google Shopping / Custom Label 1,Google Shopping / "
    "Custom Label 2,Google Shopping / Custom Label 3,Google Shopping / Custom Label 4,Variant Image,Variant Weight "
    "Unit,Variant Tax Code,Cost per item";
constexpr std::string_view kEtsy =
    "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,IMAGE2,IMAGE3,IMAGE4,IMAGE5,IMAGE6,IMAGE7,"
    "IMAGE8,IMAGE9,IMAGE10,VARIATION 1 TYPE,VARIATION 1 NAME,VARIATION 1 VALUES,VARIATION 2 TYPE,VARIATION 2 "
    "NAME,VARIATION 2 VALUES,SKU";
// Without the columns that the seller's own taxes make.
constexpr std::string_view kSquare =
    "Token,Item Name,Variation Name,SKU,Description,Categories,Reporting Category,SEO Title,SEO "
    "Description,Permalink,GTIN,Square Online Item Visibility,Item Type,Weight (kg),Social Media Link Title,Social "
    "Media Link Description,Shipping Enabled,Self-serve Ordering Enabled,Delivery Enabled,Pickup Enabled,Price,Online "
    "Sale Price,Archived,Sellable,Contains Alcohol,Stockable,Skip Detail Screen in POS,Option Name 1,Option Value "
    "1,Enabled [PLACE],Current Quantity [PLACE],New Quantity [PLACE],Stock Alert Enabled [PLACE],Stock Alert Count "
    "[PLACE],Price [PLACE]";
constexpr std::string_view kLoyverse =
    "Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 "
    "value,Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track "
    "stock,Available for sale [[PLACE]],Price [[PLACE]],In stock [[PLACE]],Low stock [[PLACE]]";
// Without the columns of plugins; a third attribute as its own export adds it.
constexpr std::string_view kWooCommerce =
    "ID,Type,SKU,Name,Published,Is featured?,Visibility in catalog,Short description,Description,Date sale price "
    "starts,Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,Backorders allowed?,Sold "
    "individually?,Weight (kg),Length (cm),Width (cm),Height (cm),Allow customer reviews?,Purchase note,Sale "
    "price,Regular price,Categories,Tags,Shipping class,Images,Download limit,Download expiry days,Parent,Grouped "
    "products,Upsells,Cross-sells,External URL,Button text,Position,Attribute 1 name,Attribute 1 value(s),Attribute 1 "
    "visible,Attribute 1 global,Attribute 2 name,Attribute 2 value(s),Attribute 2 visible,Attribute 2 global,Attribute "
    "3 name,Attribute 3 value(s),Attribute 3 visible,Attribute 3 global";
constexpr std::string_view kPlace = "[PLACE]";

struct SoldVariant {
  std::string code, barcode;
  Money price;
  std::optional<Money> cost;
  std::vector<std::string> options;
  bool is_tracked = false, is_open_price = false;
  Quantity stock;
  std::optional<Quantity> low_mark;

  std::int64_t pieces() const { return std::max<std::int64_t>(0, stock.thousandths / 1'000); }
};
struct SoldCard {
  std::string name, story, category, code, handle;
  std::vector<std::string> option_names;  // empty: one variant, which is the card itself
  std::vector<SoldVariant> variants;
};

// "Blue mug!" as "blue-mug", and "blue-mug-1" where there is one already.
class Handles {
 public:
  std::string of(std::string_view name) {
    std::string handle;
    for (const char c : folded(name)) {
      const bool is_mark = static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
      if (!is_mark)
        handle += c;
      else if (!handle.empty() && handle.back() != '-')
        handle += '-';
    }
    while (handle.ends_with('-')) handle.pop_back();
    if (handle.empty()) handle = "item";
    std::string free = handle;
    for (int n = 1; !taken_.insert(free).second; ++n) free = fmt::format("{}-{}", handle, n);
    return free;
  }

 private:
  std::set<std::string> taken_;
};

std::vector<std::string> three(Rows& row, int first) {
  std::vector<std::string> all;
  for (int i = first; i < first + static_cast<int>(kMostOptions); ++i)
    if (!row.is_null(i)) all.push_back(row.get<std::string>(i));
  return all;
}

std::vector<SoldCard> cards_sold(const Database& database) {
  constexpr std::string_view sql = R"(
    SELECT p.parent, coalesce(card.name, p.name), iif(p.story = '', coalesce(card.story, ''), p.story),
           coalesce(c.name, ''), coalesce(card.code, p.code),
           json_extract(card.option_names, '$[0]'), json_extract(card.option_names, '$[1]'),
           json_extract(card.option_names, '$[2]'), p.code, p.barcode, p.price, p.cost,
           json_extract(p.option_values, '$[0]'), json_extract(p.option_values, '$[1]'),
           json_extract(p.option_values, '$[2]'), p.tracked, p.open_price, p.low_mark,
           coalesce((SELECT sum(h.quantity) FROM own_stock h WHERE h.product = p.id), 0)
      FROM product p LEFT JOIN product card ON card.id = p.parent
           LEFT JOIN category c ON c.id = coalesce(card.category, p.category)
     WHERE (p.parent IS NOT NULL OR p.option_names = '[]') AND NOT p.hidden AND NOT coalesce(card.hidden, 0)
     ORDER BY coalesce(card.position, p.position), coalesce(card.name, p.name), p.parent, p.position, p.name, p.code)";
  std::vector<SoldCard> cards;
  std::optional<Id<Product>> last;
  Handles handles;
  for (Rows row = database.query(sql); row.next();) {
    const auto parent = row.get<std::optional<Id<Product>>>(0);
    if (!parent || parent != last) {
      SoldCard card{.name = row.get<std::string>(1),
                    .story = row.get<std::string>(2),
                    .category = row.get<std::string>(3),
                    .code = row.get<std::string>(4),
                    .option_names = three(row, 5)};
      card.handle = handles.of(card.name);
      cards.push_back(std::move(card));
    }
    last = parent;
    cards.back().variants.push_back({.code = row.get<std::string>(8),
                                     .barcode = row.get<std::string>(9),
                                     .price = row.get<Money>(10),
                                     .cost = row.get<std::optional<Money>>(11),
                                     .options = three(row, 12),
                                     .is_tracked = row.get<bool>(15),
                                     .is_open_price = row.get<bool>(16),
                                     .stock = row.get<Quantity>(18),
                                     .low_mark = row.get<std::optional<Quantity>>(17)});
  }
  return cards;
}

// Rows under the header of a program; what is not said of a row is empty.
class List {
 public:
  List(std::string_view header, std::string_view place) {
    while (!header.empty()) {
      columns_.push_back(header.substr(0, header.find(',')));
      header.remove_prefix(std::min(columns_.back().size() + 1, header.size()));
    }
    for (const std::string_view column : columns_) {
      std::string written(column);
      if (const auto at = written.find(kPlace); at != written.npos) written.replace(at, kPlace.size(), place);
      csv_.text(written);
    }
    csv_.end_row();
    begin_row();
  }

  void text(std::string_view column, std::string_view words) { cell(column) = {std::string(words), false}; }
  // What we wrote ourselves: numbers, and words that the program gives a meaning.
  void plain(std::string_view column, std::string_view plain) { cell(column) = {std::string(plain), true}; }
  void end_row() {
    for (const Cell& each : cells_) each.is_plain ? csv_.number(each.words) : csv_.text(each.words);
    csv_.end_row();
    begin_row();
  }
  const std::string& bytes() const { return csv_.bytes(); }

 private:
  struct Cell {
    std::string words;
    bool is_plain = false;
  };
  void begin_row() { cells_.assign(columns_.size(), {}); }
  Cell& cell(std::string_view column) {
    const auto found = std::ranges::find(columns_, column);
    LAPAK_ASSERT(found != columns_.end());
    return cells_[static_cast<std::size_t>(found - columns_.begin())];
  }

  std::vector<std::string_view> columns_;
  std::vector<Cell> cells_;
  CsvWriter csv_;
};

// A story as the paragraph of a web page.
std::string as_html(std::string_view story) {
  if (story.empty()) return {};
  std::string html = "<p>";
  for (const char c : story) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else if (c == '\n')
      html += "<br>";
    else
      html += c;
  }
  return html + "</p>";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}
// As a part of a list that commas part.
std::string without_commas(std::string text) {
  std::ranges::replace(text, ',', ' ');
  return text;
}

class Writing {
 public:
  Writing(std::string_view header, const Profile& profile) : list_(header, profile.name), profile_(profile) {}

  void write(Dialect dialect, const SoldCard& card) {
    if (dialect == Dialect::Etsy) return write_listing(card);
    if (dialect == Dialect::WooCommerce && !card.option_names.empty()) write_parent(card);
    for (const SoldVariant& variant : card.variants) {
      const bool is_first = &variant == &card.variants.front();
      if (dialect == Dialect::Shopify) shopify(card, variant, is_first);
      if (dialect == Dialect::Square) square(card, variant);
      if (dialect == Dialect::Loyverse) loyverse(card, variant, is_first);
      if (dialect == Dialect::WooCommerce) woocommerce(card, variant);
      list_.end_row();
    }
  }
  const std::string& bytes() const { return list_.bytes(); }

 private:
  std::string money(Money amount) const { return plain_decimal(amount.minor, profile_.money().decimals); }
  std::string cost(const SoldVariant& variant) const { return variant.cost ? money(*variant.cost) : std::string(); }
  static std::string pieces(const SoldVariant& variant) {
    return variant.is_tracked ? std::to_string(variant.pieces()) : std::string();
  }
  static std::string low(const SoldVariant& variant) {
    return variant.low_mark ? std::to_string(variant.low_mark->thousandths / 1'000) : std::string();
  }
  std::string price_or_word(const SoldVariant& variant) const {
    return variant.is_open_price ? "variable" : money(variant.price);
  }

  void shopify(const SoldCard& card, const SoldVariant& variant, bool is_first) {
    list_.text("Handle", card.handle);
    if (is_first) {
      list_.text("Title", card.name);
      list_.text("Body (HTML)", as_html(card.story));
      list_.text("Vendor", profile_.name);
      list_.text("Type", card.category);
      list_.plain("Published", "TRUE");
      list_.plain("Gift Card", "FALSE");
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, kMostOptions> options{
        {{"Option1 Name", "Option1 Value"}, {"Option2 Name", "Option2 Value"}, {"Option3 Name", "Option3 Value"}}};
    for (std::size_t i = 0; i < variant.options.size(); ++i) {
      if (is_first && i < card.option_names.size()) list_.text(options[i].first, card.option_names[i]);
      list_.text(options[i].second, variant.options[i]);
    }
    if (card.option_names.empty()) {
      list_.plain("Option1 Name", "Title");
      list_.plain("Option1 Value", "Default Title");
    }
    list_.text("Variant SKU", variant.code);
    if (variant.is_tracked) list_.plain("Variant Inventory Tracker", "shopify");
    list_.plain("Variant Inventory Qty", pieces(variant));
    list_.plain("Variant Inventory Policy", "deny");
    list_.plain("Variant Fulfillment Service", "manual");
    list_.plain("Variant Price", money(variant.price));
    list_.text("Variant Barcode", variant.barcode);
    list_.plain("Cost per item", cost(variant));
  }

  void square(const SoldCard& card, const SoldVariant& variant) {
    list_.text("Item Name", card.name);
    list_.text("Variation Name", variant.options.empty() ? "Regular" : joined(variant.options, ", "));
    list_.text("SKU", variant.code);
    list_.text("Description", card.story);
    list_.text("Categories", card.category);
    list_.text("GTIN", variant.barcode);
    list_.plain("Item Type", "Physical good");
    list_.plain("Price", price_or_word(variant));
    list_.plain("Archived", "N");
    list_.plain("Sellable", "Y");
    list_.plain("Stockable", variant.is_tracked ? "Y" : "N");
    if (!variant.options.empty()) {
      list_.text("Option Name 1", joined(card.option_names, ", "));
      list_.text("Option Value 1", joined(variant.options, ", "));
    }
    list_.plain("Enabled [PLACE]", "Y");
    list_.plain("Current Quantity [PLACE]", pieces(variant));
    list_.plain("New Quantity [PLACE]", pieces(variant));
    list_.plain("Stock Alert Enabled [PLACE]", variant.low_mark ? "Y" : "N");
    list_.plain("Stock Alert Count [PLACE]", low(variant));
  }

  void loyverse(const SoldCard& card, const SoldVariant& variant, bool is_first) {
    list_.text("Handle", card.handle);
    list_.text("SKU", variant.code);
    if (is_first) {
      list_.text("Name", card.name);
      list_.text("Category", card.category);
      list_.text("Description", as_html(card.story));
    }
    list_.plain("Sold by weight", "N");
    constexpr std::array<std::pair<std::string_view, std::string_view>, kMostOptions> options{
        {{"Option 1 name", "Option 1 value"},
         {"Option 2 name", "Option 2 value"},
         {"Option 3 name", "Option 3 value"}}};
    for (std::size_t i = 0; i < variant.options.size(); ++i) {
      if (is_first && i < card.option_names.size()) list_.text(options[i].first, card.option_names[i]);
      list_.text(options[i].second, variant.options[i]);
    }
    list_.plain("Cost", cost(variant));
    list_.text("Barcode", variant.barcode);
    list_.plain("Track stock", variant.is_tracked ? "Y" : "N");
    list_.plain("Available for sale [[PLACE]]", "Y");
    list_.plain("Price [[PLACE]]", price_or_word(variant));
    list_.plain("In stock [[PLACE]]", pieces(variant));
    list_.plain("Low stock [[PLACE]]", low(variant));
  }

  struct Attribute {
    std::string_view name, values, is_visible, is_global;
  };
  static constexpr std::array<Attribute, kMostOptions> kAttributes{
      {{"Attribute 1 name", "Attribute 1 value(s)", "Attribute 1 visible", "Attribute 1 global"},
       {"Attribute 2 name", "Attribute 2 value(s)", "Attribute 2 visible", "Attribute 2 global"},
       {"Attribute 3 name", "Attribute 3 value(s)", "Attribute 3 visible", "Attribute 3 global"}}};
  static std::string parent_code(const SoldCard& card) { return card.code.empty() ? card.handle : card.code; }
  void begin_woocommerce(std::string_view type, std::string_view code, std::string_view name) {
    list_.plain("Type", type);
    list_.text("SKU", code);
    list_.text("Name", name);
    list_.plain("Published", "1");
    list_.plain("Is featured?", "0");
    list_.plain("Visibility in catalog", "visible");
    list_.plain("Tax status", "taxable");
    list_.plain("Backorders allowed?", "0");
    list_.plain("Sold individually?", "0");
    list_.plain("Position", "0");
  }
  void attribute(const Attribute& columns, std::string_view name, std::string_view values) {
    list_.text(columns.name, name);
    list_.text(columns.values, values);
    list_.plain(columns.is_visible, "1");
    list_.plain(columns.is_global, "0");
  }
  void write_parent(const SoldCard& card) {
    begin_woocommerce("variable", parent_code(card), card.name);
    list_.text("Description", as_html(card.story));
    list_.text("Categories", card.category);
    list_.plain("In stock?", "1");
    for (std::size_t i = 0; i < card.option_names.size(); ++i) {
      std::vector<std::string> values;
      for (const SoldVariant& variant : card.variants)
        if (i < variant.options.size() && std::ranges::find(values, variant.options[i]) == values.end())
          values.push_back(variant.options[i]);
      for (std::string& value : values)
        for (auto at = value.find(','); at != value.npos; at = value.find(',', at + 2)) value.insert(at, 1, '\\');
      attribute(kAttributes[i], card.option_names[i], joined(values, ", "));
    }
    list_.end_row();
  }
  void woocommerce(const SoldCard& card, const SoldVariant& variant) {
    const bool is_single = card.option_names.empty();
    begin_woocommerce(is_single ? "simple" : "variation", variant.code,
                      is_single ? card.name : fmt::format("{} - {}", card.name, joined(variant.options, ", ")));
    if (is_single) {
      list_.text("Description", as_html(card.story));
      list_.text("Categories", card.category);
    } else {
      list_.text("Parent", parent_code(card));
    }
    list_.plain("In stock?", !variant.is_tracked || variant.pieces() > 0 ? "1" : "0");
    list_.plain("Stock", pieces(variant));
    list_.plain("Low stock amount", low(variant));
    list_.plain("Regular price", money(variant.price));
    for (std::size_t i = 0; i < std::min(variant.options.size(), card.option_names.size()); ++i)
      attribute(kAttributes[i], card.option_names[i], variant.options[i]);
  }

  void write_listing(const SoldCard& card) {
    list_.text("TITLE", card.name);
    list_.text("DESCRIPTION", card.story);
    list_.plain("PRICE", money(std::ranges::min(card.variants, {}, &SoldVariant::price).price));
    list_.plain("CURRENCY_CODE", profile_.currency);
    std::int64_t all = 0;
    bool is_tracked = false;
    for (const SoldVariant& variant : card.variants) {
      is_tracked = is_tracked || variant.is_tracked;
      if (variant.is_tracked) all += variant.pieces();
    }
    if (is_tracked) list_.plain("QUANTITY", std::to_string(all));
    if (!card.option_names.empty()) write_choices(card);
    std::vector<std::string> codes;
    for (const SoldVariant& variant : card.variants) codes.push_back(variant.code);
    const bool can_part =
        std::ranges::none_of(codes, [](const std::string& code) { return code.empty() || code.contains(','); });
    if (can_part) list_.text("SKU", joined(codes, ","));
    list_.end_row();
  }
  // Two lists where the variants are every pair of them in order, else one of all that there is.
  void write_choices(const SoldCard& card) {
    std::array<std::vector<std::string>, 2> values;
    for (const SoldVariant& variant : card.variants)
      for (std::size_t i = 0; i < 2 && i < variant.options.size(); ++i)
        if (std::ranges::find(values[i], variant.options[i]) == values[i].end())
          values[i].push_back(variant.options[i]);
    std::vector<std::vector<std::string>> pairs;
    for (const std::string& one : values[0])
      for (const std::string& other : values[1]) pairs.push_back({one, other});
    const bool is_grid =
        card.option_names.size() == 2 && std::ranges::equal(pairs, card.variants, {}, {}, &SoldVariant::options);
    if (!is_grid) {
      std::vector<std::string> all;
      for (const SoldVariant& variant : card.variants) all.push_back(without_commas(joined(variant.options, " / ")));
      return choice("VARIATION 1 TYPE", "VARIATION 1 NAME", "VARIATION 1 VALUES", joined(card.option_names, " / "),
                    all);
    }
    for (std::vector<std::string>& list : values) std::ranges::transform(list, list.begin(), without_commas);
    choice("VARIATION 1 TYPE", "VARIATION 1 NAME", "VARIATION 1 VALUES", card.option_names[0], values[0]);
    choice("VARIATION 2 TYPE", "VARIATION 2 NAME", "VARIATION 2 VALUES", card.option_names[1], values[1]);
  }
  void choice(std::string_view type, std::string_view name, std::string_view list, std::string_view its_name,
              const std::vector<std::string>& values) {
    list_.plain(type, "Custom Property");
    list_.text(name, its_name);
    list_.text(list, joined(values, ","));
  }

  List list_;
  const Profile& profile_;
};

std::string_view header_of(Dialect dialect) {
  switch (dialect) {
    case Dialect::Shopify:
      return kShopify;
    case Dialect::Etsy:
      return kEtsy;
    case Dialect::Square:
      return kSquare;
    case Dialect::Loyverse:
      return kLoyverse;
    case Dialect::WooCommerce:
      return kWooCommerce;
    case Dialect::Plain:
      break;
  }
  LAPAK_ASSERT(false);
}

}  // namespace

std::optional<Dialect> find_dialect(std::string_view name) {
  for (const Dialect dialect :
       {Dialect::Shopify, Dialect::Etsy, Dialect::Square, Dialect::Loyverse, Dialect::WooCommerce})
    if (folded(dialect_name(dialect)) == name) return dialect;
  return std::nullopt;
}

std::string goods_csv(const Database& database, const Profile& profile, Dialect dialect) {
  Writing writing(header_of(dialect), profile);
  for (const SoldCard& card : cards_sold(database)) writing.write(dialect, card);
  return writing.bytes();
}

}  // namespace lapak
