// exchange: a list of goods as the program wrote it that it comes from.
#include "core/exchange/goods_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/exchange/import_reading.h"

namespace lapak {
namespace {

constexpr std::size_t kEtsyColumns = 24, kEtsyCurrency = 3;
constexpr std::array<std::string_view, kMostOptions> kOptionValues{"option1", "option2", "option3"};
constexpr std::array<std::string_view, kMostOptions> kOptionNames{"option1_name", "option2_name", "option3_name"};

// What a program writes where nothing varies.
bool is_no_option(std::string_view value) {
  const std::string plain = folded(value);
  return plain == "default title" || plain == "regular" || plain == "default";
}

// What stands in another column of this program than in those of others: a field of ours and how its header begins.
struct OwnColumn {
  Dialect dialect;
  std::string_view field, header;
};
constexpr std::array kOwnColumns{OwnColumn{Dialect::Shopify, "category", "type"},
                                 OwnColumn{Dialect::Square, "stock", "currentquantity"},
                                 OwnColumn{Dialect::Square, "option1", "variationname"},
                                 OwnColumn{Dialect::Square, "category", "categor"},
                                 OwnColumn{Dialect::WooCommerce, "price", "regularprice"},
                                 OwnColumn{Dialect::WooCommerce, "story", "description"},
                                 OwnColumn{Dialect::WooCommerce, "option1", "attribute1values"},
                                 OwnColumn{Dialect::WooCommerce, "option2", "attribute2values"},
                                 OwnColumn{Dialect::WooCommerce, "option3", "attribute3values"},
                                 OwnColumn{Dialect::WooCommerce, "barcode", "gtin"}};
// Etsy's, by where they stand.
constexpr std::array<std::pair<std::string_view, std::size_t>, 5> kEtsyFields{
    {{"name", 0}, {"story", 1}, {"price", 2}, {"stock", 4}, {"code", 23}}};
constexpr std::size_t kEtsyVariation = 17;  // type, name, values; and once more

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(','));
    list.remove_prefix(std::min(part.size() + 1, list.size()));
    if (!trimmed(part).empty()) parts.emplace_back(trimmed(part));
  }
  return parts;
}

class GoodsReading {
 public:
  GoodsReading(const Reading& reading, GoodsList& list, std::string_view option_word)
      : reading_(reading), list_(list), option_word_(option_word) {}

  void read(std::size_t row) {
    switch (list_.dialect) {
      case Dialect::Etsy:
        return read_listing(row);
      case Dialect::WooCommerce:
        return read_typed(row);
      case Dialect::Plain:
      case Dialect::Shopify:
      case Dialect::Square:
      case Dialect::Loyverse:
        return read_variant(row);
    }
    LAPAK_ASSERT(false);
  }

  // What varies is known once all rows are: a card of one variant that says nothing has none.
  void finish() {
    std::vector<ListedCard> cards;
    for (ListedCard& card : list_.cards) {
      std::size_t most = 0;
      for (const ListedVariant& variant : card.variants) most = std::max(most, variant.option_values.size());
      const bool has_none = card.variants.size() == 1 &&
                            std::ranges::all_of(card.variants.front().option_values,
                                                [](const std::string& value) { return is_no_option(value); });
      if (has_none) most = 0;
      card.option_names.resize(most);
      for (std::size_t i = 0; i < most; ++i)
        if (card.option_names[i].empty())
          card.option_names[i] = i == 0 ? std::string(option_word_) : fmt::format("{} {}", option_word_, i + 1);
      for (ListedVariant& variant : card.variants) variant.option_values.resize(most);
      if (most > 0) {
        cards.push_back(std::move(card));
        continue;
      }
      // Rows of one name that say nothing of how they differ are products of their own.
      for (ListedVariant& variant : card.variants)
        cards.push_back({.name = card.name,
                         .story = card.story,
                         .category = card.category,
                         .option_names = {},
                         .variants = {std::move(variant)}});
    }
    list_.cards = std::move(cards);
  }

 private:
  std::string cell(std::size_t row, std::string_view field) const {
    return std::string(reading_.trimmed_cell(row, field));
  }
  void leave_out(std::size_t row) const { reading_.counts.left_out.push_back(reading_.table.number(row)); }

  ListedCard& new_card(std::size_t row) {
    list_.cards.push_back({.name = cell(row, "name"),
                           .story = without_markup(cell(row, "story")),
                           .category = cell(row, "category"),
                           .option_names = {},
                           .variants = {}});
    return list_.cards.back();
  }
  ListedVariant variant_of(std::size_t row) const {
    return {.row = row,
            .code = cell(row, "code"),
            .barcode = cell(row, "barcode"),
            .price = cell(row, "price"),
            .cost = cell(row, "cost"),
            .stock = cell(row, "stock"),
            .option_values = {}};
  }
  void read_options(std::size_t row, ListedCard& card, ListedVariant& variant) const {
    for (std::size_t i = 0; i < kMostOptions; ++i) {
      const std::string value = cell(row, kOptionValues[i]), name = cell(row, kOptionNames[i]);
      if (value.empty()) break;
      variant.option_values.push_back(value);
      if (card.option_names.size() <= i) card.option_names.resize(i + 1);
      if (card.option_names[i].empty() && !is_no_option(value)) card.option_names[i] = name;
    }
  }

  // Of which card it is one of several rows; empty: it stands alone.
  std::string key_of(std::size_t row) const {
    if (std::string handle = cell(row, "handle"); !handle.empty()) return "h" + handle;
    const bool may_vary = list_.dialect == Dialect::Square || !cell(row, kOptionValues[0]).empty();
    return may_vary ? "n" + cell(row, "name") : std::string();
  }

  void read_variant(std::size_t row) {
    const std::string key = key_of(row);
    const bool is_further = !key.empty() && key == last_key_;
    const auto known = key.starts_with('h') ? by_key_.find(key) : by_key_.end();
    // Further pictures and the parts of a set have rows of their own.
    const bool says_nothing = cell(row, "name").empty() && cell(row, "price").empty() && cell(row, "code").empty();
    if (says_nothing && !key.empty()) return leave_out(row);
    ListedCard& card = known != by_key_.end() ? list_.cards[known->second]
                       : is_further           ? list_.cards.back()
                                              : new_card(row);
    if (known == by_key_.end() && !is_further) by_key_[key] = list_.cards.size() - 1;
    last_key_ = key;
    ListedVariant variant = variant_of(row);
    read_options(row, card, variant);
    card.variants.push_back(std::move(variant));
  }

  // Every combination of its two lists is a variant; the pieces of the listing are those of all together.
  void read_listing(std::size_t row) {
    const auto& table = reading_.table;
    ListedCard& card = new_card(row);
    std::vector<ListedVariant> variants{variant_of(row)};
    for (std::size_t which = 0; which < 2; ++which) {
      const std::size_t column = kEtsyVariation + 3 * which;
      const std::vector<std::string> values = parts_of(table.cell(row, column + 2));
      if (values.empty()) continue;
      const std::string_view name = trimmed(table.cell(row, column + 1)), type = trimmed(table.cell(row, column));
      card.option_names.emplace_back(name.empty() ? type : name);
      std::vector<ListedVariant> wider;
      for (const ListedVariant& variant : variants)
        for (const std::string& value : values) wider.emplace_back(variant).option_values.push_back(value);
      variants = std::move(wider);
    }
    const std::vector<std::string> codes = parts_of(variants.front().code);
    for (std::size_t i = 0; i < variants.size(); ++i) {
      const bool has_own = codes.size() == variants.size();
      variants[i].code = has_own ? codes[i] : std::string();
      if (variants.size() > 1) variants[i].stock.clear();
    }
    card.variants = std::move(variants);
  }

  void read_typed(std::size_t row) {
    const std::string type = folded(reading_.trimmed_cell(row, "type"));
    const std::string id = cell(row, "id"), code = cell(row, "code"), parent = cell(row, "parent");
    if (type.starts_with("variation")) {
      const auto card = by_key_.find(parent);
      if (card == by_key_.end()) return reading_.refuse_row(row, {ProblemCode::ParentUnknown, {parent}});
      ListedVariant variant = variant_of(row);
      read_options(row, list_.cards[card->second], variant);
      list_.cards[card->second].variants.push_back(std::move(variant));
      return;
    }
    if (type.starts_with("grouped") || type.starts_with("external")) return leave_out(row);
    ListedCard& card = new_card(row);
    card.category = parts_of(card.category).empty() ? std::string() : parts_of(card.category).front();
    by_key_["id:" + id] = list_.cards.size() - 1;
    if (!code.empty()) by_key_[code] = list_.cards.size() - 1;
    if (type.starts_with("variable")) return leave_out(row);
    card.variants.push_back(variant_of(row));
  }

  const Reading& reading_;
  GoodsList& list_;
  std::string_view option_word_;
  std::map<std::string, std::size_t> by_key_;
  std::string last_key_;
};

}  // namespace

std::string_view dialect_name(Dialect dialect) {
  constexpr std::array<std::string_view, 6> names{"", "Shopify", "Etsy", "Square", "Loyverse", "WooCommerce"};
  return names[static_cast<std::size_t>(dialect)];
}

Dialect dialect_of(const CsvTable& table) {
  std::set<std::string> headers;
  for (const std::string& header : table.header()) headers.insert(plain_header(header));
  const auto has = [&](const char* header) { return headers.contains(header); };
  const auto begins = [&](std::string_view beginning) {
    return std::ranges::any_of(headers, [&](const std::string& header) { return header.starts_with(beginning); });
  };
  if (table.header().size() == kEtsyColumns && plain_header(table.header()[kEtsyCurrency]) == "currencycode")
    return Dialect::Etsy;
  if (has("skuofincludeditem") || has("availableforsale")) return Dialect::Loyverse;
  if ((has("handle") || has("urlhandle")) && has("option1value") && (has("variantprice") || has("inventorytracker")))
    return Dialect::Shopify;
  if (has("token") && has("itemname") && begins("currentquantity")) return Dialect::Square;
  if (has("type") && has("regularprice") && has("parent")) return Dialect::WooCommerce;
  return Dialect::Plain;
}

ColumnChoice dialect_columns(const CsvTable& table, const ColumnChoice& said) {
  const Dialect dialect = dialect_of(table);
  ColumnChoice choice = said;
  const auto add = [&](std::string_view field, const std::string& header) {
    if (std::ranges::find(choice, field, &ColumnChoice::value_type::first) == choice.end())
      choice.emplace_back(field, header);
  };
  if (dialect == Dialect::Etsy)
    for (const auto& [field, column] : kEtsyFields) add(field, table.header()[column]);
  for (const OwnColumn& own : kOwnColumns) {
    if (own.dialect != dialect) continue;
    const auto header = std::ranges::find_if(
        table.header(), [&](const std::string& name) { return plain_header(name).starts_with(own.header); });
    if (header != table.header().end()) add(own.field, *header);
  }
  return choice;
}

Result<GoodsList> read_goods_list(const CsvTable& table, const ColumnChoice& choice, std::string_view option_word,
                                  ImportCounts& counts) {
  const Dialect dialect = dialect_of(table);
  auto columns = Columns::find(table, product_fields(), dialect_columns(table, choice));
  if (!columns) return std::unexpected(columns.error());
  GoodsList list{.dialect = dialect, .columns = *columns, .cards = {}};
  const Reading reading{table, *columns, counts};
  GoodsReading goods(reading, list, option_word);
  for (std::size_t row = 0; row < table.row_count(); ++row)
    if (reading.has_its_cells(row)) goods.read(row);
  goods.finish();
  return list;
}

std::string without_markup(std::string_view html) {
  const auto tag = html.find('<');
  const bool has_tags = tag != html.npos && html.find('>', tag) != html.npos;
  if (!has_tags) return std::string(html);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}};
  constexpr std::array<std::string_view, 6> breaks{"<br", "</p", "</li", "</div", "</h", "</tr"};
  std::string text;
  while (!html.empty()) {
    const bool is_tag = html[0] == '<' && html.find('>') != html.npos;
    if (is_tag) {
      const std::string begun = folded(html.substr(0, 6));
      if (std::ranges::any_of(breaks, [&](std::string_view each) { return begun.starts_with(each); })) text += '\n';
      html.remove_prefix(html.find('>') + 1);
      continue;
    }
    const auto entity = std::ranges::find_if(entities, [&](const auto& each) { return html.starts_with(each.first); });
    const bool is_line = html[0] == '\n' || html[0] == '\r';  // in HTML a line break is a blank
    text += entity != entities.end() ? entity->second : is_line ? std::string_view(" ") : html.substr(0, 1);
    html.remove_prefix(entity != entities.end() ? entity->first.size() : 1);
  }
  return std::string(trimmed(text));
}

}  // namespace lapak
