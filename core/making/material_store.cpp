// making: the rows of materials.
#include "core/making/material_store.h"

#include <algorithm>

#include "core/base/text.h"

namespace lapak {
namespace {

const std::string material_columns =
    "m.id, m.name, m.unit, m.bought_in, m.used_numerator, m.used_denominator, m.supplier, m.low_mark, m.hidden";

Material read_material(const Rows& rows) {
  Material material{.id = rows.get<Id<Material>>(0),
                    .name = rows.get<std::string>(1),
                    .unit = find_unit(rows.get<std::string_view>(2)).value(),
                    .bought_in = find_unit(rows.get<std::string_view>(3)).value(),
                    .used_in_one_bought = {},
                    .supplier = rows.get<std::optional<Id<Contact>>>(6),
                    .low_mark = rows.get<std::optional<Quantity>>(7),
                    .hidden = rows.get<bool>(8)};
  if (!rows.is_null(4)) material.used_in_one_bought = Fraction{rows.get<std::int64_t>(4), rows.get<std::int64_t>(5)};
  return material;
}

MaterialStock read_stock(const Rows& rows, int first) {
  return {.quantity = rows.get<Quantity>(first),
          .value = rows.get<Money>(first + 1),
          .last_quantity = rows.get<Quantity>(first + 2),
          .last_value = rows.get<Money>(first + 3)};
}

// What the plans that are still to be made keep for themselves.
constexpr std::string_view reserved_sql =
    "SELECT n.material AS material, sum(n.quantity) AS quantity FROM batch_open o "
    "JOIN batch_plan p ON p.id = o.batch AND p.reserves JOIN batch_need n ON n.batch = o.batch GROUP BY n.material";

const std::string move_columns =
    "id, material, kind, quantity, value, purchase, batch, corrects, expires, business_date";

MaterialMoved read_move(const Rows& rows) {
  return {.id = rows.get<Id<MaterialMoved>>(0),
          .material = rows.get<Id<Material>>(1),
          .move = find_material_move(rows.get<std::string_view>(2)).value(),
          .quantity = rows.get<Quantity>(3),
          .value = rows.get<Money>(4),
          .purchase = rows.get<std::optional<Id<Purchase>>>(5),
          .batch = rows.get<std::optional<Id<Batch>>>(6),
          .corrects = rows.get<std::optional<Id<MaterialMoved>>>(7),
          .expires = rows.get<std::optional<Date>>(8),
          .business_date = rows.get<Date>(9)};
}

// `column` is purchase or batch. The bare columns are those of the first move.
template <class Of>
std::vector<MaterialMoved> net_moves(const Database& database, const std::string& column, Id<Of> of) {
  std::vector<MaterialMoved> moves;
  for (Rows rows = database.query("SELECT id, material, kind, sum(quantity), sum(value), purchase, batch, corrects, "
                                  "expires, business_date, min(rowid) FROM material_move WHERE " +
                                      column +
                                      " = ? GROUP BY material HAVING sum(quantity) <> 0 OR sum(value) <> 0 "
                                      "ORDER BY min(rowid)",
                                  of);
       rows.next();)
    moves.push_back(read_move(rows));
  return moves;
}

// Whether `m` brought something in that was not taken back since.
constexpr std::string_view stands =
    "m.kind IN ('opening', 'bought', 'made') AND m.quantity > 0 AND iif(m.purchase IS NULL AND m.batch IS NULL, "
    "NOT EXISTS (SELECT 1 FROM material_move c WHERE c.corrects = m.id), "
    "(SELECT sum(x.quantity) FROM material_move x WHERE x.material = m.material AND "
    "(x.purchase = m.purchase OR x.batch = m.batch)) > 0)";

// The days on which what was bought last, as much as is still there, expires; by material the first of them.
std::unordered_map<Id<Material>, Date> expiries(const Database& database) {
  struct Left {
    Quantity quantity;
    std::optional<Date> first;
  };
  std::unordered_map<Id<Material>, Left> left;
  static const std::string sql =
      "SELECT m.material, m.quantity, m.expires, s.quantity FROM material_move m "
      "JOIN material_stock s ON s.material = m.material AND s.quantity > 0 "
      "WHERE m.material IN (SELECT material FROM material_move WHERE expires IS NOT NULL) AND " +
      std::string(stands) + " ORDER BY m.rowid DESC";
  for (Rows rows = database.query(sql); rows.next();) {
    Left& of = left.try_emplace(rows.get<Id<Material>>(0), Left{rows.get<Quantity>(3), {}}).first->second;
    if (of.quantity <= Quantity{}) continue;
    of.quantity = of.quantity - rows.get<Quantity>(1);
    const auto day = rows.get<std::optional<Date>>(2);
    if (day && (!of.first || *day < *of.first)) of.first = day;
  }
  std::unordered_map<Id<Material>, Date> days;
  for (const auto& [material, of] : left)
    if (of.first) days.emplace(material, *of.first);
  return days;
}

}  // namespace

std::optional<Material> find_material(const Database& database, Id<Material> id) {
  static const std::string sql = "SELECT " + material_columns + " FROM material m WHERE m.id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_material(rows)) : std::nullopt;
}

std::optional<Material> find_material(const Database& database, std::string_view name) {
  const std::string wanted = folded(name);
  static const std::string sql = "SELECT " + material_columns + " FROM material m WHERE NOT m.hidden ORDER BY m.id";
  for (Rows rows = database.query(sql); rows.next();)
    if (folded(rows.get<std::string_view>(1)) == wanted) return read_material(rows);
  return std::nullopt;
}

MaterialStock material_stock(const Database& database, Id<Material> id) {
  Rows rows =
      database.query("SELECT quantity, value, last_quantity, last_value FROM material_stock WHERE material = ?", id);
  return rows.next() ? read_stock(rows, 0) : MaterialStock{};
}

bool has_moved(const Database& database, Id<Material> id) {
  return database.value<bool>("SELECT 1 FROM material_move WHERE material = ? LIMIT 1", id).has_value();
}

std::vector<MaterialOnHand> materials_on_hand(const Database& database) {
  static const std::string sql =
      "SELECT " + material_columns +
      ", coalesce(s.quantity, 0), coalesce(s.value, 0), coalesce(s.last_quantity, 0), coalesce(s.last_value, 0), "
      "coalesce(r.quantity, 0) FROM material m LEFT JOIN material_stock s ON s.material = m.id LEFT JOIN (" +
      std::string(reserved_sql) +
      ") r ON r.material = m.id WHERE NOT m.hidden OR m.id IN (SELECT material FROM recipe_line) "
      "ORDER BY m.name COLLATE NOCASE, m.id";
  std::vector<MaterialOnHand> all;
  for (Rows rows = database.query(sql); rows.next();)
    all.push_back({read_material(rows), read_stock(rows, 9), rows.get<Quantity>(13)});
  return all;
}

std::vector<MaterialRow> material_rows(const Database& database) {
  const std::unordered_map<Id<Material>, Date> expire = expiries(database);
  std::vector<MaterialRow> all;
  for (const MaterialOnHand& one : materials_on_hand(database)) {
    if (one.material.hidden) continue;
    MaterialRow row{.material = one.material, .supplier = {}, .stock = one.stock, .reserved = one.reserved};
    if (one.material.supplier)
      row.supplier =
          database.value<std::string>("SELECT coalesce(name, '') FROM contact WHERE id = ?", *one.material.supplier)
              .value_or(std::string());
    if (const auto day = expire.find(one.material.id); day != expire.end()) row.expires = day->second;
    row.is_low = one.material.low_mark && one.stock.quantity <= *one.material.low_mark;
    row.is_short = one.stock.quantity < one.reserved || one.stock.quantity < Quantity{};
    all.push_back(std::move(row));
  }
  return all;
}

std::vector<MaterialMoveRow> material_moves(const Database& database, Id<Material> id, int limit) {
  static const std::string sql =
      "SELECT " + move_columns + " FROM material_move WHERE material = ? ORDER BY rowid DESC LIMIT ?";
  std::vector<MaterialMoveRow> all;
  for (Rows rows = database.query(sql, id, limit); rows.next();) {
    const MaterialMoved move = read_move(rows);
    all.push_back({move.id, move.move, move.quantity, move.value, move.business_date, move.purchase, move.batch,
                   move.corrects, move.expires});
  }
  return all;
}

std::vector<PurchaseRow> purchases(const Database& database, int limit) {
  std::vector<PurchaseRow> all;
  for (Rows rows =
           database.query("SELECT p.id, p.business_date, coalesce(c.name, ''), coalesce(sum(m.value), 0), "
                          "sum(m.kind = 'bought'), coalesce(sum(m.quantity), 0) = 0 "
                          "FROM material_purchase p LEFT JOIN contact c ON c.id = p.supplier "
                          "LEFT JOIN material_move m ON m.purchase = p.id GROUP BY p.id ORDER BY p.rowid DESC LIMIT ?",
                          limit);
       rows.next();)
    all.push_back({.id = rows.get<Id<Purchase>>(0),
                   .business_date = rows.get<Date>(1),
                   .supplier = rows.get<std::string>(2),
                   .amount = rows.get<Money>(3),
                   .lines = rows.get<int>(4),
                   .is_taken_back = rows.get<bool>(5)});
  return all;
}

std::vector<ShoppingRow> shopping_list(const Database& database) {
  std::vector<ShoppingRow> list;
  for (const MaterialRow& row : material_rows(database)) {
    const Material& material = row.material;
    const Quantity wanted = row.reserved + material.low_mark.value_or(Quantity{});
    if (row.stock.quantity >= wanted) continue;
    ShoppingRow missing{.material = material.id,
                        .name = material.name,
                        .supplier = row.supplier,
                        .missing = wanted - row.stock.quantity,
                        .unit = material.unit,
                        .bought_in = material.bought_in};
    missing.buy = to_buy(material, missing.missing);
    const auto bought = in_used_unit(material, missing.buy, material.bought_in);
    const MaterialStock last{.last_quantity = row.stock.last_quantity, .last_value = row.stock.last_value};
    if (bought && *bought > Quantity{}) missing.about = charge_for(last, *bought).value_or(kLargestMoney);
    list.push_back(std::move(missing));
  }
  std::ranges::stable_sort(list, {}, &ShoppingRow::supplier);
  return list;
}

MaterialMoved opposite_of(const MaterialMoved& move, Id<MaterialMoved> id, Date business_date) {
  MaterialMoved back = move;
  back.id = id;
  back.move = MaterialMove::Corrected;
  back.quantity = -move.quantity;
  back.value = -move.value;
  back.corrects = move.id;
  back.expires.reset();
  back.business_date = business_date;
  return back;
}

std::vector<MaterialMoved> net_moves_of(const Database& database, Id<Purchase> purchase) {
  return net_moves(database, "purchase", purchase);
}
std::vector<MaterialMoved> net_moves_of(const Database& database, Id<Batch> batch) {
  return net_moves(database, "batch", batch);
}

void put_material(Database& database, const Material& material) {
  const auto& own = material.used_in_one_bought;
  database.run(
      "INSERT INTO material(id, name, unit, bought_in, used_numerator, used_denominator, supplier, low_mark, hidden) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET name = ?2, unit = ?3, bought_in = ?4, "
      "used_numerator = ?5, used_denominator = ?6, supplier = ?7, low_mark = ?8, hidden = ?9",
      material.id, material.name, unit_code(material.unit), unit_code(material.bought_in),
      own ? std::optional(own->numerator) : std::nullopt, own ? std::optional(own->denominator) : std::nullopt,
      material.supplier, material.low_mark, material.hidden);
}

void put_purchase(Database& database, const Purchase& purchase, const EntryHeader& header) {
  database.run(
      "INSERT INTO material_purchase(id, supplier, business_date, shipping, share_by, at, who) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      purchase.id, purchase.supplier, purchase.business_date, purchase.shipping,
      purchase.share_by == ShareBy::Weight ? "weight" : "value", header.at, header.who);
}

void put_material_move(Database& database, const MaterialMoved& move, const EntryHeader& header) {
  database.run(
      "INSERT INTO material_move(id, material, kind, quantity, value, purchase, batch, corrects, expires, at, "
      "business_date, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      move.id, move.material, material_move_code(move.move), move.quantity, move.value, move.purchase, move.batch,
      move.corrects, move.expires, header.at, move.business_date, header.who);
  MaterialStock last;
  static const std::string sql =
      "SELECT m.quantity, m.value FROM material_move m WHERE m.material = ? AND m.value > 0 AND " +
      std::string(stands) + " ORDER BY m.rowid DESC LIMIT 1";
  Rows priced = database.query(sql, move.material);
  if (priced.next()) {
    last.last_quantity = priced.get<Quantity>(0);
    last.last_value = priced.get<Money>(1);
  }
  database.run(
      "INSERT INTO material_stock(material, quantity, value, last_quantity, last_value) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT(material) DO UPDATE SET quantity = quantity + ?2, value = value + ?3, last_quantity = ?4, "
      "last_value = ?5",
      move.material, move.quantity, move.value, last.last_quantity, last.last_value);
}

}  // namespace lapak
