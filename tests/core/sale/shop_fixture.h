// A shop in memory without class Shop: facts are decided, applied and journaled as there, for tests of single rooms.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/catalog_commands.h"
#include "core/db/schema.h"
#include "core/journal/fact.h"
#include "core/journal/journal.h"
#include "core/people/people_commands.h"
#include "core/people/people_store.h"
#include "core/profile/profile.h"
#include "core/sale/sale_commands.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"

namespace lapak {

inline void apply_any(const Fact& fact, const Applying& applying) {
  if (fact.kind.starts_with("sale.")) return apply_sale(fact, applying);
  if (fact.kind.starts_with("stock.")) return apply_stock(fact, applying);
  if (fact.kind.starts_with("people.")) return apply_people(fact, applying);
  REQUIRE(fact.kind.starts_with("catalog."));
  apply_catalog(fact, applying);
}

inline std::string dump(const Database& database, std::string_view table) {
  std::vector<std::string> lines;
  for (Rows rows = database.query("SELECT * FROM " + std::string(table)); rows.next();) {
    std::string& line = lines.emplace_back();
    for (int i = 0; i < rows.column_count(); ++i) {
      if (rows.is_null(i)) line += "NULL";
      for (const std::uint8_t byte : rows.get<Blob>(i)) line += static_cast<char>(byte);
      line += '|';
    }
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

class ShopFixture {
 public:
  FixedClock clock{Instant{1'795'320'000'000}};  // 2026-11-22 04:00 UTC
  SeededRandom random{7};
  IdSource ids{clock, random};
  Database database;
  Profile profile;
  Actor actor;

  explicit ShopFixture(Database file = Database::in_memory()) : database(std::move(file)) {
    profile.name = "Kriya";
    profile.zone = "UTC";
    migrate(database);
    Transaction transaction(database);
    begin_epoch(database, ids, clock.now(), "A", "test");
    transaction.commit();
    const Place place{ids.next<Place>(), "Lapak", 0};
    record("begin", {Fact{"stock.place_saved",
                          Json{{"place", {{"id", place.id.text()}, {"name", place.name}, {"position", 0}}}}, Json()}});
  }

  Deciding deciding() const {
    return Deciding{database, const_cast<IdSource&>(ids), clock.now(), profile.clock(), actor, profile};
  }

  template <class Command>
  Result<Outcome> run(const Command& command) {
    clock.advance_ms(1'000);
    Result<Decision> decision = decide(command, deciding());
    if (!decision) return std::unexpected(decision.error());
    record(decision->outcome.kind, decision->facts);
    return decision->outcome;
  }
  template <class Command>
  Outcome must(const Command& command) {
    const Result<Outcome> outcome = run(command);
    if (!outcome) FAIL("refused with problem " << static_cast<int>(outcome.error().code));
    return *outcome;
  }
  Result<ImportCount> import(const ImportSales& sales) {
    Transaction transaction(database);
    auto count = decide_import(sales, deciding(), [&](Decision&& decision) {
      apply_and_append(decision.outcome.kind, std::move(decision.facts));
    });
    if (count) transaction.commit();
    return count;
  }

  Sale sale(const Outcome& outcome) const { return find_sale(database, Id<Sale>{outcome.subject}).value(); }

  Product product(const std::string& code, std::int64_t price, bool tracked = true) {
    Product made;
    made.id = ids.next<Product>();
    made.code = code;
    made.name = "Barang " + code;
    made.price = Money{price};
    made.tracked = tracked;
    record("save_product", {product_saved(made)});
    return made;
  }
  Product costing(Product product, std::int64_t cost) {
    product.cost = Money{cost};
    record("save_product", {product_saved(product)});
    return product;
  }

  CartLine line(const Product& product, Quantity quantity) {
    CartLine made;
    made.id = ids.next<CartLine>();
    made.product = product.id;
    made.name = product.name;
    made.quantity = quantity;
    made.list_price = made.agreed_price = product.price;
    made.tax_class = product.tax_class;
    return made;
  }
  CartLine typed(const std::string& name, std::int64_t price, Quantity quantity = Quantity::of(1)) {
    CartLine made;
    made.id = ids.next<CartLine>();
    made.name = name;
    made.quantity = quantity;
    made.list_price = made.agreed_price = Money{price};
    return made;
  }
  Cart cart(std::vector<CartLine> lines) {
    Cart made;
    made.id = ids.next<Sale>();
    made.lines = std::move(lines);
    return made;
  }
  Contact contact(const std::string& name) {
    must(SaveContact{Contact{.id = {}, .name = name}, {}});
    return people(database, PeopleQuestion{}).rows.front();
  }

  // Replays the journal into an empty file and compares the tables.
  void check_replay() const {
    Database shadow = Database::in_memory();
    migrate(shadow);
    Transaction transaction(shadow);
    const Walk walk = walk_journal(database, [&](const Entry& entry) {
      for (const Fact& fact : entry.facts) apply_any(fact, Applying{shadow, entry.header});
    });
    transaction.commit();
    CHECK_FALSE(walk.broken_at.has_value());
    for (const std::string_view table : replayed_tables()) {
      CAPTURE(table);
      CHECK((dump(database, table) == dump(shadow, table)));
    }
  }

 private:
  void record(const std::string& kind, const std::vector<Fact>& facts) {
    Transaction transaction(database);
    apply_and_append(kind, facts);
    transaction.commit();
  }
  void apply_and_append(const std::string& kind, std::vector<Fact> facts) {
    Entry entry{EntryHeader{ids.next<JournalEntry>(), clock.now(), actor.seller, kind}, std::move(facts)};
    for (const Fact& fact : entry.facts) apply_any(fact, Applying{database, entry.header});
    append_entry(database, entry, {});
  }
};

}  // namespace lapak
