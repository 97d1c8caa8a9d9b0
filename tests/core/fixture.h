// A shop for tests of rooms: in memory, with a clock and ids that are the same every time, and the journal kept as the
// real one keeps it.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/catalog_commands.h"
#include "core/db/schema.h"
#include "core/journal/decision.h"
#include "core/journal/fact.h"
#include "core/people/people_commands.h"
#include "core/profile/profile_commands.h"
#include "core/sale/sale_commands.h"
#include "core/shop/replay.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_commands.h"
#include "tests/core/test_folder.h"

namespace lapak {

// Sunday 22 November 2026, 10:42 in Jakarta.
inline constexpr Instant kTestMorning{1'795'318'920'000};

class TestShop {
 public:
  explicit TestShop(Database file = Database::in_memory()) : database(std::move(file)) {
    migrate(database);
    Transaction transaction(database);
    begin_epoch(database, ids, clock.now(), "A", "new");
    transaction.commit();
  }

  Deciding deciding() { return {database, ids, clock.now(), zone, actor, profile}; }

  // decide, then apply and append in one transaction.
  template <class Command>
  Result<Outcome> execute(const Command& command) {
    Result<Decision> decision = decide(command, deciding());
    if (!decision) return std::unexpected(decision.error());
    opposite = decision->opposite;
    if (decision->entries == Entries::One)
      write(decision->outcome.kind, decision->facts);
    else
      for (const Fact& fact : decision->facts) write(decision->outcome.kind, {fact});
    return decision->outcome;
  }

  // Takes back what was executed last.
  void undo() {
    REQUIRE(!opposite.empty());
    write("undo", opposite);
  }

  void write(std::string_view kind, const std::vector<Fact>& facts) {
    const Entry entry{EntryHeader{ids.next<JournalEntry>(), clock.now(), actor.seller, std::string(kind)}, facts};
    Transaction transaction(database);
    for (const Fact& fact : facts) apply_fact(fact, Applying{database, entry.header});
    append_entry(database, entry, {});
    transaction.commit();
  }

  // Casts the tables again from the journal and compares them.
  void check_replay() const {
    Database shadow = Database::in_memory();
    migrate(shadow);
    Transaction transaction(shadow);
    const Walk walk = walk_journal(database, [&](const Entry& entry) {
      for (const Fact& fact : entry.facts) apply_fact(fact, Applying{shadow, entry.header});
    });
    transaction.commit();
    CHECK(!walk.broken_at);
    for (const std::string_view table : replayed_tables()) {
      INFO(table);
      CHECK(rows_of(database, table) == rows_of(shadow, table));
    }
  }

  static std::vector<std::string> rows_of(const Database& database, std::string_view table) {
    std::vector<std::string> all;
    for (Rows rows = database.query("SELECT * FROM \"" + std::string(table) + "\""); rows.next();) {
      std::string row;
      for (int column = 0; column < rows.column_count(); ++column)
        row += (rows.is_null(column) ? "NULL" : rows.get<std::string>(column)) + '|';
      all.push_back(row);
    }
    std::ranges::sort(all);
    return all;
  }

  FixedClock clock{kTestMorning};
  SeededRandom random{1};
  IdSource ids{clock, random};
  Database database;
  Zone zone = Zone::named("Asia/Jakarta").value();
  Profile profile;
  Actor actor;
  std::vector<Fact> opposite;
};

}  // namespace lapak
