// safety: files that are no shop, too new, damaged, read-only, open already or old; and facts under a bare shell.
#include "core/safety/shop_file.h"

#include <sys/stat.h>

#include "tests/core/safety/safety_fixture.h"

namespace lapak {
namespace {

// A shop with a contact or two, closed, so that no log stands beside it.
fs::path closed_shop(const TestFolder& folder, int contacts = 3) {
  fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  for (int i = 0; i < contacts; ++i)
    REQUIRE(shop.execute(SaveContact{{.name = "Pembeli " + std::to_string(i)}, ""}).has_value());
  return path;
}

std::optional<ProblemCode> problem_of(const fs::path& path) {
  const Result<Recognised> result = recognise(path);
  return result ? std::nullopt : std::optional(result.error().code);
}

int code_of(ProblemCode code) {
  return static_cast<int>(code);
}

TEST_CASE("a shop is recognised by its own mark, and its schema told") {
  const TestFolder folder;
  const fs::path shop = closed_shop(folder);
  REQUIRE(recognise(shop).has_value());
  CHECK(recognise(shop)->schema == current_schema());
}

TEST_CASE("a shop is recognised while all it holds stands in its log still") {
  const TestFolder folder;
  const TestShop shop(Database::open(folder / "toko.lapak", Durability::Normal));
  CHECK(fs::file_size(folder / "toko.lapak-wal") > 0);
  CHECK(recognise(folder / "toko.lapak").has_value());
}

TEST_CASE("what is no shop is said to be none and left as it is") {
  const TestFolder folder;
  CHECK(problem_of(folder / "nothing.lapak") == ProblemCode::FileMissing);
  CHECK(problem_of(folder.path()) == ProblemCode::NotAShop);
  write_bytes(folder / "letter.lapak",
              "Dear Sir or Madam, this is a letter that is longer than a hundred bytes, so "
              "that a whole header could be read from it if it were one.");
  write_bytes(folder / "empty.lapak", "");
  {
    Database other = Database::open(folder / "other.lapak", Durability::Normal);
    other.run_script("CREATE TABLE t(x); PRAGMA application_id = 1234;");
  }
  for (const char* name : {"letter.lapak", "empty.lapak", "other.lapak"}) {
    INFO(name);
    const std::string before = bytes_of(folder / name);
    CHECK(problem_of(folder / name) == ProblemCode::NotAShop);
    CHECK(bytes_of(folder / name) == before);
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 3);
}

TEST_CASE("a newer shop is refused with both versions and left byte for byte") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder);
  Database::open(path, Durability::Normal).run_script("PRAGMA user_version = 99");
  const std::string before = bytes_of(path);
  CHECK(recognise(path).error() ==
        Problem{ProblemCode::ShopNewer, {path.string(), std::int64_t{99}, current_schema()}});
  CHECK(bytes_of(path) == before);

  // The same when the number stands in the log only.
  Database open = Database::open(path, Durability::Normal);
  open.run_script("PRAGMA user_version = 98");
  CHECK(problem_of(path) == ProblemCode::ShopNewer);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a shop that was cut short anywhere is damaged, not empty") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder);
  const std::string whole = bytes_of(path);
  for (const std::size_t size : {whole.size() - 1, whole.size() - 4'096, whole.size() / 2, std::size_t{4'096}}) {
    INFO(size);
    write_bytes(path, std::string_view(whole).substr(0, size));
    CHECK(problem_of(path) == ProblemCode::ShopDamaged);
  }
  write_bytes(path, whole);
  CHECK(problem_of(path) == std::nullopt);
}

TEST_CASE("a shop whose first page was lost is damaged where its witness stands") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder);
  std::string bytes = bytes_of(path);
  bytes.replace(0, 4'096, 4'096, '\0');
  write_bytes(path, bytes);
  CHECK(problem_of(path) == ProblemCode::NotAShop);
  write_bytes(folder / "toko.lapak.head", "1 00\n");
  CHECK(problem_of(path) == ProblemCode::ShopDamaged);
  CHECK(bytes_of(path) == bytes);
}

TEST_CASE("one program at a time uses a shop; when it ends the next one may") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder);
  const auto elsewhere = [&] {
    return in_another_process([&] {
      const Result<ShopLock> lock = ShopLock::take(path);
      return lock ? 255 : code_of(lock.error().code);
    });
  };
  {
    const Result<ShopLock> mine = ShopLock::take(path);
    REQUIRE(mine.has_value());
    CHECK(elsewhere() == code_of(ProblemCode::ShopOpenElsewhere));
  }
  CHECK(elsewhere() == 255);
  CHECK(ShopLock::take(path).has_value());
  CHECK_MESSAGE(ShopLock::take(folder / "new.lapak").has_value(), "before the file is made");
}

TEST_CASE("a read-only file or folder is said to be one and left as it is") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder);
  const std::string before = bytes_of(path);
  // Root may write everywhere, so somebody else tries.
  const auto somebody = [&] {
    return in_another_process([&] {
      if (::geteuid() == 0 && ::setuid(65'534) != 0) return 254;
      const Result<ShopLock> lock = ShopLock::take(path);
      return lock ? 255 : code_of(lock.error().code);
    });
  };
  REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
  REQUIRE(::chmod(path.c_str(), 0444) == 0);
  CHECK(somebody() == code_of(ProblemCode::ShopReadOnly));
  REQUIRE(::chmod(path.c_str(), 0666) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  CHECK(somebody() == code_of(ProblemCode::ShopReadOnly));
  REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
  CHECK(somebody() == 255);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a file that is older than its witness is noticed, and so is another history") {
  const TestFolder folder;
  SystemFiles files;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  CHECK_MESSAGE(check_witness(files, path, shop.database).has_value(), "no witness says nothing");
  write_witness(files, path, journal_head(shop.database));
  CHECK_MESSAGE(check_witness(files, path, shop.database).has_value(), "a shop that was just made");

  REQUIRE(shop.execute(SaveContact{{.name = "Ani"}, ""}).has_value());
  const Head first = journal_head(shop.database);
  shop.database.checkpoint();
  fs::copy_file(path, folder / "old.lapak");
  REQUIRE(shop.execute(SaveContact{{.name = "Wulan"}, ""}).has_value());
  write_witness(files, path, journal_head(shop.database));
  CHECK(check_witness(files, path, shop.database).has_value());

  const Database old = Database::open_read_only(folder / "old.lapak");
  CHECK(check_witness(files, path, old).error() == Problem{ProblemCode::ShopOlderThanSeen, {path.string()}});
  write_witness(files, path, first);
  CHECK_MESSAGE(check_witness(files, path, shop.database).has_value(), "the witness itself may be old");
  write_witness(files, path, Head{first.seq, Hash{1, 2, 3}});
  CHECK(check_witness(files, path, shop.database).error().code == ProblemCode::ShopOlderThanSeen);
  for (const char* torn : {"", "2", "2 12ab", "nonsense\n"}) {
    write_bytes(folder / "toko.lapak.head", torn);
    CHECK_MESSAGE(check_witness(files, path, shop.database).has_value(), "a torn witness says nothing");
  }
}

// Runs one statement in Debian's own sqlite3 shell, with its own settings.
bool shell_accepts(const fs::path& shop, const std::string& sql) {
  const fs::path script = shop.parent_path() / "statement.sql";
  write_bytes(script, sql);
  const std::string command = "sqlite3 -bail '" + shop.string() + "' < '" + script.string() + "' > /dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

TEST_CASE("a bare sqlite3 shell can neither rewrite, nor delete, nor replace a fact; it can only forget words") {
  const TestFolder folder;
  const fs::path path = closed_shop(folder, 0);
  const std::vector<std::string> tables{"journal",    "note",          "movement",       "sale",         "sale_line",
                                        "sale_tax",   "sale_customer", "payment",        "payment_seen", "till_day",
                                        "cash_entry", "till_closing",  "till_reopening", "photo",        "epoch"};
  std::size_t forgettable_columns = 0;
  for (const std::string& table : tables) {
    INFO(table);
    std::string columns, values, updates;
    std::vector<std::string> forgettable, all;
    {
      const Database database = Database::open_read_only(path);
      for (Rows rows = database.query("SELECT name, type FROM pragma_table_info(?)", table); rows.next();) {
        const auto name = rows.get<std::string>(0), type = rows.get<std::string>(1);
        std::string value = type == "INTEGER" ? "7" : type == "BLOB" ? "zeroblob(16)" : "'x'";
        if (name == "hash") value = "zeroblob(32)";
        if (name == "kind" && table == "sale") value = "'sale'";
        if (name == "kind" && table == "movement") value = "'sold'";
        if (database.value<int>("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
                                table + '_' + name + "_is_only_forgotten"))
          forgettable.push_back(name);
        all.push_back(name);
        columns += (columns.empty() ? "" : ", ") + name;
        values += (values.empty() ? "" : ", ") + value;
      }
    }
    const std::string row = " INTO " + table + '(' + columns + ") VALUES (" + values + ')';
    REQUIRE(shell_accepts(path, "INSERT" + row));
    CHECK_FALSE(shell_accepts(path, "DELETE FROM " + table));
    // The same bytes of a picture again are no change.
    const std::string changed = table == "photo" ? " INTO photo VALUES (zeroblob(32), 'other', 'other')" : row;
    CHECK_FALSE(shell_accepts(path, "INSERT OR REPLACE" + changed));
    for (const std::string& column : all) {
      INFO(column);
      CHECK_FALSE(shell_accepts(path, "UPDATE " + table + " SET " + column + " = " + column));
    }
    forgettable_columns += forgettable.size();
    for (const std::string& column : forgettable) {
      INFO(column);
      CHECK(shell_accepts(path, "UPDATE " + table + " SET " + column + " = NULL"));
      CHECK_FALSE(shell_accepts(path, "UPDATE " + table + " SET " + column + " = 'other'"));
    }
  }
  CHECK(forgettable_columns == 10);
}

}  // namespace
}  // namespace lapak
