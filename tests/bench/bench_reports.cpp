// Reports over 100,000 sales, and over 1,000,000: a hundred thousand are sold, and stand ten times in other years.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/db/schema.h"
#include "core/people/people_store.h"
#include "core/report/cash_book.h"
#include "core/report/livelihood.h"
#include "core/report/report_tables.h"
#include "core/report/tax_report.h"
#include "core/shop/shop.h"
#include "tests/bench/bench.h"
#include "tests/bench/trade.h"

namespace lapak::bench {
namespace {

constexpr int kCopies = 10, kYears = 4;  // leap days stay days
constexpr int kBuyers = 5'000;

// Every row of a table once more, `copy` times four years later: ids and numbers are others, amounts are the same.
void copy_rows(Database& database, std::string_view table, int copy) {
  std::string columns, values;
  for (Rows rows = database.query(fmt::format("SELECT name FROM pragma_table_info('{}')", table)); rows.next();) {
    const auto name = rows.get<std::string>(0);
    std::string value = name;
    if (name == "id" || name == "sale") value = fmt::format("CAST(x'{:02x}' || substr({}, 2) AS BLOB)", copy + 1, name);
    if (name == "number") value = fmt::format("number || 'x{}'", copy);
    if (name == "at") value = fmt::format("at + {}", std::int64_t{copy} * kYears * 31'557'600'000);
    if (name == "business_date" || name == "period" || name == "bought")
      value = fmt::format("printf('%04d', substr({0}, 1, 4) + {1}) || substr({0}, 5)", name, copy * kYears);
    columns += (columns.empty() ? "" : ", ") + name;
    values += (values.empty() ? "" : ", ") + value;
  }
  const std::string first = table == "sale" ? "WHERE substr(id, 1, 1) = x'01'"
                            : table == "sale_customer" || table == "sale_tax" || table == "payment"
                                ? "WHERE substr(sale, 1, 1) = x'01'"
                                : "WHERE period < '2027'";
  database.run_script(fmt::format("INSERT INTO {0}({1}) SELECT {2} FROM {0} {3}", table, columns, values, first));
}

void grow(const std::filesystem::path& path) {
  Database database = Database::open(path, Durability::Normal);
  Transaction transaction(database);
  for (int n = 0; n < kBuyers; ++n) {
    Id<Contact> id;
    id.bytes[0] = 2;
    id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    put_contact(database, {.id = id, .name = fmt::format("Pembeli {}", n)}, PersonalWords::Known);
  }
  // Every other sale is somebody's.
  database.run_script(
      fmt::format("WITH buyer AS (SELECT row_number() OVER () AS n, id FROM contact) "
                  "INSERT INTO sale_customer(sale, contact, at, bought, brought) "
                  "SELECT s.id, b.id, s.at, s.business_date, s.gross - s.discount FROM sale s "
                  "JOIN buyer b ON b.n = s.rowid % {} + 1 WHERE s.rowid % 2 = 0",
                  kBuyers));
  database.run_script(
      "INSERT INTO sale_tax(sale, position, name, numerator, denominator, included, base, amount) "
      "SELECT id, 0, 'PPN', 11, 100, 1, total - total / 10, total / 10 FROM sale");
  for (int copy = 1; copy < kCopies; ++copy)
    for (const char* table : {"sale", "payment", "sale_tax", "sale_customer", "period_sum", "product_sum", "method_sum",
                              "hour_sum", "seller_sum", "bargain_sum"})
      copy_rows(database, table, copy);
  transaction.commit();
}

void measure(Table& table, const Database& facts, const Profile& profile, std::string_view sales, double most_ms) {
  const DateRange all = *traded_range(facts);
  const Date middle{(all.from.days + all.to.days) / 2};
  const std::vector<std::tuple<std::string, Date, Date>> reports{
      {"everything", all.from, all.to},
      {"one day", middle, middle},
      {"a month", middle.first_of_month(), middle.last_of_month()},
      {"odd ends", all.from.plus_days(3), all.to.plus_days(-3)}};
  for (const auto& [name, from, to] : reports) {
    std::vector<double> times_ms;
    for (int round = 0; round < 21; ++round)
      times_ms.push_back(timed([&, from = from, to = to] { (void)report(facts, profile, from, to); }).count() * 1000);
    table.add({fmt::format("report over {} sales: {}", sales, name), median(times_ms), most_ms, "ms"});
  }
}

}  // namespace

void bench_reports(Table& table) {
  const Scratch scratch("reports");
  const std::filesystem::path path = scratch / "shop.lapak";
  Profile profile;
  {
    Stall stall(path);
    stall.sell(100'000);
    profile = stall.shop().profile();
    measure(table, stall.shop().facts(), profile, "100,000", 20);
  }
  grow(path);
  const Database facts = Database::open_read_only(path);
  measure(table, facts, profile, "1,000,000", 50);
  const DateRange all = *traded_range(facts);
  const Date month = Date{(all.from.days + all.to.days) / 2}.first_of_month();
  const std::array<std::pair<std::string_view, DateRange>, 2> ranges{
      {{"everything", all}, {"a month", {month, month.last_of_month()}}}};
  const auto in_the_worker = [&](const std::string& name, const auto& work) {
    std::vector<double> times_ms;
    for (int round = 0; round < 5; ++round) times_ms.push_back(timed(work).count() * 1000);
    table.add({fmt::format("1,000,000 sales: {}", name), median(times_ms), 1'000, "ms"});
  };
  for (const auto& [name, range] : ranges) {
    in_the_worker(fmt::format("buyers, stock and weeks of {}", name),
                  [&, range = range] { (void)wider_report(facts, profile, range, all.to); });
    in_the_worker(fmt::format("livelihood of {}", name),
                  [&, range = range] { (void)livelihood(facts, range.from, range.to); });
  }
  in_the_worker("the drawers' cash book of a month",
                [&] { (void)cash_book(facts, profile, CashPlace::Drawers, month, month.last_of_month()); });
  in_the_worker("tax of a year", [&] { (void)tax_report(facts, month.year(), all.to); });
}

}  // namespace lapak::bench
