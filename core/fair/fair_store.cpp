// fair: the rows of fairs.
#include "core/fair/fair_store.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/base/text.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

constexpr std::string_view columns =
    "id, name, stall, town, organiser, fee_fixed, fee_share_bp, fee_minimum, fee_maximum, fee_deposit, fee_due, float, "
    "state, price_change_bp, tax_name, tax_numerator, tax_denominator, tax_included, own_minutes, verdict, note, "
    "hidden";

constexpr std::array<std::pair<AskedReason, std::string_view>, 4> asked_codes{{{AskedReason::None, "none"},
                                                                               {AskedReason::Price, "price"},
                                                                               {AskedReason::Colour, "colour"},
                                                                               {AskedReason::Size, "size"}}};

std::optional<FairTax> read_tax(const Rows& rows) {
  if (rows.is_null(15)) return std::nullopt;
  return FairTax{.name = rows.get<std::string>(14),
                 .rate = {rows.get<std::int64_t>(15), rows.get<std::int64_t>(16)},
                 .included = rows.get<bool>(17)};
}

Fair read_card(const Rows& rows) {
  Fair fair{.id = rows.get<Id<Fair>>(0),
            .name = rows.get<std::string>(1),
            .stall = rows.get<std::string>(2),
            .town = rows.get<std::string>(3),
            .days = {},
            .organiser = rows.get<std::optional<Id<Contact>>>(4),
            .fee = {.fixed = rows.get<Money>(5),
                    .share_bp = rows.get<std::int64_t>(6),
                    .minimum = rows.get<Money>(7),
                    .maximum = rows.get<std::optional<Money>>(8),
                    .deposit = rows.get<Money>(9),
                    .due = rows.get<std::optional<Date>>(10)},
            .costs = {},
            .float_planned = rows.get<Money>(11),
            .helpers = {},
            .state = find_fair_state(rows.get<std::string_view>(12)).value(),
            .price_change_bp = rows.get<std::int64_t>(13),
            .prices = {},
            .tax = read_tax(rows),
            .own_minutes = rows.get<std::int64_t>(18),
            .verdict = {},
            .note = rows.get<std::string>(20),
            .hidden = rows.get<bool>(21)};
  if (!rows.is_null(19)) fair.verdict = find_verdict(rows.get<std::string_view>(19));
  return fair;
}

// What stands in tables of its own.
void read_lists(const Database& database, Fair& fair) {
  for (Rows rows = database.query("SELECT date, opens_minute, closes_minute FROM fair_day WHERE fair = ? ORDER BY date",
                                  fair.id);
       rows.next();)
    fair.days.push_back({rows.get<Date>(0), rows.get<int>(1), rows.get<int>(2)});
  for (Rows rows = database.query("SELECT name, amount FROM fair_cost WHERE fair = ? ORDER BY position", fair.id);
       rows.next();)
    fair.costs.push_back({rows.get<std::string>(0), rows.get<Money>(1)});
  for (Rows rows =
           database.query("SELECT contact, minutes, pay FROM fair_helper WHERE fair = ? ORDER BY position", fair.id);
       rows.next();)
    fair.helpers.push_back({rows.get<Id<Contact>>(0), rows.get<std::int64_t>(1), rows.get<Money>(2)});
  for (Rows rows = database.query("SELECT product, price FROM fair_price WHERE fair = ? ORDER BY product", fair.id);
       rows.next();)
    fair.prices.push_back({rows.get<Id<Product>>(0), rows.get<Money>(1)});
}

// The latest of those that were over when `before` began, that was sold at and is meant.
template <class IsMeant>
std::optional<Fair> last_gone_to(const Database& database, const Fair& before, IsMeant is_meant) {
  for (Fair& fair : fairs(database))
    if (fair.id != before.id && is_meant(fair) && last_day(fair) < first_day(before) &&
        !till_days_of(database, fair.id).empty())
      return std::move(fair);
  return std::nullopt;
}

}  // namespace

std::string_view asked_code(AskedReason reason) {
  return std::ranges::find(asked_codes, reason, &std::pair<AskedReason, std::string_view>::first)->second;
}
std::optional<AskedReason> find_asked(std::string_view code) {
  for (const auto& [reason, known] : asked_codes)
    if (known == code) return reason;
  return std::nullopt;
}

std::optional<Fair> find_fair(const Database& database, Id<Fair> id) {
  static const std::string sql = "SELECT " + std::string(columns) + " FROM fair WHERE id = ?";
  Rows rows = database.query(sql, id);
  if (!rows.next()) return std::nullopt;
  Fair fair = read_card(rows);
  read_lists(database, fair);
  return fair;
}

std::vector<Fair> fairs(const Database& database) {
  static const std::string sql =
      "SELECT " + std::string(columns) +
      " FROM fair WHERE hidden = 0 ORDER BY (SELECT min(date) FROM fair_day WHERE fair = fair.id) DESC, id DESC";
  std::vector<Fair> all;
  for (Rows rows = database.query(sql); rows.next();) {
    all.push_back(read_card(rows));
    read_lists(database, all.back());
  }
  return all;
}

std::optional<Id<Fair>> find_fair(const Database& database, std::string_view name, Date day) {
  const std::string wanted = folded(name);
  std::optional<Id<Fair>> nearest;
  int distance_days = 0;
  for (const Fair& fair : fairs(database)) {
    if (folded(fair.name) != wanted) continue;
    const int days = std::abs(first_day(fair).days - day.days);
    if (!nearest || days < distance_days) nearest = fair.id, distance_days = days;
  }
  return nearest;
}

std::optional<Fair> fair_on(const Database& database, Date day) {
  const auto id = database.value<Id<Fair>>(
      "SELECT f.id FROM fair f JOIN fair_day d ON d.fair = f.id "
      "WHERE d.date = ? AND f.hidden = 0 AND f.state <> 'refused' ORDER BY d.opens_minute, f.id LIMIT 1",
      day);
  return id ? find_fair(database, *id) : std::nullopt;
}

std::optional<Fair> last_fair_like(const Database& database, const Fair& before) {
  return last_gone_to(database, before,
                      [wanted = folded(before.name)](const Fair& fair) { return folded(fair.name) == wanted; });
}

std::optional<Fair> last_fair_before(const Database& database, const Fair& before) {
  return last_gone_to(database, before, [](const Fair&) { return true; });
}

std::optional<Id<Fair>> fair_open_now(const Database& database) {
  return database.value<Id<Fair>>(
      "SELECT f.fair FROM till_open o JOIN fair_till_day f ON f.till_day = o.till_day "
      "WHERE o.till = (SELECT till FROM epoch ORDER BY rowid DESC LIMIT 1)");
}

std::optional<Id<Fair>> fair_of_day(const Database& database, Id<TillDay> day) {
  return database.value<Id<Fair>>("SELECT fair FROM fair_till_day WHERE till_day = ?", day);
}

std::vector<FairTillDay> till_days_of(const Database& database, Id<Fair> fair) {
  std::vector<FairTillDay> days;
  for (Rows rows = database.query(
           "SELECT d.id, d.business_date, d.at FROM fair_till_day f JOIN till_day d ON d.id = f.till_day "
           "WHERE f.fair = ? ORDER BY d.business_date, d.at",
           fair);
       rows.next();)
    days.push_back({rows.get<Id<TillDay>>(0), rows.get<Date>(1), rows.get<Instant>(2)});
  return days;
}

std::vector<FairSold> sold_at(const Database& database, Id<Fair> fair) {
  std::vector<FairSold> sold;
  for (Rows rows =
           database.query("SELECT p.id, sum(s.quantity), sum(s.net), p.cost, sum(s.lot_quantity), sum(s.lot_cost) FROM "
                          "fair_till_day f "
                          "JOIN till_product_sum s ON s.till_day = f.till_day LEFT JOIN product p ON p.id = s.product "
                          "WHERE f.fair = ? GROUP BY s.product ORDER BY 3 DESC, s.product",
                          fair);
       rows.next();)
    sold.push_back({rows.get<std::optional<Id<Product>>>(0), rows.get<Quantity>(1), rows.get<Money>(2),
                    rows.get<std::optional<Money>>(3), rows.get<Quantity>(4), rows.get<Money>(5)});
  return sold;
}

std::optional<Id<Place>> box_of(const Database& database, Id<Fair> fair) {
  return database.value<Id<Place>>("SELECT id FROM place WHERE fair = ?", fair);
}

std::vector<BoxRow> box_rows(const Database& database, Id<Fair> fair) {
  std::vector<BoxRow> all;
  // Packing moves in, and taking out again while packing corrects; unpacking moves out, and its undoing corrects.
  for (Rows rows =
           database.query("SELECT m.product,"
                          " coalesce(sum(m.quantity) FILTER (WHERE (m.kind = 'moved') = (m.quantity > 0)"
                          "   AND m.kind IN ('moved', 'corrected')), 0),"
                          " coalesce(-sum(m.quantity) FILTER (WHERE m.kind IN ('lost', 'counted')), 0),"
                          " coalesce(-sum(m.quantity) FILTER (WHERE m.kind IN ('gift', 'own_use')), 0),"
                          " coalesce(-sum(m.quantity) FILTER (WHERE (m.kind = 'moved') = (m.quantity < 0)"
                          "   AND m.kind IN ('moved', 'corrected')), 0),"
                          " coalesce((SELECT quantity FROM on_hand WHERE product = m.product AND place = m.place), 0) "
                          "FROM movement m WHERE m.place = (SELECT id FROM place WHERE fair = ?)"
                          " AND m.kind IN ('moved', 'corrected', 'lost', 'gift', 'own_use', 'counted') "
                          "GROUP BY m.product ORDER BY m.product",
                          fair);
       rows.next();)
    all.push_back({rows.get<Id<Product>>(0), rows.get<Quantity>(1), rows.get<Quantity>(2), rows.get<Quantity>(3),
                   rows.get<Quantity>(4), rows.get<Quantity>(5)});
  return all;
}

std::vector<AskedRow> asked_at(const Database& database, Id<Fair> fair) {
  std::vector<AskedRow> all;
  for (Rows rows = database.query(
           "SELECT a.product, coalesce(p.name, a.what), a.reason, sum(a.count) FROM fair_asked a "
           "LEFT JOIN product p ON p.id = a.product WHERE a.fair = ? AND (a.product IS NOT NULL OR a.what IS NOT NULL) "
           "GROUP BY 1, 2, 3 HAVING sum(a.count) > 0 ORDER BY 4 DESC, 2, 3",
           fair);
       rows.next();)
    all.push_back({rows.get<std::optional<Id<Product>>>(0), rows.get<std::string>(1),
                   find_asked(rows.get<std::string_view>(2)).value(), rows.get<int>(3)});
  return all;
}

PastMargin past_margin(const Database& database) {
  constexpr std::string_view of_fairs =
      "SELECT coalesce(sum(s.net), 0), coalesce(sum(s.lot_cost + (s.quantity - s.lot_quantity) * coalesce(p.cost, 0) / "
      "1000), 0), coalesce(sum(s.quantity), 0) "
      "FROM fair_till_day f JOIN till_product_sum s ON s.till_day = f.till_day JOIN product p ON p.id = s.product "
      "WHERE p.cost IS NOT NULL OR s.quantity = s.lot_quantity";
  constexpr std::string_view of_all =  // the sums of years
      "SELECT coalesce(sum(s.net), 0), coalesce(sum(s.lot_cost + (s.quantity - s.lot_quantity) * coalesce(p.cost, 0) / "
      "1000), 0), coalesce(sum(s.quantity), 0) "
      "FROM product_sum s JOIN product p ON p.id = s.product WHERE length(s.period) = 4 "
      "AND (p.cost IS NOT NULL OR s.quantity = s.lot_quantity)";
  for (const std::string_view sql : {of_fairs, of_all}) {
    Rows rows = database.query(sql);
    LAPAK_ASSERT(rows.next());
    const PastMargin past{
        .net = rows.get<Money>(0), .gain = rows.get<Money>(0) - rows.get<Money>(1), .pieces = rows.get<Quantity>(2)};
    if (past.net > Money{}) return past;
  }
  return {};
}

void put_fair(Database& database, const Fair& fair, const std::optional<std::string>& note) {
  std::optional<std::int64_t> numerator, denominator;
  if (fair.tax) numerator = fair.tax->rate.numerator, denominator = fair.tax->rate.denominator;
  std::optional<std::string_view> verdict;
  if (fair.verdict) verdict = verdict_code(*fair.verdict);
  static const std::string sql =
      "INSERT INTO fair(" + std::string(columns) +
      ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT(id) DO UPDATE SET name = excluded.name, stall = excluded.stall, town = excluded.town, "
      "organiser = excluded.organiser, fee_fixed = excluded.fee_fixed, fee_share_bp = excluded.fee_share_bp, "
      "fee_minimum = excluded.fee_minimum, fee_maximum = excluded.fee_maximum, fee_deposit = excluded.fee_deposit, "
      "fee_due = excluded.fee_due, float = excluded.float, state = excluded.state, "
      "price_change_bp = excluded.price_change_bp, tax_name = excluded.tax_name, "
      "tax_numerator = excluded.tax_numerator, tax_denominator = excluded.tax_denominator, "
      "tax_included = excluded.tax_included, own_minutes = excluded.own_minutes, verdict = excluded.verdict, "
      "note = excluded.note, hidden = excluded.hidden";
  database.run(sql, fair.id, fair.name, fair.stall, fair.town, fair.organiser, fair.fee.fixed, fair.fee.share_bp,
               fair.fee.minimum, fair.fee.maximum, fair.fee.deposit, fair.fee.due, fair.float_planned,
               fair_state_code(fair.state), fair.price_change_bp, fair.tax ? fair.tax->name : std::string(), numerator,
               denominator, fair.tax ? fair.tax->included : false, fair.own_minutes, verdict, note, fair.hidden);
  for (const std::string_view list :
       {"DELETE FROM fair_day WHERE fair = ?", "DELETE FROM fair_cost WHERE fair = ?",
        "DELETE FROM fair_helper WHERE fair = ?", "DELETE FROM fair_price WHERE fair = ?"})
    database.run(list, fair.id);
  for (const FairDay& day : fair.days)
    database.run("INSERT INTO fair_day(fair, date, opens_minute, closes_minute) VALUES (?, ?, ?, ?)", fair.id, day.date,
                 day.opens_minute, day.closes_minute);
  int position = 0;
  for (const PlannedCost& cost : fair.costs)
    database.run("INSERT INTO fair_cost(fair, position, name, amount) VALUES (?, ?, ?, ?)", fair.id, position++,
                 cost.name, cost.amount);
  position = 0;
  for (const FairHelper& helper : fair.helpers)
    database.run("INSERT INTO fair_helper(fair, position, contact, minutes, pay) VALUES (?, ?, ?, ?, ?)", fair.id,
                 position++, helper.contact, helper.minutes, helper.pay);
  for (const FairPrice& price : fair.prices)
    database.run("INSERT INTO fair_price(fair, product, price) VALUES (?, ?, ?)", fair.id, price.product, price.price);
}

void put_till_day(Database& database, Id<TillDay> day, const std::optional<Id<Fair>>& fair) {
  database.run("DELETE FROM fair_till_day WHERE till_day = ?", day);
  if (fair) database.run("INSERT INTO fair_till_day(till_day, fair) VALUES (?, ?)", day, *fair);
}

void put_asked(Database& database, Id<FairAsked> id, Id<Fair> fair, const std::optional<Id<Product>>& product,
               AskedReason reason, int count, const std::optional<std::string>& what, const EntryHeader& header) {
  database.run(
      "INSERT INTO fair_asked(id, fair, at, who, product, reason, count, what) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", id,
      fair, header.at, header.who, product, asked_code(reason), count, what);
}

std::vector<Id<Fair>> fairs_naming(const Database& database, Id<Contact> contact) {
  std::vector<Id<Fair>> found;
  for (const Id<Contact>& id : same_contacts(database, contact))
    for (Rows rows = database.query(
             "SELECT id FROM fair WHERE organiser = ?1 OR id IN (SELECT fair FROM fair_helper WHERE contact = ?1)", id);
         rows.next();)
      found.push_back(rows.get<Id<Fair>>(0));
  return found;
}

void forget_words_of_fairs(Database& database, Id<Contact> contact) {
  for (const Id<Fair>& fair : fairs_naming(database, contact))
    database.run("UPDATE fair SET note = NULL WHERE id = ?", fair);
}

}  // namespace lapak
