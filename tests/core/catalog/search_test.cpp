// Finding products by any part of their name, code, barcode or category.
#include <doctest/doctest.h>

#include "core/catalog/product_search.h"
#include "core/db/schema.h"

using namespace lapak;

namespace {

struct Shelf {
  Database database = Database::in_memory();
  std::vector<std::string> names;

  Shelf() { migrate(database); }

  Id<Product> put(std::string_view name, std::string_view code = "", std::string_view barcode = "", int favourite = 0) {
    Id<Product> id;
    id.bytes[15] = static_cast<std::uint8_t>(names.size() + 1);
    names.emplace_back(name);
    database.run(
        "INSERT INTO product(id, code, barcode, name, price, photo, story, tax_class, option_names, option_values, "
        "tracked, one_of_a_kind, open_price, favourite, position, hidden) "
        "VALUES (?, ?, ?, ?, 1000, x'', '', '', '[]', '[]', 1, 0, 0, ?, 0, 0)",
        id, code, barcode, name, favourite);
    return id;
  }
  std::vector<std::string> find(std::string_view question, int limit = 10) const {
    std::vector<std::string> found;
    for (const Id<Product> id : ProductSearch::build(database).find(question, limit).best)
      found.push_back(names.at(static_cast<std::size_t>(id.bytes[15] - 1)));
    return found;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a product is found by any part of its name, without accents or case") {
  Shelf shelf;
  shelf.put("Anting resin bunga");
  shelf.put("Kalung manik");
  shelf.put("Ñandú tenun");
  CHECK(shelf.find("anting") == Names{"Anting resin bunga"});
  CHECK(shelf.find("NTIN") == Names{"Anting resin bunga"});
  CHECK(shelf.find("nandu") == Names{"Ñandú tenun"});
  CHECK(shelf.find("bunga resin") == Names{"Anting resin bunga"});
  CHECK(shelf.find("resin manik").empty());
  CHECK(shelf.find("   ").empty());
  CHECK(shelf.find("'; DROP").empty());
}

TEST_CASE("a whole code comes first, then names that begin so, then words, then parts") {
  Shelf shelf;
  shelf.put("Dompet motif tas", "D1");
  shelf.put("Keretasan");
  shelf.put("Tas rajut", "T1");
  shelf.put("Boneka", "tas");
  CHECK(shelf.find("tas") == Names{"Boneka", "Tas rajut", "Dompet motif tas", "Keretasan"});
}

TEST_CASE("among equals favourites come first") {
  Shelf shelf;
  shelf.put("Sabun sereh");
  shelf.put("Sabun susu", "", "", 1);
  CHECK(shelf.find("sabun") == Names{"Sabun susu", "Sabun sereh"});
}

TEST_CASE("one letter asks for words that begin with it") {
  Shelf shelf;
  shelf.put("Tas rajut");
  shelf.put("Syal rajut");
  shelf.put("Batik");
  CHECK(shelf.find("r") == Names{"Syal rajut", "Tas rajut"});
  CHECK(shelf.find("k").empty());
}

TEST_CASE("a barcode finds its product, and the number of hits is told beyond the limit") {
  Shelf shelf;
  shelf.put("Tas rajut", "TRB-01", "8991234567890");
  for (int i = 0; i < 30; ++i) shelf.put("Gelang " + std::to_string(i));
  CHECK(shelf.find("8991234567890") == Names{"Tas rajut"});
  CHECK(shelf.find("trb-01") == Names{"Tas rajut"});
  const ProductSearch search = ProductSearch::build(shelf.database);
  CHECK(search.find("gelang", 5).best.size() == 5);
  CHECK(search.find("gelang", 5).total == 30);
}
