// report: fairs.
#include "core/report/fair_report.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/books/expense_store.h"
#include "core/catalog/product_store.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/sale/open_day.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr std::string_view booth = "booth";  // the category of expenses
constexpr int tail_days = 365;
constexpr int night_ends_hour = 5;  // what is sold before belongs to the evening

Quantity whole_up(Quantity quantity) {
  return Quantity{(quantity.thousandths + 999) / 1000 * 1000};
}

// Amounts of goods that are within an amount each; more of them than an amount holds is not a fair any more.
Money worth(Money price, Quantity quantity) {
  return times(price, quantity).value_or(kLargestMoney);
}

// Whose goods a product is, asked once each.
class Consignment {
 public:
  explicit Consignment(const Database& database) : database_(database) {}
  bool is_consigned(Id<Product> product) {
    const auto [known, is_new] = known_.try_emplace(product, false);
    if (is_new) known->second = consigned_of(database_, product).has_value();
    return known->second;
  }

 private:
  const Database& database_;
  std::map<Id<Product>, bool> known_;
};

std::int64_t minutes_of(const Fair& fair) {
  if (fair.own_minutes > 0) return fair.own_minutes;
  std::int64_t minutes = 0;
  for (const FairDay& day : fair.days) minutes += minutes_open(day);
  return minutes;
}

// But for the booth.
Money spent_on(const Database& database, Id<Fair> fair) {
  Money spent;
  for (const CategorySum& each : expenses_by_category(database, {.fair = fair}))
    if (each.category != booth) spent += each.amount;
  return spent;
}

// The cost of what left the box for good and was not sold.
Money lost_of(const Database& database, Id<Fair> fair, Consignment& consignment) {
  Money lost;
  for (Rows rows = database.query(
           "SELECT m.product, -sum(m.quantity) - coalesce(sum((SELECT sum(quantity) FROM lot_taken WHERE movement = "
           "m.id)), 0), "
           "coalesce(p.cost, 0), coalesce(sum((SELECT sum(cost) FROM lot_taken WHERE movement = m.id)), 0) "
           "FROM movement m JOIN product p ON p.id = m.product "
           "WHERE m.place = (SELECT id FROM place WHERE fair = ?) "
           "AND m.kind IN ('lost', 'gift', 'own_use', 'counted') GROUP BY m.product",
           fair);
       rows.next();)
    if (!consignment.is_consigned(rows.get<Id<Product>>(0)))
      lost += rows.get<Money>(3) + worth(rows.get<Money>(2), rows.get<Quantity>(1));
  return lost;
}

FairFigures figures_of(const Database& database, const Fair& fair, const std::vector<FairSold>& sold,
                       Consignment& consignment) {
  FairFigures figures;
  for (Rows rows =
           database.query("SELECT coalesce(sum(h.count), 0), coalesce(sum(h.tax_included), 0) FROM fair_till_day f "
                          "JOIN till_hour_sum h ON h.till_day = f.till_day WHERE f.fair = ?",
                          fair.id);
       rows.next();)
    figures.sales_count = rows.get<int>(0), figures.tax = rows.get<Money>(1);
  figures.partners = database
                         .value<Money>(
                             "SELECT sum(p.amount) FROM fair_till_day f "
                             "JOIN till_partner_sum p ON p.till_day = f.till_day WHERE f.fair = ?",
                             fair.id)
                         .value_or(Money{});
  for (const FairSold& each : sold) {
    figures.pieces += each.quantity;
    figures.sales += each.net;
    if (each.product && consignment.is_consigned(*each.product)) continue;
    const Quantity others = each.quantity - each.of_lots;
    figures.goods += each.lot_cost;
    if (each.cost)
      figures.goods += worth(*each.cost, others);
    else
      figures.pieces_of_unknown_cost += others;
  }
  figures.lost = lost_of(database, fair.id, consignment);
  figures.fee = fee_of(fair.fee, figures.sales);
  figures.costs = std::max(planned_costs(fair), spent_on(database, fair.id));
  figures.helpers = pay_of_helpers(fair);
  figures.profit = figures.sales - figures.tax - figures.goods - figures.lost - figures.partners - figures.fee -
                   figures.costs - figures.helpers;
  figures.minutes = minutes_of(fair);
  if (figures.minutes > 0)
    figures.per_hour = part_of(std::clamp(figures.profit, -kLargestMoney, kLargestMoney), {60, figures.minutes});
  return figures;
}

// One sale of the fair, as far as its running sums need it.
struct SoldLine {
  Instant at;
  std::optional<Id<Product>> product;
  Quantity quantity;
  Money amount;
};
// Lines of sales that stand, in the order they were sold; what came back later is still in them.
std::vector<SoldLine> lines_sold(const Database& database, Id<Fair> fair) {
  std::vector<SoldLine> lines;
  for (Rows rows = database.query(
           "SELECT s.at, l.product, l.quantity, l.amount FROM fair_till_day f JOIN till_day d ON d.id = f.till_day "
           "JOIN sale s ON s.business_date = d.business_date AND s.till_day = d.id AND s.kind = 'sale' "
           "JOIN sale_line l ON l.sale = s.id WHERE f.fair = ? "
           "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.kind = 'void' AND v.corrects = s.id) "
           "ORDER BY s.at, s.rowid, l.position",
           fair);
       rows.next();)
    lines.push_back(
        {rows.get<Instant>(0), rows.get<std::optional<Id<Product>>>(1), rows.get<Quantity>(2), rows.get<Money>(3)});
  return lines;
}

std::vector<FairGoods> goods_of(const Database& database, Id<Fair> fair, const std::vector<FairSold>& sold) {
  std::map<Id<Product>, FairGoods> found;
  for (const BoxRow& row : box_rows(database, fair)) {
    FairGoods& goods = found[row.product];
    goods.brought = row.brought;
    goods.lost = row.lost;
    goods.given = row.given;
    goods.back = row.back;
    goods.left = row.now;
  }
  for (const FairSold& each : sold)
    if (each.product) {
      found[*each.product].sold = each.quantity;
      found[*each.product].net = each.net;
    }
  std::vector<FairGoods> goods;
  for (auto& [id, each] : found) {
    const std::optional<Product> product = find_product(database, id);
    LAPAK_ASSERT(product.has_value());
    each.product = id;
    each.name = label_of(*product);
    each.photo = photo_of(database, *product);
    if (!each.brought.is_zero() || !each.sold.is_zero()) goods.push_back(std::move(each));
  }
  std::ranges::sort(goods, {}, [](const FairGoods& each) {
    return std::tuple(-each.sold, -each.net, std::string_view(each.name), each.product);
  });
  return goods;
}

void note_when_they_ran_out(std::vector<FairGoods>& goods, const std::vector<SoldLine>& lines) {
  std::map<Id<Product>, Quantity> sold;
  for (const SoldLine& line : lines) {
    if (!line.product) continue;
    const auto each = std::ranges::find(goods, *line.product, &FairGoods::product);
    if (each == goods.end() || each->brought <= Quantity{} || each->sold < each->brought) continue;
    if ((sold[*line.product] += line.quantity) >= each->brought && !each->ran_out_at) each->ran_out_at = line.at;
  }
}

std::vector<FairHour> hours_of(const Database& database, Id<Fair> fair) {
  std::vector<FairHour> hours;
  for (Rows rows = database.query(
           "SELECT h.hour, sum(h.count), sum(h.net) FROM fair_till_day f "
           "JOIN till_hour_sum h ON h.till_day = f.till_day WHERE f.fair = ? GROUP BY h.hour ORDER BY h.hour",
           fair);
       rows.next();)
    hours.push_back({rows.get<int>(0), rows.get<int>(1), rows.get<Money>(2)});
  std::ranges::stable_partition(hours, [](const FairHour& hour) { return hour.hour >= night_ends_hour; });
  return hours;
}

std::vector<FairHour> hours_of_day(const Database& database, Id<TillDay> day) {
  std::vector<FairHour> hours;
  for (Rows rows = database.query("SELECT hour, count, net FROM till_hour_sum WHERE till_day = ? ORDER BY hour", day);
       rows.next();)
    hours.push_back({rows.get<int>(0), rows.get<int>(1), rows.get<Money>(2)});
  std::ranges::stable_partition(hours, [](const FairHour& hour) { return hour.hour >= night_ends_hour; });
  return hours;
}

// How sales ran on the day with that index.
RunningSales running_of(const Database& database, const std::vector<FairTillDay>& days, std::size_t index) {
  RunningSales running{.before = {}, .hours = hours_of_day(database, days[index].id)};
  for (std::size_t i = 0; i < index; ++i)
    for (const FairHour& hour : hours_of_day(database, days[i].id)) running.before += hour.sales;
  return running;
}

// What a day of the till sold until that hour is over.
Money sold_by(const Database& database, Id<TillDay> day, int hour) {
  const auto since_night = [](int each) { return (each + 24 - night_ends_hour) % 24; };
  Money sold;
  for (Rows rows = database.query("SELECT hour, net FROM till_hour_sum WHERE till_day = ?", day); rows.next();)
    if (since_night(rows.get<int>(0)) <= since_night(hour)) sold += rows.get<Money>(1);
  return sold;
}

// From the beginning of its first day to the end of the last one it was gone to.
struct Span {
  Instant from, until;
};
Span span_of(const Fair& fair, const std::vector<FairTillDay>& days, const Zone& zone) {
  const Date first = days.empty() ? first_day(fair) : std::min(first_day(fair), days.front().business_date);
  const Date last = days.empty() ? last_day(fair) : days.back().business_date;
  return {zone.instant({first}), zone.instant({last.plus_days(1)})};
}

// On the days it was gone to, not on those between.
std::vector<Id<Contact>> people_met(const Database& database, const std::vector<FairTillDay>& days, const Zone& zone) {
  std::vector<Id<Contact>> met;
  std::optional<Date> done;
  for (const FairTillDay& day : days) {
    if (done == day.business_date) continue;
    done = day.business_date;
    for (Rows rows = database.query(
             "SELECT id FROM contact WHERE met_at >= ? AND met_at < ? AND hidden = 0 AND merged_into IS NULL "
             "AND name IS NOT NULL AND source = '' ORDER BY met_at, id",
             zone.instant({day.business_date}), zone.instant({day.business_date.plus_days(1)}));
         rows.next();)
      met.push_back(rows.get<Id<Contact>>(0));
  }
  return met;
}

LongTail tail_of(const Database& database, const std::vector<Id<Contact>>& met, Date after, const Zone& zone) {
  LongTail tail;
  const Date until = after.plus_days(tail_days);
  for (const Id<Contact>& id : met) {
    const int before = tail.sales_count + tail.orders_count;
    for (const Id<Contact>& same : same_contacts(database, id)) {
      for (Rows rows = database.query(
               "SELECT count(*) FILTER (WHERE s.kind = 'sale'), coalesce(sum(s.total), 0) FROM sale_customer c "
               "JOIN sale s ON s.id = c.sale WHERE c.contact = ? AND s.business_date > ? AND s.business_date <= ? "
               "AND s.kind IN ('sale', 'refund') AND s.custom_order IS NULL "
               "AND c.at = (SELECT max(at) FROM sale_customer WHERE sale = c.sale) "
               "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.kind = 'void' AND v.corrects = s.id)",
               same, after, until);
           rows.next();)
        tail.sales_count += rows.get<int>(0), tail.sales += rows.get<Money>(1);
      for (Rows rows = database.query("SELECT count(*), coalesce(sum(price), 0) FROM custom_order "
                                      "WHERE client = ? AND stage <> 'called_off' AND asked_at >= ? AND asked_at < ?",
                                      same, zone.instant({after.plus_days(1)}), zone.instant({until.plus_days(1)}));
           rows.next();)
        tail.orders_count += rows.get<int>(0), tail.orders += rows.get<Money>(1);
    }
    if (tail.sales_count + tail.orders_count > before) ++tail.buyers;
  }
  return tail;
}

void add_the_last_one(const Database& database, const Profile& profile, Instant now, FairPage& page,
                      const std::vector<FairTillDay>& days) {
  page.last = last_fair_like(database, page.fair);
  if (!page.last) return;
  Consignment consignment(database);
  page.last_profit = figures_of(database, *page.last, sold_at(database, page.last->id), consignment).profit;
  if (!page.is_open) return;
  const std::vector<FairTillDay> theirs = till_days_of(database, page.last->id);
  const std::size_t day = days.empty() ? 0 : days.size() - 1;
  if (day >= theirs.size()) return;
  page.last_by_now = sold_by(database, theirs[day].id, profile.clock().local(now).hour);
  page.then = running_of(database, theirs, day);
}

void add_orders(const Database& database, const Span& span, FairPage& page) {
  page.orders_count = database
                          .value<int>(
                              "SELECT count(*) FROM custom_order WHERE stage <> 'called_off' "
                              "AND asked_at >= ? AND asked_at < ?",
                              span.from, span.until)
                          .value_or(0);
  page.deposits = database
                      .value<Money>(
                          "SELECT sum(p.amount) FROM fair_till_day f JOIN till_day d ON d.id = f.till_day "
                          "JOIN sale s ON s.business_date = d.business_date AND s.till_day = d.id "
                          "AND s.kind = 'deposit' JOIN payment p ON p.sale = s.id AND p.method <> 'deposit' "
                          "WHERE f.fair = ?",
                          page.fair.id)
                      .value_or(Money{});
}

}  // namespace

FairPhase phase_of(const Fair& fair, Date today) {
  if (today < first_day(fair)) return FairPhase::Coming;
  return today > last_day(fair) ? FairPhase::Over : FairPhase::Now;
}

std::vector<FairRow> fair_rows(const Database& database, Date today) {
  Consignment consignment(database);
  std::vector<FairRow> rows;
  for (Fair& fair : fairs(database)) {
    FairRow row{.fair = std::move(fair), .phase = {}, .was_there = false, .figures = {}};
    row.phase = phase_of(row.fair, today);
    row.was_there = !till_days_of(database, row.fair.id).empty();
    row.figures = figures_of(database, row.fair, sold_at(database, row.fair.id), consignment);
    rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, [](const FairRow& row) {
    const int day = first_day(row.fair).days;
    switch (row.phase) {
      case FairPhase::Now:
        return std::pair(0, day);
      case FairPhase::Coming:
        return std::pair(1, day);
      case FairPhase::Over:
        return std::pair(2, -day);
    }
    LAPAK_ASSERT(false);
  });
  return rows;
}

std::vector<FairRow> fairs_compared(const Database& database, Date today) {
  std::vector<FairRow> rows = fair_rows(database, today);
  std::erase_if(rows, [](const FairRow& row) { return !row.was_there; });
  std::ranges::stable_sort(rows, [](const FairRow& a, const FairRow& b) {
    return b.figures.per_hour < a.figures.per_hour;  // none is less than any
  });
  return rows;
}

std::optional<FairPage> fair_page(const Database& database, const Profile& profile, Id<Fair> id, Instant now) {
  std::optional<Fair> fair = find_fair(database, id);
  if (!fair || fair->hidden) return std::nullopt;
  const Zone zone = profile.clock();
  const TradingDay today = trading_day(database, now, zone);
  const std::vector<FairTillDay> days = till_days_of(database, id);
  const std::vector<FairSold> sold = sold_at(database, id);
  const std::vector<SoldLine> lines = lines_sold(database, id);
  FairPage page{.fair = *std::move(fair), .goods = goods_of(database, id, sold), .asked = asked_at(database, id)};
  page.phase = phase_of(page.fair, today.business_date);
  page.is_open = fair_open_now(database) == id;
  page.was_there = !days.empty();
  if (page.fair.organiser)
    if (const auto organiser = find_contact(database, *page.fair.organiser)) page.organiser = organiser->name;
  for (const FairHelper& helper : page.fair.helpers)
    page.helpers.push_back(find_contact(database, helper.contact).value_or(Contact{}).name);
  Consignment consignment(database);
  page.figures = figures_of(database, page.fair, sold, consignment);
  page.spent = expenses_by_category(database, {.fair = id});
  page.hours = hours_of(database, id);
  note_when_they_ran_out(page.goods, lines);

  page.break_even =
      break_even(page.fair.fee, planned_costs(page.fair) + pay_of_helpers(page.fair), past_margin(database));
  Money running;
  for (const SoldLine& line : lines) {
    running += line.amount;
    if (page.break_even && !page.covered_at && running >= page.break_even->sales) page.covered_at = line.at;
  }
  for (const FairTillDay& day : days)
    if (day.business_date == today.business_date)
      for (Rows rows = database.query("SELECT sum(count), sum(net) FROM till_hour_sum WHERE till_day = ?", day.id);
           rows.next();)
        page.today_count += rows.get<int>(0), page.today += rows.get<Money>(1);

  const Span span = span_of(page.fair, days, zone);
  page.met = people_met(database, days, zone);
  if (page.is_open && !days.empty()) {
    page.drawer = day_view(database).expected;
    page.now = running_of(database, days, days.size() - 1);
  }
  if (page.was_there) {
    add_orders(database, span, page);
    page.tail = tail_of(database, page.met, days.back().business_date, zone);
  }
  add_the_last_one(database, profile, now, page, days);
  return page;
}

Quantity suggested_for(Quantity sold_last, Quantity in_stock) {
  const Quantity wished = whole_up(Quantity{(sold_last.thousandths * 13 + 9) / 10});
  return std::clamp(wished, Quantity{}, std::max(in_stock, Quantity{}));
}

std::vector<PackingSource> packing_sources(const Database& database, Id<Fair> fair) {
  std::vector<PackingSource> sources{{.place = home_place(database), .box = {}, .shop = {}, .name = {}}};
  for (Rows rows = database.query("SELECT p.id, p.fair, p.partner, coalesce(f.name, c.name, '') FROM place p LEFT JOIN "
                                  "fair f ON f.id = p.fair "
                                  "LEFT JOIN contact c ON c.id = p.partner WHERE p.id <> ?1 AND p.fair IS NOT ?2 "
                                  "AND EXISTS (SELECT 1 FROM on_hand h WHERE h.place = p.id AND h.quantity > 0) "
                                  "ORDER BY p.fair IS NULL, 4, p.id",
                                  sources[0].place, fair);
       rows.next();)
    sources.push_back({.place = rows.get<Id<Place>>(0),
                       .box = rows.get<std::optional<Id<Fair>>>(1),
                       .shop = rows.get<std::optional<Id<Contact>>>(2),
                       .name = rows.get<std::string>(3)});
  return sources;
}

std::optional<PackingList> packing_list(const Database& database, Id<Fair> id, std::optional<Id<Place>> from) {
  std::optional<Fair> fair = find_fair(database, id);
  if (!fair || fair->hidden) return std::nullopt;
  PackingList list{.fair = *std::move(fair), .like = {}, .rows = {}, .pieces = {}, .worth = {}};
  list.like = last_fair_like(database, list.fair);
  if (!list.like) list.like = last_fair_before(database, list.fair);
  std::map<Id<Product>, Quantity> sold_last;
  if (list.like)
    for (const FairSold& sold : sold_at(database, list.like->id))
      if (sold.product) sold_last[*sold.product] = sold.quantity;
  const std::optional<Id<Place>> box = box_of(database, id);
  for (Rows rows =
           database.query("SELECT p.id, p.price, coalesce(h.quantity, 0), coalesce(b.quantity, 0) FROM product p "
                          "LEFT JOIN on_hand h ON h.product = p.id AND h.place = ? "
                          "LEFT JOIN on_hand b ON b.product = p.id AND b.place = ? "
                          "WHERE p.hidden = 0 AND p.tracked = 1 AND p.option_names = '[]' "
                          "AND (h.quantity > 0 OR b.quantity > 0)",
                          from.value_or(home_place(database)), box);
       rows.next();) {
    const auto last = sold_last.find(rows.get<Id<Product>>(0));
    PackingRow row{.product = rows.get<Id<Product>>(0),
                   .name = {},
                   .photo = {},
                   .price = rows.get<Money>(1),
                   .there = rows.get<Quantity>(2),
                   .in_box = rows.get<Quantity>(3),
                   .sold_last = last == sold_last.end() ? Quantity{} : last->second,
                   .suggested = {}};
    row.suggested = suggested_for(row.sold_last, row.there + row.in_box);
    if (row.in_box > Quantity{}) {
      ++list.kinds;
      list.pieces += row.in_box;
      list.worth += worth(row.price, row.in_box);
    }
    list.rows.push_back(std::move(row));
  }
  for (PackingRow& row : list.rows) {
    const std::optional<Product> product = find_product(database, row.product);
    LAPAK_ASSERT(product.has_value());
    row.name = label_of(*product);
    row.photo = photo_of(database, *product);
  }
  std::ranges::sort(list.rows, {}, [](const PackingRow& row) {
    const bool is_wanted = row.in_box > Quantity{} || row.suggested > Quantity{};
    return std::tuple(!is_wanted, -row.sold_last, std::string_view(row.name), row.product);
  });
  return list;
}

}  // namespace lapak
