// faults: the disk fails or the power is cut while a shop of an older version is brought to ours.
#include <doctest/doctest.h>

#include <fstream>
#include <limits>

#include "core/db/schema.h"
#include "core/safety/backup.h"
#include "core/safety/shop_file.h"
#include "tests/core/fixture.h"
#include "tests/faults/connections.h"
#include "tests/faults/storm.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

// A shop as that version left it: one product, one sale, one buyer.
void make_old_shop(const fs::path& path, std::int64_t schema) {
  Database database = Database::open(path, Durability::Full);
  Transaction transaction(database);
  for (std::int64_t number = 1; number <= schema; ++number) {
    const std::string name = std::to_string(1'000 + number).substr(1);
    std::ifstream script(std::string(LAPAK_SOURCE_DIR "/core/db/migrations/") + name + ".sql");
    REQUIRE(script);
    database.run_script(std::string(std::istreambuf_iterator<char>(script), {}));
    if (number > 1) continue;
    database.run_script(
        "INSERT INTO epoch(id, number, till, begun_at, reason) VALUES (randomblob(16), 1, 'A', 0, 'new');"
        "INSERT INTO contact(id, name, is_partner, met_at, hidden, kind, roles) "
        "VALUES (zeroblob(16), 'Ratna', 0, 0, 0, 'person', '');"
        "INSERT INTO product(id, code, barcode, name, price, story, tax_class, option_names, option_values, tracked, "
        "one_of_a_kind, open_price, favourite, position, hidden) "
        "VALUES (zeroblob(16), 'P0', '', 'Mangkuk', 5000, '', '', '[]', '[]', 1, 0, 0, 0, 0, 0);"
        "INSERT INTO sale(id, number, source, kind, at, business_date, hour, till, gross, discount, tax_included, "
        "tax_added, rounding, tip, total, owed) "
        "VALUES (zeroblob(16), 'A1-000001', '', 'sale', 0, '2026-11-22', 9, 'A', 5000, 0, 0, 0, 0, 0, 5000, 0);"
        "INSERT INTO sale_line(sale, position, product, name, quantity, list_price, agreed_price, gross, "
        "line_discount, cart_discount, tax, amount, to_stock) "
        "VALUES (zeroblob(16), 0, zeroblob(16), 'Mangkuk', 1000, 5000, 5000, 5000, 0, 0, 0, 5000, 1);"
        "INSERT INTO payment(id, sale, at, business_date, method, amount, received, change, waiting) "
        "VALUES (zeroblob(16), zeroblob(16), 0, '2026-11-22', 'cash', 5000, 5000, 0, 0);");
  }
  database.run_script("PRAGMA application_id = " + std::to_string(kApplicationId) +
                      "; PRAGMA user_version = " + std::to_string(schema));
  transaction.commit();
}

// Empty when it is a shop of one of the two schemas that holds what it held.
std::string fault_in(const fs::path& path, std::int64_t schema) {
  try {
    const Database database = Database::open(path, Durability::Full);
    const std::int64_t found = schema_of(database);
    if (found != schema && found != current_schema()) return "schema " + std::to_string(found);
    if (database.value<std::string>("PRAGMA integrity_check(1)") != "ok") return "not sound";
    for (const std::string_view table : {"product", "sale", "sale_line", "payment", "contact", "epoch"})
      if (database.value<std::int64_t>("SELECT count(*) FROM " + std::string(table)) != 1) return std::string(table);
    return {};
  } catch (const DatabaseError& failure) {
    return failure.what();
  }
}

std::string copy_name() {
  return "benang.lapak.before-schema-" + std::to_string(current_schema());
}

}  // namespace

TEST_CASE("a power cut while an older shop is brought to ours leaves the old one or the new one, and a verified copy") {
  FailingDisk& disk = FailingDisk::instance();
  Connections::instance();
  std::mt19937_64 dice(4);
  std::int64_t points = 0, opened_new = 0;
  for (std::int64_t schema = 1; schema < current_schema(); ++schema)
    for (const Loss loss : kLosses) {
      CAPTURE(schema);
      CAPTURE(name_of(loss));
      const TestFolder folder;
      const fs::path live = folder / "live", image = folder / "image";
      fs::create_directory(live);
      disk.watch_nothing();
      make_old_shop(live / "benang.lapak", schema);
      disk.watch(live);
      disk.before_change([&] {
        if (!is_soaking() && dice() % 16 != 0) return;
        disk.write_image(loss, dice, image);
        if (!fs::exists(image / "benang.lapak")) FAIL("the shop is gone");
        ++points;
        const std::string fault = fault_in(image / "benang.lapak", schema);
        CHECK_MESSAGE(fault.empty(), fault);
        if (schema_of(Database::open_read_only(image / "benang.lapak")) != current_schema()) return;
        ++opened_new;
        CHECK(check_copy(live / copy_name()));
      });
      {
        StormMachine machine(1);
        REQUIRE(Shop::open(live / "benang.lapak", machine.seams()));
      }
      disk.watch_nothing();
    }
  MESSAGE(points << " points, at " << opened_new << " of them the new schema");
  CHECK(points > 100);
  CHECK(opened_new > 10);
}

TEST_CASE(
    "whichever operation fails while an older shop is brought to ours, it is the old one, and the next start works") {
  FailingDisk& disk = FailingDisk::instance();
  Connections::instance();
  const TestFolder kept, live;
  disk.watch_nothing();
  make_old_shop(kept / "benang.lapak", 1);
  const fs::path path = live.path() / "shop" / "benang.lapak";
  const auto old_again = [&] {
    disk.watch_nothing();
    fs::remove_all(path.parent_path());
    fs::copy(kept.path(), path.parent_path(), fs::copy_options::recursive);
    disk.watch(path.parent_path());
  };
  for (const Fault fault : {Fault::DiskFull, Fault::IoError})
    for (const bool for_good : {false, true}) {
      old_again();
      disk.fail(std::numeric_limits<std::int64_t>::max(), fault, for_good);
      {
        StormMachine machine(1);
        REQUIRE(Shop::open(path, machine.seams()));
      }
      const std::vector<std::int64_t> operations = operations_to_fail(disk.operations());
      for (const std::int64_t operation : operations) {
        CAPTURE(operation);
        old_again();
        StormMachine machine(1);
        bool is_open = false;
        disk.fail(operation, fault, for_good);
        try {
          is_open = Shop::open(path, machine.seams()).has_value();
        } catch (const DatabaseError&) {
        }
        disk.heal();
        const std::string found = fault_in(path, 1);
        CHECK_MESSAGE(found.empty(), found);
        if (is_open) continue;
        REQUIRE(Shop::open(path, machine.seams()));
        CHECK(check_copy(path.parent_path() / copy_name()));
      }
      MESSAGE(operations.size() << " of " << operations.back() << " operations");
    }
  disk.watch_nothing();
}

}  // namespace lapak
