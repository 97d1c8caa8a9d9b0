// Fairs: what their pages and lists cost after 200 of them, one as large as if the shop had made 1,000,000 sales.
#include <fmt/format.h>

#include "core/base/check.h"
#include "core/fair/fair_commands.h"
#include "core/report/agenda.h"
#include "core/report/fair_report.h"
#include "core/report/whereabouts.h"
#include "core/shop/shop.h"
#include "tests/bench/bench.h"
#include "tests/bench/trade.h"

namespace lapak::bench {
namespace {

constexpr int kFairs = 200;
constexpr int kSalesEach = 300, kSalesOfTheLast = 5'000;
constexpr double kSum_ms = 50, kInTheWorker_ms = 1'000;

Outcome done(Shop& shop, const Command& command) {
  const Result<Outcome> outcome = shop.execute(command);
  LAPAK_ASSERT(outcome.has_value());
  return *outcome;
}

// Each packed for, sold at on a day of its own and brought home from; the last one is still open.
Id<Fair> season(Stall& stall) {
  Shop& shop = stall.shop();
  Id<Fair> last;
  for (int n = 0; n < kFairs; ++n) {
    const bool is_last = n + 1 == kFairs;
    last = Id<Fair>{done(shop, SaveFair{{.name = fmt::format("Bazar {}", n % 40),
                                         .days = {{.date = shop.today()}},
                                         .fee = {.fixed = Money{100'000}, .share_bp = 500},
                                         .costs = {{"Transport", Money{50'000}}}}})
                        .subject};
    PackForFair box{last, {}};
    for (const Id<Product>& product : stall.products()) box.lines.push_back({product, Quantity::of(20)});
    done(shop, box);
    done(shop, OpenFairDay{last, {}});
    stall.sell(is_last ? kSalesOfTheLast : kSalesEach);
    if (is_last) continue;
    done(shop, CloseDay{{}, "", {}});
    done(shop, BringHome{last, {{stall.products().front(), Quantity{}}}, ""});
  }
  return last;
}

}  // namespace

void bench_fairs(Table& table) {
  const Scratch scratch("fairs");
  Stall stall(scratch / "shop.lapak");
  const Id<Fair> last = season(stall);
  const Shop& shop = stall.shop();
  const auto measure = [&](const std::string& name, double most_ms, const auto& work) {
    std::vector<double> times_ms;
    for (int round = 0; round < 11; ++round) times_ms.push_back(timed(work).count() * 1000);
    table.add({fmt::format("{} fairs: {}", kFairs, name), median(times_ms), most_ms, "ms"});
  };
  const Database& facts = shop.facts();
  measure("their list", kSum_ms, [&] { (void)fair_rows(facts, shop.today()); });
  measure("compared", kSum_ms, [&] { (void)fairs_compared(facts, shop.today()); });
  measure("agenda", kSum_ms, [&] { (void)agenda(facts, shop.profile(), shop.today()); });
  measure("packing list", kSum_ms, [&] { (void)packing_list(facts, last); });
  measure("places", kSum_ms, [&] { (void)place_sums(facts); });
  measure("a page, 5,000 sales", kInTheWorker_ms, [&] { (void)fair_page(facts, shop.profile(), last, shop.now()); });
}

}  // namespace lapak::bench
