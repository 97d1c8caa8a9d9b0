// SQLite behind our door: transactions, triggers that keep facts, the guard, the schema.
#include "core/db/database.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/db/schema.h"
#include "tests/core/test_folder.h"

using namespace lapak;

namespace {

Database shop_in_memory() {
  Database database = Database::in_memory();
  migrate(database);
  return database;
}

void insert_epoch(Database& database, std::string_view till) {
  database.run("INSERT INTO epoch(id, number, till, begun_at, reason) VALUES (randomblob(16), 1, ?, 0, 'new')", till);
}

}  // namespace

TEST_CASE("a transaction that is not committed never was") {
  Database database = shop_in_memory();
  {
    Transaction transaction(database);
    insert_epoch(database, "A");
  }
  CHECK(database.value<int>("SELECT count(*) FROM epoch") == 0);
  {
    Transaction transaction(database);
    insert_epoch(database, "A");
    transaction.commit();
  }
  CHECK(database.value<int>("SELECT count(*) FROM epoch") == 1);
}

TEST_CASE("facts refuse to be rewritten or deleted, even without the program's guard") {
  Database database = shop_in_memory();
  insert_epoch(database, "A");
  CHECK_THROWS_AS(database.run("UPDATE epoch SET number = 2"), DatabaseError);
  CHECK_THROWS_AS(database.run("DELETE FROM epoch"), DatabaseError);
  CHECK_THROWS_AS(database.run("INSERT OR REPLACE INTO epoch SELECT id, 9, till, 0, 'x' FROM epoch"), DatabaseError);
  CHECK(database.value<int>("SELECT number FROM epoch") == 1);
}

TEST_CASE("words about a person can be forgotten and nothing else of a fact") {
  Database database = shop_in_memory();
  database.run(
      "INSERT INTO contact(id, name, is_partner, met_at, hidden, kind, roles) "
      "VALUES (zeroblob(16), 'Ratna', 0, 0, 0, 'person', '')");
  database.run("INSERT INTO note VALUES (randomblob(16), zeroblob(16), NULL, 5, NULL, 1, 'likes blue')");
  CHECK_THROWS_AS(database.run("UPDATE note SET text = 'likes red'"), DatabaseError);
  CHECK_THROWS_AS(database.run("UPDATE note SET at = 6"), DatabaseError);
  database.run("UPDATE note SET text = NULL");
  CHECK_FALSE(database.value<std::string>("SELECT text FROM note").has_value());
}

TEST_CASE("the guarded connection keeps the schema and the triggers") {
  Database database = shop_in_memory();
  insert_epoch(database, "A");
  database.guard_facts(fact_tables());
  CHECK_THROWS_AS(database.run("DROP TRIGGER epoch_is_never_deleted"), DatabaseError);
  CHECK_THROWS_AS(database.run("DROP TABLE sale"), DatabaseError);
  CHECK_THROWS_AS(database.run("DELETE FROM journal"), DatabaseError);
  CHECK_THROWS_AS(database.run("CREATE TABLE other(x)"), DatabaseError);
  database.run("UPDATE product SET name = name");
}

TEST_CASE("an amount beyond the bound does not enter, whatever wrote it") {
  Database database = shop_in_memory();
  CHECK_THROWS_AS(database.run("INSERT INTO cash_entry VALUES (randomblob(16), randomblob(16), 0, NULL, 'many', 'x')"),
                  DatabaseError);
  CHECK_THROWS_AS(
      database.run("INSERT INTO payment VALUES (randomblob(16), randomblob(16), 0, '2026-01-01', NULL, NULL, 'cash', "
                   "100000000001, 0, 0, 0, '')"),
      DatabaseError);
}

TEST_CASE("migrating twice changes nothing, and the file says whose it is") {
  const TestFolder folder;
  const auto path = folder / "schema?#%.lapak";
  {
    Database database = Database::open(path, Durability::Full);
    CHECK_FALSE(is_shop(database));
    migrate(database);
    migrate(database);
    CHECK(is_shop(database));
    CHECK(schema_of(database) == current_schema());
    CHECK(database.value<int>("PRAGMA synchronous") == 2);
    CHECK(std::filesystem::exists(path.string() + "-wal"));
    CHECK(database.value<int>("PRAGMA foreign_keys") == 1);
    CHECK(database.value<int>("PRAGMA recursive_triggers") == 1);
  }
  CHECK(std::filesystem::exists(path));
}

TEST_CASE("a shop of the first schema is brought to ours, with the orders it has") {
  std::ifstream script(LAPAK_SOURCE_DIR "/core/db/migrations/001.sql");
  Database database = Database::in_memory();
  database.run_script(std::string(std::istreambuf_iterator<char>(script), {}));
  database.run_script("PRAGMA user_version = 1");
  database.run(
      "INSERT INTO contact(id, name, is_partner, met_at, hidden, kind, roles) "
      "VALUES (zeroblob(16), 'Ratna', 0, 0, 0, 'person', '')");
  for (const auto& what : {std::optional<std::string>("Tas"), std::optional<std::string>()})
    database.run(
        "INSERT INTO custom_order(id, number, client, what, quantity, price, half_slots, minutes, stage, "
        "delivery, asked_at) VALUES (randomblob(16), (SELECT count(*) FROM custom_order), zeroblob(16), ?, "
        "1000, 5, 2, 0, 'asked', 'stall', 0)",
        what);
  migrate(database);
  CHECK(schema_of(database) == current_schema());
  CHECK(database.value<std::string>("SELECT kind || scope FROM custom_order WHERE number = 0") == "piece");
  CHECK(database.value<std::int64_t>("SELECT count(*) FROM custom_order WHERE scope IS NULL AND number = 1") == 1);
}

TEST_CASE("a statement may be used again while its first answer is still being read") {
  Database database = shop_in_memory();
  insert_epoch(database, "A");
  insert_epoch(database, "B");
  int seen = 0;
  for (Rows outer = database.query("SELECT till FROM epoch"); outer.next();)
    for (Rows inner = database.query("SELECT till FROM epoch"); inner.next();) ++seen;
  CHECK(seen == 4);
}
