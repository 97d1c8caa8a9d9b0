// Search: what one keystroke costs over 100,000 products.
#include <algorithm>
#include <fstream>

#include "core/base/currency.h"
#include "core/catalog/product_search.h"
#include "core/db/schema.h"
#include "tests/bench/bench.h"

namespace lapak::bench {
namespace {

std::vector<std::string> names_of(const std::filesystem::path& csv, Database& database) {
  std::vector<std::string> names;
  std::ifstream lines(csv);
  std::string line;
  std::getline(lines, line);
  Transaction transaction(database);
  std::uint64_t n = 0;
  while (std::getline(lines, line)) {
    // sku,name,price: only the name may be quoted.
    const std::size_t first = line.find(','), last = line.rfind(',');
    std::string name = line.substr(first + 1, last - first - 1);
    if (name.starts_with('"') && name.size() > 1) name = name.substr(1, name.size() - 2);
    Id<Product> id;
    ++n;
    for (std::size_t i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
    database.run(
        "INSERT INTO product(id, code, barcode, name, price, photo, story, tax_class, option_names, option_values, "
        "tracked, one_of_a_kind, open_price, favourite, position, hidden) "
        "VALUES (?, ?, '', ?, 1000, x'', '', '', '[]', '[]', 1, 0, 0, 0, 0, 0)",
        id, line.substr(0, first) + "#" + std::to_string(n), name);
    names.push_back(std::move(name));
  }
  transaction.commit();
  return names;
}

}  // namespace

void bench_search(Table& table) {
  const Scratch scratch("search");
  const auto csv = shared_file(scratch, "products-100k.csv.xz");
  if (!csv) return table.skip("search, one keystroke over 100,000 products", "../shared/data is not here");
  Database database = Database::in_memory();
  migrate(database);
  const std::vector<std::string> names = names_of(*csv, database);
  const ProductSearch search = ProductSearch::build(database);
  std::vector<double> keystrokes_ms;
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string& name = names[i * (names.size() / 200)];
    for (std::size_t length = 1; length <= name.size(); ++length)
      keystrokes_ms.push_back(timed([&] { (void)search.find(std::string_view(name).substr(0, length), 60); }).count() *
                              1000);
  }
  table.add({"search, one keystroke over 100,000 products, median", median(keystrokes_ms), 1.0, "ms"});
  table.add({"search, one keystroke over 100,000 products, worst",
             *std::max_element(keystrokes_ms.begin(), keystrokes_ms.end()), 4.0, "ms"});
}

}  // namespace lapak::bench
