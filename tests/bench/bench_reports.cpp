// Reports over 100,000 sales.
#include <fmt/format.h>

#include "core/report/report_tables.h"
#include "core/shop/shop.h"
#include "tests/bench/bench.h"
#include "tests/bench/trade.h"

namespace lapak::bench {

void bench_reports(Table& table) {
  const Scratch scratch("reports");
  Stall stall(scratch / "shop.lapak");
  stall.sell(100'000);
  const Shop& shop = stall.shop();
  const DateRange all = *traded_range(shop.facts());
  const Date middle{(all.from.days + all.to.days) / 2};
  const std::vector<std::tuple<std::string, Date, Date>> reports{
      {"everything", all.from, all.to},
      {"one day", middle, middle},
      {"a month", middle.first_of_month(), middle.last_of_month()},
      {"odd ends", all.from.plus_days(3), all.to.plus_days(-3)}};
  for (const auto& [name, from, to] : reports) {
    std::vector<double> times_ms;
    for (int round = 0; round < 21; ++round)
      times_ms.push_back(
          timed([&, from = from, to = to] { (void)report(shop.facts(), shop.profile(), from, to); }).count() * 1000);
    table.add({fmt::format("report over 100,000 sales: {}", name), median(times_ms), 20.0, "ms"});
  }
  // What is read beside the frames: buyers, the age of the stock, the weeks to come.
  std::vector<double> wider_ms;
  for (int round = 0; round < 5; ++round)
    wider_ms.push_back(timed([&] { (void)wider_report(shop.facts(), shop.profile(), all, all.to); }).count() * 1000);
  table.add({"buyers, stock and weeks over 100,000 sales", median(wider_ms), 1'000.0, "ms"});
}

}  // namespace lapak::bench
