// catalog: the rows of products, categories and photos.
#include "core/catalog/product_store.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/base/hex.h"
#include "core/base/text.h"

namespace lapak {
namespace {

std::vector<std::string> texts(std::string_view json) {
  if (json == "[]") return {};
  return nlohmann::json::parse(json).get<std::vector<std::string>>();
}

constexpr std::string_view product_columns =
    "id, parent, code, barcode, name, price, cost, floor, category, maker, photo, story, tax_class, option_names, "
    "option_values, tracked, one_of_a_kind, open_price, favourite, low_mark, position, hidden, "
    "(SELECT json_group_array(json_array(hex(part), quantity)) "
    "FROM (SELECT part, quantity FROM set_part WHERE whole = product.id ORDER BY position))";

std::vector<SetPart> parts_of(std::string_view json) {
  std::vector<SetPart> parts;
  if (json == "[]") return parts;
  for (const nlohmann::json& part : nlohmann::json::parse(json)) {
    SetPart& made = parts.emplace_back();
    const auto bytes = parse_hex(part.at(0).get<std::string>());
    LAPAK_ASSERT(bytes && bytes->size() == made.product.bytes.size());
    std::ranges::copy(*bytes, made.product.bytes.begin());
    made.quantity.thousandths = part.at(1).get<std::int64_t>();
  }
  return parts;
}

// How many sets the parts of `p` make; NULL where none of them is counted, or it is no set.
constexpr std::string_view sets_there_are = R"(
         (SELECT min(CASE WHEN q.tracked THEN
                   max(0, coalesce((SELECT sum(h.quantity) FROM own_stock h WHERE h.product = s.part), 0)) / s.quantity
                 END)
            FROM set_part s JOIN product q ON q.id = s.part WHERE s.whole = p.id),
         EXISTS (SELECT 1 FROM set_part s WHERE s.whole = p.id))";

Product product_of(const Rows& rows) {
  return Product{.id = rows.get<Id<Product>>(0),
                 .parent = rows.get<std::optional<Id<Product>>>(1),
                 .code = rows.get<std::string>(2),
                 .barcode = rows.get<std::string>(3),
                 .name = rows.get<std::string>(4),
                 .price = rows.get<Money>(5),
                 .cost = rows.get<std::optional<Money>>(6),
                 .floor = rows.get<std::optional<Money>>(7),
                 .category = rows.get<std::optional<Id<Category>>>(8),
                 .maker = rows.get<std::optional<Id<Contact>>>(9),
                 .photo = hex(rows.get<Blob>(10)),
                 .story = rows.get<std::string>(11),
                 .tax_class = rows.get<std::string>(12),
                 .option_names = texts(rows.get<std::string_view>(13)),
                 .option_values = texts(rows.get<std::string_view>(14)),
                 .tracked = rows.get<bool>(15),
                 .one_of_a_kind = rows.get<bool>(16),
                 .open_price = rows.get<bool>(17),
                 .favourite = rows.get<bool>(18),
                 .low_mark = rows.get<std::optional<Quantity>>(19),
                 .position = rows.get<int>(20),
                 .hidden = rows.get<bool>(21),
                 .parts = parts_of(rows.get<std::string_view>(22))};
}

std::optional<Product> first_product(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return product_of(rows);
}

std::string product_query(std::string_view condition) {
  return "SELECT " + std::string(product_columns) + " FROM product WHERE " + std::string(condition);
}

Category category_of(const Rows& rows) {
  return Category{rows.get<Id<Category>>(0), rows.get<std::string>(1), rows.get<int>(2), rows.get<int>(3),
                  rows.get<bool>(4)};
}

std::string bytes_of(Rows rows) {
  if (!rows.next()) return {};
  const Blob bytes = rows.get<Blob>(0);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// One card of the grid. A product with variants shows the smallest price and the stock of all of them.
const std::string card_columns = R"(
  SELECT p.id, p.code, p.name, p.price, p.option_names <> '[]', p.open_price, p.photo,
         coalesce(c.colour, 0), p.tracked, p.one_of_a_kind, p.low_mark,
         (SELECT min(v.price) FROM product v WHERE v.parent = p.id AND v.hidden = 0),
         (SELECT max(v.price) FROM product v WHERE v.parent = p.id AND v.hidden = 0),
         (SELECT coalesce(sum(h.quantity), 0) FROM own_stock h WHERE h.product = p.id),
         (SELECT coalesce(sum(h.quantity), 0) FROM product v JOIN own_stock h ON h.product = v.id
           WHERE v.parent = p.id AND v.hidden = 0),
         (SELECT max(v.tracked) FROM product v WHERE v.parent = p.id AND v.hidden = 0),)" +
                                 std::string(sets_there_are) + R"(
    FROM product p LEFT JOIN category c ON c.id = p.category )";

ProductCard card_of(const Rows& rows) {
  ProductCard card{.id = rows.get<Id<Product>>(0),
                   .code = rows.get<std::string>(1),
                   .name = rows.get<std::string>(2),
                   .price = rows.get<Money>(3),
                   .has_variants = rows.get<bool>(4),
                   .open_price = rows.get<bool>(5),
                   .photo = hex(rows.get<Blob>(6)),
                   .tint = rows.get<int>(7),
                   .tracked = rows.get<bool>(8),
                   .one_of_a_kind = rows.get<bool>(9)};
  card.on_hand = rows.get<Quantity>(13);
  if (card.has_variants && !rows.is_null(11)) {
    card.price = rows.get<Money>(11);
    card.is_from_price = rows.get<Money>(11) != rows.get<Money>(12);
    card.on_hand = rows.get<Quantity>(14);
    card.tracked = rows.get<bool>(15);
  }
  card.is_set = rows.get<bool>(17);
  if (card.is_set) {
    card.tracked = !rows.is_null(16);
    card.on_hand = card.tracked ? Quantity::of(rows.get<std::int64_t>(16)) : Quantity{};
  }
  const auto low_mark = rows.get<std::optional<Quantity>>(10);
  card.is_out = card.tracked && card.on_hand <= Quantity{};
  card.is_low = card.tracked && !card.is_out && low_mark && card.on_hand <= *low_mark;
  return card;
}

}  // namespace

std::optional<Product> find_product(const Database& database, Id<Product> id) {
  static const std::string sql = product_query("id = ?");
  return first_product(database.query(sql, id));
}

std::string product_label(const Database& database, Id<Product> id) {
  const std::optional<Product> product = find_product(database, id);
  return product ? label_of(*product) : std::string();
}

std::string label_of(const Product& product) {
  const std::string variant = variant_label(product);
  return variant.empty() ? product.name : product.name + " · " + variant;
}

PhotoName photo_of(const Database& database, const Product& product) {
  if (!product.photo.empty() || !product.parent) return product.photo;
  const std::optional<Product> parent = find_product(database, *product.parent);
  return parent ? parent->photo : PhotoName();
}

std::optional<Product> find_product_by_code(const Database& database, std::string_view code) {
  if (code.empty()) return std::nullopt;
  static const std::string by_code = product_query("code = ? AND code <> ''");
  static const std::string by_barcode = product_query("barcode = ? AND barcode <> ''");
  if (auto found = first_product(database.query(by_code, code))) return found;
  return first_product(database.query(by_barcode, code));
}

bool is_in_a_set(const Database& database, Id<Product> id) {
  return database.value<bool>("SELECT 1 FROM set_part WHERE part = ? LIMIT 1", id).has_value();
}

std::vector<Product> variants_of(const Database& database, Id<Product> parent) {
  static const std::string sql = product_query("parent = ? AND hidden = 0 ORDER BY position, rowid");
  std::vector<Product> variants;
  for (Rows rows = database.query(sql, parent); rows.next();) variants.push_back(product_of(rows));
  return variants;
}

std::optional<Category> find_category(const Database& database, Id<Category> id) {
  Rows rows = database.query("SELECT id, name, colour, position, hidden FROM category WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  return category_of(rows);
}

std::optional<Category> find_category(const Database& database, std::string_view name) {
  const std::string wanted = folded(name);
  for (Rows rows = database.query("SELECT id, name, colour, position, hidden FROM category ORDER BY hidden, position");
       rows.next();)
    if (folded(rows.get<std::string_view>(1)) == wanted) return category_of(rows);
  return std::nullopt;
}

std::vector<Category> all_categories(const Database& database) {
  std::vector<Category> all;
  for (Rows rows =
           database.query("SELECT id, name, colour, position, hidden FROM category ORDER BY hidden, position, name");
       rows.next();)
    all.push_back(category_of(rows));
  return all;
}

std::vector<Category> categories(const Database& database) {
  std::vector<Category> shown = all_categories(database);
  std::erase_if(shown, &Category::hidden);
  return shown;
}

std::string photo_jpeg(const Database& database, const PhotoName& photo) {
  const auto hash = parse_hex(photo);
  return hash ? bytes_of(database.query("SELECT jpeg FROM photo WHERE hash = ?", Blob(*hash))) : std::string();
}

std::string photo_thumbnail(const Database& database, const PhotoName& photo) {
  const auto hash = parse_hex(photo);
  return hash ? bytes_of(database.query("SELECT thumbnail FROM photo WHERE hash = ?", Blob(*hash))) : std::string();
}

std::vector<ProductCard> cards_of(const Database& database, const std::vector<Id<Product>>& products) {
  static const std::string sql = card_columns + "WHERE p.id = ? AND p.hidden = 0";
  std::vector<ProductCard> cards;
  for (const Id<Product> id : products)
    if (Rows rows = database.query(sql, id); rows.next()) cards.push_back(card_of(rows));
  return cards;
}

GridView grid(const Database& database, const GridQuestion& question) {
  GridView view;
  switch (question.filter) {
    case GridFilter::All: {
      static const std::string sql = card_columns +
                                     "WHERE p.parent IS NULL AND p.hidden = 0 "
                                     "ORDER BY p.favourite DESC, p.position, p.name LIMIT ? OFFSET ?";
      for (Rows rows = database.query(sql, question.count, question.first); rows.next();)
        view.cards.push_back(card_of(rows));
      view.total = database.value<int>("SELECT count(*) FROM product WHERE parent IS NULL AND hidden = 0").value_or(0);
      break;
    }
    case GridFilter::Category: {
      static const std::string sql = card_columns +
                                     "WHERE p.category = ? AND p.parent IS NULL AND p.hidden = 0 "
                                     "ORDER BY p.favourite DESC, p.position, p.name LIMIT ? OFFSET ?";
      for (Rows rows = database.query(sql, question.category, question.count, question.first); rows.next();)
        view.cards.push_back(card_of(rows));
      view.total = database
                       .value<int>("SELECT count(*) FROM product WHERE category = ? AND parent IS NULL AND hidden = 0",
                                   question.category)
                       .value_or(0);
      break;
    }
    case GridFilter::BestSellers: {
      std::vector<Id<Product>> best;
      for (Rows rows =
               database.query("SELECT coalesce(p.parent, p.id) AS card, sum(s.quantity) AS sold FROM product_sum s "
                              "JOIN product p ON p.id = s.product WHERE s.period >= ? AND length(s.period) = 10 "
                              "GROUP BY card HAVING sold > 0 ORDER BY sold DESC, p.name LIMIT 200",
                              question.since);
           rows.next();)
        best.push_back(rows.get<Id<Product>>(0));
      view.cards = cards_of(database, best);
      view.total = static_cast<int>(view.cards.size());
      const auto first = std::min(view.cards.size(), static_cast<std::size_t>(question.first));
      view.cards.erase(view.cards.begin(), view.cards.begin() + static_cast<std::ptrdiff_t>(first));
      if (view.cards.size() > static_cast<std::size_t>(question.count))
        view.cards.resize(static_cast<std::size_t>(question.count));
      break;
    }
  }
  return view;
}

StockView stock_list(const Database& database, const StockQuestion& question) {
  // Sellable things: variants, and products that have none.
  static const std::string sql = std::string(R"(
    SELECT p.id, coalesce(p.parent, p.id), p.code, p.name, p.option_values, coalesce(nullif(p.photo, x''), q.photo),
           coalesce(c.colour, 0), p.price, coalesce(p.cost, q.cost), p.tracked, coalesce(h.quantity, 0),
           coalesce(p.low_mark, q.low_mark), p.hidden OR coalesce(q.hidden, 0), coalesce(s.sold, 0),
           coalesce(p.maker, q.maker) IS NOT NULL, p.barcode, coalesce(c.name, ''),)") +
                                 std::string(sets_there_are) + R"(
      FROM product p
      LEFT JOIN product q ON q.id = p.parent
      LEFT JOIN category c ON c.id = coalesce(p.category, q.category)
      LEFT JOIN (SELECT product, sum(quantity) AS quantity FROM own_stock GROUP BY product) h ON h.product = p.id
      LEFT JOIN (SELECT product, sum(quantity) AS sold FROM product_sum
                  WHERE period >= ? AND length(period) = 10 GROUP BY product) s ON s.product = p.id
     WHERE p.option_names = '[]' AND NOT (p.hidden AND p.parent IS NOT NULL)
     ORDER BY coalesce(q.name, p.name), p.position, p.rowid)";
  StockView view;
  const std::string wanted = folded(trimmed(question.search));
  for (Rows rows = database.query(sql, question.today.plus_days(-30)); rows.next();) {
    StockRow row{.id = rows.get<Id<Product>>(0),
                 .card = rows.get<Id<Product>>(1),
                 .code = rows.get<std::string>(2),
                 .name = rows.get<std::string>(3),
                 .photo = hex(rows.get<Blob>(5)),
                 .tint = rows.get<int>(6),
                 .price = rows.get<Money>(7),
                 .cost = rows.get<std::optional<Money>>(8),
                 .tracked = rows.get<bool>(9),
                 .on_hand = rows.get<Quantity>(10),
                 .low_mark = rows.get<std::optional<Quantity>>(11),
                 .hidden = rows.get<bool>(12),
                 .sold_lately = rows.get<Quantity>(13)};
    row.is_set = rows.get<bool>(18);
    if (row.is_set) {
      row.tracked = !rows.is_null(17);
      row.on_hand = row.tracked ? Quantity::of(rows.get<std::int64_t>(17)) : Quantity{};
    }
    const std::string label = variant_label(Product{.option_values = texts(rows.get<std::string_view>(4))});
    if (!label.empty()) row.name += " · " + label;
    row.is_out = row.tracked && row.on_hand <= Quantity{};
    row.is_low = row.tracked && !row.is_out && row.low_mark && row.on_hand <= *row.low_mark;
    const bool is_partners = rows.get<bool>(14);
    if (row.cost && row.on_hand > Quantity{} && !row.is_set)  // a set's value is its parts'
      if (const Result<Money> value = times(*row.cost, row.on_hand)) row.value = *value;
    if (!row.hidden) {
      ++view.all_count;
      view.low_count += row.is_low;
      view.out_count += row.is_out;
      view.partners_count += is_partners;
      view.value += row.value;
    }
    const bool in_filter = question.filter == StockFilter::Hidden     ? row.hidden
                           : row.hidden                               ? false
                           : question.filter == StockFilter::Low      ? row.is_low
                           : question.filter == StockFilter::Out      ? row.is_out
                           : question.filter == StockFilter::Partners ? is_partners
                                                                      : true;
    if (!in_filter) continue;
    if (!wanted.empty()) {
      const std::string all =
          folded(row.name + "\n" + row.code + "\n" + rows.get<std::string>(15) + "\n" + rows.get<std::string>(16));
      if (all.find(wanted) == all.npos) continue;
    }
    if (view.total >= question.first && view.total < question.first + question.count)
      view.rows.push_back(std::move(row));
    ++view.total;
  }
  return view;
}

}  // namespace lapak
