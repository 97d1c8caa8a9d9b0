// Importing half a year of a real shop's sales, against `sqlite3 .import` of the same file.
#include <cstdlib>

#include "core/base/check.h"
#include "core/base/random.h"
#include "core/exchange/import.h"
#include "core/shop/jobs.h"
#include "core/shop/shop.h"
#include "tests/bench/bench.h"

namespace lapak::bench {
namespace {

void import_into_a_shop(const std::filesystem::path& csv, const std::filesystem::path& shop_path) {
  SystemClock clock;
  SystemRandom random;
  SystemFiles files;
  NewShop card;
  card.profile.name = "Gifts";
  card.profile.currency = "GBP";
  card.profile.language = "en";
  card.profile.zone = "Europe/London";
  auto shop = Shop::create(shop_path, card, Seams{clock, random, files});
  LAPAK_ASSERT(shop.has_value());
  const Result<CsvTable> lines = CsvTable::read(files.read(csv, 1u << 30).value_or(""));
  LAPAK_ASSERT(lines.has_value());
  Result<ImportPlan<ImportSales>> plan =
      plan_sales((*shop)->facts(), (*shop)->profile(), *lines,
                 *parse_column_choice("number=InvoiceNo,code=StockCode,name=Description,quantity=Quantity,"
                                      "time=InvoiceDate,price=UnitPrice,customer=CustomerID"));
  LAPAK_ASSERT(plan.has_value() && plan->counts.refused.empty());
  LAPAK_ASSERT((*shop)->execute(std::move(plan->command)).has_value());
}

}  // namespace

void bench_import(Table& table) {
  const Scratch scratch("import");
  const auto csv = shared_file(scratch, "retail-2010-12-to-2011-05.csv.xz");
  if (!csv) return table.skip("import of 209,029 lines, against sqlite3 .import", "../shared/data is not here");
  int round = 0;
  const double factor = ratio(
      3, [&] { import_into_a_shop(*csv, scratch / ("ours" + std::to_string(round) + ".lapak")); },
      [&] {
        const std::string bare = (scratch / ("bare" + std::to_string(round++) + ".db")).string();
        const std::string command = "sqlite3 '" + bare + "' '.mode csv' '.import \"" + csv->string() + "\" line'";
        LAPAK_ASSERT(std::system(command.c_str()) == 0);
      });
  table.add({"import of 209,029 lines, against sqlite3 .import", factor, 20.0, "x"});
}

}  // namespace lapak::bench
