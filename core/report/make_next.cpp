// report: what to make next.
#include "core/report/make_next.h"

#include <algorithm>
#include <unordered_map>

#include "core/catalog/product_store.h"
#include "core/fair/fair_store.h"

namespace lapak {
namespace {

using RowOf = std::unordered_map<Id<Product>, MakeNextRow>;

std::optional<Fair> coming_fair(const Database& database, Date today) {
  std::optional<Fair> next;
  for (Fair& fair : fairs(database)) {
    if (fair.state == FairState::Refused || last_day(fair) < today) continue;
    if (first_day(fair) > today.plus_days(kMakeAhead_days)) continue;
    if (!next || first_day(fair) < first_day(*next)) next = std::move(fair);
  }
  return next;
}

template <class... Arguments>
void add(RowOf& rows, Quantity MakeNextRow::*into, const Database& database, std::string_view sql,
         const Arguments&... arguments) {
  for (Rows found = database.query(sql, arguments...); found.next();)
    rows[found.get<Id<Product>>(0)].*into += found.get<Quantity>(1);
}

// The same, but only of products that something is wanted of.
template <class... Arguments>
void add_to_wanted(RowOf& rows, Quantity MakeNextRow::*into, const Database& database, std::string_view sql,
                   const Arguments&... arguments) {
  for (Rows found = database.query(sql, arguments...); found.next();)
    if (const auto row = rows.find(found.get<Id<Product>>(0)); row != rows.end())
      row->second.*into += found.get<Quantity>(1);
}

Quantity wanted(const MakeNextRow& row) {
  return std::max({row.sold_lately, row.low_mark, Quantity{}}) + row.ordered + std::max(row.for_fair, Quantity{});
}

}  // namespace

MakeNext make_next(const Database& database, const CostBook& book, Date today, std::size_t most) {
  MakeNext next{.fair = coming_fair(database, today), .rows = {}};
  RowOf rows;
  constexpr std::size_t many = 32'768;
  rows.reserve(many);
  add(rows, &MakeNextRow::sold_lately, database,
      "SELECT product, quantity FROM product_sum WHERE period BETWEEN ? AND ? AND length(period) = 10",
      today.plus_days(-kMakeAhead_days), today);
  add(rows, &MakeNextRow::ordered, database,
      "SELECT k.product, k.quantity FROM custom_order o JOIN round_pick k ON k.custom_order = o.id "
      "WHERE o.stage IN ('asked', 'agreed', 'making')");
  add(rows, &MakeNextRow::low_mark, database, "SELECT id, low_mark FROM product WHERE low_mark > 0");
  if (next.fair) {
    auto like = last_fair_like(database, *next.fair);
    if (!like) like = last_fair_before(database, *next.fair);
    if (like)
      for (const FairSold& sold : sold_at(database, like->id))
        if (sold.product) rows[*sold.product].for_fair = sold.quantity;
  }
  rows.erase(Id<Product>{});  // typed amounts
  add_to_wanted(rows, &MakeNextRow::at_hand, database, "SELECT product, quantity FROM own_stock");
  add_to_wanted(rows, &MakeNextRow::planned, database,
                "SELECT p.product, sum(p.quantity) FROM batch_open o JOIN batch_plan p ON p.id = o.batch "
                "WHERE p.product IS NOT NULL GROUP BY p.product");
  std::vector<MakeNextRow*> all;  // the rows stay where they are: there are many, and few are shown
  for (auto& [id, row] : rows) {
    row.product = id;
    row.to_make = wanted(row) - row.at_hand - row.planned;
    if (row.to_make > Quantity{}) all.push_back(&row);
  }
  const auto is_promised = [](const MakeNextRow& row) { return row.ordered > row.at_hand + row.planned; };
  std::ranges::sort(all, [&](const MakeNextRow* a, const MakeNextRow* b) {
    if (is_promised(*a) != is_promised(*b)) return is_promised(*a);
    return a->to_make != b->to_make ? a->to_make > b->to_make : a->product < b->product;
  });
  for (MakeNextRow* found : all) {
    MakeNextRow& row = *found;
    if (next.rows.size() == most) break;
    Rows card = database.query(
        "SELECT p.parent FROM product p LEFT JOIN product q ON q.id = p.parent "
        "LEFT JOIN consigned own ON own.product = p.id LEFT JOIN consigned family ON family.product = p.parent "
        "WHERE p.id = ? AND p.hidden = 0 AND coalesce(q.hidden, 0) = 0 AND p.option_names = '[]' "
        "AND p.one_of_a_kind = 0 AND iif(own.product IS NULL, family.partner, own.partner) IS NULL",
        row.product);
    if (!card.next()) continue;
    if (const Recipe* recipe = book.recipe_of(row.product, card.get<std::optional<Id<Product>>>(0))) {
      row.has_recipe = true;
      row.makeable = book.makeable(*recipe);
    }
    row.name = product_label(database, row.product);
    next.rows.push_back(std::move(row));
  }
  return next;
}

}  // namespace lapak
