// faults: the power is cut at any moment of a busy day.
#include <doctest/doctest.h>

#include <cstdlib>

#include "core/db/database.h"
#include "core/journal/fact.h"
#include "core/shop/replay.h"
#include "tests/core/fixture.h"
#include "tests/faults/connections.h"
#include "tests/faults/storm.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

struct Tally {
  std::int64_t points = 0;   // images looked at
  std::int64_t damaged = 0;  // that do not open, are not sound, or stand by halves
  std::int64_t lost = 0;     // that lack what was acknowledged
  std::int64_t surplus = 0;  // that know more than was asked for
  std::string first_fault;
};

constexpr int kActs = 40;  // of one storm, before a new one begins

// Storms one after another, looked at with this loss before every change until there are as many points.
Tally storms_with(Loss loss, std::int64_t points, bool is_synced_late = false) {
  FailingDisk& disk = FailingDisk::instance();
  Connections& connections = Connections::instance();
  std::mt19937_64 dice(static_cast<std::uint64_t>(loss) + 1);
  Tally tally;
  for (std::uint64_t seed = 1; tally.points < points; ++seed) {
    const TestFolder folder;
    const fs::path live = folder / "live", image = folder / "image";
    fs::create_directory(live);
    disk.watch_nothing();
    make_storm_shop(live / "benang.lapak", seed);
    disk.watch(live);
    Storm storm(live / "benang.lapak", seed);
    if (is_synced_late) connections.run_on_each("PRAGMA synchronous = NORMAL");
    std::vector<Head> seen;  // during the act that is under way
    disk.before_change([&] {
      if (tally.points >= points || dice() % 4 != 0) return;
      disk.write_image(loss, dice, image);
      const Found found = find_after_fault(image / "benang.lapak", storm.acknowledged(), tally.points % 10 == 0);
      ++tally.points;
      if (!found.fault.empty() && tally.damaged++ == 0) tally.first_fault = found.fault;
      if (!found.has_acknowledged) ++tally.lost;
      seen.push_back(found.head);
    });
    for (int i = 0; i < kActs && tally.points < points; ++i) {
      const Head before = storm.acknowledged();
      seen.clear();
      storm.act();
      if (is_synced_late) continue;
      // An act of several entries is there whole or not at all.
      for (const Head& head : seen)
        if (head.seq != before.seq && head.seq != storm.acknowledged().seq) ++tally.surplus;
    }
    disk.watch_nothing();
  }
  return tally;
}

}  // namespace

TEST_CASE("a power cut at any moment damages nothing, halves nothing and takes no sale that was shown as paid") {
  const std::int64_t points = fault_points(1'000);
  for (const Loss loss : kLosses) {
    const Tally tally = storms_with(loss, points);
    MESSAGE(name_of(loss) << ": " << tally.points << " points, " << tally.damaged << " damaged or half, " << tally.lost
                          << " lost, " << tally.surplus << " by halves");
    CHECK_MESSAGE(tally.damaged == 0, tally.first_fault);
    CHECK(tally.lost == 0);
    CHECK(tally.surplus == 0);
  }
}

TEST_CASE("the storm catches a shop that syncs late") {
  const Tally tally = storms_with(Loss::Drop, 200, true);
  MESSAGE(tally.points << " points, " << tally.lost << " lost");
  CHECK(tally.lost > 20);
}

TEST_CASE("the storm catches a program that writes the payment in a second transaction") {
  FailingDisk& disk = FailingDisk::instance();
  Connections::instance();
  const TestFolder folder;
  const fs::path live = folder / "live", image = folder / "image";
  fs::create_directory(live);
  disk.watch_nothing();
  make_storm_shop(live / "benang.lapak", 1);
  disk.watch(live);
  std::mt19937_64 dice(1);
  std::int64_t points = 0, halves = 0;
  {
    StormMachine machine(3);
    Database database = Database::open(live / "benang.lapak", Durability::Full);
    database.run("DROP TRIGGER payment_is_never_deleted");
    const Profile profile = load_profile(database);
    IdSource ids(machine.clock, machine.random);
    const Id<Product> product = *database.value<Id<Product>>("SELECT id FROM product WHERE code = 'P0'");
    disk.before_change([&] {
      disk.write_image(Loss::Drop, dice, image);
      ++points;
      halves += find_after_fault(image / "benang.lapak", {}, false).fault.empty() ? 0 : 1;
    });
    for (int i = 0; i < 10; ++i) {
      Cart cart;
      cart.id = ids.next<Sale>();
      const CartItem item = *item_of(database, product);
      cart = *with_item(cart, item, Quantity::of(1), ids.next<CartLine>());
      const Deciding deciding{database, ids, machine.clock.now(), profile.clock(), Actor{}, profile};
      const Result<Decision> decision = decide(SaleCommand(Sell{cart, {{.amount = Money{5'000}}}}), deciding);
      REQUIRE(decision.has_value());
      const Entry entry{EntryHeader{ids.next<JournalEntry>(), machine.clock.now(), std::nullopt, "sell"},
                        decision->facts};
      {
        Transaction transaction(database);
        for (const Fact& fact : entry.facts) apply_fact(fact, Applying{database, entry.header});
        append_entry(database, entry, {});
        database.run("CREATE TEMP TABLE paid AS SELECT * FROM payment WHERE sale = ?", cart.id);
        database.run("DELETE FROM payment WHERE sale = ?", cart.id);
        transaction.commit();
      }
      Transaction transaction(database);
      database.run("INSERT INTO payment SELECT * FROM temp.paid");
      transaction.commit();
      database.run("DROP TABLE temp.paid");
    }
  }
  disk.watch_nothing();
  MESSAGE(points << " points, " << halves << " by halves");
  CHECK(halves > 5);
}

}  // namespace lapak
