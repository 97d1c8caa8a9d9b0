// making: the rows of recipes and of the rules of cost, and what everything costs.
#include "core/making/recipe_store.h"

#include <algorithm>

#include "core/catalog/product_store.h"
#include "core/making/material_store.h"

namespace lapak {
namespace {

const std::string select_recipes =
    "SELECT id, product, material, yield, minutes, other, ready_after_days, best_before_days, hidden FROM recipe ";

Recipe read_recipe(const Rows& rows) {
  return {.id = rows.get<Id<Recipe>>(0),
          .product = rows.get<std::optional<Id<Product>>>(1),
          .material = rows.get<std::optional<Id<Material>>>(2),
          .yield = rows.get<Quantity>(3),
          .lines = {},
          .minutes = rows.get<std::int64_t>(4),
          .other = rows.get<Money>(5),
          .ready_after_days = rows.get<int>(6),
          .best_before_days = rows.get<int>(7),
          .hidden = rows.get<bool>(8)};
}

// Of `first` on: material, quantity, unit, waste.
RecipeLine read_line(const Rows& rows, int first) {
  return {.material = rows.get<Id<Material>>(first),
          .quantity = rows.get<Quantity>(first + 1),
          .unit = find_unit(rows.get<std::string_view>(first + 2)).value(),
          .waste_bp = rows.get<std::int64_t>(first + 3)};
}

template <class Of>
std::optional<Recipe> one_recipe(const Database& database, const std::string& where, Id<Of> of) {
  Rows rows = database.query(select_recipes + where, of);
  if (!rows.next()) return std::nullopt;
  Recipe recipe = read_recipe(rows);
  for (Rows lines = database.query(
           "SELECT material, quantity, unit, waste_bp FROM recipe_line WHERE recipe = ? ORDER BY position", recipe.id);
       lines.next();)
    recipe.lines.push_back(read_line(lines, 0));
  return recipe;
}

constexpr std::string_view select_products =
    "SELECT p.id, p.parent, p.name, p.option_values, p.price, coalesce(p.cost, q.cost), p.open_price FROM product p "
    "LEFT JOIN product q ON q.id = p.parent ";

ProductCost read_cost(const Rows& rows, const CostBook& book) {
  ProductCost cost{.product = rows.get<Id<Product>>(0),
                   .name = rows.get<std::string>(2),
                   .price = rows.get<Money>(4),
                   .made = {},
                   .noted = rows.get<std::optional<Money>>(5),
                   .suggested = {}};
  if (const Recipe* recipe = book.recipe_of(cost.product, rows.get<std::optional<Id<Product>>>(1))) {
    cost.made = book.cost_of(*recipe);
    cost.suggested = suggested_price(*cost.made, book.rules());
  }
  return cost;
}

}  // namespace

CostRules cost_rules(const Database& database) {
  Rows rows = database.query(
      "SELECT wage, overhead_bp, overhead_hour, rule, factor_bp, margin_bp, wanted_wage, wholesale_bp, step "
      "FROM cost_rules");
  if (!rows.next()) return {};
  return {.wage = rows.get<Money>(0),
          .overhead_bp = rows.get<std::int64_t>(1),
          .overhead_hour = rows.get<Money>(2),
          .rule = find_price_rule(rows.get<std::string_view>(3)).value(),
          .factor_bp = rows.get<std::int64_t>(4),
          .margin_bp = rows.get<std::int64_t>(5),
          .wanted_wage = rows.get<Money>(6),
          .wholesale_bp = rows.get<std::int64_t>(7),
          .step = rows.get<Money>(8)};
}

std::optional<Recipe> find_recipe(const Database& database, Id<Recipe> id) {
  return one_recipe(database, "WHERE id = ?", id);
}
std::optional<Recipe> recipe_for(const Database& database, Id<Product> product) {
  return one_recipe(database, "WHERE product = ?", product);
}
std::optional<Recipe> recipe_for(const Database& database, Id<Material> material) {
  return one_recipe(database, "WHERE material = ?", material);
}

CostBook cost_book(const Database& database) {
  std::vector<Recipe> recipes;
  std::unordered_map<Id<Recipe>, std::size_t> at;
  static const std::string standing = select_recipes + "WHERE NOT hidden ORDER BY id";
  for (Rows rows = database.query(standing); rows.next();) {
    recipes.push_back(read_recipe(rows));
    at.emplace(recipes.back().id, recipes.size() - 1);
  }
  for (Rows rows = database.query(
           "SELECT recipe, material, quantity, unit, waste_bp FROM recipe_line ORDER BY recipe, position");
       rows.next();)
    if (const auto found = at.find(rows.get<Id<Recipe>>(0)); found != at.end())
      recipes[found->second].lines.push_back(read_line(rows, 1));
  return CostBook(materials_on_hand(database), std::move(recipes), cost_rules(database));
}

std::vector<RecipeUse> recipes_using(const Database& database, Id<Material> material) {
  std::vector<RecipeUse> all;
  for (Rows rows = database.query(
           "SELECT r.product, r.material, coalesce(m.name, ''), l.quantity, l.unit, r.yield FROM recipe_line l "
           "JOIN recipe r ON r.id = l.recipe LEFT JOIN material m ON m.id = r.material "
           "WHERE l.material = ? AND NOT r.hidden ORDER BY r.id",
           material);
       rows.next();)
    all.push_back({rows.get<std::optional<Id<Product>>>(0), rows.get<std::optional<Id<Material>>>(1),
                   rows.get<std::string>(2), rows.get<Quantity>(3), find_unit(rows.get<std::string_view>(4)).value(),
                   rows.get<Quantity>(5)});
  for (RecipeUse& use : all)
    if (use.product) use.name = product_label(database, *use.product);
  std::ranges::stable_sort(all, {}, &RecipeUse::name);
  return all;
}

std::vector<ProductCost> product_costs(const Database& database, const CostBook& book) {
  std::vector<ProductCost> all;
  static const std::string sql = std::string(select_products) +
                                 "WHERE p.hidden = 0 AND p.option_names = '[]' AND coalesce(q.hidden, 0) = 0 "
                                 "ORDER BY p.id";
  for (Rows rows = database.query(sql); rows.next();) {
    ProductCost cost = read_cost(rows, book);
    if (rows.get<std::string_view>(3) != "[]") cost.name.clear();
    all.push_back(std::move(cost));
  }
  return all;
}

std::optional<ProductCost> product_cost(const Database& database, const CostBook& book, Id<Product> product) {
  static const std::string sql = std::string(select_products) + "WHERE p.id = ?";
  Rows rows = database.query(sql, product);
  if (!rows.next()) return std::nullopt;
  ProductCost cost = read_cost(rows, book);
  cost.name = product_label(database, product);
  return cost;
}

std::vector<ProductCost> sold_below_cost(const Database& database, const CostBook& book) {
  std::vector<ProductCost> all = product_costs(database, book);
  std::erase_if(all, [](const ProductCost& one) { return !one.is_below_cost() || one.price.is_zero(); });
  for (ProductCost& one : all)
    if (one.name.empty()) one.name = product_label(database, one.product);
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const ProductCost& one) { return *one.cost() - one.price; });
  return all;
}

void put_recipe(Database& database, const Recipe& recipe) {
  database.run(
      "INSERT INTO recipe(id, product, material, yield, minutes, other, ready_after_days, best_before_days, hidden) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET yield = ?4, minutes = ?5, other = ?6, "
      "ready_after_days = ?7, best_before_days = ?8, hidden = ?9",
      recipe.id, recipe.product, recipe.material, recipe.yield, recipe.minutes, recipe.other, recipe.ready_after_days,
      recipe.best_before_days, recipe.hidden);
  database.run("DELETE FROM recipe_line WHERE recipe = ?", recipe.id);
  int position = 0;
  for (const RecipeLine& line : recipe.lines)
    database.run(
        "INSERT INTO recipe_line(recipe, position, material, quantity, unit, waste_bp) VALUES (?, ?, ?, ?, ?, ?)",
        recipe.id, position++, line.material, line.quantity, unit_code(line.unit), line.waste_bp);
}

void put_cost_rules(Database& database, const CostRules& rules) {
  database.run(
      "INSERT INTO cost_rules(one, wage, overhead_bp, overhead_hour, rule, factor_bp, margin_bp, wanted_wage, "
      "wholesale_bp, step) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(one) DO UPDATE SET wage = ?1, "
      "overhead_bp = ?2, overhead_hour = ?3, rule = ?4, factor_bp = ?5, margin_bp = ?6, wanted_wage = ?7, "
      "wholesale_bp = ?8, step = ?9",
      rules.wage, rules.overhead_bp, rules.overhead_hour, price_rule_code(rules.rule), rules.factor_bp, rules.margin_bp,
      rules.wanted_wage, rules.wholesale_bp, rules.step);
}

}  // namespace lapak
