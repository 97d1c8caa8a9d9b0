// stock: a stocktake: everything at one place, or a category of it, is counted while selling goes on.
#include "core/stock/stocktake.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/hex.h"
#include "core/stock/stock_commands.h"
#include "core/stock/stock_json.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<CountReason, std::string_view>, 5> reasons{{{CountReason::None, ""},
                                                                           {CountReason::Miscounted, "miscounted"},
                                                                           {CountReason::Damaged, "damaged"},
                                                                           {CountReason::Lost, "lost"},
                                                                           {CountReason::Gift, "gift"}}};
constexpr std::array<std::pair<StocktakeEnd, std::string_view>, 3> ends{
    {{StocktakeEnd::Open, "open"}, {StocktakeEnd::Finished, "finished"}, {StocktakeEnd::GivenUp, "given_up"}}};

std::string_view end_code(StocktakeEnd end) {
  return std::ranges::find(ends, end, &std::pair<StocktakeEnd, std::string_view>::first)->second;
}
StocktakeEnd end_of(std::string_view code) {
  return std::ranges::find(ends, code, &std::pair<StocktakeEnd, std::string_view>::second)->first;
}

struct StocktakeBegun {
  static constexpr std::string_view kind = "stock.stocktake_begun";
  Id<Stocktake> id;
  Id<Place> place;
  std::optional<Id<Category>> category;
  bool blind = false;
  Instant at;
  Date business_date;
};
struct StocktakeCounted {
  static constexpr std::string_view kind = "stock.stocktake_counted";
  Id<Stocktake> stocktake;
  Id<Product> product;
  std::optional<Quantity> counted;
  Quantity expected;
  std::optional<Money> cost;
  std::string reason;
  Instant at;
};
struct StocktakeEnded {
  static constexpr std::string_view kind = "stock.stocktake_ended";
  Id<Stocktake> stocktake;
  std::string end;
  Instant at;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(StocktakeBegun, id, place, category, blind, at, business_date)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(StocktakeCounted, stocktake, product, counted, expected, cost, reason,
                                                at)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(StocktakeEnded, stocktake, end, at)

Stocktake stocktake_in(const Rows& rows) {
  return {.id = rows.get<Id<Stocktake>>(0),
          .place = rows.get<Id<Place>>(1),
          .category = rows.get<std::optional<Id<Category>>>(2),
          .blind = rows.get<bool>(3),
          .at = rows.get<Instant>(4),
          .business_date = rows.get<Date>(5),
          .end = end_of(rows.get<std::string_view>(6))};
}
constexpr std::string_view stocktake_columns =
    "SELECT id, place, category, blind, at, business_date, end FROM stocktake ";

std::optional<StocktakeCounted> count_of(const Database& database, Id<Stocktake> stocktake, Id<Product> product) {
  Rows rows = database.query(
      "SELECT counted, expected, cost, reason, at FROM stocktake_count WHERE stocktake = ? AND product = ?", stocktake,
      product);
  if (!rows.next()) return std::nullopt;
  return StocktakeCounted{stocktake,
                          product,
                          rows.get<Quantity>(0),
                          rows.get<Quantity>(1),
                          rows.get<std::optional<Money>>(2),
                          rows.get<std::string>(3),
                          rows.get<Instant>(4)};
}

// What a count differs by becomes a movement of the kind that says why.
MovementKind kind_of(CountReason reason, Quantity difference) {
  if (difference > Quantity{}) return MovementKind::Counted;
  switch (reason) {
    case CountReason::Damaged:
    case CountReason::Lost:
      return MovementKind::Lost;
    case CountReason::Gift:
      return MovementKind::Gift;
    case CountReason::None:
    case CountReason::Miscounted:
      return MovementKind::Counted;
  }
  LAPAK_ASSERT(false);
}

Result<Stocktake> going_on(const Database& database) {
  const std::optional<Stocktake> stocktake = open_stocktake(database);
  if (!stocktake) return refuse(ProblemCode::StocktakeNone);
  return *stocktake;
}

Outcome outcome_of(std::string_view command, const IdBytes& subject, std::string label) {
  return {.kind = std::string(command), .subject = subject, .label = std::move(label), .is_undoable = true};
}

Result<Decision> decide_one(const BeginStocktake& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  if (open_stocktake(database)) return refuse(ProblemCode::StocktakeOpen);
  StocktakeBegun begun{.id = deciding.ids.next<Stocktake>(),
                       .place = command.place.is_nil() ? home_place(database) : command.place,
                       .category = command.category,
                       .blind = command.blind,
                       .at = deciding.now,
                       .business_date = deciding.today()};
  if (!is_own_place(database, begun.place)) return refuse(ProblemCode::PlaceUnknown, std::string());
  if (command.category && !find_category(database, *command.category))
    return refuse(ProblemCode::CategoryUnknown, std::string());
  Decision decision;
  decision.facts.push_back(fact_of(begun));
  decision.opposite.push_back(
      fact_of(StocktakeEnded{begun.id, std::string(end_code(StocktakeEnd::GivenUp)), deciding.now}));
  decision.outcome = outcome_of("begin_stocktake", begun.id.bytes, {});
  return decision;
}

Result<Decision> decide_one(const CountPieces& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  const Result<Stocktake> stocktake = going_on(database);
  if (!stocktake) return std::unexpected(stocktake.error());
  const std::optional<Product> product = find_product(database, command.product);
  if (!product || product->has_variants()) return refuse(ProblemCode::ProductUnknown, std::string());
  if (product->is_set()) return refuse(ProblemCode::SetHasNoStock, product->name);
  if (command.counted && *command.counted < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (command.counted && *command.counted > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  const auto parent = product->parent ? find_product(database, *product->parent) : std::nullopt;
  const auto before = count_of(database, stocktake->id, product->id);
  StocktakeCounted counted{.stocktake = stocktake->id,
                           .product = product->id,
                           .counted = command.counted,
                           .expected = on_hand_at(database, product->id, stocktake->place),
                           .cost = product->cost || !parent ? product->cost : parent->cost,
                           .reason = {},
                           .at = deciding.now};
  if (before && command.counted && *command.counted != counted.expected) counted.reason = before->reason;
  Decision decision;
  if (!product->tracked && command.counted) decision.facts.push_back(fact_of(TrackingChanged{product->id, true}));
  decision.facts.push_back(fact_of(counted));
  if (!before) counted.counted.reset();
  decision.opposite.push_back(fact_of(before.value_or(counted)));
  if (!product->tracked && command.counted) decision.opposite.push_back(fact_of(TrackingChanged{product->id, false}));
  decision.outcome = outcome_of("count_pieces", product->id.bytes, product->name);
  return decision;
}

Result<Decision> decide_one(const ExplainCount& command, const Deciding& deciding) {
  const Result<Stocktake> stocktake = going_on(deciding.database);
  if (!stocktake) return std::unexpected(stocktake.error());
  auto counted = count_of(deciding.database, stocktake->id, command.product);
  if (!counted) return refuse(ProblemCode::ProductUnknown, std::string());
  Decision decision;
  decision.opposite.push_back(fact_of(*counted));
  counted->reason = count_reason_code(command.reason);
  decision.facts.push_back(fact_of(*counted));
  decision.outcome =
      outcome_of("explain_count", command.product.bytes, product_label(deciding.database, command.product));
  return decision;
}

Result<Decision> decide_one(const FinishStocktake&, const Deciding& deciding) {
  const Database& database = deciding.database;
  const Result<Stocktake> stocktake = going_on(database);
  if (!stocktake) return std::unexpected(stocktake.error());
  Decision decision;
  for (Rows rows = database.query("SELECT product, counted - expected, reason FROM stocktake_count "
                                  "WHERE stocktake = ? AND counted <> expected ORDER BY product",
                                  stocktake->id);
       rows.next();) {
    Movement movement{.id = deciding.ids.next<Movement>(),
                      .product = rows.get<Id<Product>>(0),
                      .place = stocktake->place,
                      .kind = MovementKind::Counted,
                      .quantity = rows.get<Quantity>(1),
                      .sale = {},
                      .source = {},
                      .reason = {},
                      .at = deciding.now,
                      .business_date = deciding.today()};
    const auto reason = find_count_reason(rows.get<std::string_view>(2));
    movement.kind = kind_of(reason.value_or(CountReason::None), movement.quantity);
    decision.facts.push_back(moved(movement));
    movement.id = deciding.ids.next<Movement>();
    movement.kind = MovementKind::Corrected;
    movement.quantity = -movement.quantity;
    decision.opposite.push_back(moved(movement));
  }
  decision.facts.push_back(
      fact_of(StocktakeEnded{stocktake->id, std::string(end_code(StocktakeEnd::Finished)), deciding.now}));
  decision.opposite.push_back(
      fact_of(StocktakeEnded{stocktake->id, std::string(end_code(StocktakeEnd::Open)), deciding.now}));
  decision.outcome = outcome_of("finish_stocktake", stocktake->id.bytes, stocktake_title(database, *stocktake));
  return decision;
}

Result<Decision> decide_one(const GiveUpStocktake&, const Deciding& deciding) {
  const Result<Stocktake> stocktake = going_on(deciding.database);
  if (!stocktake) return std::unexpected(stocktake.error());
  Decision decision;
  decision.facts.push_back(
      fact_of(StocktakeEnded{stocktake->id, std::string(end_code(StocktakeEnd::GivenUp)), deciding.now}));
  decision.opposite.push_back(
      fact_of(StocktakeEnded{stocktake->id, std::string(end_code(StocktakeEnd::Open)), deciding.now}));
  decision.outcome =
      outcome_of("give_up_stocktake", stocktake->id.bytes, stocktake_title(deciding.database, *stocktake));
  return decision;
}

constexpr std::string_view row_columns = R"(
    SELECT p.id, p.name, p.option_values, p.code, coalesce(nullif(p.photo, x''), q.photo), coalesce(c.colour, 0),
           coalesce(k.expected, h.quantity, 0), coalesce(h.quantity, 0), k.counted,
           iif(k.product IS NULL, coalesce(p.cost, q.cost), k.cost), coalesce(k.reason, '')
      FROM product p
      LEFT JOIN product q ON q.id = p.parent
      LEFT JOIN category c ON c.id = coalesce(p.category, q.category)
      LEFT JOIN on_hand h ON h.product = p.id AND h.place = ?2
      LEFT JOIN stocktake_count k ON k.stocktake = ?1 AND k.product = p.id )";

std::vector<std::string> texts_of(std::string_view json) {
  return Json::parse(json).get<std::vector<std::string>>();
}

StocktakeRow row_in(const Rows& rows) {
  StocktakeRow row{.product = rows.get<Id<Product>>(0),
                   .name = label_of(Product{.name = rows.get<std::string>(1),
                                            .option_values = texts_of(rows.get<std::string_view>(2))}),
                   .code = rows.get<std::string>(3),
                   .photo = hex(rows.get<Blob>(4)),
                   .tint = rows.get<int>(5),
                   .expected = rows.get<Quantity>(6),
                   .on_hand = rows.get<Quantity>(7),
                   .counted = rows.get<std::optional<Quantity>>(8),
                   .cost = rows.get<std::optional<Money>>(9),
                   .reason = find_count_reason(rows.get<std::string_view>(10)).value_or(CountReason::None)};
  return row;
}

}  // namespace

std::string_view count_reason_code(CountReason reason) {
  return std::ranges::find(reasons, reason, &std::pair<CountReason, std::string_view>::first)->second;
}

std::optional<CountReason> find_count_reason(std::string_view code) {
  const auto found = std::ranges::find(reasons, code, &std::pair<CountReason, std::string_view>::second);
  return found == reasons.end() ? std::nullopt : std::optional(found->first);
}

Money StocktakeRow::worth() const {
  if (!cost) return {};
  const Money pieces = times(*cost, magnitude(difference())).value_or(kLargestMoney);
  return difference() < Quantity{} ? -pieces : pieces;
}

Result<Decision> decide(const StocktakeCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_stocktake(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == StocktakeBegun::kind) {
    const auto begun = fact.body.get<StocktakeBegun>();
    database.run(
        "INSERT INTO stocktake(id, place, category, blind, at, business_date, end) VALUES (?, ?, ?, ?, ?, ?, 'open')",
        begun.id, begun.place, begun.category, begun.blind, begun.at, begun.business_date);
  } else if (fact.kind == StocktakeCounted::kind) {
    const auto counted = fact.body.get<StocktakeCounted>();
    if (!counted.counted)
      database.run("DELETE FROM stocktake_count WHERE stocktake = ? AND product = ?", counted.stocktake,
                   counted.product);
    else
      database.run(
          "INSERT INTO stocktake_count(stocktake, product, counted, expected, cost, reason, at) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(stocktake, product) DO UPDATE SET counted = ?3, "
          "expected = ?4, cost = ?5, reason = ?6, at = ?7",
          counted.stocktake, counted.product, *counted.counted, counted.expected, counted.cost, counted.reason,
          counted.at);
  } else {
    LAPAK_ASSERT(fact.kind == StocktakeEnded::kind);
    const auto ended = fact.body.get<StocktakeEnded>();
    database.run("UPDATE stocktake SET end = ?2, ended = iif(?2 = 'open', NULL, ?3) WHERE id = ?1", ended.stocktake,
                 ended.end, ended.at);
  }
}

StocktakeView stocktake_list(const Database& database, const StocktakeQuestion& question) {
  // At home all that is counted belongs to it, in a box what ever lay there.
  static const std::string sql = std::string(row_columns) + R"(
     WHERE p.option_names = '[]' AND (k.product IS NOT NULL OR (?4 AND p.tracked AND NOT p.hidden
           AND NOT coalesce(q.hidden, 0) AND (?3 IS NULL OR c.id = ?3) AND (?5 OR h.product IS NOT NULL)))
     ORDER BY c.position IS NULL, c.position, c.name, coalesce(q.name, p.name), p.position, p.rowid)";
  StocktakeView view;
  const std::optional<Stocktake> stocktake = find_stocktake(database, question.stocktake);
  if (!stocktake) return view;
  std::optional<StocktakeView::Next> first_uncounted;
  bool is_past_current = false;
  for (Rows rows = database.query(sql, stocktake->id, stocktake->place, stocktake->category,
                                  stocktake->end == StocktakeEnd::Open, stocktake->place == home_place(database));
       rows.next();) {
    StocktakeRow row = row_in(rows);
    ++view.to_count;
    view.counted += row.counted ? 1 : 0;
    const Quantity difference = row.difference();
    view.differing += difference.is_zero() ? 0 : 1;
    (difference < Quantity{} ? view.missing : view.found) += magnitude(difference);
    (difference < Quantity{} ? view.missing_worth : view.found_worth) += magnitude(row.worth());
    const bool is_current = row.product == question.current;
    if (!row.counted && !is_current) {
      if (is_past_current && !view.next) view.next = StocktakeView::Next{row.product, row.name};
      if (!first_uncounted) first_uncounted = StocktakeView::Next{row.product, row.name};
    }
    is_past_current |= is_current;
    if (question.only_differences && difference.is_zero()) continue;
    if (is_current) view.current_at = view.total;
    if (view.total >= question.first && view.total < question.first + question.count)
      view.rows.push_back(std::move(row));
    ++view.total;
  }
  if (!view.next) view.next = first_uncounted;
  return view;
}

std::optional<StocktakeRow> stocktake_row(const Database& database, Id<Stocktake> stocktake, Id<Product> product) {
  static const std::string sql = std::string(row_columns) + "WHERE p.id = ?3";
  const std::optional<Stocktake> found = find_stocktake(database, stocktake);
  if (!found) return std::nullopt;
  Rows rows = database.query(sql, stocktake, found->place, product);
  if (!rows.next()) return std::nullopt;
  return row_in(rows);
}

std::optional<Stocktake> open_stocktake(const Database& database) {
  static const std::string sql = std::string(stocktake_columns) + "WHERE end = 'open' ORDER BY rowid DESC LIMIT 1";
  Rows rows = database.query(sql);
  return rows.next() ? std::optional(stocktake_in(rows)) : std::nullopt;
}

std::optional<Stocktake> find_stocktake(const Database& database, Id<Stocktake> id) {
  static const std::string sql = std::string(stocktake_columns) + "WHERE id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(stocktake_in(rows)) : std::nullopt;
}

std::string stocktake_title(const Database& database, const Stocktake& stocktake) {
  std::string title =
      database
          .value<std::string>(
              "SELECT coalesce(f.name, p.name) FROM place p LEFT JOIN fair f ON f.id = p.fair WHERE p.id = ?",
              stocktake.place)
          .value_or(std::string());
  if (stocktake.category)
    if (const auto category = find_category(database, *stocktake.category)) title += " · " + category->name;
  return title;
}

std::vector<PastStocktake> past_stocktakes(const Database& database, int limit) {
  static const std::string sql =
      std::string(stocktake_columns) + "WHERE end = 'finished' ORDER BY ended DESC, rowid DESC LIMIT ?";
  std::vector<PastStocktake> all;
  for (Rows rows = database.query(sql, limit); rows.next();) {
    PastStocktake& past = all.emplace_back(PastStocktake{.stocktake = stocktake_in(rows)});
    past.title = stocktake_title(database, past.stocktake);
    const StocktakeView view = stocktake_list(database, {.stocktake = past.stocktake.id, .count = 0});
    past.counted = view.counted;
    past.differing = view.differing;
    past.missing_worth = view.missing_worth;
    past.found_worth = view.found_worth;
  }
  return all;
}

std::vector<Place> places_to_count(const Database& database) {
  std::vector<Place> places;
  for (Rows rows = database.query("SELECT p.id, coalesce(f.name, p.name), p.position, p.fair FROM place p "
                                  "LEFT JOIN fair f ON f.id = p.fair WHERE p.partner IS NULL "
                                  "AND (p.fair IS NULL OR EXISTS (SELECT 1 FROM on_hand h WHERE h.place = p.id "
                                  "AND h.quantity > 0)) ORDER BY p.fair IS NOT NULL, p.position, p.id");
       rows.next();)
    places.push_back({.id = rows.get<Id<Place>>(0),
                      .name = rows.get<std::string>(1),
                      .position = rows.get<int>(2),
                      .partner = {},
                      .fair = rows.get<std::optional<Id<Fair>>>(3)});
  return places;
}

}  // namespace lapak
