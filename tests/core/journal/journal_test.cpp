// The journal and its chain.
#include "core/journal/journal.h"

#include <doctest/doctest.h>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/db/schema.h"
#include "core/journal/fact.h"

using namespace lapak;

namespace {

struct Fixture {
  FixedClock clock{Instant{1'700'000'000'000}};
  SeededRandom random{42};
  IdSource ids{clock, random};
  Database database = Database::in_memory();

  Fixture() {
    migrate(database);
    begin_epoch(database, "new");
  }
  void begin_epoch(Database& db, std::string_view reason) {
    Transaction transaction(db);
    lapak::begin_epoch(db, ids, clock.now(), "A", reason);
    transaction.commit();
  }
  Hash append(std::string_view kind, Json personal = Json()) {
    Transaction transaction(database);
    const Hash hash = append_entry(database,
                                   Entry{{ids.next<JournalEntry>(), clock.now(), std::nullopt, std::string(kind)},
                                         {Fact{std::string(kind) + ".done", Json{{"n", 1}}, std::move(personal)}}},
                                   {1, 2, 3});
    transaction.commit();
    return hash;
  }
  Walk walk() {
    return walk_journal(database, [](const Entry&) {});
  }
  // What a person with the sqlite3 shell and the will to cheat could do: the triggers dropped first.
  void tamper(const std::string& sql) {
    database.run_script(
        "DROP TRIGGER journal_is_never_rewritten; DROP TRIGGER journal_is_never_deleted;"
        "DROP TRIGGER journal_personal_is_only_forgotten;" +
        sql);
  }
};

}  // namespace

TEST_CASE("entries come back as they were written, in order") {
  Fixture f;
  f.append("one");
  f.append("two", Json{{"name", "Ratna"}});
  std::vector<std::string> kinds, names;
  const Walk walk = walk_journal(f.database, [&](const Entry& entry) {
    kinds.push_back(entry.header.kind);
    if (!entry.facts.at(0).personal.is_null()) names.push_back(entry.facts[0].personal.at("name"));
  });
  CHECK(walk.entries == 2);
  CHECK_FALSE(walk.broken_at.has_value());
  CHECK(kinds == std::vector<std::string>{"one", "two"});
  CHECK(names == std::vector<std::string>{"Ratna"});
}

TEST_CASE("a changed entry breaks the chain where it was changed") {
  for (const std::string change :
       {"UPDATE journal SET body = replace(body, '1', '2') WHERE seq = 2",
        "UPDATE journal SET at = at + 1 WHERE seq = 2", "UPDATE journal SET kind = 'other' WHERE seq = 2",
        "UPDATE journal SET personal = replace(personal, 'Ratna', 'Rina') WHERE seq = 2"}) {
    Fixture f;
    f.append("one");
    f.append("two", Json{{"name", "Ratna"}});
    f.append("three");
    f.tamper(change);
    CHECK(f.walk().broken_at == 2);
  }
}

TEST_CASE("a missing entry breaks the chain behind it") {
  Fixture f;
  f.append("one");
  f.append("two");
  f.append("three");
  f.tamper("DELETE FROM journal WHERE seq = 2");
  CHECK(f.walk().broken_at == 3);
}

TEST_CASE("forgetting a person leaves the chain whole") {
  Fixture f;
  f.append("one", Json{{"name", "Ratna"}});
  f.append("two");
  f.database.run("UPDATE journal SET personal = NULL WHERE seq = 1");
  CHECK_FALSE(f.walk().broken_at.has_value());
}

TEST_CASE("names stand in the personal part, never in the body") {
  Fixture f;
  f.append("one", Json{{"name", "Ratna"}});
  CHECK(f.database.value<int>("SELECT count(*) FROM journal WHERE body LIKE '%Ratna%'") == 0);
  CHECK(f.database.value<int>("SELECT count(*) FROM journal WHERE personal LIKE '%Ratna%'") == 1);
}

TEST_CASE("a new epoch counts on from the highest and begins a chain of its own") {
  Fixture f;
  f.append("one");
  f.begin_epoch(f.database, "restored");
  CHECK(current_epoch(f.database).number == 2);
  f.append("two");
  f.append("three");
  const Walk walk = f.walk();
  CHECK(walk.entries == 3);
  CHECK_FALSE(walk.broken_at.has_value());
}

TEST_CASE("the head is the last number and hash") {
  Fixture f;
  CHECK(journal_head(f.database).seq == 0);
  f.append("one");
  const Hash last = f.append("two");
  CHECK(journal_head(f.database).seq == 2);
  CHECK(journal_head(f.database).hash == last);
}
